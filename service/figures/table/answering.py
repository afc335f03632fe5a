"""Answers a typed question to the table of indications by looking up and computing; nothing is ever recalled or guessed."""

from dataclasses import replace

from corpus.types import Figure
from indexer.store import OpenIndex
from service.figures.asking.query import FigureQuery
from service.figures.caveats import caveats_of
from service.figures.table.answers import Workbook, state_answer
from service.figures.table.cells import FigureCells, OutsideFiguresError, outside_figures
from service.figures.table.evidence import gather_evidence
from service.figures.table.period import ChosenDates, choose_dates, reckon_dates
from service.figures.table.statements import statements_to_text
from service.types import Answer


def answer_from_table(
    question: str,
    query: FigureQuery,
    cells: FigureCells,
    index: OpenIndex,
    max_citations: int,
    reference_date: str | None = None,
) -> Answer | None:
    """The answer from the cells of the table, or None when they can't give it.

    A question that fits no cell gives "niet-gevonden" with the reason "buiten-cijferreeks" and what there is. "Vorig jaar" and
    the like count from ``reference_date``, an ISO day, or else from the last date of the table.
    """
    query, reckoning = reckon_dates(query, reference_date or cells.dates[-1])
    try:
        _check_subject(query, cells)
        chosen = choose_dates(query, cells)
        evidence = gather_evidence(index, _cells_needed(query, cells, chosen), max_citations)
        if query.counted_dates not in (None, len(chosen.days)):
            return None
        statements = state_answer(Workbook(query, cells, chosen, evidence))
    except OutsideFiguresError as error:
        refusal = _refuse(question, str(error), index, cells)
        return replace(refusal, caveats=(*reckoning, *refusal.caveats))
    if not statements:
        return None
    figures = tuple(figure for statement in statements for figure in statement.figures)
    return Answer(
        status="beantwoord",
        reason=None,
        text=statements_to_text(statements),
        standalone_question=question,
        provenance="berekend" if any(figure.computation for figure in figures) else "letterlijk",
        citations=evidence.citations,
        figures=figures,
        caveats=(*reckoning, *caveats_of([cited.figure for cited in figures], index)),
    )


def _check_subject(query: FigureQuery, cells: FigureCells) -> None:
    if query.place:
        raise outside_figures(cells, f"De cijfers zijn landelijk en niet uitgesplitst naar {query.place}")
    unknown = tuple(profile for profile in query.profiles if profile not in cells.profiles)
    if unknown:
        raise outside_figures(cells, f"{' en '.join(unknown)} {'staat' if len(unknown) == 1 else 'staan'} niet in de cijfers")


def _cells_needed(query: FigureQuery, cells: FigureCells, chosen: ChosenDates) -> list[Figure]:
    """The counts that the answer can need, to cite their rows: of the named profiles, or of all when it takes all."""
    takes_all = not query.profiles or query.basis == "share"
    profiles = cells.profiles if takes_all else query.profiles
    return [cells.counts[key] for key in cells.counts if key[0] in profiles and key[1] <= chosen.days[-1]]


def _refuse(question: str, why: str, index: OpenIndex, cells: FigureCells) -> Answer:
    table = gather_evidence(index, cells.counts.values(), max_citations=1).citations
    caveats = caveats_of(cells.counts.values(), index)
    return Answer("niet-gevonden", "buiten-cijferreeks", why, question, caveats=caveats, nearest=table[:3], confidence=0.0)
