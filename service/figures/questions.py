"""Answers a question about figures: from the table, the cards of a dashboard or a sentence, or from two where both say something."""

from dataclasses import replace

from corpus.types import Measure
from indexer.plain_characters import write_plainly
from indexer.store import OpenIndex
from service.figures.asking.query import AskedPeriod, Basis, FigureQuery, parse_figure_question
from service.figures.asking.sentences import gather_sentences
from service.figures.card_answers import answer_from_cards, state_cards
from service.figures.cards import is_card, is_within
from service.figures.second_places import add_stock_in_words, join_answers
from service.figures.table.answering import answer_from_table
from service.figures.table.cells import FigureCells, lay_out_cells
from service.figures.table.period import runs_past_last_date
from service.figures.told_answers import answer_told_figure
from service.types import Answer

_CARD_MEASURES: dict[Basis, Measure] = {"share": "aandeel", "growth": "groei"}


def answer_figure_question(
    question: str, index: OpenIndex, max_citations: int, reference_date: str | None = None
) -> Answer | None:
    """The answer by looking up and computing, or None when the question isn't about a number that is known.

    A question about them that fits no cell gives "niet-gevonden" with the reason "buiten-cijferreeks" and what there is.
    ``reference_date`` is the ISO day that "vorig jaar" counts from; without one it is the last date of the table.
    """
    question = write_plainly(question)
    cells = lay_out_cells(index)
    query = _read_query(question, cells) if cells else None
    if cells is None or query is None:
        return _answer_from_key_figures(question, index, max_citations)
    if _runs_past_table(query, cells):
        cards = answer_from_cards(question, index, max_citations)
        latest = replace(query, period=AskedPeriod((), "points", pick="last"))
        table = answer_from_table(question, latest, cells, index, max_citations) if query.basis == "share" else None
        return join_answers(cards, table, max_citations) if cards else None
    table = answer_from_table(question, query, cells, index, max_citations, reference_date)
    if table and query.impossible_date:
        return table
    if table is None or table.status != "beantwoord":
        return _answer_from_key_figures(question, index, max_citations) or table
    table = add_stock_in_words(table, query, index, max_citations)
    return join_answers(table, _find_card_beside(question, query, index), max_citations)


def _read_query(question: str, cells: FigureCells) -> FigureQuery | None:
    """The typed question; of several sentences, that of the one that asks."""
    query = parse_figure_question(question, cells.profiles)
    gathered = None if query else gather_sentences(question, cells.profiles)
    return parse_figure_question(gathered, cells.profiles) if gathered else query


def _answer_from_key_figures(question: str, index: OpenIndex, max_citations: int) -> Answer | None:
    """The answer from a card or, else, from a sentence that tells the number."""
    return answer_from_cards(question, index, max_citations) or answer_told_figure(question, index, max_citations)


def _runs_past_table(query: FigureQuery, cells: FigureCells) -> bool:
    """Whether a share or growth is asked at the end of the last quarter: cards tell it of a day after the table's last."""
    relative = query.basis == "share" or (query.operation == "change" and query.basis == "growth")
    return relative and query.period.link != "between" and runs_past_last_date(query.period, cells)


def _find_card_beside(question: str, query: FigureQuery, index: OpenIndex) -> Answer | None:
    """What a card says of the same profile where no date is asked or the same quarter, so that a reader sees both with their dates.

    A table's reference date of a quarter is its first day; a card may tell of its last.
    """
    measure = _CARD_MEASURES.get(query.basis)
    latest = query.basis == "share" or query.period.pick == "last" or query.period.months_back == 0
    mentions = query.period.mentions
    if measure is None or len(query.profiles) != 1 or query.operation not in ("value", "change") or not (mentions or latest):
        return None
    beside = [
        figure
        for figure in index.figures
        if is_card(figure) and figure.profile == query.profiles[0] and figure.measure == measure
        if not mentions or (len(mentions) == 1 and mentions[0].form == "quarter" and is_within(figure, mentions[0]))
    ]
    return state_cards(question, beside, index) if beside else None
