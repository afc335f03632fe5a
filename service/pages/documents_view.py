"""Gathers what the list of documents shows: what each holds, the kinds to filter by, and how its figures were checked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.types import Document
from indexer.figures.checks import FigureCheck
from indexer.store import OpenIndex

_CHECKS = {
    "afgedrukte groei tegen de aantallen": "De groei die in een tabel staat, is nagerekend met de aantallen in die tabel.",
    "cellen die er horen te zijn": "In een tabel mag geen aantal ontbreken.",
    "cellen die tweemaal voorkomen": "Staat een cel op twee plaatsen, dan moet er hetzelfde staan.",
    "aantallen gelijk afgerond": "De aantallen in een tabel moeten op dezelfde manier zijn afgerond.",
    "peildata op gelijke afstand en op volgorde": "De peildata van een tabel moeten op volgorde staan, even ver uit elkaar.",
    "zorgprofielen zonder gat": "In een reeks zorgprofielen mag er geen worden overgeslagen.",
    "afgedrukt totaal tegen de profielen": "Een totaal dat in een tabel staat, moet de som van de zorgprofielen zijn.",
    "peildata tegen de noot bij de tabel": "De noot bij een tabel moet dezelfde periode noemen als de tabel.",
    "kerncijfers met een rij in de tabel": "Een los cijfer over een zorgprofiel moet een rij in de tabel hebben.",
    "aandelen tegen de tabel": "Een los percentage moet dicht bij dat van de tabel liggen.",
    "stijgingen tegen de tabel": "Een losse stijging moet dicht bij die van de tabel liggen.",
    "aandeel en aantal samen tegen de tabel": "Uit een los aandeel en aantal samen moet een geheel volgen dat bij de tabel past.",
    "kerncijfers die tweemaal voorkomen": "Staat een los cijfer op twee plaatsen, dan moet er hetzelfde staan.",
    "standen in de tekst tegen de tabel": "Een aantal in de lopende tekst moet bij de tabel passen.",
    "instroom in de tekst tegen de netto toename": "De instroom per maand in de tekst moet ongeveer passen bij de toename in de tabel.",
}
"""What each check is, for who does not know its name; a check without a line here is shown by its name."""


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document with how much of it can be found. ``pages`` is None where the source has no pages."""

    document: Document
    words: int
    passages: int
    figures: int
    pages: int | None


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A documentsoort to filter by; ``kind`` is empty for all of them."""

    kind: str
    label: str
    documents: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class SaidCheck:
    """A check of the figures: what it looks at in plain Dutch, at how much it looked, and what it found."""

    explanation: str
    checked: int
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


def list_documents(index: OpenIndex, kind: str) -> tuple[DocumentEntry, ...]:
    """The documents that are of this kind or have a part of it, in the order of the manifest; all where ``kind`` is empty."""
    passages = Counter(passage.document_id for passage in index.passages)
    figures = Counter(figure.document_id for figure in index.figures)
    return tuple(
        DocumentEntry(
            document,
            words=len(index.texts[document.id].text.split()),
            passages=passages[document.id],
            figures=figures[document.id],
            pages=len(index.texts[document.id].pages) or None,
        )
        for document in index.documents.values()
        if not kind or kind in kinds_of(document)
    )


def list_kinds(documents: Iterable[Document], chosen: str) -> tuple[KindChoice, ...]:
    """All of them first, then each kind that a document or a part of one has, by name."""
    every = tuple(documents)
    kinds = Counter(kind for document in every for kind in kinds_of(document))
    choices = [KindChoice("", "Alle documenten", len(every), not chosen)]
    choices += [KindChoice(kind, write_kind(kind), kinds[kind], kind == chosen) for kind in sorted(kinds)]
    return tuple(choices)


def kinds_of(document: Document) -> frozenset[str]:
    """The kinds that a document counts as: its own and those of its parts."""
    return frozenset((document.kind, *(part.kind for part in document.parts)))


def write_kind(kind: str) -> str:
    """A kind as words: "Bestuurlijke afspraken"."""
    return kind.replace("-", " ").capitalize()


def list_checks(checks: Iterable[FigureCheck], documents: Mapping[str, Document]) -> tuple[SaidCheck, ...]:
    """The checks that had something to look at, those that found something first; documents are called by their titles."""
    said = [
        SaidCheck(
            _CHECKS.get(check.name, f"{check.name.capitalize()}."),
            check.checked,
            name_documents(check.problems, documents),
            name_documents(check.remarks, documents),
        )
        for check in checks
        if check.checked or check.problems or check.remarks
    ]
    return tuple(sorted(said, key=lambda check: (not check.problems, not check.remarks)))


def name_documents(sentences: Iterable[str], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The sentences with titles for the ids that they begin with."""
    return tuple(_name_document(sentence, documents) for sentence in sentences)


def _name_document(sentence: str, documents: Mapping[str, Document]) -> str:
    document_id, colon, rest = sentence.partition(":")
    return f"{documents[document_id].title}{colon}{rest}" if document_id in documents else sentence
