"""Reads numbers as documents print them, in Dutch or English notation, and refuses whatever could mean two things."""

import re

_GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,' \u00a0\u2009\u202f])\d{3}(?:(?P=mark)\d{3})*")
_PERCENTAGE = re.compile(r"(?P<sign>[-−–+]?)\s?(?P<whole>\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](?P<fraction>\d+))?\s?%?")
_MINUS_SIGNS = ("-", "−", "–")


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
