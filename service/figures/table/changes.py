"""Answers what changed or differs: between two dates, between two profiles, per month."""

from dataclasses import replace

from indexer.dutch_dates import date_to_dutch
from service.figures.table import operations, statements
from service.figures.table.cells import outside_figures
from service.figures.table.period import day_before
from service.figures.table.statements import Statement, Subject
from service.figures.table.workbook import Workbook, list_subjects, take_figure, take_figure_between


def answer_change(book: Workbook) -> list[Statement] | None:
    """The change of each subject or the difference between two; None where the figure of each single date is asked."""
    subjects, query = list_subjects(book.query, book.cells), book.query
    if query.apart and len(subjects) == 2 and query.period.years_back is None:
        return _answer_apart(book, subjects)
    if book.chosen.is_span or (len(book.days) > 1 and query.basis != "growth"):
        first, last = _ends(book)
        return _disclaim_inflow(book, [say_change(book, subject, first, last) for subject in subjects])
    if query.period.years_back:
        first = day_before(book.days[-1], query.period.years_back, book.cells)
        return [say_change(book, subject, first, book.days[-1]) for subject in subjects]
    return None


def answer_pace(book: Workbook) -> list[Statement]:
    """The change of each subject, spread evenly over the months, quarters or years between the two dates."""
    first, last = _ends(book) if len(book.days) > 1 or book.chosen.is_span else (None, book.days[-1])
    first = first or day_before(last, book.query.period.years_back, book.cells)
    found = []
    for subject in list_subjects(book.query, book.cells):
        earlier, later = (take_figure(book, "count", subject, day) for day in (first, last))
        pace = operations.compute_pace(earlier, later, book.query.rate or 1)
        found.append(statements.say_pace(subject, pace))
    return _disclaim_inflow(book, found)


def say_change(book: Workbook, subject: Subject, first: str, last: str) -> Statement:
    """The change of one subject between two dates, as a number and as a percentage."""
    difference = take_figure_between(book, "difference", subject, first, last)
    growth = take_figure_between(book, "growth", subject, first, last)
    growth_first = book.query.basis == "growth"
    return statements.say_change(subject, difference, growth, growth_first=growth_first)


def _answer_apart(book: Workbook, subjects: tuple[Subject, ...]) -> list[Statement]:
    """How much two profiles differ on the date, or on the first and the last of several."""
    found = []
    for day in dict.fromkeys((book.days[0], book.days[-1])):
        one, other = subjects
        first, second = (take_figure(book, "count", subject, day) for subject in (one, other))
        note = book.chosen.notes.get(day)
        if book.query.basis == "growth":
            found.append(statements.say_percentage_apart(one, other, operations.compute_growth(second, first), note))
        else:
            found.append(statements.say_difference(one, other, operations.subtract(first, second), note))
    return found


def _disclaim_inflow(book: Workbook, found: list[Statement]) -> list[Statement]:
    """The sentences as they are; where inflow was asked the last one says that this isn't it: who left is not in a later stock."""
    if book.query.inflow and found:
        found[-1] = replace(found[-1], sentence=f"{found[-1].sentence}; dit is de netto toename, niet de instroom")
    return found


def _ends(book: Workbook) -> tuple[str, str]:
    if len(book.days) < 2:
        raise outside_figures(book.cells, f"Naast {date_to_dutch(book.days[0])} is er in die periode geen andere peildatum")
    return book.days[0], book.days[-1]
