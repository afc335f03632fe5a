"""Says what a reader must know of figures: it follows from what a document notes beside them and from what kind they are."""

from collections.abc import Iterable, Iterator

from corpus.types import Figure
from indexer.dutch_dates import date_to_dutch
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex

_STOCKS = "Dit zijn standen: geldige indicaties op de peildatum, cumulatief. Het is geen instroom per periode."
_TARGET = "Dit is een doel, geen gemeten cijfer."
_ESTIMATE = "Dit is een verwachting, geen gemeten cijfer."
_APPROXIMATE = "Het document noemt dit getal bij benadering."
_APPROXIMATELY = frozenset(("circa", "ca", "ca.", "ongeveer", "bijna", "ruim", "rond", "zo'n", "zo’n"))
_FLOW_KINDS = frozenset(("stroom", "doel", "raming"))


def caveats_of(figures: Iterable[Figure], index: OpenIndex) -> tuple[str, ...]:
    """The caveats of all these figures, each once, in the order of the figures; note sentences verbatim with their document."""
    figures = tuple(figures)
    parts = (_say_kind_of_table, _say_source, lambda figure: _quote_notes(figure, index), _say_kind)
    return tuple(dict.fromkeys(caveat for say in parts for figure in figures for caveat in say(figure)))


def _say_kind_of_table(figure: Figure) -> Iterator[str]:
    # Growth and shares of the table are made of its stocks, so they are no more inflow than those.
    if figure.series == SERIES and figure.label is None and figure.kind not in _FLOW_KINDS:
        yield _STOCKS


def _say_source(figure: Figure) -> Iterator[str]:
    source, published = figure.notes.source, figure.notes.published
    when = f"gepubliceerd op {date_to_dutch(published)}" if published else ""
    if source:
        yield f"Bron: {source}-gegevens{f', {when}' if when else ''}."
    elif when:
        yield f"{when.capitalize()}."


def _quote_notes(figure: Figure, index: OpenIndex) -> Iterator[str]:
    title, text = index.documents[figure.document_id].title, index.texts[figure.document_id].text
    for sentence in figure.notes.sentences:
        yield f"“{sentence.of(text)}” ({title})"


def _say_kind(figure: Figure) -> Iterator[str]:
    if figure.kind == "doel":
        yield _TARGET
    if figure.kind == "raming":
        yield _ESTIMATE
    if _APPROXIMATELY & set(figure.qualifier.lower().split()):
        yield _APPROXIMATE
