"""Adds to an answer in words the figures that those words tell, as figures, and what the table says of the same day."""

from dataclasses import replace

from corpus.types import Figure, Span
from indexer.dutch_dates import DateMention
from indexer.store import OpenIndex
from indexer.words import split_words
from service.figures.asking import vocabulary as words
from service.figures.asking.query import AskedPeriod, FigureQuery
from service.figures.caveats import caveats_of
from service.figures.second_places import find_total_day, join_answers
from service.figures.selection import cite_key_figure
from service.figures.table.answering import answer_from_table
from service.figures.table.cells import lay_out_cells
from service.figures.told_matching import is_in_words
from service.question_form import asks_number
from service.types import Answer, Citation, CitedFigure

_MEASURES = words.GROWTH | words.SHARE | words.PERCENT


def add_told_figures(answer: Answer, index: OpenIndex, max_citations: int) -> Answer:
    """The answer with the figures printed in the words that answer; a stock of which the table has the total, with that."""
    told = tuple(
        CitedFigure(figure, cite_key_figure(index, figure, citation.number).citation)
        for citation in answer.citations
        for figure in index.figures
        if _is_told(figure, citation)
    )
    if not told:
        return answer
    caveats = caveats_of([cited.figure for cited in told], index)
    return add_total(replace(answer, figures=told, caveats=caveats), index, max_citations)


def add_total(answer: Answer, index: OpenIndex, max_citations: int) -> Answer:
    """The answer with, where it tells a stock, the table's total on a reference date within the same month."""
    figures = [cited.figure for cited in answer.figures]
    return join_answers(answer, _find_total(figures, answer.standalone_question, index), max_citations)


def asks_figure(question: str) -> bool:
    """Whether an amount, a share or a rise is asked."""
    return asks_number(question) or not _MEASURES.isdisjoint(split_words(question))


def shows_bare_figures(document_id: str, span: Span, index: OpenIndex) -> bool:
    """Whether these words hold a cell of a table or a card: a number without a sentence that says what it is of."""
    return any(
        figure.document_id == document_id and span.overlaps(figure.span) and not is_in_words(figure) for figure in index.figures
    )


def _is_told(figure: Figure, citation: Citation) -> bool:
    return is_in_words(figure) and figure.document_id == citation.document.id and citation.core.contains(figure.span)


def _find_total(figures: list[Figure], question: str, index: OpenIndex) -> Answer | None:
    cells = lay_out_cells(index)
    day = next(filter(None, (find_total_day(figure, cells.dates) for figure in figures)), None) if cells else None
    if cells is None or day is None:
        return None
    period = AskedPeriod((DateMention(0, 0, "day", day, day),), "points")
    total = FigureQuery(operation="value", basis="count", profiles=(), period=period, together=True)
    return answer_from_table(question, total, cells, index, max_citations=1)
