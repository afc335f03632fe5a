"""Answers a typed question from the cells of the table: which figures it takes, what is computed, what is said."""

from collections.abc import Callable
from dataclasses import replace

from service.figures.asking.intents import Basis, Operation
from service.figures.table import operations, statements
from service.figures.table.changes import answer_change, answer_pace, answer_yearly, say_change
from service.figures.table.orders import answer_beyond, answer_crossing, answer_extreme, answer_ranking
from service.figures.table.period import day_before
from service.figures.table.statements import Statement, Subject
from service.figures.table.workbook import Workbook, list_days_with, list_subjects, take_figure

__all__ = ["Workbook", "state_answer"]

# Of more profiles than this the figures stand in one sentence, as a list.
_MOST_SENTENCES = 2


def state_answer(book: Workbook) -> tuple[Statement, ...]:
    """The sentences that answer the question; empty when the table can't. Raises OutsideFiguresError for a missing cell."""
    found = _ANSWERS[book.query.operation](book)
    return tuple(_disclaim_inflow(found) if book.query.inflow and found else found)


def _disclaim_inflow(found: list[Statement]) -> list[Statement]:
    """Where inflow was asked, the last sentence says that this isn't it: who left is not in a later stock."""
    last = replace(found[-1], sentence=f"{found[-1].sentence}; dit is de netto toename, niet de instroom")
    return [*found[:-1], last]


def _answer_kind(book: Workbook, kind: Basis) -> list[Statement]:
    """One figure, or the same figure of several profiles or on several dates."""
    subjects, days = list_subjects(book.query, book.cells), list_days_with(book, kind)
    if len(days) == 1 and len(subjects) > _MOST_SENTENCES:
        return [statements.say_profiles(kind, [take_figure(book, kind, subject, days[0]) for subject in subjects], book.note)]
    if len(days) == 1:
        return [_say_one(book, kind, subject, days[0]) for subject in subjects]
    return [
        statements.say_series(kind, subject, [take_figure(book, kind, subject, day) for day in days]) for subject in subjects
    ]


def _say_one(book: Workbook, kind: Basis, subject: Subject, day: str) -> Statement:
    figure = take_figure(book, kind, subject, day)
    if kind == "count":
        return statements.say_value(subject, figure, book.note)
    if kind == "share":
        return statements.say_share(subject, figure, book.note)
    if kind == "growth":
        return statements.say_growth(subject, figure, book.note)
    return say_change(book, subject, day_before(day, None, book.cells), day)


def _answer_value(book: Workbook) -> list[Statement]:
    if book.query.basis != "share":
        return _answer_kind(book, "count")
    return _answer_kind(book, "share") if book.query.profiles or book.query.split else []


def _answer_series(book: Workbook) -> list[Statement]:
    return _answer_kind(book, book.query.basis)


def _answer_change(book: Workbook) -> list[Statement]:
    changed = answer_change(book)
    return _answer_kind(book, "growth" if book.query.basis == "growth" else "difference") if changed is None else changed


def _answer_ratio(book: Workbook) -> list[Statement]:
    subjects = list_subjects(book.query, book.cells)
    if len(subjects) == 2 and len(book.days) == 1:
        first, second = (take_figure(book, "count", subject, book.days[0]) for subject in subjects)
        return [statements.say_ratio(*subjects, operations.compute_ratio(first, second), book.note)]
    if len(subjects) == 1 and len(book.days) > 1:
        earlier, later = (take_figure(book, "count", subjects[0], day) for day in (book.days[0], book.days[-1]))
        return [statements.say_ratio(subjects[0], subjects[0], operations.compute_ratio(later, earlier), book.note)]
    return []


def _answer_average(book: Workbook) -> list[Statement]:
    subjects, kind = list_subjects(book.query, book.cells), book.query.basis
    days = list_days_with(book, kind)
    if len(days) > 1:
        averages = [operations.compute_average([take_figure(book, kind, subject, day) for day in days]) for subject in subjects]
        return [statements.say_average(kind, subject, average) for subject, average in zip(subjects, averages, strict=True)]
    if len(subjects) > 1 and days:
        average = operations.compute_average([take_figure(book, kind, subject, days[0]) for subject in subjects])
        return [statements.say_average(kind, subjects[0], average)]
    return []


_ANSWERS: dict[Operation, Callable[[Workbook], list[Statement]]] = {
    "value": _answer_value,
    "series": _answer_series,
    "change": _answer_change,
    "yearly": answer_yearly,
    "ratio": _answer_ratio,
    "average": _answer_average,
    "highest": answer_extreme,
    "lowest": answer_extreme,
    "ranking": answer_ranking,
    "pace": answer_pace,
    "crossing": answer_crossing,
    "beyond": answer_beyond,
}
