"""Finds words within one document: the phrase as it is typed, or else the places where all its words stand together."""

import re
from collections.abc import Iterator, Sequence

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
    pattern = r"\s+".join(re.escape(word) for word in wanted.split())
    if not pattern:
        return ()
    phrase = re.compile(rf"(?<!\w){pattern}" if wanted.strip()[0].isalnum() else pattern, re.IGNORECASE)
    literal = [Span(*match.span()) for match, _ in zip(phrase.finditer(text), range(MAX_HITS), strict=False)]
    return tuple(literal) or tuple(_find_together(wanted, text, lines))[:MAX_HITS]


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
