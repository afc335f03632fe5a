"""Measures how much of a question's words stand in a text, rare words weighing more."""

import math
from collections.abc import Iterable

from indexer.store import OpenIndex
from indexer.words import find_informative_stems, match_stems, split_words, stem_words

# Three times as many as the longest of our questions has. Each is held against every word of every sentence looked at.
MOST_COVERED = 60


def cover_stems(stems: Iterable[str], found: frozenset[str], index: OpenIndex) -> float:
    """The share, 0 to 1, of a question's informative words that are found."""
    total = covered = 0.0
    for stem in stems:
        weight = weigh_stem(stem, index)
        total += weight
        covered += weight * (1.0 if stem in found else max((match_stems(stem, other) for other in found), default=0.0))
    return covered / total if total else 0.0


def cover_words(question: str, words: str, index: OpenIndex) -> float:
    """The share, 0 to 1, of a question's first ``MOST_COVERED`` informative words that stand in these words."""
    return cover_stems(find_informative_stems(question)[:MOST_COVERED], frozenset(stem_words(split_words(words))), index)


def stands_in(stem: str, stems: Iterable[str]) -> bool:
    """Whether a word, a compound of it or a misspelling of it is among these."""
    return any(match_stems(stem, other) > 0 for other in stems)


def weigh_stem(stem: str, index: OpenIndex) -> float:
    """The rarity of a word: the logarithm of how many passages there are for each that holds it."""
    return math.log(1 + len(index.passages) / (index.lexical.count_passages_with(stem) + 0.5))
