"""The nouns of the corpus: what every other folder talks about, and nothing that does anything.

Offsets everywhere are Unicode code points in a document's canonical text, half-open: ``text[begin:end]``.
"""

from dataclasses import dataclass
from typing import Literal

BlockForm = Literal["heading", "paragraph", "lead_in", "item", "table", "chrome"]
PassageForm = Literal["text", "list", "overview", "card", "table"]
Measure = Literal["aantal", "groei", "aandeel", "bedrag"]
FigureKind = Literal["stand", "stroom", "groei", "aandeel", "doel", "raming", "telling"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``[begin:end]`` of a canonical text, in code points."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin <= self.end:
            raise ValueError(f"not a span: [{self.begin}:{self.end}]")

    def of(self, text: str) -> str:
        """The words of this span: the only way in which a quote is ever made."""
        return text[self.begin : self.end]

    def blanked(self, text: str) -> str:
        """The text with spaces in place of this span, so that every other span of it stays true."""
        return f"{text[: self.begin]}{' ' * (self.end - self.begin)}{text[self.end :]}"

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document that counts as another kind, from this heading to the next of its level."""

    heading: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One entry of the manifest. ``date`` is an ISO date, month or year; ``file`` is relative to the corpus folder."""

    id: str
    file: str
    title: str
    publisher: str
    date: str
    kind: str
    language: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class PageStart:
    """Page ``number`` (from 1) of the source begins at this offset of the canonical text."""

    number: int
    begin: int


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece of structure: a heading, a paragraph, a list item, a table, or page furniture ("chrome").

    ``level`` is the depth of a heading, 1 the highest, and 0 for everything else. A "lead_in" introduces the items after it.
    """

    form: BlockForm
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """The one text of a document that everything else is a span of.

    ``version`` is ``sha256:`` and the digest of the text in UTF-8. ``pages`` is empty where the source has no pages.
    ``blocks`` holds the structure that the format itself states (HTML, Markdown, Word); None where it must be inferred.
    """

    document_id: str
    text: str
    version: str
    pages: tuple[PageStart, ...] = ()
    blocks: tuple[Block, ...] | None = None

    def page_at(self, offset: int) -> int | None:
        """The page number at an offset, or None where the source has no pages."""
        numbers = [page.number for page in self.pages if page.begin <= offset]
        return numbers[-1] if numbers else None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. ``path`` runs from the chapter down to this heading."""

    document_id: str
    kind: str
    path: tuple[str, ...]
    span: Span
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is searched and cited: a few whole sentences, a list with its lead-in, a numbered card, a table.

    ``items`` are the list items inside ``span``, in order; an overview is a list whose items are the headings below a heading.
    ``sentences`` are the smallest stretches that can answer: sentences, list items, rows of a table, an overview's own heading.
    """

    id: str
    document_id: str
    kind: str
    path: tuple[str, ...]
    span: Span
    form: PassageForm
    page: int | None = None
    items: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, ISO days, both included."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class FigureNotes:
    """What a document says beside its figures: who counted ("CIZ"), when it was published (ISO day), and sentences to keep in mind."""

    source: str | None = None
    published: str | None = None
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a series with the place where it is printed.

    ``value`` is in ``unit`` ("indicaties", "cliënten per maand", "euro", or "procent" where 34.01 means 34,01 %). ``span`` holds
    the printed number alone. A figure is of one day (``reference_date``, peildatum, ISO), of a ``period``, or undated.
    ``profile`` is a care profile such as GGZ03W, or None for a series that is not split by profile.

    A figure outside a table has a ``label``: the words that say what it is, the title of its card or its sentence. A range
    ("tussen de 300 en 400") runs from ``value`` to ``upper``; ``qualifier`` is "circa", "ten minste" and the like, as printed.
    ``whole`` is where the number stands that this one is a part of ("22 van de 31").
    """

    series: str
    measure: Measure
    profile: str | None
    reference_date: str | None
    value: float
    unit: str
    document_id: str
    span: Span
    kind: FigureKind = "stand"
    period: Period | None = None
    upper: float | None = None
    qualifier: str = ""
    label: Span | None = None
    whole: Span | None = None
    notes: FigureNotes = FigureNotes()

    @property
    def day(self) -> str:
        """The reference date of a figure that has one, as every cell of a table does; a ValueError for any other."""
        if self.reference_date is None:
            raise ValueError(f"'{self.series}' has no reference date")
        return self.reference_date
