"""Computes with cited figures; every result carries its formula in Dutch notation and the figures that went in.

Counts are whole numbers and percentages are computed exactly before they are rounded to two decimals.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from corpus.types import Measure
from service.figures.asking.amounts import Bound, Side
from service.figures.dutch_numbers import figure_to_dutch, number_to_dutch, round_half_up
from service.figures.table.cells import OutsideFiguresError
from service.types import CitedFigure, Computation

_RATE_UNITS = {1: "maand", 3: "kwartaal", 12: "jaar"}
_SIGNS: dict[Side, tuple[str, str]] = {"above": (">", "≤"), "at_least": ("≥", "<"), "below": ("<", "≥")}


def add_up(figures: Sequence[CitedFigure]) -> CitedFigure:
    """The sum of counts on one date, in indications; a single figure is its own sum."""
    if len(figures) == 1:
        return figures[0]
    total = sum(figure.figure.value for figure in figures)
    return _computed("totaal", " + ".join(map(_said, figures)), Decimal(repr(total)), "aantal", "indicaties", figures)


def subtract(later: CitedFigure, earlier: CitedFigure) -> CitedFigure:
    """The first count minus the second in indications, or of two shares in percentage points."""
    result = _exact(later) - _exact(earlier)
    of_shares = later.figure.measure == "aandeel"
    measure: Measure = "aandeel" if of_shares else "aantal"
    unit = "procentpunt" if of_shares else "indicaties"
    return _computed("verschil", f"{_said(later)} − {_said(earlier)}", result, measure, unit, (earlier, later))


def compute_growth(earlier: CitedFigure, later: CitedFigure) -> CitedFigure:
    """The growth between two counts as a percentage of the earlier, to two decimals."""
    result = (_exact(later) - _exact(earlier)) / _divisor(earlier) * 100
    formula = f"({_said(later)} − {_said(earlier)}) ÷ {_said(earlier)} × 100 %"
    return _computed("groei", formula, round_half_up(result, 2), "groei", "procent", (earlier, later))


def compute_share(part: CitedFigure, whole: CitedFigure) -> CitedFigure:
    """A count as a percentage of the total on the same date, to two decimals."""
    result = round_half_up(_exact(part) / _divisor(whole) * 100, 2)
    return _computed("aandeel", f"{_said(part)} ÷ {_said(whole)} × 100 %", result, "aandeel", "procent", (whole, part))


def compute_ratio(first: CitedFigure, second: CitedFigure) -> CitedFigure:
    """How many times the second count the first is, to two decimals."""
    result = round_half_up(_exact(first) / _divisor(second), 2)
    return _computed("verhouding", f"{_said(first)} ÷ {_said(second)}", result, "aantal", "keer", (second, first))


def compute_average(figures: Sequence[CitedFigure]) -> CitedFigure:
    """The mean of at least one figure of the same unit, to two decimals."""
    result = round_half_up(sum(map(_exact, figures), Decimal(0)) / len(figures), 2)
    last = figures[-1].figure
    formula = f"({' + '.join(map(_said, figures))}) ÷ {number_to_dutch(len(figures))}"
    return _computed("gemiddelde", formula, result, last.measure, last.unit, figures)


def compute_pace(earlier: CitedFigure, later: CitedFigure, rate: int) -> CitedFigure:
    """The change between two counts per ``rate`` months (1, 3 or 12), to two decimals."""
    begin, end = (date.fromisoformat(figure.figure.day) for figure in (earlier, later))
    units = Decimal((end.year - begin.year) * 12 + end.month - begin.month) / rate
    result = round_half_up((_exact(later) - _exact(earlier)) / units, 2)
    written = number_to_dutch(float(units), max(0, -int(units.normalize().as_tuple().exponent)))
    formula = f"({_said(later)} − {_said(earlier)}) ÷ {written}"
    unit = f"indicaties per {_RATE_UNITS[rate]}"
    return _computed("netto toename", formula, result, "aantal", unit, (earlier, later))


def rank(figures: Sequence[CitedFigure], *, ascending: bool) -> list[CitedFigure]:
    """The figures in order of value, equal ones in their own order; each carries all that were compared."""
    ordered = sorted(figures, key=lambda figure: figure.figure.value, reverse=not ascending)
    computation = Computation("rangorde", "; ".join(map(_said, ordered)), tuple(figures))
    return [CitedFigure(figure.figure, figure.citation, computation) for figure in ordered]


def hold_against(figure: CitedFigure, bound: Bound, before: CitedFigure | None = None) -> CitedFigure:
    """A figure with how it compares to a bound, and how the one before it does: "12.100 > 12.000; daarvoor 11.650 ≤ 12.000"."""
    number = bound_to_dutch(bound)
    formula = f"{_said(figure)} {_compare(figure, bound)} {number}"
    if before:
        formula += f"; daarvoor {_said(before)} {_compare(before, bound)} {number}"
    own = figure.computation.inputs if figure.computation else (replace(figure, computation=None),)
    inputs = (before, figure) if before else own
    return CitedFigure(figure.figure, figure.citation, Computation("grens", formula, inputs))


def bound_to_dutch(bound: Bound) -> str:
    """The number of a bound as it is said: 12.000, 5 % or 7,5 %."""
    exact = Decimal(repr(bound.number)).normalize().as_tuple().exponent
    number = number_to_dutch(bound.number, max(0, -exact) if isinstance(exact, int) else 0)
    return f"{number} %" if bound.percent else number


def _compare(figure: CitedFigure, bound: Bound) -> str:
    beyond, not_beyond = _SIGNS[bound.side]
    return beyond if bound.holds(figure.figure.value) else not_beyond


def pick_extreme(figures: Sequence[CitedFigure], which: Literal["hoogste", "laagste"]) -> tuple[CitedFigure, ...]:
    """The highest or lowest of the figures, more than one when they are equal; each carries all that were compared."""
    values = [figure.figure.value for figure in figures]
    best = max(values) if which == "hoogste" else min(values)
    formula = f"{which} van {'; '.join(map(_said, figures))}"
    found = [figure for figure in figures if figure.figure.value == best]
    computation = Computation(which, f"{formula} = {_said(found[0])}", tuple(figures))
    return tuple(CitedFigure(figure.figure, figure.citation, computation) for figure in found)


def _computed(
    name: str, formula: str, value: Decimal, measure: Measure, unit: str, inputs: Sequence[CitedFigure]
) -> CitedFigure:
    last = inputs[-1]
    one_profile = name == "aandeel" or len({figure.figure.profile for figure in inputs}) == 1
    profile = last.figure.profile if one_profile else None
    figure = replace(last.figure, measure=measure, profile=profile, value=float(value), unit=unit)
    return CitedFigure(figure, last.citation, Computation(name, f"{formula} = {figure_to_dutch(figure)}", tuple(inputs)))


def _said(figure: CitedFigure) -> str:
    return figure_to_dutch(figure.figure)


def _exact(figure: CitedFigure) -> Decimal:
    return Decimal(repr(figure.figure.value))


def _divisor(figure: CitedFigure) -> Decimal:
    if not figure.figure.value:
        raise OutsideFiguresError("Met een aantal van nul is geen percentage of verhouding te berekenen.")
    return _exact(figure)
