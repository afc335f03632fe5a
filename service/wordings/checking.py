"""Checks a wording against the sources: does it stand there word for word, nearly, or not?"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from corpus.types import Span
from indexer.store import OpenIndex
from service.citing import cite_span
from service.types import Citation
from service.wordings.alignment import find_alignments
from service.wordings.differences import Difference
from service.wordings.text import reduce_text

_MOST_MATCHES = 3

FLOOR = 0.6
"""Share of words from which a wording counts as a deviating one. Measured on the five first documents: of sentences with a fifth
of their words changed all reach it, with three in ten 99 %, with four in ten 89 %; made-up sentences in policy Dutch that
stand nowhere reach at most 0.56. What else reaches it are the near-doubles that the documents really hold, and scraps of a few
common words ("De zorg in de regio")."""


@dataclass(frozen=True, slots=True)
class WordingMatch:
    """A place in the sources. ``similarity`` is the share of words that agree, 0 to 1, and 1 for a literal match.

    ``differences`` in order: those of kind gelijk and weggelaten hold the source's words, gelijk and toegevoegd the pasted ones.
    """

    citation: Citation
    similarity: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class WordingVerdict:
    """Whether the wording stands in the sources, with up to three places, best first."""

    verdict: Literal["letterlijk", "afwijkend", "niet-gevonden"]
    matches: tuple[WordingMatch, ...]


def check_wording(text: str, index: OpenIndex) -> WordingVerdict:
    """Whether this wording stands in the sources, and where; for a wording that deviates, what differs word by word.

    White space, quotation marks, hyphenation, bullets, Markdown asterisks, a capital at the very start and a full stop at the
    very end make no difference. Citations are numbered from 1.
    """
    pasted = unicodedata.normalize("NFC", text).strip()
    literal = _cite_literal(pasted, index)
    if literal:
        return WordingVerdict("letterlijk", literal)
    texts = {document_id: canonical.text for document_id, canonical in index.texts.items()}
    matches = tuple(
        WordingMatch(cite_span(index, found.document_id, found.span, number), found.similarity, found.differences)
        for number, found in enumerate(find_alignments(pasted, texts, FLOOR, _MOST_MATCHES), start=1)
    )
    return WordingVerdict("afwijkend" if matches else "niet-gevonden", matches)


def _cite_literal(pasted: str, index: OpenIndex) -> tuple[WordingMatch, ...]:
    for letters in _spellings(reduce_text(pasted).letters):
        places = islice(_find_letters(letters, pasted, index), _MOST_MATCHES)
        citations = [cite_span(index, document_id, span, number) for number, (document_id, span) in enumerate(places, start=1)]
        if citations:
            return tuple(WordingMatch(cited, 1.0, (Difference("gelijk", cited.quote),)) for cited in citations)
    return ()


def _spellings(letters: str) -> list[str]:
    """The letters as pasted, then without a full stop at the end, then each with the other case for the first letter."""
    endings = [letters, letters.removesuffix(".")]
    other_case = [spelling[:1].swapcase() + spelling[1:] for spelling in endings]
    return [spelling for spelling in dict.fromkeys(endings + other_case) if any(map(str.isalnum, spelling))]


def _find_letters(letters: str, pasted: str, index: OpenIndex) -> Iterator[tuple[str, Span]]:
    for document_id, canonical in index.texts.items():
        reduced = reduce_text(canonical.text)
        found = reduced.letters.find(letters)
        while found >= 0:
            span = Span(reduced.places[found], reduced.places[found + len(letters) - 1] + 1)
            if _is_whole(canonical.text, span):
                yield document_id, _take_quotes(canonical.text, span, pasted)
            found = reduced.letters.find(letters, found + len(letters))


def _is_whole(text: str, span: Span) -> bool:
    """Whether the span begins and ends between words, and not within a number such as 10.375."""
    return not _joined(text, span.begin) and not _joined(text, span.end)


def _joined(text: str, offset: int) -> bool:
    before, after = text[max(0, offset - 2) : offset], text[offset : offset + 2]
    if not before or not after:
        return False
    if before[-1].isalnum() and after[0].isalnum():
        return True
    if before[-1].isdecimal():
        return after[0] in ".," and after[1:].isdecimal()
    return after[0].isdecimal() and before[-1] in ".," and before[:-1].isdecimal()


def _take_quotes(text: str, span: Span, pasted: str) -> Span:
    """The span with the quotation marks or dashes around it, as far as the pasted text has something there as well."""
    own = reduce_text(pasted).places
    begin, end = span.begin, span.end
    for _ in range(own[0]):
        if begin == 0 or text[begin - 1].isspace() or reduce_text(text[begin - 1]).letters:
            break
        begin -= 1
    for _ in range(len(pasted) - own[-1] - 1):
        if end == len(text) or text[end].isspace() or reduce_text(text[end]).letters:
            break
        end += 1
    return Span(begin, end)
