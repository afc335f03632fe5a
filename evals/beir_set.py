"""Reads a folder of outside test data in BEIR form: sections, questions, and which sections answer which question.

corpus.jsonl     _id, title, text; and where sections belong together, document
queries.jsonl    _id, text; and where the question is whether it can be answered at all, answerable (1 or 0)
qrels.tsv        query-id, corpus-id, score under one heading line (or qrels/test.tsv)
documents.txt    only these documents are held; the corpus may then be that of a folder beside this one
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

CORPUS_FILE = "corpus.jsonl"
QUERIES_FILE = "queries.jsonl"
JUDGEMENT_FILES = ("qrels.tsv", "qrels/test.tsv")
DOCUMENTS_FILE = "documents.txt"


class BeirError(RuntimeError):
    """Outside test data that can't be read or measured; the message names file and line and says what to do."""


@dataclass(frozen=True, slots=True)
class BeirSection:
    """What is found or not. ``title`` may be empty; a section without a document is a document by itself."""

    id: str
    document_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BeirQuery:
    """A question with the grade of every section that is of any use to it; ``answerable`` is None where nobody says."""

    id: str
    text: str
    grades: Mapping[str, int]
    answerable: bool | None = None

    @property
    def best_sections(self) -> frozenset[str]:
        """The sections with the highest grade."""
        return frozenset(section for section, grade in self.grades.items() if grade == max(self.grades.values()))


@dataclass(frozen=True, slots=True)
class BeirSet:
    """A set of test data, in the order of its files."""

    name: str
    sections: tuple[BeirSection, ...]
    queries: tuple[BeirQuery, ...]

    @property
    def judged(self) -> tuple[BeirQuery, ...]:
        """The questions for which it is known which sections answer."""
        return tuple(query for query in self.queries if query.grades)

    @property
    def decidable(self) -> tuple[BeirQuery, ...]:
        """The questions for which it is known whether they can be answered."""
        return tuple(query for query in self.queries if query.answerable is not None)


class _SectionLine(BaseModel):
    id: str = Field(alias="_id", min_length=1)
    title: str | None = None
    text: str
    document: str | None = None

    def to_section(self) -> BeirSection:
        return BeirSection(self.id, self.document or self.id, (self.title or "").strip(), self.text.strip())


class _QueryLine(BaseModel):
    id: str = Field(alias="_id", min_length=1)
    text: str = Field(min_length=1)
    answerable: bool | None = None


_Line = TypeVar("_Line", _SectionLine, _QueryLine)


def read_beir_set(folder: Path) -> BeirSet:
    """The test data of a folder.

    Raises BeirError for a file that is missing or is not as agreed, an id used twice, a judgement of what is not there, and
    questions of which nothing is known.
    """
    sections = _find_sections(folder)
    judgements = next((folder / name for name in JUDGEMENT_FILES if (folder / name).is_file()), None)
    lines = _read_lines(folder / QUERIES_FILE, _QueryLine)
    grades = _read_grades(judgements, {section.id for section in sections}, {line.id for line in lines}) if judgements else {}
    queries = tuple(BeirQuery(line.id, line.text, grades.get(line.id, {}), line.answerable) for line in lines)
    read = BeirSet(folder.resolve().name, sections, queries)
    if not read.judged and not read.decidable:
        raise BeirError(
            f"{folder}: van geen enkele vraag is bekend welke secties haar beantwoorden of dat zij te beantwoorden is. "
            f"Leg er {JUDGEMENT_FILES[0]} bij, of geef de vragen 'answerable'."
        )
    return read


def _find_sections(folder: Path) -> tuple[BeirSection, ...]:
    """The sections of a folder; those of the documents that it names where it names any, if need be from a folder beside it."""
    if not (folder / DOCUMENTS_FILE).is_file():
        return _read_sections(folder / CORPUS_FILE)
    kept = frozenset((folder / DOCUMENTS_FILE).read_text(encoding="utf-8").split())
    own = folder / CORPUS_FILE
    for path in [own] if own.is_file() else sorted(folder.resolve().parent.glob(f"*/{CORPUS_FILE}")):
        sections = tuple(section for section in _read_sections(path) if section.document_id in kept)
        if sections and kept <= {section.document_id for section in sections}:
            return sections
    raise BeirError(
        f"{folder / DOCUMENTS_FILE}: geen {CORPUS_FILE} in deze map of een map ernaast bevat al deze documenten. Leg het erbij."
    )


def _read_sections(path: Path) -> tuple[BeirSection, ...]:
    sections = tuple(line.to_section() for line in _read_lines(path, _SectionLine))
    # Sections of one document are neighbours, wherever they stand in the file.
    order = {document: number for number, document in enumerate(dict.fromkeys(section.document_id for section in sections))}
    return tuple(sorted(sections, key=lambda section: order[section.document_id]))


def _read_lines(path: Path, shape: type[_Line]) -> list[_Line]:
    """The lines of a JSON Lines file, each of its own id."""
    try:
        # A line break of Unicode may stand unescaped inside a JSON string: only "\n" parts lines.
        written = path.read_bytes().split(b"\n")
    except OSError as error:
        raise BeirError(
            f"{path}: niet te lezen ({error.strerror}). Geef een map met {CORPUS_FILE} en {QUERIES_FILE}."
        ) from error
    read: dict[str, _Line] = {}
    for number, line in enumerate(written, start=1):
        if not line.strip():
            continue
        try:
            made = shape.model_validate_json(line)
        except ValidationError as error:
            fields = ", ".join(".".join(map(str, fault["loc"])) or "JSON" for fault in error.errors())
            raise BeirError(f"{path}, regel {number}: niet in BEIR-vorm ({fields}). Verbeter of verwijder de regel.") from error
        if made.id in read:
            raise BeirError(f"{path}, regel {number}: '{made.id}' staat er al. Geef elke regel een eigen _id.")
        read[made.id] = made
    if not read:
        raise BeirError(f"{path}: er staat niets in. Geef een map met {CORPUS_FILE} en {QUERIES_FILE}.")
    return list(read.values())


def _read_grades(path: Path, sections: set[str], queries: set[str]) -> dict[str, dict[str, int]]:
    """By question, the sections with a grade above 0."""
    grades: dict[str, dict[str, int]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        match line.split("\t"):
            case [query, section, score] if score.strip().lstrip("-").isdigit():
                if query not in queries or section not in sections:
                    raise BeirError(f"{path}, regel {number}: deze vraag of sectie bestaat niet. Verwijder de regel.")
                if int(score) > 0:
                    grades.setdefault(query, {})[section] = int(score)
            case _:
                raise BeirError(f"{path}, regel {number}: geen vraag, sectie en getal met tabs ertussen. Verbeter de regel.")
    return grades
