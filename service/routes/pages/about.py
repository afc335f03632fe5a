"""What this is and how good it is, whether everybody can use it, and the few static files of the page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from service.pages.evaluation import load_evaluation
from service.pages.evaluation_view import say_evaluation
from service.pages.rendering import render_page, serve_asset
from service.routes.pages.reading import find_opened_index, render_not_ready

router = APIRouter(include_in_schema=False)


@router.get("/over")
def show_about(request: Request) -> HTMLResponse:
    """What this is, what it is not, how fresh its index is, and how good it was when it was last measured."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    return render_page(
        "about.html",
        info=index.info,
        documents=len(index.documents),
        passages=len(index.passages),
        figures=len(index.figures),
        said=say_evaluation(load_evaluation()),
    )


@router.get("/toegankelijkheid")
def show_accessibility() -> HTMLResponse:
    """What was tested for people who see, hear, move or read otherwise, what was not, and how to report a barrier."""
    return render_page("accessibility.html")


@router.get("/pagina/{name}")
def show_asset(request: Request, name: str) -> Response:
    """A static file of the page, with its hash as ETag."""
    response = serve_asset(name, request.headers.get("If-None-Match"), request.query_params.get("v"))
    if response is None:
        raise HTTPException(404)
    return response
