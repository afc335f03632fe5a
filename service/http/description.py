"""Writes the OpenAPI document: what FastAPI knows of the routes, with what it can't know of requests and errors.

Requests are read with knowledge of the index (``request_reading.py``) and every error is a problem, so both are added here.
"""

from typing import Any, Literal

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from service.http.edge import API_VERSION
from service.http.problems import MEDIA_TYPE, Probleem
from service.wire.requests import Formulering, RequestShape, Vraag, Zoekopdracht

Described = dict[str, Any]  # a piece of an OpenAPI document, whose shape is the OpenAPI standard's

_SCHEMA_PATH = "#/components/schemas/{model}"
_LIVE_PATH = "/health/live"
_ABOUT = (
    "Beantwoordt vragen over Nederlandse beleidsdocumenten met hun eigen woorden en hun eigen cijfers. "
    "Elk citaat is letterlijk: de tekst van het document, gesneden op [begin:eind] in Unicode-codepunten, is gelijk aan citaat."
)
_ADDED_SHAPES: tuple[tuple[type[BaseModel], Literal["validation", "serialization"]], ...] = (
    (Vraag, "validation"),
    (Zoekopdracht, "validation"),
    (Formulering, "validation"),
    (Probleem, "serialization"),
)
_ERRORS = {
    400: "De invoer klopt niet; fouten noemt alle fouten.",
    404: "Het gevraagde bestaat niet.",
    405: "Dit adres kent de methode niet; Allow noemt de methoden die het wel kent.",
    413: "De inhoud van de aanvraag is te groot.",
    415: "De inhoud van de aanvraag is geen application/json.",
    500: "Er ging iets mis dat niet aan de aanvraag ligt.",
    503: "De index is nog niet open.",
}


def body_of(shape: type[RequestShape]) -> Described:
    """The ``openapi_extra`` of a route that reads this shape from its body."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": _refer_to(shape.__name__)}}}}


def query_of(shape: type[RequestShape]) -> Described:
    """The ``openapi_extra`` of a route that reads this shape from its query."""
    properties: Described = shape.model_json_schema()["properties"]
    return {"parameters": [_describe_parameter(name, schema) for name, schema in properties.items()]}


def describe_api(app: FastAPI) -> Described:
    """The OpenAPI document of the app, with every request and every error in it."""
    described = get_openapi(title="Beleidswijzer", version=API_VERSION, description=_ABOUT, routes=app.routes)
    schemas = described["components"]["schemas"]
    for fastapi_error in ("HTTPValidationError", "ValidationError"):
        schemas.pop(fastapi_error, None)
    schemas.update(models_json_schema(_ADDED_SHAPES, ref_template=_SCHEMA_PATH)[1]["$defs"])
    for path, operations in described["paths"].items():
        for operation in operations.values():
            _describe_responses(path, operation)
    return described


def _describe_responses(path: str, operation: Described) -> None:
    """Replaces FastAPI's 422 by the problems that can come back, and adds the version header under /v1."""
    responses: Described = operation["responses"]
    responses.pop("422", None)
    for status in sorted(_error_statuses(path, operation)):
        content = {MEDIA_TYPE: {"schema": _refer_to(Probleem.__name__)}}
        responses[str(status)] = {"description": _ERRORS[status], "content": content}
    if path.startswith("/v1/"):
        version = {"description": "Volledige versie van de API.", "schema": {"type": "string", "const": API_VERSION}}
        for response in responses.values():
            response.setdefault("headers", {})["API-Version"] = version


def _error_statuses(path: str, operation: Described) -> set[int]:
    places = {parameter["in"] for parameter in operation.get("parameters", [])}
    statuses = {405, 413, 500} | ({503} if path != _LIVE_PATH else set())
    if "requestBody" in operation:
        statuses |= {400, 415}
    if "query" in places:
        statuses |= {400}
    if "path" in places:
        statuses |= {404}
    return statuses


def _describe_parameter(name: str, schema: Described) -> Described:
    """A query key; a field that may be None is a key that may be absent, so null and the default fall away."""
    description = schema.pop("description")
    schema.pop("title", None)
    schema.pop("default", None)
    choices = [choice for choice in schema.pop("anyOf", []) if choice != {"type": "null"}]
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": choices[0] if choices else schema,
    }


def _refer_to(model: str) -> Described:
    return {"$ref": _SCHEMA_PATH.format(model=model)}
