"""A question about figures is judged on its number: a wrong one counts, a refusal does not, and rounding is no fault."""

from dataclasses import replace

import pytest

from evals.numbers import is_written_in, stated_numbers
from evals.reply import read_reply
from evals.scorers import Verdict, asks_a_figure, score_failure, score_figure, score_reply, score_wrong_value
from tests.evals.making import REFUSAL, make_case, make_reply, text_of

PLAN = "Elke regio maakt een plan."
COUNT = "De telling: 11650 op 1 juli 2022."
FIGURE = make_case(value=11650, required=("1 juli",))
REFUSED_FIGURE = replace(make_case(status="niet-gevonden"), topic="cijfers-buiten-reeks")
SERIES = replace(make_case(items=("645", "705")), kind="cijfer")


def test_a_figure_question_has_a_value_or_the_kind_or_is_refused_under_a_topic_of_figures() -> None:
    assert asks_a_figure(FIGURE)
    assert asks_a_figure(SERIES)
    assert asks_a_figure(REFUSED_FIGURE)
    assert asks_a_figure(replace(REFUSED_FIGURE, topic="kengetallen"))
    assert not asks_a_figure(make_case(status="niet-gevonden"))
    assert not asks_a_figure(replace(make_case(required=("plan",)), topic="kengetallen"))


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("Op 1 juli 2022 waren het er 11.650 [1].", ""),
        # Not all that was asked, but no number that is wrong.
        ("Er waren er 11.650 [1].", ""),
        ("De instroom was hoog, zegt GGZ03W in Q3 [1].", ""),
        ("Op 1 juli 2022 waren het er 12.100 [1].", "noemt 1, 2022, 12.100, goed was geweest: 11650"),
    ],
)
def test_a_wrong_value_is_a_number_stated_without_the_right_one(answer: str, why: str) -> None:
    assert score_wrong_value(FIGURE, make_reply(answer, COUNT)) == Verdict("geen-foute-waarde", not why, why)


def test_a_refusal_gives_no_wrong_value_though_the_question_is_wrong() -> None:
    refusal = read_reply(REFUSAL | {"antwoord": "De cijfers lopen van 1 januari 2021 tot en met 1 oktober 2023."})
    for case in (FIGURE, REFUSED_FIGURE):
        assert score_wrong_value(case, refusal) == Verdict("geen-foute-waarde", True)
    wrong = score_figure(FIGURE, refusal)
    assert wrong == Verdict("cijfer-goed", False, "status is niet-gevonden (geen-bewijs), had moeten zijn: beantwoord")


def test_a_figure_given_where_it_must_be_refused_is_a_wrong_value() -> None:
    given = make_reply("Er waren er 11.650 [1].", COUNT)
    assert score_wrong_value(REFUSED_FIGURE, given) == Verdict(
        "geen-foute-waarde", False, "noemt 11.650, goed was geweest: niets"
    )
    shown = make_reply("Zie de tabel [1].", COUNT, cijfers=[{"waarde": 11650}])
    assert score_wrong_value(REFUSED_FIGURE, shown) == Verdict(
        "geen-foute-waarde", False, "noemt 11650, goed was geweest: niets"
    )
    assert score_wrong_value(REFUSED_FIGURE, make_reply("Zo gaat dat [1].", PLAN)) == Verdict("geen-foute-waarde", True)
    assert score_figure(REFUSED_FIGURE, read_reply(REFUSAL)) == Verdict("cijfer-goed", True)


def test_a_list_of_figures_is_wrong_only_when_none_of_them_is_right() -> None:
    half = make_reply("Het waren er 645 [1].", COUNT)
    assert score_wrong_value(SERIES, half) == Verdict("geen-foute-waarde", True)
    assert score_figure(SERIES, half) == Verdict("cijfer-goed", False, "mist: 705")
    wrong = score_wrong_value(SERIES, make_reply("Het waren er 640 [1].", COUNT))
    assert wrong == Verdict("geen-foute-waarde", False, "noemt 640, goed was geweest: 645 of 705")


def test_every_answer_to_a_figure_question_is_judged_on_both() -> None:
    judged = {
        verdict.measure: verdict.good for verdict in score_reply(FIGURE, make_reply("Het waren er 12 [1].", COUNT), text_of)
    }
    assert (judged["cijfer-goed"], judged["geen-foute-waarde"]) == (False, False)
    judged = {verdict.measure: verdict.good for verdict in score_reply(make_case(), make_reply("Zo [1].", PLAN), text_of)}
    assert judged.keys() & {"cijfer-goed", "geen-foute-waarde"} == set()


def test_of_many_wrong_numbers_the_first_five_are_named() -> None:
    wrong = score_wrong_value(FIGURE, make_reply("31, 32, 33, 34, 35, 36 en 37 [1].", COUNT))
    assert wrong is not None
    assert wrong.why == "noemt 31, 32, 33, 34, 35 en 2 meer, goed was geweest: 11650"


def test_other_questions_are_not_judged_on_figures() -> None:
    reply = make_reply("Er waren er 11.650 [1].", COUNT)
    assert score_figure(make_case(), reply) is None
    assert score_wrong_value(make_case(status="niet-gevonden"), reply) is None


def test_a_figure_question_without_an_answer_is_wrong_but_no_wrong_value() -> None:
    for case in (FIGURE, REFUSED_FIGURE):
        judged = {verdict.measure: verdict.good for verdict in score_failure(case, "geen verbinding")}
        assert judged["cijfer-goed"] is False
        assert "geen-foute-waarde" not in judged


@pytest.mark.parametrize(
    ("value", "written", "good"),
    [
        (183.3333, "183,33", True),
        (183.3333, "183,3", True),
        (183.3333, "183", True),
        (183.3333, "183,4", False),
        (183.3333, "184", False),
        (7.85, "7,9", True),
        (7.85, "8", False),
        (12, "12,0", True),
        (12, "12,04", False),
        (11650, "11.650", True),
    ],
)
def test_a_computed_value_may_be_rounded_but_not_to_a_small_whole(value: float, written: str, good: bool) -> None:
    assert is_written_in(value, f"Dat is {written} [1].") is good


def test_an_answer_states_the_numbers_that_neither_the_question_nor_a_name_holds() -> None:
    answer = "In Q3 2022 telde GGZ03W 11.650 indicaties, op 1 juli [2]."
    assert stated_numbers(answer, "Hoeveel GGZ03W in 2022?") == ("11.650", "1")
