"""Counts verdicts into shares with their uncertainty, for any group of outcomes: the whole run, a half, a kind of question."""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scipy.stats import binomtest

from evals.refusal import measure_auroc
from evals.run import Outcome
from evals.scorers import MEASURES

WHOLE = "alles"
"""The name of the group that holds every outcome, beside the halves."""

WHOLE_MEASURES = {"balans": "Balans van antwoorden en weigeren", "auroc": "AUROC van de zekerheid"}
"""Measures of a group as a whole, which no single case has, with their Dutch headings."""


@dataclass(frozen=True, slots=True)
class Share:
    """``good`` of ``total``, with the Wilson 95 % interval ``low`` to ``high``; all between 0 and 1."""

    measure: str
    good: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself."""
        return self.good / self.total


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds until an answer was there: half of the answers sooner than ``median``, 95 % sooner than ``p95``."""

    median: float
    p95: float
    longest: float


def split_in_halves(outcomes: Sequence[Outcome]) -> dict[str, tuple[Outcome, ...]]:
    """All outcomes under ``WHOLE``, then those of each half under its name."""
    halves = sorted({outcome.split for outcome in outcomes})
    return {WHOLE: tuple(outcomes)} | {half: tuple(o for o in outcomes if o.split == half) for half in halves}


def count_shares(outcomes: Iterable[Outcome]) -> dict[str, Share]:
    """The share of good verdicts per measure, in the order of ``MEASURES``; measures without a verdict are left out."""
    verdicts = [verdict for outcome in outcomes for verdict in outcome.verdicts]
    shares = {}
    for measure in MEASURES:
        judged = [verdict.good for verdict in verdicts if verdict.measure == measure]
        if judged:
            interval = binomtest(sum(judged), len(judged)).proportion_ci(method="wilson")
            shares[measure] = Share(measure, sum(judged), len(judged), float(interval.low), float(interval.high))
    return shares


def measure_whole(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The ``WHOLE_MEASURES`` of a group, each between 0 and 1; what can't be measured on it is left out."""
    values = {"balans": balance_refusals(count_shares(outcomes)), "auroc": measure_auroc(outcomes)}
    return {measure: value for measure, value in values.items() if value is not None}


def balance_refusals(shares: Mapping[str, Share]) -> float | None:
    """The mean of the shares rightly answered and rightly refused; None when the run holds only one of the two."""
    answered, refused = shares.get("terecht-beantwoord"), shares.get("terecht-geweigerd")
    return (answered.value + refused.value) / 2 if answered and refused else None


def measure_latency(outcomes: Iterable[Outcome]) -> Latency:
    """Median, 95th percentile and maximum of the answer times, in milliseconds."""
    times = sorted(outcome.milliseconds for outcome in outcomes)
    if len(times) < 2:
        times = times * 2 or [0.0, 0.0]
    return Latency(statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1], times[-1])
