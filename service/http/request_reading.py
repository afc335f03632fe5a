"""Reads what a caller sends into a request shape, with all its faults together, also those only the index can tell.

FastAPI's own body parameters would validate without knowing the index, answer 422 and accept JSON under other media types.
"""

from collections.abc import Awaitable, Callable
from email.message import Message
from typing import TypeVar

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from service.http.faults import list_faults
from service.http.problems import Fout, InvalidInputError
from service.http.readiness import CurrentIndex
from service.wire.requests import RequestShape, list_known_names

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Shape = TypeVar("Shape", bound=RequestShape)


def body_reader(shape: type[Shape]) -> Callable[[Request, CurrentIndex], Awaitable[Shape]]:
    """A dependency that reads the JSON body as this shape; raises a 415 or InvalidInputError."""

    async def read_body(request: Request, index: CurrentIndex) -> Shape:
        _require_plain_json(request)
        body = await _receive_body(request)
        try:
            return shape.model_validate_json(body.removeprefix(_BYTE_ORDER_MARK), context=list_known_names(index))
        except ValidationError as error:
            raise InvalidInputError(list_faults(error)) from None

    return read_body


def query_reader(shape: type[Shape]) -> Callable[[Request, CurrentIndex], Shape]:
    """A dependency that reads the query as this shape; a key whose field is a list may be repeated, no other."""

    def read_query(request: Request, index: CurrentIndex) -> Shape:
        query = request.query_params
        fields = {field.alias or name: field for name, field in shape.model_fields.items()}
        lists = {key for key, field in fields.items() if isinstance(field.default, tuple)}
        values = {key: tuple(query.getlist(key)) if key in lists else query[key] for key in query}
        repeated = tuple(
            Fout(veld=key, melding="Geef deze sleutel één keer.")
            for key in fields
            if key not in lists and len(query.getlist(key)) > 1
        )
        try:
            selection = shape.model_validate(values, context=list_known_names(index))
        except ValidationError as error:
            raise InvalidInputError(repeated + list_faults(error)) from None
        if repeated:
            raise InvalidInputError(repeated)
        return selection

    return read_query


def _require_plain_json(request: Request) -> None:
    """Parameters such as a charset are allowed: JSON is UTF-8 whatever they say."""
    header = Message()
    header["Content-Type"] = request.headers.get("content-type", "")
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if header.get_content_type() != "application/json":
        raise HTTPException(415)
    if encoding != "identity":
        raise HTTPException(415, "Stuur de inhoud zonder Content-Encoding: gecomprimeerde inhoud wordt niet gelezen.")


async def _receive_body(request: Request) -> bytes:
    try:
        return await request.body()
    except ClientDisconnect:
        raise HTTPException(400, "De verbinding werd verbroken voordat de inhoud binnen was.") from None
