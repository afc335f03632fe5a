"""Says in one Dutch sentence which figure is most or least, how profiles rank, and when a count crosses a bound."""

from collections.abc import Sequence

from indexer.dutch_dates import date_to_dutch
from service.figures.asking.amounts import Bound, Side
from service.figures.dutch_numbers import figure_to_dutch, number_to_dutch
from service.figures.table.statements import Statement, Subject, enumerate_parts
from service.types import CitedFigure

_SIDE_NAMES: dict[Side, str] = {"above": "boven", "at_least": "op of boven", "below": "onder"}


def say_extreme(what: str, highest: bool, places: Sequence[str], found: Sequence[CitedFigure]) -> Statement:
    """Where a figure is the highest or lowest; more than one place when they are equal."""
    said = figure_to_dutch(found[0].figure)
    return Statement(f"{what} het {'hoogst' if highest else 'laagst'} {enumerate_parts(places)}: {said}", tuple(found))


def say_ranking(what: str, ranked: Sequence[tuple[str, CitedFigure]], *, ascending: bool) -> Statement:
    """Profiles in order of a figure."""
    order = "van laag naar hoog" if ascending else "van hoog naar laag"
    listed = enumerate_parts([f"{name} ({figure_to_dutch(figure.figure)})" for name, figure in ranked])
    return Statement(f"{what}, {order}: {listed}", tuple(figure for _, figure in ranked))


def say_crossing(subject: Subject, bound: Bound, found: CitedFigure, *, stays: bool) -> Statement:
    """The first date beyond a bound, with the count on the date before it where there is one."""
    day, count = date_to_dutch(found.figure.day), figure_to_dutch(found.figure)
    since = "sinds" if stays else "voor het eerst op"
    sentence = f"het aantal indicaties {subject.name} {'ligt' if stays else 'lag'} {since} {day} {_say_bound(bound)}: {count}"
    before = found.computation.inputs[:-1] if found.computation else ()
    if before:
        earlier = before[0].figure
        sentence += f"; op de peildatum daarvoor, {date_to_dutch(earlier.day)}, waren het er {figure_to_dutch(earlier)}"
    else:
        sentence += "; dat is de eerste peildatum die er is"
    return Statement(sentence, (found,))


def say_never(subject: Subject, bound: Bound, nearest: CitedFigure, *, has_been: bool) -> Statement:
    """That a count is on no date beyond a bound, with the count that comes nearest; or not on the last date, with that count."""
    day, count = date_to_dutch(nearest.figure.day), figure_to_dutch(nearest.figure)
    if has_been:
        return Statement(f"op {day} lag het aantal indicaties {subject.name} niet {_say_bound(bound)}: {count}", (nearest,))
    extreme = "laagste" if bound.side == "below" else "hoogste"
    sentence = f"het aantal indicaties {subject.name} lag op geen van deze peildata {_say_bound(bound)}"
    return Statement(f"{sentence}; het {extreme} was {count} op {day}", (nearest,))


def say_dates_beyond(subject: Subject, bound: Bound, found: Sequence[CitedFigure]) -> Statement:
    """All dates on which a count is beyond a bound; the figures carry the counts."""
    days = enumerate_parts([date_to_dutch(figure.figure.day) for figure in found])
    return Statement(f"het aantal indicaties {subject.name} lag {_say_bound(bound)} op {days}", tuple(found))


def say_whether_beyond(subject: Subject, bound: Bound, held: CitedFigure) -> Statement:
    """Whether a count on a date is beyond a bound, with the count."""
    day, count = date_to_dutch(held.figure.day), figure_to_dutch(held.figure)
    holds = bound.holds(held.figure.value)
    sentence = f"{'ja' if holds else 'nee'}, op {day} waren er {count} indicaties {subject.name}"
    return Statement(f"{sentence}, dat is {'' if holds else 'niet '}{_say_bound(bound)}", (held,))


def say_profiles_beyond(bound: Bound, day: str, found: Sequence[CitedFigure], every: Sequence[CitedFigure]) -> Statement:
    """The profiles whose count on a date is beyond a bound, with their counts; or that there are none."""
    listed = (
        enumerate_parts([f"{one.figure.profile} ({figure_to_dutch(one.figure)})" for one in found]) if found else "geen profiel"
    )
    return Statement(
        f"op {date_to_dutch(day)} lag het aantal indicaties {_say_bound(bound)} bij {listed}", tuple(found or every)
    )


def _say_bound(bound: Bound) -> str:
    return f"{_SIDE_NAMES[bound.side]} {number_to_dutch(bound.number)}"
