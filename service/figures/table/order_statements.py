"""Says in one Dutch sentence which figure is most or least, how profiles rank, and when a count crosses a bound."""

from collections.abc import Sequence

from indexer.dutch_dates import date_to_dutch
from service.figures.asking.amounts import Bound, Side
from service.figures.asking.intents import Basis
from service.figures.dutch_numbers import figure_to_dutch
from service.figures.table.operations import bound_to_dutch
from service.figures.table.statements import Statement, Subject, enumerate_parts, name_row
from service.types import CitedFigure

# A figure with the name of the profile that it is of.
Named = tuple[str, CitedFigure]

_SIDE_NAMES: dict[Side, str] = {"above": "boven", "at_least": "op of boven", "below": "onder"}


def say_extreme(what: str, highest: bool, places: Sequence[str], found: Sequence[CitedFigure]) -> Statement:
    """Where a figure is the highest or lowest; more than one place when they are equal."""
    said = figure_to_dutch(found[0].figure)
    return Statement(f"{what} het {'hoogst' if highest else 'laagst'} {enumerate_parts(places)}: {said}", tuple(found))


def say_ranking(what: str, ranked: Sequence[Named], *, ascending: bool) -> Statement:
    """Profiles in order of a figure."""
    order = "van laag naar hoog" if ascending else "van hoog naar laag"
    return Statement(f"{what}, {order}: {_list_named(ranked)}", tuple(figure for _, figure in ranked))


def say_crossing(name: str, bound: Bound, found: CitedFigure, before: CitedFigure | None, *, stays: bool) -> Statement:
    """The first date beyond a bound, with the figure on the date before it where there is one; ``name`` says what of."""
    day, said = date_to_dutch(found.figure.day), figure_to_dutch(found.figure)
    since = "sinds" if stays else "voor het eerst op"
    sentence = f"{name} {'ligt' if stays else 'lag'} {since} {day} {_say_bound(bound)}: {said}"
    if before:
        was = "was het" if bound.percent else "waren het er"
        sentence += f"; op de peildatum daarvoor, {date_to_dutch(before.figure.day)}, {was} {figure_to_dutch(before.figure)}"
    else:
        sentence += "; dat is de eerste peildatum die er is" if not bound.percent else "; van een eerdere peildatum is er geen"
    return Statement(sentence, (found,))


def say_never(name: str, bound: Bound, nearest: CitedFigure, *, has_been: bool) -> Statement:
    """That a figure is on no date beyond a bound, with the one that comes nearest; or not on the last date, with that one."""
    day, said = date_to_dutch(nearest.figure.day), figure_to_dutch(nearest.figure)
    if has_been:
        return Statement(f"op {day} lag {name} niet {_say_bound(bound)}: {said}", (nearest,))
    extreme = "laagste" if bound.side == "below" else "hoogste"
    return Statement(f"{name} lag op geen van deze peildata {_say_bound(bound)}; het {extreme} was {said} op {day}", (nearest,))


def say_dates_beyond(name: str, bound: Bound, found: Sequence[CitedFigure]) -> Statement:
    """All dates on which a figure is beyond a bound; the figures carry the values."""
    days = enumerate_parts([date_to_dutch(figure.figure.day) for figure in found])
    return Statement(f"{name} lag {_say_bound(bound)} op {days}", tuple(found))


def say_whether_beyond(kind: Basis, subject: Subject, bound: Bound, held: CitedFigure) -> Statement:
    """Whether a figure on a date is beyond a bound, with the figure."""
    day, said, holds = date_to_dutch(held.figure.day), figure_to_dutch(held.figure), bound.holds(held.figure.value)
    fact = f"waren er {said} indicaties {subject.name}" if kind == "count" else f"was {name_row(kind, subject)} {said}"
    beyond = f"dat is {'' if holds else 'niet '}{_say_bound(bound)}"
    return Statement(f"{'ja' if holds else 'nee'}, op {day} {fact}, {beyond}", (held,))


def say_profiles_beyond(lead: str, bound: Bound, found: Sequence[Named], every: Sequence[Named]) -> Statement:
    """The profiles whose figure is beyond a bound, with their figures; or that there are none."""
    listed = _list_named(found) if found else "geen profiel"
    return Statement(f"{lead} {_say_bound(bound)} bij {listed}", tuple(figure for _, figure in found or every))


def say_fallen(when: str, found: Sequence[Named], every: Sequence[Named]) -> Statement:
    """The profiles of which there came fewer; where there are none that is said, with the change of each."""
    if found:
        return Statement(f"{when} daalde het aantal indicaties bij {_list_named(found)}", tuple(figure for _, figure in found))
    sentence = f"{when} daalde het aantal indicaties bij geen enkel profiel; de toename was: {_list_named(every)}"
    return Statement(sentence, tuple(figure for _, figure in every))


def _list_named(named: Sequence[Named]) -> str:
    return enumerate_parts([f"{name} ({figure_to_dutch(figure.figure)})" for name, figure in named])


def _say_bound(bound: Bound) -> str:
    return f"{_SIDE_NAMES[bound.side]} {bound_to_dutch(bound)}"
