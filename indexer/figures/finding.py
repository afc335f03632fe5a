"""Finds the figures of a document and checks that they agree with each other: what the answers compute with."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from corpus.types import CanonicalText, Figure
from indexer.dutch_dates import date_to_dutch
from indexer.figures.table import SERIES, FigureTableError, parse_cell, read_figure_tables

__all__ = ["SERIES", "FigureTableError", "check_figures", "find_figures", "parse_cell"]

# Printed growth has two decimals: a hundredth of a percentage point is the most that rounding can explain.
_GROWTH_TOLERANCE = 0.01 + 1e-9

_Cells = dict[tuple[str | None, str], Figure]


def find_figures(canonical: CanonicalText) -> tuple[Figure, ...]:
    """Every figure of the text, each with the span of its printed cell, in reading order; raises FigureTableError."""
    return read_figure_tables(canonical)


def check_figures(figures: tuple[Figure, ...]) -> tuple[str, ...]:
    """What doesn't agree, as Dutch sentences that name document, profile and date; empty when all is well.

    Checked per document: values that occur twice and differ, printed growth against the counts (percentage points),
    cells and reference dates that are missing.
    """
    problems: list[str] = []
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_document[figure.document_id].append(figure)
    for document_id, own in by_document.items():
        found = [*_check_duplicates(own), *_check_steps(own), *_check_holes(own), *_check_growth(own)]
        problems.extend(f"{document_id}: {problem}" for problem in found)
    return tuple(problems)


def _cells(figures: list[Figure], measure: str) -> _Cells:
    return {(figure.profile, figure.reference_date): figure for figure in figures if figure.measure == measure}


def _check_duplicates(figures: list[Figure]) -> Iterator[str]:
    seen: dict[tuple[str, str | None, str], float] = {}
    for figure in figures:
        key = (figure.measure, figure.profile, figure.reference_date)
        if seen.setdefault(key, figure.value) != figure.value:
            yield f"{figure.measure} van {_where(figure)} staat er twee keer, met {seen[key]:g} en met {figure.value:g}."


def _check_steps(figures: list[Figure]) -> Iterator[str]:
    days = sorted({figure.reference_date for figure in figures})
    steps = [_months(later) - _months(earlier) for earlier, later in pairwise(days)]
    for (earlier, later), step in zip(pairwise(days), steps, strict=True):
        if step > min(steps):
            yield f"tussen {date_to_dutch(earlier)} en {date_to_dutch(later)} ontbreekt een peildatum."


def _check_holes(figures: list[Figure]) -> Iterator[str]:
    counts, growths = _cells(figures, "aantal"), _cells(figures, "groei")
    profiles = list(dict.fromkeys(figure.profile for figure in figures))
    days = sorted({figure.reference_date for figure in figures})
    for profile in profiles:
        for position, day in enumerate(days):
            where = f"{profile or 'het totaal'} op {date_to_dutch(day)}"
            if (profile, day) not in counts:
                yield f"het aantal van {where} ontbreekt."
            if growths and position and (profile, day) not in growths:
                yield f"de groei van {where} ontbreekt."


def _check_growth(figures: list[Figure]) -> Iterator[str]:
    counts = _cells(figures, "aantal")
    days = sorted({day for _, day in counts})
    for figure in figures:
        if figure.measure != "groei" or figure.reference_date not in days[1:]:
            continue
        before = counts.get((figure.profile, days[days.index(figure.reference_date) - 1]))
        after = counts.get((figure.profile, figure.reference_date))
        if not before or not after or not before.value:
            continue
        growth = (after.value - before.value) / before.value * 100
        if abs(growth - figure.value) > _GROWTH_TOLERANCE:
            yield f"bij {_where(figure)} staat een groei van {figure.value:.2f} %, maar de aantallen geven {growth:.2f} %."


def _where(figure: Figure) -> str:
    return f"{figure.profile or 'het totaal'} op {date_to_dutch(figure.reference_date)}"


def _months(day: str) -> int:
    parsed = date.fromisoformat(day)
    return parsed.year * 12 + parsed.month
