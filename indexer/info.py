"""What is said of an index: which documents, model and code it is made of, and whether it may still be used."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.manifest import ManifestError, load_manifest
from indexer.figures.checks import FigureCheck
from indexer.fingerprints import INDEX_FORMAT, code_fingerprint, corpus_fingerprint
from indexer.publishing import INDEX_FILE, find_version_in_use

DATABASE_FILE = "index.sqlite"
VECTORS_FILE = "vectors.faiss"
SENTENCE_VECTORS_FILE = "sentences.faiss"
WORD_VECTORS_FILE = "words.faiss"
LEXICAL_FOLDER = "lexical"
TEXTS_FOLDER = "texts"

BUILD_COMMAND = "python -m indexer build"


class IndexUnusableError(RuntimeError):
    """There is no index, or one that may not be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What an index is made of. ``version`` names its content; ``built_at`` is ISO 8601 in UTC."""

    version: str
    built_at: str
    model: str
    format: int
    code: str
    corpus: str
    documents: int
    passages: int
    figures: int
    left_out: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    figure_checks: tuple[FigureCheck, ...]


def read_index_info(index_dir: Path) -> tuple[IndexInfo, Path, dict[str, str]]:
    """What is said of the index in use, its folder, and the checksum of every file. Raises IndexUnusableError."""
    folder = find_version_in_use(index_dir)
    if folder is None:
        raise IndexUnusableError(f"In {index_dir} staat nog geen index. Maak er een: {BUILD_COMMAND} --index {index_dir}")
    try:
        content: dict[str, Any] = json.loads((folder / INDEX_FILE).read_text(encoding="utf-8"))
        sums = content.pop("files")
        left_out = tuple((str(name), str(reason)) for name, reason in content.pop("left_out"))
        checks = tuple(
            FigureCheck(check["name"], check["checked"], tuple(check["problems"]), tuple(check["remarks"]))
            for check in content.pop("figure_checks")
        )
        info = IndexInfo(**content | {"left_out": left_out, "remarks": tuple(content["remarks"]), "figure_checks": checks})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnusableError(
            f"De index in {folder} is niet te lezen ({error}). Maak hem opnieuw: {BUILD_COMMAND}"
        ) from error
    return info, folder, sums


def find_mismatch(info: IndexInfo, model: str) -> str | None:
    """Why an index may not be used with this model and this code, or None when it may."""
    if info.format != INDEX_FORMAT:
        return f"heeft vorm {info.format}; deze versie van de code leest vorm {INDEX_FORMAT}"
    if info.model != model:
        return f"is gemaakt met het model '{info.model}', niet met '{model}'"
    if info.code != code_fingerprint():
        return "is gemaakt door een andere versie van de code"
    return None


def find_changed_corpus(info: IndexInfo, corpus_dir: Path) -> str | None:
    """Why an index is not of the documents that stand in a corpus folder now, or None when it is, or the folder is unreadable.

    A manifest with an error does not take an index out of use: nobody knows yet what it will say.
    """
    try:
        fingerprint = corpus_fingerprint(corpus_dir, load_manifest(corpus_dir))
    except (ManifestError, OSError):
        return None
    return None if fingerprint == info.corpus else f"is van andere documenten dan er nu in {corpus_dir} staan"
