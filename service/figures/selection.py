"""Selects figures for a table, a file or a chart: the cells of the table first, then every other figure of the index."""

from dataclasses import replace

from corpus.types import Figure, Measure, Span
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.citing import cite_span
from service.figures.table.cells import FigureCells, lay_out_cells
from service.figures.table.evidence import Evidence, cite_cell, gather_evidence
from service.figures.table.operations import add_up, compute_share
from service.types import CitedFigure

_MEASURES: tuple[Measure, ...] = ("aantal", "groei", "aandeel")


def select_figures(
    index: OpenIndex,
    profiles: frozenset[str],
    measure: Measure | None,
    since: str | None,
    until: str | None,
    series: frozenset[str] = frozenset(),
) -> tuple[CitedFigure, ...]:
    """Figures by profile, measure, time and series; empty ``profiles`` or ``series`` means all, ``measure`` None all.

    ``since`` and ``until`` are ISO dates, both included: a figure of a period counts where the two overlap, and an undated
    figure only where neither is given. A choice of profiles leaves out what has none. Cells come by profile, date and measure,
    the others in the order of the index; citations are numbered from 1 in that order. "aandeel" of a profile (procent of the
    total over all profiles on that date, two decimals) carries its computation, with the same number.
    """
    cells = lay_out_cells(index)
    found = _list_cells(index, cells) if cells else []
    found += [cite_key_figure(index, figure, 1) for figure in index.figures if _is_apart(figure)]
    kept = [
        cited
        for cited in found
        if (not profiles or cited.figure.profile in profiles)
        and measure in (None, cited.figure.measure)
        and (not series or cited.figure.series in series)
        and _falls_within(cited.figure, since, until)
    ]
    return tuple(_renumber(cited, number) for number, cited in enumerate(kept, 1))


def cite_key_figure(index: OpenIndex, figure: Figure, number: int) -> CitedFigure:
    """A figure outside the table with the words that say what it is; the printed number is the core of its citation."""
    label = figure.label or figure.span
    words = Span(min(label.begin, figure.span.begin), max(label.end, figure.span.end))
    return CitedFigure(figure, cite_span(index, figure.document_id, words, number, figure.span))


def _is_apart(figure: Figure) -> bool:
    """Whether a figure is no cell of a profile; those are laid out as one table, in which the newest document counts."""
    return figure.series != SERIES or figure.label is not None or figure.profile is None


def _list_cells(index: OpenIndex, cells: FigureCells) -> list[CitedFigure]:
    evidence = gather_evidence(index, cells.counts.values(), max_citations=1)
    keys = [(name, profile, day) for profile in cells.profiles for day in cells.dates for name in _MEASURES]
    found = [_cite(evidence, cells, *key) for key in keys]
    return [cited for cited in found if cited]


def _cite(evidence: Evidence, cells: FigureCells, measure: Measure, profile: str, day: str) -> CitedFigure | None:
    if measure == "groei":
        return cite_cell(evidence, cells.growths[profile, day]) if (profile, day) in cells.growths else None
    if (profile, day) not in cells.counts:
        return None
    count = cite_cell(evidence, cells.counts[profile, day])
    if measure == "aantal":
        return count
    counts = [cite_cell(evidence, cells.counts[other, day]) for other in cells.profiles if (other, day) in cells.counts]
    share = compute_share(count, add_up(counts))
    return replace(share, figure=replace(share.figure, kind="aandeel"))


def _falls_within(figure: Figure, since: str | None, until: str | None) -> bool:
    if figure.reference_date:
        first = last = figure.reference_date
    elif figure.period:
        first, last = figure.period.first, figure.period.last
    else:
        return since is None and until is None
    return (since or first) <= last and first <= (until or last)


def _renumber(figure: CitedFigure, number: int) -> CitedFigure:
    computation = figure.computation
    if computation:
        computation = replace(computation, inputs=tuple(_renumber(part, number) for part in computation.inputs))
    citation = replace(figure.citation, number=number, core=figure.figure.span)
    return CitedFigure(figure.figure, citation, computation)
