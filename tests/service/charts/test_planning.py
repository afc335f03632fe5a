"""Promises of what a chart of a selection shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import pytest

from corpus.types import Document, Figure, FigureKind, Measure, Period, Span
from service.charts.planning import NothingToDrawError, plan_chart
from service.types import Citation, CitedFigure

DOCUMENT = Document("verslag", "sources/verslag.txt", "Eindrapport", "Bureau", "2024-09", "rapport", "nl")
TEXT = "Instroom per maand in de regio's"
CITATION = Citation(1, DOCUMENT, "sha256:ab", "rapport", (), None, Span(0, len(TEXT)), TEXT, Span(0, 8))


def cell(profile: str, day: str, value: float, measure: Measure = "aantal") -> CitedFigure:
    unit = "indicaties" if measure == "aantal" else "procent"
    return CitedFigure(
        Figure("indicaties-per-zorgprofiel", measure, profile, day, value, unit, "verslag", Span(0, 8)), CITATION
    )


def loose(series: str, value: float, kind: FigureKind = "stroom", unit: str = "cliënten per maand") -> CitedFigure:
    figure = Figure(series, "aantal", None, None, value, unit, "verslag", Span(0, 8), kind=kind, label=Span(0, len(TEXT)))
    return CitedFigure(replace(figure, period=Period("2022-01-01", "2022-12-31")), CITATION)


TABLE = [
    cell("GGZ03W", "2022-01-01", 10375),
    cell("GGZ03W", "2022-07-01", 11650),
    cell("GGZ04W", "2022-07-01", 1250),
    cell("GGZ04W", "2022-01-01", 1115),
]


def test_several_dates_become_a_line_for_each_profile_in_order_of_time() -> None:
    chart = plan_chart(TABLE)
    assert [(line.name, line.days, line.values, line.said) for line in chart.lines] == [
        ("GGZ03W", ("2022-01-01", "2022-07-01"), (10375, 11650), ("10.375", "11.650")),
        ("GGZ04W", ("2022-01-01", "2022-07-01"), (1115, 1250), ("1.115", "1.250")),
    ]
    assert chart.bars == ()
    assert chart.title == "Indicaties per zorgprofiel, 1 januari 2022 tot en met 1 juli 2022"
    assert chart.value_axis == "Aantal indicaties"


def test_the_description_gives_the_first_and_the_last_value_of_every_line() -> None:
    assert plan_chart(TABLE).description == (
        "Lijndiagram met 2 lijnen over peildata. GGZ03W: 10.375 op 1 januari 2022, 11.650 op 1 juli 2022. "
        "GGZ04W: 1.115 op 1 januari 2022, 1.250 op 1 juli 2022."
    )


def test_one_date_becomes_bars() -> None:
    chart = plan_chart([figure for figure in TABLE if figure.figure.reference_date == "2022-07-01"])
    assert [(bar.name, bar.value, bar.said) for bar in chart.bars] == [("GGZ03W", 11650, "11.650"), ("GGZ04W", 1250, "1.250")]
    assert (chart.title, chart.subject_axis) == ("Indicaties per zorgprofiel, 1 juli 2022", "Zorgprofiel")
    assert chart.description == "Staafdiagram met 2 staven. GGZ03W: 11.650. GGZ04W: 1.250."


@pytest.mark.parametrize(("measure", "axis"), [("groei", "Groei (%)"), ("aandeel", "Aandeel (%)")])
def test_another_measure_is_named_in_title_and_axis(measure: Measure, axis: str) -> None:
    chart = plan_chart([cell("GGZ03W", "2022-01-01", 7.5, measure), cell("GGZ04W", "2022-04-01", 2.25, measure)])
    assert chart.title == f"Indicaties per zorgprofiel: {measure}, 1 januari 2022 tot en met 1 april 2022"
    assert chart.value_axis == axis


def test_of_several_measures_the_counts_are_drawn_and_the_title_says_so() -> None:
    chart = plan_chart([cell("GGZ03W", "2022-01-01", 7.5, "groei"), *TABLE])
    assert chart.title == "Indicaties per zorgprofiel: aantal, 1 januari 2022 tot en met 1 juli 2022"
    assert "Getekend: 4 van de 5 gekozen cijfers." in chart.footnotes


def test_one_profile_is_named_in_the_title() -> None:
    assert plan_chart(TABLE[:2]).title.startswith("Indicaties per zorgprofiel (GGZ03W), ")


def test_figures_outside_a_table_become_bars_with_their_words_and_all_that_makes_them_less_than_exact() -> None:
    span = loose("a", 300)
    chart = plan_chart(
        [replace(span, figure=replace(span.figure, upper=400, qualifier="tussen de")), loose("b", 240, "doel"), loose("c", 100)]
    )
    assert [bar.said for bar in chart.bars] == ["tussen de 300 en 400", "240 (doel)", "100"]
    assert [bar.measured for bar in chart.bars] == [True, False, True]
    assert [bar.upper for bar in chart.bars] == [400, None, None]
    assert {bar.name for bar in chart.bars} == {f"{TEXT}, 2022"}
    assert chart.title == "Kerncijfers: aantal cliënten per maand, 2022"


def test_one_figure_outside_a_table_is_the_title_and_several_of_a_series_are_not() -> None:
    assert plan_chart([loose("a", 300)]).title == f"{TEXT}, 2022"
    assert plan_chart([loose("a", 300), loose("a", 240)]).title == "Kerncijfers: aantal cliënten per maand, 2022"


def test_figures_of_another_unit_or_from_outside_the_table_are_left_out_and_counted() -> None:
    chart = plan_chart([*TABLE, loose("a", 300)])
    assert len(chart.lines) == 2 and not chart.bars
    assert "Getekend: 4 van de 5 gekozen cijfers." in chart.footnotes
    mixed = plan_chart([loose("a", 300), loose("b", 31, unit="regio's")])
    assert [bar.value for bar in mixed.bars] == [300]


def test_the_source_stands_under_the_chart_with_what_the_figures_are_not() -> None:
    assert plan_chart(TABLE).footnotes == (
        "Bron: Eindrapport (Bureau, september 2024).",
        "Het zijn standen op de peildatum, geen instroom per periode.",
    )


@pytest.mark.parametrize(
    ("date", "said"), [("2024", "2024"), ("2024-09", "september 2024"), ("2024-09-03", "3 september 2024")]
)
def test_the_date_of_the_source_is_as_exact_as_it_is_known(date: str, said: str) -> None:
    dated = replace(CITATION, document=replace(DOCUMENT, date=date))
    assert plan_chart([replace(TABLE[0], citation=dated)]).footnotes[0] == f"Bron: Eindrapport (Bureau, {said})."


def test_more_than_can_be_read_is_cut_and_counted() -> None:
    many = [cell(f"P{number:02d}", day, 5.0) for number in range(40) for day in ("2022-01-01", "2022-04-01")]
    chart = plan_chart(many)
    assert len(chart.lines) == 15
    assert "Getekend: 30 van de 80 gekozen cijfers." in chart.footnotes
    assert len(plan_chart(many[::2]).bars) == 30


def test_nothing_to_draw_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(NothingToDrawError, match="Kies een ruimere periode"):
        plan_chart(cast(Sequence[CitedFigure], ()))
