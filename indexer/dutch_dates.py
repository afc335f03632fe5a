"""Finds dates in Dutch text the way people write them: an exact grammar, because a guessed date makes a wrong figure."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

DateForm = Literal["day", "month", "quarter", "half", "year", "unclear"]

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_ABBREVIATIONS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?![a-z])"
_SHORT_MONTH = rf"(?P<month>(?:{'|'.join(_ABBREVIATIONS)}|sept)(?![a-z])\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d|['’‘]?\d\d)(?![\d%]|[.,]\d)"
_OF = r"\s*(?:(?:van|in|uit|het|jaar)\s+)*"
_EDGE = r"(?:(?P<edge>begin|start|aanvang|medio|midden|halverwege|einde?|ultimo)\s+(?:(?:van|het|jaar)\s+)*)?"
_QUARTER = r"(?:\b[qk]\s?(?P<q1>[1-4])|kwartaal\s+(?P<q2>[1-4])|\b(?P<q3>[1-4])\s?(?:e|ste|de)\s+kw(?:artaal|\.)?"
_QUARTER += r"|(?P<q4>eerste|tweede|derde|vierde|laatste)\s+kwartaal)(?![\w])"
_HALF = r"(?:(?P<h1>eerste|tweede)|(?P<h2>[12])\s?e)\s+(?:half\s?jaar|helft)"

# In order of preference: where two forms begin at the same place or overlap, the earlier form in this list wins.
_GRAMMAR = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?-\s?(?P<month>\d\d?)\s?-\s?(?P<day>\d\d?)(?!\d)",
        r"(?<![\d.,])(?P<day>\d\d?)\s?(?P<mark>[-/.])\s?(?P<month>\d\d?)\s?(?P=mark)\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
        rf"(?<![\d.,])(?P<day>\d\d?)(?:\s?(?:e|ste))?\s*{_MONTH}(?:{_OF}{_YEAR})?",
        rf"(?<![\d.,])(?P<day>\d\d?)\s*{_SHORT_MONTH}\s*{_YEAR}",
        rf"{_EDGE}\b{_MONTH}(?:{_OF}{_YEAR})?",
        rf"{_EDGE}\b{_SHORT_MONTH}\s*-?{_YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[-/]?\s*[qk]\s?(?P<q1>[1-4])(?!\w)",
        rf"{_EDGE}{_QUARTER}(?:\s*[-/]?{_OF}{_YEAR})?",
        rf"{_HALF}(?:{_OF}{_YEAR})?",
        rf"{_EDGE}(?<![\d.,])(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)",
        r"\b(?P<relative>(?:dit|vorige?|afgelopen|volgende?|komende?)\s+(?:jaar|kwartaal|maand)|vandaag|gisteren)\b",
    )
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period as written at ``[begin:end]``; ``first`` and ``last`` are its ISO days, both included.

    ``at_end`` tells that the end of a year was meant without a day ("eind 2022"). An impossible date, or one that leaves
    its year open, is "unclear" and has no days.
    """

    begin: int
    end: int
    form: DateForm
    first: str = ""
    last: str = ""
    at_end: bool = False


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date, month, quarter, half year and year in the text, in order; a date without a year takes its neighbour's."""
    matches = _find_matches(text)
    years = [_year_of(match) for match in matches]
    found = []
    for position, match in enumerate(matches):
        neighbours = [year for year in (*years[position:], *reversed(years[:position])) if year]
        found.append(_read_mention(match, neighbours[0] if neighbours else None))
    return tuple(found)


def date_to_dutch(day: str) -> str:
    """An ISO day as Dutch people read it: "1 juli 2022"."""
    parsed = date.fromisoformat(day)
    return f"{parsed.day} {MONTHS[parsed.month - 1]} {parsed.year}"


def mention_to_dutch(mention: DateMention) -> str:
    """The date or period of a clear mention in full: "1 juli 2022", "juli 2022", "het derde kwartaal van 2022", "2022"."""
    first = date.fromisoformat(mention.first)
    if mention.form == "day":
        return date_to_dutch(mention.first)
    if mention.form == "month":
        return f"{MONTHS[first.month - 1]} {first.year}"
    ordinals = list(_ORDINALS)
    if mention.form == "quarter":
        return f"het {ordinals[first.month // 3]} kwartaal van {first.year}"
    return f"de {ordinals[first.month // 6]} helft van {first.year}" if mention.form == "half" else str(first.year)


def _find_matches(text: str) -> list[re.Match[str]]:
    taken: list[re.Match[str]] = []
    for pattern in _GRAMMAR:
        taken.extend(_free_matches(pattern, text, taken))
    return sorted(taken, key=lambda match: match.start())


def _free_matches(pattern: re.Pattern[str], text: str, taken: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        if all(match.end() <= other.start() or other.end() <= match.start() for other in taken):
            yield match


def _year_of(match: re.Match[str]) -> int | None:
    written = match.groupdict().get("year")
    if not written:
        return None
    number = int(written.lstrip("'’‘"))
    # A year of two digits is one of this century: the care profiles of these documents don't go further back.
    return number if number >= 100 else 2000 + number


def _read_mention(match: re.Match[str], year: int | None) -> DateMention:
    parts = {name: value for name, value in match.groupdict().items() if value}
    unclear = DateMention(match.start(), match.end(), "unclear")
    if year is None or "relative" in parts:
        return unclear
    form, first_month, months = _months_of(parts)
    if not 1 <= first_month <= 12:
        return unclear
    if "day" in parts:
        return _read_day(unclear, year, first_month, int(parts["day"]))
    last_month = first_month + months - 1
    first = date(year, first_month, 1).isoformat()
    last = date(year, last_month, monthrange(year, last_month)[1]).isoformat()
    return _apply_edge(replace(unclear, form=form, first=first, last=last), parts.get("edge", "").lower())


def _months_of(parts: dict[str, str]) -> tuple[DateForm, int, int]:
    """Form, first month and number of months of what was written."""
    if "month" in parts:
        return "month", _month_number(parts["month"]), 1
    quarter = next((parts[name].lower() for name in ("q1", "q2", "q3", "q4") if name in parts), None)
    if quarter:
        return "quarter", 3 * _ORDINALS.get(quarter, int(quarter) if quarter.isdigit() else 0) - 2, 3
    half = parts.get("h1", parts.get("h2", "")).lower()
    if half:
        return "half", 6 * _ORDINALS.get(half, int(half) if half.isdigit() else 0) - 5, 6
    return "year", 1, 12


def _month_number(written: str) -> int:
    return int(written) if written.isdigit() else _ABBREVIATIONS.index(written.lower().replace("maart", "mrt")[:3]) + 1


def _read_day(unclear: DateMention, year: int, month: int, day: int) -> DateMention:
    if not 1 <= day <= monthrange(year, month)[1]:
        return unclear
    iso = date(year, month, day).isoformat()
    return replace(unclear, form="day", first=iso, last=iso)


def _apply_edge(mention: DateMention, edge: str) -> DateMention:
    """ "begin" is the first day, "eind" the last; "eind 2022" stays the year, since its last reference date is meant."""
    if edge in ("begin", "start", "aanvang"):
        return replace(mention, form="day", last=mention.first)
    if edge in ("medio", "midden", "halverwege"):
        middle = f"{mention.first[:4]}-07-01"
        return replace(mention, form="day", first=middle, last=middle) if mention.form == "year" else mention
    if edge and mention.form == "year":
        return replace(mention, at_end=True)
    return replace(mention, form="day", first=mention.last) if edge else mention
