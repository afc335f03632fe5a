"""The training material is whole, and what is learned from it is what the documents say."""

import json
from pathlib import Path

import pytest

from evals.training.check import FOLDER, find_faults
from evals.training.lessons import LessonsError, load_lessons

DOCUMENT = """# Nota fietsbellen

## Wie betaalt

De gemeente **betaalt** elke fietsbel. Het waterschap betaalt niets.

## Wat moet er op een bel staan

Op elke bel staat:

- de naam van de wijk;
- een nummer.
"""


def write_lesson(folder: Path, number: str, *questions: dict[str, object]) -> None:
    for name in ("documents", "questions"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "documents" / f"{number}-bellen.md").write_text(DOCUMENT, encoding="utf-8")
    lines = "\n".join(json.dumps(question) for question in questions)
    (folder / "questions" / f"{number}-bellen.jsonl").write_text(lines, encoding="utf-8")


def ask(words: str, *evidence: str, **more: object) -> dict[str, object]:
    return {"q": words, "evidence": list(evidence), "core": [], "kind": "feit", "style": "gewoon", **more}


def test_the_material_in_the_repository_is_whole() -> None:
    assert list(find_faults()) == []
    assert len(list((FOLDER / "documents").glob("*.md"))) == 344


def test_a_question_knows_the_passage_and_the_words_that_answer_it(tmp_path: Path) -> None:
    write_lesson(tmp_path, "001", ask("Wie draait ervoor op?", "De gemeente **betaalt** elke fietsbel.", core=["De gemeente"]))
    (lesson,) = load_lessons(tmp_path)
    ((place, found),) = lesson.questions[0].answered.items()
    passage = lesson.passages[place]
    assert [span.of(passage.text) for span in found.core] == ["De gemeente"]
    assert [span.of(passage.text).replace("*", "") for span in found.evidence] == ["De gemeente betaalt elke fietsbel."]
    assert passage.headings == "Nota fietsbellen > Wie betaalt"
    assert "De gemeente betaalt elke fietsbel." in [span.of(passage.text).replace("*", "") for span in passage.sentences]


def test_a_list_is_evidence_as_a_whole(tmp_path: Path) -> None:
    whole = "Op elke bel staat:\n\n- de naam van de wijk;\n- een nummer."
    write_lesson(tmp_path, "001", ask("Wat hoort erop?", whole))
    (lesson,) = load_lessons(tmp_path)
    (found,) = lesson.questions[0].answered.values()
    assert sum(span.end - span.begin for span in found.evidence) > 40


def test_a_near_miss_knows_what_a_hasty_reader_would_quote(tmp_path: Path) -> None:
    write_lesson(tmp_path, "001", ask("Wat kost een bel?", near="De gemeente **betaalt** elke fietsbel.", why="no amount"))
    (lesson,) = load_lessons(tmp_path)
    (question,) = lesson.questions
    assert not question.answerable
    assert "fietsbel" in lesson.passages[question.near[0]].text


def test_a_follow_up_is_read_with_what_was_asked_before(tmp_path: Path) -> None:
    earlier = ask("En het waterschap?", "Het waterschap betaalt niets.", earlier=["Wie betaalt?"], standalone="Betaalt het?")
    write_lesson(tmp_path, "001", earlier)
    assert load_lessons(tmp_path)[0].questions[0].text == "Wie betaalt? En het waterschap?"


def test_every_twelfth_document_is_kept_out(tmp_path: Path) -> None:
    for number in ("011", "012", "013"):
        write_lesson(tmp_path, number, ask("Wie betaalt?", "Het waterschap betaalt niets."))
    assert [lesson.is_kept_out for lesson in load_lessons(tmp_path)] == [False, True, False]


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (ask("Wie?", "Niemand betaalt."), "evidence staat niet in het document"),
        (ask("Wie?", "Het waterschap betaalt niets.", core=["De gemeente"]), "core staat niet in evidence"),
        (ask("Wie?"), "near staat niet in het document"),
        (ask("Wie?", "Het waterschap betaalt niets.", kind="iets"), "onbekende soort"),
        ({"q": "Wie?"}, "zonder core, evidence, kind, style"),
    ],
)
def test_a_faulty_question_is_named(tmp_path: Path, question: dict[str, object], fault: str) -> None:
    write_lesson(tmp_path, "001", question)
    assert [line for line in find_faults(tmp_path) if line.startswith("001-bellen.jsonl, regel 1: ") and fault in line]


def test_missing_material_is_said(tmp_path: Path) -> None:
    with pytest.raises(LessonsError, match="documents"):
        load_lessons(tmp_path)
    write_lesson(tmp_path, "001")
    (tmp_path / "questions" / "001-bellen.jsonl").unlink()
    with pytest.raises(LessonsError, match=r"001-bellen\.jsonl"):
        load_lessons(tmp_path)
