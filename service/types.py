"""The nouns of answering: what is asked, what was found, what is said. The Dutch names on the wire are in ``wire.py``."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.types import Document, Figure, Passage, Span

Status = Literal["beantwoord", "niet-gevonden", "persoonsgegevens"]
Reason = Literal["geen-bewijs", "onbekende-naam-of-tijd", "buiten-cijferreeks", "ander-onderwerp", "persoonsgegevens"]
Provenance = Literal["letterlijk", "berekend", "gegenereerd"]

LONGEST_QUESTION = 2000
"""Characters of a question or search, also of a follow-up once it stands by itself."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the talk with the answer that was given."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it came in. ``kinds`` empty means every documentsoort; ``turns`` are oldest first.

    ``reference_date`` is the ISO day from which "vorig jaar" counts; without one it is the last day that there are figures of.
    """

    text: str
    turns: tuple[Turn, ...] = ()
    kinds: frozenset[str] = frozenset()
    max_citations: int = 5
    reference_date: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score (0 to about 1) and the signals that the score is made of."""

    passage: Passage
    score: float
    signals: dict[str, float]


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quote: ``quote`` is ``span`` sliced from the canonical text of ``document`` at ``version``.

    ``core``, within ``span``, are the words that answer.
    """

    number: int
    document: Document
    version: str
    kind: str
    path: tuple[str, ...]
    page: int | None
    span: Span
    quote: str
    core: Span

    def words_of(self, span: Span) -> str:
        """The words of a span that lies within the quote."""
        return self.quote[span.begin - self.span.begin : span.end - self.span.begin]


@dataclass(frozen=True, slots=True)
class Computation:
    """How a figure was computed: a name ("verschil"), a formula in Dutch notation and the cells that went in."""

    name: str
    formula: str
    inputs: tuple["CitedFigure", ...]


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure as answered: a cell with its citation, or a computed value with its computation.

    A computed figure's ``figure.span`` is that of its last input cell.
    """

    figure: Figure
    citation: Citation
    computation: Computation | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said. Every statement in ``text`` ends with the number of a citation, as ``[1]``.

    When ``status`` is not "beantwoord", ``citations`` is empty and ``nearest`` holds up to three passages. ``confidence``, 0 to
    1, is how sure it is that the documents answer the question: low where they don't, so that one threshold parts the two.
    """

    status: Status
    reason: Reason | None
    text: str
    standalone_question: str
    provenance: Provenance = "letterlijk"
    citations: tuple[Citation, ...] = ()
    figures: tuple[CitedFigure, ...] = ()
    caveats: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = field(default=())
    confidence: float = 1.0
