"""Reads numbers and days as documents print them, in Dutch or English notation, and refuses whatever could mean two things."""

import re
from datetime import date
from decimal import Decimal

from indexer.dutch_dates import find_dates

_GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,' \u00a0\u2009\u202f])\d{3}(?:(?P=mark)\d{3})*")
_PERCENTAGE = re.compile(r"(?P<sign>[-−–+]?)\s?(?P<whole>\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](?P<fraction>\d+))?\s?%?")
_MINUS_SIGNS = ("-", "−", "–")
# A point or comma before exactly three digits may part thousands as well as decimals, so "1.234 mln" isn't read.
_SHORTENED = re.compile(r"(?P<whole>\d{1,4})(?:[.,](?P<fraction>\d{1,2}|\d{4,}))?\s?(?P<size>[^\W\d_]+)\.?")
_SIZES = {"k": 3, "dzd": 3, "duizend": 3, "m": 6, "mln": 6, "miljoen": 6, "mld": 9, "mrd": 9, "miljard": 9}
_SLASHED = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?![\d/])")


class PrintedNumberError(ValueError):
    """The printed form isn't a number of the kind that was asked for."""


def parse_count(printed: str) -> float:
    """A whole number: 11650 out of "11650", "11.650", "11,650" or "11 650"; PrintedNumberError for anything else."""
    if (printed.isascii() and printed.isdigit()) or _GROUPED.fullmatch(printed):
        return float(re.sub(r"\D", "", printed))
    raise PrintedNumberError(f"'{printed}' is geen geheel aantal.")


def parse_percentage(printed: str) -> float:
    """A percentage as a number: 34.01 out of "34.01%", "34,01 %" or "34.01"; PrintedNumberError for anything else.

    A single point or comma separates the decimals, since nobody prints a percentage of thousands without any.
    """
    match = _PERCENTAGE.fullmatch(printed)
    if not match:
        raise PrintedNumberError(f"'{printed}' is geen percentage.")
    value = float(f"{re.sub(r'[.,]', '', match['whole'])}.{match['fraction'] or 0}")
    return -value if match["sign"] in _MINUS_SIGNS else value


def parse_shortened_count(printed: str) -> float:
    """A count that may be shortened: 24880 out of "24.88K", "24,88 K" or "24.880", 1200000 out of "1,2 mln".

    PrintedNumberError for anything else, also for "1.234 mln", which may be 1,234 million or 1234 million.
    """
    match = _SHORTENED.fullmatch(printed)
    size = _SIZES.get(match["size"].lower()) if match else None
    if match is None or size is None:
        return parse_count(printed)
    return float(Decimal(f"{match['whole']}.{match['fraction'] or 0}").scaleb(size))


def count_decimals(printed: str) -> int:
    """How many decimals a printed percentage has: 2 for "34,01 %"."""
    match = _PERCENTAGE.fullmatch(printed)
    return len(match["fraction"] or "") if match else 0


def read_printed_day(printed: str) -> str | None:
    """The one day in these words, ISO, or None where there is none, or more than one, or one that may be two.

    With slashes both orders are in use: "4/19/2024" can only be April 19, "4/5/2024" isn't read.
    """
    slashed = _SLASHED.findall(printed)
    if slashed:
        orders = {(int(first), int(second)) for pair in slashed for first, second in (pair[:2], pair[1::-1])}
        days = {_make_day(int(slashed[0][2]), month, day) for month, day in orders} - {None}
        return days.pop() if len(days) == 1 == len(slashed) else None
    found = [mention.first for mention in find_dates(printed) if mention.form == "day"]
    return found[0] if len(found) == 1 else None


def number_to_print(value: float, decimals: int = 0) -> str:
    """A number as Dutch people print it: "11.650", "27,24"."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def _make_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
