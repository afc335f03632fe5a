"""Answers what is most, least, first or beyond: extremes, rankings, and when or where counts cross a bound."""

from indexer.dutch_dates import date_to_dutch
from service.figures.asking.amounts import Bound
from service.figures.table import operations, order_statements, statements
from service.figures.table.statements import Statement, Subject
from service.figures.table.workbook import (
    Workbook,
    list_days_with,
    list_profiles,
    list_subjects,
    take_figure,
    take_figure_between,
)
from service.types import CitedFigure


def answer_extreme(book: Workbook) -> list[Statement]:
    """The highest or lowest figure with the profile and the date that it is of."""
    query, kind = book.query, book.query.basis
    one_subject = len(query.profiles) == 1 or query.over_time
    subjects = list_subjects(query, book.cells) if one_subject else list_profiles(query, book.cells)
    highest = query.operation == "highest"
    if _compares_changes(book) and not one_subject:
        what = f"{_say_span(book)} was {statements.name_series(kind).removesuffix(statements.SINCE_BEFORE)}"
        found = {f"bij {subject.name}": figure for subject, figure in _figures_per_profile(book, subjects)}
    else:
        what = f"{statements.name_series(kind, subjects[0] if len(subjects) == 1 else None)} was"
        found = {
            f"{'' if len(subjects) == 1 else f'bij {subject.name} '}op {date_to_dutch(day)}": take_figure(
                book, kind, subject, day
            )
            for subject in subjects
            for day in list_days_with(book, kind)
        }
    chosen = operations.pick_extreme(tuple(found.values()), "hoogste" if highest else "laagste") if found else ()
    places = [place for place, figure in found.items() if chosen and figure.figure.value == chosen[0].figure.value]
    return [order_statements.say_extreme(what, highest, places, chosen)] if found else []


def answer_ranking(book: Workbook) -> list[Statement]:
    """The profiles in order of their figure on the last date, or of their change over a span; as many as were asked for."""
    found = _figures_per_profile(book, list_profiles(book.query, book.cells))
    ranked = operations.rank([figure for _, figure in found], ascending=book.query.ascending)[: book.query.limit]
    names = {id(figure.figure): subject.name for subject, figure in found}
    listed = [(names[id(figure.figure)], figure) for figure in ranked]
    kind = statements.name_series(book.query.basis)
    if _compares_changes(book):
        what = f"{_say_span(book)}, {kind.removesuffix(statements.SINCE_BEFORE)}"
    else:
        what = f"{kind} op {date_to_dutch(book.days[-1])}"
    return [order_statements.say_ranking(what, listed, ascending=book.query.ascending)] if listed else []


def answer_crossing(book: Workbook) -> list[Statement]:
    """The date on which a count is first beyond a bound, the date since which it stays there, or all such dates."""
    bound = book.query.bound
    if bound is None:
        return []
    if book.query.yes_or_no:
        return [_confirm(book, bound, subject) for subject in list_subjects(book.query, book.cells)]
    return [_cross(book, bound, subject) for subject in list_subjects(book.query, book.cells)]


def answer_beyond(book: Workbook) -> list[Statement]:
    """The profiles whose figure on the last date, or change over a span, is beyond a bound; below zero they fell."""
    bound, kind = book.query.bound, book.query.basis
    if bound is None:
        return []
    found = [
        (subject.name, operations.hold_against(figure, bound))
        for subject, figure in _figures_per_profile(book, list_profiles(book.query, book.cells))
    ]
    beyond = [(name, figure) for name, figure in found if bound.holds(figure.figure.value)]
    over_span = _compares_changes(book)
    when = _say_span(book) if over_span else f"op {date_to_dutch(book.days[-1])}"
    name = statements.name_series(kind).removesuffix(statements.SINCE_BEFORE if over_span else "")
    if kind == "difference":
        return [order_statements.say_fallen(when if over_span else f"{when}, sinds de vorige peildatum,", beyond, found)]
    return [order_statements.say_profiles_beyond(f"{when} lag {name}", bound, beyond, found)]


def _confirm(book: Workbook, bound: Bound, subject: Subject) -> Statement:
    kind = book.query.basis
    held = operations.hold_against(take_figure(book, kind, subject, book.days[-1]), bound)
    return order_statements.say_whether_beyond(kind, subject, bound, held)


def _cross(book: Workbook, bound: Bound, subject: Subject) -> Statement:
    kind = book.query.basis
    name, days = statements.name_row(kind, subject), list_days_with(book, kind)
    figures = [take_figure(book, kind, subject, day) for day in days]
    beyond = [bound.holds(figure.figure.value) for figure in figures]
    if not any(beyond) or (book.query.stays and not beyond[-1]):
        nearest = operations.pick_extreme(tuple(figures), "laagste" if bound.side == "below" else "hoogste")[0]
        held = operations.hold_against(figures[-1] if any(beyond) else nearest, bound)
        return order_statements.say_never(name, bound, held, has_been=any(beyond))
    if book.query.every:
        chosen = [
            operations.hold_against(figure, bound) for figure, is_beyond in zip(figures, beyond, strict=True) if is_beyond
        ]
        return order_statements.say_dates_beyond(name, bound, chosen)
    position = beyond.index(True)
    if book.query.stays:
        position = len(beyond) - next((back for back, still in enumerate(reversed(beyond)) if not still), len(beyond))
    before = _figure_before(book, subject, days[position])
    held = operations.hold_against(figures[position], bound, before)
    return order_statements.say_crossing(name, bound, held, before, stays=book.query.stays)


def _figure_before(book: Workbook, subject: Subject, day: str) -> CitedFigure | None:
    kind, position = book.query.basis, book.cells.dates.index(day)
    first = 0 if kind in ("count", "share") else 1
    return take_figure(book, kind, subject, book.cells.dates[position - 1]) if position > first else None


def _figures_per_profile(book: Workbook, subjects: tuple[Subject, ...]) -> list[tuple[Subject, CitedFigure]]:
    kind = book.query.basis
    if _compares_changes(book):
        return [(one, take_figure_between(book, kind, one, book.days[0], book.days[-1])) for one in subjects]
    return [(one, take_figure(book, kind, one, book.days[-1])) for one in subjects]


def _compares_changes(book: Workbook) -> bool:
    return book.chosen.is_span and book.query.basis in ("growth", "difference")


def _say_span(book: Workbook) -> str:
    return f"van {date_to_dutch(book.days[0])} tot {date_to_dutch(book.days[-1])}"
