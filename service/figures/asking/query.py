"""Turns a Dutch or English question into a typed question to the table of figures, or says that it isn't one."""

import re
from dataclasses import dataclass, replace

from corpus.types import Span
from service.figures.asking import vocabulary as words
from service.figures.asking.amounts import Bound, find_rate, take_bound, take_counted_dates, take_limit
from service.figures.asking.asked_period import AskedPeriod, drop_restated_dates, take_period
from service.figures.asking.english import english_to_dutch
from service.figures.asking.framings import cut_framing
from service.figures.asking.intents import (
    Basis,
    Heard,
    Operation,
    asks_beyond_table,
    asks_each_profile,
    asks_fall,
    asks_yes_or_no,
    choose_basis,
    choose_operation,
    counts_something_else,
    is_about_figures,
    sets_apart,
)
from service.figures.asking.places import take_place
from service.figures.asking.profile_groups import drop_appositions, drop_profile_count
from service.figures.asking.profile_names import find_profiles
from service.figures.asking.spellings import write_out
from service.figures.asking.typing_errors import mend_typing_errors

__all__ = ["AskedPeriod", "Basis", "FigureQuery", "Operation", "parse_figure_question"]

_DOWN = re.compile(r"\bvan\s+(?:groot|hoog|veel|meest|meeste)\s+naar\s+(?:klein|laag|weinig|minst|minste)\b", re.IGNORECASE)
# Its "van" isn't that of "hoeveel procent van".
_AGAINST = re.compile(r"\bten\s+opzichte\s+van\b", re.IGNORECASE)
_UP = re.compile(r"\bvan\s+(?:klein|laag|weinig|minst|minste)\s+naar\s+(?:groot|hoog|veel|meest|meeste)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """A question to the table. ``profiles`` are codes as named, also unknown ones; empty means all of them.

    ``basis``: what is said, compared or averaged; ``split``: every profile by itself; ``together``: their sum;
    ``over_time``: the best or worst date is asked, not the profile; ``place``: a region that the table isn't split by.

    ``apart``: two profiles against each other; ``bound``: a number that counts are held against, and ``stays``: since when
    for good, ``every``: on which dates at all; ``limit`` and ``ascending`` belong to a ranking; ``rate``: the months that a change
    is spread over; ``inflow``: asked as inflow, which a difference of two stocks isn't; ``yes_or_no``: whether a day is beyond the bound;
    ``counted_dates``: how many dates it says there are; ``impossible_date``: a day as written that no calendar has.
    """

    operation: Operation
    basis: Basis
    profiles: tuple[str, ...]
    period: AskedPeriod
    split: bool = False
    together: bool = False
    over_time: bool = False
    place: str | None = None
    apart: bool = False
    bound: Bound | None = None
    stays: bool = False
    every: bool = False
    limit: int | None = None
    ascending: bool = False
    rate: int | None = None
    inflow: bool = False
    yes_or_no: bool = False
    counted_dates: int | None = None
    impossible_date: str | None = None


def parse_figure_question(question: str, known_profiles: tuple[str, ...]) -> FigureQuery | None:
    """The typed question, or None when a word, a number or a date in it doesn't belong to a question about this table."""
    text = " ".join(question.split())
    text = cut_framing(write_out(text.lower() if text.isupper() else text))
    text = drop_restated_dates(english_to_dutch(text))
    named = find_profiles(mend_typing_errors(text), known_profiles)
    bound, rest = take_bound(drop_profile_count(drop_appositions(named.rest), len(named.codes), len(known_profiles)))
    limit, rest = take_limit(rest)
    down, up = _DOWN.search(rest), _UP.search(rest)
    for order in filter(None, (down, up)):
        rest = Span(*order.span()).blanked(rest)
    period, rest = take_period(rest)
    place, rest = take_place(rest)
    counted_dates, rest = take_counted_dates(rest)
    said = words.list_words(_AGAINST.sub(" tov ", rest))
    unclear = any(mention.form == "unclear" and not mention.impossible for mention in period.mentions)
    if unclear or not words.VOCABULARY.issuperset(said) or counts_something_else(said):
        return None
    falls = asks_fall(frozenset(said)) and not bound
    heard = Heard(
        said=frozenset(said),
        profiles=named.codes,
        period=period,
        bound=Bound("below", 0) if falls else bound,
        limit=limit,
        rate=find_rate(rest),
        ranked=bool(down or up),
        each_profile=asks_each_profile(said),
        asks_fall=falls,
    )
    query = _shape_query(heard, place, ascending=bool(up)) if is_about_figures(heard) else None
    return replace(query, counted_dates=counted_dates) if query else None


def _shape_query(heard: Heard, place: str | None, *, ascending: bool) -> FigureQuery | None:
    said = heard.said
    operation, basis = choose_operation(heard), choose_basis(heard)
    if asks_beyond_table(heard, operation, basis):
        return None
    names_profiles = bool(said & words.PROFILES)
    return FigureQuery(
        operation=operation,
        basis=basis,
        profiles=heard.profiles,
        period=heard.period,
        split=heard.each_profile,
        together=bool(said & words.TOTAL) and not said & words.COMPARISON,
        over_time=bool(said & words.WHEN and said & (words.WHICH | {"wanneer"}))
        and not (said & words.WHICH and names_profiles),
        place=place,
        apart=sets_apart(heard),
        bound=heard.bound,
        stays=bool(said & {"sinds", "vanaf"}) and not heard.period.mentions,
        every=bool(said & {"welke"} and said & {"peildata", "kwartalen", "datums", "momenten"}),
        limit=heard.limit,
        ascending=ascending or bool(said & (words.LOWEST | {"trager", "langzamer", "zwakker"})),
        rate=heard.rate,
        inflow=bool(said & words.FLOWING),
        impossible_date=heard.period.find_impossible(),
        yes_or_no=operation == "crossing" and asks_yes_or_no(heard),
    )
