"""The SQLite file of an index: documents, passages and figures, as rows that any SQLite tool can read."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from corpus.types import Block, CanonicalText, Document, Figure, FigureNotes, PageStart, Part, Passage, Period, Span

SCHEMA = """
CREATE TABLE document (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, file TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL,
    date TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, parts TEXT NOT NULL, version TEXT NOT NULL, pages TEXT NOT NULL,
    blocks TEXT
);
CREATE TABLE passage (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, document_id TEXT NOT NULL REFERENCES document, kind TEXT NOT NULL,
    path TEXT NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL, form TEXT NOT NULL, page INTEGER, items TEXT NOT NULL,
    sentences TEXT NOT NULL, search_digest TEXT NOT NULL
);
CREATE TABLE sentence (row INTEGER PRIMARY KEY, search_digest TEXT NOT NULL);
CREATE TABLE word (row INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE figure (
    series TEXT NOT NULL, measure TEXT NOT NULL, profile TEXT, reference_date TEXT, value REAL NOT NULL, unit TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES document, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL,
    period_first TEXT, period_last TEXT, upper REAL, qualifier TEXT NOT NULL, label TEXT NOT NULL, whole TEXT NOT NULL,
    source TEXT, published TEXT, note_sentences TEXT NOT NULL
);
CREATE INDEX figure_by_cell ON figure (series, measure, profile, reference_date);
"""


SELECT_DOCUMENTS = (
    "SELECT id, file, title, publisher, date, kind, language, parts, version, pages, blocks FROM document ORDER BY position"
)
SELECT_PASSAGES = 'SELECT id, document_id, kind, path, "begin", "end", form, page, items, sentences FROM passage ORDER BY row'
SELECT_FIGURES = """
SELECT series, measure, profile, reference_date, value, unit, document_id, "begin", "end", kind, period_first, period_last, upper,
    qualifier, label, whole, source, published, note_sentences
FROM figure ORDER BY series, measure, profile, reference_date, rowid
"""


def write_database(
    path: Path,
    texts: Sequence[tuple[Document, CanonicalText]],
    passages: Sequence[tuple[Passage, str]],
    sentence_digests: Sequence[str],
    words: Sequence[str],
    figures: Sequence[Figure],
) -> None:
    """Writes a new database. Passages come with the digest of their search text; all rows are in the order of their vectors.

    Raises sqlite3.OperationalError where the disk is full or fails.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(SCHEMA)
        connection.executemany(
            "INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                (
                    *(document.id, position, document.file, document.title, document.publisher),
                    *(document.date, document.kind, document.language),
                    json.dumps([[part.heading, part.kind] for part in document.parts], ensure_ascii=False),
                    canonical.version,
                    json.dumps([[page.number, page.begin] for page in canonical.pages]),
                    _blocks_to_json(canonical.blocks),
                )
                for position, (document, canonical) in enumerate(texts)
            ],
        )
        connection.executemany(
            "INSERT INTO passage VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                (
                    *(row, passage.id, passage.document_id, passage.kind, json.dumps(passage.path, ensure_ascii=False)),
                    *(passage.span.begin, passage.span.end, passage.form, passage.page),
                    _spans_to_json(*passage.items),
                    _spans_to_json(*passage.sentences),
                    digest,
                )
                for row, (passage, digest) in enumerate(passages)
            ],
        )
        connection.executemany("INSERT INTO sentence VALUES (?,?)", list(enumerate(sentence_digests)))
        connection.executemany("INSERT INTO word VALUES (?,?)", list(enumerate(words)))
        connection.executemany(
            "INSERT INTO figure VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", [_figure_to_row(figure) for figure in figures]
        )


def read_documents(path: Path) -> tuple[tuple[Document, str, tuple[PageStart, ...], tuple[Block, ...] | None], ...]:
    """Each document with the version of its canonical text, its pages and stated blocks, in the order of the manifest."""
    documents = []
    for row in _select(path, SELECT_DOCUMENTS):
        parts = tuple(Part(heading, kind) for heading, kind in json.loads(row["parts"]))
        fields = {name: row[name] for name in ("id", "file", "title", "publisher", "date", "kind", "language")}
        pages = tuple(PageStart(number, begin) for number, begin in json.loads(row["pages"]))
        blocks = _json_to_blocks(row["blocks"])
        documents.append((Document(**fields, parts=parts), str(row["version"]), pages, blocks))
    return tuple(documents)


def read_passages(path: Path) -> tuple[Passage, ...]:
    """The passages in the order of their vectors."""
    return tuple(
        Passage(
            id=row["id"],
            document_id=row["document_id"],
            kind=row["kind"],
            path=tuple(json.loads(row["path"])),
            span=Span(row["begin"], row["end"]),
            form=row["form"],
            page=row["page"],
            items=_json_to_spans(row["items"]),
            sentences=_json_to_spans(row["sentences"]),
        )
        for row in _select(path, SELECT_PASSAGES)
    )


def read_search_digests(path: Path) -> tuple[str, ...]:
    """The digest of what was embedded for each passage, in the order of the vectors."""
    return tuple(row["search_digest"] for row in _select(path, "SELECT search_digest FROM passage ORDER BY row"))


def read_sentence_digests(path: Path) -> tuple[str, ...]:
    """The digest of every sentence, in the order of the vectors."""
    return tuple(row["search_digest"] for row in _select(path, "SELECT search_digest FROM sentence ORDER BY row"))


def read_words(path: Path) -> tuple[str, ...]:
    """The words that have a vector, in the order of the vectors."""
    return tuple(row["word"] for row in _select(path, "SELECT word FROM word ORDER BY row"))


def read_figures(path: Path) -> tuple[Figure, ...]:
    """All figures, by series, measure, profile and date."""
    return tuple(map(_row_to_figure, _select(path, SELECT_FIGURES)))


def _figure_to_row(figure: Figure) -> tuple[object, ...]:
    period, notes = figure.period, figure.notes
    return (
        *(figure.series, figure.measure, figure.profile, figure.reference_date, figure.value, figure.unit),
        *(figure.document_id, figure.span.begin, figure.span.end, figure.kind),
        *((period.first, period.last) if period else (None, None)),
        *(figure.upper, figure.qualifier, _spans_to_json(figure.label), _spans_to_json(figure.whole)),
        *(notes.source, notes.published, _spans_to_json(*notes.sentences)),
    )


def _row_to_figure(row: sqlite3.Row) -> Figure:
    return Figure(
        series=row["series"],
        measure=row["measure"],
        profile=row["profile"],
        reference_date=row["reference_date"],
        value=row["value"],
        unit=row["unit"],
        document_id=row["document_id"],
        span=Span(row["begin"], row["end"]),
        kind=row["kind"],
        period=Period(row["period_first"], row["period_last"]) if row["period_first"] else None,
        upper=row["upper"],
        qualifier=row["qualifier"],
        label=next(iter(_json_to_spans(row["label"])), None),
        whole=next(iter(_json_to_spans(row["whole"])), None),
        notes=FigureNotes(row["source"], row["published"], _json_to_spans(row["note_sentences"])),
    )


def _spans_to_json(*spans: Span | None) -> str:
    return json.dumps([[span.begin, span.end] for span in spans if span])


def _json_to_spans(written: str) -> tuple[Span, ...]:
    return tuple(Span(begin, end) for begin, end in json.loads(written))


def _blocks_to_json(blocks: tuple[Block, ...] | None) -> str | None:
    if blocks is None:
        return None
    return json.dumps([[block.form, block.span.begin, block.span.end, block.level] for block in blocks])


def _json_to_blocks(written: str | None) -> tuple[Block, ...] | None:
    if written is None:
        return None
    return tuple(Block(form, Span(begin, end), level) for form, begin, end, level in json.loads(written))


def _select(path: Path, query: str) -> list[sqlite3.Row]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(query).fetchall()
