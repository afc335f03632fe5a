"""Promises of finding dates in Dutch text."""

import pytest

from indexer.dutch_dates import date_to_dutch, find_dates, mention_to_dutch, move_months, period_to_dutch


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


@pytest.mark.parametrize("written", ["3Q22", "3q 2022", "kw3 2022", "2022 kw3", "2022-K3"])
def test_a_quarter_is_read_in_the_short_forms_of_a_spreadsheet(written: str) -> None:
    (mention,) = find_dates(written)
    assert (mention.form, mention.first) == ("quarter", "2022-07-01")


@pytest.mark.parametrize(
    ("written", "form", "first", "last"),
    [
        ("vorig jaar", "year", "2022-01-01", "2022-12-31"),
        ("dit jaar", "year", "2023-01-01", "2023-12-31"),
        ("volgend jaar", "year", "2024-01-01", "2024-12-31"),
        ("begin vorig jaar", "day", "2022-01-01", "2022-01-01"),
        ("vorig kwartaal", "quarter", "2023-07-01", "2023-09-30"),
        ("dit half jaar", "half", "2023-07-01", "2023-12-31"),
        ("vorige maand", "month", "2023-09-01", "2023-09-30"),
        ("een jaar geleden", "day", "2022-10-15", "2022-10-15"),
        ("zes maanden geleden", "day", "2023-04-15", "2023-04-15"),
        ("vandaag", "day", "2023-10-15", "2023-10-15"),
        ("afgelopen kwartaal", "stretch", "2023-07-15", "2023-10-15"),
        ("de laatste twee jaar", "stretch", "2021-10-15", "2023-10-15"),
        ("derde kwartaal van vorig jaar", "quarter", "2022-07-01", "2022-09-30"),
        ("1 juli vorig jaar", "day", "2022-07-01", "2022-07-01"),
    ],
)
def test_a_relative_date_is_reckoned_from_the_reference_date(written: str, form: str, first: str, last: str) -> None:
    (mention,) = find_dates(written, "2023-10-15")
    assert (mention.form, mention.first, mention.last, mention.relative) == (form, first, last, True)
    (unplaced,) = find_dates(written)
    assert (unplaced.form, unplaced.first, unplaced.relative) == ("unclear", "", True)


def test_the_last_quarter_of_a_year_is_no_relative_date() -> None:
    (mention,) = find_dates("het laatste kwartaal van 2022", "2023-10-15")
    assert (mention.form, mention.first, mention.relative) == ("quarter", "2022-10-01", False)


def test_yesterday_is_never_a_reference_date() -> None:
    assert [mention.form for mention in find_dates("gisteren", "2023-10-15")] == ["unclear"]


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        ("2022-01-31", 1, "2022-02-28"),
        ("2022-01-01", -3, "2021-10-01"),
        ("2023-10-01", 15, "2025-01-01"),
        ("0001-01-01", -1, "0001-01-01"),
        ("0050-07-15", -1200, "0001-01-01"),
        ("9999-12-01", 1, "9999-12-31"),
    ],
)
def test_a_day_moves_by_months(day: str, months: int, moved: str) -> None:
    assert move_months(day, months) == moved


@pytest.mark.parametrize("reference_date", ["0001-01-01", "0001-12-31", "0099-12-31", "9999-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "written",
    [
        *("vorig jaar", "volgend jaar", "99 jaar geleden", "de afgelopen 99 jaar", "volgend kwartaal", "vorige maand"),
        *("1 juli vorig jaar", "1 juli volgend jaar", "vorig jaar op 1 juli", "Q4 volgend jaar", "december volgend jaar"),
        *("eind volgend jaar", "begin vorig jaar", "halverwege volgend jaar", "tweede helft van volgend jaar", "vandaag"),
    ],
)
def test_a_relative_date_stays_within_the_calendar(written: str, reference_date: str) -> None:
    mentions = find_dates(written, reference_date)
    assert mentions
    assert all("0001-01-01" <= mention.first <= mention.last <= "9999-12-31" for mention in mentions)
    assert all(mention_to_dutch(mention) for mention in mentions)


def test_the_last_year_of_the_calendar_is_a_whole_year() -> None:
    (mention,) = find_dates("dit jaar", "9999-12-31")
    assert (mention.first, mention.last) == ("9999-01-01", "9999-12-31")


@pytest.mark.parametrize(
    ("written", "first"),
    [("1 juli '99", "1999-07-01"), ("01-07-70", "1970-07-01"), ("1-7-69", "2069-07-01"), ("Q3 '00", "2000-07-01")],
)
def test_a_year_of_two_digits_is_one_of_the_last_century_or_of_this(written: str, first: str) -> None:
    assert [mention.first for mention in find_dates(written)] == [first]


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("5 me\u0131 2022", "2022-05-05"),
        ("\u017fept. 2022", "2022-09-01"),
        ("1 o\u212atober 2022", "2022-10-01"),
        ("1 JUL\u0130 2022", "2022-07-01"),
        ("v\u0131er jaar geleden", "2018-01-01"),
        ("vor\u0131g jaar", "2021-01-01"),
        ("\u0661 juli 20\u0662\u0662", "2022-07-01"),
        ("\uff10\uff11-07-\u0968\u0968", "2022-07-01"),
    ],
)
def test_a_date_in_letters_or_digits_that_only_look_like_ours_is_the_same_date(written: str, first: str) -> None:
    (mention,) = find_dates(written, "2022-01-01")
    assert (mention.begin, mention.end, mention.first) == (0, len(written), first)


@pytest.mark.parametrize("written", ["31 februari 2022", "32-13-2022", "31-04-2022", "0 juli 2022"])
def test_a_day_that_no_calendar_has_is_told_from_one_that_leaves_its_year_open(written: str) -> None:
    (mention,) = find_dates(written)
    assert (mention.form, mention.impossible) == ("unclear", True)
    assert not find_dates("1 juli")[0].impossible


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2022-07-01", "2022-07-01", "1 juli 2022"),
        ("2023-02-01", "2023-02-28", "februari 2023"),
        ("2024-01-01", "2024-03-31", "het eerste kwartaal van 2024"),
        ("2022-07-01", "2022-12-31", "de tweede helft van 2022"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-02-01", "2022-04-30", "de periode van 1 februari 2022 tot en met 30 april 2022"),
        ("2022-01-02", "2022-03-31", "de periode van 2 januari 2022 tot en met 31 maart 2022"),
    ],
)
def test_a_period_is_named_by_what_it_is_the_whole_of(first: str, last: str, said: str) -> None:
    assert period_to_dutch(first, last) == said
