"""GET /v1/documenten: the documents, and the canonical text that every citation's offsets count on."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from indexer.store import OpenIndex
from service.http.readiness import CurrentIndex
from service.wire.documents import Documenten, DocumentGegevens, document_to_wire, documents_to_wire

router = APIRouter(tags=["documenten"])

DocumentId = Annotated[str, Path(alias="id", description="Het id van een document.")]


@router.get(
    "/v1/documenten",
    operation_id="geefDocumenten",
    summary="Alle documenten",
    description="De documenten die bevraagd kunnen worden.",
    response_description="De documenten.",
)
def list_documents(index: CurrentIndex) -> Documenten:
    """Every document of the index."""
    return documents_to_wire(index)


@router.get(
    "/v1/documenten/{id}",
    operation_id="geefDocument",
    summary="Eén document",
    description="De gegevens van één document.",
    response_description="Het document.",
)
def show_document(document_id: DocumentId, index: CurrentIndex) -> DocumentGegevens:
    """One document; 404 when the index has none of this id."""
    _require_document(document_id, index)
    return document_to_wire(index.documents[document_id], index.texts[document_id])


@router.get(
    "/v1/documenten/{id}/tekst",
    operation_id="geefTekst",
    summary="De tekst van een document",
    description="De hele tekst; begin en eind van elk citaat tellen hierin, in Unicode-codepunten. ETag is de versie.",
    response_description="De tekst.",
    response_class=PlainTextResponse,
    responses={304: {"description": "De tekst is niet veranderd sinds de versie in If-None-Match."}},
)
def show_text(request: Request, document_id: DocumentId, index: CurrentIndex) -> Response:
    """The canonical text with its version as ETag; 304 when the caller already has this version."""
    _require_document(document_id, index)
    canonical = index.texts[document_id]
    headers = {"ETag": f'"{canonical.version}"', "Cache-Control": "no-cache"}
    if _is_known(canonical.version, request.headers.getlist("if-none-match")):
        return Response(status_code=304, headers=headers)
    return PlainTextResponse(canonical.text, headers=headers)


def _require_document(document_id: str, index: OpenIndex) -> None:
    if document_id not in index.documents:
        raise HTTPException(404, "Er is geen document met dit id. GET /v1/documenten noemt alle documenten.")


def _is_known(version: str, known: list[str]) -> bool:
    """Weak comparison, as RFC 9110 asks of If-None-Match."""
    tags = {tag.strip().removeprefix("W/") for header in known for tag in header.split(",")}
    return bool(tags & {"*", f'"{version}"'})
