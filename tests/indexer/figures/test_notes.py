"""Figures carry what their page says beside them: source, day of publication and the sentences that a reader must know."""

from pathlib import Path

import pytest

from corpus.types import Figure, FigureNotes
from indexer.canonical import seal_text
from indexer.figures.finding import SERIES, find_figures
from indexer.structure.blocks import find_blocks

REPORT = Path(__file__).parents[3] / "corpus" / "sources" / "kpmg-eindrapport-2024.txt"


def _find(text: str) -> tuple[Figure, ...]:
    return find_figures(seal_text("verslag", text), find_blocks(text)).figures


@pytest.fixture(scope="module")
def report() -> dict[str, tuple[FigureNotes, str]]:
    """The notes of each series of the report, with their sentences in one text."""
    text = REPORT.read_text(encoding="utf-8")
    notes = {figure.series: figure.notes for figure in _find(text)}
    return {series: (own, " | ".join(sentence.of(text) for sentence in own.sentences)) for series, own in notes.items()}


@pytest.mark.parametrize("series", [SERIES, "aandeel-ggz01w-indicaties", "stijging-ggz01w-indicaties-tov-vorig-kwartaal"])
def test_the_table_and_the_figures_beside_it_are_of_ciz_though_the_note_stands_below(
    report: dict[str, tuple[FigureNotes, str]], series: str
) -> None:
    notes, sentences = report[series]
    assert (notes.source, notes.published) == ("CIZ", "2024-04-19")
    assert "niet 1 op 1 met elkaar vergeleken kunnen worden." in sentences
    assert "nog in leven zijn." in sentences
    assert "leeftijdscategorieën" not in sentences and "CBS" not in sentences


@pytest.mark.parametrize("series", ["aandeel-indicaties-18-26-jr", "stijging-aantal-indicaties-18-26-jr-tov-vorig-jaar"])
def test_the_figures_of_an_age_are_of_cbs_and_say_that_the_ages_were_redefined(
    report: dict[str, tuple[FigureNotes, str]], series: str
) -> None:
    notes, sentences = report[series]
    assert (notes.source, notes.published) == ("CBS", "2024-04-19")
    assert sentences.startswith("De leeftijdscategorieën zijn aangepast t.o.v. het vorige dashboard")


@pytest.mark.parametrize("series", ["aandeel-indicaties-met-herkomst-wmo", "aantal-indicaties-met-herkomst-wmo"])
def test_the_figures_with_origin_wmo_are_of_cbs_without_the_notes_of_other_pages(
    report: dict[str, tuple[FigureNotes, str]], series: str
) -> None:
    notes, sentences = report[series]
    assert (notes.source, notes.published) == ("CBS", "2024-04-19")
    assert "naar wet van herkomst" in sentences
    assert "leeftijdscategorieën" not in sentences and "CIZ" not in sentences


def test_a_sentence_that_the_page_cut_off_is_no_note(report: dict[str, tuple[FigureNotes, str]]) -> None:
    for _, sentences in report.values():
        assert "Leeftijden zijn gemeten" not in sentences
        assert "Immers" not in sentences
        assert "ieder kwartaal ververs" not in sentences


PAGES = """Dashboard

De cijfers staan hieronder op aparte pagina's.

Het eerste beeld geeft inzicht in de instroom van cliënten in de wijken

Aandeel jongeren t.o.v. alle cliënten

12,5%

Bron: Vektis. De aantallen zijn voorlopig en niet afgerond.

{published}

Publicatie datum dashboard

Microsoft Power BI

1 of 2

Het tweede beeld geeft inzicht in de uitstroom van cliënten in de wijken

Aandeel ouderen t.o.v. alle cliënten

22,5%

Microsoft Power BI

2 of 2
"""


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("4/19/2024", "2024-04-19"),
        ("19/4/2024", "2024-04-19"),
        ("19-4-2024", "2024-04-19"),
        ("19 april 2024", "2024-04-19"),
        ("4/4/2024", "2024-04-04"),
        ("4/5/2024", None),
        ("19/19/2024", None),
        ("begin dit jaar", None),
    ],
)
def test_the_day_of_publication_is_read_only_when_it_can_mean_one_day(printed: str, day: str | None) -> None:
    first, _ = _find(PAGES.format(published=printed))
    assert (first.notes.source, first.notes.published) == ("Vektis", day)


def test_a_figure_without_a_note_on_its_page_does_not_get_that_of_another() -> None:
    first, second = _find(PAGES.format(published="19-4-2024"))
    assert first.notes.sentences and first.notes.published
    assert second.notes == FigureNotes()


def test_a_figure_without_any_note_has_no_source_and_no_sentences() -> None:
    (card,) = _find("Kop\n\nDe aanpak is aangepast aan de wensen van de regio.\n\nAandeel jongeren\n\n12,5%\n\nEen zin.\n")
    assert card.notes == FigureNotes()
