"""Promises of what figure questions are refused, and what is left to the words of the documents."""

from dataclasses import replace

import pytest

from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.figures.questions import answer_figure_question
from service.figures.selection import select_figures
from tests.service.figures.figure_answers import ask, cell_of, stand_in

EXTENT = "de cijfers lopen van 1 januari 2021 tot en met 1 oktober 2023, per kwartaal, voor GGZ01W tot en met GGZ05W."


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Hoeveel indicaties GGZ09W waren er op 1 juli 2022?", "GGZ09W staat niet in de cijfers"),
        ("Hoeveel indicaties voor profiel 6 in 2022?", "GGZ06W staat niet in de cijfers"),
        ("Hoeveel indicaties GGZ03B waren er op 1 juli 2022?", "GGZ03B staat niet in de cijfers"),
        ("Hoeveel mensen hadden op 1 juli 2022 het profiel VV04?", "VV04 staat niet in de cijfers"),
        ("Hoeveel indicaties GGZ03W waren er op 1 juli 2025?", "1 juli 2025 ligt buiten de cijferreeks"),
        ("Hoeveel indicaties GGZ03W waren er in Q1 2024?", "Het eerste kwartaal van 2024 ligt buiten de cijferreeks"),
        ("Hoeveel indicaties waren er in 2019?", "2019 ligt buiten de cijferreeks"),
        ("Met hoeveel groeide GGZ03W van 1 januari 2020 tot 1 januari 2022?", "1 januari 2020 ligt buiten de cijferreeks"),
        (
            "Hoeveel indicaties GGZ03W waren er op 15 juli 2022?",
            "Voor 15 juli 2022 is er geen peildatum, de laatste daarvoor is 1 juli 2022",
        ),
        (
            "Hoeveel indicaties GGZ03W waren er in augustus 2022?",
            "Voor augustus 2022 is er geen peildatum, de laatste daarvoor is 1 juli 2022",
        ),
        ("Hoeveel indicaties GGZ03W waren er in Twente op 1 juli 2022?", "niet uitgesplitst naar Twente"),
        ("Hoeveel indicaties GGZ03W waren er op 1 juli 2022 in Den Haag?", "niet uitgesplitst naar Den Haag"),
        ("Hoeveel indicaties waren er per regio op 1 juli 2022?", "niet uitgesplitst naar regio"),
        ("Hoeveel indicaties GGZ03W waren er op 31 juni 2022?", "De datum 31 juni 2022 bestaat niet"),
        ("Hoeveel indicaties GGZ03W waren er op 32-13-2022?", "De datum 32-13-2022 bestaat niet"),
        ("Met hoeveel groeide GGZ01W tussen 31 april 2022 en 1 juli 2022?", "De datum 31 april 2022 bestaat niet"),
        (
            "Wat was de groei van GGZ03W op 1 januari 2021?",
            "Bij 1 januari 2021 staat geen groei, want dat is de eerste peildatum",
        ),
    ],
)
def test_a_question_that_fits_no_cell_is_refused_with_what_there_is(fake_index: OpenIndex, question: str, reason: str) -> None:
    answer = ask(fake_index, question)
    assert (answer.status, answer.reason) == ("niet-gevonden", "buiten-cijferreeks")
    assert reason in answer.text
    assert answer.text.endswith(EXTENT)
    assert not answer.citations and not answer.figures
    assert len(answer.nearest) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Wat is GGZ01W?",
        "Wat is het verschil tussen ZZP1 en ZZP2?",
        "Welke acties noemt men voor ZZP1?",
        "Welke acties droegen in 2023 bij aan de afname van ZZP1-indicaties?",
        "Waarom steeg GGZ05W in 2021 zo hard?",
        "Hoeveel cliënten stroomden in 2022 per maand in?",
        "Hoeveel nieuwe Wlz-indicaties per maand mogen er in 2024 zijn?",
        "Met hoeveel procent moest de instroom afnemen tot het eerste kwartaal van 2024?",
        "Hoeveel regio's startten in 2023 met de pilot?",
        "Hoeveel indicaties 18-26 jaar waren er op 31-12-2023?",
        "Hoeveel euro kostte GGZ03W in 2022?",
        "Hoeveel vrouwen hadden op 1 juli 2022 een indicatie GGZ03W?",
        "Hoeveel indicaties GGZ03W werden er in 2022 afgegeven?",
        "Hoeveel indicaties GGZ03W waren er na 1 juli 2022?",
        "Hoeveel profielen hadden op 1 juli 2022 meer dan 5.000 indicaties?",
        "Hoeveel profielen waren er op 1 juli 2022?",
        "Hoeveel indicaties GGZ03W of hoger waren er op 1 juli 2022?",
        "Wat is het verschil in groei tussen GGZ03W en GGZ04W op 1 juli 2022?",
        "Wat was het percentage GGZ03W op 1 juli 2022?",
        "Hoeveel indicaties GGZ03W waren er op 1 juli?",
        "Hoeveel indicaties GGZ03W waren er op 1 juli 2022 bij Dimence?",
        "Hoeveel indicaties zijn er?",
        "Hoeveel indicaties GGZ03W waren er op 1 januari van 2021, 2022 en 2023?",
        "Wat is op 1 juli 2022 het hoogste profiel?",
        "Met hoeveel nam het aandeel GGZ03W toe tussen 1 januari 2021 en 1 januari 2022?",
        "In welk jaar groeide GGZ03W het hardst?",
        "Hoeveel verschillende profielen hadden op 1 juli 2022 indicaties?",
        "Hoeveel kwartalen steeg GGZ03W in 2022?",
        "Was er een indicatiestop voor GGZ03W op 1 juli 2022?",
        "Wat moet een plan bevatten?",
        "Hoe vraag ik een pgb aan?",
        "",
    ],
)
def test_a_question_that_asks_something_else_is_left_to_the_documents(fake_index: OpenIndex, question: str) -> None:
    answer = answer_figure_question(question, fake_index, 5)
    # What the documents tell in words may answer it; no cell of the table may.
    assert answer is None or all(cited.figure.series != SERIES for cited in answer.figures)
    assert answer is None or answer.reason != "buiten-cijferreeks"


def test_the_same_question_gives_the_same_answer(fake_index: OpenIndex) -> None:
    question = "Welk profiel groeide het sterkst tussen 1 januari 2021 en 1 oktober 2023?"
    assert ask(fake_index, question) == ask(fake_index, question)


def test_without_a_table_no_question_is_about_it(fake_index: OpenIndex) -> None:
    bare = stand_in(fake_index, ())
    assert answer_figure_question("Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?", bare, 5) is None
    assert select_figures(bare, frozenset(), None, None, None) == ()


def test_profiles_and_dates_are_those_of_the_table_at_hand(fake_index: OpenIndex) -> None:
    moved = tuple(
        replace(figure, profile=f"VV0{str(figure.profile)[4]}", reference_date=figure.day.replace("202", "203"))
        for figure in fake_index.figures
        if figure.profile and figure.series == SERIES
    )
    index = stand_in(fake_index, moved)
    assert ask(index, "Hoeveel indicaties VV03 waren er op 1 juli 2032?").text.startswith("Op 1 juli 2032 waren er 11.650")
    assert ask(index, "Hoeveel indicaties voor GGZ03W op 1 juli 2032?").status == "niet-gevonden"
    assert (
        "van 1 januari 2031 tot en met 1 oktober 2033, per kwartaal, voor VV01 tot en met VV05."
        in ask(index, "Hoeveel indicaties VV03 waren er op 1 juli 2022?").text
    )


@pytest.mark.parametrize(("date", "said"), [("2025-03", "11.651"), ("2023", "11.650")])
def test_of_two_documents_the_newest_counts(fake_index: OpenIndex, date: str, said: str) -> None:
    copies = tuple(replace(figure, document_id="andere", value=figure.value + 1) for figure in fake_index.figures)
    index = stand_in(fake_index, (*copies, *fake_index.figures), andere=date)
    assert said in ask(index, "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?").text


def test_a_hole_in_the_table_is_named(fake_index: OpenIndex) -> None:
    cell = cell_of(fake_index, "aantal", "GGZ03W", "2022-07-01")
    index = stand_in(fake_index, tuple(figure for figure in fake_index.figures if figure != cell))
    answer = ask(index, "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?")
    assert answer.text.startswith("Bij GGZ03W op 1 juli 2022 staat geen aantal: ")
