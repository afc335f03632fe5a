"""Personal data are recognised in the ways that people write them, and dates, amounts and codes are left alone."""

import re
import time
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn

from service.personal_data import MASK, mask_personal_data
from tests.conftest import PROJECT

# Made-up numbers that pass the eleven test.
BSN = "123456782"
TABLE = tomllib.loads((Path(__file__).parent / "personal_data.toml").read_text(encoding="utf-8"))
MASKED = [text for texts in TABLE["masked"].values() for text in texts]
HARMLESS = [text for texts in TABLE["harmless"].values() for text in texts]
MOST_MISSED = 3
LONGEST_BODY = 240_000  # characters, about what one request may hold
PUMPED = (
    *("a", "1", "@", "é", "\u00a0", "１", "1 ", "1\n", "1.", "1'", "a@", "a@b.", "jan @ ", "jan apenstaartje "),
    *("06 ", "(06) ", "0612345678 ", "+31 ", "0032 ", "123456782 ", "bsn 1 ", "bsn: 12345678", "123 456 "),
    *("NL91 ", "NL91ABNA041716430 ", "DE89 3704 0044 0532 0130 01 ", "geboren te a ", "geboren 1 ", "geboortedatum a 1 "),
    *("op 1-1-1980 ", "1 januari ", "1234 AB ", "1234AB", "Dorpsstraat 12 ", "Aa van 1 ", "woon straat 1 ", "polisnummer 1 "),
)


def test_the_table_holds_at_least_150_texts_of_each_kind() -> None:
    assert min(len(set(MASKED)), len(set(HARMLESS))) >= 150


@pytest.mark.parametrize("text", MASKED)
def test_what_people_write_is_masked_and_the_words_around_it_stay(text: str) -> None:
    written = re.sub("[«»]", "", text)
    assert mask_personal_data(written) == re.sub("«[^»]*»", MASK, text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_personal_data_is_left_alone(text: str) -> None:
    assert mask_personal_data(text) == text


def test_what_is_missed_is_known_and_little() -> None:
    assert len(TABLE["missed"]) <= MOST_MISSED
    assert all(mask_personal_data(missed["text"]) == missed["text"] and missed["reason"] for missed in TABLE["missed"])


@pytest.mark.parametrize("path", sorted((PROJECT / "corpus" / "sources").iterdir()), ids=lambda path: path.name)
def test_nothing_in_our_own_documents_is_taken_for_personal_data(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert mask_personal_data(text) == text


@pytest.mark.parametrize("pumped", PUMPED)
def test_the_time_it_takes_grows_with_the_length_alone(pumped: str) -> None:
    text = (pumped * LONGEST_BODY)[:LONGEST_BODY]
    began = time.process_time()
    mask_personal_data(text)
    assert time.process_time() - began < 2  # seconds; anything quadratic takes minutes


@pytest.mark.parametrize(
    "written", [BSN, "123 456 782", "123.456.782", "1234.56.782", "1234 56 782", "123-456-782", "111222333"]
)
def test_a_bsn_is_masked_however_it_is_spaced(written: str) -> None:
    assert mask_personal_data(f"Mijn bsn is {written}, wat nu?") == f"Mijn bsn is {MASK}, wat nu?"


@pytest.mark.parametrize(
    "written", ["jan@voorbeeld.nl", "j.de-vries+wlz@mail.voorbeeld.co.uk", "J_D@regio-twente.nl", "a1@b2.eu"]
)
def test_an_e_mail_address_is_masked(written: str) -> None:
    assert mask_personal_data(f"Mail {written} het plan.") == f"Mail {MASK} het plan."


@pytest.mark.parametrize(
    "written",
    [
        *("0612345678", "06-12345678", "06 12345678", "06 12 34 56 78", "06-12 34 56 78"),
        *("+31612345678", "+31 6 12345678", "+31 6 12 34 56 78", "0031612345678", "0031 6 12345678"),
        *("0534871234", "053-4871234", "053 487 12 34", "+31 53 487 1234", "070 340 79 11", "0412-345678", "088 123 45 67"),
    ],
)
def test_a_telephone_number_is_masked(written: str) -> None:
    assert mask_personal_data(f"Bel mij op {written} svp") == f"Bel mij op {MASK} svp"


@pytest.mark.parametrize("written", ["(053) 487 12 34", "(053)4871234", "+31 (0)6 12345678", "+31(0)53 487 1234"])
def test_no_digits_of_a_telephone_number_with_brackets_stay(written: str) -> None:
    masked = mask_personal_data(f"Bel mij op {written} svp")
    assert MASK in masked
    assert not any(character.isdigit() for character in masked)


@pytest.mark.parametrize(
    "written", ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "nl91 abna 0417164300"]
)
def test_an_iban_is_masked(written: str) -> None:
    assert mask_personal_data(f"Stort op {written} graag") == f"Stort op {MASK} graag"


@pytest.mark.parametrize(
    "written",
    [
        *("geboren op 1 januari 1980", "Geboren op 01-02-1980", "geboortedatum: 03-04-1975", "geboortedatum is 3 april 1975"),
        *("geboortedatum 3/4/1975", "geboren 1-2-1980"),
    ],
)
def test_a_date_of_birth_is_masked(written: str) -> None:
    assert mask_personal_data(f"Cliënt, {written}, vraagt zorg") == f"Cliënt, {MASK}, vraagt zorg"


@pytest.mark.parametrize(
    "text",
    [
        *("", "?", "Wat moet een plan bevatten?", "11.650 indicaties", "282 miljoen euro", "€ 123.456.782,00", "10.375.000"),
        *("1-7-2022 en 1-10-2022", "van 2021 tot 2024", "artikel 3.2.1", "zaaknummer 100000000"),
        *("5310 7345 8480 9445", "GGZ03W en GGZ04W", "14 053", "0,75", "06 is het begin", "Wlz-ggz-w", "VV04 t/m VV08", "24/7"),
        *("+20 %", "regio's @ Twente", "2e kwartaal 2023", "€ 12.345.678,- per jaar", "in 2020, 2021 en 2022"),
    ],
)
def test_amounts_codes_and_words_are_left_alone(text: str) -> None:
    assert mask_personal_data(text) == text


@pytest.mark.parametrize("form", ["%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %m %Y", "%d/%m/%Y"])
def test_no_date_is_taken_for_a_bsn(form: str) -> None:
    days = [date(2018, 1, 1) + timedelta(days) for days in range(9 * 365)]
    written = [f"Hoeveel indicaties waren er op {day.strftime(form)}?" for day in days]
    assert [text for text in written if mask_personal_data(text) != text][:5] == []


@pytest.mark.parametrize("between", ["-", " - ", " ", "–", "/"])
def test_no_period_of_years_is_taken_for_a_bsn(between: str) -> None:
    periods = [f"{first}{between}{last}" for first in range(2000, 2035) for last in range(first + 1, first + 12)]
    assert [period for period in periods if mask_personal_data(period) != period][:5] == []


def test_everything_is_masked_where_there_is_more_than_one() -> None:
    masked = mask_personal_data(f"Ik ben {BSN}, mail jan@voorbeeld.nl of bel 06-12345678.")
    assert masked == f"Ik ben {MASK}, mail {MASK} of bel {MASK}."


@given(st.text(max_size=300))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    masked = mask_personal_data(text)
    assert mask_personal_data(masked) == masked


@given(st.integers(0, 99_999_999), st.sampled_from(["Is {} van mij?", "{}", "bsn:{}", "({})", "nr. {}."]))
def test_every_number_that_passes_the_eleven_test_is_masked(start: int, sentence: str) -> None:
    digits = next(
        (str(start * 10 + last).zfill(9) for last in range(10) if bsn.is_valid(str(start * 10 + last).zfill(9))), None
    )
    if digits:
        assert digits not in mask_personal_data(sentence.format(digits))
