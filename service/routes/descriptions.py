"""GET /v1/openapi.json: what the API is, for people's tools on any site."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

router = APIRouter(include_in_schema=False)


@router.get("/v1/openapi.json")
def show_description(request: Request) -> Response:
    """The OpenAPI document, readable from every origin as the Dutch API Design Rules ask."""
    return JSONResponse(request.app.state.description, headers={"Access-Control-Allow-Origin": "*"})
