"""What every page route shares: the index if it is open, the text that was sent, masked, and what is wrong with it.

Queries are read by hand here, since a person who mistypes an address must get a sentence and not a list of validation errors.
"""

from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import QueryParams

from indexer.store import OpenIndex
from service.pages.rendering import render_message
from service.personal_data import mask_personal_data


@dataclass(frozen=True, slots=True)
class SentText:
    """The text of a field, with personal data masked; ``fault`` says in a sentence what is wrong with it and what to do."""

    text: str
    fault: str | None


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


def read_text(query: QueryParams, key: str, most: int, to_do: str, way_out: str = "") -> SentText | None:
    """The text that was sent, without the carriage returns of a form; None when the key is absent.

    A text without fault has at most ``most`` characters, its masks included. ``to_do`` is for an empty field ("Schrijf een
    vraag"); ``way_out`` is what else helps who has more characters.
    """
    if key not in query:
        return None
    text = query[key].replace("\r\n", "\n").strip()
    masked = mask_personal_data(text)
    if not text:
        return SentText(masked, f"Het veld is leeg. {to_do} in het veld.")
    if len(text) > most:
        return SentText(masked, f"De tekst is te lang: {len(text)} tekens. Maak er ten hoogste {most} van{way_out}.")
    return SentText(masked[:most], None)


def mask_value(query: QueryParams, key: str) -> QueryParams:
    """The query with personal data masked in what was sent under this key."""
    return QueryParams([(name, mask_personal_data(value) if name == key else value) for name, value in query.multi_items()])
