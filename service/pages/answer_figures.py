"""Lays out the figures of an answer: one table for cells and key figures alike, and the chart that belongs beside it.

What is the same in every row stands once, in the caption, so that a phone shows the numbers without scrolling sideways.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.types import Figure, Measure
from indexer.dutch_dates import period_to_dutch
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.charts.planning import NothingToDrawError, plan_chart
from service.charts.wording import name_figure, say_amount
from service.figures.selection import select_figures
from service.pages.answer_view import format_date
from service.pages.chart_view import ChartView, view_drawing, write_query
from service.types import Answer, Citation, CitedFigure

RowForm = Literal["read", "chosen", "computed"]

_UNMEASURED = {"doel": "doel, niet gemeten", "raming": "raming, niet gemeten"}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One number of the table under an answer.

    A "read" row is printed in the source as it is, a "chosen" one too but was picked by comparing, a "computed" one is new.
    ``formula`` says how, ``citation`` points at the printed number itself; a computed row has none.
    """

    form: RowForm
    when: str
    what: str
    measure: str
    value: str
    unit: str
    note: str = ""
    formula: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The rows with their caption, and which columns differ between rows and so must be shown.

    ``tells`` is for figures that sentences tell: each row has its words, with its time below them instead of in a column.
    ``unit`` is the unit of the cells of a table, that stands in the heading and not at each value; empty where they differ.
    """

    caption: str
    rows: tuple[FigureRow, ...]
    tells: bool
    unit: str
    shows_when: bool
    shows_what: bool
    shows_measure: bool

    @property
    def width(self) -> int:
        """How many columns stand before the value; at least one, so that a row always has a heading."""
        return max(1, self.shows_when + self.shows_what + self.shows_measure)


def lay_out_figures(figures: Sequence[CitedFigure]) -> FigureTable | None:
    """The table under an answer, each number once; None where one printed number is all there is, which the answer says."""
    rows = _list_rows(figures)
    if not rows or (len(rows) == 1 and rows[0].form == "read"):
        return None
    parts = [part.figure for part in _list_parts(figures)]
    tells = any(figure.label is not None for figure in parts)
    printed = [row for row in rows if row.form != "computed"] or list(rows)
    whens, whats, measures = ({getattr(row, name) for row in printed} for name in ("when", "what", "measure"))
    shows_when, shows_measure = len(whens) > 1 and not tells, len(measures) > 1 and not tells
    shows_what = tells or len(whats) > 1 or not (shows_when or shows_measure)
    unit = "" if tells else _find_unit(printed)
    series = {figure.series.replace("-", " ").capitalize() for figure in parts}
    name = series.pop() if len(series) == 1 and not tells else "Cijfers bij dit antwoord"
    shared = [
        *(measures - {"aantal"} if not (tells or shows_measure) else ()),
        *(whats if not shows_what else ()),
        *(whens if not (tells or shows_when) else ()),
    ]
    caption = ": ".join(filter(None, (name, ", ".join(filter(None, shared)))))
    cut = tuple(replace(row, value=row.value.removesuffix(f" {unit}")) for row in rows) if unit else rows
    return FigureTable(caption, cut, tells, unit, shows_when, shows_what, shows_measure)


def view_chart(answer: Answer, index: OpenIndex) -> ChartView | None:
    """The chart of the cells behind an answer, when they are of several dates or profiles; None otherwise."""
    cells = [part.figure for part in _list_parts(answer.figures) if _is_cell(part.figure)]
    days, profiles = sorted({cell.day for cell in cells}), sorted({cell.profile for cell in cells if cell.profile})
    if len(days) * len(profiles) < 2:
        return None
    measure = _measure_to_draw(answer.figures)
    drawn = select_figures(index, frozenset(profiles), measure, days[0], days[-1], frozenset((SERIES,)))
    try:
        chart = plan_chart(drawn)
    except NothingToDrawError:
        return None
    return view_drawing(chart, write_query(profiles, measure, days[0], days[-1]))


def _find_unit(rows: Iterable[FigureRow]) -> str:
    units = {row.unit for row in rows}
    return units.pop() if len(units) == 1 else ""


def _measure_to_draw(figures: Iterable[CitedFigure]) -> Measure:
    """That of the answered figures where all have the same and there are several; else the counts that they rest on."""
    answered = [cited.figure.measure for cited in figures if _is_cell(cited.figure)]
    return answered[0] if len(answered) > 1 and len(set(answered)) == 1 else "aantal"


def _is_cell(figure: Figure) -> bool:
    return figure.series == SERIES and figure.label is None and figure.profile is not None and figure.reference_date is not None


def _list_parts(figures: Iterable[CitedFigure]) -> list[CitedFigure]:
    """Every figure after the figures that went into it."""
    return [part for cited in figures for part in (*(cited.computation.inputs if cited.computation else ()), cited)]


def _list_rows(figures: Iterable[CitedFigure]) -> tuple[FigureRow, ...]:
    """A computed number after the ones that went into it; a chosen one before those that it was compared with."""
    ordered: dict[tuple[Figure, bool], FigureRow] = {}
    formulas: set[str] = set()
    for cited in figures:
        row = _make_row(cited)
        inputs = cited.computation.inputs if cited.computation else ()
        if row.formula in formulas:
            row = replace(row, formula="")
        formulas.add(row.formula)
        group = (cited, *inputs) if row.form == "chosen" else (*inputs, cited)
        for part in group:
            made = row if part is cited else _make_row(part)
            key = (part.figure, made.form == "computed")
            if key not in ordered or (ordered[key].form == "read" and made.form == "chosen"):
                ordered[key] = made
    return tuple(ordered.values())


def _make_row(cited: CitedFigure) -> FigureRow:
    figure, computation = cited.figure, cited.computation
    chosen = computation is not None and figure in {part.figure for part in computation.inputs}
    form: RowForm = "read" if computation is None else ("chosen" if chosen else "computed")
    return FigureRow(
        form=form,
        when=_say_time(figure),
        what=name_figure(cited) if figure.label is not None else (figure.profile or "alle profielen samen"),
        measure=computation.name if computation and not chosen else figure.measure,
        value=format_value(figure),
        unit="" if figure.unit == "procent" else figure.unit,
        note=_UNMEASURED.get(figure.kind, ""),
        formula=computation.formula if computation else "",
        citation=None if form == "computed" else replace(cited.citation, span=figure.span, core=figure.span),
    )


def format_value(figure: Figure) -> str:
    """The value of a figure with its unit and all that makes it less than exact: "circa 300 tot 400 cliënten", "34,01 %"."""
    amount = say_amount(replace(figure, kind="stand"))
    return amount if figure.unit == "procent" else f"{amount} {figure.unit}"


def _say_time(figure: Figure) -> str:
    if figure.period is None:
        return format_date(figure.reference_date or "")
    return period_to_dutch(figure.period.first, figure.period.last)
