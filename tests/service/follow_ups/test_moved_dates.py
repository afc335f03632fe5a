"""Promises of moving the dates of a question by years, quarters or months."""

import pytest

from service.follow_ups.moved_dates import SHIFT, shift_dates

ASKED = "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("een jaar later", "1 juli 2023"),
        ("een half jaar later", "1 januari 2023"),
        ("anderhalf jaar eerder", "1 januari 2021"),
        ("zes maanden later", "1 januari 2023"),
        ("twee kwartalen terug", "1 januari 2022"),
        ("5 kwartalen later", "1 oktober 2023"),
    ],
)
def test_a_date_moves_by_what_is_said(said: str, day: str) -> None:
    shift = SHIFT.search(said)
    assert shift and shift_dates(ASKED, shift) == f"Hoeveel GGZ03W-indicaties waren er op {day}?"


@pytest.mark.parametrize(
    "said", ["een paar jaar later", "enkele maanden eerder", "een aantal kwartalen terug", "half a year later"]
)
def test_a_number_that_is_not_said_moves_nothing(said: str) -> None:
    assert SHIFT.search(said) is None
