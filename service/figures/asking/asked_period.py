"""The dates that a question to the table names, with the words around them that say how they belong together."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corpus.types import Span
from indexer.dutch_dates import DateMention, find_dates
from service.figures.asking import vocabulary as words

Link = Literal["points", "between", "since", "until"]

# The shape of "vorig jaar" is the same on every day; which days it holds is reckoned where the table is known.
_ANY_DAY = "2000-01-01"

_COUNTS = {"half": 0.5, "anderhalf": 1.5, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "negen": 9, "twaalf": 12}
_COUNTS |= {"2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "9": 9, "12": 12}
_UNIT_MONTHS = {"jaar": 12, "kwartaal": 3, "kwartalen": 3, "maanden": 1}
# The table knows no dates between two of its own: three months back is the date before, as "vorig kwartaal" is.
_QUARTER_BACK = 3
_BACK = re.compile(
    r"(?:(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|sinds|dan|met)\s+(?:(?:het|de)\s*)?"
    r"(?:vorige?|voorgaande?|voorafgaande?)\s+(?P<unit1>jaar|kwartaal|peildatum|meting)(?!\s+(?:op\s+)?\d)"
    r"|(?:(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|sinds|dan|met)\s+)?"
    rf"(?:(?:(?:het|een|één|1)\s+)?(?:(?P<count>{'|'.join(_COUNTS)})\s+)?)"
    r"(?P<unit2>jaar|kwartaal|kwartalen|(?<=\s)maanden)\s+(?:eerder|ervoor|daarvoor|terug|(?P<later>later|erna|daarna|verder)))\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s*(?:t/?m|tot(?: en met)?|naar|–|-|t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|met|dan)"
    r"\s*(?:(?:in|op|de|het)\s+)*",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\s*(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|dan)\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover)\s*(?:(?:in|op|de|het)\s+)*$", re.IGNORECASE
)
_TO_WITH_END = re.compile(r"\s*(?:t/?m|tot en met|–|-)", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sinds|vanaf)\s+(?:(?:de|het)\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:tot(?: en met| aan)?|t/?m)\s+(?:(?:de|het)\s+)?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()\d]*\d[^()]*\)")
_DAY_OF_MONTH = re.compile(r"\b\d\d?\s*[a-z]{3,9}\b\.?(?!\s*\d)", re.IGNORECASE)
# Where it stands ends a list of dates no less than where it is left out.
_HERE = re.compile(r"\b(?:ooit|tot\s+(?:nu|nog)\s+toe)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:nu|momenteel)\b", re.IGNORECASE)
_THAN = re.compile(
    r"\b(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|dan)\s+(?:op\s+)?(?:(?:de|het)\s+)?$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\b(?:per|medio)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """The dates as asked. ``months_back``: compare with so many months before (0: the date before; below 0: after); None when not said.

    ``includes_end`` tells "tot en met 2023" from "tot 2023"; ``compared``: held against each other ("2022 t.o.v. 2021").
    ``pick`` is the first or last reference date there is. ``text`` is what the mentions stand in, so that relative ones can
    be reckoned from a day.
    """

    mentions: tuple[DateMention, ...]
    link: Link
    includes_end: bool = False
    months_back: int | None = None
    pick: Literal["first", "last"] | None = None
    text: str = ""
    compared: bool = False

    def is_relative(self) -> bool:
        """Whether a date of it depends on the day of asking ("vorig jaar")."""
        return any(mention.relative for mention in self.mentions)

    def find_impossible(self) -> str | None:
        """A day as written that no calendar has ("31 februari 2022"), or None."""
        return next((self.text[mention.begin : mention.end] for mention in self.mentions if mention.impossible), None)


def take_period(text: str) -> tuple[AskedPeriod, str]:
    """The dates of a question, and the question with spaces in place of them."""
    text = _HERE.sub(lambda match: " " * len(match.group()), text)
    back = _BACK.search(text)
    rest = Span(*back.span()).blanked(text) if back else text
    mentions = find_dates(rest, _ANY_DAY)
    left = _blank_out(rest, mentions)
    said = frozenset(words.list_words(left))
    link = _find_link(rest, mentions, said)
    includes_end = link == "between" and bool(_TO_WITH_END.match(rest[mentions[0].end :]))
    pick: Literal["first", "last"] | None = "last" if said & words.LATEST else None
    if said & words.EARLIEST and not pick:
        pick = "first"
    compared = link == "between" and bool(
        _COMPARES.match(rest[mentions[0].end :]) or _AGAINST.search(_text_between(rest, mentions))
    )
    return AskedPeriod(mentions, link, includes_end, _count_months(back), pick, rest, compared), left


def drop_restated_dates(text: str) -> str:
    """The question without dates in brackets that only say again what stands before them: "okt 2023 (1 okt)"."""
    match = _BRACKETS.search(text)
    if not match:
        return text
    outside = find_dates(text[: match.start()], _ANY_DAY)
    if not outside or outside[-1].form == "unclear":
        return text
    said = outside[-1]
    brackets = _DAY_OF_MONTH.sub(rf"\g<0> {said.first[:4]}", match.group())
    inside = find_dates(brackets, _ANY_DAY)
    unclear = any(mention.form == "unclear" for mention in inside)
    if not inside or unclear or not words.VOCABULARY.issuperset(words.list_words(_blank_out(brackets, inside))):
        return text
    after = (date.fromisoformat(said.last) + timedelta(days=1)).isoformat()
    restated = all(said.first <= mention.first and mention.last <= after for mention in inside)
    # A day in brackets behind a year chooses from its four.
    chooses = said.form in ("year", "half", "stretch") and len(inside) == 1
    return f"{text[: match.start()]} {text[match.end() :]}" if restated and not chooses else text


def find_comparison(text: str) -> str:
    """The words that ask for a comparison with another time ("een jaar daarvoor"); empty where there are none."""
    back = _BACK.search(text)
    return back.group() if back else ""


def _find_link(text: str, mentions: tuple[DateMention, ...], said: frozenset[str]) -> Link:
    between = _text_between(text, mentions)
    before = text[: mentions[0].begin] if mentions else ""
    if (
        _TO.fullmatch(between)
        or _AGAINST.search(between)
        or (re.fullmatch(r"\s*en\s*(?:op\s*)?", between) and "tussen" in said)
    ):
        return "between"
    now = _NOW.search(before)
    if len(mentions) == 1 and (_SINCE.search(before) or (now and _THAN.search(before, now.end()))):
        return "since"
    return "until" if len(mentions) == 1 and _UNTIL.search(before) else "points"


def _text_between(text: str, mentions: tuple[DateMention, ...]) -> str:
    return text[mentions[0].end : mentions[1].begin] if len(mentions) == 2 else ""


def _count_months(back: re.Match[str] | None) -> int | None:
    if back is None:
        return None
    months = int(_COUNTS.get((back["count"] or "").lower(), 1) * _UNIT_MONTHS.get((back["unit1"] or back["unit2"]).lower(), 3))
    if back["later"]:
        return -months
    return 0 if months == _QUARTER_BACK else months


def _blank_out(text: str, mentions: tuple[DateMention, ...]) -> str:
    """The text without its dates, nor the "per" of "per 1 juli", which isn't that of "per profiel"."""
    for mention in mentions:
        lead = _AS_OF.search(text[: mention.begin])
        text = Span(lead.start() if lead else mention.begin, mention.end).blanked(text)
    return text
