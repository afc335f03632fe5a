"""Turns an answer into what a template can lay out: paragraphs, lists, linked citation numbers, the numbers that answer.

The page must show a list as a list without the answer carrying any markup, so the little structure that the plain text has
("- ", "1. ", "[2]") is read back here. Dutch notation of dates for readers lives here too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal
from urllib.parse import urlencode

from corpus.types import Span
from indexer.dutch_dates import MONTHS
from service.figures.dutch_numbers import figure_to_dutch
from service.pages.document_layout import find_emphasis
from service.pages.permalink import link_to_passages, make_permalink
from service.phrasing import tidy_words
from service.types import Answer, Citation, CitedFigure

BlockForm = Literal["paragraph", "bullets", "numbers"]

_ITEM = re.compile(r"[ \t]*(?:[-•]|(?P<number>\d{1,3})\.)[ \t]+(?P<text>.*)", re.DOTALL)
_REFERENCE = re.compile(r"\[(\d{1,3})\]")
_ENDS_STATEMENT = re.compile(r"\[\d{1,3}\]\.?\Z")
_LONGEST_NUMBER = 20  # characters of an answering number ("300 en 400"); longer words are a sentence, too much to stand out
_SHORTEST_AMOUNT = 3  # characters: "12" could just as well be the day of a date
_LONGEST_CAVEAT = 160  # characters: one sentence that can be read in passing
_LONGEST_IN_ADDRESS = 2000  # characters of a wording; who pastes one may send more


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of answer text, or the number of the citation that stands there. ``strong`` is a number that answers."""

    text: str
    citation: int | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """A stretch of a quote; the words that answer are marked, the signs around emphasis ("*") are not shown."""

    text: str
    marked: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or one list item; ``number`` is the printed number of a numbered item."""

    pieces: tuple[Piece, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph (one line) or a whole list (a line for each item).

    ``shared`` is the one citation of the line above a list and of all its items: said once, it need not be said at each.
    """

    form: BlockForm
    lines: tuple[Line, ...]
    shared: int | None = None


@dataclass(frozen=True, slots=True)
class Caveats:
    """What to know beside an answer: ``brief`` to read at once, ``notes`` the longer words of the source to unfold."""

    brief: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    form: BlockForm
    text: str
    number: int | None = None
    order: int = 0


def split_answer(answer: Answer) -> tuple[TextBlock, ...]:
    """The blocks of an answer, in order; ``[n]`` becomes a link only where a citation n exists."""
    blocks: list[TextBlock] = []
    for (form, _), entries in groupby(_read_entries(answer.text), key=lambda entry: (entry.form, entry.order)):
        lines = tuple(Line(_split_line(entry.text, answer), entry.number) for entry in entries)
        above = blocks[-1].lines[-1] if blocks and form != "paragraph" else None
        blocks.append(TextBlock(form, lines, _find_shared(above, lines) if above else None))
    return tuple(blocks)


def split_quote(citation: Citation, figures: Iterable[CitedFigure] = ()) -> tuple[QuotePiece, ...]:
    """The quote in pieces that join to it, the answering words marked: its core, else the printed numbers of the figures.

    Nothing is marked where all of it answers.
    """
    whole, core = citation.span, citation.core
    printed = {part.figure.span for part in _list_printed(figures) if part.figure.document_id == citation.document.id}
    marked = {core} if core != whole else {span for span in printed if whole.contains(span) and span != whole}
    emphasis = find_emphasis(citation.quote, whole.begin)
    signs = {sign for begin, end, width in emphasis for sign in (Span(begin, begin + width), Span(end - width, end))}
    cuts = sorted({whole.begin, whole.end} | {edge for span in marked | signs for edge in (span.begin, span.end)})
    return tuple(
        QuotePiece(
            citation.words_of(part),
            marked=any(span.contains(part) for span in marked),
            shown=not any(sign.contains(part) for sign in signs),
        )
        for part in (Span(begin, end) for begin, end in pairwise(cuts))
    )


def part_caveats(caveats: tuple[str, ...]) -> Caveats:
    """The caveats in their own order, our own short sentences apart from what is quoted or long."""
    notes = tuple(caveat for caveat in caveats if caveat.startswith("“") or len(caveat) > _LONGEST_CAVEAT)
    return Caveats(tuple(caveat for caveat in caveats if caveat not in notes), notes)


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


def link_to_citation(citation: Citation, citations: Iterable[Citation] = ()) -> str:
    """The lasting address of the cited words in their document, with those of the other citations in it beside them."""
    document, span = citation.document.id, citation.span
    beside = [other.span for other in citations if other.document.id == document and other.span != span]
    return make_permalink(document, citation.version, span, citation.quote, beside)


def link_to_place(citation: Citation) -> str:
    """A short address of the cited words, for a page with many: the query marks them on the server, the fragment scrolls to them."""
    return link_to_passages(citation.document.id, (citation.span,))


def link_to_wording(citation: Citation) -> str:
    """The page that checks the answering words of a citation as a wording."""
    words = citation.words_of(citation.core)
    # A number by itself stands everywhere: then the words around it are the wording.
    return link_to_check(words if len(words) > _LONGEST_NUMBER else citation.quote)


def link_to_check(words: str) -> str:
    """The page that checks a wording with these words, cut between words where they would make the address too long."""
    cut = words if len(words) <= _LONGEST_IN_ADDRESS else words[:_LONGEST_IN_ADDRESS].rsplit(None, 1)[0]
    return f"/formulering?{urlencode({'tekst': cut.strip()})}"


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
        elif last and not after_blank and _goes_on(last, line):
            last.text += "\n" + line.strip()
        else:
            entries.append(_Entry("paragraph", line.strip(), order=len(entries) + 1))
        after_blank = False
    yield from entries


def _goes_on(last: _Entry, line: str) -> bool:
    """Whether a line belongs to what stands above it; after the number of a citation a new statement begins."""
    if last.form == "paragraph":
        return not _ENDS_STATEMENT.search(last.text)
    return line[0] in " \t"


def _split_line(text: str, answer: Answer) -> tuple[Piece, ...]:
    citation_numbers = frozenset(citation.number for citation in answer.citations)
    pieces: list[Piece] = []
    done = 0
    for reference in _REFERENCE.finditer(text):
        if (number := int(reference[1])) in citation_numbers:
            pieces += [Piece(text[done : reference.start()]), Piece(reference[0], number)]
            done = reference.end()
    pieces.append(Piece(text[done:]))
    numbers = sorted(_find_numbers(text, answer), key=len, reverse=True)
    return tuple(part for piece in pieces if piece.text for part in _emphasise(piece, numbers))


def _emphasise(piece: Piece, numbers: list[str]) -> Iterator[Piece]:
    if piece.citation is not None or not numbers:
        yield piece
        return
    whole_number = rf"(?<![\d.,])({'|'.join(map(re.escape, numbers))})(?![\d]|[.,]\d)"
    for place, part in enumerate(re.split(whole_number, piece.text)):
        if part:
            yield replace(piece, text=part, strong=place % 2 == 1)


def _find_numbers(text: str, answer: Answer) -> set[str]:
    """The numbers of a line that answer: the values of its figures, and what a citation marks in a quote that stands here."""
    values = {figure_to_dutch(cited.figure) for cited in answer.figures}
    found = {value for value in values if len(value) >= _SHORTEST_AMOUNT}
    for citation in answer.citations:
        words = citation.words_of(citation.core)
        if len(words) <= _LONGEST_NUMBER and any(sign.isdigit() for sign in words) and tidy_words(citation.quote) in text:
            found.add(tidy_words(words))
    return found


def _find_shared(above: Line, items: tuple[Line, ...]) -> int | None:
    """The citation that the line above a list and each of its items end with, when they have no other; else None."""
    cited = [[piece.citation for piece in line.pieces if piece.citation] for line in (above, *items)]
    return cited[0][0] if cited[0] and all(numbers == cited[0][:1] for numbers in cited) else None


def _list_printed(figures: Iterable[CitedFigure]) -> Iterator[CitedFigure]:
    """The figures that are printed in a source: the answered ones and those that went into a computation."""
    for cited in figures:
        yield from (cited.computation.inputs if cited.computation else (cited,))
