"""The regression set is true to the documents, and whatever is not as agreed is refused by file and line."""

from collections import Counter
from pathlib import Path

import pytest

from evals.cases import Case, CasesError, load_cases
from evals.evidence import FIRST_READ, find_quote
from evals.scorers import asks_a_figure
from service.types import Turn
from tests.evals.making import read_lines

SOURCES = Path(__file__).parents[2] / "corpus" / "sources"
CASES = load_cases()
REFUSAL: dict[str, object] = {
    "id": "wereld-1",
    "kind": "wereldkennis",
    "topic": "wereld",
    "split": "toets",
    "vraag": "Hoe ver is de maan?",
    "status": "niet-gevonden",
}
ANSWERABLE = REFUSAL | {
    "id": "plan-1",
    "topic": "plan",
    "status": "beantwoord",
    "bewijs": [{"document": "rapport", "citaat": "een plan"}],
    "moet": ["plan"],
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_quote_of_a_case_stands_in_its_source(case: Case) -> None:
    for quote in (quote for group in case.evidence for quote in group):
        source = (SOURCES / f"{quote.document_id}.txt").read_text(encoding="utf-8-sig")
        assert quote.after + quote.text in source


@pytest.mark.parametrize("case", [case for case in CASES if case.value is not None], ids=lambda case: case.id)
def test_the_evidence_for_a_figure_stands_in_one_place(case: Case) -> None:
    for quote in (quote for group in case.evidence for quote in group):
        source = (SOURCES / f"{quote.document_id}.txt").read_text(encoding="utf-8-sig")
        assert len(find_quote(quote, source)) in (1, 2 if len(quote.text) > 20 else 1)


def test_the_evidence_of_a_case_fits_in_the_first_characters_unless_the_case_says_so() -> None:
    too_long = [c.id for c in CASES if not c.long and sum(min(len(q.text) for q in g) for g in c.evidence) > FIRST_READ]
    assert too_long == []


def test_the_set_covers_all_documents_and_enough_that_they_do_not_answer() -> None:
    documents = {quote.document_id for case in CASES for group in case.evidence for quote in group}
    kinds = Counter(case.kind for case in CASES)
    assert documents == {path.stem for path in SOURCES.glob("*.txt")}
    assert len(CASES) >= 120
    assert sum(not case.answerable for case in CASES) >= 40
    assert kinds["bijna-raak"] + kinds["valse-premisse"] >= 20
    assert sum(case.status == "persoonsgegevens" for case in CASES) >= 3


def test_each_half_holds_answerable_and_unanswerable_questions() -> None:
    halves = Counter((case.split, case.answerable) for case in CASES)
    assert min(halves[split, answerable] for split in ("ontwikkeling", "toets") for answerable in (True, False)) >= 20


def test_the_set_asks_enough_about_figures_in_each_half_and_what_must_be_refused() -> None:
    asked = [case for case in CASES if asks_a_figure(case)]
    halves = Counter((case.split, case.answerable) for case in asked)
    assert len(asked) >= 120
    assert min(halves[split, True] for split in ("ontwikkeling", "toets")) >= 60
    assert min(halves[split, False] for split in ("ontwikkeling", "toets")) >= 15


def test_no_question_is_asked_twice() -> None:
    asked = Counter((case.question, case.turns) for case in CASES)
    assert [question for question, count in asked.items() if count > 1] == []


def test_a_line_becomes_a_case(tmp_path: Path) -> None:
    choice = {"eenVan": [{"document": "rapport", "citaat": "a"}, {"document": "rapport", "citaat": "b", "na": "c"}]}
    quote = {"document": "rapport", "citaat": "d"}
    line = ANSWERABLE | {"bewijs": [choice, quote], "waarde": 12, "gesprek": [{"vraag": "Wie?", "antwoord": "Zij."}]}
    (case,) = read_lines(tmp_path, line)
    assert [[(quote.text, quote.after) for quote in group] for group in case.evidence] == [[("a", ""), ("b", "c")], [("d", "")]]
    assert (case.value, case.turns, case.long) == (12.0, (Turn("Wie?", "Zij."),), False)


def test_the_fingerprint_of_a_case_changes_with_the_case_only(tmp_path: Path) -> None:
    (first,) = read_lines(tmp_path, ANSWERABLE)
    (reordered,) = read_lines(tmp_path, dict(reversed(ANSWERABLE.items())))
    (changed,) = read_lines(tmp_path, ANSWERABLE | {"moet": ["plannen"]})
    assert first.fingerprint == reordered.fingerprint != changed.fingerprint


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{geen json", "geen geldige JSON"),
        ({"id": "a"}, "'kind' ontbreekt"),
        (ANSWERABLE | {"antwoord": "x"}, "'antwoord' is geen bekend veld"),
        (ANSWERABLE | {"split": "proef"}, "'split' klopt niet"),
        (ANSWERABLE | {"id": "Plan 1"}, "'id' klopt niet"),
        (ANSWERABLE | {"bewijs": []}, "vul 'bewijs' in"),
        (ANSWERABLE | {"moet": []}, "niets om het antwoord aan te toetsen"),
        (ANSWERABLE | {"moet": ["/(open/"]}, "geen geldige reguliere uitdrukking"),
        (ANSWERABLE | {"moet": [" "]}, "een lege uitdrukking"),
        (ANSWERABLE | {"reden": ["geen-bewijs"]}, "haal 'reden' weg"),
        (REFUSAL | {"moet": ["maan"]}, "haal 'bewijs', 'moet', 'lijst' en 'waarde' weg"),
    ],
)
def test_a_line_that_is_not_as_agreed_is_refused_by_file_and_line(
    tmp_path: Path, line: dict[str, object] | str, says: str
) -> None:
    with pytest.raises(CasesError) as caught:
        read_lines(tmp_path, REFUSAL, line)
    assert str(caught.value).startswith("vragen.jsonl, regel 2: ")
    assert says in str(caught.value)


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="regel 2: het id 'plan-1' is al gebruikt"):
        read_lines(tmp_path, ANSWERABLE, ANSWERABLE)


def test_a_topic_in_both_halves_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="onderwerp 'plan' staat al in de andere helft"):
        read_lines(tmp_path, ANSWERABLE, ANSWERABLE | {"id": "plan-2", "split": "ontwikkeling"})


def test_a_missing_file_and_an_empty_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match=r"weg\.jsonl: niet te lezen"):
        load_cases([tmp_path / "weg.jsonl"])
    with pytest.raises(CasesError, match="er staan geen vragen in"):
        read_lines(tmp_path, "")
