"""The page of figures: choose from the table, see chart and table, and read the figures that documents name elsewhere."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from service.charts.drawing import draw_chart
from service.charts.layout import NARROW
from service.charts.planning import plan_chart
from service.figures.table.cells import lay_out_cells
from service.pages.figures_view import find_figures, lay_out_figures, list_offer, read_choice
from service.pages.key_figures_view import group_key_figures
from service.pages.rendering import SAFETY_HEADERS, render_page
from service.routes.pages.reading import find_opened_index, render_not_ready

NOTHING_FOUND = "Bij deze keuze staat geen enkel cijfer in de tabel. Kies een langere periode of een andere maat."
# A drawing that is opened by itself is a document too: it may use its own styles and nothing else.
_CHART_HEADERS = SAFETY_HEADERS | {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Cache-Control": "no-cache",
}

router = APIRouter(include_in_schema=False)


@router.get("/cijfers")
def show_figures(request: Request) -> HTMLResponse:
    """The figures; ``profiel``, ``maat``, ``vanaf`` and ``tot`` in the query choose, 400 where that choice is impossible."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    cells = lay_out_cells(index)
    offer = list_offer(cells) if cells else None
    choice = read_choice(request.query_params, offer) if offer else None
    found = find_figures(choice, index) if choice and not choice.faults else ()
    faults = dict(choice.faults) if choice else {}
    if choice and not faults and not found:
        faults["periode"] = NOTHING_FOUND
    return render_page(
        "figures.html",
        400 if faults else 200,
        offer=offer,
        choice=choice,
        faults=faults,
        shown=lay_out_figures(choice, found, index, offer) if found and choice and offer else None,
        groups=group_key_figures(index),
        checks=[check for check in index.info.figure_checks if check.checked] if index.figures else [],
    )


@router.get("/cijfers/grafiek")
def show_narrow_chart(request: Request) -> Response:
    """The chart of a choice, drawn for a narrow screen; /v1/instroomcijfers draws it for a wide one."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    cells = lay_out_cells(index)
    choice = read_choice(request.query_params, list_offer(cells)) if cells else None
    found = find_figures(choice, index) if choice and not choice.faults else ()
    if not found:
        raise HTTPException(400, NOTHING_FOUND)
    return Response(draw_chart(plan_chart(found), NARROW), media_type="image/svg+xml", headers=_CHART_HEADERS)
