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
from service.charts.marks import LABEL_HEIGHT, draw_bars, draw_lines, height_of_lines, wrap_name
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
_WIDTH = 8.0  # inches; the picture scales, so this only sets the size of its text
_TITLE_LENGTH, _NOTE_LENGTH = 78, 126  # characters that fit on a line
_LETTER_WIDTH = 0.0092  # of the width
_RIGHT = 0.80  # of the width, which leaves room for the values


def draw_chart(chart: Chart) -> str:
    """The chart as one SVG document, without width or height: it takes the room it gets."""
    with _DRAWING, rc_context(_SETTINGS):
        figure = Figure(figsize=(_WIDTH, _height_of(chart)), facecolor="white")
        FigureCanvasSVG(figure)
        axes = _lay_out(figure, chart)
        if chart.lines:
            draw_lines(axes, chart)
        else:
            draw_bars(axes, chart)
        target = StringIO()
        figure.savefig(target, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    return _make_accessible(target.getvalue(), chart)


def _height_of(chart: Chart) -> float:
    if chart.lines:
        rows = height_of_lines(len(chart.lines))
    else:
        rows = 0.4 + len(chart.bars) * (0.3 + 0.16 * max(len(wrap_name(bar)) for bar in chart.bars))
    return rows + _margin_above(chart) + _margin_below(chart)


def _margin_above(chart: Chart) -> float:
    return 0.26 + 0.24 * len(_wrap_title(chart)) + LABEL_HEIGHT


def _margin_below(chart: Chart) -> float:
    return 0.62 + 0.165 * len(_wrap_footnotes(chart))


def _wrap_title(chart: Chart) -> list[str]:
    """One line where it fits, else what and when on a line each."""
    parts = [chart.title] if len(chart.title) <= _TITLE_LENGTH else chart.title.rsplit(", ", 1)
    return [line for part in parts for line in textwrap.wrap(part, _TITLE_LENGTH)]


def _wrap_footnotes(chart: Chart) -> list[str]:
    return [line for note in chart.footnotes for line in textwrap.wrap(note, _NOTE_LENGTH)]


def _lay_out(figure: Figure, chart: Chart) -> Axes:
    """Places title, footnotes and the axes between them."""
    height = _height_of(chart)
    beside = [line for bar in chart.bars for line in wrap_name(bar)]
    beside += [number_to_dutch(value) for line in chart.lines for value in line.values]
    left = 0.04 + _LETTER_WIDTH * max(8, *map(len, beside))
    figure.text(0.02, 1 - 0.14 / height, "\n".join(_wrap_title(chart)), fontsize=12, fontweight="bold", va="top")
    figure.text(0.02, 0.1 / height, "\n".join(_wrap_footnotes(chart)), fontsize=8, color="#333333", va="bottom")
    bottom, top = _margin_below(chart) / height, 1 - _margin_above(chart) / height
    return figure.add_axes((left, bottom, _RIGHT - left, top - bottom))


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
