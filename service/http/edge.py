"""The outermost layer around every request: what must hold for any response, whatever happens inside.

Bodies over the limit are refused, HEAD is answered as GET (the server leaves out the body), every response gets its
headers, and an unforeseen error becomes a problem or a page without a stack trace. The log names the place of an error,
never its message: that could hold the words of a question.
"""

import logging
import traceback

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.http.errors import answer_error

API_VERSION = "1.0.0"
API_PATH = "/v1"

_LENGTH_DIGITS = 18  # enough for any limit; converting thousands of digits is an error of its own

_logger = logging.getLogger(__name__)


class EdgeMiddleware:
    """ASGI middleware that keeps the promises above; ``maximum_body_bytes`` counts the body alone."""

    def __init__(self, app: ASGIApp, maximum_body_bytes: int) -> None:
        self.app = app
        self.maximum_body_bytes = maximum_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one request, or passes on what is no HTTP request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        outgoing = _Outgoing(scope, send)
        inner_scope = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        try:
            if _declared_length(scope) > self.maximum_body_bytes:
                raise _body_too_large(self.maximum_body_bytes)
            await self.app(inner_scope, _limit_body(receive, self.maximum_body_bytes), outgoing.send)
        except Exception as error:
            response = _response_to(error, scope)
            if not outgoing.started:
                await response(inner_scope, receive, outgoing.send)


class _Outgoing:
    """Sends a response on with the headers it must have, and remembers whether it has begun."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            _set_headers(self._scope, MutableHeaders(scope=message))
        await self._send(message)


def _set_headers(scope: Scope, headers: MutableHeaders) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    if is_api_path(scope["path"]):
        headers["API-Version"] = API_VERSION
        if scope["method"] == "POST":
            headers["Cache-Control"] = "no-store"


def is_api_path(path: str) -> bool:
    """Whether a path is the API's: ``/v1`` or anything under it."""
    return path == API_PATH or path.startswith(API_PATH + "/")


def _declared_length(scope: Scope) -> int:
    declared = Headers(scope=scope).get("content-length", "0")
    return int(declared[:_LENGTH_DIGITS]) if declared.isdecimal() else 0


def _limit_body(receive: Receive, limit: int) -> Receive:
    """Counts what comes in, since a chunked body declares no length."""
    received = 0

    async def receive_limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise _body_too_large(limit)
        return message

    return receive_limited


def _body_too_large(limit: int) -> HTTPException:
    return HTTPException(413, f"De inhoud van de aanvraag mag ten hoogste {limit} bytes zijn; maak hem kleiner.")


def _response_to(error: Exception, scope: Scope) -> ASGIApp:
    if isinstance(error, HTTPException):
        return answer_error(scope["path"], error.status_code, error.detail, headers=error.headers)
    place = "".join(traceback.format_tb(error.__traceback__))
    _logger.error("Onverwachte fout %s bij %s %r\n%s", type(error).__name__, scope["method"], scope["path"], place)
    return answer_error(scope["path"], 500)
