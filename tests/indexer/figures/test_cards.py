"""Key figures of a dashboard are read by shape, with their title, day and value; other numbers on the page are left alone."""

from pathlib import Path

import pytest

from corpus.types import Figure
from indexer.canonical import seal_text
from indexer.figures.cards import parse_card_value, read_cards
from indexer.figures.printed_numbers import PrintedNumberError
from indexer.structure.blocks import find_blocks

SOURCES = Path(__file__).parents[3] / "corpus" / "sources"


def _read(text: str) -> tuple[Figure, ...]:
    return read_cards(seal_text("verslag", text), find_blocks(text))


def test_the_report_gives_its_six_key_figures_with_day_unit_and_kind() -> None:
    text = (SOURCES / "kpmg-eindrapport-2024.txt").read_text(encoding="utf-8")
    found = _read(text)
    assert [(card.series, card.value, card.span.of(text)) for card in found] == [
        ("stijging-aantal-indicaties-18-26-jr-tov-vorig-jaar", 12.61, "12.61%"),
        ("aandeel-indicaties-18-26-jr", 10.25, "10.25%"),
        ("aandeel-indicaties-met-herkomst-wmo", 81.57, "81.57%"),
        ("aantal-indicaties-met-herkomst-wmo", 24880, "24.88K"),
        ("aandeel-ggz01w-indicaties", 26.94, "26.94%"),
        ("stijging-ggz01w-indicaties-tov-vorig-kwartaal", 1.54, "1.54%"),
    ]
    assert {card.reference_date for card in found} == {"2023-12-31"}
    assert [card.kind for card in found] == ["groei", "aandeel", "aandeel", "stand", "aandeel", "groei"]
    assert [card.measure for card in found] == ["groei", "aandeel", "aandeel", "aantal", "aandeel", "groei"]
    assert [card.unit for card in found] == ["procent", "procent", "procent", "indicaties", "procent", "procent"]
    assert [card.profile for card in found] == [None, None, None, None, "GGZ01W", "GGZ01W"]
    assert [card.label.of(text) for card in found if card.label][:2] == [
        "Stijging aantal indicaties 18-26 jr\nt.o.v. vorig jaar",
        "Aandeel indicaties 18-26 jr t.o.v.\nalle indicaties",
    ]


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_other_documents_have_no_key_figures(source: Path) -> None:
    assert bool(_read(source.read_text(encoding="utf-8"))) == (source.stem == "kpmg-eindrapport-2024")


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("Aandeel jongeren t.o.v. alle cliënten\n\nPeildatum: 1 april 2025\n\n12,61 %", 12.61, "procent"),
        ("Aandeel jongeren t.o.v. alle cliënten\nPeildatum: 1 april 2025\n27%", 27, "procent"),
        ("Daling aantal cliënten t.o.v. vorig jaar\n\nMeetdatum: 01-04-2025\n\n-2,5%", -2.5, "procent"),
        ("Aantal cliënten in de wijk\n\nMeetdatum: 2025-04-01\n\n24,9 K", 24900, "cliënten"),
        ("Aantal cliënten in de wijk\n\nMeetdatum: 1-4-2025\n\n1,2 mln", 1_200_000, "cliënten"),
        ("**Aantal cliënten op 1 april 2025**\n\n24.880", 24880, "cliënten"),
        ("Aantal plaatsen op 1 april 2025\n\n24,880", 24880, "plaatsen"),
        ("Aantal bijeenkomsten per 1 april 2025\n\n120", 120, "aantal"),
        ("Aantal bijeenkomsten\n\nMeetdatum: 1 april 2025\n\n7", 7, "aantal"),
    ],
)
def test_other_titles_values_and_notations_are_read(written: str, value: float, unit: str) -> None:
    (card,) = _read(f"Inleiding\n\nHier staat een zin over het dashboard.\n\n{written}\n\nDaarna volgt weer een zin.\n")
    assert (card.value, card.unit, card.reference_date) == (value, unit, "2025-04-01")


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Aandeel VV08 t/m Q3 2024 t.o.v. alle indicaties", "2024-09-30"),
        ("Aandeel VV08 in 2024", "2024-12-31"),
        ("Aandeel VV08 eind december 2024", "2024-12-31"),
        ("Aandeel VV08 van 2023 tot 2024", None),
        ("Aandeel VV08", None),
    ],
)
def test_the_day_is_the_last_of_the_one_period_in_the_title(title: str, day: str | None) -> None:
    (card,) = _read(f"Kop\n\nEen zin.\n\n{title}\n\n12,5%\n\nEen zin.\n")
    assert (card.reference_date, card.profile) == (day, "VV08")


def test_a_measuring_date_that_can_mean_two_days_gives_no_day() -> None:
    (card,) = _read("Aandeel jongeren\n\nMeetdatum: 4/5/2024\n\n12,5%\n")
    assert card.reference_date is None


def test_the_same_key_figure_of_another_date_is_of_the_same_series() -> None:
    titles = ("Aandeel GGZ01W indicaties t/m Q4 2023 t.o.v. alle indicaties", "Aandeel GGZ01W indicaties op 1 april 2024")
    assert {card.series for title in titles for card in _read(f"{title}\n\n12,5%\n")} == {"aandeel-ggz01w-indicaties"}


def test_growth_over_a_year_and_over_a_quarter_are_two_series() -> None:
    found = _read("Stijging cliënten t.o.v. vorig jaar\n\n12,5%\n\nStijging cliënten t.o.v. vorig kwartaal\n\n2,5%\n")
    assert [card.series for card in found] == ["stijging-clienten-tov-vorig-jaar", "stijging-clienten-tov-vorig-kwartaal"]


@pytest.mark.parametrize(
    "page",
    [
        "Aandeel jongeren in de regio\n\n135%\n\nMicrosoft Power BI\n\n2 of 7",
        "Aandeel jongeren in de regio\n\nMicrosoft Power BI | 2 of 7 | 90%",
        "Aandeel jongeren in de regio\n\n90%\n\nMicrosoft Power BI",
        "Aantal jongeren in de regio\n\n4 of 7",
        "4/19/2024\n\nPublicatie datum dashboard\n\n26,94%",
        "Publicatie datum dashboard\n\n4/19/2024",
        "Aantal indicaties per jaar\n\n0\n\n5.000\n\n10.000\n\n15.000",
        "Aantal indicaties per jaar\n\n08\n\nBijlage",
        "Aantal indicaties per jaar\n\n12,61",
        "Aantal indicaties per jaar\n\n1.234 mln",
        "Aandeel jongeren in de regio\n\n120,5%",
        "Aandeel jongeren in de regio\n\n-2,5%",
        "Doelen van de aanpak\n\n20%",
        "Het aandeel jongeren nam in dat jaar verder toe.\n\n20,5%",
        "Aandeel\tjongeren\n\n20,5%",
        "20,5%",
    ],
)
def test_a_number_that_is_no_key_figure_is_left_alone(page: str) -> None:
    assert _read(f"Kop\n\nEen zin over iets anders.\n\n{page}\n\nNog een zin.\n") == ()


@pytest.mark.parametrize("printed", ["-100,5%", "26.94", "abc"])
def test_what_is_no_percentage_is_refused(printed: str) -> None:
    with pytest.raises(PrintedNumberError):
        parse_card_value("groei", printed)
