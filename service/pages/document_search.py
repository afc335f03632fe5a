"""Finds words within one document: the phrase as it is typed, or else the places where all its words stand together."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from corpus.types import Span
from indexer.words import STOP_WORDS, fold_word, stem_words
from service.pages.document_layout import Line

MAX_HITS = 200
LONGEST_WORDS = 200

_WORD = re.compile(r"[^\W_]+")


def find_words(wanted: str, text: str, lines: Sequence[Line]) -> tuple[Span, ...]:
    """The places of these words in the document, in order, at most ``MAX_HITS``.

    Words at the start of longer ones count too. When the phrase stands nowhere, each line that holds all the words, in any
    form, gives the shortest stretch that holds them. Page furniture is left out only in that second search.
    """
    if not wanted.strip():
        return ()
    literal = tuple(islice(_find_phrase(wanted, text), MAX_HITS))
    return literal or tuple(_find_together(wanted, text, lines))[:MAX_HITS]


def _find_phrase(wanted: str, text: str) -> Iterator[Span]:
    """Where the phrase stands, whatever the capitals and white space. Plain search: a compiled expression would be remembered."""
    first, *others = _lower(wanted).split()
    lowered = _lower_document(text)
    at = lowered.find(first)
    while at >= 0:
        inside = first[0].isalnum() and at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")
        end = None if inside else _match_others(others, lowered, at + len(first))
        if end is not None:
            yield Span(at, end)
        at = lowered.find(first, end or at + 1)


def _match_others(others: Sequence[str], lowered: str, end: int) -> int | None:
    """Where the last of these words ends, each after white space from ``end`` on; None where one doesn't stand there."""
    for word in others:
        begin = end
        while begin < len(lowered) and lowered[begin].isspace():
            begin += 1
        if begin == end or not lowered.startswith(word, begin):
            return None
        end = begin + len(word)
    return end


def _lower(text: str) -> str:
    """The text in small letters, letter for letter: what becomes two letters stays as it is, so that offsets hold."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_lower_document = lru_cache(maxsize=64)(_lower)


def _find_together(wanted: str, text: str, lines: Sequence[Line]) -> Iterator[Span]:
    words = [fold_word(word) for word in _WORD.findall(wanted)]
    stems = frozenset(stem_words([word for word in words if word not in STOP_WORDS]))
    for line in lines if stems else ():
        places = [Span(*match.span()) for match in _WORD.finditer(text, line.shown_begin, line.shown_end)]
        found = stem_words([fold_word(place.of(text)) for place in places])
        hits = [(place, stem) for place, stem in zip(places, found, strict=True) if stem in stems]
        if line.form != "furniture" and len({stem for _, stem in hits}) == len(stems):
            yield _shortest(hits, len(stems))


def _shortest(hits: Sequence[tuple[Span, str]], many: int) -> Span:
    """The shortest stretch of these words that holds each stem."""
    best = Span(hits[0][0].begin, hits[-1][0].end)
    latest: dict[str, int] = {}
    for place, stem in hits:
        latest[stem] = place.begin
        begin = min(latest.values())
        if len(latest) == many and place.end - begin < best.end - best.begin:
            best = Span(begin, place.end)
    return best
