"""The page that checks a wording."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from service.pages.rendering import render_page
from service.pages.wording_view import view_wording
from service.routes.pages.reading import find_opened_index, read_text, render_not_ready
from service.types import LONGEST_QUESTION
from service.wire.requests import LONGEST_WORDING
from service.wordings.checking import check_wording

router = APIRouter(include_in_schema=False)


@router.get("/formulering")
def show_wording(request: Request) -> HTMLResponse:
    """The page that checks a wording; with ``tekst`` in the query also the verdict, and 400 when it is empty or too long."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    sent = read_text(request.query_params, "tekst", LONGEST_WORDING, "Plak een zin", ", of controleer hem in stukken")
    text, fault = (sent.text, sent.fault) if sent else ("", None)
    view = view_wording(check_wording(text, index), text, index) if text and not fault else None
    return render_page(
        "wording.html",
        400 if fault else 200,
        text=text,
        view=view,
        fault=fault,
        most=LONGEST_WORDING,
        site=str(request.base_url).rstrip("/"),
        can_be_asked=len(text) <= LONGEST_QUESTION,
    )
