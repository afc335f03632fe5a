"""Promises of what a reader is told beside figures."""

from dataclasses import replace

import pytest

from corpus.types import Figure, FigureKind, FigureNotes, Span
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.figures.caveats import caveats_of

REPORT = "kpmg-eindrapport-2024"
CELL = Figure(SERIES, "aantal", "GGZ03W", "2022-07-01", 11650, "indicaties", REPORT, Span(0, 5))
LOOSE = Figure("regios", "aantal", None, None, 31, "regio's", REPORT, Span(0, 2), "telling", label=Span(0, 20))
STOCKS = "Dit zijn standen: geldige indicaties op de peildatum, cumulatief. Het is geen instroom per periode."


def test_cells_of_the_table_are_stocks_and_that_is_said_once(fake_index: OpenIndex) -> None:
    growth = replace(CELL, measure="groei", kind="groei")
    assert caveats_of([CELL, CELL, growth], fake_index) == (STOCKS,)


def test_a_figure_without_notes_of_a_kind_that_needs_none_has_no_caveats(fake_index: OpenIndex) -> None:
    assert caveats_of([LOOSE], fake_index) == ()
    assert caveats_of([], fake_index) == ()


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (FigureNotes("CIZ", "2024-04-19"), ("Bron: CIZ-gegevens, gepubliceerd op 19 april 2024.",)),
        (FigureNotes("CBS"), ("Bron: CBS-gegevens.",)),
        (FigureNotes(published="2024-04-19"), ("Gepubliceerd op 19 april 2024.",)),
    ],
)
def test_the_source_and_its_date_are_named(fake_index: OpenIndex, notes: FigureNotes, said: tuple[str, ...]) -> None:
    assert caveats_of([replace(LOOSE, notes=notes)], fake_index) == said


def test_sentences_to_keep_in_mind_are_quoted_verbatim_with_their_document(fake_index: OpenIndex) -> None:
    text, title = fake_index.texts[REPORT].text, fake_index.documents[REPORT].title
    spans = (Span(100, 180), Span(200, 230))
    noted = replace(LOOSE, notes=FigureNotes(sentences=spans))
    assert caveats_of([noted, noted], fake_index) == tuple(f"“{text[span.begin : span.end]}” ({title})" for span in spans)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("doel", ("Dit is een doel, geen gemeten cijfer.",)),
        ("raming", ("Dit is een verwachting, geen gemeten cijfer.",)),
        ("stand", ()),
    ],
)
def test_what_was_not_measured_is_called_so(fake_index: OpenIndex, kind: FigureKind, said: tuple[str, ...]) -> None:
    assert caveats_of([replace(LOOSE, kind=kind)], fake_index) == said


@pytest.mark.parametrize(
    ("qualifier", "approximate"),
    [("circa", True), ("Ongeveer", True), ("ten minste", False), ("tussen de", False), ("", False)],
)
def test_a_number_by_approximation_is_called_so(fake_index: OpenIndex, qualifier: str, approximate: bool) -> None:
    said = caveats_of([replace(LOOSE, qualifier=qualifier)], fake_index)
    assert said == (("Het document noemt dit getal bij benadering.",) if approximate else ())


def test_caveats_come_in_order_each_once(fake_index: OpenIndex) -> None:
    ciz, cbs = FigureNotes("CIZ", "2024-04-19"), FigureNotes("CBS")
    figures = [replace(CELL, notes=ciz), replace(LOOSE, notes=cbs, kind="doel"), replace(CELL, notes=ciz)]
    assert caveats_of(figures, fake_index) == (
        STOCKS,
        "Bron: CIZ-gegevens, gepubliceerd op 19 april 2024.",
        "Bron: CBS-gegevens.",
        "Dit is een doel, geen gemeten cijfer.",
    )
