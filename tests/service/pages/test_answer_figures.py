import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from corpus.types import Figure, FigureKind, Measure, Period, Span
from indexer.store import OpenIndex
from service.app import create_app
from service.pages.answer_figures import FigureTable, format_value, lay_out_figures, view_chart
from service.settings import ServiceSettings
from service.types import Answer, Citation, CitedFigure, Computation
from tests.service.pages.page_fakes import DOCUMENT, find

SERIES = "indicaties-per-zorgprofiel"
ROW = Citation(1, DOCUMENT, "sha256:0", "rapport", (), None, Span(0, 40), "x" * 40, Span(0, 40))


def make_cell(
    value: float, profile: str | None = "GGZ03W", day: str = "2022-07-01", measure: Measure = "aantal", unit: str = "indicaties"
) -> CitedFigure:
    return CitedFigure(Figure(SERIES, measure, profile, day, value, unit, DOCUMENT.id, Span(10, 15)), ROW)


def compute(name: str, formula: str, value: float, *inputs: CitedFigure, profile: str | None = "GGZ03W") -> CitedFigure:
    made = make_cell(value, profile, inputs[-1].figure.day)
    return CitedFigure(made.figure, ROW, Computation(name, formula, inputs))


def tell(
    value: float, kind: FigureKind = "stroom", period: Period | None = None, upper: float | None = None, qualifier: str = ""
) -> CitedFigure:
    quote = "De instroom is 300 cliënten per maand."
    span = Span(100, 100 + len(quote))
    place = (DOCUMENT.id, Span(115, 118))
    figure = Figure(
        "instroom", "aantal", None, None, value, "cliënten per maand", *place, kind, period, upper, qualifier, label=span
    )
    return CitedFigure(figure, Citation(2, DOCUMENT, "sha256:0", "rapport", (), None, span, quote, Span(115, 118)))


def lay_out(*figures: CitedFigure) -> FigureTable:
    table = lay_out_figures(figures)
    assert table is not None
    return table


def test_one_printed_number_needs_no_table() -> None:
    assert lay_out_figures((make_cell(11650.0),)) is None
    assert lay_out_figures(()) is None


def test_what_is_the_same_in_every_row_stands_once_above_the_table() -> None:
    table = lay_out(make_cell(10.0, day="2022-01-01"), make_cell(20.0, day="2022-04-01"))
    assert table.caption == "Indicaties per zorgprofiel: GGZ03W"
    assert (table.shows_when, table.shows_what, table.shows_measure, table.unit) == (True, False, False, "indicaties")
    assert [(row.when, row.value) for row in table.rows] == [("1 januari 2022", "10"), ("1 april 2022", "20")]
    table = lay_out(make_cell(10.0, "GGZ01W"), make_cell(20.0, "GGZ02W"))
    assert table.caption == "Indicaties per zorgprofiel: 1 juli 2022"
    assert (table.shows_when, table.shows_what, table.shows_measure) == (False, True, False)


def test_other_measures_are_named() -> None:
    growth = make_cell(1.5, measure="groei", unit="procent")
    assert lay_out(make_cell(10.0), growth).shows_measure
    table = lay_out(growth, make_cell(2.5, day="2022-10-01", measure="groei", unit="procent"))
    assert table.caption == "Indicaties per zorgprofiel: groei, GGZ03W"
    assert [row.value for row in table.rows] == ["1,50 %", "2,50 %"]


def test_a_computed_number_comes_after_the_cells_that_went_into_it_and_none_comes_twice() -> None:
    first, last = make_cell(10375.0, day="2022-01-01"), make_cell(12575.0, day="2023-01-01")
    table = lay_out(first, compute("verschil", "12.575 − 10.375 = 2.200", 2200.0, first, last))
    assert [(row.form, row.value, row.formula) for row in table.rows] == [
        ("read", "10.375", ""),
        ("read", "12.575", ""),
        ("computed", "2.200", "12.575 − 10.375 = 2.200"),
    ]
    assert table.rows[2].measure == "verschil" and table.rows[2].citation is None


def test_a_chosen_number_is_no_new_one_and_stands_above_those_that_it_was_compared_with() -> None:
    low, high = make_cell(10.0, "GGZ01W"), make_cell(20.0, "GGZ02W")
    best = CitedFigure(high.figure, ROW, Computation("hoogste", "hoogste van 10; 20 = 20", (low, high)))
    table = lay_out(best)
    assert [(row.form, row.what, row.measure, row.value) for row in table.rows] == [
        ("chosen", "GGZ02W", "aantal", "20"),
        ("read", "GGZ01W", "aantal", "10"),
    ]


def test_the_formula_of_an_order_is_said_once() -> None:
    cells = make_cell(10.0, "GGZ01W"), make_cell(20.0, "GGZ02W")
    ordered = [CitedFigure(cell.figure, ROW, Computation("rangorde", "20; 10", cells)) for cell in reversed(cells)]
    assert [(row.what, row.formula) for row in lay_out(*ordered).rows] == [("GGZ02W", "20; 10"), ("GGZ01W", "")]


def test_a_row_points_at_the_printed_number_itself() -> None:
    table = lay_out(make_cell(10.0), make_cell(20.0, "GGZ04W"))
    assert [row.citation.span for row in table.rows if row.citation] == [Span(10, 15)] * 2


def test_figures_in_words_come_with_their_words_their_time_and_what_they_are() -> None:
    table = lay_out(
        tell(300.0, period=Period("2022-01-01", "2022-12-31"), upper=400.0, qualifier="tussen"),
        tell(240.0, "doel", Period("2024-01-01", "2024-03-31")),
    )
    assert table.tells and not table.shows_when and table.unit == ""
    assert [(row.what, row.when, row.value, row.note) for row in table.rows] == [
        ("De instroom is 300 cliënten per maand", "2022", "tussen 300 en 400 cliënten per maand", ""),
        (
            "De instroom is 300 cliënten per maand",
            "het eerste kwartaal van 2024",
            "240 cliënten per maand",
            "doel, niet gemeten",
        ),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (11650.0, "indicaties", "11.650 indicaties"),
        (34.01, "procent", "34,01 %"),
        (-2.5, "procent", "-2,50 %"),
        (1.5, "fte", "1,5 fte"),
    ],
)
def test_values_read_as_dutch(value: float, unit: str, shown: str) -> None:
    assert format_value(make_cell(value, unit=unit).figure) == shown


def make_answer(*figures: CitedFigure) -> Answer:
    return Answer("beantwoord", None, "Zo [1].", "?", "berekend", (ROW,), figures)


def find_real_cells(index: OpenIndex, measure: Measure = "aantal") -> list[CitedFigure]:
    return [
        CitedFigure(figure, ROW)
        for figure in index.figures
        if figure.series == SERIES and figure.label is None and figure.profile and figure.measure == measure
    ]


def test_cells_of_several_dates_get_a_chart_with_its_words_and_the_same_choice_of_figures(fake_index: OpenIndex) -> None:
    cells = [cell for cell in find_real_cells(fake_index) if cell.figure.profile == "GGZ04W"]
    first, last = cells[0], cells[-1]
    chart = view_chart(make_answer(compute("verschil", "…", 1.0, first, last, profile="GGZ04W")), fake_index)
    assert chart is not None
    choice = f"reeks={SERIES}&profiel=GGZ04W&maat=aantal&vanaf={first.figure.day}&tot={last.figure.day}"
    assert chart.choice == f"/cijfers?{choice}" and chart.narrow == f"/cijfers/grafiek?{choice}"
    assert chart.address == f"/v1/instroomcijfers?{choice}&weergave=svg"
    width, height = (float(number) for number in read_view_box(fake_index, chart.address)[2:])
    assert chart.size == (round(width), round(height)), "the page keeps the room that the drawing takes"
    assert "GGZ04W: 555 op 1 januari 2021" in chart.description


def read_view_box(index: OpenIndex, address: str) -> list[str]:
    drawing = TestClient(create_app(ServiceSettings(), index)).get(address).text
    return str(find(BeautifulSoup(drawing, "html.parser"), "svg")["viewbox"]).split()


def test_the_words_beside_a_chart_are_those_of_the_picture(fake_index: OpenIndex) -> None:
    cells = [cell for cell in find_real_cells(fake_index) if cell.figure.day == "2023-10-01"]
    chart = view_chart(make_answer(*cells), fake_index)
    assert chart is not None
    client = TestClient(create_app(ServiceSettings(), fake_index))
    for address in (chart.address, chart.narrow):
        picture = client.get(address)
        assert picture.status_code == 200 and picture.headers["Content-Type"].startswith("image/svg+xml")
        assert find(BeautifulSoup(picture.text, "html.parser"), "desc").text in chart.description
    assert client.get(chart.choice).status_code == 200


def test_growth_is_drawn_as_growth_where_growth_was_asked(fake_index: OpenIndex) -> None:
    cells = [cell for cell in find_real_cells(fake_index, "groei") if cell.figure.profile == "GGZ04W"]
    chart = view_chart(make_answer(*cells[:3]), fake_index)
    assert chart is not None and "maat=groei" in chart.choice


def test_one_cell_and_figures_in_words_get_no_chart(fake_index: OpenIndex) -> None:
    assert view_chart(make_answer(find_real_cells(fake_index)[0]), fake_index) is None
    assert view_chart(make_answer(tell(300.0), tell(240.0)), fake_index) is None
    assert view_chart(make_answer(), fake_index) is None
