"""Turns an answer into what a template can lay out: paragraphs, lists, linked citation numbers, rows of figures.

The page must show a list as a list without the answer carrying any markup, so the little structure that the plain text has
("- ", "1. ", "[2]") is read back here. Dutch notation of dates and numbers for readers lives here too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal
from urllib.parse import quote

from corpus.types import Figure, Span
from indexer.dutch_dates import MONTHS
from service.figures.dutch_numbers import figure_to_dutch
from service.pages.document_view import TextPiece, split_document
from service.types import Answer, Citation, CitedFigure

BlockForm = Literal["paragraph", "bullets", "numbers"]

_ITEM = re.compile(r"[ \t]*(?:[-•]|(?P<number>\d{1,3})\.)[ \t]+(?P<text>.*)", re.DOTALL)
_REFERENCE = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of answer text, or the number of the citation that stands there."""

    text: str
    citation: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or one list item; ``number`` is the printed number of a numbered item."""

    pieces: tuple[Piece, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph (one line) or a whole list (a line for each item)."""

    form: BlockForm
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of the table under an answer. ``formula`` is empty where the value was read and not computed."""

    date: str
    profile: str
    measure: str
    value: str
    computation: str
    formula: str
    citation: Citation


@dataclass(slots=True)
class _Entry:
    form: BlockForm
    text: str
    number: int | None = None
    order: int = 0


def split_answer(answer: Answer) -> tuple[TextBlock, ...]:
    """The blocks of an answer, in order; ``[n]`` becomes a link only where a citation n exists."""
    citation_numbers = frozenset(citation.number for citation in answer.citations)
    blocks = []
    for (form, _), entries in groupby(_read_entries(answer.text), key=lambda entry: (entry.form, entry.order)):
        lines = tuple(Line(_split_line(entry.text, citation_numbers), entry.number) for entry in entries)
        blocks.append(TextBlock(form, lines))
    return tuple(blocks)


def split_quote(citation: Citation) -> tuple[TextPiece, ...]:
    """The quote in pieces that join to it, those of the answering words marked; nothing is marked where all of it answers."""
    begin = citation.span.begin
    core = Span(citation.core.begin - begin, citation.core.end - begin)
    return split_document(citation.quote, core if citation.core != citation.span else None, ())


def list_figure_rows(figures: tuple[CitedFigure, ...]) -> tuple[FigureRow, ...]:
    """The rows of the table: each figure once, the cells that went into a computation before its result."""
    flat = [part for figure in figures for part in (*(figure.computation.inputs if figure.computation else ()), figure)]
    return tuple(dict.fromkeys(_figure_row(figure) for figure in flat))


def format_date(date: str) -> str:
    """An ISO date, month or year in Dutch ("1 juli 2022", "september 2024", "2024"); anything else unchanged."""
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", date):
        return date
    year, month, day = [int(part) for part in date.split("-")] + [0] * (2 - date.count("-"))
    return " ".join(filter(None, [str(day) if day else "", MONTHS[month - 1] if month else "", str(year)]))


def format_moment(moment: str) -> str:
    """An ISO moment in UTC as a Dutch date and time; it says that the time is UTC."""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}).*Z", moment)
    return f"{format_date(found[1])} om {found[2]}.{found[3]} uur (UTC)" if found else moment


def format_value(figure: Figure) -> str:
    """The value of a figure in Dutch notation with its unit: "11.650 indicaties", "34,01 %"."""
    number = figure_to_dutch(figure)
    return number if figure.unit == "procent" else f"{number} {figure.unit}"


def link_to_citation(citation: Citation) -> str:
    """The address of the cited words: the query marks them on the server, the fragment scrolls to them."""
    begin, end = citation.span.begin, citation.span.end
    return f"/documenten/{quote(citation.document.id, safe='')}?begin={begin}&eind={end}#t{begin}-{end}"


def _read_entries(text: str) -> Iterator[_Entry]:
    """Paragraphs and list items; an indented line directly under one is its continuation.

    ``order`` differs between paragraphs and is 0 for items, so that neighbouring items group into one list.
    """
    entries: list[_Entry] = []
    after_blank = True
    for line in text.replace("\r\n", "\n").split("\n"):
        item = _ITEM.fullmatch(line)
        last = entries[-1] if entries else None
        if not line.strip():
            after_blank = True
            continue
        if item:
            number = int(item["number"]) if item["number"] else None
            entries.append(_Entry("bullets" if number is None else "numbers", item["text"], number))
        elif last and not after_blank and (last.form == "paragraph" or line[0] in " \t"):
            last.text += "\n" + line.strip()
        else:
            entries.append(_Entry("paragraph", line.strip(), order=len(entries) + 1))
        after_blank = False
    yield from entries


def _split_line(text: str, citation_numbers: frozenset[int]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    done = 0
    for reference in _REFERENCE.finditer(text):
        if (number := int(reference[1])) in citation_numbers:
            pieces += [Piece(text[done : reference.start()]), Piece(reference[0], number)]
            done = reference.end()
    pieces.append(Piece(text[done:]))
    return tuple(piece for piece in pieces if piece.text)


def _figure_row(cited: CitedFigure) -> FigureRow:
    figure, computation = cited.figure, cited.computation
    return FigureRow(
        date=format_date(figure.reference_date) if figure.reference_date else "",
        profile=figure.profile or "",
        measure=figure.measure,
        value=format_value(figure),
        computation=computation.name if computation else "",
        formula=computation.formula if computation else "",
        citation=cited.citation,
    )
