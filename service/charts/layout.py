"""The two sizes in which a chart is drawn, since the text of a picture that is scaled down to a phone can't be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide a chart is, in inches, and how many characters fit where. The picture scales; this sets the size of its text.

    ``title``, ``note`` and ``name`` are characters on a line of the title, a footnote and the name of a bar; ``ticks`` are
    characters along a value axis that lies down, and ``dates`` how many dates fit below an axis. ``title_size`` is in points.
    """

    width: float
    margin: float
    title_size: float
    title: int
    note: int
    name: int
    ticks: int
    dates: int


WIDE = Layout(width=8.0, margin=0.32, title_size=12, title=78, note=112, name=40, ticks=36, dates=7)
"""For the width of a page."""

NARROW = Layout(width=4.2, margin=0.24, title_size=11, title=40, note=56, name=18, ticks=18, dates=3)
"""For a phone, or a page that is zoomed in."""
