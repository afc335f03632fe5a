"""The Dutch shape of the check of a wording."""

from typing import Literal

from service.wire.citations import Citaat, ResponseShape, citation_to_wire
from service.wordings.checking import WordingMatch, WordingVerdict

_SIMILARITY_DECIMALS = 6


class Verschil(ResponseShape):
    """Een stuk van de vergelijking tussen de formulering en de bron."""

    soort: Literal["gelijk", "weggelaten", "toegevoegd"]
    """Of deze woorden in beide staan, alleen in de bron (weggelaten) of alleen in de formulering (toegevoegd)."""
    tekst: str
    """De woorden."""


class Vindplaats(Citaat):
    """Een plaats in de bronnen die op de formulering lijkt."""

    gelijkenis: float
    """Het deel van de woorden dat gelijk is, van 0 tot 1."""
    verschillen: tuple[Verschil, ...]
    """De vergelijking, op volgorde."""


class Oordeel(ResponseShape):
    """Of een formulering zo in de bronnen staat."""

    oordeel: Literal["letterlijk", "afwijkend", "niet-gevonden"]
    """Letterlijk, afwijkend of niet gevonden."""
    treffers: tuple[Vindplaats, ...]
    """De plaatsen die erop lijken, beste eerst."""


def verdict_to_wire(verdict: WordingVerdict) -> Oordeel:
    """The verdict with its places in order."""
    return Oordeel(oordeel=verdict.verdict, treffers=tuple(_match_to_wire(match) for match in verdict.matches))


def _match_to_wire(match: WordingMatch) -> Vindplaats:
    differences = tuple(Verschil(soort=difference.kind, tekst=difference.text) for difference in match.differences)
    similarity = round(match.similarity, _SIMILARITY_DECIMALS)
    return Vindplaats(**dict(citation_to_wire(match.citation)), gelijkenis=similarity, verschillen=differences)
