"""Promises of finding dates in Dutch text."""

import pytest

from indexer.dutch_dates import date_to_dutch, find_dates, mention_to_dutch


@pytest.mark.parametrize(
    "written",
    [
        "1 juli 2022",
        "01-07-2022",
        "01-07-22",
        "1-7-2022",
        "2022-07-01",
        "01.07.2022",
        "1/7/2022",
        "1 JULI 2022",
        "1juli2022",
        "1e juli 2022",
        "1 jul 2022",
        "1 jul. 2022",
        "1 juli '22",
        "begin juli 2022",
        "begin Q3 2022",
        "01 - 07 - 2022",
    ],
)
def test_a_day_is_read_in_every_way_people_write_it(written: str) -> None:
    (mention,) = find_dates(f"Hoeveel waren er op {written}?")
    assert (mention.form, mention.first, mention.last) == ("day", "2022-07-01", "2022-07-01")


@pytest.mark.parametrize(
    "written",
    [
        "Q3 2022",
        "q3 2022",
        "K3 2022",
        "Q3-2022",
        "2022Q3",
        "2022-Q3",
        "3e kwartaal 2022",
        "3de kwartaal van 2022",
        "derde kwartaal van 2022",
        "derde kwartaal van het jaar 2022",
        "kwartaal 3 2022",
        "Derde  kwartaal in 2022",
    ],
)
def test_a_quarter_is_read_in_every_way_people_write_it(written: str) -> None:
    (mention,) = find_dates(written)
    assert (mention.form, mention.first, mention.last) == ("quarter", "2022-07-01", "2022-09-30")
    assert mention_to_dutch(mention) == "het derde kwartaal van 2022"


@pytest.mark.parametrize(
    ("written", "form", "first", "last"),
    [
        ("juli 2022", "month", "2022-07-01", "2022-07-31"),
        ("februari 2024", "month", "2024-02-01", "2024-02-29"),
        ("in het jaar 2022", "year", "2022-01-01", "2022-12-31"),
        ("begin 2022", "day", "2022-01-01", "2022-01-01"),
        ("medio 2022", "day", "2022-07-01", "2022-07-01"),
        ("eind juni 2022", "day", "2022-06-30", "2022-06-30"),
        ("de tweede helft van 2022", "half", "2022-07-01", "2022-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(written: str, form: str, first: str, last: str) -> None:
    (mention,) = find_dates(written)
    assert (mention.form, mention.first, mention.last) == (form, first, last)


def test_the_end_of_a_year_stays_a_year_that_knows_it() -> None:
    (mention,) = find_dates("eind 2022")
    assert (mention.form, mention.at_end, mention.last) == ("year", True, "2022-12-31")


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("tussen 1 januari en 1 oktober 2022", ["2022-01-01", "2022-10-01"]),
        ("op 1 januari 2022 en 1 juli", ["2022-01-01", "2022-07-01"]),
        ("van Q1 tot Q3 2022", ["2022-01-01", "2022-07-01"]),
        ("van 1 januari 2021 tot 1 oktober 2023", ["2021-01-01", "2023-10-01"]),
        ("2021-2023", ["2021-01-01", "2023-01-01"]),
        ("01-01-21\t\t01-04-21\t", ["2021-01-01", "2021-04-01"]),
    ],
)
def test_several_dates_are_read_in_order_and_share_a_year(written: str, days: list[str]) -> None:
    assert [mention.first for mention in find_dates(written)] == days


@pytest.mark.parametrize(
    "written", ["31 juni 2022", "13-13-2022", "1 juli", "het derde kwartaal", "vorig jaar", "vandaag", "in juli"]
)
def test_a_date_that_can_not_be_placed_is_unclear(written: str) -> None:
    assert [mention.form for mention in find_dates(written)] == ["unclear"]


@pytest.mark.parametrize(
    "written", ["11.650", "2.022 euro", "GGZ03W", "artikel 3.2.1 lid 4", "Jan de Vries", "12021", "5,2022"]
)
def test_a_number_or_name_that_is_no_date_is_left_alone(written: str) -> None:
    assert find_dates(written) == ()


def test_the_span_of_a_mention_holds_the_date_alone() -> None:
    text = "Op 1 juli 2022 waren er 11.650 indicaties."
    (mention,) = find_dates(text)
    assert text[mention.begin : mention.end] == "1 juli 2022"


def test_a_day_is_written_the_dutch_way() -> None:
    assert date_to_dutch("2022-07-01") == "1 juli 2022"
