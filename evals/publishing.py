"""Publishes a run: what the service's own page says of how good it is, as a file that the service reads."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from evals.results import RESULTS_FILE, ResultsError
from evals.run import Outcome, RunResult
from evals.scorers import MEASURES
from evals.summary import count_shares, measure_whole, split_in_halves
from service.pages.evaluation import Evaluation, PublishedGroup, PublishedKind, PublishedShare

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECIMALS = 4


def make_evaluation(result: RunResult, day: date, questions: int) -> Evaluation:
    """The numbers of a run to publish. Raises ``ResultsError`` where the run holds not all the ``questions`` that there are."""
    if len(result.outcomes) != questions:
        raise ResultsError(
            f"Deze meting heeft {len(result.outcomes)} vragen en de set {questions}; publiceer alleen een meting van de hele set: "
            "meet opnieuw met 'python -m evals run'."
        )
    print_ = result.fingerprint
    return Evaluation(
        measured_on=day,
        index_version=print_.index_version,
        model=print_.model,
        code=print_.code,
        cases=print_.cases,
        groups=tuple(_publish_group(name, members) for name, members in split_in_halves(result.outcomes).items()),
    )


def find_day(run: Path) -> date:
    """The day of a saved run: that in the name of its folder, or else the day (UTC) on which its results were written."""
    folder = run if run.is_dir() else run.parent
    if named := _DAY.match(folder.name):
        return date.fromisoformat(named[0])
    results = folder / RESULTS_FILE if run.is_dir() else run
    return datetime.fromtimestamp(results.stat().st_mtime, UTC).date()


def _publish_group(name: str, outcomes: Sequence[Outcome]) -> PublishedGroup:
    shares = tuple(
        PublishedShare(measure=measure, heading=MEASURES[measure], good=share.good, total=share.total)
        for measure, share in count_shares(outcomes).items()
    )
    values = {measure: round(value, _DECIMALS) for measure, value in measure_whole(outcomes).items()}
    return PublishedGroup(name=name, questions=len(outcomes), shares=shares, values=values, kinds=tuple(_count_kinds(outcomes)))


def _count_kinds(outcomes: Sequence[Outcome]) -> Iterator[PublishedKind]:
    for kind in sorted({outcome.kind for outcome in outcomes}):
        members = [outcome for outcome in outcomes if outcome.kind == kind]
        verdicts = [outcome.verdict_on("antwoord-goed") or outcome.verdict_on("terecht-geweigerd") for outcome in members]
        judged = [verdict.good for verdict in verdicts if verdict]
        if judged:
            yield PublishedKind(kind=kind, good=sum(judged), total=len(judged))
