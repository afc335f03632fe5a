"""Turns the figures of the table into what /cijfers lays out: what there is to choose, what was chosen, and the table of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from starlette.datastructures import QueryParams

from corpus.types import Figure, Measure
from indexer.dutch_dates import date_to_dutch
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.charts.planning import plan_chart
from service.citing import cite_span
from service.figures.caveats import caveats_of
from service.figures.dutch_numbers import figure_to_dutch
from service.figures.selection import select_figures
from service.figures.table.cells import FigureCells
from service.figures.table.operations import add_up
from service.pages.chart_view import ChartView, view_drawing, write_query
from service.types import Citation, CitedFigure

PERIOD_KEYS = ("vanaf", "tot")


@dataclass(frozen=True, slots=True)
class FigureOffer:
    """What can be chosen: the profiles of the table, its reference dates ascending, and the measures that it has figures of."""

    profiles: tuple[str, ...]
    days: tuple[str, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class FigureChoice:
    """What was chosen, always within the offer, so that a form can show it. ``faults`` are Dutch sentences by the key they
    are about; with any of them the choice must not be shown as an answer.
    """

    profiles: tuple[str, ...]
    measure: Measure
    since: str
    until: str
    faults: dict[str, str]

    @property
    def query(self) -> str:
        """The choice as the query of /v1/instroomcijfers, which this page understands too."""
        return write_query(self.profiles, self.measure, self.since, self.until)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A figure in Dutch notation, and the cell of the document that it was read or computed from."""

    said: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class TableRow:
    """The figures of one reference date, one a profile, None where the document has none; ``total`` in Dutch notation or ""."""

    day: str
    cells: tuple[TableCell | None, ...]
    total: str


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """All that the page shows of a choice."""

    chart: ChartView
    profiles: tuple[str, ...]
    rows: tuple[TableRow, ...]
    total_name: str
    is_computed: bool
    caveats: tuple[str, ...]
    notes: tuple[Citation, ...]


def list_offer(cells: FigureCells) -> FigureOffer:
    """What the table lets one choose; growth only where it is printed, shares only where there is more than one profile."""
    has = {"aantal": True, "groei": bool(cells.growths), "aandeel": len(cells.profiles) > 1}
    measures = tuple(measure for measure in get_args(Measure) if has.get(measure))
    return FigureOffer(cells.profiles, cells.dates, measures)


def read_choice(query: QueryParams, offer: FigureOffer) -> FigureChoice:
    """The choice in an address; what it leaves open is all profiles, the first measure and the whole period.

    A form that was sent holds every key but that of the profiles when none is ticked: that is a fault, not all profiles.
    """
    faults = {}
    asked = set(query.getlist("profiel"))
    was_sent = {"maat", *PERIOD_KEYS} <= query.keys()
    profiles = tuple(profile for profile in offer.profiles if profile in asked)
    if asked - set(offer.profiles):
        faults["profiel"] = "Dit zorgprofiel staat niet in de tabel. Kies een of meer zorgprofielen uit deze lijst."
    elif was_sent and not asked:
        faults["profiel"] = "U hebt geen zorgprofiel gekozen. Kies er ten minste één."
    measure = next((known for known in offer.measures if known == query.get("maat")), None)
    if measure is None and "maat" in query:
        faults["maat"] = "Deze maat is er niet. Kies een van deze mogelijkheden."
    since, until = query.get("vanaf", offer.days[0]), query.get("tot", offer.days[-1])
    if not {since, until} <= set(offer.days):
        faults["periode"] = "Deze peildatum staat niet in de tabel. Kies beide peildata uit de lijst."
    elif since > until:
        faults["periode"] = (
            f"De periode begint op {date_to_dutch(since)}, en dat is na {date_to_dutch(until)}. "
            "Kies een eerste peildatum die niet na de laatste ligt."
        )
    return FigureChoice(
        profiles=profiles if asked or was_sent else offer.profiles,
        measure=measure or offer.measures[0],
        since=since if since in offer.days else offer.days[0],
        until=until if until in offer.days else offer.days[-1],
        faults=faults,
    )


def find_figures(choice: FigureChoice, index: OpenIndex) -> tuple[CitedFigure, ...]:
    """The cells of the table that the choice asks for: by profile, then by date."""
    profiles, series = frozenset(choice.profiles), frozenset((SERIES,))
    return select_figures(index, profiles, choice.measure, choice.since, choice.until, series)


def lay_out_figures(choice: FigureChoice, found: Sequence[CitedFigure], index: OpenIndex, offer: FigureOffer) -> ShownFigures:
    """Chart and table of what was found, at least one figure; a row a date. Counts of several profiles are added up."""
    by_place = {(cited.figure.profile, cited.figure.day): cited for cited in found}
    days = [day for day in offer.days if any((profile, day) in by_place for profile in choice.profiles)]
    adds_up = choice.measure == "aantal" and len(choice.profiles) > 1
    rows = [(day, tuple(by_place.get((profile, day)) for profile in choice.profiles)) for day in days]
    caveats, notes = split_caveats([cited.figure for cited in found], index)
    return ShownFigures(
        chart=view_drawing(plan_chart(found), choice.query),
        profiles=choice.profiles,
        rows=tuple(TableRow(day, tuple(map(_say_cell, own)), _say_total(own) if adds_up else "") for day, own in rows),
        total_name="" if not adds_up else "Totaal" if choice.profiles == offer.profiles else "Samen",
        is_computed=any(cited.computation for cited in found),
        caveats=caveats,
        notes=notes,
    )


def split_caveats(figures: Sequence[Figure], index: OpenIndex) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """What a reader must know of these figures, in short sentences of ours, and the notes beside them in their documents."""
    bare = [replace(figure, notes=replace(figure.notes, sentences=())) for figure in figures]
    places = dict.fromkeys((figure.document_id, note) for figure in figures for note in figure.notes.sentences)
    return caveats_of(bare, index), tuple(cite_span(index, document_id, note, 1) for document_id, note in places)


def _say_cell(cited: CitedFigure | None) -> TableCell | None:
    return TableCell(figure_to_dutch(cited.figure), cited.citation) if cited else None


def _say_total(cells: Sequence[CitedFigure | None]) -> str:
    """The sum of a row; nothing where a cell is missing, since that would not be the sum of what the column promises."""
    counts = [cited for cited in cells if cited]
    return figure_to_dutch(add_up(counts).figure) if len(counts) == len(cells) else ""
