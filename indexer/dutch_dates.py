"""Finds dates in Dutch text the way people write them: an exact grammar, because a guessed date makes a wrong figure."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from indexer.plain_characters import write_plainly

DateForm = Literal["day", "month", "quarter", "half", "year", "stretch", "unclear"]

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_ABBREVIATIONS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}

_MONTH_NAMES = "|".join((*MONTHS, *_ABBREVIATIONS))
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?![a-z])"
_SHORT_MONTH = rf"(?P<month>(?:{'|'.join(_ABBREVIATIONS)}|sept)(?![a-z])\.?)"
_YEAR = r"(?:(?P<year>(?:19|20)\d\d|['’‘]?\d\d)(?![\d%]|[.,]\d)|(?P<year_turn>dit|vorig|volgend)\s+jaar\b)"
_OF = r"\s*(?:(?:van|in|uit|het|jaar)\s+)*"
_EDGE = r"(?:(?P<edge>begin|start|aanvang|medio|midden|halverwege|einde?|ultimo)\s+(?:(?:van|het|jaar)\s+)*)?"
_QUARTER = r"(?:\b(?:[qk]|kw)\s?(?P<q1>[1-4])|kwartaal\s+(?P<q2>[1-4])|\b(?P<q3>[1-4])\s?(?:e|ste|de)\s+kw(?:artaal|\.)?"
_QUARTER += r"|(?P<q4>eerste|tweede|derde|vierde|laatste)\s+kwartaal)(?![\w])"
_UNIT = r"(?P<unit>half\s?jaar|jaar|jaren|kwartaal|kwartalen|maand|maanden)\b"
_UNIT_MONTHS = {"halfjaar": 6, "jaar": 12, "jaren": 12, "kwartaal": 3, "kwartalen": 3, "maand": 1, "maanden": 1}
_UNIT_FORMS: dict[int, DateForm] = {12: "year", 6: "half", 3: "quarter", 1: "month"}
_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "negen": 9, "twaalf": 12}
_COUNT = rf"(?P<count>een|één|{'|'.join(_COUNTS)}|\d\d?)"
_TURNS = {"vorig": -1, "vorige": -1, "volgend": 1, "volgende": 1, "komend": 1, "komende": 1}
_NO_YEAR_AFTER = rf"(?!{_OF}(?:\d|['’‘]|dit|vorig|volgend))"
# A year of two digits from here on is one of the last century, as computers read it; of this one before.
_FIRST_OF_LAST_CENTURY = 70
_HALF = r"(?:(?P<h1>eerste|tweede)|(?P<h2>[12])\s?e)\s+(?:half\s?jaar|helft)"

# In order of preference: where two forms begin at the same place or overlap, the earlier form in this list wins.
_GRAMMAR = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?-\s?(?P<month>\d\d?)\s?-\s?(?P<day>\d\d?)(?!\d)",
        r"(?<![\d.,])(?P<day>\d\d?)\s?(?P<mark>[-/.])\s?(?P<month>\d\d?)\s?(?P=mark)\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
        rf"\b(?P<year_turn>dit|vorig|volgend)\s+jaar[\s,]+(?:op\s+)?(?P<day>\d\d?)\s*(?P<month>{_MONTH_NAMES})(?![a-z])(?!\s+\d)",
        rf"(?<![\d.,])(?P<day>\d\d?)(?:\s?(?:e|ste))?\s*{_MONTH}(?:{_OF}{_YEAR})?",
        rf"(?<![\d.,])(?P<day>\d\d?)\s*{_SHORT_MONTH}\s*{_YEAR}",
        rf"{_EDGE}\b{_MONTH}(?:{_OF}{_YEAR})?",
        rf"{_EDGE}\b{_SHORT_MONTH}\s*-?{_YEAR}",
        rf"\b(?P<past>afgelopen|voorbije|laatste)\s+(?:{_COUNT}\s+)?{_UNIT}{_NO_YEAR_AFTER}",
        rf"\b{_COUNT}\s+{_UNIT}\s+(?P<ago>geleden)\b",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?:[-/]\s*)?(?:[qk]|kw)\s?(?P<q1>[1-4])(?!\w)",
        rf"\b(?P<q1>[1-4])[qk]\s?{_YEAR}",
        rf"{_EDGE}{_QUARTER}(?:(?:\s*[-/])?{_OF}{_YEAR})?",
        rf"{_HALF}(?:{_OF}{_YEAR})?",
        rf"{_EDGE}(?<![\d.,])(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)",
        rf"{_EDGE}\b(?P<turn>dit|deze|vorige?|volgende?|komende?)\s+{_UNIT}",
        r"\b(?P<today>vandaag)\b",
        r"\b(?P<vague>(?:eer)?gisteren|morgen)\b",
    )
)


_RELATIVE_PARTS = frozenset(("year_turn", "past", "ago", "turn", "today"))


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period as written at ``[begin:end]``; ``first`` and ``last`` are its ISO days, both included.

    ``at_end`` tells that the end of a year was meant without a day ("eind 2022"). An impossible date, or one that leaves
    its year open, is "unclear" and has no days; the first ("31 februari 2022") is ``impossible``. ``relative`` dates
    ("vorig jaar") count from the day of asking, and are unclear as long as that isn't given; a "stretch" is such a period
    up to that day ("de afgelopen twee jaar").
    """

    begin: int
    end: int
    form: DateForm
    first: str = ""
    last: str = ""
    at_end: bool = False
    relative: bool = False
    impossible: bool = False


def find_dates(text: str, reference_date: str | None = None) -> tuple[DateMention, ...]:
    """Every date, month, quarter, half year and year in the text, in order; a date without a year takes its neighbour's.

    Relative dates are reckoned from ``reference_date``, an ISO day; none is ever before or after what a calendar holds.
    """
    text = write_plainly(text)
    reference = date.fromisoformat(reference_date) if reference_date else None
    matches = _find_matches(text)
    years = [_year_of(match, reference) for match in matches]
    # From the last date on back: the year named next, and the last one behind which none is named.
    year = next(filter(None, reversed(years)), None)
    found = []
    for match, own in zip(reversed(matches), reversed(years), strict=True):
        year = own or year
        found.append(_read_mention(match, year, reference))
    return tuple(reversed(found))


def move_months(day: str, months: int) -> str:
    """An ISO day some months later, or earlier below zero; the last of the month where that has no such day.

    Where the calendar ends, at 0001-01-01 or 9999-12-31, it is that end.
    """
    moved = date.fromisoformat(day)
    year, month = divmod(moved.year * 12 + moved.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return (date.min if year < MINYEAR else date.max).isoformat()
    return moved.replace(year=year, month=month + 1, day=min(moved.day, monthrange(year, month + 1)[1])).isoformat()


def full_year(number: int) -> int:
    """The year that is written with this number: 22 is 2022, 99 is 1999, and 2022 is itself."""
    if number >= 100:
        return number
    return number + (2000 if number < _FIRST_OF_LAST_CENTURY else 1900)


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
    if mention.form == "stretch":
        return f"de periode van {date_to_dutch(mention.first)} tot en met {date_to_dutch(mention.last)}"
    ordinals = list(_ORDINALS)
    if mention.form == "quarter":
        return f"het {ordinals[first.month // 3]} kwartaal van {first.year}"
    return f"de {ordinals[first.month // 6]} helft van {first.year}" if mention.form == "half" else str(first.year)


def period_to_dutch(first: str, last: str) -> str:
    """The days from one ISO day up to another as readers name them: "januari 2023", "2022", or from when until when."""
    begin, after = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
    months = (after.year - begin.year) * 12 + after.month - begin.month
    form: DateForm = "day" if first == last else "stretch"
    if begin.day == after.day == 1 and months in _UNIT_FORMS and (begin.month - 1) % months == 0:
        form = _UNIT_FORMS[months]
    return mention_to_dutch(DateMention(0, 0, form, first, last))


def _find_matches(text: str) -> list[re.Match[str]]:
    taken = bytearray(len(text))
    found = []
    for match in (match for pattern in _GRAMMAR for match in pattern.finditer(text)):
        if not any(taken[match.start() : match.end()]):
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            found.append(match)
    return sorted(found, key=re.Match.start)


def _year_of(match: re.Match[str], reference: date | None) -> int | None:
    parts = match.groupdict()
    if parts.get("year_turn") and reference:
        return min(max(reference.year + _TURNS.get(parts["year_turn"].lower(), 0), MINYEAR), MAXYEAR)
    written = parts.get("year")
    return full_year(int(written.lstrip("'’‘"))) if written else None


def _read_mention(match: re.Match[str], year: int | None, reference: date | None) -> DateMention:
    parts = {name: value for name, value in match.groupdict().items() if value}
    relative = not _RELATIVE_PARTS.isdisjoint(parts)
    unclear = DateMention(match.start(), match.end(), "unclear", relative=relative)
    if "vague" in parts or (relative and reference is None):
        return unclear
    if reference and ("unit" in parts or "today" in parts):
        return _reckon(unclear, parts, reference)
    if year is None:
        return unclear
    form, first_month, months = _months_of(parts)
    if not 1 <= first_month <= 12:
        return replace(unclear, impossible=True)
    if "day" in parts:
        return _read_day(unclear, year, first_month, int(parts["day"]))
    whole = _whole_months(unclear, form, date(year, first_month, 1).isoformat(), months)
    return _apply_edge(whole, parts.get("edge", "").lower())


def _reckon(unclear: DateMention, parts: dict[str, str], reference: date) -> DateMention:
    """A date that counts from the reference date: the day itself, so long ago, up to now, or this or the previous year."""
    today = reference.isoformat()
    if "today" in parts:
        return replace(unclear, form="day", first=today, last=today)
    unit = _UNIT_MONTHS["".join(parts["unit"].lower().split())]
    count = parts.get("count", "een").lower()
    back = move_months(today, -unit * (int(count) if count.isdigit() else _COUNTS.get(count, 1)))
    if "ago" in parts:
        return replace(unclear, form="day", first=back, last=back)
    if "past" in parts:
        return replace(unclear, form="stretch", first=back, last=today)
    begin = date(reference.year, (reference.month - 1) // unit * unit + 1, 1).isoformat()
    moved = move_months(begin, unit * _TURNS.get(parts["turn"].lower(), 0))
    return _apply_edge(_whole_months(unclear, _UNIT_FORMS[unit], moved, unit), parts.get("edge", "").lower())


def _whole_months(mention: DateMention, form: DateForm, first: str, months: int) -> DateMention:
    last = date.fromisoformat(move_months(first, months - 1))
    return replace(mention, form=form, first=first, last=last.replace(day=monthrange(last.year, last.month)[1]).isoformat())


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
        return replace(unclear, impossible=True)
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
