"""Decides whether the words found hold an answer, and if not, why not: a weighted sum of signals that can be read one by one."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.dutch_dates import MONTHS
from indexer.store import OpenIndex
from indexer.words import PARTIAL_MATCH, find_informative_stems, match_stems, split_words, stem_words
from service.coverage import cover_words
from service.question_form import (
    asks_explanation,
    asks_number,
    asks_person,
    asks_time,
    find_counted_words,
    find_names,
    find_numbers,
    is_english,
)
from service.quoting import Quotation
from service.retrieval import Search
from service.types import Reason

# Logistic weights: ``python -m evals fit`` computes them on the development half (docs/decisions.md, "De beslissing om te antwoorden").
INTERCEPT = -13.19
WEIGHTS = {
    "vector": 14.16,
    "ruim": 8.45,
    "dekking": 1.54,
    "lengte": 0.09,
    "namen": -1.52,
    "getallen": -2.25,
    "soort": -1.18,
    "aantal": -0.78,
    "reden": -1.64,
    "engels": 2.66,
}

ANSWER_FROM = 0.42

# The breadths of the indexes that the weights were fitted on: one subject (our documents) and many (citizens' questions), and the
# cosine of a best passage in either.
NARROWEST = 0.11
BROADEST = 0.20
USUAL_BEST = 0.90

# Passages whose words count as evidence for the names in a question.
LOOKED_AT = 5

# Letters that a form of a name has more than the name: "Zeelands".
LONGEST_ENDING = 2

# Below this best cosine the documents are about something else altogether.
OTHER_SUBJECT_BELOW = 0.82

# Characters behind a number within which the word stands that it counts: "drie, vaak goed bezochte, bijeenkomsten".
COUNTED_WITHIN = 60

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
        return "ander-onderwerp" if self.signals["beste"] < OTHER_SUBJECT_BELOW else "geen-bewijs"


def weigh_evidence(question: str, search: Search, quotations: Sequence[Quotation], index: OpenIndex) -> Evidence:
    """The evidence that what was found, and above all the words chosen from it, answers this question."""
    unknown_names = tuple(name for name in find_names(question) if not _name_stands_in(name, index.vocabulary))
    signals = find_signals(question, search, quotations, index)
    total = INTERCEPT + sum(weight * signals[name] for name, weight in WEIGHTS.items())
    return Evidence(1 / (1 + math.exp(-total)), signals, unknown_names)


def find_signals(question: str, search: Search, quotations: Sequence[Quotation], index: OpenIndex) -> dict[str, float]:
    """The signals of the decision; ``quotations`` are the words that would answer, best first.

    ``vector``: the first quoted passage's cosine. ``ruim``: the best passage's, counted only where the documents are about many
    subjects, since a cosine tells more there. ``dekking``: the share of the question's words in all that is quoted and its headings.
    ``lengte``: how many words of the question carry a subject. ``namen``: how many names and years the best passages lack;
    ``getallen``: how many numbers what is quoted lacks. ``soort``: whether an amount, time or person is asked and none is quoted.
    ``aantal``, ``reden`` and ``engels`` say what is asked: an amount, a reason, in English. ``beste``, the best passage's cosine, has
    no weight; it tells a refusal's reason.
    """
    first = quotations[0].passage
    held = index.passage_stems[index.rows[first.id]]
    quoted = " ".join(_words_of(quotation, index) for quotation in quotations)
    looked_at = [held, *(index.passage_stems[index.rows[hit.passage.id]] for hit in search.hits[:LOOKED_AT])]
    said = frozenset(split_words(quoted))
    best = max(hit.signals["vector"] for hit in search.hits)
    breadth = min(max(index.breadth, NARROWEST), BROADEST)
    return {
        "vector": next((hit.signals["vector"] for hit in search.hits if hit.passage.id == first.id), best),
        "beste": best,
        "ruim": (breadth - NARROWEST) * (best - USUAL_BEST) * 100,
        "dekking": cover_words(search.words, quoted, index),
        "lengte": float(len(find_informative_stems(question))),
        "namen": float(sum(not any(_name_stands_in(name, found) for found in looked_at) for name in find_names(question))),
        "getallen": float(sum(number not in said for number in find_numbers(question))),
        "soort": float(_is_wrong_kind(question, quotations, index)),
        "aantal": float(asks_number(question)),
        "reden": float(asks_explanation(question)),
        "engels": float(is_english(question)),
    }


def _words_of(quotation: Quotation, index: OpenIndex) -> str:
    """What is cited, behind the headings above it."""
    words = quotation.span.of(index.texts[quotation.passage.document_id].text)
    return " ".join((*quotation.passage.path, words))


def _is_wrong_kind(question: str, quotations: Sequence[Quotation], index: OpenIndex) -> bool:
    """Whether an amount, a time or a person is asked and the words that would answer hold none."""
    words = " ".join(quotation.core.of(index.texts[quotation.passage.document_id].text) for quotation in quotations)
    return (
        (asks_number(question) and not _counts(find_counted_words(question), words))
        or (asks_time(question) and not _TIME.search(words))
        or (asks_person(question) and not _SOMEBODY.search(words))
    )


def _counts(counted: Sequence[str], words: str) -> bool:
    """Whether a number stands shortly before one of the words that are counted; any number will do where none is named."""
    if not counted:
        return bool(_NUMBER.search(words))
    nouns = stem_words(counted)
    for match in _NUMBER.finditer(words):
        near = stem_words(split_words(words[match.end() : match.end() + COUNTED_WITHIN]))
        if any(match_stems(noun, stem) > 0 for noun in nouns for stem in near):
            return True
    return False


def _name_stands_in(name: str, stems: frozenset[str]) -> bool:
    """Whether every part of a name stands there, alone, in a compound or with a slip of the pen; a year must stand there itself."""
    return all(
        stem in stems or (not stem.isdigit() and any(_is_form_of(stem, other) for other in stems))
        for stem in stem_words(split_words(name))
    )


def _is_form_of(name: str, other: str) -> bool:
    """Whether a word is a form of a name or a compound with it. A word inside a longer name ("richt" in "maastricht") is not."""
    return match_stems(name, other) >= PARTIAL_MATCH and not (other in name and len(name) - len(other) > LONGEST_ENDING)
