"""Promises of the drawing: whole, the same each time, small, self-contained, and readable without colour or without eyes."""

import re
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest

from service.charts.chart import Bar, Chart, Line
from service.charts.drawing import draw_chart, measure_chart
from service.charts.layout import NARROW, WIDE, Layout
from service.charts.marks import spread_apart

SVG = "{http://www.w3.org/2000/svg}"
DAYS = tuple(f"{year}-{month:02d}-01" for year in (2021, 2022, 2023) for month in (1, 4, 7, 10))
NOTES = ("Bron: Eindrapport (Bureau, september 2024).",)


def make_line(name: str, first: float) -> Line:
    values = tuple(first + 100 * step for step in range(len(DAYS)))
    return Line(name, DAYS, values, tuple(f"{value:.0f}" for value in values))


def make_chart(lines: tuple[Line, ...] = (), bars: tuple[Bar, ...] = (), title: str = "Indicaties, 2021") -> Chart:
    return Chart(title, "Aantal indicaties", "Zorgprofiel", lines, bars, NOTES, "In woorden: <alles> & meer.")


LINES = make_chart(tuple(make_line(f"GGZ0{number}W", 1000.0 * number) for number in range(1, 6)))
BARS = make_chart(bars=(Bar("GGZ03W", 11650, "11.650"), Bar("Doel", 240, "240 tot 300 (doel)", 300, measured=False)))


def read_texts(drawn: str) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("chart", [LINES, BARS])
def test_the_same_chart_gives_the_same_bytes_from_any_thread(chart: Chart) -> None:
    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(draw_chart, [chart] * 8))) == 1


@pytest.mark.parametrize("chart", [LINES, BARS])
def test_a_drawing_says_in_words_what_it_shows(chart: Chart) -> None:
    root = ElementTree.fromstring(draw_chart(chart))
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", chart.title)
    assert (description.tag, description.text) == (f"{SVG}desc", chart.description)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("chart", [LINES, BARS])
def test_a_drawing_takes_the_room_it_gets_and_nothing_from_outside(chart: Chart) -> None:
    drawn = draw_chart(chart)
    root = ElementTree.fromstring(drawn)
    assert root.get("viewBox") and root.get("width") is None and root.get("height") is None
    assert "<script" not in drawn and "<!DOCTYPE" not in drawn and "<metadata" not in drawn and "<image" not in drawn
    assert set(re.findall(r'https?://[^"\s]+', drawn)) == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert all(found.startswith("#") for found in re.findall(r'href="([^"]*)"', drawn))


@pytest.mark.parametrize("layout", [WIDE, NARROW])
@pytest.mark.parametrize("chart", [LINES, BARS])
def test_the_size_of_a_drawing_is_known_before_it_is_drawn(chart: Chart, layout: Layout) -> None:
    view = str(ElementTree.fromstring(draw_chart(chart, layout)).get("viewBox")).split()
    assert [float(size) for size in view[2:]] == pytest.approx(measure_chart(chart, layout), abs=0.5)


@pytest.mark.parametrize("chart", [LINES, BARS])
def test_a_narrow_drawing_says_the_same_with_text_that_fits_a_phone(chart: Chart) -> None:
    wide, narrow = (draw_chart(chart, layout) for layout in (WIDE, NARROW))
    assert measure_chart(chart, NARROW)[0] <= 320
    ends = {f"{line.name}  {line.said[-1]}" for line in chart.lines} | {bar.said for bar in chart.bars}
    assert ends <= set(read_texts(wide)) & set(read_texts(narrow))
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: (?:\w+ )*([\d.]+)px", narrow)]
    assert sizes and min(sizes) >= 9


def test_a_long_title_takes_more_lines_where_there_is_less_room() -> None:
    long = make_chart(LINES.lines, title="Indicaties per zorgprofiel, 1 januari 2021 tot en met 1 oktober 2023")
    assert long.title in read_texts(draw_chart(long, WIDE))
    narrow = read_texts(draw_chart(long, NARROW))
    assert {"Indicaties per zorgprofiel", "1 januari 2021 tot en met 1 oktober 2023"} <= set(narrow)


def test_the_name_of_a_line_has_its_colour() -> None:
    drawn = draw_chart(LINES)
    strokes = re.findall(r"stroke: (#[0-9a-f]{6}); stroke-width: 1.6", drawn)
    named = {name: style for style, name in re.findall(r'<text style="([^"]*)"[^>]*>(GGZ0\dW)', drawn)}
    fills = [fill[1] if (fill := re.search(r"fill: (#\w+)", named[line.name])) else "#000000" for line in LINES.lines]
    assert fills == strokes and len(set(fills)) == 5


def test_lines_are_named_at_their_ends_with_axes_and_dates_in_dutch() -> None:
    texts = read_texts(draw_chart(LINES))
    assert {"Peildatum", "Aantal indicaties", "jan 2021", "jul 2022", "2.000", "Indicaties, 2021", *NOTES} <= set(texts)
    assert {"GGZ01W  2100", "GGZ05W  6100"} <= set(texts)


def test_lines_differ_in_stroke_and_in_marker_too() -> None:
    drawn = draw_chart(LINES)
    strokes = re.findall(
        r'clip-path=[^>]*|style="fill: none; (stroke-dasharray: [^;]+;)?[^"]*stroke: #[0-9a-f]{6}; stroke-width: 1.6', drawn
    )
    assert len({stroke for stroke in strokes if stroke}) == 4  # and the fifth line is whole
    used = set(re.findall(r'<use xlink:href="#(\w+)"', drawn))
    shapes = {shape for name, shape in re.findall(r'<path id="(\w+)" d="([^"]+)"', drawn) if name in used}
    assert len(shapes) == 5 + 2  # five markers, and a tick on either axis


def test_bars_carry_their_names_and_values_and_what_is_not_measured_is_hatched() -> None:
    drawn = draw_chart(BARS)
    assert {"GGZ03W", "Doel", "11.650", "240 tot 300 (doel)", "Zorgprofiel", "Aantal indicaties"} <= set(read_texts(drawn))
    assert drawn.count("<pattern") == 1


def test_dates_within_one_month_show_their_day() -> None:
    line = Line("A", ("2022-03-01", "2022-03-15", "2022-04-01"), (1.0, 2.0, 3.0), ("1", "2", "3"))
    assert {"1 mrt 2022", "15 mrt 2022", "1 apr 2022"} <= set(read_texts(draw_chart(make_chart((line,)))))


def test_words_of_documents_are_text_and_never_markup_or_formula() -> None:
    name = 'a < b & "c" $x^2$'
    drawn = draw_chart(make_chart(bars=(Bar(name, 1, name),), title=f"{name}</title><script>"))
    assert name in read_texts(drawn)
    assert "<script" not in drawn


@pytest.mark.parametrize("values", [(0.0, 0.0), (-5.0, 3.0), (-5.0, -1.0), (0.001, 0.002), (1e9, 2e9)])
def test_any_values_can_be_drawn(values: tuple[float, float]) -> None:
    line = Line("A", DAYS[:2], values, ("eerste", "laatste"))
    bars = tuple(Bar("A", value, "waarde") for value in values)
    assert "A  laatste" in read_texts(draw_chart(make_chart((line,))))
    assert "waarde" in read_texts(draw_chart(make_chart(bars=bars)))


def test_a_full_drawing_stays_under_sixty_thousand_bytes() -> None:
    days = tuple(f"{year}-{month:02d}-01" for year in range(2014, 2024) for month in (1, 4, 7, 10))
    lines = tuple(Line(f"VV{n:02d}", days, tuple(n * 500.0 + d for d in range(40)), ("9.999",) * 40) for n in range(15))
    assert len(draw_chart(make_chart(lines)).encode()) < 60_000
    bars = tuple(Bar(f"Een kerncijfer met een lange naam, nummer {n}", n, "9.999", n + 1, measured=False) for n in range(30))
    assert len(draw_chart(make_chart(bars=bars)).encode()) < 60_000


@pytest.mark.parametrize(
    ("heights", "moved"),
    [
        ([], []),
        ([0.5], [0.5]),
        ([0.1, 0.5], [0.1, 0.5]),
        ([0.1, 0.1, 0.1], [0.1, 0.2, 0.3]),
        ([0.95, 0.99, 1.0], [0.8, 0.9, 1.0]),
        ([0.0, 0.05, 0.5], [0.0, 0.1, 0.5]),
    ],
)
def test_names_that_would_touch_are_moved_apart(heights: list[float], moved: list[float]) -> None:
    assert spread_apart(heights, 0.1) == pytest.approx(moved)
