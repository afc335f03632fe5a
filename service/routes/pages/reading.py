"""What every page route shares: the index if it is open, the text that was sent, and what is wrong with it.

Queries are read by hand here, since a person who mistypes an address must get a sentence and not a list of validation errors.
"""

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import QueryParams

from indexer.store import OpenIndex
from service.pages.rendering import render_message

MAX_CHARACTERS = 2000  # the contract's limit for a question, and enough for a paragraph to check


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


def find_fault(text: str | None, thing: str) -> str | None:
    """What is wrong with the text, in a sentence that says what to do; None when nothing is, or nothing was sent."""
    if text == "":
        return f"Het veld is leeg. Schrijf {thing} in het veld."
    if text and len(text) > MAX_CHARACTERS:
        return f"De tekst is te lang: {len(text)} tekens. Maak er ten hoogste {MAX_CHARACTERS} van."
    return None
