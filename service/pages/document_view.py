"""Cuts a laid-out document into what the page shows: elements of lines of pieces, with the marked words among them.

The pieces joined are the canonical text again, character for character: the offsets in a permalink count on that.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal

from corpus.types import PageStart, Span
from service.pages.document_layout import ElementForm, Line

_MAX_OFFSET_DIGITS = 9  # a text of 10^9 characters does not fit in a page


class RangeError(ValueError):
    """The begin and end in the address are not a stretch of this document."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line. ``ids`` are the marked passages of which it is the first that is shown; ``page`` begins with it.

    ``current`` is whether it belongs to the passage that the address points at.
    """

    text: str
    shown: bool
    style: Literal["", "em", "strong"]
    marked: bool = False
    current: bool = False
    ids: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with its pieces."""

    line: Line
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A heading, a paragraph or page furniture (one row of one line), a list (a row for each item), or a table."""

    form: ElementForm
    rows: tuple[tuple[ShownLine, ...], ...]


def read_range(begin: str, end: str, text: str) -> Span:
    """The span that the address asks for, in code points; raises RangeError when the text has no such stretch."""
    if not (_is_offset(begin) and _is_offset(end) and int(begin) < int(end) <= len(text)):
        raise RangeError(
            "De plaats in dit adres staat niet in dit document. Misschien is het document veranderd. "
            "Zoek de passage opnieuw via de vraagpagina."
        )
    return Span(int(begin), int(end))


def name_place(span: Span) -> str:
    """The id of a marked passage in the page, as the fragment of its address has it."""
    return f"t{span.begin}-{span.end}"


def build_elements(
    text: str, lines: Sequence[Line], hits: Sequence[Span] = (), current: Span | None = None, pages: Sequence[PageStart] = ()
) -> tuple[Element, ...]:
    """The document as elements, with the hits marked. The pieces of all lines joined are the text."""
    shown = _split_lines(text, lines, _Marks(sorted(set(hits), key=lambda hit: (hit.begin, hit.end)), current, list(pages)))
    groups = (tuple(group) for _, group in groupby(enumerate(shown), key=lambda pair: _group_of(*pair)))
    return tuple(_to_element([line for _, line in group]) for group in groups)


@dataclass(slots=True)
class _Marks:
    """What is still to be placed while the lines go by in order: hits without their id, pages without their number."""

    hits: list[Span]
    current: Span | None
    pages: list[PageStart]
    merged: list[Span] = field(default_factory=list)
    named: int = 0

    def __post_init__(self) -> None:
        for hit in self.hits:
            last = self.merged.pop() if self.merged and hit.begin <= self.merged[-1].end else hit
            self.merged.append(Span(last.begin, max(last.end, hit.end)))

    def covers(self, stretch: Span) -> bool:
        """Whether a stretch, cut at the edges of every hit, lies in one of them."""
        place = bisect_right(self.merged, stretch.begin, key=lambda hit: hit.begin) - 1
        return place >= 0 and self.merged[place].contains(stretch)

    def take_ids(self, begin: int, end: int) -> tuple[str, ...]:
        """The ids of the hits that begin at or before this shown piece and still have none."""
        ids = []
        while self.named < len(self.hits) and self.hits[self.named].begin <= begin:
            if end <= self.hits[self.named].end:
                ids.append(name_place(self.hits[self.named]))
            self.named += 1
        return tuple(ids)

    def take_page(self, begin: int) -> int | None:
        """The number of the page that begins at or before this shown piece and was not yet said."""
        number = None
        while self.pages and self.pages[0].begin <= begin:
            number = self.pages.pop(0).number
        return number


def _split_lines(text: str, lines: Sequence[Line], marks: _Marks) -> Iterator[ShownLine]:
    edges = sorted({edge for hit in marks.hits for edge in (hit.begin, hit.end)} | {page.begin for page in marks.pages})
    for line in lines:
        yield ShownLine(line, tuple(_split_line(text, line, edges, marks)))


def _split_line(text: str, line: Line, edges: Sequence[int], marks: _Marks) -> Iterator[Piece]:
    signs = [edge for begin, end, width in line.emphasis for edge in (begin, begin + width, end - width, end)]
    signs += [edge for begin, end in line.markup for edge in (begin, end)]
    inside = edges[bisect_right(edges, line.begin) : bisect_left(edges, line.end)]
    for begin, end in pairwise(sorted({line.begin, line.shown_begin, line.shown_end, line.end, *signs, *inside})):
        around = next(((first, last, width) for first, last, width in line.emphasis if first <= begin and end <= last), None)
        shown = _is_shown(line, begin, end, around)
        yield Piece(
            text[begin:end],
            shown,
            "" if not shown or around is None else "strong" if around[2] == 2 else "em",
            marks.covers(Span(begin, end)),
            marks.current is not None and marks.current.contains(Span(begin, end)),
            marks.take_ids(begin, end) if shown else (),
            marks.take_page(begin) if shown else None,
        )


def _is_shown(line: Line, begin: int, end: int, around: tuple[int, int, int] | None) -> bool:
    """Whether a reader sees this stretch: not the white space around a line, its bullet, tags, nor the signs of emphasis."""
    if begin < line.shown_begin or end > line.shown_end or any(first <= begin and end <= last for first, last in line.markup):
        return False
    return around is None or (begin >= around[0] + around[2] and end <= around[1] - around[2])


def _group_of(number: int, shown: ShownLine) -> tuple[str, int]:
    """What neighbouring lines must share to be one element: items of one kind are a list, cells of one number a table."""
    form = shown.line.form
    return form, shown.line.table if form in ("bullet", "number", "cell") else number


def _to_element(lines: Sequence[ShownLine]) -> Element:
    form = lines[0].line.form
    if form == "cell":
        rows = tuple(tuple(row) for _, row in groupby(lines, key=lambda shown: shown.line.row))
        return Element("table", rows)
    return Element(form, tuple((line,) for line in lines))


def _is_offset(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= _MAX_OFFSET_DIGITS
