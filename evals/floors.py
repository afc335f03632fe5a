"""The agreed floors: what a run must reach at least. The numbers stand in ``floors.toml``, changed only with a reason."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from evals.scorers import MEASURES
from evals.summary import Share

FLOORS_FILE = Path(__file__).parent / "floors.toml"


class FloorsError(ValueError):
    """A file of floors that cannot be used; the message says what to do."""


def load_floors(path: Path = FLOORS_FILE) -> dict[str, float]:
    """The floor per measure, between 0 and 1. Raises ``FloorsError`` for an unknown measure or another number."""
    try:
        floors = tomllib.loads(path.read_text(encoding="utf-8")).get("ondergrens", {})
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise FloorsError(f"{path.name}: niet te lezen ({fault}); zet er een tabel [ondergrens] in.") from fault
    for measure, floor in floors.items():
        if measure not in MEASURES:
            raise FloorsError(f"{path.name}: '{measure}' is geen maat; kies uit {', '.join(MEASURES)}.")
        if not isinstance(floor, int | float) or not 0 <= floor <= 1:
            raise FloorsError(f"{path.name}: de ondergrens van '{measure}' moet tussen 0 en 1 liggen.")
    return {measure: float(floor) for measure, floor in floors.items()}


def find_shortfalls(shares: Mapping[str, Share], floors: Mapping[str, float]) -> tuple[str, ...]:
    """The measures of a run that lie below their floor."""
    return tuple(measure for measure, share in shares.items() if share.value < floors.get(measure, 0.0))
