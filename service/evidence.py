"""Decides whether the passages found hold an answer, and if not, why not: a weighted sum of signals that can be read one by one."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.store import OpenIndex
from indexer.words import PARTIAL_MATCH, find_informative_stems, match_stems, split_words, stem_words
from service.question_form import find_names
from service.types import Hit, Reason

# Logistic weights, fitted on the development half of the cases (docs/decisions.md, "De beslissing om te antwoorden").
INTERCEPT = -24.0
WEIGHTS = {"vector": 19.0, "zin": 8.5, "dekking": 2.0, "onbekend": -0.8, "namen": -4.0}

ANSWER_FROM = 0.5

# Passages that count as the evidence for coverage and names: what an answer could be built from.
LOOKED_AT = 5

# Below this best cosine the documents are about something else altogether.
OTHER_SUBJECT_BELOW = 0.82


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signals of the decision. ``probability`` is that the documents hold an answer; ``unknown_names`` stand nowhere in them."""

    probability: float
    signals: dict[str, float]
    unknown_names: tuple[str, ...]

    @property
    def is_enough(self) -> bool:
        """Whether to answer."""
        return self.probability >= ANSWER_FROM and not self.unknown_names

    @property
    def reason(self) -> Reason:
        """Why not, for a question that is refused."""
        if self.unknown_names:
            return "onbekende-naam-of-tijd"
        return "ander-onderwerp" if self.signals["vector"] < OTHER_SUBJECT_BELOW else "geen-bewijs"


def weigh_evidence(question: str, hits: tuple[Hit, ...], index: OpenIndex) -> Evidence:
    """The evidence that these hits, best first and at least one, are for this question."""
    looked_at = [index.passage_stems[index.rows[hit.passage.id]] for hit in hits[:LOOKED_AT]]
    stems = find_informative_stems(question)
    unknown = [stem for stem in stems if not _stands_in(stem, index.vocabulary)]
    names = find_names(question)
    unknown_names = tuple(name for name in names if not _name_stands_in(name, index.vocabulary))
    missing_names = [name for name in names if not any(_name_stands_in(name, found) for found in looked_at)]
    signals = {
        "vector": max(hit.signals["vector"] for hit in hits),
        "zin": max(hit.signals["zin"] for hit in hits),
        "dekking": cover_stems(stems, looked_at[0], index),
        "onbekend": _weigh_stems(unknown, index) / (_weigh_stems(stems, index) or 1.0),
        "namen": float(len(missing_names)),
    }
    total = INTERCEPT + sum(WEIGHTS[name] * value for name, value in signals.items())
    return Evidence(1 / (1 + math.exp(-total)), signals, unknown_names)


def cover_stems(stems: Iterable[str], found: Iterable[str], index: OpenIndex) -> float:
    """The share, 0 to 1, of a question's informative words that are found, rare words weighing more."""
    found = frozenset(found)
    total = covered = 0.0
    for stem in stems:
        weight = _rarity(stem, index)
        total += weight
        covered += weight * (1.0 if stem in found else max((match_stems(stem, other) for other in found), default=0.0))
    return covered / total if total else 0.0


def _stands_in(stem: str, stems: Iterable[str]) -> bool:
    return any(match_stems(stem, other) > 0 for other in stems)


def _name_stands_in(name: str, stems: frozenset[str]) -> bool:
    """Whether every part of a name stands there; a year must stand there itself."""
    return all(
        stem in stems or (not stem.isdigit() and any(match_stems(stem, other) >= PARTIAL_MATCH for other in stems))
        for stem in stem_words(split_words(name))
    )


def _weigh_stems(stems: Iterable[str], index: OpenIndex) -> float:
    return sum(_rarity(stem, index) for stem in stems)


def _rarity(stem: str, index: OpenIndex) -> float:
    return math.log(1 + len(index.passages) / (index.lexical.count_passages_with(stem) + 0.5))
