"""A drawn chart as a page shows it: its addresses, the room that it takes, and its words for who can't see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from corpus.types import Measure
from indexer.figures.finding import SERIES
from service.charts.chart import Chart
from service.charts.drawing import measure_chart
from service.charts.layout import NARROW, WIDE


@dataclass(frozen=True, slots=True)
class ChartView:
    """The drawing for a page and that for a phone, each with its width and height in points; ``choice`` is the page of its figures."""

    address: str
    narrow: str
    size: tuple[int, int]
    narrow_size: tuple[int, int]
    title: str
    description: str
    choice: str


def write_query(profiles: Sequence[str], measure: Measure, since: str, until: str) -> str:
    """A choice of figures as the query of /v1/instroomcijfers, which the page of figures understands too."""
    keys = [("reeks", SERIES), *(("profiel", profile) for profile in profiles)]
    return urlencode([*keys, ("maat", measure), ("vanaf", since), ("tot", until)])


def view_drawing(chart: Chart, query: str) -> ChartView:
    """The chart of the figures that this query chooses."""
    return ChartView(
        address=f"/v1/instroomcijfers?{query}&weergave=svg",
        narrow=f"/cijfers/grafiek?{query}",
        size=measure_chart(chart, WIDE),
        narrow_size=measure_chart(chart, NARROW),
        title=chart.title,
        description=chart.description,
        choice=f"/cijfers?{query}",
    )
