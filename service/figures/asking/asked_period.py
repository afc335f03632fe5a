"""The dates that a question to the table names, with the words around them that say how they belong together."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.types import Span
from indexer.dutch_dates import DateMention, find_dates
from service.figures.asking import vocabulary as words

Link = Literal["points", "between", "since", "until"]

# The shape of "vorig jaar" is the same on every day; which days it holds is reckoned where the table is known.
_ANY_DAY = "2000-01-01"

_YEARS = {"twee": 2, "2": 2, "drie": 3, "3": 3}
_BACK = re.compile(
    r"(?:(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|sinds|dan|met)\s+(?:het|de)?\s*"
    r"(?:vorige?|voorgaande?|voorafgaande?)\s+(?P<unit1>jaar|kwartaal|peildatum|meting)"
    r"|(?:(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|sinds|dan|met)\s+)?"
    rf"(?:(?:het|een|één|1|(?P<count>{'|'.join(_YEARS)}))\s+)?"
    r"(?P<unit2>jaar|kwartaal)\s+(?:eerder|ervoor|daarvoor|terug))\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s*(?:t/?m|tot(?: en met)?|naar|–|-|t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|met|dan)"
    r"\s*(?:(?:in|op|de|het)\s+)*",
    re.IGNORECASE,
)
_TO_WITH_END = re.compile(r"\s*(?:t/?m|tot en met|–|-)", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sinds|vanaf)\s+(?:(?:de|het)\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:tot(?: en met| aan)?|t/?m)\s+(?:(?:de|het)\s+)?$", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:per|medio)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """The dates as asked. ``years_back``: compare with that many years before, or with the date before (0); None when not said.

    ``includes_end`` tells "tot en met 2023" from "tot 2023"; ``pick`` is the first or last reference date there is. ``text``
    is what the mentions stand in, so that relative ones can be reckoned from a day.
    """

    mentions: tuple[DateMention, ...]
    link: Link
    includes_end: bool = False
    years_back: int | None = None
    pick: Literal["first", "last"] | None = None
    text: str = ""

    def is_relative(self) -> bool:
        """Whether a date of it depends on the day of asking ("vorig jaar")."""
        return any(mention.relative for mention in self.mentions)


def take_period(text: str) -> tuple[AskedPeriod, str]:
    """The dates of a question, and the question with spaces in place of them."""
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
    return AskedPeriod(mentions, link, includes_end, _count_years(back), pick, rest), left


def _find_link(text: str, mentions: tuple[DateMention, ...], said: frozenset[str]) -> Link:
    between = text[mentions[0].end : mentions[1].begin] if len(mentions) == 2 else ""
    before = text[: mentions[0].begin] if mentions else ""
    if _TO.fullmatch(between) or (re.fullmatch(r"\s*en\s*(?:op\s*)?", between) and "tussen" in said):
        return "between"
    if len(mentions) == 1 and _SINCE.search(before):
        return "since"
    return "until" if len(mentions) == 1 and _UNTIL.search(before) else "points"


def _count_years(back: re.Match[str] | None) -> int | None:
    if back is None:
        return None
    if (back["unit1"] or back["unit2"]).lower() != "jaar":
        return 0
    return _YEARS.get((back["count"] or "").lower(), 1)


def _blank_out(text: str, mentions: tuple[DateMention, ...]) -> str:
    """The text without its dates, nor the "per" of "per 1 juli", which isn't that of "per profiel"."""
    for mention in mentions:
        lead = _AS_OF.search(text[: mention.begin])
        text = Span(lead.start() if lead else mention.begin, mention.end).blanked(text)
    return text
