"""Promises of reading the numbers of running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.figures.printed_numbers import PrintedNumberError
from indexer.figures.prose_numbers import find_numbers, parse_number, parse_number_word
from tests.indexer.figures.prose_sentences import group_digits, number_to_words, printed_amounts, printed_counts


@given(st.integers(1, 999))
def test_every_number_word_below_a_thousand_is_read(number: int) -> None:
    assert parse_number_word(number_to_words(number)) == number


@given(printed_counts() | printed_amounts())
def test_every_printed_form_alone_is_its_value(printed: tuple[str, float]) -> None:
    assert parse_number(printed[0]).value == printed[1]


@given(
    st.integers(2, 5_000), st.integers(1, 5_000), st.sampled_from((" tot ", "-", "–", " à ", " t/m ", " tot en met ", " en "))
)
def test_a_range_runs_from_its_first_to_its_second_number(lower: int, more: int, mark: str) -> None:
    number = parse_number(f"{group_digits(lower, '.')}{mark}{group_digits(lower + more, '.')}")
    assert (number.value, number.upper) == (lower, lower + more)


@pytest.mark.parametrize(
    ("printed", "value", "upper"),
    [
        ("24.88K", 24880, None),
        ("twintig", 20, None),
        ("282 miljoen", 282_000_000, None),
        ("1,5 mln", 1_500_000, None),
        ("2 tot 3 miljoen", 2_000_000, 3_000_000),
        ("20-30%", 20, 30),
        ("−2,5%", -2.5, None),
        ("1.234,5", 1234.5, None),
        ("1,234.5", 1234.5, None),
        ("0,125", 0.125, None),
        ("vijftienhonderd", 1500, None),
        ("honderdentwintig", 120, None),
        ("tweeduizend vijfhonderd", 2500, None),
        ("drie miljoen", 3_000_000, None),
    ],
)
def test_scales_ranges_and_words_belong_to_the_number(printed: str, value: float, upper: float | None) -> None:
    number = parse_number(printed)
    assert (number.value, number.upper) == (value, upper)


@pytest.mark.parametrize(
    "printed", ["", "een", "11 650", "1.250 miljoen", "GGZ03W", "cliënten", "20 cliënten", "20 of 30", "007"]
)
def test_what_is_not_one_clear_number_is_refused(printed: str) -> None:
    with pytest.raises(PrintedNumberError, match="op één manier"):
        parse_number(printed)


@pytest.mark.parametrize(
    "text",
    [
        "GGZ03W en ZZP1",
        "24-uurszorg",
        "0e-lijns",
        "de 3e ronde",
        "18+",
        "noot [3]",
        "om 14:00 uur",
        "bel 030-1234567",
        "01-07-22",
        "24/7",
        "CO2",
        "Wlz.²",
        "acht- of negenjarigen",
        "versie 1.2.3",
    ],
)
def test_codes_dates_times_and_marks_hold_no_number(text: str) -> None:
    assert find_numbers(text) == ()


def test_two_numbers_are_a_range_after_between_only() -> None:
    assert [(n.value, n.upper) for n in find_numbers("tussen de 300 en 400")] == [(300, 400)]
    assert [(n.value, n.upper) for n in find_numbers("zowel 300 en 400")] == [(300, None), (400, None)]
    assert [(n.value, n.upper) for n in find_numbers("400 tot 300")] == [(400, None), (300, None)]
