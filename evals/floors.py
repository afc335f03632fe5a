"""The agreed floors: what a run must reach at least. The numbers stand in ``floors.toml``, changed only with a reason."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from evals.cases import Split
from evals.run import Outcome
from evals.scorers import MEASURES
from evals.summary import WHOLE, WHOLE_MEASURES, count_shares, measure_whole, split_in_halves

FLOORS_FILE = Path(__file__).parent / "floors.toml"

Floors = Mapping[str, Mapping[str, float]]
"""The floor, between 0 and 1, per group (the whole run or a half) and measure."""

_GROUPS = (WHOLE, *get_args(Split))
_MEASURES = MEASURES | WHOLE_MEASURES


class FloorsError(ValueError):
    """A file of floors that cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A measure of a group below its floor, with the cases that are wrong on it; a measure of the whole has none."""

    group: str
    measure: str
    value: float
    floor: float
    case_ids: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The measure in Dutch."""
        return _MEASURES[self.measure]


def load_floors(path: Path = FLOORS_FILE) -> Floors:
    """The agreed floors. Raises ``FloorsError`` for an unknown group or measure, or a number that is no share."""
    try:
        groups = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise FloorsError(f"{path.name}: niet te lezen ({fault}); zet er tabellen in zoals [{WHOLE}].") from fault
    for group, floors in groups.items():
        if group not in _GROUPS or not isinstance(floors, dict):
            raise FloorsError(f"{path.name}: '{group}' is geen tabel met ondergrenzen; kies uit {', '.join(_GROUPS)}.")
        for measure, floor in floors.items():
            if measure not in _MEASURES:
                raise FloorsError(f"{path.name}: '{measure}' is geen maat; kies uit {', '.join(_MEASURES)}.")
            if type(floor) not in (int, float) or not 0 <= floor <= 1:
                raise FloorsError(f"{path.name}: de ondergrens van '{measure}' in [{group}] moet tussen 0 en 1 liggen.")
    return {group: {measure: float(floor) for measure, floor in floors.items()} for group, floors in groups.items()}


def find_shortfalls(outcomes: Sequence[Outcome], floors: Floors) -> tuple[Shortfall, ...]:
    """What lies below its floor, group by group in the order of the measures. What a run did not measure falls not short."""
    shortfalls = []
    for group, members in split_in_halves(outcomes).items():
        values = {measure: share.value for measure, share in count_shares(members).items()} | measure_whole(members)
        for measure, value in values.items():
            floor = floors.get(group, {}).get(measure, 0.0)
            if value < floor:
                shortfalls.append(Shortfall(group, measure, value, floor, _find_wrong(measure, members)))
    return tuple(shortfalls)


def _find_wrong(measure: str, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    verdicts = [(outcome.case_id, outcome.verdict_on(measure)) for outcome in outcomes]
    return tuple(case_id for case_id, verdict in verdicts if verdict and not verdict.good)
