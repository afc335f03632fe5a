"""Finds what a document says beside its figures: who counted, when it was published, and what a reader must know of them.

A page of a dashboard has its own heading, its figures, its note ("Noot*: …") and the buttons of its viewer. A note belongs
to the figures under the same heading, or under a heading beside it on the same page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.types import Block, CanonicalText, Figure, FigureNotes, Span
from indexer.figures.printed_numbers import read_printed_day
from indexer.structure.sentences import split_sentences

_NOTE = re.compile(r"\W*(?:noot|voetnoot|toelichting|let op|bron(?:nen)?)\b[\s\d*¹²³]*:", re.IGNORECASE)
_PAGE_END = re.compile(r"power bi|\b\d+\s+(?:of|van)\s+\d+\b|^\W*go back|^\W*pagina \d+", re.IGNORECASE)
_PUBLISHED = re.compile(r"publicatie\s?datum|datum (?:van )?publicatie|gepubliceerd op", re.IGNORECASE)
_SOURCE = re.compile(
    r"\b(?P<before>[A-Z][A-Za-z]*[A-Z])-(?:gegevens|cijfers|data|registratie)\b"
    r"|\b(?:[Gg]egevens|[Cc]ijfers|[Dd]ata) van (?:het |de )?(?P<after>[A-Z][A-Za-z]*[A-Z])\b"
    r"|\b[Bb]ron(?:nen)?\s*:\s*(?P<named>[A-Z][\w-]*)"
)
# A sentence of a note that a reader must know says of whom or what the figures are, or what they can't be used for.
_RESERVATION = re.compile(
    r"\b(?:niet|geen|alleen|uitsluitend|hierdoor|daardoor|immers|geldige?|peildatum|gebaseerd op|exclusief|inclusief|afgerond\w*"
    r"|voorlopige?|geschat\w*|meegeteld|meegenomen|aangepast|gewijzigd|herzien\w*|let op)\b",
    re.IGNORECASE,
)
# Outside a note only a sentence about the counting itself belongs to the figures.
_RECOUNTED = re.compile(
    r"\b(?:aangepast|gewijzigd|herzien\w*|voorlopige?|afgerond\w*|niet\b.{0,40}\bvergele\w+|vertekend)\b", re.I
)
_COUNTING = re.compile(
    r"\b(?:aantal(?:len)?|cijfers|\w*categorie(?:ën)?|gegevens|indeling|telling|percentages|definities?|tabel|dashboard)\b",
    re.I,
)

LONGEST_DAY = 20  # characters: "19 september 2024", with some emphasis


@dataclass(frozen=True, slots=True)
class _Page:
    """The stretch of text that the notes of a figure may stand in, with those notes."""

    span: Span
    notes: tuple[Block, ...]


def attach_notes(canonical: CanonicalText, blocks: Sequence[Block], figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures with what is said beside them; a figure without a note on its page has no source.

    The date of publication is read only where it can't be misread, the sentences are whole, in reading order.
    """
    known: dict[Span, FigureNotes] = {}
    attached = []
    for figure in figures:
        # All cells of a table share its block, and so its notes.
        place = next((block.span for block in blocks if block.span.contains(figure.span)), figure.span)
        if place not in known:
            known[place] = _read_page(canonical.text, blocks, _find_page(canonical.text, blocks, place))
        attached.append(replace(figure, notes=known[place]))
    return tuple(attached)


def _find_page(text: str, blocks: Sequence[Block], place: Span) -> _Page:
    """The innermost section with a note, else the one around it; in a text without headings all of it."""
    # A date alone is shaped like a heading, but beside "Publicatie datum" it heads nothing.
    headings = [block for block in blocks if block.form == "heading" and not _is_lone_day(block.span.of(text))]
    sections = [_section_of(heading, headings, len(text)) for heading in headings]
    around = sorted((section for section in sections if section.contains(place)), key=lambda section: section.begin)
    around = around or [Span(0, len(text) if not headings else headings[0].span.begin)]
    for section in around[:-3:-1]:
        notes = [block for block in blocks if section.contains(block.span) and _is_note(text, block)]
        near = tuple(note for note in notes if not _page_ends_between(text, blocks, place, note.span))
        if near:
            return _Page(_clip(text, blocks, section, place), near)
    return _Page(_clip(text, blocks, around[-1], place), ())


def _section_of(heading: Block, headings: list[Block], length: int) -> Span:
    ends = (other.span.begin for other in headings if other.span.begin > heading.span.begin and other.level <= heading.level)
    return Span(heading.span.begin, next(ends, length))


def _clip(text: str, blocks: Sequence[Block], section: Span, place: Span) -> Span:
    """The section without what stands beyond the buttons of the viewer before and after the figure."""
    borders = [block.span for block in blocks if section.contains(block.span) and _ends_page(text, block)]
    begin = max((border.end for border in borders if border.end <= place.begin), default=section.begin)
    end = min((border.begin for border in borders if border.begin >= place.end), default=section.end)
    return Span(begin, end)


def _is_lone_day(words: str) -> bool:
    return len(words) <= LONGEST_DAY and read_printed_day(words) is not None


def _is_note(text: str, block: Block) -> bool:
    return block.form not in ("heading", "chrome", "table") and bool(_NOTE.match(block.span.of(text)))


def _ends_page(text: str, block: Block) -> bool:
    return block.form == "chrome" and bool(_PAGE_END.search(block.span.of(text)))


def _page_ends_between(text: str, blocks: Sequence[Block], place: Span, note: Span) -> bool:
    between = Span(min(place.end, note.end), max(place.begin, note.begin))
    return any(between.contains(block.span) and _ends_page(text, block) for block in blocks)


def _read_page(text: str, blocks: Sequence[Block], page: _Page) -> FigureNotes:
    own = [block for block in blocks if page.span.contains(block.span)]
    sources = [
        match["before"] or match["after"] or match["named"]
        for note in page.notes
        for match in _SOURCE.finditer(note.span.of(text))
    ]
    sentences = [
        sentence
        for block in own
        if block.form == "paragraph"
        for sentence in split_sentences(text, block.span)
        if _must_be_known(sentence.of(text), in_note=block in page.notes)
    ]
    return FigureNotes(" en ".join(dict.fromkeys(sources)) or None, _read_publication_day(text, own), tuple(sentences))


def _must_be_known(sentence: str, *, in_note: bool) -> bool:
    # A sentence that the page cut off ("Leeftijden zijn gemeten") says nothing that can be relied on.
    if not sentence.endswith((".", "!", "…")):
        return False
    if in_note:
        return bool(_RESERVATION.search(sentence))
    return bool(_RECOUNTED.search(sentence) and _COUNTING.search(sentence))


def _read_publication_day(text: str, blocks: Sequence[Block]) -> str | None:
    """The day beside the words "Publicatie datum": on their line, else on the line before or after; None where two differ."""
    found = set()
    lines = [line.strip() for block in blocks for line in block.span.of(text).splitlines() if line.strip()]
    for number, line in enumerate(lines):
        if _PUBLISHED.match(line):
            beside = (line, *lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
            days = (read_printed_day(words) for words in beside if len(words) <= len(line) + 20)
            found.add(next((day for day in days if day), None))
    return found.pop() if len(found) == 1 else None
