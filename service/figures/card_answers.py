"""Answers a question from the cards of a dashboard: each as a sentence with its title, its value and its date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Figure
from indexer.dutch_dates import date_to_dutch, find_dates
from indexer.store import OpenIndex
from service.figures.card_questions import read_card_question
from service.figures.cards import find_cards, is_within, name_sibling_card, read_card
from service.figures.caveats import caveats_of
from service.figures.dutch_numbers import figure_to_dutch
from service.figures.selection import cite_key_figure
from service.question_form import split_question
from service.types import Answer


def answer_from_cards(question: str, index: OpenIndex, max_citations: int) -> Answer | None:
    """The answer from the cards of a dashboard; a refusal for a date that no card is of; None when the question is about none."""
    cards = _find_asked(question, index)
    if not cards:
        return None
    # "Vorig jaar" says what a rise is measured against, not of which date it is.
    mentions = [mention for mention in find_dates(question) if mention.form != "unclear" or mention.impossible]
    dated = tuple(figure for figure in cards if not mentions or any(is_within(figure, mention) for mention in mentions))
    if not dated:
        return _refuse_date(question, cards, index)
    stated = state_cards(question, dated[:max_citations], index)
    asked = read_card_question(question, index)
    if asked.limit is None or len(dated) > 1:
        return stated
    holds = dated[0].value > asked.limit if asked.above else dated[0].value < asked.limit
    return replace(stated, text=f"{'Ja' if holds else 'Nee'}. {stated.text}")


def _find_asked(question: str, index: OpenIndex) -> tuple[Figure, ...]:
    """The cards that are asked for; of two questions in one those of both ("hoeveel … en welk aandeel is dat?")."""
    parts = split_question(question)
    if len(parts) > 1:
        first, second = find_cards(parts[0], index), find_cards(parts[1], index)
        sibling = name_sibling_card(parts[1], parts[0], index)
        second = second or (find_cards(sibling, index) if sibling else ())
        if first and second:
            return tuple(dict.fromkeys((*first, *second)))
    return find_cards(question, index)


def state_cards(question: str, figures: Sequence[Figure], index: OpenIndex) -> Answer:
    """Each card as a sentence: its title, its value in Dutch notation and its date, with the card itself as citation."""
    cited = tuple(cite_key_figure(index, figure, number) for number, figure in enumerate(figures, 1))
    text = " ".join(f"{_say_card(one.figure, index)} [{one.citation.number}]." for one in cited)
    return Answer(
        status="beantwoord",
        reason=None,
        text=text,
        standalone_question=question,
        citations=tuple(one.citation for one in cited),
        figures=cited,
        caveats=caveats_of(figures, index),
    )


def _say_card(figure: Figure, index: OpenIndex) -> str:
    printed = figure.span.of(index.texts[figure.document_id].text)
    title = read_card(figure, index).title
    short = f", afgedrukt als “{printed}”" if figure.measure == "aantal" and not re.fullmatch(r"[\d.,]+", printed) else ""
    day = f" op {date_to_dutch(figure.reference_date)}" if figure.reference_date else ""
    return f"{title}: {figure_to_dutch(figure)}{day}{short}"


def _refuse_date(question: str, cards: Sequence[Figure], index: OpenIndex) -> Answer:
    days = sorted({date_to_dutch(figure.reference_date) for figure in cards if figure.reference_date})
    title = read_card(cards[0], index).title
    text = f"Dit cijfer staat niet in de documenten: “{title}” is er alleen van {' en '.join(days) or 'een andere datum'}."
    nearest = tuple(cite_key_figure(index, figure, number).citation for number, figure in enumerate(cards[:3], 1))
    return Answer("niet-gevonden", "buiten-cijferreeks", text, question, nearest=nearest, confidence=0.0)
