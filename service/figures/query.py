"""Turns a Dutch question into a typed question to the table of figures, or says that it isn't one."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from corpus.types import Span
from indexer.dutch_dates import DateMention, find_dates
from service.figures import vocabulary as words
from service.figures.profile_names import find_profiles

Operation = Literal["value", "change", "highest", "lowest", "ratio", "average", "series"]
Basis = Literal["count", "growth", "difference", "share"]
Link = Literal["points", "between", "since", "until"]

_BACK = re.compile(
    r"(?:(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|sinds|dan|met)\s+(?:het|de)?\s*"
    r"(?:vorige?|voorgaande?|voorafgaande?)\s+(?P<unit1>jaar|kwartaal|peildatum|meting)"
    r"|(?:(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|tegenover|dan)\s+)?(?:(?:het|een|één|1)\s+)?"
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
_PLACE_BEFORE = re.compile(
    r"\b(?:in|regio|zorgkantoorregio|gemeente|provincie|rond|binnen|stad)\s+(?:(?:de|het)\s+)?$", re.IGNORECASE
)
_NAME = re.compile(r"[A-ZÀ-Ý][^\W\d_]+(?:[ -][A-ZÀ-Ý][^\W\d_]+)*")
_LAWS = frozenset(("wlz", "wmo", "zvw", "jeugdwet"))


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """The dates as asked. ``years_back``: compare with a year before (1) or with the date before (0); None when not said.

    ``includes_end`` tells "tot en met 2023" from "tot 2023"; ``pick`` is the first or last reference date there is.
    """

    mentions: tuple[DateMention, ...]
    link: Link
    includes_end: bool = False
    years_back: int | None = None
    pick: Literal["first", "last"] | None = None


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """A question to the table. ``profiles`` are codes as named, also unknown ones; empty means all of them.

    ``basis``: what is said, compared or averaged; ``split``: every profile by itself; ``together``: their sum;
    ``over_time``: the best or worst date is asked, not the profile; ``place``: a region that the table isn't split by.
    """

    operation: Operation
    basis: Basis
    profiles: tuple[str, ...]
    period: AskedPeriod
    split: bool = False
    together: bool = False
    over_time: bool = False
    place: str | None = None


def parse_figure_question(question: str, known_profiles: tuple[str, ...]) -> FigureQuery | None:
    """The typed question, or None when a word, a number or a date in it doesn't belong to a question about this table."""
    text = " ".join(question.split())
    text = words.mend_typing_errors(text.lower() if text.isupper() else text)
    named = find_profiles(text, known_profiles)
    back = _BACK.search(named.rest)
    rest = Span(*back.span()).blanked(named.rest) if back else named.rest
    period = _read_period(rest, find_dates(rest), back)
    place, rest = _take_place(_blank_out_dates(rest, period.mentions))
    said = words.list_words(rest)
    unclear = any(mention.form == "unclear" for mention in period.mentions)
    if unclear or not words.VOCABULARY.issuperset(said) or _counts_something_else(said):
        return None
    if not _is_about_figures(frozenset(said), bool(named.codes), bool(period.mentions)):
        return None
    return _shape_query(frozenset(said), named.codes, period, place)


def _read_period(text: str, mentions: tuple[DateMention, ...], back: re.Match[str] | None) -> AskedPeriod:
    said = frozenset(words.list_words(_blank_out_dates(text, mentions)))
    years_back = None if back is None else int("jaar" in (back["unit1"] or back["unit2"]).lower())
    pick: Literal["first", "last"] | None = "last" if said & words.LATEST else None
    if said & words.EARLIEST and not pick:
        pick = "first"
    link: Link = "points"
    between = text[mentions[0].end : mentions[1].begin] if len(mentions) == 2 else ""
    before = text[: mentions[0].begin] if mentions else ""
    if _TO.fullmatch(between) or (re.fullmatch(r"\s*en\s*(?:op\s*)?", between) and "tussen" in said):
        link = "between"
    elif len(mentions) == 1 and _SINCE.search(before):
        link = "since"
    elif len(mentions) == 1 and _UNTIL.search(before):
        link = "until"
    return AskedPeriod(mentions, link, bool(_TO_WITH_END.match(between)), years_back, pick)


def _take_place(text: str) -> tuple[str | None, str]:
    """The region that is asked for, by name ("in Den Haag") or as a kind ("per regio"), and the text without its name."""
    for match in _NAME.finditer(text):
        known = words.VOCABULARY | _LAWS
        if match.group().lower() not in known and _PLACE_BEFORE.search(text[: match.start()]):
            return match.group(), Span(*match.span()).blanked(text)
    kinds = [word for word in words.list_words(text) if word in words.REGIONAL]
    return (kinds[0] if kinds else None), text


def _counts_something_else(said: list[str]) -> bool:
    """Whether "hoeveel" asks for a number of profiles, quarters or regions rather than of indications."""
    counted = [word for word in said if word != "verschillende"]
    others = words.PROFILES | words.WHEN | words.REGIONAL
    return any(first in words.HOW_MANY and second in others for first, second in pairwise(counted))


def _is_about_figures(said: frozenset[str], names_profile: bool, names_date: bool) -> bool:
    """Whether words that all fit the table together ask for a number of it, not for what a profile is."""
    countable = said & (words.HOW_MANY | words.INDICATIONS | words.PERCENT | words.GROWTH | words.SHARE | words.INFLOW)
    computes = said & words.COMPUTING
    if names_profile and names_date:
        return bool(countable or computes or not said & {"wat", "hoe", "welk", "welke"})
    every_profile = said & words.PROFILES and said & (words.EACH | words.WHICH | words.TOTAL | words.COMPARISON)
    if every_profile and names_date and computes:
        return True
    if names_profile or every_profile or (said & words.PROFILES and said & (words.HIGHEST | words.LOWEST)):
        return bool(countable and (computes or names_date or said & words.HOW_MANY))
    asks_count = said & words.INDICATIONS and (computes or said & words.HOW_MANY)
    return bool(asks_count and (names_date or said & (words.HIGHEST | words.LOWEST)))


def _shape_query(said: frozenset[str], profiles: tuple[str, ...], period: AskedPeriod, place: str | None) -> FigureQuery | None:
    names_profiles = bool(said & words.PROFILES)
    query = FigureQuery(
        operation=_choose_operation(said, period),
        basis=_choose_basis(said),
        profiles=profiles,
        period=period,
        split=names_profiles and bool(said & ((words.EACH - {"alle"}) | words.WHICH | words.COMPARISON)),
        together=bool(said & words.TOTAL) and not said & words.COMPARISON,
        over_time=bool(said & words.WHEN and said & (words.WHICH | {"wanneer"}))
        and not (said & words.WHICH and names_profiles),
        place=place,
    )
    return None if _asks_beyond_table(said, query) else query


def _asks_beyond_table(said: frozenset[str], query: FigureQuery) -> bool:
    """Whether words that fit one by one ask together for what isn't computed here: then no number is better than another."""
    operation, basis, mentions = query.operation, query.basis, query.period.mentions
    changes = said & (words.GROWTH | words.DIFFERENCE)
    picks = words.WHICH | words.EACH | words.LATEST | words.EARLIEST | {"wanneer"}
    two_sided = len(query.profiles) > 1 or len(mentions) > 1 or query.period.years_back is not None
    forms = {"end" if mention.at_end else mention.form for mention in mentions}
    reasons = (
        # "1 januari van 2021, 2022 en 2023" asks for three days, of which two aren't written out.
        query.period.link == "points" and len(forms) > 1 and "year" in forms,
        "jaar" in said and (operation not in ("highest", "lowest") or basis != "count"),
        said & words.WHEN and not said & picks and not mentions,
        operation == "value" and basis == "growth",
        basis == "share" and (changes or operation == "ratio"),
        operation == "ratio" and changes,
        "verschil" in said and said & words.GROWTH and len(query.profiles) > 1,
        operation == "change" and changes and changes <= words.COMPARATIVE and not two_sided,
    )
    return any(reasons)


def _choose_operation(said: frozenset[str], period: AskedPeriod) -> Operation:
    quarterly = said & words.EACH and "kwartaal" in said
    flows = said & words.INFLOW and any(mention.form in ("year", "half") for mention in period.mentions)
    chosen: tuple[tuple[Operation, object], ...] = (
        ("ratio", said & words.RATIO),
        ("highest", said & words.HIGHEST or (said & words.WHICH and said & {"meer", "hoger", "groter"})),
        ("lowest", said & words.LOWEST or (said & words.WHICH and said & {"minder", "lager", "kleiner"})),
        ("average", said & words.AVERAGE),
        ("series", said & words.TREND or quarterly),
        ("change", said & (words.GROWTH | words.DIFFERENCE) or flows or period.years_back is not None),
    )
    return next((operation for operation, asked in chosen if asked), "value")


def _choose_basis(said: frozenset[str]) -> Basis:
    differences = said & (words.DIFFERENCE - words.COMPARATIVE)
    if said & words.SHARE or (said & words.PERCENT and not said & words.GROWTH and not differences and "van" in said):
        return "share"
    if said & words.PERCENT or (said & words.GROWTH and not differences):
        return "growth"
    if differences:
        return "difference"
    return "growth" if said & words.FASTEST else "count"


def _blank_out_dates(text: str, mentions: tuple[DateMention, ...]) -> str:
    for mention in mentions:
        text = Span(mention.begin, mention.end).blanked(text)
    return text
