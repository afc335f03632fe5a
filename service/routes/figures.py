"""GET /v1/instroomcijfers: the figures, as JSON or as CSV."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from service.figures.questions import FIGURE_CAVEATS, select_figures
from service.http.description import query_of
from service.http.readiness import CurrentIndex
from service.http.request_reading import query_reader
from service.wire.figures import Cijfers, figures_to_csv, figures_to_wire
from service.wire.requests import Cijferselectie

router = APIRouter(tags=["instroomcijfers"])


@router.get(
    "/v1/instroomcijfers",
    operation_id="geefInstroomcijfers",
    summary="Cijfers",
    description="De cijfers uit de documenten, elk met de cel waaruit het komt. Met Accept: text/csv als CSV.",
    response_description="De cijfers die aan de selectie voldoen.",
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
    openapi_extra=query_of(Cijferselectie),
    response_model=Cijfers,
)
def list_figures(
    request: Request, wanted: Annotated[Cijferselectie, Depends(query_reader(Cijferselectie))], index: CurrentIndex
) -> Response:
    """The selected figures in the form that the caller prefers."""
    found = select_figures(index, frozenset(wanted.profiel), wanted.maat, wanted.vanaf, wanted.tot)
    selection = figures_to_wire(found, FIGURE_CAVEATS)
    if prefers_csv(request.headers.get("accept", "")):
        return Response(figures_to_csv(selection), media_type="text/csv", headers={"Vary": "Accept"})
    content = selection.model_dump_json(by_alias=True)
    return Response(content, media_type="application/json", headers={"Vary": "Accept"})


def prefers_csv(accept: str) -> bool:
    """Whether an Accept header names text/csv and ranks it above JSON; whatever else it asks gets JSON."""
    weights = dict(_read_weight(choice) for choice in accept.lower().split(","))
    return weights.get("text/csv", 0.0) > weights.get("application/json", 0.0)


def _read_weight(choice: str) -> tuple[str, float]:
    media_type, *parameters = (part.strip() for part in choice.split(";"))
    weight = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
    try:
        return media_type, float(weight)
    except ValueError:
        return media_type, 0.0
