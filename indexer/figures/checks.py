"""Checks that the figures of a document agree with each other, and says of every check how much it looked at and what it found."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.types import Figure
from indexer.dutch_dates import date_to_dutch
from indexer.figures.table import SERIES

# Printed growth has two decimals: a hundredth of a percentage point is the most that rounding can explain.
_GROWTH_TOLERANCE = 0.01 + 1e-9

_Cells = dict[tuple[str | None, str], Figure]


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """One check: its Dutch name, how many figures it looked at, and a Dutch sentence for whatever doesn't agree."""

    name: str
    checked: int
    problems: tuple[str, ...]


def check_figures(figures: tuple[Figure, ...]) -> tuple[FigureCheck, ...]:
    """Every check over the tables of all documents; its problems name document, profile and date."""
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.series == SERIES:
            by_document[figure.document_id].append(figure)
    return tuple(_run_check(name, check, by_document) for name, check in _CHECKS.items())


def _run_check(
    name: str, check: Callable[[list[Figure]], Iterator[str | None]], by_document: dict[str, list[Figure]]
) -> FigureCheck:
    found = [(document, problem) for document, own in by_document.items() for problem in check(own)]
    return FigureCheck(name, len(found), tuple(f"{document}: {problem}" for document, problem in found if problem))


def _cells(figures: list[Figure], measure: str) -> _Cells:
    return {(figure.profile, figure.day): figure for figure in figures if figure.measure == measure}


def _check_duplicates(figures: list[Figure]) -> Iterator[str | None]:
    seen: dict[tuple[str, str | None, str], float] = {}
    for figure in figures:
        first = seen.setdefault((figure.measure, figure.profile, figure.day), figure.value)
        differs = f"{figure.measure} van {_where(figure)} staat er twee keer, met {first:g} en met {figure.value:g}."
        yield differs if first != figure.value else None


def _check_steps(figures: list[Figure]) -> Iterator[str | None]:
    days = sorted({figure.day for figure in figures})
    steps = [_months(later) - _months(earlier) for earlier, later in pairwise(days)]
    for (earlier, later), step in zip(pairwise(days), steps, strict=True):
        missing = f"tussen {date_to_dutch(earlier)} en {date_to_dutch(later)} ontbreekt een peildatum."
        yield missing if step > min(steps) else None


def _check_holes(figures: list[Figure]) -> Iterator[str | None]:
    counts, growths = _cells(figures, "aantal"), _cells(figures, "groei")
    profiles = list(dict.fromkeys(figure.profile for figure in figures))
    days = sorted({figure.day for figure in figures})
    for profile in profiles:
        for position, day in enumerate(days):
            where = f"{profile or 'het totaal'} op {date_to_dutch(day)}"
            yield None if (profile, day) in counts else f"het aantal van {where} ontbreekt."
            if growths and position:
                yield None if (profile, day) in growths else f"de groei van {where} ontbreekt."


def _check_growth(figures: list[Figure]) -> Iterator[str | None]:
    counts = _cells(figures, "aantal")
    days = sorted({day for _, day in counts})
    for figure in figures:
        if figure.measure != "groei" or figure.day not in days[1:]:
            continue
        before = counts.get((figure.profile, days[days.index(figure.day) - 1]))
        after = counts.get((figure.profile, figure.day))
        if not before or not after or not before.value:
            continue
        growth = (after.value - before.value) / before.value * 100
        printed = f"bij {_where(figure)} staat een groei van {figure.value:.2f} %, maar de aantallen geven {growth:.2f} %."
        yield printed if abs(growth - figure.value) > _GROWTH_TOLERANCE else None


def _where(figure: Figure) -> str:
    return f"{figure.profile or 'het totaal'} op {date_to_dutch(figure.day)}"


def _months(day: str) -> int:
    parsed = date.fromisoformat(day)
    return parsed.year * 12 + parsed.month


_CHECKS: dict[str, Callable[[list[Figure]], Iterator[str | None]]] = {
    "afgedrukte groei tegen de aantallen": _check_growth,
    "cellen die er horen te zijn": _check_holes,
    "peildata op gelijke afstand": _check_steps,
    "cellen die tweemaal voorkomen": _check_duplicates,
}
