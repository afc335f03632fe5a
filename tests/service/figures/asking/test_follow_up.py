"""Promises of follow-ups about figures: what is left out comes from the talk, what is said counts, and a guess is no question."""

import pytest

from indexer.store import OpenIndex
from service.answering import answer_question
from service.figures.asking.follow_up import join_figure_follow_up
from service.types import Answer, Question, Turn
from tests.service.figures.figure_answers import PROFILES, assert_traceable


def _talk(index: OpenIndex, *questions: str) -> Answer:
    """The answer to the last question of a talk."""
    turns: tuple[Turn, ...] = ()
    for question in questions[:-1]:
        turns += (Turn(question, answer_question(Question(question, turns), index).text),)
    return answer_question(Question(questions[-1], turns), index)


START = "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        ((START, "en voor GGZ05W?"), ["565", "GGZ05W", "1 juli 2022"]),
        ((START, "en een jaar later?"), ["13.565", "GGZ03W", "1 juli 2023"]),
        ((START, "en het kwartaal daarvoor?"), ["11.045", "1 april 2022"]),
        ((START, "En profiel 1?", "en een half jaar later?"), ["7.415", "GGZ01W", "1 januari 2023"]),
        ((START, "en voor GGZ05W in 2021?"), ["195", "280", "370", "420"]),
        ((START, "en van GGZ02W op 1 oktober 2022?"), ["4.970", "GGZ02W", "1 oktober 2022"]),
        ((START, "en de groei?"), ["5,48 %", "GGZ03W", "1 juli 2022"]),
        ((START, "welk aandeel is dat?"), ["46,41 %", "1 juli 2022"]),
        ((START, "en in totaal?"), ["25.105", "1 juli 2022"]),
        ((START, "en per profiel?"), ["6.840", "4.800", "11.650", "1.250", "565"]),
        ((START, "en GGZ01W?", "wat is het verschil?"), ["4.810", "1 juli 2022"]),
        ((START, "en op 1 januari 2023?", "wat is het verschil?"), ["925", "11.650", "12.575"]),
        (("Welk profiel had de meeste indicaties op 1 oktober 2023?", "en de minste?"), ["GGZ05W", "780"]),
        (("Wat was de groei van GGZ04W in Q3 2022?", "en GGZ02W?", "en Q4?"), ["3,54 %", "GGZ02W"]),
        (("Wat was de groei van GGZ04W in Q3 2022?", "en wat was het aantal?"), ["1.250", "GGZ04W"]),
        ((START, "Dank u wel. En met hoeveel procent was dat gestegen ten opzichte van het kwartaal ervoor?"), ["5,48 %"]),
        ((START, "En het jaar ervoor, op dezelfde datum?"), ["8.480", "1 juli 2021"]),
        ((START, "En op dezelfde dag in 2023?"), ["13.565", "1 juli 2023"]),
        ((START, "En het volgende kwartaal?"), ["12.100", "1 oktober 2022"]),
        ((START, "Hoeveel procent is dat van het totaal?"), ["46,41 %", "1 juli 2022"]),
        ((START, "En de andere profielen?"), ["6.840", "4.800", "1.250", "565"]),
        ((START, "En samen met GGZ02W?"), ["16.450"]),
        ((START, "Hoeveel meer is dat dan bij GGZ02W?"), ["6.850"]),
        ((START, "En GGZ01W?", "En samen?"), ["18.490"]),
        ((START, "En GGZ01W?", "Wat is daarvan het verschil?"), ["4.810"]),
        ((START, "En op 1 oktober?", "Hoeveel zijn er dus bijgekomen?"), ["450", "1 juli 2022", "1 oktober 2022"]),
        ((START, "En op 1 oktober?", "En welk stijgingspercentage is dat?"), ["3,86 %"]),
        (("Wat was het totaal op 1 oktober 2023 van alle profielen samen?", "En alleen GGZ04W?"), ["1.660"]),
        (
            ("Wat was het totaal op 1 oktober 2023 van alle profielen samen?", "Hoeveel procent daarvan had GGZ03W?"),
            ["46,75 %"],
        ),
        (
            ("Hoeveel procent groeide GGZ05W op 1 april 2021 ten opzichte van het vorige kwartaal?", "En op 1 oktober 2021?"),
            ["13,51 %"],
        ),
    ],
)
def test_a_follow_up_takes_over_what_it_leaves_out(talk: tuple[str, ...], said: list[str], fake_index: OpenIndex) -> None:
    answer = _talk(fake_index, *talk)
    assert answer.status == "beantwoord", answer.standalone_question
    assert [one for one in said if one not in answer.text] == [], answer.text
    assert_traceable(fake_index, answer)


@pytest.mark.parametrize(
    "said", ["en bij vrouwen?", "en waarom?", "wat moet een plan bevatten?", "wie is de contactpersoon?", "en de kosten?", "?"]
)
def test_what_asks_for_something_else_is_no_question_to_the_table(said: str) -> None:
    assert join_figure_follow_up(said, [START], PROFILES, opened=said.startswith("en ")) is None


@pytest.mark.parametrize(
    "said", ["Wat is het aandeel van GGZ01W op 1 juli 2023?", "Hoeveel indicaties waren er op 1 juli 2021?"]
)
def test_a_question_that_stands_by_itself_is_left_alone(said: str) -> None:
    assert join_figure_follow_up(said, [START], PROFILES, opened=False) is None


def test_after_a_question_about_something_else_nothing_is_taken_over() -> None:
    assert join_figure_follow_up("en de groei?", ["Wat moet een plan bevatten?"], PROFILES, opened=True) is None
    assert join_figure_follow_up("en de groei?", [], PROFILES, opened=True) is None


@pytest.mark.parametrize(
    "said",
    [
        "Wat is daarvan het verschil?",
        "Hoeveel procent daarvan had GGZ05W?",
        "En hoeveel vrouwen zijn dat?",
        "En de andere drie profielen?",
        "En in datzelfde kwartaal?",
    ],
)
def test_what_points_at_nothing_that_was_asked_gets_no_figure(said: str, fake_index: OpenIndex) -> None:
    assert not _talk(fake_index, START, said).figures
