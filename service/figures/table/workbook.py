"""What every kind of answer is made from: the typed question with its cells, dates and citations, and figures taken from them."""

from dataclasses import dataclass

from service.figures.asking.intents import Basis
from service.figures.asking.query import FigureQuery
from service.figures.table import operations
from service.figures.table.cells import FigureCells, join_profiles
from service.figures.table.evidence import Evidence, cite_cell
from service.figures.table.period import ChosenDates, day_before
from service.figures.table.statements import Subject
from service.types import CitedFigure


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


def list_subjects(query: FigureQuery, cells: FigureCells) -> tuple[Subject, ...]:
    """What the question is about: profiles by themselves, or a sum of them where none is named or a sum is asked."""
    profiles = query.profiles or cells.profiles
    adds_up = query.together if query.profiles else not query.split
    if adds_up and len(profiles) > 1:
        return (Subject(profiles, f"voor {join_profiles(profiles)} samen"),)
    return list_profiles(query, cells)


def list_profiles(query: FigureQuery, cells: FigureCells) -> tuple[Subject, ...]:
    """Every profile of the question by itself; all of the table where none is named."""
    return tuple(Subject((profile,), profile) for profile in query.profiles or cells.profiles)


def take_figure(book: Workbook, kind: Basis, subject: Subject, day: str) -> CitedFigure:
    """The figure of this kind on this date; growth and difference are those since the reference date before."""
    if kind == "count":
        return operations.add_up([cite_cell(book.evidence, book.cells.count(profile, day)) for profile in subject.profiles])
    if kind == "growth" and len(subject.profiles) == 1:
        return cite_cell(book.evidence, book.cells.growth(subject.profiles[0], day))
    later = take_figure(book, "count", subject, day)
    if kind == "share":
        return operations.compute_share(later, take_figure(book, "count", Subject(book.cells.profiles, ""), day))
    earlier = take_figure(book, "count", subject, day_before(day, None, book.cells))
    return operations.compute_growth(earlier, later) if kind == "growth" else operations.subtract(later, earlier)


def take_figure_between(book: Workbook, kind: Basis, subject: Subject, first: str, last: str) -> CitedFigure:
    """The growth, or else the difference, between two dates."""
    earlier, later = (take_figure(book, "count", subject, day) for day in (first, last))
    return operations.compute_growth(earlier, later) if kind == "growth" else operations.subtract(later, earlier)


def list_days_with(book: Workbook, kind: Basis) -> tuple[str, ...]:
    """The chosen dates that have such a figure: of several, the first of the table has none to grow from."""
    always = kind in ("count", "share") or len(book.days) == 1
    return tuple(day for day in book.days if always or day != book.cells.dates[0])
