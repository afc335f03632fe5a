"""The documents: all of them, and each with the cited words marked."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from service.pages.document_view import RangeError, list_contents, read_range, split_document
from service.pages.rendering import render_message, render_page
from service.routes.pages.reading import find_opened_index, render_not_ready

router = APIRouter(include_in_schema=False)


@router.get("/documenten")
def show_documents(request: Request) -> HTMLResponse:
    """The documents that answers come from."""
    index = find_opened_index(request)
    return render_page("documents.html", documents=tuple(index.documents.values())) if index else render_not_ready(request)


@router.get("/documenten/{document_id}")
def show_document(request: Request, document_id: str) -> HTMLResponse:
    """The canonical text of one document; ``begin`` and ``eind`` in the query mark those code points."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    if document_id not in index.documents:
        return render_message(404, "Dit document is er niet", "Het adres klopt niet, of het document is verwijderd.")
    text, fault, marked = index.texts[document_id].text, None, None
    if {"begin", "eind"} & request.query_params.keys():
        try:
            marked = read_range(request.query_params.get("begin", ""), request.query_params.get("eind", ""), text)
        except RangeError as error:
            fault = str(error)
    contents = list_contents(passage for passage in index.passages if passage.document_id == document_id)
    return render_page(
        "document.html",
        document=index.documents[document_id],
        contents=contents,
        pieces=split_document(text, marked, contents),
        marked=marked,
        fault=fault,
    )
