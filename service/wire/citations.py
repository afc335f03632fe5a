"""The Dutch shape of a citation on the wire, and what all response shapes have in common.

These shapes are the API's description: their names and docstrings are Dutch because callers read them in the OpenAPI
document. Python names are the wire names in snake_case; what goes over the wire is lowerCamelCase, in this order.
"""

from urllib.parse import quote

from pydantic import AliasGenerator, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from corpus.types import Span
from service.types import Citation


class ResponseShape(BaseModel):
    """Base of what is sent: frozen, snake_case inside, lowerCamelCase outside."""

    model_config = ConfigDict(
        frozen=True, use_attribute_docstrings=True, alias_generator=AliasGenerator(serialization_alias=to_camel)
    )


class Kern(ResponseShape):
    """De woorden in een citaat die het antwoord geven, geteld in de tekst van het document."""

    begin: int
    """Eerste teken, geteld in Unicode-codepunten vanaf 0."""
    eind: int
    """Het teken na het laatste, geteld in Unicode-codepunten."""


class Citaat(ResponseShape):
    """Een letterlijke passage: de tekst van het document in deze versie, gesneden op [begin:eind], is gelijk aan citaat."""

    nummer: int
    """Nummer van de bron, vanaf 1."""
    document_id: str
    """Het document."""
    document_versie: str
    """Versie van de tekst van het document: sha256 van de tekst in UTF-8."""
    titel: str
    """Titel van het document."""
    uitgever: str
    """Wie het document uitgaf."""
    datum: str
    """Datum, maand of jaar van uitgave (ISO 8601)."""
    documentsoort: str
    """Soort van het deel waarin de passage staat."""
    onderdeel: tuple[str, ...]
    """De koppen boven de passage, van hoofdstuk naar paragraaf."""
    pagina: int | None
    """Bladzijde, als de bron bladzijden heeft."""
    begin: int
    """Eerste teken, geteld in Unicode-codepunten vanaf 0."""
    eind: int
    """Het teken na het laatste, geteld in Unicode-codepunten."""
    citaat: str
    """De woorden van de bron."""
    link: str
    """Adres van de pagina die de passage in haar document toont."""
    kern: Kern
    """De woorden in het citaat die het antwoord geven."""


def citation_to_wire(citation: Citation) -> Citaat:
    """A citation as the contract writes it; the quote is the slice that the citation already holds."""
    document = citation.document
    return Citaat(
        nummer=citation.number,
        document_id=document.id,
        document_versie=citation.version,
        titel=document.title,
        uitgever=document.publisher,
        datum=document.date,
        documentsoort=citation.kind,
        onderdeel=citation.path,
        pagina=citation.page,
        begin=citation.span.begin,
        eind=citation.span.end,
        citaat=citation.quote,
        link=link_to_span(document.id, citation.span),
        kern=Kern(begin=citation.core.begin, eind=citation.core.end),
    )


def link_to_span(document_id: str, span: Span) -> str:
    """The permalink of a span: the document's page, at the passage."""
    return f"/documenten/{quote(document_id, safe='')}#t{span.begin}-{span.end}"
