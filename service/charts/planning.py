"""Decides what a chart of a selection shows: figures that can share one axis, as lines over time or as bars."""

from collections.abc import Sequence

from corpus.types import Figure, Measure
from service.charts.chart import Bar, Chart, Line
from service.charts.wording import (
    describe_bars,
    describe_lines,
    describe_time,
    name_figure,
    name_source,
    name_subject,
    name_value_axis,
    say_amount,
)
from service.figures.dutch_numbers import figure_to_dutch
from service.types import CitedFigure

# More than these can't be told apart on a page, or make a file too large to send along with one.
_MOST_LINES = 15
_MOST_BARS = 30
_UNMEASURED = ("doel", "raming")


class NothingToDrawError(ValueError):
    """A selection without figures; the message is a Dutch sentence that says what to do."""


def plan_chart(figures: Sequence[CitedFigure]) -> Chart:
    """The chart of a selection; raises NothingToDrawError when it holds nothing.

    One chart has one measure ("aantal" where there is any, else the first), of one unit. Cells of a table go before other
    figures: as lines where they have several dates, else as bars. What is left out for this is counted in a footnote.
    """
    if not figures:
        raise NothingToDrawError(
            "Bij deze selectie is geen enkel cijfer om te tekenen. Kies een ruimere periode, een andere maat of meer profielen; "
            "zonder deze sleutels toont de grafiek de aantallen."
        )
    drawn = _choose_figures(figures)
    is_table = drawn[0].figure.label is None
    lines = _make_lines(drawn) if is_table and len({cited.figure.reference_date for cited in drawn}) > 1 else ()
    bars = () if lines else tuple(map(_make_bar, drawn))
    lines, bars = lines[:_MOST_LINES], bars[:_MOST_BARS]
    measures = {cited.figure.measure for cited in figures}
    shown = sum(len(line.days) for line in lines) + len(bars)
    return Chart(
        title=f"{name_subject(drawn, several_measures=len(measures) > 1)}{describe_time(drawn)}",
        value_axis=name_value_axis(drawn[0].figure),
        subject_axis="Zorgprofiel" if is_table else "Kerncijfer",
        lines=lines,
        bars=bars,
        footnotes=_write_footnotes(drawn, shown, len(figures)),
        description=describe_lines(lines) if lines else describe_bars(bars),
    )


def _choose_figures(figures: Sequence[CitedFigure]) -> list[CitedFigure]:
    """Those of one measure and one unit; and of one table, when any of them is a cell of one."""
    measures: list[Measure] = [cited.figure.measure for cited in figures]
    measure = "aantal" if "aantal" in measures else measures[0]
    same = [cited for cited in figures if cited.figure.measure == measure]
    cells = [cited for cited in same if cited.figure.label is None]
    first = (cells or same)[0].figure
    return [
        cited
        for cited in cells or same
        if cited.figure.unit == first.unit and (not cells or cited.figure.series == first.series)
    ]


def _make_lines(figures: Sequence[CitedFigure]) -> tuple[Line, ...]:
    names = dict.fromkeys(_name_of(cited.figure) for cited in figures)
    return tuple(_make_line(name, [cited.figure for cited in figures if _name_of(cited.figure) == name]) for name in names)


def _make_line(name: str, figures: Sequence[Figure]) -> Line:
    ordered = sorted(figures, key=lambda figure: figure.day)
    days = tuple(figure.day for figure in ordered)
    return Line(name, days, tuple(figure.value for figure in ordered), tuple(map(figure_to_dutch, ordered)))


def _make_bar(cited: CitedFigure) -> Bar:
    figure = cited.figure
    name = _name_of(figure) if figure.label is None else f"{name_figure(cited)}{describe_time((cited,))}"
    return Bar(name, figure.value, say_amount(figure), figure.upper, figure.kind not in _UNMEASURED)


def _name_of(figure: Figure) -> str:
    return figure.profile or "totaal"


def _write_footnotes(drawn: Sequence[CitedFigure], shown: int, selected: int) -> tuple[str, ...]:
    """The source, what the figures are not, and how much of the selection the chart leaves out."""
    first = drawn[0]
    notes = [name_source(drawn)]
    if first.figure.label is None and first.figure.measure == "aantal" and first.figure.kind == "stand":
        notes.append("Het zijn standen op de peildatum, geen instroom per periode.")
    if first.figure.label is None and first.figure.measure == "groei":
        notes.append("Groei sinds de vorige peildatum.")
    if any(cited.computation for cited in drawn):
        notes.append("Berekend uit de aantallen van de bron.")
    if shown < selected:
        notes.append(f"Getekend: {shown} van de {selected} gekozen cijfers.")
    return tuple(notes)
