"""What must hold of every answer, whatever was asked. Each promise names what breaks it; nothing means that it is kept."""

import re
from collections.abc import Callable, Iterable, Iterator

from indexer.figures.checks import verify_figures
from indexer.store import OpenIndex
from service.number_gate import find_loose_numbers
from service.types import Answer, Citation, CitedFigure

MOST_NEAREST = 3

_CITED = re.compile(r"\[(\d+)\]")
_ENDS_CITED = re.compile(r"\[\d+\][.:]?$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Promise = Callable[[Answer, OpenIndex], Iterable[str]]


def every_quote_is_a_slice(answer: Answer, index: OpenIndex) -> Iterator[str]:
    for citation in all_citations(answer):
        canonical = index.texts[citation.document.id]
        if canonical.text[citation.span.begin : citation.span.end] != citation.quote:
            yield f"{citation.document.id} {citation.span} is not {citation.quote!r}"
        if not citation.quote.strip():
            yield f"{citation.document.id} {citation.span} is empty"
        if citation.version != canonical.version or citation.document != index.documents[citation.document.id]:
            yield f"{citation.document.id} is cited as another version or document"


def numbers_run_from_1_and_each_is_used(answer: Answer, _index: OpenIndex) -> Iterator[str]:
    for citations in (answer.citations, answer.nearest):
        if [citation.number for citation in citations] != list(range(1, len(citations) + 1)):
            yield f"numbers are {[citation.number for citation in citations]}"
    said = {int(number) for number in _CITED.findall(answer.text)}
    if said != {citation.number for citation in answer.citations}:
        yield f"the text names {sorted(said)}, the citations are {[citation.number for citation in answer.citations]}"
    if not {citation.number for citation in figure_citations(answer.figures)} <= said:
        yield "a figure has a number that the text does not name"


def every_line_of_an_answer_ends_with_its_number(answer: Answer, _index: OpenIndex) -> Iterator[str]:
    if answer.status == "beantwoord":
        yield from (line for line in answer.text.split("\n") if not _ENDS_CITED.search(line))


def a_refusal_cites_nothing_and_says_why(answer: Answer, _index: OpenIndex) -> Iterator[str]:
    if not answer.text.strip():
        yield "nothing is said"
    if answer.status == "beantwoord":
        if answer.reason or answer.nearest or not answer.citations:
            yield "an answer has a reason, nearest passages or no citations"
        return
    if answer.citations or answer.figures or not answer.reason:
        yield "a refusal cites, counts or gives no reason"
    if len(answer.nearest) > MOST_NEAREST:
        yield f"{len(answer.nearest)} nearest passages"
    if (answer.status == "persoonsgegevens") != (answer.reason == "persoonsgegevens"):
        yield f"{answer.status} for {answer.reason}"


def every_number_is_carried(answer: Answer, _index: OpenIndex) -> Iterator[str]:
    if answer.status == "beantwoord":
        texts = [text for cited in answer.citations for text in (cited.quote, cited.document.title, *cited.path)]
        carried = {digits for text in (*texts, *_figure_texts(answer.figures)) for digits in _digits_of(text)}
        yield from sorted(_digits_of(_CITED.sub(" ", answer.text)) - carried)


def no_number_passes_the_gate_loose(answer: Answer, index: OpenIndex) -> Iterator[str]:
    yield from find_loose_numbers(answer, index)


def every_figure_is_computed_or_is_printed_where_it_says(answer: Answer, index: OpenIndex) -> Iterator[str]:
    computed = [figure for figure in answer.figures if figure.computation]
    if computed and answer.provenance != "berekend":
        yield f"{len(computed)} figures are computed and the answer is {answer.provenance}"
    texts = {name: canonical.text for name, canonical in index.texts.items()}
    for cited in answer.figures:
        if not cited.citation.span.contains(cited.figure.span):
            yield f"{cited.figure.value} stands outside {cited.citation.quote!r}"
        if not cited.computation:
            verify_figures([cited.figure], texts)


PROMISES: tuple[Promise, ...] = (
    every_quote_is_a_slice,
    numbers_run_from_1_and_each_is_used,
    every_line_of_an_answer_ends_with_its_number,
    a_refusal_cites_nothing_and_says_why,
    every_number_is_carried,
    no_number_passes_the_gate_loose,
    every_figure_is_computed_or_is_printed_where_it_says,
)


def find_broken_promises(answer: Answer, index: OpenIndex) -> list[str]:
    """Every breach of every promise, as a line that names the promise."""
    return [f"{promise.__name__}: {breach}" for promise in PROMISES for breach in promise(answer, index)]


def all_citations(answer: Answer) -> Iterator[Citation]:
    """The citations of an answer, of its nearest passages, and of its figures with the cells that they were computed from."""
    yield from answer.citations
    yield from answer.nearest
    yield from figure_citations(answer.figures)


def figure_citations(figures: Iterable[CitedFigure]) -> Iterator[Citation]:
    """The citation of every figure and of everything that went into it."""
    for figure in figures:
        yield figure.citation
        if figure.computation:
            yield from figure_citations(figure.computation.inputs)


def _figure_texts(figures: Iterable[CitedFigure]) -> Iterator[str]:
    for cited in figures:
        figure = cited.figure
        day = (figure.reference_date or "").replace("-", " ")
        yield f"{figure.value:.2f} {figure.value:.0f} {figure.profile} {day} {cited.citation.quote}"
        if cited.computation:
            yield f"{cited.computation.formula} {len(cited.computation.inputs)}"
            yield from _figure_texts(cited.computation.inputs)


def _digits_of(text: str) -> set[str]:
    """Each number of a text as bare digits, so that 11.650 is 11650 and 01 is 1."""
    return {re.sub(r"[.,]", "", number).lstrip("0") or "0" for number in _NUMBER.findall(text)}
