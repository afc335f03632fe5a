"""Writes tiny sets of outside test data in BEIR form, made up for the tests."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

SECTIONS: tuple[dict[str, object], ...] = (
    {"_id": "fiets#0", "title": "", "text": "Een fiets heeft twee wielen. Hij is blauw.", "document": "fiets"},
    {"_id": "fiets#1", "title": "Fietspomp", "text": "Met een pomp gaat lucht in de banden.", "document": "fiets"},
    {"_id": "boot#0", "title": "Zeilboot", "text": "Een boot vaart op het water.", "document": "boot"},
    {"_id": "brood#0", "title": "", "text": "Een bakker bakt brood van meel en gist.", "document": "brood"},
)
QUERIES: tuple[dict[str, object], ...] = (
    {"_id": "q1", "text": "Hoeveel wielen heeft een fiets?"},
    {"_id": "q2", "text": "Waar vaart een boot?"},
)
JUDGEMENTS = (("q1", "fiets#0", 2), ("q1", "fiets#1", 1), ("q2", "boot#0", 1))


def write_beir(
    folder: Path,
    *,
    sections: Iterable[dict[str, object]] = SECTIONS,
    queries: Iterable[dict[str, object]] = QUERIES,
    judgements: Sequence[tuple[str, str, object]] = JUDGEMENTS,
) -> Path:
    """The folder with these files in it; without sections no corpus, without judgements no qrels."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (("corpus.jsonl", list(sections)), ("queries.jsonl", list(queries))):
        if lines:
            (folder / name).write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    if judgements:
        rows = [("query-id", "corpus-id", "score"), *judgements]
        (folder / "qrels.tsv").write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    return folder


def write_refusal_set(folder: Path, documents: str = "fiets\nboot\n") -> Path:
    """A folder that names the documents that stay, beside a folder with the corpus; one question can be answered, one not."""
    write_beir(folder.parent / "alles")
    queries = [
        {"_id": "q1", "text": "Hoeveel wielen heeft een fiets?", "answerable": 1},
        {"_id": "q3", "text": "Waarvan bakt een bakker brood?", "answerable": 0},
    ]
    write_beir(folder, sections=(), queries=queries, judgements=())
    (folder / "documents.txt").write_text(documents, encoding="utf-8")
    return folder
