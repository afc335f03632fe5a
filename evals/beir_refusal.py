"""How well the decision to answer tells questions that outside documents answer from those that they don't."""

import math
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tqdm import tqdm

from evals.beir_set import BeirQuery
from evals.refusal import measure_area
from indexer.store import OpenIndex
from service.answering import answer_question
from service.types import Question

ANSWERED_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class Decision:
    """One question with how sure the service was that the documents answer it, 0 to 1, and whether it answered."""

    query_id: str
    answerable: bool
    confidence: float
    answered: bool
    milliseconds: float


@dataclass(frozen=True, slots=True)
class RefusalNumbers:
    """What the confidence of the service is worth; None where questions of either sort are missing.

    ``auroc``: how often it is surer of an answerable question than of another, 0.5 is chance. ``others_answered_at_share``: the
    share of the others still answered where just ``ANSWERED_SHARE`` of the answerable ones are.
    ``answerable_answered`` and ``others_answered``: the shares that the service answers at its own threshold.
    """

    answerable: int
    others: int
    auroc: float | None
    others_answered_at_share: float | None
    answerable_answered: float | None
    others_answered: float | None
    milliseconds: float


def decide_questions(queries: Sequence[BeirQuery], index: OpenIndex) -> tuple[Decision, ...]:
    """What the service decides on this index for questions that it is known whether it can answer, in their order."""
    return tuple(_decide(query, index) for query in tqdm(queries, desc="Beslissingen", unit="vraag", leave=False, disable=None))


def _decide(query: BeirQuery, index: OpenIndex) -> Decision:
    started = time.perf_counter()
    answer = answer_question(Question(query.text), index)
    milliseconds = (time.perf_counter() - started) * 1000
    return Decision(query.id, bool(query.answerable), answer.confidence, answer.status == "beantwoord", milliseconds)


def count_decisions(decisions: Sequence[Decision]) -> RefusalNumbers:
    """The numbers over at least one decision."""
    answerable = [each for each in decisions if each.answerable]
    others = [each for each in decisions if not each.answerable]
    sure, unsure = (np.array([each.confidence for each in group]) for group in (answerable, others))
    measurable = bool(answerable and others)
    return RefusalNumbers(
        answerable=len(answerable),
        others=len(others),
        auroc=measure_area(sure, unsure) if measurable else None,
        others_answered_at_share=_share_as_sure(sure, unsure) if measurable else None,
        answerable_answered=statistics.fmean(each.answered for each in answerable) if answerable else None,
        others_answered=statistics.fmean(each.answered for each in others) if others else None,
        milliseconds=statistics.median(each.milliseconds for each in decisions),
    )


def _share_as_sure(sure: npt.NDArray[np.float64], unsure: npt.NDArray[np.float64]) -> float:
    """The share of the others at the highest threshold that still answers ``ANSWERED_SHARE`` of the answerable questions."""
    threshold = np.sort(sure)[::-1][math.ceil(ANSWERED_SHARE * len(sure)) - 1]
    return float(np.mean(unsure >= threshold))
