"""The figures of an index laid out as one table, and the questions' refusals when a cell isn't in it."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.types import Figure
from indexer.dutch_dates import date_to_dutch
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex

_STEP_NAMES = {1: "per maand", 3: "per kwartaal", 6: "per half jaar", 12: "per jaar"}


class OutsideFiguresError(ValueError):
    """The question is about the figures, but no cell fits; the message is a plain Dutch sentence that says what there is."""


@dataclass(frozen=True, slots=True)
class FigureCells:
    """Counts and printed growth by (profile, reference date); ``profiles`` as in the table, ``dates`` ascending."""

    profiles: tuple[str, ...]
    dates: tuple[str, ...]
    counts: dict[tuple[str, str], Figure]
    growths: dict[tuple[str, str], Figure]

    def count(self, profile: str, day: str) -> Figure:
        """The count of a profile on a reference date; raises OutsideFiguresError when the cell is empty."""
        return self._cell(self.counts, "aantal", profile, day)

    def growth(self, profile: str, day: str) -> Figure:
        """The printed growth of a profile on a reference date; raises OutsideFiguresError when the cell is empty."""
        if day == self.dates[0]:
            raise outside_figures(self, f"Bij {date_to_dutch(day)} staat geen groei, want dat is de eerste peildatum")
        return self._cell(self.growths, "groei", profile, day)

    def _cell(self, cells: dict[tuple[str, str], Figure], measure: str, profile: str, day: str) -> Figure:
        if (profile, day) not in cells:
            raise outside_figures(self, f"Bij {profile} op {date_to_dutch(day)} staat geen {measure}")
        return cells[profile, day]


def lay_out_cells(index: OpenIndex) -> FigureCells | None:
    """The table of indications per profile, or None when no document has one; of two documents the newest counts."""
    by_age = sorted(index.figures, key=lambda figure: index.documents[figure.document_id].date)
    own = [figure for figure in by_age if figure.series == SERIES and figure.profile]
    counts = {(str(figure.profile), figure.day): figure for figure in own if figure.measure == "aantal"}
    growths = {(str(figure.profile), figure.day): figure for figure in own if figure.measure == "groei"}
    if not counts:
        return None
    return FigureCells(
        profiles=tuple(sorted({profile for profile, _ in counts})),
        dates=tuple(sorted({day for _, day in counts})),
        counts=counts,
        growths=growths,
    )


def outside_figures(cells: FigureCells, why: str) -> OutsideFiguresError:
    """The refusal with its reason: one plain sentence that ends with what the table does hold."""
    first, last = (date_to_dutch(day) for day in (cells.dates[0], cells.dates[-1]))
    step = _step_name(cells.dates)
    return OutsideFiguresError(
        f"{why}: de cijfers lopen van {first} tot en met {last}, {step}voor {join_profiles(cells.profiles)}."
    )


def join_profiles(profiles: tuple[str, ...]) -> str:
    """The profiles as a reader names them: "GGZ01W", "GGZ01W en GGZ02W", "GGZ01W tot en met GGZ05W"."""
    if len(profiles) < 3:
        return " en ".join(profiles)
    numbers = [int("".join(filter(str.isdigit, profile))) for profile in profiles]
    shapes = {"".join(filter(str.isalpha, profile)) for profile in profiles}
    if len(shapes) == 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"{profiles[0]} tot en met {profiles[-1]}"
    return f"{', '.join(profiles[:-1])} en {profiles[-1]}"


def _step_name(days: tuple[str, ...]) -> str:
    months = [parsed.year * 12 + parsed.month for parsed in map(date.fromisoformat, days)]
    steps = {later - earlier for earlier, later in pairwise(months)}
    name = _STEP_NAMES.get(steps.pop()) if len(steps) == 1 else None
    return f"{name}, " if name else ""
