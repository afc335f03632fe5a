"""The Dutch shape of the documents and of the index they are in."""

from urllib.parse import quote

from corpus.types import CanonicalText, Document
from indexer.store import IndexInfo, OpenIndex
from service.wire.citations import ResponseShape


class Indexversie(ResponseShape):
    """Welke index het is."""

    versie: str
    """Versie van de index."""
    gebouwd_op: str
    """Wanneer de index is gebouwd (UTC)."""


class Deel(ResponseShape):
    """Een stuk van een document dat als een andere soort telt."""

    kop: str
    """De kop waarmee het deel begint."""
    documentsoort: str
    """Soort van dit deel."""


class DocumentGegevens(ResponseShape):
    """Een document dat bevraagd kan worden."""

    id: str
    """Vaste naam van het document; staat in elke link."""
    titel: str
    """Titel."""
    uitgever: str
    """Wie het uitgaf."""
    datum: str
    """Datum, maand of jaar van uitgave (ISO 8601)."""
    documentsoort: str
    """Soort document."""
    taal: str
    """Taal van het document."""
    delen: tuple[Deel, ...]
    """Stukken die als een andere soort tellen."""
    versie: str
    """Versie van de tekst: sha256 van de tekst in UTF-8."""
    tekens: int
    """Lengte van de tekst in Unicode-codepunten."""
    paginas: int | None
    """Aantal bladzijden, als de bron bladzijden heeft."""
    tekst: str
    """Adres van de tekst waarin begin en eind van een citaat tellen."""
    link: str
    """Adres van de pagina die het document toont."""


class Documenten(ResponseShape):
    """Alle documenten die bevraagd kunnen worden."""

    documenten: tuple[DocumentGegevens, ...]
    """De documenten, op volgorde van de collectie."""
    index: Indexversie
    """De index waarin ze staan."""


def info_to_wire(info: IndexInfo) -> Indexversie:
    """Which index speaks."""
    return Indexversie(versie=info.version, gebouwd_op=info.built_at)


def document_to_wire(document: Document, canonical: CanonicalText) -> DocumentGegevens:
    """One document with the version and length of its canonical text."""
    path = quote(document.id, safe="")
    return DocumentGegevens(
        id=document.id,
        titel=document.title,
        uitgever=document.publisher,
        datum=document.date,
        documentsoort=document.kind,
        taal=document.language,
        delen=tuple(Deel(kop=part.heading, documentsoort=part.kind) for part in document.parts),
        versie=canonical.version,
        tekens=len(canonical.text),
        paginas=len(canonical.pages) or None,
        tekst=f"/v1/documenten/{path}/tekst",
        link=f"/documenten/{path}",
    )


def documents_to_wire(index: OpenIndex) -> Documenten:
    """Every document of the index, in the order of the manifest."""
    documents = tuple(document_to_wire(document, index.texts[document.id]) for document in index.documents.values())
    return Documenten(documenten=documents, index=info_to_wire(index.info))
