"""What every page route shares: the index if it is open, the text that was sent, and what is wrong with it.

Queries are read by hand here, since a person who mistypes an address must get a sentence and not a list of validation errors.
"""

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import QueryParams

from indexer.store import OpenIndex
from service.pages.rendering import render_message


def find_opened_index(request: Request) -> OpenIndex | None:
    """The index, or None as long as it isn't open."""
    index: OpenIndex | None = request.app.state.index
    return index


def render_not_ready(request: Request) -> HTMLResponse:
    """The page for when there is no index to answer from: wait, or warn the keeper."""
    if getattr(request.app.state, "index_failure", None) is not None:
        return render_message(503, "Er is een storing", "De documenten zijn niet te openen. Meld dit bij de beheerder.")
    return render_message(
        503, "Nog even geduld", "De documenten worden nog geopend. Laad deze pagina over een halve minuut opnieuw."
    )


def read_text(query: QueryParams, key: str) -> str | None:
    """The text that was sent, without the carriage returns of a form; None when the key is absent."""
    text = query.get(key)
    return None if text is None else text.replace("\r\n", "\n").strip()


def find_fault(text: str | None, most: int, to_do: str, way_out: str = "") -> str | None:
    """What is wrong with the text, in a sentence that says what to do; None when nothing is, or nothing was sent.

    ``to_do`` is for an empty field ("Schrijf een vraag"); ``way_out`` is what else helps who has more characters than ``most``.
    """
    if text == "":
        return f"Het veld is leeg. {to_do} in het veld."
    if text and len(text) > most:
        return f"De tekst is te lang: {len(text)} tekens. Maak er ten hoogste {most} van{way_out}."
    return None
