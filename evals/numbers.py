"""Numbers as they are written, so that an answer's numbers can be held against what it cites."""

import re
from collections.abc import Iterable, Iterator

from evals.reply import AnsweredFigure, Reply
from service.number_gate import read_written_number

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CITATION_NUMBER = re.compile(r"\[\d+\]")
_ENUMERATION = re.compile(r"^[^\S\n]*\d{1,2}[.)]\s", re.MULTILINE)
_NAME = re.compile(r"[^\W\d_]\w*")
_DECIMALS = re.compile(r"[.,](\d{1,2})$")
_TOLERANCE = 0.005
"""Figures are printed with at most two decimals."""
_ROUNDED_TO_WHOLES_FROM = 100
"""From here on nobody reads a number without decimals as more exact than it is; below it, 8 may as well be a day or a month."""


def numbers_in(text: str) -> Iterator[tuple[str, frozenset[float]]]:
    """Each number in the text as written, with its possible values; citation numbers and a list's own numbering left out."""
    for match in _NUMBER.finditer(_ENUMERATION.sub(" ", _CITATION_NUMBER.sub(" ", text))):
        yield match.group(), read_written_number(match.group())


def is_written_in(value: float, text: str) -> bool:
    """Whether the text holds a number that can stand for this value: exactly, or rounded to what it is written with.

    Rounding is to a decimal at least, or from a hundred on to a whole number: 183,33 may be written 183,3 or 183, but 7,85 not as 8.
    """
    return any(
        abs(value - reading) <= _rounding_of(written, value) for written, readings in numbers_in(text) for reading in readings
    )


def _rounding_of(written: str, value: float) -> float:
    decimals = _DECIMALS.search(written)
    if not decimals:
        return 0.5 if value >= _ROUNDED_TO_WHOLES_FROM else _TOLERANCE
    # A half that was rounded up lies just outside in binary.
    return 0.5 * 0.1 ** len(decimals[1]) + 1e-9


def stated_numbers(answer: str, question: str) -> tuple[str, ...]:
    """The numbers that an answer states of itself: not those of the question, nor the digits of a name such as GGZ03W or Q3."""
    asked = frozenset(value for _, values in numbers_in(question) for value in values)
    named = numbers_in(_NAME.sub(lambda name: " " if re.search(r"\d", name.group()) else name.group(), answer))
    return tuple(written for written, values in named if not values & asked)


def unsupported_numbers(reply: Reply) -> tuple[str, ...]:
    """The numbers of the answer that stand in no citation (its words, its source's title and date, its headings) and no figure."""
    supported = _supported_values(reply)
    return tuple(
        written for written, values in numbers_in(reply.text) if not any(_is_near(value, supported) for value in values)
    )


def _supported_values(reply: Reply) -> frozenset[float]:
    texts = [text for cited in reply.citations for text in (cited.quote, cited.title, cited.date, *cited.path)]
    texts += [part for date in (cited.date for cited in reply.citations) for part in date.split("-")]
    texts += list(_figure_texts(reply.figures))
    values = {value for text in texts for _, readings in numbers_in(text) for value in readings}
    return frozenset(values | {figure.value for figure in reply.figures})


def _figure_texts(figures: Iterable[AnsweredFigure]) -> Iterator[str]:
    for figure in figures:
        yield figure.profile or ""
        yield from (figure.reference_date or "").split("-")
        yield f"{figure.value:.2f}"
        if figure.computation:
            yield figure.computation.formula
            yield from _figure_texts(figure.computation.inputs)


def _is_near(value: float, values: frozenset[float]) -> bool:
    return any(abs(value - other) <= _TOLERANCE for other in values)
