"""Outside test data is read as it is meant, and what is not as agreed is named by file and line."""

from pathlib import Path

import pytest

from evals.beir_set import BeirError, read_beir_set
from tests.evals.making_beir import QUERIES, SECTIONS, write_beir, write_refusal_set


def test_a_folder_gives_its_sections_questions_and_grades(tmp_path: Path) -> None:
    beir = read_beir_set(write_beir(tmp_path / "klein"))
    assert beir.name == "klein"
    assert [(section.id, section.document_id, section.title) for section in beir.sections] == [
        ("fiets#0", "fiets", ""),
        ("fiets#1", "fiets", "Fietspomp"),
        ("boot#0", "boot", "Zeilboot"),
        ("brood#0", "brood", ""),
    ]
    assert [dict(query.grades) for query in beir.queries] == [{"fiets#0": 2, "fiets#1": 1}, {"boot#0": 1}]
    assert [query.best_sections for query in beir.queries] == [{"fiets#0"}, {"boot#0"}]


def test_a_section_without_a_document_is_a_document_by_itself(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [{"_id": "wet#1.0", "text": "Artikel een."}, {"_id": "wet#2.0", "text": "Artikel twee."}]
    beir = read_beir_set(write_beir(tmp_path, sections=lines, judgements=[("q1", "wet#2.0", 1)]))
    assert [section.document_id for section in beir.sections] == ["wet#1.0", "wet#2.0"]


def test_sections_of_one_document_become_neighbours(tmp_path: Path) -> None:
    beir = read_beir_set(write_beir(tmp_path, sections=(SECTIONS[0], SECTIONS[2], SECTIONS[1])))
    assert [section.id for section in beir.sections] == ["fiets#0", "fiets#1", "boot#0"]


def test_judgements_may_stand_where_other_sets_have_them(tmp_path: Path) -> None:
    folder = write_beir(tmp_path)
    (folder / "qrels").mkdir()
    (folder / "qrels.tsv").rename(folder / "qrels" / "test.tsv")
    assert len(read_beir_set(folder).judged) == 2


def test_a_judgement_of_no_use_and_a_question_without_judgements_do_not_count(tmp_path: Path) -> None:
    beir = read_beir_set(write_beir(tmp_path, judgements=[("q1", "fiets#0", 1), ("q1", "boot#0", 0), ("q2", "brood#0", -1)]))
    assert [(query.id, dict(query.grades)) for query in beir.judged] == [("q1", {"fiets#0": 1})]


def test_a_line_break_of_unicode_inside_a_text_parts_no_lines(tmp_path: Path) -> None:
    beir = read_beir_set(write_beir(tmp_path, sections=({**SECTIONS[0], "text": "Twee\u2028wielen."}, *SECTIONS[1:])))
    assert beir.sections[0].text == "Twee\u2028wielen."


def test_a_folder_that_names_documents_holds_those_of_the_corpus_beside_it(tmp_path: Path) -> None:
    write_beir(tmp_path / "aaa", sections=[{"_id": "x", "text": "Iets anders."}], judgements=[("q1", "x", 1)])
    beir = read_beir_set(write_refusal_set(tmp_path / "weigeren"))
    assert {section.document_id for section in beir.sections} == {"fiets", "boot"}
    assert [(query.id, query.answerable) for query in beir.decidable] == [("q1", True), ("q3", False)]
    assert beir.judged == ()


def test_named_documents_that_stand_in_no_corpus_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(BeirError, match=r"documents.txt: geen corpus.jsonl .* bevat al deze documenten"):
        read_beir_set(write_refusal_set(tmp_path / "weigeren", "fiets\nvliegtuig\n"))


@pytest.mark.parametrize(
    ("file", "added", "told"),
    [
        ("corpus.jsonl", '{"_id": "boot#0", "text": "Nog een boot."}', "regel 5: 'boot#0' staat er al"),
        ("corpus.jsonl", '{"_id": "auto#0"}', r"regel 5: niet in BEIR-vorm \(text\)"),
        ("queries.jsonl", "geen JSON", r"regel 3: niet in BEIR-vorm \(JSON\)"),
        ("qrels.tsv", "q1\tauto#0\t1", "regel 5: deze vraag of sectie bestaat niet"),
        ("qrels.tsv", "q9\tboot#0\t1", "regel 5: deze vraag of sectie bestaat niet"),
        ("qrels.tsv", "q1\tboot#0\tveel", "regel 5: geen vraag, sectie en getal"),
        ("qrels.tsv", "q1 boot#0 1", "regel 5: geen vraag, sectie en getal"),
    ],
)
def test_a_line_that_is_not_as_agreed_is_named(tmp_path: Path, file: str, added: str, told: str) -> None:
    path = write_beir(tmp_path) / file
    path.write_text(path.read_text(encoding="utf-8") + added + "\n", encoding="utf-8")
    with pytest.raises(BeirError, match=f"{file}, {told}"):
        read_beir_set(tmp_path)


def test_a_folder_without_a_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BeirError, match=r"corpus.jsonl: niet te lezen .* Geef een map"):
        read_beir_set(tmp_path)


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    (write_beir(tmp_path) / "queries.jsonl").write_text("\n")
    with pytest.raises(BeirError, match=r"queries.jsonl: er staat niets in"):
        read_beir_set(tmp_path)


def test_questions_of_which_nothing_is_known_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(BeirError, match="van geen enkele vraag is bekend"):
        read_beir_set(write_beir(tmp_path, queries=QUERIES, judgements=()))
