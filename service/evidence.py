"""Decides whether the words found hold an answer, and if not, why not: a weighted sum of signals that can be read one by one."""

import math
import re
from dataclasses import dataclass

from indexer.dutch_dates import MONTHS
from indexer.store import OpenIndex
from indexer.words import PARTIAL_MATCH, find_informative_stems, match_stems, split_words, stem_words
from service.coverage import cover_words, stands_in, weigh_stem
from service.question_form import asks_number, asks_person, asks_time, find_names, is_english
from service.quoting import Quotation
from service.types import Hit, Reason

# Logistic weights, fitted on the development half of the cases (docs/decisions.md, "De beslissing om te antwoorden").
INTERCEPT = -36.5
WEIGHTS = {"vector": 27.0, "citaat": 15.8, "dekking": 1.5, "zeldzaamste": -0.9, "namen": -2.2, "soort": -3.75, "engels": 3.0}

ANSWER_FROM = 0.43

# Passages whose words count as evidence for the names in a question.
LOOKED_AT = 5

# Below this best cosine the documents are about something else altogether.
OTHER_SUBJECT_BELOW = 0.82

# What an English question's words would on average cover if they were Dutch: its words can't be looked up.
ENGLISH_COVERAGE = 0.6

# The weight of a word that stands in no passage of an index of some hundred passages, so that the rarest word counts as about 1.
RAREST_WEIGHT = 6.0

_NUMBER = re.compile(
    r"\d|\b(een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|honderd|duizend|miljoen|helft|veel)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"\b(19|20)\d\d\b|\d{{1,2}}[-/]\d{{1,2}}|\b({'|'.join(MONTHS)}|kwartaal|zomer|voorjaar|najaar|winter|jaar|maand)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"(?<!^)(?<![.?!:] )\b[A-ZÀ-Þ]\w+|\b(partijen|gemeenten?|aanbieders?|regio's|zorgkantoren|professionals|stakeholders|cli[eë]nten)\b"
)


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


def weigh_evidence(question: str, hits: tuple[Hit, ...], quotation: Quotation, index: OpenIndex) -> Evidence:
    """The evidence that these hits, best first, and above all the words chosen from them, answer this question."""
    names = find_names(question)
    unknown_names = tuple(name for name in names if not _name_stands_in(name, index.vocabulary))
    signals = find_signals(question, hits, quotation, index)
    total = INTERCEPT + sum(weight * signals[name] for name, weight in WEIGHTS.items())
    return Evidence(1 / (1 + math.exp(-total)), signals, unknown_names)


def find_signals(question: str, hits: tuple[Hit, ...], quotation: Quotation, index: OpenIndex) -> dict[str, float]:
    """The signals of the decision.

    ``vector`` and ``citaat``: the best passage's and the chosen words' cosine. ``dekking``: the share of the question's words
    in the chosen words and their heading. ``zeldzaamste``: the rarity of the rarest word that the passage lacks. ``namen``: how
    many names and years the evidence lacks. ``soort``: whether an amount, time or person is asked and none is quoted.
    """
    row = index.rows[quotation.passage.id]
    words = quotation.span.of(index.texts[quotation.passage.document_id].text)
    quoted = " ".join((*quotation.passage.path[-1:], words))
    stems = find_informative_stems(question)
    looked_at = [index.passage_stems[row], *(index.passage_stems[index.rows[hit.passage.id]] for hit in hits[:LOOKED_AT])]
    missing = [name for name in find_names(question) if not any(_name_stands_in(name, found) for found in looked_at)]
    lacking = [weigh_stem(stem, index) for stem in stems if not stands_in(stem, index.passage_stems[row])]
    english = is_english(question)
    return {
        "vector": max(hit.signals["vector"] for hit in hits),
        "citaat": next((hit.signals["zin"] for hit in hits if hit.passage.id == quotation.passage.id), 0.0),
        "dekking": ENGLISH_COVERAGE if english else cover_words(question, quoted, index),
        "zeldzaamste": 0.0 if english else max(lacking, default=0.0) / RAREST_WEIGHT,
        "namen": float(len(missing)),
        "soort": float(_is_wrong_kind(question, words)),
        "engels": float(english),
    }


def _is_wrong_kind(question: str, words: str) -> bool:
    """Whether an amount, a time or a person is asked and the words chosen hold none."""
    return (
        (asks_number(question) and not _NUMBER.search(words))
        or (asks_time(question) and not _TIME.search(words))
        or (asks_person(question) and not _SOMEBODY.search(words))
    )


def _name_stands_in(name: str, stems: frozenset[str]) -> bool:
    """Whether every part of a name stands there; a year must stand there itself."""
    return all(
        stem in stems or (not stem.isdigit() and any(match_stems(stem, other) >= PARTIAL_MATCH for other in stems))
        for stem in stem_words(split_words(name))
    )
