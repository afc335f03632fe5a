"""Whether to answer is a weighing of signals that can be read, and a name that stands nowhere is never answered."""

from dataclasses import replace

import pytest

from indexer.store import OpenIndex
from service.evidence import ANSWER_FROM, OTHER_SUBJECT_BELOW, WEIGHTS, Evidence, find_signals, weigh_evidence
from service.quoting import quote_passage
from service.retrieval import search_passages
from tests.tiny_index import build_tiny_index

NOTE = """# Nota speeltuinen

## Kosten
De gemeente betaalt vier speeltuinen per wijk.

## Begin
De aanleg begint in maart 2031.

## Uitvoering
De aanleg ligt bij Wijkbedrijf Zwaluwdam.

## Doel
kinderen spelen vaker buiten en bewegen daardoor meer.
"""


@pytest.fixture(scope="module")
def note_index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    return build_tiny_index(tmp_path_factory.mktemp("note"), {"nota": NOTE})


def weigh(question: str, index: OpenIndex, words: str = "") -> Evidence:
    """The evidence of the best passage, or of the first hit that holds these words."""
    search = search_passages(question, index, count=len(index.passages))
    passage = next(hit.passage for hit in search.hits if words in index.passage_text(hit.passage))
    quotation = quote_passage(question, search.words, passage, search.query_embedding, index)
    return weigh_evidence(question, search, [quotation], index)


@pytest.mark.parametrize(
    "question",
    [
        *("Wat moet een plan bevatten?", "Wie ondertekende wat in 2023?", "😀", "?", "", "de het een", "xqzv wrtk plfm"),
        *(
            "What is the aim of the plan?",
            "Hoeveel kost dat in Zwaluwdam in 2091?",
            "woord " * 330,
            "Zeeland Drenthe Twente 2019",
        ),
    ],
)
def test_every_signal_has_its_weight_and_its_range(question: str, fake_index: OpenIndex) -> None:
    evidence = weigh(question, fake_index)
    assert set(evidence.signals) == {*WEIGHTS, "beste"}
    assert 0 < evidence.probability < 1
    for name in ("dekking", "soort", "aantal", "reden", "engels"):
        assert 0 <= evidence.signals[name] <= 1
    for name in ("vector", "beste"):
        assert -1 <= evidence.signals[name] <= 1.00001
    for name in ("namen", "getallen", "lengte"):
        assert evidence.signals[name] == int(evidence.signals[name]) >= 0


def test_the_same_question_has_the_same_evidence(fake_index: OpenIndex) -> None:
    assert weigh("Wat moet een plan bevatten?", fake_index) == weigh("Wat moet een plan bevatten?", fake_index)


@pytest.mark.parametrize("name", ["Zwaluwdam", "Krommerdijk", "Ministerie-van-Dromen", "QXZ", "2091", "1987", "Éénhoornberg"])
def test_a_name_or_year_that_stands_nowhere_is_unknown_and_refused(name: str, fake_index: OpenIndex) -> None:
    evidence = weigh(f"Wat moet een plan van aanpak bevatten in {name}?", fake_index)
    assert evidence.unknown_names == (name,)
    assert not evidence.is_enough
    assert not replace(evidence, probability=1.0).is_enough
    assert evidence.reason == "onbekende-naam-of-tijd"


@pytest.mark.parametrize(
    "name", ["Zeeland", "Nijmegen", "CIZ", "Wlz", "'t Gooi", "Flevoland", "2023", "Wlz-ggz-w", "Zeelands", "CIZ-besluit"]
)
def test_a_name_that_stands_in_the_documents_is_known(name: str, fake_index: OpenIndex) -> None:
    assert weigh(f"Wat doet {name}?", fake_index).unknown_names == ()


def test_a_year_is_known_only_as_itself(note_index: OpenIndex) -> None:
    assert weigh("Begint de aanleg in 2031?", note_index).unknown_names == ()
    assert weigh("Begint de aanleg in 2030?", note_index).unknown_names == ("2030",)


@pytest.mark.parametrize(
    ("question", "words", "wrong"),
    [
        ("Hoeveel speeltuinen komen er?", "vier speeltuinen", 0),
        ("Hoeveel kinderen spelen buiten?", "kinderen spelen", 1),
        ("Wanneer begint de aanleg?", "maart 2031", 0),
        ("Wanneer betaalt de gemeente?", "vier speeltuinen", 1),
        ("Wie legt aan?", "Wijkbedrijf", 0),
        ("Wie speelt buiten?", "kinderen spelen", 1),
        ("Wat is het doel?", "kinderen spelen", 0),
    ],
)
def test_an_amount_time_or_person_that_is_asked_must_be_quoted(
    question: str, words: str, wrong: int, note_index: OpenIndex
) -> None:
    assert weigh(question, note_index, words).signals["soort"] == wrong


def test_more_of_the_question_in_the_words_chosen_is_more_evidence(note_index: OpenIndex) -> None:
    near = weigh("Betaalt de gemeente speeltuinen?", note_index, "vier speeltuinen")
    far = weigh("Betaalt de gemeente speeltuinen?", note_index, "kinderen spelen")
    assert near.signals["dekking"] > far.signals["dekking"]
    assert near.probability > far.probability


def test_a_name_that_the_evidence_lacks_counts_against_it(note_index: OpenIndex) -> None:
    without = weigh("Wie betaalt de speeltuinen?", note_index, "vier speeltuinen")
    unknown = weigh("Wie betaalt de speeltuinen in Krommerdijk?", note_index, "vier speeltuinen")
    assert unknown.signals["namen"] == 1
    assert without.signals["namen"] == 0


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Komen er vier speeltuinen per wijk?", 0),
        ("Komen er 4 speeltuinen per wijk?", 1),
        ("Welke vijf speeltuinen betaalt de gemeente?", 1),
        ("Welke speeltuinen betaalt de gemeente?", 0),
    ],
)
def test_a_number_in_the_question_that_is_not_quoted_counts_against_it(
    question: str, lacking: int, note_index: OpenIndex
) -> None:
    assert weigh(question, note_index, "vier speeltuinen").signals["getallen"] == lacking


@pytest.mark.parametrize(
    ("question", "signal"),
    [
        ("Hoeveel speeltuinen komen er?", "aantal"),
        ("Waarom komen er speeltuinen?", "reden"),
        ("What does the municipality pay?", "engels"),
    ],
)
def test_what_is_asked_is_a_signal_of_its_own(question: str, signal: str, note_index: OpenIndex) -> None:
    signals = weigh(question, note_index).signals
    assert [name for name in ("aantal", "reden", "engels") if signals[name]] == [signal]


def test_an_amount_must_count_what_is_asked(note_index: OpenIndex) -> None:
    assert weigh("Hoeveel speeltuinen zijn er per wijk?", note_index, "vier speeltuinen").signals["soort"] == 0
    assert weigh("Hoeveel kinderen zijn er per wijk?", note_index, "vier speeltuinen").signals["soort"] == 1


@pytest.mark.parametrize(
    ("probability", "unknown", "enough"),
    [
        (ANSWER_FROM, (), True),
        (1.0, (), True),
        (ANSWER_FROM - 0.001, (), False),
        (0.0, (), False),
        (1.0, ("Zwaluwdam",), False),
    ],
)
def test_an_answer_takes_probability_and_known_names(probability: float, unknown: tuple[str, ...], enough: bool) -> None:
    assert Evidence(probability, {"beste": 0.9}, unknown).is_enough is enough


@pytest.mark.parametrize(
    ("best", "unknown", "reason"),
    [
        (OTHER_SUBJECT_BELOW - 0.01, (), "ander-onderwerp"),
        (OTHER_SUBJECT_BELOW, (), "geen-bewijs"),
        (0.95, (), "geen-bewijs"),
        (0.1, ("Zwaluwdam",), "onbekende-naam-of-tijd"),
    ],
)
def test_a_refusal_has_the_reason_that_fits(best: float, unknown: tuple[str, ...], reason: str) -> None:
    assert Evidence(0.1, {"beste": best}, unknown).reason == reason


def test_signals_are_those_of_the_passage_that_is_quoted(note_index: OpenIndex) -> None:
    question = "Wanneer begint de aanleg?"
    search = search_passages(question, note_index, count=10)
    for hit in search.hits:
        quotation = quote_passage(question, search.words, hit.passage, search.query_embedding, note_index)
        assert find_signals(question, search, [quotation], note_index)["vector"] == hit.signals["vector"]


def test_the_words_of_every_quotation_count(note_index: OpenIndex) -> None:
    question = "Betaalt de gemeente de aanleg in maart?"
    search = search_passages(question, note_index, count=10)
    quotations = [quote_passage(question, search.words, hit.passage, search.query_embedding, note_index) for hit in search.hits]
    one, both = (find_signals(question, search, quoted, note_index)["dekking"] for quoted in (quotations[:1], quotations))
    assert both > one
