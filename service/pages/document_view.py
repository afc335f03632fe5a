"""Cuts a canonical text into what the document page shows: plain pieces, marked pieces and places to jump to.

The pieces joined are the canonical text again, character for character: the offsets in a permalink count on that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corpus.types import Passage, Span

MAX_CONTENTS_LEVEL = 2  # deeper headings make the table of contents longer than a reader wants to scan
_MAX_OFFSET_DIGITS = 9  # a text of 10^9 characters does not fit in a page


class RangeError(ValueError):
    """The begin and end in the address are not a stretch of this document."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of the text. ``anchor`` is the id of the place where it begins, for the table of contents."""

    begin: int
    text: str
    marked: bool
    anchor: str | None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents: the heading, its level from 1, and where its text begins."""

    title: str
    level: int
    begin: int

    @property
    def anchor(self) -> str:
        """The id of the place in the page."""
        return f"onderdeel-{self.begin}"


def read_range(begin: str, end: str, text: str) -> Span:
    """The span that the address asks for, in code points; raises RangeError when the text has no such stretch."""
    if not (_is_offset(begin) and _is_offset(end) and int(begin) < int(end) <= len(text)):
        raise RangeError(
            "De plaats in dit adres staat niet in dit document. Misschien is het document veranderd. "
            "Zoek de passage opnieuw via de vraagpagina."
        )
    return Span(int(begin), int(end))


def list_contents(passages: Iterable[Passage]) -> tuple[ContentsEntry, ...]:
    """The headings above the passages of one document, in reading order."""
    entries: list[ContentsEntry] = []
    previous: tuple[str, ...] = ()
    for passage in sorted(passages, key=lambda passage: passage.span.begin):
        path = passage.path[:MAX_CONTENTS_LEVEL]
        same = next((level for level, pair in enumerate(zip(path, previous, strict=False)) if pair[0] != pair[1]), None)
        first_new = min(len(path), len(previous)) if same is None else same
        entries += [ContentsEntry(path[level], level + 1, passage.span.begin) for level in range(first_new, len(path))]
        previous = path
    return tuple(entries)


def split_document(text: str, marked: Span | None, contents: Iterable[ContentsEntry]) -> tuple[TextPiece, ...]:
    """The text in pieces that join to the whole; a cut at every entry of the contents and around the marked span."""
    anchors = {entry.begin: entry.anchor for entry in contents}
    edges = {marked.begin, marked.end} if marked else set()
    cuts = sorted({0, len(text)} | edges | {begin for begin in anchors if begin < len(text)})
    return tuple(
        TextPiece(begin, text[begin:end], marked is not None and marked.contains(Span(begin, end)), anchors.get(begin))
        for begin, end in pairwise(cuts)
    )


def _is_offset(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= _MAX_OFFSET_DIGITS
