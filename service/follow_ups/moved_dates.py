"""Moves the dates of a question by years, quarters or months: "En een jaar eerder?"."""

import re

from indexer.dutch_dates import MONTHS, DateMention, date_to_dutch, find_dates, move_months

_COUNTS = {
    **{"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "twaalf": 12},
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9},
}
SHIFT = re.compile(
    rf"\b(?<!half )(?:(?P<count>een|één|het|an?|one|the|{'|'.join(_COUNTS)}|\d\d?)\s+)?"
    # A number that isn't known here ("een paar jaar later") would be read as one.
    r"(?<!paar )(?<!aantal )(?<!enkele )(?<!veel )(?<!half )(?<!half a )(?<!halve )"
    r"(?P<unit>(?:ander)?half\s?jaar|jaar|jaren|kwartaal|kwartalen|maand|maanden|years?|quarters?|months?)\s+"
    r"(?P<way>eerder|ervoor|daarvoor|terug|later|erna|daarna|daarop|verder|earlier|before|later|after)\b",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"(?P<after>daarna|erna)|daarvoor|ervoor", re.IGNORECASE)
_BACK = ("eerder", "ervoor", "daarvoor", "terug", "earlier", "before")
_QUARTERS = ("eerste", "tweede", "derde", "vierde")


def shift_dates(earlier: str, shift: re.Match[str]) -> str | None:
    """The earlier question with its dates moved as a match of ``SHIFT`` says; None when it has no date to move."""
    mentions = [mention for mention in find_dates(earlier) if mention.first]
    moved = earlier
    for mention in reversed(mentions):
        moved = moved[: mention.begin] + move_date(mention, earlier, count_months(shift)) + moved[mention.end :]
    return moved if mentions else None


def shift_beyond(earlier: str, said: str) -> str | None:
    """The earlier question about the time after or before its date, where a follow-up says no more than "daarna" or "daarvoor"."""
    beyond = _BEYOND.fullmatch(said.strip(" ?.!"))
    mentions = [mention for mention in find_dates(earlier) if mention.first]
    if not beyond or not mentions:
        return None
    begin = re.search(r"(?:\b(?:in|op)\s+(?:het\s+)?)?$", earlier[: mentions[-1].begin], re.IGNORECASE)
    written = earlier[mentions[-1].begin : mentions[-1].end]
    article = "het " if mentions[-1].form in ("quarter", "half") else ""
    before = earlier[: begin.start() if begin else mentions[-1].begin]
    return f"{before}{'na' if beyond['after'] else 'vóór'} {article}{written}{earlier[mentions[-1].end :]}"


def count_months(shift: re.Match[str]) -> int:
    """How many months a match of ``SHIFT`` goes on; below zero where it goes back."""
    count = (shift["count"] or "").lower()
    months = _unit_months("".join(shift["unit"].lower().split()))
    number = int(count) if count.isdigit() else _COUNTS.get(count, 1)
    return -number * months if shift["way"].lower() in _BACK else number * months


def _unit_months(unit: str) -> int:
    if unit.endswith("halfjaar"):
        return 18 if unit.startswith("ander") else 6
    return 12 if unit.startswith(("ja", "y")) else 3 if unit.startswith(("k", "q")) else 1


def move_date(mention: DateMention, text: str, months: int) -> str:
    """A date of a text some months further, written in its own form where that can be."""
    day = move_months(mention.first, months)
    written = text[mention.begin : mention.end]
    year, month = day[:4], int(day[5:7])
    if mention.form == "year" and not months % 12:
        return written.replace(mention.first[:4], year)
    if mention.form == "quarter":
        return f"{_QUARTERS[(month - 1) // 3]} kwartaal van {year}"
    if mention.form == "month":
        return f"{MONTHS[month - 1]} {year}"
    if mention.form == "half" and not months % 12:
        return f"{'eerste' if month < 7 else 'tweede'} helft van {year}"
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else date_to_dutch(day)
