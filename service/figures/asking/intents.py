"""What a question to the table asks for, told from its words: which operation, on which numbers, and when that is too much."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from service.figures.asking import vocabulary as words
from service.figures.asking.amounts import Bound
from service.figures.asking.asked_period import AskedPeriod

Operation = Literal[
    "value", "change", "yearly", "highest", "lowest", "ratio", "average", "series", "ranking", "pace", "crossing", "beyond"
]
Basis = Literal["count", "growth", "difference", "share"]


_CAME = frozenset(("kwam", "kwamen", "gekomen"))
_INCREASES = words.DIFFERENCE - words.COMPARATIVE - _CAME


@dataclass(frozen=True, slots=True)
class Heard:
    """A question taken apart: its words, profiles, dates and bare numbers; ``rate`` in months, ``ranked`` "van hoog naar laag".

    ``asks_fall``: which profile fell or when, which ``bound`` then says too (below 0).
    """

    said: frozenset[str]
    profiles: tuple[str, ...]
    period: AskedPeriod
    bound: Bound | None = None
    limit: int | None = None
    rate: int | None = None
    ranked: bool = False
    each_profile: bool = False
    asks_fall: bool = False


def asks_each_profile(said: list[str]) -> bool:
    """Whether every profile is asked by itself: "per profiel", "welke profielen", not the "per" of "per maand"."""
    before = {first for first, second in pairwise(said) if second in words.PROFILES}
    # An overview gives each; any other number of "alle profielen" is their sum.
    if "overzicht" in said and "alle" in before and not words.TOTAL.intersection(said):
        return True
    alone = words.WHICH | words.COMPARISON | {"afzonderlijk", "afzonderlijke", "apart", "verschillende"}
    return bool(before & (words.EACH - {"alle"}) or (words.PROFILES.intersection(said) and alone.intersection(said)))


def asks_fall(said: frozenset[str]) -> bool:
    """Whether it is asked which profile fell, or when: not by how much something changed, which may turn out to be a rise."""
    picks = words.WHICH | words.HIGHEST | words.LOWEST | {"wanneer"}
    return bool(said & words.FALLING and said & picks) and not said & (words.PERCENT | words.SHARE | {"hoeveel"})


def counts_something_else(said: list[str]) -> bool:
    """Whether "hoeveel" asks for a number of profiles, quarters or regions rather than of indications."""
    counted = [word for word in said if word != "verschillende"]
    others = (words.PROFILES | words.WHEN | words.REGIONAL | words.MONTHS_COUNTED) - {"wanneer", "moment", "datum", "peildatum"}
    return any(first in words.HOW_MANY and second in others for first, second in pairwise(counted))


def is_about_figures(heard: Heard) -> bool:
    """Whether words that all fit the table together ask for a number of it, not for what a profile is."""
    said, names_profile, names_date = heard.said, bool(heard.profiles), bool(heard.period.mentions)
    countable = said & (words.HOW_MANY | words.INDICATIONS | words.PERCENT | words.GROWTH | words.SHARE | words.INFLOW)
    computes = bool(said & words.COMPUTING or heard.rate or heard.bound or heard.ranked or heard.limit)
    profiles_or_counts = names_profile or bool(said & (words.PROFILES | words.INDICATIONS | words.TOTAL))
    if heard.bound and heard.bound.percent and said & words.WHEN and countable:
        return True
    if heard.bound or heard.ranked or heard.limit or said & words.RANKING:
        return profiles_or_counts
    if names_profile and names_date:
        return bool(countable or computes or not said & {"wat", "hoe", "welk", "welke"})
    every_profile = said & words.PROFILES and said & (words.EACH | words.WHICH | words.TOTAL | words.COMPARISON)
    if every_profile and names_date and computes:
        return True
    if names_profile and said & words.DEVELOPMENT:
        return True
    if said & words.PROFILES and said & words.SIZES and not said & words.DIFFERENCE:
        return True
    if names_profile or every_profile or (said & words.PROFILES and said & (words.HIGHEST | words.LOWEST)):
        return bool(countable and (computes or names_date or said & words.HOW_MANY))
    if said & words.TOTAL and names_date and said & (words.GROWTH | words.DIFFERENCE - words.COMPARATIVE):
        return True
    asks_count = said & words.INDICATIONS and (computes or said & words.HOW_MANY)
    latest = "hoeveel" in said and (heard.period.pick == "last" or said & words.TOTAL) and not said & words.PEOPLE
    return bool(asks_count and (names_date or latest or said & (words.HIGHEST | words.LOWEST)))


def choose_operation(heard: Heard) -> Operation:
    """What is to be done with the cells; "value" where nothing is to be computed."""
    said, period = heard.said, heard.period
    quarterly = said & words.EACH and "kwartaal" in said
    timed = any(mention.form in ("year", "half", "quarter", "month", "stretch") for mention in period.mentions)
    flows = said & words.FLOWING and (timed or period.link != "points" or not period.mentions)
    spread = heard.rate and (heard.rate != 3 or said & words.AVERAGE) and _changes_count(heard)
    chosen: tuple[tuple[Operation, object], ...] = (
        ("beyond", heard.bound and said & words.PROFILES and (said & words.WHICH or heard.asks_fall)),
        ("crossing", heard.bound),
        ("ranking", said & words.RANKING or heard.limit or heard.ranked or (said & words.FASTER and len(heard.profiles) > 1)),
        ("ratio", said & words.RATIO),
        # Of two named profiles the difference says which is more, with both their numbers.
        ("change", said & words.WHICH and sets_apart(heard) and len(period.mentions) < 2),
        ("highest", said & words.HIGHEST or (said & words.WHICH and said & {"meer", "hoger", "groter", *words.FASTER})),
        ("lowest", said & words.LOWEST or (said & words.WHICH and said & {"minder", "lager", "kleiner"})),
        ("pace", spread),
        ("average", said & words.AVERAGE),
        ("series", said & words.TREND or quarterly),
        ("yearly", heard.rate == 12 and said & words.PERCENT and said & (words.GROWTH | words.DIFFERENCE)),
        ("change", said & (words.GROWTH | words.DIFFERENCE) or flows or period.months_back is not None or period.compared),
    )
    return next((operation for operation, asked in chosen if asked), "value")


def choose_basis(heard: Heard) -> Basis:
    """Which numbers the operation is about."""
    said = heard.said
    if heard.asks_fall:
        return "difference"
    if heard.bound:
        return ("share" if said & words.SHARE else "growth") if heard.bound.percent else "count"
    if said & words.FASTER:
        return "growth"
    differences = said & (words.DIFFERENCE - words.COMPARATIVE)
    if said & words.SHARE or (said & words.PERCENT and not said & words.GROWTH and not differences and "van" in said):
        return "share"
    if said & words.PERCENT or (said & words.GROWTH and not differences):
        return "growth"
    if differences:
        return "difference"
    return "growth" if said & words.FASTEST else "count"


def _changes_count(heard: Heard) -> bool:
    """Whether a change in indications is asked for; "de gemiddelde groei per kwartaal" is one in the percents that are printed."""
    said = heard.said
    counted = words.DIFFERENCE | words.FLOWING | (words.GROWTH if heard.rate != 3 or said & words.HOW_MANY else frozenset())
    return bool(said & counted) and not said & words.PERCENT


def sets_apart(heard: Heard) -> bool:
    """Whether two profiles are held against each other, rather than each against its own past."""
    changes = heard.said & (words.GROWTH | words.DIFFERENCE)
    return len(heard.profiles) == 2 and bool(changes) and changes <= words.COMPARATIVE | words.DISTANCE


def asks_beyond_table(heard: Heard, operation: Operation, basis: Basis) -> bool:
    """Whether words that fit one by one ask together for what isn't computed here: then no number is better than another."""
    return any((*_clashes_in_time(heard, operation, basis), *_clashes_in_measure(heard, operation, basis)))


def asks_yes_or_no(heard: Heard) -> bool:
    """Whether a bound is asked of one day: "waren er op 1 juli 2022 meer dan 10.000 indicaties?"."""
    days = [mention.form for mention in heard.period.mentions]
    return days in (["day"], ["month"], ["quarter"]) and not heard.said & {"wanneer", "wat", "hoe", *words.WHICH}


def _clashes_in_time(heard: Heard, operation: Operation, basis: Basis) -> tuple[bool, ...]:
    said, period = heard.said, heard.period
    picks = words.WHICH | words.EACH | words.LATEST | words.EARLIEST | {"wanneer"}
    forms = {"end" if mention.at_end else mention.form for mention in period.mentions}
    found_by_year = operation in ("highest", "lowest") and basis == "count"
    return (
        # "1 januari van 2021, 2022 en 2023" asks for three days, of which two aren't written out.
        period.link == "points" and len(forms) > 1 and "year" in forms,
        "jaar" in said and not found_by_year and operation not in ("pace", "yearly"),
        bool(said & words.MONTHS_COUNTED or heard.rate in (1, 12)) and operation not in ("pace", "yearly"),
        bool(said & words.WHEN and not said & picks and not period.mentions) and operation not in ("pace", "crossing"),
        # A year has four counts, of which none is "the" one to divide.
        operation == "ratio" and bool(forms & {"year", "half", "stretch"}) and period.link != "since",
        bool(said & words.MULTIPLIED) and bool(said & (words.WHEN | {"wanneer"})),
        operation == "yearly" and ((period.link == "points" and bool(period.mentions)) or bool(said & words.AVERAGE)),
        bool(period.months_back) and (len(period.mentions) > 1 or operation in ("crossing", "beyond", "average", "yearly")),
        operation == "pace" and len(period.mentions) > 1 and period.link == "points",
    )


def _clashes_in_measure(heard: Heard, operation: Operation, basis: Basis) -> tuple[bool, ...]:
    said, several = heard.said, len(heard.profiles) > 1
    changes = said & (words.GROWTH | words.DIFFERENCE)
    two_sided = (
        several or len(heard.period.mentions) > 1 or heard.period.months_back is not None or heard.period.link == "since"
    )
    bounded = operation in ("crossing", "beyond")
    return (
        operation == "value" and (basis == "growth" or bool(said & words.FLOWING)),
        bool(said & words.HIGHEST and said & words.LOWEST),
        # A share changes by points, which not everyone means who says "hoeveel procent".
        basis == "share" and (bool(changes) or operation == "change") and not (said & words.POINTS or heard.period.compared),
        basis == "share" and operation in ("ratio", "yearly"),
        # Which of them are added up isn't said: "de drie profielen samen".
        operation == "ranking" and bool(heard.limit) and bool(said & words.TOTAL),
        bool(said & words.POINTS) and (basis != "share" or operation != "change"),
        bool(said & words.FASTER) and operation not in ("ranking", "highest", "lowest"),
        operation == "ratio" and bool(changes),
        # Who flows out is nowhere in the table.
        bool(said & words.FLOWING and "uit" in said),
        # "Neemt de groei af?" is about the growth of the growth.
        bool(said & words.GROWTH & {"groei", "stijging", "kwartaalgroei", "groeitempo"} and said & words.FALLING),
        "verschil" in said and bool(said & words.GROWTH) and several,
        operation == "change" and bool(changes) and changes <= words.COMPARATIVE and not two_sided,
        # Of two profiles neither is the one that "het procentuele verschil" is a percentage of; of three none is the other.
        sets_apart(heard) and basis == "growth" and (bool(said & words.DISTANCE) or heard.period.link != "points"),
        len(heard.profiles) > 2 and bool(said & words.DISTANCE) and not heard.period.mentions[1:],
        operation == "pace" and basis == "share",
        bounded and "hoeveel" in said,
        bounded and basis == "growth" and not said & (words.GROWTH | words.DIFFERENCE - words.COMPARATIVE),
        # "Wanneer kwamen er meer dan 500 bij" is about what came, not about what there was.
        bounded and basis == "count" and bool(said & (_INCREASES | words.GROWTH) or (said & _CAME and "bij" in said)),
        operation == "crossing" and not said & (words.WHICH | {"wanneer", "eerst", "eerste"}) and not asks_yes_or_no(heard),
        operation == "crossing" and several and not said & words.TOTAL,
    )
