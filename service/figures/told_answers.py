"""Answers a question for a number with the sentence that tells it: its counted noun, its time and all its words must fit.

The sentence is quoted whole. Where it tells a part of a whole ("22 van de 31") a share or what remains is computed from both.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.types import Figure
from indexer.dutch_dates import period_to_dutch
from indexer.store import OpenIndex
from indexer.words import match_stems
from service.figures.caveats import caveats_of
from service.figures.dutch_numbers import figure_to_dutch
from service.figures.selection import cite_key_figure
from service.figures.table import operations
from service.figures.told_figures import add_total
from service.figures.told_matching import (
    AskedNumber,
    fits_dates,
    fits_words,
    is_in_words,
    label_of,
    list_nouns,
    read_asked_number,
)
from service.phrasing import strip_bullets, tidy_words
from service.question_form import asks_number
from service.types import Answer, CitedFigure

MOST_TOLD = 3


def answer_told_figure(question: str, index: OpenIndex, max_citations: int) -> Answer | None:
    """The answer in the sentence or sentences that tell the number asked for; None where none fits every word of the question."""
    asked = read_asked_number(question)
    # Keywords ask for a number without "hoeveel": an amount of money, or so many per month.
    if not (asks_number(question) or asked.relative or asked.per or asked.in_millions) or not asked.stems:
        return None
    worded = [figure for figure in index.figures if is_in_words(figure) and fits_words(figure, asked, index)]
    fitting = [figure for figure in worded if fits_dates(figure, asked, index)]
    if worded and not fitting:
        return _refuse_date(question, worded, index)
    chosen = _choose(_keep_usual(fitting, asked), index)[: min(MOST_TOLD, max_citations)]
    if not chosen or ((asked.negated or _asks_part(asked, chosen)) and chosen[0].whole is None):
        return None
    cited = tuple(cite_key_figure(index, figure, number) for number, figure in enumerate(chosen, 1))
    statements = [f"In “{one.citation.document.title}” staat: {_say(one)} [{one.citation.number}]" for one in cited]
    computed = _compute_part(cited[0], asked, index)
    if computed:
        statements.append(f"{_say_part(computed, asked)} [{computed.citation.number}].")
    figures = (*cited, computed) if computed else cited
    answer = Answer(
        status="beantwoord",
        reason=None,
        text="\n".join(statements),
        standalone_question=question,
        provenance="berekend" if computed else "letterlijk",
        citations=tuple(one.citation for one in cited),
        figures=figures,
        caveats=caveats_of(chosen, index),
    )
    return add_total(answer, index, max_citations)


def _refuse_date(question: str, worded: Sequence[Figure], index: OpenIndex) -> Answer | None:
    """The refusal of a number that the documents tell of another time; None where no time is told."""
    dated = [figure for figure in worded if figure.period or figure.reference_date]
    if not dated:
        return None
    nearest = tuple(cite_key_figure(index, figure, number).citation for number, figure in enumerate(dated[:MOST_TOLD], 1))
    said = f"Dit cijfer staat niet in de documenten voor die tijd, alleen voor {_name_times(dated)}."
    return Answer("niet-gevonden", "buiten-cijferreeks", said, question, nearest=nearest, confidence=0.0)


def _name_times(dated: Sequence[Figure]) -> str:
    """The times that figures are of, in order, as readers name them: "2022" and "het eerste kwartaal van 2024"."""
    times = sorted({(figure.period.first, figure.period.last) if figure.period else (figure.day,) * 2 for figure in dated})
    return " en ".join(period_to_dutch(first, last) for first, last in times)


def _keep_usual(fitting: Sequence[Figure], asked: AskedNumber) -> Sequence[Figure]:
    """Of a bare "hoeveel regio's zijn er?" the number that the documents name most; any other question keeps all."""
    if not all(
        any(match_stems(stem, noun) > 0 for figure in fitting for noun in list_nouns(figure.unit)) for stem in asked.stems
    ):
        return fitting
    if asked.mentions or asked.per or asked.relative or asked.kind:
        return fitting
    whole = [figure for figure in fitting if figure.whole is None and figure.period is None]
    counts = Counter(figure.value for figure in whole).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return ()
    return [figure for figure in whole if figure.value == counts[0][0]]


def _choose(fitting: Sequence[Figure], index: OpenIndex) -> list[Figure]:
    """The figures with the shortest sentences, each value once; a part comes before the whole that stands in the same sentence."""
    wholes = {(figure.document_id, figure.whole) for figure in fitting if figure.whole}
    parts = [figure for figure in fitting if (figure.document_id, figure.span) not in wholes]
    # A heading or a list item that holds the number says less than a sentence does.
    lengths = {figure: (not label_of(figure, index).endswith("."), len(label_of(figure, index))) for figure in parts}
    ordered = sorted(parts, key=lambda figure: (*lengths[figure], figure.document_id, figure.span.begin))
    return list({(figure.value, figure.upper, figure.period): figure for figure in reversed(ordered)}.values())[::-1]


def _asks_part(asked: AskedNumber, chosen: Sequence[Figure]) -> bool:
    return asked.relative and chosen[0].measure == "aantal"


def _compute_part(part: CitedFigure, asked: AskedNumber, index: OpenIndex) -> CitedFigure | None:
    """The share that a part is of its whole, or what remains of the whole, where that is asked."""
    wanted = (asked.relative and part.figure.measure == "aantal") or asked.negated
    wholes: Iterable[Figure] = index.figures if wanted and part.figure.whole else ()
    for figure in wholes:
        if figure.document_id == part.figure.document_id and figure.span == part.figure.whole:
            whole = CitedFigure(figure, part.citation)
            rest = operations.subtract(whole, part) if asked.negated else part
            return operations.compute_share(rest, whole) if asked.relative else rest
    return None


def _say_part(computed: CitedFigure, asked: AskedNumber) -> str:
    formula = computed.computation.formula if computed.computation else ""
    said = figure_to_dutch(computed.figure)
    return f"{'Voor de andere geldt dat niet' if asked.negated else 'Als aandeel'}: {said} ({formula.split(' = ')[0]})"


def _say(cited: CitedFigure) -> str:
    return strip_bullets(tidy_words(cited.citation.quote))
