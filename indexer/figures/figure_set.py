"""The figures of one document laid out for checking: the table by cell and by total, and the figures outside it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import multimode

from corpus.types import Figure
from indexer.dutch_dates import date_to_dutch
from indexer.figures.table import SERIES

Cells = Mapping[tuple[str | None, str], Figure]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check says of one thing it looked at: a problem (figures contradict), a remark (worth knowing), or neither."""

    problem: str = ""
    remark: str = ""


FINE = Verdict()


@dataclass(frozen=True, slots=True)
class FigureSet:
    """The figures of one document. ``days`` and ``profiles`` are those of its table, ascending; ``text`` is its canonical text.

    ``totals`` holds, for each day on which all profiles have a count, what the profiles have together.
    """

    document_id: str
    text: str
    table: tuple[Figure, ...]
    loose: tuple[Figure, ...]
    counts: Cells
    growths: Cells
    days: tuple[str, ...]
    profiles: tuple[str, ...]
    totals: Mapping[str, float]

    @property
    def months_apart(self) -> int:
        """The usual number of months between two reference dates; 0 for a table of one date."""
        steps = [month_of(later) - month_of(earlier) for earlier, later in pairwise(self.days)]
        return min(multimode(steps)) if steps else 0


def lay_out_figures(document_id: str, text: str, figures: Iterable[Figure]) -> FigureSet:
    """The figures of one document, in reading order, laid out; of a cell that stands twice the last counts."""
    table = tuple(figure for figure in figures if figure.series == SERIES)
    counts = {(figure.profile, figure.day): figure for figure in table if figure.measure == "aantal"}
    profiles = tuple(sorted({figure.profile for figure in table if figure.profile}))
    days = tuple(sorted({figure.day for figure in table}))
    together: dict[str, list[float]] = defaultdict(list)
    for (profile, day), figure in counts.items():
        together[day] += [figure.value] if profile else []
    return FigureSet(
        document_id=document_id,
        text=text,
        table=table,
        loose=tuple(figure for figure in figures if figure.series != SERIES),
        counts=counts,
        growths={(figure.profile, figure.day): figure for figure in table if figure.measure == "groei"},
        days=days,
        profiles=profiles,
        totals={day: sum(together[day]) for day in days if len(together[day]) == len(profiles) > 0},
    )


def is_card(figure: Figure) -> bool:
    """Whether a figure stands apart from its label, as a key figure of a dashboard does, and not in it, as one in prose does."""
    return figure.label is not None and not figure.label.overlaps(figure.span)


def month_of(day: str) -> int:
    """The number of an ISO day's month, counted through the years."""
    parsed = date.fromisoformat(day)
    return parsed.year * 12 + parsed.month


def name_cell(profile: str | None, day: str) -> str:
    """A cell as a reader looks it up: "GGZ03W op 1 juli 2022"."""
    return f"{profile or 'het totaal'} op {date_to_dutch(day)}"
