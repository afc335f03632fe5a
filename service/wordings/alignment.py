"""Aligns a pasted wording with the nearest stretches of the sources, word by word."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from corpus.types import Span
from service.wordings.differences import Difference, compare_wordings
from service.wordings.text import CACHED_TEXTS, Word, Wording, split_words

_BAND_WORDS = 16
"""Shared words that are shifted by about as much lie in one band; wide enough for a sentence left out or put in."""

_MOST_CANDIDATES = 8
_FREQUENT_SHARE = 0.005
"""A word that makes up more of the corpus than this says little about the place; it is used only where nothing else is shared."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A stretch of whole words of a source beside the pasted text; the rest as in ``Comparison``."""

    document_id: str
    span: Span
    similarity: float
    differences: tuple[Difference, ...]


def find_alignments(pasted: str, texts: Mapping[str, str], floor: float, count: int) -> tuple[Alignment, ...]:
    """Up to ``count`` alignments with at least the ``floor`` similarity, best first, no two of them at one place.

    ``texts`` are canonical texts by document id; of equals, the first document and place comes first.
    """
    found: list[Alignment] = []
    wording = Wording(pasted, split_words(pasted))
    for document_id, first, last in _find_candidates(wording.words, texts):
        alignment = _align(wording, document_id, texts[document_id], first, last)
        if alignment and alignment.similarity >= floor and not _stands_there_already(alignment, found):
            found.append(alignment)
    order = list(texts)
    found.sort(key=lambda match: (-match.similarity, order.index(match.document_id), match.span.begin))
    return tuple(found[:count])


def _stands_there_already(alignment: Alignment, found: list[Alignment]) -> bool:
    return any(other.document_id == alignment.document_id and other.span.overlaps(alignment.span) for other in found)


@lru_cache(maxsize=CACHED_TEXTS)
def _word_positions(text: str) -> Mapping[str, list[int]]:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(split_words(text)):
        positions[_fold(word)].append(number)
    return dict(positions)


def _fold(word: Word) -> str:
    return re.sub(r"^\W+|\W+$", "", word.key.casefold()) or word.key


def _find_candidates(words: tuple[Word, ...], texts: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """Windows of words ``[first:last]`` that share most with the pasted text, rare words counting most, best first."""
    positions = {document_id: _word_positions(text) for document_id, text in texts.items()}
    keys = [_fold(word) for word in words]
    counts = {key: sum(len(words_at.get(key, ())) for words_at in positions.values()) for key in set(keys)}
    most = max(3, _FREQUENT_SHARE * sum(len(split_words(text)) for text in texts.values()))
    rare = {key for key, number in counts.items() if 0 < number <= most} or {key for key, number in counts.items() if number}
    bands: defaultdict[tuple[str, int], float] = defaultdict(float)
    for place, key in enumerate(keys):
        for document_id, words_at in positions.items() if key in rare else ():
            for position in words_at.get(key, ()):
                band = (position - place) // _BAND_WORDS
                bands[document_id, band] += 1 / counts[key]
                bands[document_id, band - 1] += 1 / counts[key]
    yield from _take_apart(bands, len(words))


def _take_apart(bands: Mapping[tuple[str, int], float], length: int) -> Iterator[tuple[str, int, int]]:
    """The heaviest bands, of neighbours only the first, as windows with room for words put in."""
    taken: list[tuple[str, int]] = []
    margin = _BAND_WORDS // 2 + length // 4
    for (document_id, band), _ in sorted(bands.items(), key=lambda entry: -entry[1]):
        if len(taken) == _MOST_CANDIDATES:
            return
        if any(document_id == other and abs(band - place) <= 1 for other, place in taken):
            continue
        taken.append((document_id, band))
        begin = band * _BAND_WORDS
        yield document_id, max(0, begin - margin), max(0, begin + 2 * _BAND_WORDS + length + margin)


def _align(pasted: Wording, document_id: str, text: str, first: int, last: int) -> Alignment | None:
    source = Wording(text, split_words(text)[first:last])
    matcher = SequenceMatcher(None, source.keys, pasted.keys, autojunk=False)
    stretch = _best_stretch(matcher, len(pasted.words))
    if stretch is None:
        return None
    begin, end = _extend(source, stretch)
    chosen = Wording(text, source.words[begin:end])
    comparison = compare_wordings(chosen, pasted)
    span = Span(chosen.words[0].begin, chosen.words[-1].end)
    return Alignment(document_id, span, comparison.similarity, comparison.differences)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words ``[begin:end]`` of the source window that hold matches, and how many pasted words stand before and after those."""

    begin: int
    end: int
    before: int
    after: int


def _best_stretch(matcher: SequenceMatcher[str], length: int) -> _Stretch | None:
    """From which matching run to which the share of agreeing words is highest; stray matches far off are left out."""
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    best, best_share = None, 0.0
    for number, opening in enumerate(blocks):
        matched = 0
        for closing in blocks[number:]:
            matched += closing.size
            share = 2 * matched / (closing.a + closing.size - opening.a + length)
            if share > best_share:
                best_share = share
                best = _Stretch(opening.a, closing.a + closing.size, opening.b, length - closing.b - closing.size)
    return best


def _extend(source: Wording, stretch: _Stretch) -> tuple[int, int]:
    """The stretch with, at each end, as many source words as pasted ones have no match there, within the same sentence."""
    begin, end, words = stretch.begin, stretch.end, source.words
    while begin > 0 and stretch.begin - begin < stretch.before and not _ends_sentence(source, begin):
        begin -= 1
    while end < len(words) and end - stretch.end < stretch.after and not _ends_sentence(source, end):
        end += 1
    return begin, end


def _ends_sentence(source: Wording, place: int) -> bool:
    """Whether a sentence or a line ends before the word at this place."""
    before, after = source.words[place - 1], source.words[place]
    return source.text[before.end - 1] in ".:;?!" or "\n" in source.text[before.end : after.begin]
