"""The documents that answers come from: what each holds, what was left out, and how the figures were checked."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from service.pages.documents_view import list_checks, list_documents, list_kinds, name_documents
from service.pages.rendering import render_page
from service.routes.pages.reading import find_opened_index, render_not_ready

router = APIRouter(include_in_schema=False)


@router.get("/documenten")
def show_documents(request: Request) -> HTMLResponse:
    """The documents; with ``soort`` in the query only those of that kind, and 404 where there is no such kind."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    kind = request.query_params.get("soort", "")
    entries = list_documents(index, kind)
    return render_page(
        "documents.html",
        200 if entries or not kind else 404,
        entries=entries,
        kinds=list_kinds(index.documents.values(), kind),
        chosen=kind,
        info=index.info,
        remarks=name_documents(index.info.remarks, index.documents),
        checks=list_checks(index.info.figure_checks, index.documents),
    )
