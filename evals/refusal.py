"""How well a run knows what it does not know: answered or refused against answerable or not, and what its confidence is worth."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import mannwhitneyu

from evals.run import Outcome

Confidences = Sequence[float] | npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RefusalCounts:
    """The two-by-two table. A question that failed was neither answered nor refused: it is in ``failed`` alone."""

    answerable_answered: int
    answerable_refused: int
    other_answered: int
    other_refused: int
    failed: int


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """Were only the answers given that are at least this sure: how many, what ``coverage`` of all questions, what ``risk``.

    ``risk`` is the share of those answers that are wrong; an answer to what the documents do not hold is always wrong.
    """

    confidence: float
    answers: int
    wrong: int
    coverage: float

    @property
    def risk(self) -> float:
        """The share of wrong answers, 0 to 1."""
        return self.wrong / self.answers


def count_refusals(outcomes: Iterable[Outcome]) -> RefusalCounts:
    """The two-by-two table of a group; a refusal for whatever reason is a refusal."""
    outcomes = tuple(outcomes)
    asked = [(outcome.answerable, outcome.answered) for outcome in outcomes if outcome.status != "fout"]
    return RefusalCounts(
        answerable_answered=asked.count((True, True)),
        answerable_refused=asked.count((True, False)),
        other_answered=asked.count((False, True)),
        other_refused=asked.count((False, False)),
        failed=len(outcomes) - len(asked),
    )


def measure_auroc(outcomes: Iterable[Outcome]) -> float | None:
    """The area of ``measure_area`` for these outcomes; None where either of the two is missing, or no confidence was given."""
    confidences = _split_confidences(outcomes)
    return measure_area(*confidences) if confidences else None


def fit_threshold(outcomes: Iterable[Outcome]) -> float | None:
    """The confidence from which answering gives the best balance on these outcomes; None where it can't be told."""
    confidences = _split_confidences(outcomes)
    return find_threshold(*confidences) if confidences else None


def balance_at(threshold: float, outcomes: Iterable[Outcome]) -> float | None:
    """The balance, 0 to 1, when only questions with at least this confidence are answered; None where it can't be told."""
    confidences = _split_confidences(outcomes)
    return measure_balance(threshold, *confidences) if confidences else None


def measure_area(answerable: Confidences, others: Confidences) -> float:
    """How often an answerable question has more confidence than another, ties counting half: 0.5 is chance, 1 perfect.

    There is at least one of either. This is the area under the ROC curve.
    """
    # That area is Mann and Whitney's U, scaled.
    return float(mannwhitneyu(answerable, others).statistic) / (len(answerable) * len(others))


def find_threshold(answerable: Confidences, others: Confidences) -> float:
    """The lowest of these confidences from which answering gives the best balance; there is at least one of either."""
    thresholds = np.unique(np.concatenate((answerable, others)))
    return float(max(thresholds, key=lambda threshold: measure_balance(threshold, answerable, others)))


def measure_balance(threshold: float, answerable: Confidences, others: Confidences) -> float:
    """The mean, 0 to 1, of the shares rightly answered and rightly refused with this threshold; there is at least one of either."""
    return float(np.mean(np.asarray(answerable) >= threshold) + np.mean(np.asarray(others) < threshold)) / 2


def _split_confidences(outcomes: Iterable[Outcome]) -> tuple[list[float], list[float]] | None:
    """The confidences of answerable questions and of others; None where either is missing."""
    sure = [(outcome.answerable, outcome.confidence) for outcome in outcomes if outcome.confidence is not None]
    answerable, others = ([value for known, value in sure if known is wanted] for wanted in (True, False))
    return (answerable, others) if answerable and others else None


def is_wrong_answer(outcome: Outcome) -> bool:
    """Whether something was answered that is not right, or that nobody can know from the documents."""
    verdict = outcome.verdict_on("antwoord-goed")
    return outcome.answered and not (verdict and verdict.good)


def trace_risk(outcomes: Sequence[Outcome]) -> tuple[RiskPoint, ...]:
    """The risk-coverage curve over the answers given, surest first; answers that are equally sure are one point."""
    sure = [(outcome.confidence, is_wrong_answer(outcome)) for outcome in outcomes if outcome.answered]
    ranked = sorted(((confidence, wrong) for confidence, wrong in sure if confidence is not None), reverse=True)
    points = []
    answers = wrong_answers = 0
    for confidence, group in itertools.groupby(ranked, key=lambda pair: pair[0]):
        members = list(group)
        answers += len(members)
        wrong_answers += sum(wrong for _, wrong in members)
        points.append(RiskPoint(confidence, answers, wrong_answers, answers / len(outcomes)))
    return tuple(points)


def measure_aurc(points: Sequence[RiskPoint]) -> float | None:
    """The area under the risk-coverage curve: the mean risk over the answers, 0 is best. None without answers."""
    if not points:
        return None
    before = (0, *(point.answers for point in points))
    risks = (point.risk * (point.answers - earlier) for point, earlier in zip(points, before, strict=False))
    return sum(risks) / points[-1].answers


def thin_curve(points: Sequence[RiskPoint], steps: int = 10) -> tuple[RiskPoint, ...]:
    """The points of a curve at about every tenth of its answers, the last one included: few enough for a table."""
    if not points:
        return ()
    wanted = [points[-1].answers * step / steps for step in range(1, steps + 1)]
    chosen = [next(point for point in points if point.answers >= least) for least in wanted]
    return tuple(dict.fromkeys(chosen))
