"""Promises of reading printed numbers and days."""

import pytest

from indexer.figures.printed_numbers import (
    PrintedNumberError,
    count_decimals,
    number_to_print,
    parse_count,
    parse_percentage,
    parse_shortened_count,
    read_printed_day,
)


@pytest.mark.parametrize("printed", ["11650", "11.650", "11,650", "11 650", "11\u00a0650", "11'650"])
def test_a_count_is_read_in_every_notation(printed: str) -> None:
    assert parse_count(printed) == 11650


@pytest.mark.parametrize(
    "printed", ["", "34.01", "34,01%", "24.88K", "1.2345", "11.650,5", "-5", "twaalf", "1 23", "1.234,567"]
)
def test_what_is_no_whole_number_is_refused(printed: str) -> None:
    with pytest.raises(PrintedNumberError, match="geen geheel aantal"):
        parse_count(printed)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("34.01%", 34.01),
        ("34,01%", 34.01),
        ("34,01 %", 34.01),
        ("34.01", 34.01),
        ("5%", 5.0),
        ("-2,5%", -2.5),
        ("−2,5 %", -2.5),
        ("+3.1%", 3.1),
        ("1.234,56%", 1234.56),
        ("1,234.56%", 1234.56),
        ("0,00%", 0.0),
        ("300,00%", 300.0),
    ],
)
def test_a_percentage_is_read_in_dutch_and_english_notation(printed: str, value: float) -> None:
    assert parse_percentage(printed) == value


@pytest.mark.parametrize("printed", ["", "%", "abc", "1.2.3%", "3,4,5", "12%%"])
def test_what_is_no_percentage_is_refused(printed: str) -> None:
    with pytest.raises(PrintedNumberError, match="geen percentage"):
        parse_percentage(printed)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("24.88K", 24_880),
        ("24,9 K", 24_900),
        ("1,2 mln", 1_200_000),
        ("1,2 mln.", 1_200_000),
        ("24.880", 24_880),
        ("282 miljoen", 282e6),
    ],
)
def test_a_shortened_count_is_read(printed: str, value: float) -> None:
    assert parse_shortened_count(printed) == value


@pytest.mark.parametrize("printed", ["", "K", "24.88", "1.234 mln", "24.880K", "3 appels", "12%"])
def test_a_count_that_can_mean_two_things_is_refused(printed: str) -> None:
    with pytest.raises(PrintedNumberError):
        parse_shortened_count(printed)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("4/19/2024", "2024-04-19"),
        ("Publicatie: 19/04/2024", "2024-04-19"),
        ("4/4/2024", "2024-04-04"),
        ("31-12-2023", "2023-12-31"),
        ("1 juli 2022", "2022-07-01"),
        ("4/5/2024", None),
        ("31/31/2024", None),
        ("4/19/2024 en 4/20/2024", None),
        ("1-1-2024 t/m 1-2-2024", None),
        ("juli 2022", None),
        ("", None),
    ],
)
def test_a_day_is_read_only_when_it_can_be_one(printed: str, day: str | None) -> None:
    assert read_printed_day(printed) == day


def test_numbers_are_printed_as_dutch_people_do_and_their_decimals_counted() -> None:
    assert (number_to_print(11650), number_to_print(27.236, 2), number_to_print(-1234.5, 1)) == ("11.650", "27,24", "-1.234,5")
    assert [count_decimals(printed) for printed in ("34,01 %", "34.1%", "34%", "1.234,56%")] == [2, 1, 0, 2]
