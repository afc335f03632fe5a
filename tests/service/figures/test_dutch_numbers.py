"""Promises of Dutch notation."""

import pytest

from corpus.types import Figure, Span
from service.figures.dutch_numbers import figure_to_dutch, number_to_dutch


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (11650, 0, "11.650"),
        (555, 0, "555"),
        (0, 0, "0"),
        (1234567, 0, "1.234.567"),
        (7.85, 2, "7,85"),
        (7.8, 2, "7,80"),
        (2.675, 2, "2,68"),
        (0.125, 2, "0,13"),
        (-1234.5, 1, "-1.234,5"),
        (12.5, 0, "13"),
    ],
)
def test_numbers_have_points_between_thousands_and_a_comma_before_decimals(value: float, decimals: int, written: str) -> None:
    assert number_to_dutch(value, decimals) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (11650.0, "indicaties", "11.650"),
        (34.01, "procent", "34,01 %"),
        (5.0, "procent", "5,00 %"),
        (9.32, "keer", "9,32"),
        (11292.5, "indicaties", "11.292,5"),
        (100000.0, "indicaties", "100.000"),
        (3.0, "keer", "3"),
    ],
)
def test_a_figure_is_written_as_its_unit_asks(value: float, unit: str, written: str) -> None:
    figure = Figure("reeks", "aantal", None, "2022-07-01", value, unit, "verslag", Span(0, 1))
    assert figure_to_dutch(figure) == written
