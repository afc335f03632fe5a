"""Aligns a pasted wording with the nearest stretches of the sources, word by word."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import lru_cache

from corpus.types import Span
from service.wordings.differences import Comparison, Difference, compare_wordings
from service.wordings.text import CACHED_TEXTS, Wording, split_document, split_words

_BAND_WORDS = 16
"""Shared words that are shifted by about as much lie in one band; wide enough for a sentence left out or put in."""

_MOST_CANDIDATES = 8
_MOST_OF_LONG = 3
_LONG = 100
"""Words; so long a text shares rare words with its own place above all, and comparing it takes longest."""
_BROKEN_SHARE = 0.25
"""So much of a wording may be broken over lines, or written apart, and yet agree: no more words than that are found on comparing."""
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
    # What is laid beside each candidate is prepared once: difflib keeps what it knows of its second text.
    matcher = SequenceMatcher(None, "", wording.folds, autojunk=False)
    bag = Counter(wording.folds)
    fewest = (floor - _BROKEN_SHARE) * len(wording.words)
    for document_id, first, last in _find_candidates(wording.folds, texts):
        source = Wording(texts[document_id], split_document(texts[document_id])[first:last])
        # Counting shared words costs far less than laying them in order.
        if (Counter(source.folds) & bag).total() < fewest:
            continue
        matcher.set_seq1(source.folds)
        alignment = _align(wording, source, document_id, matcher, fewest)
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
    for number, word in enumerate(split_document(text)):
        positions[word.fold].append(number)
    return dict(positions)


def _find_candidates(keys: list[str], texts: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """Windows of words ``[first:last]`` that share most with the pasted text, rare words counting most, best first."""
    positions = {document_id: _word_positions(text) for document_id, text in texts.items()}
    counts = {key: sum(len(words_at.get(key, ())) for words_at in positions.values()) for key in set(keys)}
    most = max(3, _FREQUENT_SHARE * sum(len(split_document(text)) for text in texts.values()))
    rare = {key for key, number in counts.items() if 0 < number <= most} or {key for key, number in counts.items() if number}
    bands: defaultdict[tuple[str, int], float] = defaultdict(float)
    for place, key in enumerate(keys):
        for document_id, words_at in positions.items() if key in rare else ():
            for position in words_at.get(key, ()):
                band = (position - place) // _BAND_WORDS
                bands[document_id, band] += 1 / counts[key]
                bands[document_id, band - 1] += 1 / counts[key]
    yield from _take_apart(bands, len(keys))


def _take_apart(bands: Mapping[tuple[str, int], float], length: int) -> Iterator[tuple[str, int, int]]:
    """The heaviest bands, of neighbours only the first, as windows with room for words put in."""
    taken: list[tuple[str, int]] = []
    margin = _BAND_WORDS // 2 + length // 4
    for (document_id, band), _ in sorted(bands.items(), key=lambda entry: -entry[1]):
        if len(taken) == (_MOST_CANDIDATES if length <= _LONG else _MOST_OF_LONG):
            return
        if any(document_id == other and abs(band - place) <= 1 for other, place in taken):
            continue
        taken.append((document_id, band))
        begin = band * _BAND_WORDS
        yield document_id, max(0, begin - margin), max(0, begin + 2 * _BAND_WORDS + length + margin)


def _align(
    pasted: Wording, source: Wording, document_id: str, matcher: SequenceMatcher[str], fewest: float
) -> Alignment | None:
    """The stretch of the source window that is nearest, None where fewer words than ``fewest`` match in order."""
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    stretch = _best_stretch(blocks, len(pasted.words))
    if stretch is None or stretch.matched < fewest:
        return None
    chosen, comparison = _choose_edges(source, stretch, pasted)
    span = Span(chosen.words[0].begin, chosen.words[-1].end)
    return Alignment(document_id, span, comparison.similarity, comparison.differences)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words ``[begin:end]`` of the source window of which some match, and how many pasted words stand before and after those."""

    begin: int
    end: int
    before: int
    after: int
    matched: int


def _best_stretch(blocks: Sequence[Match], length: int) -> _Stretch | None:
    """From which matching run to which the share of agreeing words is highest; stray matches far off are left out."""
    best, best_share = None, 0.0
    for number, opening in enumerate(blocks):
        matched = 0
        for closing in blocks[number:]:
            matched += closing.size
            share = 2 * matched / (closing.a + closing.size - opening.a + length)
            if share > best_share:
                best_share = share
                best = _Stretch(opening.a, closing.a + closing.size, opening.b, length - closing.b - closing.size, matched)
    return best


def _choose_edges(source: Wording, stretch: _Stretch, pasted: Wording) -> tuple[Wording, Comparison]:
    """The stretch with the words of its sentence around it that the pasted text has others for, and its comparison.

    At each end that is as many words as the pasted text has there, or for a short text all up to the end of the sentence where
    more agrees then.
    """
    befores, afters = {stretch.before}, {stretch.after}
    if len(pasted.words) <= _LONG:
        befores.add(_allow_more(stretch.before))
        afters.add(_allow_more(stretch.after))
    begins = {_walk(source, stretch.begin, -1, most) for most in befores}
    ends = {_walk(source, stretch.end, 1, most) for most in afters}
    chosen = [Wording(source.text, source.words[begin:end]) for begin in sorted(begins, reverse=True) for end in sorted(ends)]
    # Of equals the first, which is the shortest.
    return max(((words, compare_wordings(words, pasted)) for words in chosen), key=lambda choice: choice[1].similarity)


def _allow_more(unmatched: int) -> int:
    return 2 * unmatched + 2 if unmatched else 0


def _walk(source: Wording, place: int, step: int, most: int) -> int:
    """From a place at most so many words on, not past the end of a sentence or the window."""
    for _ in range(most):
        at_edge = place == (0 if step < 0 else len(source.words))
        if at_edge or _ends_sentence(source, place):
            break
        place += step
    return place


def _ends_sentence(source: Wording, place: int) -> bool:
    """Whether a sentence or a line ends before the word at this place."""
    before, after = source.words[place - 1], source.words[place]
    return source.text[before.end - 1] in ".:;?!" or "\n" in source.text[before.end : after.begin]
