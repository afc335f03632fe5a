"""Draws the marks of a chart in its axes: lines over time or bars, with everything that names them.

Black and white is enough to read them: lines differ in stroke and marker and are named at their ends, bars carry their values.
"""

import textwrap
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from indexer.dutch_dates import MONTHS
from service.charts.chart import Bar, Chart, Line
from service.charts.layout import Layout
from service.figures.dutch_numbers import number_to_dutch

LABEL_HEIGHT = 0.19
"""The height of a line's name, in inches."""

NAME_DISTANCE = 0.28
"""From the end of a line to its name, in inches."""

# Dark enough on white, and each of another lightness, for who sees no colour or prints without.
_COLOURS = ("#000000", "#0b5394", "#a61c00", "#38761d", "#741b80", "#7a5c00")
_STROKES: tuple[str | tuple[int, tuple[int, ...]], ...] = ("-", "--", "-.", (0, (1, 1)), (0, (6, 1, 1, 1, 1, 1)))
_MARKERS = ("o", "s", "^", "D", "v", "P", "X")
_MOST_MARKERS = 100  # in all: each takes a good hundred bytes
_LOWEST = 3.0  # inches


def height_of_lines(count: int) -> float:
    """The height of axes in which the names of this many lines fit above each other, in inches."""
    return max(_LOWEST, LABEL_HEIGHT * count)


def draw_lines(axes: Axes, chart: Chart, layout: Layout) -> None:
    """Draws every line, each with its own stroke and marker, named with its last value at its end."""
    points = sum(len(line.days) for line in chart.lines)
    for number, line in enumerate(chart.lines):
        axes.plot(
            [_day_number(day) for day in line.days],
            line.values,
            color=_COLOURS[number % len(_COLOURS)],
            linestyle=_STROKES[number % len(_STROKES)],
            marker=_MARKERS[number % len(_MARKERS)],
            markersize=4.5,
            markevery=-(-points // _MOST_MARKERS),
            linewidth=1.6,
            clip_on=False,
        )
    days = sorted({day for line in chart.lines for day in line.days})
    _scale(axes, [value for line in chart.lines for value in line.values], tick_letters=None)
    first, last = _day_number(days[0]), _day_number(days[-1])
    axes.set_xlim(first - (last - first) * 0.02, last)
    chosen = days[:: -(-len(days) // layout.dates)]
    axes.set_xticks([_day_number(day) for day in chosen], [_short_date(day, days) for day in chosen])
    axes.set_xlabel("Peildatum")
    _name_upright_axis(axes, chart.value_axis)
    axes.grid(axis="y", color="#d0d0d0", linewidth=0.6)
    axes.set_axisbelow(True)
    _name_lines(axes, chart, layout)


def name_end(line: Line) -> str:
    """What stands at the end of a line: its name and its last value."""
    return f"{line.name}  {line.said[-1]}"


def _name_lines(axes: Axes, chart: Chart, layout: Layout) -> None:
    """Writes the name and last value of each line at its end, in its colour, moved apart where they would touch."""
    low, high = axes.get_ylim()
    ends = sorted(enumerate(chart.lines), key=lambda numbered: numbered[1].values[-1])
    gap = LABEL_HEIGHT / height_of_lines(len(ends))
    heights = spread_apart([(line.values[-1] - low) / (high - low) for _, line in ends], gap)
    axes_width = layout.width * axes.get_position().width
    for (number, line), height in zip(ends, heights, strict=True):
        axes.annotate(
            name_end(line),
            xy=(_day_number(line.days[-1]), line.values[-1]),
            xytext=(1 + NAME_DISTANCE / axes_width, height),
            textcoords="axes fraction",
            va="center",
            fontsize=9,
            color=_COLOURS[number % len(_COLOURS)],
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": "#808080",
                "linewidth": 0.6,
                "relpos": (0, 0.5),
                "shrinkA": 1,
                "shrinkB": 4,
            },
        )


def spread_apart(heights: Sequence[float], gap: float) -> list[float]:
    """Ascending heights between 0 and 1, moved as little as keeps them ``gap`` apart; they must fit."""
    moved = list(heights)
    for position in range(1, len(moved)):
        moved[position] = max(moved[position], moved[position - 1] + gap)
    ceiling = 1.0
    for position in reversed(range(len(moved))):
        moved[position] = min(moved[position], ceiling)
        ceiling = moved[position] - gap
    return moved


def draw_bars(axes: Axes, chart: Chart, layout: Layout) -> None:
    """Draws a bar a row, its value beside it; hatched when it isn't measured, dotted between the ends of a range."""
    rows = range(len(chart.bars))
    for row, bar in zip(rows, chart.bars, strict=True):
        axes.barh(row, bar.value, 0.55, color="#c8d6e5" if bar.measured else "white", edgecolor="black", hatch=_hatch_of(bar))
        if bar.upper is not None:
            axes.barh(row, bar.upper - bar.value, 0.55, left=bar.value, color="white", edgecolor="black", linestyle=":")
        end = bar.value if bar.upper is None else bar.upper
        axes.annotate(bar.said, (max(end, 0.0), row), (4, 0), textcoords="offset points", va="center", fontsize=9)
    _scale(axes, [end for bar in chart.bars for end in (bar.value, bar.upper) if end is not None], layout.ticks)
    axes.set_yticks(list(rows), ["\n".join(wrap_name(bar, layout)) for bar in chart.bars], fontsize=9)
    axes.set_ylim(len(chart.bars) - 0.4, -0.6)
    axes.set_xlabel(chart.value_axis)
    _name_upright_axis(axes, chart.subject_axis)
    axes.grid(axis="x", color="#d0d0d0", linewidth=0.6)
    axes.set_axisbelow(True)


def wrap_name(bar: Bar, layout: Layout) -> list[str]:
    """The lines that the name of a bar takes."""
    return textwrap.wrap(bar.name, layout.name)


def _name_upright_axis(axes: Axes, name: str) -> None:
    """Above the axis instead of along it: read without turning the head, and never cut off by wide numbers."""
    axes.annotate(name, (0, 1), (0, 7), xycoords="axes fraction", textcoords="offset points", ha="left")


def _hatch_of(bar: Bar) -> str:
    return "" if bar.measured else "////"


def _scale(axes: Axes, values: Sequence[float], tick_letters: int | None) -> None:
    """Sets a value axis that holds zero, since a bar or a line that starts elsewhere misleads, with ticks in Dutch.

    ``tick_letters`` are the characters that fit along an axis that lies down; an upright one has None.
    """
    low, high = min(0.0, *values), max(0.0, *values)
    # Numbers side by side need room: few of them when they are long.
    steps = max(2, min(6, tick_letters // (len(number_to_dutch(high)) + 2))) if tick_letters else 6
    ticks = [round(float(tick), 9) for tick in MaxNLocator(steps, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high or 1.0)]
    decimals = max(_count_decimals(tick) for tick in ticks)
    written = [number_to_dutch(tick, decimals) for tick in ticks]
    axis, set_limits = (axes.xaxis, axes.set_xlim) if tick_letters else (axes.yaxis, axes.set_ylim)
    axis.set_ticks(ticks, written)
    set_limits(ticks[0], ticks[-1])


def _count_decimals(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _day_number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _short_date(day: str, days: Sequence[str]) -> str:
    """ "jul 2022", or "15 jul 2022" where some month has more than one date."""
    parsed = date.fromisoformat(day)
    month = {"maart": "mrt"}.get(MONTHS[parsed.month - 1], MONTHS[parsed.month - 1][:3])
    one_a_month = len({other[:7] for other in days}) == len(days)
    return f"{month} {parsed.year}" if one_a_month else f"{parsed.day} {month} {parsed.year}"
