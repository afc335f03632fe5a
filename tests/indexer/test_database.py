"""What is written into the SQLite file comes back the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.types import Block, CanonicalText, Document, Figure, PageStart, Part, Passage, Span
from indexer.database import (
    read_documents,
    read_figures,
    read_passages,
    read_search_digests,
    read_sentence_digests,
    read_words,
    write_database,
)

DOCUMENT = Document(
    "visie", "sources/visie.txt", "Visie 'wonen'", "Gemeente", "2025", "visie", "nl", (Part("Bijlage “één”", "hulpmiddel"),)
)
OTHER = Document("advies", "sources/advies.pdf", "Advies", "Raad", "2024-05-01", "advies", "nl")
PASSAGES = (
    Passage("visie#t3-9", "visie", "visie", ("Één", "Twee"), Span(3, 9), "list", 2, (Span(4, 5), Span(6, 8)), (Span(3, 4),)),
    Passage("visie#t0-2", "visie", "hulpmiddel", (), Span(0, 2), "text"),
)
FIGURES = (
    Figure("indicaties", "groei", "GGZ01W", "2021-04-01", 34.01, "procent", "visie", Span(5, 8)),
    Figure("indicaties", "aantal", None, "2021-01-01", 2955.0, "indicaties", "visie", Span(1, 3)),
)
BLOCKS = (Block("heading", Span(0, 2), 2), Block("paragraph", Span(2, 5)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "index.sqlite"
    texts = [
        (DOCUMENT, CanonicalText("visie", "Casuïstiek", "sha256:aa", (PageStart(1, 0), PageStart(2, 4)))),
        (OTHER, CanonicalText("advies", "Tekst", "sha256:bb", blocks=BLOCKS)),
    ]
    passages = list(zip(PASSAGES, ("d1", "d2"), strict=True))
    write_database(target, texts, passages, ["s1", "s2", "s1"], ["wonen", "casuistiek", "'t"], FIGURES)
    return target


def test_documents_come_back_in_the_order_of_the_manifest_with_version_pages_and_blocks(path: Path) -> None:
    assert read_documents(path) == (
        (DOCUMENT, "sha256:aa", (PageStart(1, 0), PageStart(2, 4)), None),
        (OTHER, "sha256:bb", (), BLOCKS),
    )


def test_passages_come_back_in_the_order_of_their_vectors(path: Path) -> None:
    assert read_passages(path) == PASSAGES
    assert read_search_digests(path) == ("d1", "d2")
    assert read_sentence_digests(path) == ("s1", "s2", "s1")


def test_words_come_back_in_the_order_of_their_vectors(path: Path) -> None:
    assert read_words(path) == ("wonen", "casuistiek", "'t")


def test_figures_come_back_sorted_with_their_cells(path: Path) -> None:
    assert read_figures(path) == (FIGURES[1], FIGURES[0])


def test_any_sqlite_tool_can_read_the_figures(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT value FROM figure WHERE profile = 'GGZ01W'").fetchall() == [(34.01,)]


def test_a_reader_can_not_write(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    read_passages(path)
    assert path.read_bytes() == before


def test_a_database_in_a_folder_with_odd_characters_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "map #1 100% ?x"
    folder.mkdir()
    write_database(folder / "index.sqlite", [], [], [], [], [])
    assert read_passages(folder / "index.sqlite") == ()
