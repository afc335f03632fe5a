"""Reads ``manifest.toml``: which documents there are and what is known about them.

A fault in one document's table leaves out that document and keeps the others; a manifest that can't be read at all, or that
holds something else than documents, is refused whole, for then nobody knows what was meant.
"""

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from corpus.types import Document, Part

MANIFEST_FILE = "manifest.toml"
DOCUMENT_KEYS = ("id", "file", "title", "publisher", "date", "kind", "language")
PART_KEYS = ("heading", "kind")

LONGEST_ID = 100
"""Characters: an id is the name of a file and part of every link."""

_KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


class ManifestError(ValueError):
    """The manifest as a whole can't be used; the message names the file and what to do."""


class _EntryError(ValueError):
    """One document's table can't be used."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that is not in the index, and why. ``name`` is its id or file, or its place in the manifest."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The usable documents in the order of the file, and the entries that were left out."""

    documents: tuple[Document, ...]
    left_out: tuple[LeftOut, ...]


def load_manifest(corpus_dir: Path) -> Manifest:
    """The documents of a corpus folder. Raises ManifestError when there is no readable manifest in it."""
    path = corpus_dir / MANIFEST_FILE
    tables = _read_tables(path)
    documents: list[Document] = []
    left_out: list[LeftOut] = []
    for position, table in enumerate(tables, start=1):
        try:
            document = _read_document(table, corpus_dir)
            if document.id in {known.id for known in documents}:
                raise _EntryError(f"het id '{document.id}' komt al eerder voor. Geef elk document een eigen id")
            documents.append(document)
        except _EntryError as error:
            name = table.get("id") or table.get("file") or f"document {position}"
            left_out.append(LeftOut(str(name), f"{path}, document {position}: {error}."))
    return Manifest(tuple(documents), tuple(left_out))


def _read_tables(path: Path) -> list[dict[str, object]]:
    if not path.is_file():
        raise ManifestError(f"{path} ontbreekt. Wijs met --corpus de map aan waarin {MANIFEST_FILE} en sources/ staan.")
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ManifestError(f"{path} is geen UTF-8 (byte {error.start}). Sla het bestand op als UTF-8.") from error
    except OSError as error:
        raise ManifestError(
            f"{path} is niet te openen ({error.strerror}). Controleer of het een leesbaar bestand is."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{path} is geen geldige TOML: {error}. Verbeter die regel en bouw opnieuw.") from error
    except RecursionError as error:
        raise ManifestError(f"{path} heeft te veel lijsten in elkaar. Haal die weg en bouw opnieuw.") from error
    unknown = sorted(set(content) - {"document"})
    if unknown:
        raise ManifestError(f"{path}: onbekende sleutel '{unknown[0]}'. Elk document staat onder [[document]].")
    tables = content.get("document", [])
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise ManifestError(f"{path} noemt geen documenten. Voeg per document een tabel [[document]] toe.")
    return tables


def _read_document(table: Mapping[str, object], corpus_dir: Path) -> Document:
    parts = table.get("part", [])
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        raise _EntryError("'part' moet als [[document.part]] geschreven worden")
    values = _read_strings({key: value for key, value in table.items() if key != "part"}, DOCUMENT_KEYS)
    _check(values["id"], _KEBAB_CASE, "id", "kleine letters, cijfers en koppeltekens, zoals kpmg-eindrapport-2024")
    if len(values["id"]) > LONGEST_ID:
        raise _EntryError(f"'id' heeft {len(values['id'])} tekens, hoogstens {LONGEST_ID} mag. Kies een korter id")
    if not _is_iso_date(values["date"]):
        raise _EntryError(f"'date' is '{values['date']}', verwacht is een ISO-datum, -maand of -jaar, zoals 2024-09")
    _check(values["kind"], _KEBAB_CASE, "kind", "kleine letters en koppeltekens, zoals rapport")
    _check(values["language"], _LANGUAGE, "language", "een taalcode zoals nl")
    _check_file(values["file"], corpus_dir)
    return Document(**values, parts=tuple(Part(**_read_part(cast("dict[str, object]", part))) for part in parts))


def _check_file(name: str, corpus_dir: Path) -> None:
    if not name.isprintable():
        raise _EntryError("'file' bevat een teken dat in geen bestandsnaam hoort. Verbeter 'file'")
    file = corpus_dir / name
    try:
        inside, exists = file.resolve().is_relative_to(corpus_dir.resolve()), file.is_file()
    except (OSError, RuntimeError) as error:
        # A name that is too long, a folder that may not be entered, a link that goes round.
        raise _EntryError(f"'{name}' is geen bestand dat te openen is ({error}). Verbeter 'file'") from error
    if not inside:
        raise _EntryError(f"'{name}' ligt buiten de map {corpus_dir}. Zet het bestand in sources/")
    if not exists:
        raise _EntryError(f"het bestand '{name}' ontbreekt in {corpus_dir}. Zet het daar neer of verbeter 'file'")


def _read_part(table: Mapping[str, object]) -> dict[str, str]:
    values = _read_strings(table, PART_KEYS)
    _check(values["kind"], _KEBAB_CASE, "part.kind", "kleine letters en koppeltekens, zoals hulpmiddel")
    return values


def _read_strings(table: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, str]:
    for key in table:
        if key not in keys:
            raise _EntryError(f"onbekende sleutel '{key}'. Bekend zijn: {', '.join(keys)}")
    values: dict[str, str] = {}
    for key in keys:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise _EntryError(f"'{key}' ontbreekt of is leeg. Vul het in als tekst tussen aanhalingstekens")
        values[key] = value.strip()
    return values


def _is_iso_date(value: str) -> bool:
    with suppress(ValueError):
        # A month or a year is a date when its first day is one.
        return bool(_ISO_DATE.fullmatch(value)) and bool(date.fromisoformat(value + "-01-01"[len(value) - 4 :]))
    return False


def _check(value: str, pattern: re.Pattern[str], key: str, expected: str) -> None:
    if not pattern.fullmatch(value):
        raise _EntryError(f"'{key}' is '{value}', verwacht is {expected}")
