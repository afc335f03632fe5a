"""Holds two runs side by side: which questions turned, whether that can be chance, and what is no longer measured."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from scipy.stats import binomtest

from evals.run import Fingerprint, Outcome, RunResult
from evals.scorers import MEASURES

_FINGERPRINT_NAMES = {
    "index_version": "index",
    "built_at": "gebouwd op",
    "model": "model",
    "corpus": "corpus",
    "code": "code",
    "cases": "vragen",
}


@dataclass(frozen=True, slots=True)
class Flip:
    """A verdict that turned; ``why`` says what is wrong on the side that is not good."""

    case_id: str
    question: str
    measure: str
    improved: bool
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """How a measure moved over the cases that both runs judged on it; ``p_value`` is of McNemar's exact test, two-sided."""

    measure: str
    judged: int
    worse: int
    better: int
    p_value: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two runs. ``lost`` are verdicts of the old run that the new one lacks, as (case, measure).

    ``edited`` are cases that were themselves changed between the runs: their flips are shown, and count.
    """

    flips: tuple[Flip, ...]
    changes: tuple[Change, ...]
    lost: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    edited: tuple[str, ...]
    fingerprints: tuple[tuple[str, str, str], ...]

    @property
    def regressed(self) -> bool:
        """Whether anything that was good no longer is, or is no longer measured."""
        return bool(self.missing or self.lost or any(not flip.improved for flip in self.flips))


def compare_runs(old: RunResult, new: RunResult) -> Comparison:
    """Compares question by question; the flips that got worse come first, each group in the order of the old run."""
    new_outcomes = {outcome.case_id: outcome for outcome in new.outcomes}
    pairs = [(before, new_outcomes[before.case_id]) for before in old.outcomes if before.case_id in new_outcomes]
    old_ids = {outcome.case_id for outcome in old.outcomes}
    flips = [flip for before, after in pairs for flip in _find_flips(before, after)]
    return Comparison(
        flips=tuple(sorted(flips, key=lambda flip: flip.improved)),
        changes=tuple(change for measure in MEASURES if (change := _count_change(measure, pairs))),
        lost=tuple((before.case_id, measure) for before, after in pairs for measure in _lost_measures(before, after)),
        missing=tuple(outcome.case_id for outcome in old.outcomes if outcome.case_id not in new_outcomes),
        added=tuple(outcome.case_id for outcome in new.outcomes if outcome.case_id not in old_ids),
        edited=tuple(before.case_id for before, after in pairs if before.case_fingerprint != after.case_fingerprint),
        fingerprints=_changed_fingerprints(old.fingerprint, new.fingerprint),
    )


def _find_flips(before: Outcome, after: Outcome) -> Iterable[Flip]:
    for measure in MEASURES:
        old, new = before.verdict_on(measure), after.verdict_on(measure)
        if old and new and old.good != new.good:
            yield Flip(after.case_id, after.question, measure, new.good, old.why if new.good else new.why)


def _lost_measures(before: Outcome, after: Outcome) -> Iterable[str]:
    # Some measures look at the answer given, so a case that turned to a refusal, or the other way, has lost nothing but
    # what its other flips already say. Lost is what would be judged on this answer and is not.
    if before.status != after.status:
        return
    for verdict in before.verdicts:
        if after.verdict_on(verdict.measure) is None:
            yield verdict.measure


def _count_change(measure: str, pairs: Iterable[tuple[Outcome, Outcome]]) -> Change | None:
    judged = [(old.good, new.good) for b, a in pairs if (old := b.verdict_on(measure)) and (new := a.verdict_on(measure))]
    worse = sum(old and not new for old, new in judged)
    better = sum(new and not old for old, new in judged)
    p_value = float(binomtest(worse, worse + better).pvalue) if worse + better else 1.0
    return Change(measure, len(judged), worse, better, p_value) if judged else None


def _changed_fingerprints(old: Fingerprint, new: Fingerprint) -> tuple[tuple[str, str, str], ...]:
    names = [field.name for field in fields(Fingerprint)]
    both = [(_FINGERPRINT_NAMES[name], getattr(old, name), getattr(new, name)) for name in names]
    return tuple((name, before, after) for name, before, after in both if before != after)


def render_comparison(comparison: Comparison) -> str:
    """The comparison in Dutch, as Markdown: what turned first, what it was measured on last."""
    sections = [
        ("Verslechterd", [_flip_line(flip) for flip in comparison.flips if not flip.improved]),
        ("Verbeterd", [_flip_line(flip) for flip in comparison.flips if flip.improved]),
        ("Niet meer gemeten", _lost_lines(comparison)),
        ("Maten die bewogen (exacte McNemar-toets)", [_change_line(c) for c in comparison.changes if c.worse or c.better]),
        ("Nieuwe vragen", [f"`{case_id}`" for case_id in comparison.added]),
        ("Vragen die zelf gewijzigd zijn", [f"`{case_id}`" for case_id in comparison.edited]),
        ("Anders gemeten", [f"{name}: {old} → {new}" for name, old, new in comparison.fingerprints]),
    ]
    parts = [f"## {heading}\n\n" + "\n".join(f"- {line}" for line in lines) for heading, lines in sections if lines]
    verdict = "Uitkomst: **achteruitgang**." if comparison.regressed else "Uitkomst: geen achteruitgang."
    return "\n\n".join([_sum_up(comparison), *parts, verdict]) + "\n"


def _sum_up(comparison: Comparison) -> str:
    turned = "Geen enkel oordeel is anders."
    if comparison.flips:
        worse = sum(not flip.improved for flip in comparison.flips)
        turned = f"Oordelen die omsloegen: {worse} slechter, {len(comparison.flips) - worse} beter."
    if comparison.fingerprints:
        return turned
    same = "Corpus, index, model, code en vragen zijn dezelfde."
    unexplained = " Niets daarvan verklaart de omslag: vraag een antwoord twee keer en vergelijk." if comparison.flips else ""
    return f"{turned} {same}{unexplained}"


def _flip_line(flip: Flip) -> str:
    return f"`{flip.case_id}` – {MEASURES[flip.measure]}: {flip.question} ({' '.join(flip.why.split())})"


def _lost_lines(comparison: Comparison) -> list[str]:
    lines = [f"`{case_id}` – de hele vraag" for case_id in comparison.missing]
    return lines + [f"`{case_id}` – {MEASURES[measure]}" for case_id, measure in comparison.lost]


def _change_line(change: Change) -> str:
    p_value = f"{change.p_value:.3f}".replace(".", ",")
    return f"{MEASURES[change.measure]}: {change.worse} slechter, {change.better} beter, van {change.judged} (p = {p_value})"
