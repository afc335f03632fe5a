"""Answers a typed question from the cells of the table: which figures it takes, what is computed, what is said."""

from collections.abc import Callable
from dataclasses import dataclass

from indexer.dutch_dates import date_to_dutch
from service.figures import operations, statements
from service.figures.cells import FigureCells, join_profiles, outside_figures
from service.figures.evidence import Evidence, cite_cell
from service.figures.period import ChosenDates, day_before
from service.figures.query import Basis, FigureQuery, Operation
from service.figures.statements import Statement, Subject
from service.types import CitedFigure

# Of more profiles than this the figures stand in one sentence, as a list.
_MOST_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Workbook:
    """All that an answer is made from."""

    query: FigureQuery
    cells: FigureCells
    chosen: ChosenDates
    evidence: Evidence

    @property
    def days(self) -> tuple[str, ...]:
        """The chosen reference dates, ascending."""
        return self.chosen.days

    @property
    def note(self) -> str | None:
        """How the last date was chosen, if the question doesn't say it."""
        return self.chosen.notes.get(self.days[-1])


def state_answer(book: Workbook) -> tuple[Statement, ...]:
    """The sentences that answer the question; empty when the table can't. Raises OutsideFiguresError for a missing cell."""
    return tuple(_ANSWERS[book.query.operation](book))


def list_subjects(query: FigureQuery, cells: FigureCells) -> tuple[Subject, ...]:
    """What the question is about: profiles by themselves, or a sum of them where none is named or a sum is asked."""
    profiles = query.profiles or cells.profiles
    adds_up = query.together if query.profiles else not query.split
    if adds_up and len(profiles) > 1:
        return (Subject(profiles, f"voor {join_profiles(profiles)} samen"),)
    return tuple(Subject((profile,), profile) for profile in profiles)


def _figure(book: Workbook, kind: Basis, subject: Subject, day: str) -> CitedFigure:
    """The figure of this kind on this date; growth and difference are those since the reference date before."""
    if kind == "count":
        return operations.add_up([cite_cell(book.evidence, book.cells.count(profile, day)) for profile in subject.profiles])
    if kind == "growth" and len(subject.profiles) == 1:
        return cite_cell(book.evidence, book.cells.growth(subject.profiles[0], day))
    later = _figure(book, "count", subject, day)
    if kind == "share":
        return operations.compute_share(later, _figure(book, "count", Subject(book.cells.profiles, ""), day))
    earlier = _figure(book, "count", subject, day_before(day, None, book.cells))
    return operations.compute_growth(earlier, later) if kind == "growth" else operations.subtract(later, earlier)


def _figure_between(book: Workbook, kind: Basis, subject: Subject, first: str, last: str) -> CitedFigure:
    earlier, later = (_figure(book, "count", subject, day) for day in (first, last))
    return operations.compute_growth(earlier, later) if kind == "growth" else operations.subtract(later, earlier)


def _days_with(book: Workbook, kind: Basis) -> tuple[str, ...]:
    """The chosen dates that have such a figure: of several, the first of the table has none to grow from."""
    always = kind in ("count", "share") or len(book.days) == 1
    return tuple(day for day in book.days if always or day != book.cells.dates[0])


def _answer_kind(book: Workbook, kind: Basis) -> list[Statement]:
    """One figure, or the same figure of several profiles or on several dates."""
    subjects, days = list_subjects(book.query, book.cells), _days_with(book, kind)
    if len(days) == 1 and len(subjects) > _MOST_SENTENCES:
        return [statements.say_profiles(kind, [_figure(book, kind, subject, days[0]) for subject in subjects], book.note)]
    if len(days) == 1:
        return [_say_one(book, kind, subject, days[0]) for subject in subjects]
    return [statements.say_series(kind, subject, [_figure(book, kind, subject, day) for day in days]) for subject in subjects]


def _say_one(book: Workbook, kind: Basis, subject: Subject, day: str) -> Statement:
    figure = _figure(book, kind, subject, day)
    if kind == "count":
        return statements.say_value(subject, figure, book.note)
    if kind == "share":
        return statements.say_share(subject, figure, book.note)
    if kind == "growth":
        return statements.say_growth(subject, figure, book.note)
    return _say_change(book, subject, day_before(day, None, book.cells), day)


def _say_change(book: Workbook, subject: Subject, first: str, last: str) -> Statement:
    difference = _figure_between(book, "difference", subject, first, last)
    growth = _figure_between(book, "growth", subject, first, last)
    return statements.say_change(subject, difference, growth, growth_first=book.query.basis == "growth")


def _answer_value(book: Workbook) -> list[Statement]:
    if book.query.basis != "share":
        return _answer_kind(book, "count")
    return _answer_kind(book, "share") if book.query.profiles or book.query.split else []


def _answer_series(book: Workbook) -> list[Statement]:
    return _answer_kind(book, book.query.basis)


def _answer_change(book: Workbook) -> list[Statement]:
    subjects, query = list_subjects(book.query, book.cells), book.query
    if book.chosen.is_span or (len(book.days) > 1 and query.basis != "growth"):
        if len(book.days) < 2:
            raise outside_figures(book.cells, f"Naast {date_to_dutch(book.days[0])} is er in die periode geen andere peildatum")
        return [_say_change(book, subject, book.days[0], book.days[-1]) for subject in subjects]
    if query.period.years_back:
        earlier = [day_before(day, query.period.years_back, book.cells) for day in book.days]
        return [_say_change(book, subject, earlier[-1], book.days[-1]) for subject in subjects]
    if query.basis == "growth":
        return _answer_kind(book, "growth")
    if len(subjects) == 2 and query.period.years_back is None:
        first, second = (_figure(book, "count", subject, book.days[-1]) for subject in subjects)
        return [statements.say_difference(*subjects, operations.subtract(first, second), book.note)]
    return _answer_kind(book, "difference")


def _answer_ratio(book: Workbook) -> list[Statement]:
    subjects = list_subjects(book.query, book.cells)
    if len(subjects) == 2 and len(book.days) == 1:
        first, second = (_figure(book, "count", subject, book.days[0]) for subject in subjects)
        return [statements.say_ratio(*subjects, operations.compute_ratio(first, second), book.note)]
    if len(subjects) == 1 and len(book.days) > 1:
        earlier, later = (_figure(book, "count", subjects[0], day) for day in (book.days[0], book.days[-1]))
        return [statements.say_ratio(subjects[0], subjects[0], operations.compute_ratio(later, earlier), book.note)]
    return []


def _answer_average(book: Workbook) -> list[Statement]:
    subjects, kind = list_subjects(book.query, book.cells), book.query.basis
    days = _days_with(book, kind)
    if len(days) > 1:
        averages = [operations.compute_average([_figure(book, kind, subject, day) for day in days]) for subject in subjects]
        return [statements.say_average(kind, subject, average) for subject, average in zip(subjects, averages, strict=True)]
    if len(subjects) > 1 and days:
        average = operations.compute_average([_figure(book, kind, subject, days[0]) for subject in subjects])
        return [statements.say_average(kind, subjects[0], average)]
    return []


def _answer_extreme(book: Workbook) -> list[Statement]:
    query, kind = book.query, book.query.basis
    one_subject = len(query.profiles) == 1 or query.over_time
    profiles = query.profiles or book.cells.profiles
    subjects = list_subjects(query, book.cells) if one_subject else tuple(Subject((code,), code) for code in profiles)
    if book.chosen.is_span and kind in ("growth", "difference") and not one_subject:
        days = f"van {date_to_dutch(book.days[0])} tot {date_to_dutch(book.days[-1])}"
        what = f"{days} was {statements.name_series(kind).removesuffix(' sinds de vorige peildatum')}"
        found = {
            f"bij {subject.name}": _figure_between(book, kind, subject, book.days[0], book.days[-1]) for subject in subjects
        }
    else:
        what = f"{statements.name_series(kind, subjects[0] if len(subjects) == 1 else None)} was"
        found = {
            f"{'' if len(subjects) == 1 else f'bij {subject.name} '}op {date_to_dutch(day)}": _figure(book, kind, subject, day)
            for subject in subjects
            for day in _days_with(book, kind)
        }
    highest = query.operation == "highest"
    chosen = operations.pick_extreme(tuple(found.values()), "hoogste" if highest else "laagste") if found else ()
    places = [place for place, figure in found.items() if chosen and figure.figure.value == chosen[0].figure.value]
    return [statements.say_extreme(what, highest, places, chosen)] if found else []


_ANSWERS: dict[Operation, Callable[[Workbook], list[Statement]]] = {
    "value": _answer_value,
    "series": _answer_series,
    "change": _answer_change,
    "ratio": _answer_ratio,
    "average": _answer_average,
    "highest": _answer_extreme,
    "lowest": _answer_extreme,
}
