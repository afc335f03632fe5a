"""Figures become the Dutch shape of the contract, and CSV that a spreadsheet reads without computing anything."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Document, Figure, Period, Span
from service.types import Citation, CitedFigure, Computation
from service.wire.figures import figure_to_wire, figures_to_csv, figures_to_wire

DOCUMENT = Document("doc-een", "sources/een.txt", "Één titel", "Uitgever", "2024-09", "rapport", "nl")
WORDS = "De instroom lag tussen de 300 en 400 cliënten per maand"
CITATION = Citation(1, DOCUMENT, "sha256:ab", "rapport", ("Kop",), None, Span(100, 155), WORDS, Span(126, 129))
FLOW = Figure("per-maand", "aantal", None, None, 300.0, "cliënten per maand", "doc-een", Span(126, 129), "stroom")
FLOW = replace(FLOW, period=Period("2022-01-01", "2022-12-31"), upper=400.0, qualifier="tussen de", label=Span(100, 155))
CELL = Figure("indicaties-per-zorgprofiel", "aantal", "GGZ03W", "2022-07-01", 11650.0, "indicaties", "doc-een", Span(126, 129))


def write(figure: Figure, citation: Citation = CITATION, computation: Computation | None = None) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(
        figure_to_wire(CitedFigure(figure, citation, computation)).model_dump_json(by_alias=True)
    )
    return written


def read_row(cited: CitedFigure) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(figures_to_csv(figures_to_wire([cited], ())), newline=""))
    return row


def test_a_figure_outside_the_table_says_what_it_is() -> None:
    written = write(FLOW)
    assert list(written)[-1] == "citaat"
    del written["citaat"]
    assert written == {
        "reeks": "per-maand",
        "maat": "aantal",
        "profiel": None,
        "peildatum": None,
        "waarde": 300,
        "eenheid": "cliënten per maand",
        "soort": "stroom",
        "periode": {"vanaf": "2022-01-01", "tot": "2022-12-31"},
        "bovengrens": 400,
        "voorbehoud": "tussen de",
        "omschrijving": WORDS,
    }


def test_a_cell_has_null_for_what_only_other_figures_have() -> None:
    written = write(CELL)
    assert (written["soort"], written["peildatum"]) == ("stand", "2022-07-01")
    assert [written[key] for key in ("periode", "bovengrens", "voorbehoud", "omschrijving")] == [None] * 4


def test_the_description_is_sliced_from_the_citation_or_left_out() -> None:
    assert write(replace(FLOW, label=Span(103, 111)))["omschrijving"] == "instroom"
    assert write(replace(FLOW, label=Span(90, 111)))["omschrijving"] is None


def test_a_computed_figure_has_no_words_of_its_inputs() -> None:
    cell = CitedFigure(FLOW, CITATION)
    assert write(FLOW, computation=Computation("verschil", "400 − 300 = 100", (cell,)))["omschrijving"] is None


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        ("regio's", 31.0, "31"),
        ("euro", 282e6, "282000000"),
        ("indicaties", 10.5, "10.5"),
        ("procent", 20.0, "20.0"),
        ("keer", 3.0, "3.0"),
    ],
)
def test_only_whole_counts_are_whole_numbers(unit: str, value: float, written: str) -> None:
    figure = replace(FLOW, unit=unit, value=value, upper=value)
    text = figure_to_wire(CitedFigure(figure, CITATION)).model_dump_json()
    assert f'"waarde":{written},' in text
    assert f'"bovengrens":{written},' in text


def test_the_total_is_that_of_the_selection() -> None:
    assert figures_to_wire([CitedFigure(CELL, CITATION)], ("Let op.",)).totaal == 1
    assert figures_to_wire([CitedFigure(CELL, CITATION)], (), total=175).totaal == 175


def test_csv_keeps_its_first_columns_and_adds_the_new_ones_at_the_end() -> None:
    header = figures_to_csv(figures_to_wire((), ())).removesuffix("\r\n").split(",")
    assert header[:6] == ["reeks", "maat", "profiel", "peildatum", "waarde", "eenheid"]
    assert header[6:11] == ["documentId", "documentVersie", "titel", "onderdeel", "pagina"]
    assert header[11:15] == ["begin", "eind", "citaat", "link"]
    assert header[15:] == ["soort", "periodeVanaf", "periodeTot", "bovengrens", "voorbehoud", "omschrijving", "formule"]


def test_a_row_of_csv_holds_the_period_the_range_and_the_words() -> None:
    row = read_row(CitedFigure(FLOW, CITATION))
    assert (row["periodeVanaf"], row["periodeTot"]) == ("2022-01-01", "2022-12-31")
    assert (row["waarde"], row["bovengrens"], row["voorbehoud"]) == ("300", "400", "tussen de")
    assert (row["soort"], row["omschrijving"], row["formule"]) == ("stroom", WORDS, "")


def test_a_row_of_csv_holds_the_formula_of_a_computed_figure() -> None:
    cell = CitedFigure(CELL, CITATION)
    assert read_row(replace(cell, computation=Computation("som", "1 + 1 = 2", (cell,))))["formule"] == "1 + 1 = 2"


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x")', "+1+cmd", "-2+3", "@SUM(A1)", "\tx", "\r=1", "- streepje", "-2,20 % extra"]
)
def test_a_text_that_a_spreadsheet_would_compute_is_made_a_text(text: str) -> None:
    row = read_row(CitedFigure(FLOW, replace(CITATION, quote=text, document=replace(DOCUMENT, title=text))))
    assert (row["citaat"], row["titel"]) == (f"'{text}", f"'{text}")


@pytest.mark.parametrize("text", ["11.650", "-2,20 %", "+7", "-1.234,5", "tekst = dit", "'s morgens", ""])
def test_printed_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert read_row(CitedFigure(FLOW, replace(CITATION, quote=text)))["citaat"] == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_csv_gives_back_what_was_written(text: str) -> None:
    assert read_row(CitedFigure(FLOW, replace(CITATION, quote=text)))["citaat"].removeprefix("'") == text.removeprefix("'")
