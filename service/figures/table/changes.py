"""Answers what changed or differs: between two dates, between two profiles, per month."""

from itertools import pairwise

from indexer.dutch_dates import date_to_dutch
from service.figures.asking.intents import Basis
from service.figures.table import operations, statements
from service.figures.table.cells import outside_figures
from service.figures.table.period import day_before
from service.figures.table.statements import Statement, Subject
from service.figures.table.workbook import Workbook, list_subjects, take_figure, take_figure_between


def answer_change(book: Workbook) -> list[Statement] | None:
    """The change of each subject or the difference between two; None where the figure of each single date is asked."""
    subjects, query = list_subjects(book.query, book.cells), book.query
    if query.apart and len(subjects) == 2 and query.period.months_back is None:
        return _answer_apart(book, subjects)
    if book.chosen.is_span or (len(book.days) > 1 and query.basis != "growth"):
        first, last = _ends(book)
        return [say_change(book, subject, first, last) for subject in subjects]
    return None


def answer_yearly(book: Workbook) -> list[Statement]:
    """The growth of each subject over every whole year from the first date; raises OutsideFiguresError for less than one."""
    first = book.days[0]
    years = [day for day in book.days if day[4:] == first[4:]]
    if len(years) < 2:
        raise outside_figures(book.cells, f"Vanaf {date_to_dutch(first)} is er in die periode geen heel jaar")
    subjects = list_subjects(book.query, book.cells)
    return [say_change(book, subject, *pair) for subject in subjects for pair in pairwise(years)]


def answer_pace(book: Workbook) -> list[Statement]:
    """The change of each subject, spread evenly over the months, quarters or years between the two dates."""
    first, last = _ends(book) if len(book.days) > 1 or book.chosen.is_span else (None, book.days[-1])
    first = first or day_before(last, None, book.cells)
    found = []
    for subject in list_subjects(book.query, book.cells):
        earlier, later = (take_figure(book, "count", subject, day) for day in (first, last))
        pace = operations.compute_pace(earlier, later, book.query.rate or 1)
        found.append(statements.say_pace(subject, pace))
    return found


def say_change(book: Workbook, subject: Subject, first: str, last: str) -> Statement:
    """The change of one subject between two dates, as a number and as a percentage; of a share in percentage points."""
    if book.query.basis == "share":
        earlier, later = (take_figure(book, "share", subject, day) for day in (first, last))
        return statements.say_share_change(subject, operations.subtract(later, earlier))
    difference = take_figure_between(book, "difference", subject, first, last)
    growth = take_figure_between(book, "growth", subject, first, last)
    growth_first = book.query.basis == "growth"
    return statements.say_change(subject, difference, growth, growth_first=growth_first)


def _answer_apart(book: Workbook, subjects: tuple[Subject, ...]) -> list[Statement]:
    """How much two profiles differ on the date, or on the first and the last of several."""
    found = []
    for day in dict.fromkeys((book.days[0], book.days[-1])):
        one, other = subjects
        kind: Basis = "share" if book.query.basis == "share" else "count"
        first, second = (take_figure(book, kind, subject, day) for subject in (one, other))
        note = book.chosen.notes.get(day)
        if book.query.basis == "growth":
            found.append(statements.say_percentage_apart(one, other, operations.compute_growth(second, first), note))
        else:
            found.append(statements.say_difference(one, other, operations.subtract(first, second), note))
    return found


def _ends(book: Workbook) -> tuple[str, str]:
    if len(book.days) < 2:
        raise outside_figures(book.cells, f"Naast {date_to_dutch(book.days[0])} is er in die periode geen andere peildatum")
    return book.days[0], book.days[-1]
