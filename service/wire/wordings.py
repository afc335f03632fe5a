"""The Dutch shape of the check of a wording."""

from typing import Literal

from service.wire.citations import Citaat, ResponseShape, citation_to_wire
from service.wordings.changes import list_changes
from service.wordings.checking import StatementVerdict, WordingMatch, WordingVerdict
from service.wordings.meaning import list_warnings, warn_of_rest

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
    waarschuwingen: tuple[str, ...]
    """Verschillen die de betekenis kunnen veranderen: een getal, een ontkenning, kan voor moet, een voorwaarde."""


class Zin(ResponseShape):
    """Het oordeel over één zin van de formulering."""

    soort: Literal["zin", "citaat", "deel"]
    """Een hele zin, wat er in een zin tussen aanhalingstekens staat, of een deel naast een beletselteken."""
    tekst: str
    """De woorden die zijn gecontroleerd."""
    oordeel: Literal["letterlijk", "afwijkend", "niet-gevonden"]
    """Letterlijk, afwijkend of niet gevonden."""
    treffers: tuple[Vindplaats, ...]
    """De plaatsen die erop lijken, beste eerst."""


class Oordeel(ResponseShape):
    """Of een formulering zo in de bronnen staat."""

    oordeel: Literal["letterlijk", "afwijkend", "niet-gevonden"]
    """Letterlijk, afwijkend of niet gevonden."""
    treffers: tuple[Vindplaats, ...]
    """De plaatsen die erop lijken, beste eerst."""
    zinnen: tuple[Zin, ...]
    """Het oordeel per zin, als de formulering uit meer zinnen bestaat en niet in haar geheel letterlijk in de bronnen staat."""


def verdict_to_wire(verdict: WordingVerdict) -> Oordeel:
    """The verdict with its places in order, and the verdicts on its sentences."""
    return Oordeel(
        oordeel=verdict.verdict,
        treffers=tuple(_match_to_wire(match) for match in verdict.matches),
        zinnen=tuple(_statement_to_wire(statement) for statement in verdict.statements),
    )


def _statement_to_wire(statement: StatementVerdict) -> Zin:
    places = tuple(_match_to_wire(match) for match in statement.matches)
    return Zin(soort=statement.form, tekst=statement.text, oordeel=statement.verdict, treffers=places)


def _match_to_wire(match: WordingMatch) -> Vindplaats:
    differences = tuple(Verschil(soort=difference.kind, tekst=difference.text) for difference in match.differences)
    warnings = (*list_warnings(list_changes(match.differences)), *warn_of_rest(match.before, match.after))
    return Vindplaats(
        **dict(citation_to_wire(match.citation)),
        gelijkenis=round(match.similarity, _SIMILARITY_DECIMALS),
        verschillen=differences,
        waarschuwingen=tuple(warning.message[:1].upper() + warning.message[1:] for warning in warnings),
    )
