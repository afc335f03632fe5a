"""Answers every error in the form that its address promises: a page to people, a problem (``problems.py``) to programs.

Neither repeats what was sent but the names of fields: a question can hold personal data.
"""

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.http.problems import Fout, InvalidInputError, make_problem
from service.pages.rendering import render_message

# The API, what watches over the process, and the talk, which the page's own script asks for.
_FOR_PROGRAMS = ("/v1", "/health", "/gesprek")

# Heading and message of a page, where the raiser has no better words.
_PAGE_TEXTS = {
    400: ("Dit adres klopt niet", "Wat er in het adres staat is niet te begrijpen. Begin opnieuw vanaf de eerste pagina."),
    404: ("Deze pagina is er niet", "Het adres klopt niet, of de pagina is verwijderd."),
    405: ("Dit kan hier niet", "U kunt deze pagina alleen bekijken."),
    413: ("Dit is te veel tekst", "U verstuurt meer tekst dan hier past. Maak de tekst korter en probeer het opnieuw."),
    500: (
        "Er ging iets mis",
        "Dit ligt niet aan u. Probeer het over een minuut opnieuw. Blijft het misgaan, meld het dan bij de beheerder.",
    ),
    503: ("Nog even geduld", "Op dit moment kan deze pagina niet worden getoond. Probeer het over een minuut opnieuw."),
}
_OTHER_PAGE_TEXT = ("Dit lukt niet", "Deze pagina kan niet worden getoond.")


def answer_error(
    path: str, status: int, detail: str = "", faults: tuple[Fout, ...] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The response for an error at this path; ``detail`` says it better than the standing text of its status."""
    if any(path == own or path.startswith(f"{own}/") for own in _FOR_PROGRAMS):
        return make_problem(status, detail, faults, headers)
    heading, message = _PAGE_TEXTS.get(status, _OTHER_PAGE_TEXT)
    page = render_message(status, heading, " ".join(fault.melding for fault in faults) or detail or message)
    page.headers.update(headers or {})
    return page


def add_error_handlers(app: FastAPI) -> None:
    """Makes the app answer every refusal in this way; what nobody foresaw is caught further out, in ``edge.py``."""
    app.add_exception_handler(InvalidInputError, _answer_invalid_input)
    app.add_exception_handler(HTTPException, _answer_http_exception)


async def _answer_invalid_input(request: Request, error: Exception) -> Response:
    faults = error.faults if isinstance(error, InvalidInputError) else ()
    count = "één fout" if len(faults) == 1 else f"{len(faults)} fouten"
    return answer_error(request.scope["path"], 400, f"De aanvraag heeft {count}; verbeter wat bij fouten staat.", faults)


async def _answer_http_exception(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return answer_error(request.scope["path"], 500)
    headers = dict(error.headers or {})
    if "Allow" in headers:
        headers["Allow"] = _allowed_methods(headers["Allow"])
    # Starlette's own details are English status phrases; ours are whole sentences and end with a full stop.
    detail = error.detail if error.detail.endswith(".") else ""
    return answer_error(request.scope["path"], error.status_code, detail, headers=headers)


def _allowed_methods(allow: str) -> str:
    methods = {method.strip() for method in allow.split(",")}
    return ", ".join(sorted(methods | {"HEAD"} if "GET" in methods else methods))
