"""Promises of the number gate: no number leaves that nothing carries."""

import logging
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dutch_dates import find_dates
from indexer.store import OpenIndex
from service.figures.dutch_numbers import number_to_dutch
from service.figures.questions import answer_figure_question
from service.number_gate import find_loose_numbers, guard_numbers, read_written_number
from service.types import Answer


@pytest.fixture
def answer(fake_index: OpenIndex) -> Answer:
    found = answer_figure_question("Wat is het verschil van GGZ03W tussen 1 juli 2021 en 1 juli 2022?", fake_index, 5)
    assert found is not None
    return found


def test_an_answer_whose_numbers_are_carried_passes_untouched(answer: Answer, fake_index: OpenIndex) -> None:
    assert guard_numbers(answer, fake_index) is answer


@pytest.mark.parametrize("wrong", ["12", "99.999", "0,07 %", "2031", "1 april 2019", "GGZ07W", "3.171"])
def test_a_number_that_nothing_carries_turns_the_answer_into_a_refusal(
    wrong: str, answer: Answer, fake_index: OpenIndex, caplog: pytest.LogCaptureFixture
) -> None:
    forged = replace(answer, text=f"{answer.text} Dat is {wrong} [1].")
    with caplog.at_level(logging.ERROR):
        guarded = guard_numbers(forged, fake_index)
    assert (guarded.status, guarded.reason, guarded.citations, guarded.figures) == ("niet-gevonden", "geen-bewijs", (), ())
    assert wrong not in guarded.text
    assert guarded.nearest
    assert "answer withheld" in caplog.text


def test_a_formula_carries_its_numbers_only_as_long_as_it_is_shown(answer: Answer, fake_index: OpenIndex) -> None:
    assert "3.170" in answer.text
    assert "3.170" in find_loose_numbers(replace(answer, figures=()), fake_index)


def test_the_number_of_a_citation_is_no_number_of_the_answer(answer: Answer, fake_index: OpenIndex) -> None:
    assert find_loose_numbers(replace(answer, text="Zie daar [7]."), fake_index) == ()


def test_a_refusal_may_name_what_was_asked_and_the_dates_that_there_are(fake_index: OpenIndex) -> None:
    refusal = answer_figure_question("Hoeveel indicaties GGZ09W waren er op 1 juli 2022?", fake_index, 5)
    assert refusal is not None and refusal.status == "niet-gevonden"
    assert "1 oktober 2023" in refusal.text
    assert find_loose_numbers(refusal, fake_index) == ()
    assert find_loose_numbers(replace(refusal, text=f"{refusal.text} Misschien 12.345."), fake_index) == ("12.345",)


@pytest.mark.parametrize("written", ["1 juli '99", "01-07-99", "1.7.99", "juli '99", "Q3 '99", "1 jan. '18"])
def test_a_refusal_may_say_in_full_the_year_that_was_asked_in_two_digits(written: str, fake_index: OpenIndex) -> None:
    refusal = answer_figure_question(f"Hoeveel GGZ03W-indicaties waren er op {written}?", fake_index, 5)
    assert refusal is not None and refusal.reason == "buiten-cijferreeks"
    assert find_dates(refusal.text)[0].first < "2019"
    assert guard_numbers(refusal, fake_index) is refusal


def test_a_number_of_thousands_of_digits_is_carried_by_itself_alone(fake_index: OpenIndex) -> None:
    refusal = answer_figure_question("Hoeveel indicaties GGZ09W waren er op 1 juli 2022?", fake_index, 5)
    assert refusal is not None
    endless = replace(refusal, text="9" * 5000)
    assert find_loose_numbers(endless, fake_index) == ("9" * 5000,)
    assert find_loose_numbers(replace(endless, standalone_question=f"En {'9' * 5000}?"), fake_index) == ()


@given(value=st.integers(0, 10**9))
def test_a_written_number_is_read_back_in_dutch_and_in_english(value: int) -> None:
    assert value in read_written_number(number_to_dutch(value))
    assert value in read_written_number(f"{value:,}")
    assert value in read_written_number(str(value))


@given(value=st.integers(-(10**8), 10**8))
def test_a_number_with_decimals_is_read_back(value: int) -> None:
    assert abs(value) / 100 in read_written_number(number_to_dutch(abs(value) / 100, 2))


def test_a_refusal_may_name_a_profile_that_was_asked_in_words(fake_index: OpenIndex) -> None:
    refusal = answer_figure_question("Hoeveel indicaties had profiel acht op 1 juli 2022?", fake_index, 5)
    assert refusal is not None and "GGZ08W" in refusal.text
    assert guard_numbers(refusal, fake_index) is refusal
