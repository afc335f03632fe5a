"""The Dutch shapes of answers, search results and wordings on the wire, and how our nouns become them.

Citations, figures and documents have a file each (``wire_citations.py``, ``wire_figures.py``, ``wire_documents.py``).
"""

from collections.abc import Iterable

from indexer.store import IndexInfo, OpenIndex
from service.citing import cite_span
from service.types import Answer, Hit, Provenance, Reason, Status
from service.wire.citations import Citaat, ResponseShape, citation_to_wire
from service.wire.documents import Indexversie, info_to_wire
from service.wire.figures import Cijfer, figure_to_wire

_SCORE_DECIMALS = 6  # more would show the rounding of the processor, not of the ranking
_CONFIDENCE_DECIMALS = 4


class Antwoord(ResponseShape):
    """Wat op een vraag is geantwoord, met de passages waar het op rust."""

    vraag: str
    """De vraag zoals gesteld; persoonsgegevens zijn onleesbaar gemaakt."""
    zelfstandige_vraag: str
    """De vraag zoals die zonder het eerdere gesprek luidt."""
    status: Status
    """Of er is geantwoord."""
    reden: Reason | None
    """Waarom er niet is geantwoord."""
    antwoord: str
    """Het antwoord; elke bewering eindigt met het nummer van haar citaat."""
    herkomst: Provenance
    """Hoe het antwoord is gemaakt."""
    zekerheid: float
    """Hoe zeker het is dat de documenten de vraag beantwoorden, van 0 tot 1; ook bij een weigering."""
    citaten: tuple[Citaat, ...]
    """De passages waarop het antwoord rust."""
    cijfers: tuple[Cijfer, ...]
    """De cijfers in het antwoord."""
    kanttekeningen: tuple[str, ...]
    """Wat een lezer bij het antwoord moet weten."""
    dichtstbij: tuple[Citaat, ...]
    """Zonder antwoord: de drie passages die er het dichtst bij komen."""
    index: Indexversie
    """De index waaruit is geantwoord."""


class Treffer(Citaat):
    """Een gevonden passage met haar score."""

    score: float
    """Hoe goed de passage past, van 0 tot ongeveer 1."""
    uitleg: dict[str, float]
    """De score van elk signaal."""


class Treffers(ResponseShape):
    """De gevonden passages, beste eerst."""

    treffers: tuple[Treffer, ...]
    """De passages."""


def answer_to_wire(asked: str, answer: Answer, info: IndexInfo) -> Antwoord:
    """The answer as the contract writes it.

    A question refused for personal data is given back masked: the standalone question is, what was asked is not.
    """
    masked = answer.status == "persoonsgegevens"
    return Antwoord(
        vraag=answer.standalone_question if masked else asked,
        zelfstandige_vraag=answer.standalone_question,
        status=answer.status,
        reden=answer.reason,
        antwoord=answer.text,
        herkomst=answer.provenance,
        zekerheid=round(float(answer.confidence), _CONFIDENCE_DECIMALS),
        citaten=tuple(citation_to_wire(citation) for citation in answer.citations),
        cijfers=tuple(figure_to_wire(figure) for figure in answer.figures),
        kanttekeningen=answer.caveats,
        dichtstbij=tuple(citation_to_wire(citation) for citation in answer.nearest),
        index=info_to_wire(info),
    )


def hits_to_wire(hits: Iterable[Hit], index: OpenIndex) -> Treffers:
    """The hits in their order, numbered from 1, each cited whole."""
    return Treffers(treffers=tuple(_hit_to_wire(hit, index, number) for number, hit in enumerate(hits, start=1)))


def _hit_to_wire(hit: Hit, index: OpenIndex, number: int) -> Treffer:
    citation = cite_span(index, hit.passage.document_id, hit.passage.span, number)
    signals = {name: round(float(score), _SCORE_DECIMALS) for name, score in hit.signals.items()}
    return Treffer(**dict(citation_to_wire(citation)), score=round(float(hit.score), _SCORE_DECIMALS), uitleg=signals)
