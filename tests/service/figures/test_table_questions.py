"""Promises of the questions beyond a single cell: rates, rankings, bounds, relative dates, English, and typing errors."""

import pytest

from indexer.store import OpenIndex
from service.answering import answer_question
from service.figures.questions import answer_figure_question
from service.number_gate import find_loose_numbers
from service.types import Question
from tests.service.figures.figure_answers import all_figures, ask

RECKONED = "Gerekend vanaf 1 oktober 2023: “"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Hoeveel indicaties GGZ03W kwamen er gemiddeld per maand bij in 2022?",
            "netto toename van het aantal indicaties GGZ03W gemiddeld 183,33 per maand",
        ),
        ("Hoeveel groeide GGZ01W gemiddeld per kwartaal in 2022?", "gemiddeld 361,25 per kwartaal, van 5.970 naar 7.415"),
        ("Hoeveel kwam er per jaar bij voor GGZ02W?", "gemiddeld 1.145,45 per jaar, van 2.170 naar 5.320"),
        (
            "Wat was de instroom per maand van GGZ03W in 2022?",
            "183,33 per maand, van 10.375 naar 12.575; dit is de netto toename, niet de instroom",
        ),
        ("instroom GGZ05W in 2023", "toe met 135 (20,93 %), van 645 naar 780; dit is de netto toename, niet de instroom"),
        (
            "Wat is de instroom per maand van alle profielen samen in 2022?",
            "GGZ05W samen gemiddeld 390,42 per maand, van 22.365 naar 27.050",
        ),
        ("gemiddelde groei per kwartaal van GGZ01W in 2022", "gemiddeld 7,70 %"),
    ],
)
def test_a_change_is_spread_over_months_and_never_called_inflow(fake_index: OpenIndex, question: str, text: str) -> None:
    assert text in ask(fake_index, question).text


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        (
            "Geef de rangorde van profielen op 1 juli 2022",
            "van hoog naar laag: GGZ03W (11.650), GGZ01W (6.840), GGZ02W (4.800), GGZ04W (1.250) en GGZ05W (565)",
        ),
        ("Top 3 profielen op 1 oktober 2023", ": GGZ03W (13.945), GGZ01W (8.125) en GGZ02W (5.320) [1]."),
        ("de twee kleinste profielen per 1 juli 2022", "van laag naar hoog: GGZ05W (565) en GGZ04W (1.250) [1]."),
        ("Welke twee profielen groeiden het hardst in 2022?", ": GGZ05W (30,30 %) en GGZ01W (24,20 %) [1]."),
        (
            "Zet de profielen van klein naar groot op 1 april 2023",
            ": GGZ05W (705), GGZ04W (1.465), GGZ02W (5.150), GGZ01W (7.690) en GGZ03W (13.130)",
        ),
    ],
)
def test_profiles_are_ranked_by_what_is_asked(fake_index: OpenIndex, question: str, listed: str) -> None:
    assert listed in ask(fake_index, question).text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Sinds wanneer zijn er meer dan 10.000 indicaties GGZ03W?",
            "ligt sinds 1 januari 2022 boven 10.000: 10.375; op de peildatum daarvoor, 1 oktober 2021, waren het er 9.445",
        ),
        ("Wanneer kwam GGZ03W voor het eerst boven de 10000?", "voor het eerst op 1 januari 2022 boven 10.000"),
        ("Wanneer kwam GGZ03W boven tienduizend?", "voor het eerst op 1 januari 2022 boven 10.000"),
        (
            "Sinds wanneer is GGZ05W boven 1.000?",
            "op geen van deze peildata boven 1.000; het hoogste was 780 op 1 oktober 2023",
        ),
        (
            "Op welke peildata waren er minder dan 1.000 indicaties GGZ04W?",
            "onder 1.000 op 1 januari 2021, 1 april 2021 en 1 juli 2021",
        ),
        (
            "Sinds wanneer is GGZ04W onder 1.000?",
            "Op 1 oktober 2023 lag het aantal indicaties GGZ04W niet onder 1.000: 1.660",
        ),
        ("Wanneer bereikte GGZ02W de 4.800?", "voor het eerst op 1 juli 2022 op of boven 4.800"),
        ("Wanneer passeerde GGZ02W de 4.800?", "voor het eerst op 1 oktober 2022 boven 4.800"),
        (
            "Sinds wanneer zijn er meer dan 100 indicaties GGZ05W?",
            "sinds 1 januari 2021 boven 100: 195; dat is de eerste peildatum die er is",
        ),
        (
            "Welke profielen hadden op 1 juli 2022 meer dan 5.000 indicaties?",
            "boven 5.000 bij GGZ01W (6.840) en GGZ03W (11.650)",
        ),
        (
            "Is het aantal GGZ03W op 1 juli 2022 hoger dan 10.000?",
            "Ja, op 1 juli 2022 waren er 11.650 indicaties GGZ03W, dat is boven 10.000",
        ),
        ("Waren er op 1 juli 2022 minder dan 1.000 indicaties GGZ04W?", "Nee, op 1 juli 2022 waren er 1.250 indicaties GGZ04W"),
    ],
)
def test_a_number_in_the_question_is_a_bound_that_counts_are_held_against(
    fake_index: OpenIndex, question: str, text: str
) -> None:
    answer = ask(fake_index, question)
    assert text in answer.text
    assert all(figure.computation and figure.computation.name == "grens" for figure in answer.figures)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel indicaties GGZ03W waren er een jaar geleden?", "Op 1 oktober 2022 waren er 12.100"),
        ("Hoeveel indicaties ggz 3 waren er begin vorig jaar?", "Op 1 januari 2022 waren er 10.375"),
        ("Hoeveel indicaties ggz wonen 2 eind vorig jaar?", "de laatste peildatum van 2022, waren er 4.970"),
        ("Hoeveel ggz wonen 5 dit jaar?", "645 op 1 januari 2023, 705 op 1 april 2023"),
        ("Wat was de groei van GGZ03W afgelopen kwartaal?", "toe met 2,80 % (380 indicaties), van 13.565 naar 13.945"),
        ("Met hoeveel procent nam GGZ01W in de afgelopen twee jaar toe?", "Van 1 oktober 2021 tot 1 oktober 2023 nam"),
        ("Hoeveel indicaties GGZ04W in het derde kwartaal van vorig jaar?", "Op 1 juli 2022 waren er 1.250"),
    ],
)
def test_relative_dates_are_reckoned_from_the_last_date_of_the_table_and_say_so(
    fake_index: OpenIndex, question: str, text: str
) -> None:
    answer = ask(fake_index, question)
    assert text in answer.text
    assert answer.caveats[0].startswith(RECKONED)
    assert find_loose_numbers(answer, fake_index) == ()


def test_relative_dates_are_reckoned_from_the_day_that_is_given(fake_index: OpenIndex) -> None:
    question = Question("Hoeveel indicaties GGZ03W waren er begin vorig jaar?", reference_date="2022-06-15")
    answer = answer_question(question, fake_index)
    assert "Op 1 januari 2021 waren er 5.310 indicaties GGZ03W" in answer.text
    assert answer.caveats[0] == "Gerekend vanaf 15 juni 2022: “begin vorig jaar” is 1 januari 2021."


def test_a_relative_date_outside_the_table_is_refused_and_says_what_it_came_to(fake_index: OpenIndex) -> None:
    answer = answer_question(Question("Hoeveel indicaties GGZ03W zijn er volgend jaar?"), fake_index)
    assert (answer.status, answer.reason) == ("niet-gevonden", "buiten-cijferreeks")
    assert answer.caveats[0] == "Gerekend vanaf 1 oktober 2023: “volgend jaar” is 2024."


def test_growth_against_last_year_ends_at_the_last_date(fake_index: OpenIndex) -> None:
    answer = ask(fake_index, "Wat was de groei van GGZ03W t.o.v. vorig jaar?")
    assert "Van 1 oktober 2022 tot 1 oktober 2023 nam" in answer.text and "15,25 %" in answer.text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What was the growth of GGZ02W in the first quarter of 2022?", "11,08 % hoger"),
        ("How many GGZ01W indications were there at the end of 2022?", "7.140 indicaties GGZ01W"),
        ("What is the difference between GGZ03W and GGZ04W on 1 October 2023?", "12.285 indicaties GGZ03W meer"),
        ("How much did GGZ03W grow from 1 January 2021 to 1 January 2023?", "136,82 %"),
        ("Which profile grew most in 2022?", "bij GGZ05W: 30,30 %"),
        ("How many indications in Amsterdam on 1 July 2022?", "niet uitgesplitst naar Amsterdam"),
    ],
)
def test_an_english_question_is_answered_like_a_dutch_one(fake_index: OpenIndex, question: str, text: str) -> None:
    assert text in ask(fake_index, question).text


@pytest.mark.parametrize(
    "question",
    [
        "How many women had GGZ03W on 1 July 2022?",
        "How many new GGZ03W indications were there on 1 July 2022?",
        "hoeveel GGZ03W in de zomer van 2022",
        "Hoeveel indicaties GGZ03W per maand in 2022?",
        "Hoeveel indicaties GGZ03W boven 10.000 op 1 juli 2022?",
        "Wat is het procentuele verschil tussen GGZ03W en GGZ04W op 1 juli 2022?",
        "Wat is het verschil tussen GGZ01W, GGZ02W en GGZ03W op 1 juli 2022?",
        "Hoeveel GGZ03W waren er gisteren?",
        "Hoeveel mensen stroomden in bij GGZ03W op 1 juli 2022?",
        "Welk profiel had op 1 januari 2022 de minste indicaties en welk de meeste?",
        "Hoeveel keer zoveel GGZ05W in 2023 als in 2021?",
    ],
)
def test_what_is_not_understood_gets_no_number(fake_index: OpenIndex, question: str) -> None:
    assert answer_figure_question(question, fake_index, 5) is None


@pytest.mark.parametrize(
    "place",
    [
        "in utrecht",
        "voor Twente",
        "in Zuid-Limburg",
        "in 't Gooi",
        "voor zorgkantoor Menzis",
        "in Amsterdam en Rotterdam",
        "in het noorden",
        "per provincie",
    ],
)
def test_every_kind_of_region_is_refused_by_name(fake_index: OpenIndex, place: str) -> None:
    answer = ask(fake_index, f"Hoeveel indicaties GGZ03W waren er {place} op 1 juli 2022?")
    assert answer.status == "niet-gevonden" and not answer.figures
    name = place.split(" ", 1)[1].removeprefix("het ").removeprefix("zorgkantoor ").removesuffix(" en Rotterdam")
    assert f"niet uitgesplitst naar {name}" in answer.text


def test_between_two_dates_both_neighbours_are_named(fake_index: OpenIndex) -> None:
    answer = ask(fake_index, "Hoeveel GGZ03W eind derde kwartaal 2022?")
    assert (
        "Voor ‘eind derde kwartaal 2022’ is er geen peildatum, de laatste daarvoor is 1 juli 2022 en de eerste daarna 1 oktober 2022"
        in answer.text
    )


def test_a_long_row_is_left_to_its_figures(fake_index: OpenIndex) -> None:
    answer = ask(fake_index, "Verloop GGZ03W")
    assert "5.310 op 1 januari 2021 en 13.945 op 1 oktober 2023" in answer.text
    assert len(list(all_figures(answer.figures))) == 12
