"""Draws a chart as SVG with matplotlib: text stays text, the bytes are the same each time, and nothing outside it is needed."""

import textwrap
from hashlib import sha256
from html import escape
from io import StringIO
from threading import Lock

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.typing import RcKeyType

from service.charts.chart import Chart
from service.charts.layout import WIDE, Layout
from service.charts.marks import LABEL_HEIGHT, NAME_DISTANCE, draw_bars, draw_lines, height_of_lines, name_end, wrap_name
from service.figures.dutch_numbers import number_to_dutch

# matplotlib's settings and font cache are one for the whole process, so charts are drawn one at a time.
_DRAWING = Lock()
_FONT = "DejaVu Sans"
_SETTINGS: dict[RcKeyType, object] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "beleidswijzer",
    "font.family": _FONT,
    "font.size": 10,
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "hatch.linewidth": 0.6,
}
_POINTS = 72  # to an inch
_LETTER = 0.0736  # inches, of the usual size; a name at the end of a line is set smaller
_NAME_LETTER = 0.07
_BESIDE_BARS = 1.6  # inches, for the values
_NOTE_HEIGHT = 0.18  # inches


def draw_chart(chart: Chart, layout: Layout = WIDE) -> str:
    """The chart as one SVG document, without width or height: it takes the room it gets."""
    with _DRAWING, rc_context(_SETTINGS):
        figure = Figure(figsize=(layout.width, _height_of(chart, layout)), facecolor="white")
        FigureCanvasSVG(figure)
        axes = _lay_out(figure, chart, layout)
        if chart.lines:
            draw_lines(axes, chart, layout)
        else:
            draw_bars(axes, chart, layout)
        target = StringIO()
        figure.savefig(target, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    return _make_accessible(target.getvalue(), chart)


def measure_chart(chart: Chart, layout: Layout = WIDE) -> tuple[int, int]:
    """Width and height of the drawing in points, so that a page can keep room for it before it is there."""
    return round(layout.width * _POINTS), round(_height_of(chart, layout) * _POINTS)


def _height_of(chart: Chart, layout: Layout) -> float:
    if chart.lines:
        rows = height_of_lines(len(chart.lines))
    else:
        rows = 0.4 + len(chart.bars) * (0.3 + 0.16 * max(len(wrap_name(bar, layout)) for bar in chart.bars))
    return rows + _margin_above(chart, layout) + _margin_below(chart, layout)


def _margin_above(chart: Chart, layout: Layout) -> float:
    return 0.26 + 0.24 * len(_wrap_title(chart, layout)) + LABEL_HEIGHT


def _margin_below(chart: Chart, layout: Layout) -> float:
    return 0.62 + _NOTE_HEIGHT * len(_wrap_footnotes(chart, layout))


def _wrap_title(chart: Chart, layout: Layout) -> list[str]:
    """One line where it fits, else what and when on a line each."""
    parts = [chart.title] if len(chart.title) <= layout.title else chart.title.rsplit(", ", 1)
    return [line for part in parts for line in textwrap.wrap(part, layout.title)]


def _wrap_footnotes(chart: Chart, layout: Layout) -> list[str]:
    return [line for note in chart.footnotes for line in textwrap.wrap(note, layout.note)]


def _lay_out(figure: Figure, chart: Chart, layout: Layout) -> Axes:
    """Places title, footnotes and the axes between them."""
    width, height = layout.width, _height_of(chart, layout)
    edge = layout.margin / 2 / width
    title, notes = "\n".join(_wrap_title(chart, layout)), "\n".join(_wrap_footnotes(chart, layout))
    figure.text(edge, 1 - 0.14 / height, title, fontsize=layout.title_size, fontweight="bold", va="top")
    figure.text(edge, 0.1 / height, notes, fontsize=9, color="#333333", va="bottom")
    left, right = _margin_left(chart, layout) / width, 1 - _margin_right(chart) / width
    bottom, top = _margin_below(chart, layout) / height, 1 - _margin_above(chart, layout) / height
    return figure.add_axes((left, bottom, right - left, top - bottom))


def _margin_left(chart: Chart, layout: Layout) -> float:
    beside = [line for bar in chart.bars for line in wrap_name(bar, layout)]
    beside += [number_to_dutch(value) for line in chart.lines for value in line.values]
    return layout.margin + _LETTER * max(6, *map(len, beside))


def _margin_right(chart: Chart) -> float:
    ends = [len(name_end(line)) for line in chart.lines]
    return NAME_DISTANCE + _NAME_LETTER * max(ends) + 0.2 if ends else _BESIDE_BARS


def _make_accessible(drawn: str, chart: Chart) -> str:
    """The drawing with a text alternative, and without fixed size or reference to a document type elsewhere."""
    root = drawn[drawn.index("<svg") : drawn.index(">", drawn.index("<svg")) + 1]
    view = root[root.index('viewBox="') :].split('"')[1]
    body = drawn[drawn.index(root) + len(root) :].replace(f"'{_FONT}'", f"'{_FONT}', Verdana, sans-serif")
    # A page may hold several charts, so the names that the text alternative is found by differ.
    mark = sha256((chart.title + chart.description).encode()).hexdigest()[:8]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{view}" '
        f'lang="nl" role="img" aria-labelledby="titel-{mark} beschrijving-{mark}">\n'
        f' <title id="titel-{mark}">{escape(chart.title)}</title>\n'
        f' <desc id="beschrijving-{mark}">{escape(chart.description)}</desc>{body}'
    )
