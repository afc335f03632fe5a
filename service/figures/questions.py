"""Answers questions about the table of indications by looking up and computing; nothing is ever recalled or guessed."""

from dataclasses import replace

from corpus.types import Figure, Measure
from indexer.store import OpenIndex
from service.figures.answers import Workbook, state_answer
from service.figures.cells import FigureCells, OutsideFiguresError, lay_out_cells, outside_figures
from service.figures.evidence import Evidence, cite_cell, gather_evidence
from service.figures.operations import add_up, compute_share
from service.figures.period import ChosenDates, choose_dates, runs_past_last_date
from service.figures.query import FigureQuery, parse_figure_question
from service.figures.statements import statements_to_text
from service.types import Answer, CitedFigure

FIGURE_CAVEATS: tuple[str, ...] = (
    "Dit zijn standen: geldige indicaties op de peildatum, cumulatief. Het is geen instroom per periode.",
    "Bron: CIZ-gegevens in het dashboard van KPMG, gepubliceerd op 19-04-2024.",
    "Aantallen aanspraken en aantallen besluiten zijn niet één op één met elkaar te vergelijken.",
)
"""What a reader must know of every figure of the series, from the notes below the table in the report."""

_MEASURES: tuple[Measure, ...] = ("aantal", "groei", "aandeel")


def answer_figure_question(question: str, index: OpenIndex, max_citations: int) -> Answer | None:
    """The answer from the table of indications per care profile, or None when the question isn't about it.

    A question about it that fits no cell gives "niet-gevonden" with the reason "buiten-cijferreeks" and what there is.
    """
    cells = lay_out_cells(index)
    query = parse_figure_question(question, cells.profiles) if cells else None
    if cells is None or query is None or _belongs_to_text(query, cells):
        return None
    try:
        _check_subject(query, cells)
        chosen = choose_dates(query, cells)
        evidence = gather_evidence(index, _cells_needed(query, cells, chosen), max_citations)
        statements = state_answer(Workbook(query, cells, chosen, evidence))
    except OutsideFiguresError as error:
        return _refuse(question, str(error), index, cells)
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
        caveats=FIGURE_CAVEATS,
    )


def select_figures(
    index: OpenIndex, profiles: frozenset[str], measure: Measure | None, since: str | None, until: str | None
) -> tuple[CitedFigure, ...]:
    """Figures by profile, date and measure; empty ``profiles`` means all, ``measure`` None all three.

    ``since`` and ``until`` are ISO dates, both included. Citations are numbered from 1 in the order of the figures; "aandeel"
    (procent of the total over all profiles on that date, two decimals) carries its computation, with the same number.
    """
    cells = lay_out_cells(index)
    if cells is None:
        return ()
    evidence = gather_evidence(index, cells.counts.values(), max_citations=1)
    days = [day for day in cells.dates if (since or day) <= day <= (until or day)]
    wanted = [profile for profile in cells.profiles if not profiles or profile in profiles]
    measures = [name for name in _MEASURES if measure in (None, name)]
    found = [_select(evidence, cells, name, profile, day) for profile in wanted for day in days for name in measures]
    return tuple(_renumber(figure, number) for number, figure in enumerate(filter(None, found), 1))


def _belongs_to_text(query: FigureQuery, cells: FigureCells) -> bool:
    """Shares and growth at the end of the last quarter stand as loose key figures in the text, after the table's last date."""
    relative = query.basis == "share" or (query.operation == "change" and query.basis == "growth")
    return relative and query.period.link != "between" and runs_past_last_date(query.period, cells)


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
    return Answer(
        "niet-gevonden", "buiten-cijferreeks", why, question, caveats=FIGURE_CAVEATS, nearest=table[:3], confidence=0.0
    )


def _select(evidence: Evidence, cells: FigureCells, measure: Measure, profile: str, day: str) -> CitedFigure | None:
    if measure == "groei":
        return cite_cell(evidence, cells.growths[profile, day]) if (profile, day) in cells.growths else None
    if (profile, day) not in cells.counts:
        return None
    count = cite_cell(evidence, cells.counts[profile, day])
    if measure == "aantal":
        return count
    counts = [cite_cell(evidence, cells.counts[other, day]) for other in cells.profiles if (other, day) in cells.counts]
    return compute_share(count, add_up(counts))


def _renumber(figure: CitedFigure, number: int) -> CitedFigure:
    computation = figure.computation
    if computation:
        computation = replace(computation, inputs=tuple(_renumber(part, number) for part in computation.inputs))
    return CitedFigure(figure.figure, replace(figure.citation, number=number), computation)
