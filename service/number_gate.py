"""The gate that every answer passes last: no number is said that a cited span or a shown computation doesn't carry."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.types import Figure, Span
from indexer.dutch_dates import find_dates, full_year
from indexer.store import OpenIndex
from service.phrasing import phrase_refusal
from service.types import Answer, Citation, CitedFigure

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DUTCH_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_CITATION_NUMBER = re.compile(r"\[\d+\]")
_PROFILE_CODE = re.compile(r"\b[A-Z]{2,6}\d{1,2}[A-Z]?\b")

# What two floats of the same written number may differ by.
_TOLERANCE = 1e-9

_log = logging.getLogger(__name__)


def guard_numbers(answer: Answer, index: OpenIndex) -> Answer:
    """The answer itself; or, if it says a number that nothing carries, a refusal, for a wrong number is worse than none."""
    loose = find_loose_numbers(answer, index)
    if not loose:
        return answer
    # Neither the question nor the numbers, which may be the asker's own, are anybody else's business.
    cited = ", ".join(sorted({citation.document.id for citation in answer.citations})) or "no document"
    _log.error("answer withheld: numbers in it stand in no citation: %d, of %s", len(loose), cited)
    nearest = answer.nearest or tuple(replace(citation, core=citation.span) for citation in answer.citations[:3])
    question = answer.standalone_question
    return Answer("niet-gevonden", "geen-bewijs", phrase_refusal("geen-bewijs"), question, nearest=nearest, confidence=0.0)


def find_loose_numbers(answer: Answer, index: OpenIndex) -> tuple[str, ...]:
    """The numbers in an answer's text, as written, that nothing carries.

    An answer's numbers are carried by its quotes and their headings, and by its figures: value, profile, date and formula. Those
    of a refusal by the question, also as the years that it writes in two digits, its caveats, the nearest passages, and the
    profiles and dates that there are figures of.
    """
    answered = answer.status == "beantwoord"
    figures = list(_all_figures(answer.figures))
    plain = index.figures if not answered else [cited.figure for cited in figures]
    said = _blank_out_dates(_CITATION_NUMBER.sub(" ", answer.text), plain)
    if not answered:
        # "Profiel acht" is refused as GGZ08W: the name of what there is no figure of, not a number.
        said = _PROFILE_CODE.sub(" ", said)
    texts = [*_citation_texts(answer.citations if answered else answer.nearest), *(figure.profile or "" for figure in plain)]
    texts += [cited.computation.formula for cited in figures if cited.computation]
    texts += [] if answered else [answer.standalone_question, *answer.caveats]
    carried = {value for text in texts for value in _read_numbers(text)}
    if not answered:
        carried |= {full_year(int(value)) for value in _read_numbers(answer.standalone_question) if value in range(100)}
    carried |= {abs(value) for cited in figures for value in (cited.figure.value, cited.figure.upper) if value is not None}
    return tuple(written for written in _NUMBER.findall(said) if not _is_carried(written, carried))


def read_written_number(written: str) -> frozenset[float]:
    """The values that a written number can stand for: "11.650" is 11650 in Dutch and 11.65 in a dashboard.

    What is no number as a whole, such as the date 1.2.2022, stands for each of its parts.
    """
    values = set()
    if _DUTCH_THOUSANDS.fullmatch(written):
        values.add(float(written.replace(".", "").replace(",", ".")))
    if _ENGLISH_THOUSANDS.fullmatch(written):
        values.add(float(written.replace(",", "")))
    if _PLAIN.fullmatch(written):
        values.add(float(written.replace(",", ".")))
    return frozenset(values or (float(part) for part in re.split(r"[.,]", written)))


def _read_numbers(text: str) -> Iterator[float]:
    for written in _NUMBER.findall(text):
        yield from read_written_number(written)


def _is_carried(written: str, carried: set[float]) -> bool:
    # Equal ones first: a number of hundreds of digits is endless, and the difference of two of those is no number.
    values = read_written_number(written)
    return any(value == other or abs(value - other) <= _TOLERANCE for value in values for other in carried)


def _blank_out_dates(text: str, figures: Iterable[Figure]) -> str:
    """The text without the dates and periods that figures are of: "1 juli 2022" is printed above its column as 01-07-22."""
    days = {day for figure in figures for day in _days_of(figure)}
    for mention in find_dates(text):
        if any(mention.first <= day <= mention.last for day in days):
            text = Span(mention.begin, mention.end).blanked(text)
    return text


def _days_of(figure: Figure) -> Iterator[str]:
    if figure.reference_date:
        yield figure.reference_date
    if figure.period:
        yield from (figure.period.first, figure.period.last)


def _citation_texts(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        yield from (citation.quote, citation.document.title, *citation.path)


def _all_figures(figures: Iterable[CitedFigure]) -> Iterator[CitedFigure]:
    for figure in figures:
        yield figure
        if figure.computation:
            yield from _all_figures(figure.computation.inputs)
