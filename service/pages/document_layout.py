"""Lays a canonical text out as a document: headings, paragraphs, lists and tables that wrap slices of the text.

Nothing is left out and nothing is added: the pieces of all lines joined are the canonical text again, since the offsets in a
permalink count on that. What a reader need not see (white space between blocks, bullets, Markdown asterisks) is there, unshown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from corpus.types import Block, CanonicalText
from indexer.structure.blocks import find_blocks
from indexer.structure.lines import BULLET
from indexer.structure.sections import clean_heading

LineForm = Literal["heading", "paragraph", "bullet", "number", "cell", "furniture"]
ElementForm = Literal["heading", "paragraph", "bullet", "number", "table", "furniture"]

MAX_INDENT = 3
MAX_CONTENTS_LEVEL = 2  # deeper headings make the table of contents longer than a reader wants to scan

_EMPHASIS = re.compile(r"(?<![\w*])(?P<sign>\*\*|\*)(?=[^\s*])(?P<words>(?:(?!\n\n)[^*])+)(?<=\S)(?P=sign)(?![\w*])")
_TAG = re.compile(r"</?[a-z]+(\s[^<>\n]*)?>")  # only in page furniture: in what a document says, "<b>" may be meant
_COUNTED = re.compile(r"\s*(\d|[a-z][.)]|\([a-z]\))")
_CELL = re.compile(r"[^\t]*\t(?:\n+\Z)?|[^\t]+")
_AMOUNT = re.compile(r"(?:[\d.,%\s]*[€–-])*+[.,%\s]*\d[\d.,%\s]*")


@dataclass(frozen=True, slots=True)
class Line:
    """The smallest thing that is laid out, ``[begin:end]`` with the white space after it; ``[shown_begin:shown_end]`` is read.

    ``level`` is the depth of a heading from 1, or how far an item stands inside others from 0. ``table`` and ``row`` number the
    tables and their rows within the document; ``heads`` is whether a cell is the head of its column. ``emphasis`` are
    stretches with the width of their signs: 1 for ``*`` and 2 for ``**``; ``markup`` are the tags that a converter left behind.
    """

    form: LineForm
    begin: int
    shown_begin: int
    shown_end: int
    end: int
    level: int = 0
    table: int = 0
    row: int = 0
    heads: bool = False
    emphasis: tuple[tuple[int, int, int], ...] = ()
    markup: tuple[tuple[int, int], ...] = ()

    @property
    def anchor(self) -> str:
        """The id of a heading in the page."""
        return f"onderdeel-{self.begin}"


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents: the heading on one line, its level from 1, and the id of its place in the page."""

    title: str
    level: int
    anchor: str


def read_blocks(canonical: CanonicalText, language: str) -> tuple[Block, ...]:
    """The blocks of a document: those that its format states where the index holds them, else those that are inferred."""
    return canonical.blocks if canonical.blocks is not None else _infer_blocks(canonical.text, language)


@lru_cache(maxsize=64)
def lay_out(text: str, blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """The lines of a document, in order, without gaps: the first begins at 0 and the last ends with the text."""
    begins = [_begin_of(text, block, before) for block, before in zip(blocks, (0, *(b.span.end for b in blocks)), strict=False)]
    depths = _nest_headings(blocks)
    lines: list[Line] = []
    above = begins[0] if blocks else len(text)
    if not blocks or text[:above].strip():
        lines.append(Line("paragraph", 0, 0, 0, above))
    for number, (block, begin, depth) in enumerate(zip(blocks, begins, depths, strict=True)):
        end = begins[number + 1] if number + 1 < len(blocks) else len(text)
        begin = begin if lines or number else 0
        lines += _lay_out_block(text, block, begin, end, depth, number)
    return tuple(_trim(text, line) for line in lines)


def find_emphasis(words: str, begin: int = 0) -> tuple[tuple[int, int, int], ...]:
    """The stretches of emphasis in words that begin at this offset, each with the width of its signs."""
    return tuple((begin + match.start(), begin + match.end(), len(match["sign"])) for match in _EMPHASIS.finditer(words))


def list_contents(text: str, lines: Sequence[Line], max_level: int = MAX_CONTENTS_LEVEL) -> tuple[ContentsEntry, ...]:
    """The headings down to ``max_level``, in reading order; one that repeats the heading right above it is left out."""
    entries: list[ContentsEntry] = []
    for line in lines:
        if line.form == "heading" and line.level <= max_level:
            title = clean_heading(text[line.shown_begin : line.shown_end])
            above = entries[-1] if entries and entries[-1].level < line.level else None
            if title and not (above and above.title.casefold() == title.casefold()):
                entries.append(ContentsEntry(title, line.level, line.anchor))
    return tuple(entries)


@lru_cache(maxsize=64)
def _infer_blocks(text: str, language: str) -> tuple[Block, ...]:
    return find_blocks(text, language)


def _begin_of(text: str, block: Block, before: int) -> int:
    """Where a block begins, for an item or table with the bullet, indent or empty cell on its line.

    ``before`` is where the previous block ends.
    """
    begin = block.span.begin
    return max(text.rfind("\n", 0, begin) + 1, before) if block.form in ("item", "table") else begin


def _nest_headings(blocks: Sequence[Block]) -> list[int]:
    """The depth of each heading from 1, without leaps: one deeper than the nearest higher heading before it; 0 for the rest."""
    above: list[int] = []
    depths = []
    for block in blocks:
        if block.form == "heading":
            above = [level for level in above if level < block.level] + [block.level]
        depths.append(len(above) if block.form == "heading" else 0)
    return depths


def _lay_out_block(text: str, block: Block, begin: int, end: int, depth: int, number: int) -> Iterator[Line]:
    words = text[begin:end]
    if block.form == "table":
        yield from _lay_out_table(words, begin, number)
    elif block.form == "item":
        indent = len(words) - len(words.lstrip(" \t"))
        form: LineForm = "number" if _COUNTED.match(words) else "bullet"
        yield Line(form, begin, begin, end, end, min(indent // 2, MAX_INDENT))
    else:
        form = "furniture" if block.form == "chrome" else "heading" if block.form == "heading" else "paragraph"
        yield Line(form, begin, begin, end, end, depth)


def _lay_out_table(words: str, begin: int, number: int) -> Iterator[Line]:
    """A line for each cell. Rows are lines and cells stand between tabs; rows above the amounts, without a label, are heads."""
    rows = [match for match in re.finditer(r"[^\n]*\n*", words) if match[0]]
    has_amounts = any(_AMOUNT.fullmatch(cell) for match in rows[1:] for cell in match[0].split("\t")[1:])
    first_labelled = next((row for row in range(1, len(rows)) if not rows[row][0].startswith("\t")), 1)
    for row, match in enumerate(rows):
        for cell in _CELL.finditer(match[0]):
            place, after = begin + match.start() + cell.start(), begin + match.start() + cell.end()
            yield Line("cell", place, place, after, after, 0, number, row, has_amounts and row < first_labelled)


def _trim(text: str, line: Line) -> Line:
    """The line with what of it is shown: without white space around it, bullet, and the signs of emphasis."""
    words = text[line.begin : line.end]
    shown_end = line.begin + len(words.rstrip())
    shown_begin = min(line.begin + len(words) - len(words.lstrip()), shown_end)
    bullet = BULLET.match(words) if line.form == "bullet" else None
    if bullet and line.begin + bullet.end() < shown_end:
        shown_begin = line.begin + bullet.end()
    emphasis = find_emphasis(words, line.begin)
    tags = _TAG.finditer(words) if line.form == "furniture" else ()
    markup = tuple((line.begin + match.start(), line.begin + match.end()) for match in tags)
    return replace(line, shown_begin=shown_begin, shown_end=shown_end, emphasis=emphasis, markup=markup)
