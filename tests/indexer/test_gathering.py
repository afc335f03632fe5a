"""What the documents hold is gathered in the order of the manifest, and what can't be read is left out with why."""

from pathlib import Path

import pytest

from corpus.manifest import load_manifest
from corpus.types import CanonicalText, Document, Passage, Span
from indexer import gathering
from indexer.gathering import Gathered, gather_documents
from indexer.words import STOP_WORDS
from tests.conftest import CORPUS
from tests.indexer.small_corpus import ADVIES, VISIE, write_corpus, write_files


def gather(folder: Path) -> Gathered:
    """What the documents of a corpus folder hold."""
    return gather_documents(load_manifest(folder), folder)


def gather_text(text: str, title: str = "Nota") -> Gathered:
    """What one document holds that is one passage of one sentence."""
    whole = Span(0, len(text))
    gathered = Gathered()
    document = Document("nota", "sources/nota.txt", title, "Gemeente", "2025", "nota", "nl")
    passage = Passage("nota#1", "nota", "nota", (), whole, "text", sentences=(whole,))
    gathered.add_passages(document, CanonicalText("nota", text, "sha256:0"), (passage,))
    return gathered


@pytest.fixture(scope="module")
def real() -> Gathered:
    return gather(CORPUS)


def test_documents_come_in_the_order_of_the_manifest(tmp_path: Path) -> None:
    gathered = gather(write_corpus(tmp_path, visie=VISIE, advies=ADVIES))
    assert [document.id for document, _ in gathered.texts] == ["visie", "advies"]
    assert list(dict.fromkeys(passage.document_id for passage in gathered.passages)) == ["visie", "advies"]
    assert (gathered.left_out, gathered.remarks) == ([], [])


def test_every_passage_has_the_text_that_it_is_searched_by(real: Gathered) -> None:
    titles = {document.id: document.title for document, _ in real.texts}
    for passage, search_text in zip(real.passages, real.search_texts, strict=True):
        assert search_text.startswith(titles[passage.document_id])
        assert all(heading in search_text for heading in passage.path)


def test_the_sentences_are_those_of_the_passages_in_order_word_for_word(real: Gathered) -> None:
    texts = {document.id: canonical.text for document, canonical in real.texts}
    expected = [
        (passage, place, span.of(texts[passage.document_id]))
        for passage in real.passages
        for place, span in enumerate(passage.sentences)
    ]
    assert real.sentences == expected


def test_a_document_that_can_not_be_read_is_left_out_with_why_and_the_others_are_gathered(tmp_path: Path) -> None:
    gathered = gather(write_files(tmp_path, {"leeg.txt": b"", "visie.txt": VISIE, "kapot.pdf": b"%PDF"}))
    assert [document.id for document, _ in gathered.texts] == ["visie"]
    assert [left.name for left in gathered.left_out] == ["leeg", "kapot-pdf"]
    assert "leeg" in gathered.left_out[0].reason and "sources/kapot.pdf" in gathered.left_out[1].reason


def test_a_part_whose_heading_is_missing_is_a_remark_that_says_what_to_do(tmp_path: Path) -> None:
    corpus_dir = write_corpus(tmp_path)
    with (corpus_dir / "manifest.toml").open("a") as manifest:
        manifest.write('[[document.part]]\nheading = "Bijlage"\nkind = "hulpmiddel"\n')
    (remark,) = gather(corpus_dir).remarks
    assert "'Bijlage'" in remark and "Verbeter [[document.part]]" in remark


def test_the_words_are_folded_each_once_and_the_most_frequent_come_first() -> None:
    words = gather_text("Zorg voor casuïstiek. Wonen en zórg, wonen en ZORG!").find_words()
    assert words[:2] == ["zorg", "wonen"]
    assert sorted(words) == ["casuistiek", "nota", "wonen", "zorg"]


def test_words_without_a_subject_numbers_and_very_short_ones_get_no_vector() -> None:
    words = gather_text("De wie en het 2024 of 12.500 op 1 ab Wlz-ggz-w, regio's.").find_words()
    assert sorted(words) == ["ggz", "nota", "regio", "wlz"]


def test_the_words_of_titles_and_headings_count(tmp_path: Path) -> None:
    words = gather(write_corpus(tmp_path, visie=VISIE)).find_words()
    assert {"titel", "visie", "wonen", "woningen", "huur"} <= set(words)


def test_where_there_are_too_many_words_the_rarest_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = gather_text("wonen wonen wonen zorg zorg huur", title="Wonen")
    monkeypatch.setattr(gathering, "MOST_WORDS", 2)
    assert gathered.find_words() == ["wonen", "zorg"]


def test_the_real_words_are_in_the_same_order_every_time_and_carry_a_subject(real: Gathered) -> None:
    words = real.find_words()
    assert words == gather(CORPUS).find_words()
    assert len(words) == len(set(words)) > 1000
    assert not STOP_WORDS & set(words)
    assert all(len(word) >= gathering.SHORTEST_WORD and not word.isdigit() for word in words)


def test_a_table_that_can_not_be_read_is_a_remark_and_the_passages_are_gathered(tmp_path: Path) -> None:
    table = "Kop\n\nEen zin.\n\n\t01-01-24\t01-04-24\n\t#\t#\nGGZ01W\t10\nGGZ02W\t30\t40\n"
    gathered = gather(write_corpus(tmp_path, visie=VISIE, nota=table))
    (remark,) = gathered.remarks
    assert remark.startswith("nota: In nota heeft de rij GGZ01W 1 cellen.")
    assert gathered.figures == [] and {passage.document_id for passage in gathered.passages} == {"visie", "nota"}


def test_figures_of_every_kind_are_gathered_and_checked(real: Gathered) -> None:
    texts = real.words_by_document()
    assert list(texts) == [document.id for document, _ in real.texts]
    assert {"stand", "stroom", "groei", "aandeel", "doel", "raming", "telling"} == {figure.kind for figure in real.figures}
    assert all(figure.span.of(texts[figure.document_id]).strip() for figure in real.figures)
    assert len(real.figure_checks) == len({check.name for check in real.figure_checks}) > 10


def test_nothing_gathered_holds_no_words() -> None:
    assert Gathered().find_words() == []
