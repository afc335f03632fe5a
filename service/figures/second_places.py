"""Shows a figure that stands in two places with both values, each with its date and its source, as one answer."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.types import Figure
from indexer.store import OpenIndex
from indexer.words import split_words
from service.figures.asking import vocabulary as words
from service.figures.asking.query import FigureQuery
from service.figures.caveats import caveats_of
from service.figures.selection import cite_key_figure
from service.phrasing import strip_bullets, tidy_words
from service.types import Answer, CitedFigure

_CITATION_NUMBER = re.compile(r"\[(\d+)\]")


def join_answers(first: Answer, second: Answer | None, max_citations: int) -> Answer:
    """Two answers as one, the citations of the second numbered on; the first alone if there is no second or no room for it."""
    if second is None or second.status != "beantwoord" or len(first.citations) + len(second.citations) > max_citations:
        return first
    shift = len(first.citations)
    text = _CITATION_NUMBER.sub(lambda match: f"[{int(match[1]) + shift}]", second.text)
    return replace(
        first,
        text=f"{first.text}\n{text}",
        provenance="berekend" if "berekend" in (first.provenance, second.provenance) else first.provenance,
        citations=(*first.citations, *(replace(one, number=one.number + shift) for one in second.citations)),
        figures=(*first.figures, *(_shift_number(cited, shift) for cited in second.figures)),
        caveats=tuple(dict.fromkeys((*first.caveats, *second.caveats))),
    )


def add_stock_in_words(answer: Answer, query: FigureQuery, index: OpenIndex, max_citations: int) -> Answer:
    """The table's total of one day, with what a sentence of the documents says of the same month."""
    total = answer.figures[0].figure
    if query.operation != "value" or query.basis != "count" or total.profile is not None or len(answer.figures) != 1:
        return answer
    said = [figure for figure in _stocks_in_words(index.figures) if _is_of_day(figure, total.day)]
    if not said:
        return answer
    cited = tuple(cite_key_figure(index, figure, number) for number, figure in enumerate(said, 1))
    sentences = [f"Ook staat er: “{_say(one)}” [{one.citation.number}]." for one in cited]
    beside = replace(
        answer,
        text=" ".join(sentences),
        provenance="letterlijk",
        citations=tuple(one.citation for one in cited),
        figures=cited,
        caveats=caveats_of(said, index),
    )
    return join_answers(answer, beside, max_citations)


def find_total_day(figure: Figure, days: Iterable[str]) -> str | None:
    """The reference date on which a table gives the total that a sentence tells of its month, or None."""
    return next((day for day in days if _is_of_day(figure, day)), None) if [*_stocks_in_words([figure])] else None


def _stocks_in_words(figures: Iterable[Figure]) -> Iterable[Figure]:
    """The stocks of people or indications that a sentence tells, of no profile in particular."""
    for figure in figures:
        counted = frozenset(split_words(figure.unit)) & (words.PEOPLE | words.INDICATIONS)
        in_words = figure.label is not None and figure.label.contains(figure.span)
        if in_words and counted and figure.kind == "stand" and figure.profile is None:
            yield figure


def _is_of_day(figure: Figure, day: str) -> bool:
    if figure.period and figure.period.last[:7] == figure.period.first[:7]:
        return figure.period.first <= day <= figure.period.last
    return figure.reference_date == day


def _say(cited: CitedFigure) -> str:
    return strip_bullets(tidy_words(cited.citation.quote)).rstrip(".")


def _shift_number(cited: CitedFigure, shift: int) -> CitedFigure:
    computation = cited.computation
    if computation:
        computation = replace(computation, inputs=tuple(_shift_number(part, shift) for part in computation.inputs))
    return CitedFigure(cited.figure, replace(cited.citation, number=cited.citation.number + shift), computation)
