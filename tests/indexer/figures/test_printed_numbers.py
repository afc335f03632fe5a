"""Promises of reading printed numbers."""

import pytest

from indexer.figures.printed_numbers import PrintedNumberError, parse_count, parse_percentage


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
