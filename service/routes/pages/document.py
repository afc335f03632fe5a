"""One document: its text with the passages marked that the address opens, and the panel that goes with a passage."""

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corpus.types import CanonicalText, Document
from indexer.store import OpenIndex
from service.citing import cite_span
from service.pages.answer_view import link_to_check
from service.pages.document_layout import Line, lay_out, list_contents, read_blocks
from service.pages.document_view import build_elements, name_place
from service.pages.opened_passages import Opened, read_opened
from service.pages.permalink import link_to_passages, make_permalink
from service.pages.rendering import render_message, render_page
from service.routes.pages.reading import find_opened_index, mask_value, render_not_ready
from service.types import Citation

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """What the panel says of the passage to show, and where it leads. ``address`` is the permalink with the site before it."""

    citation: Citation
    permalink: str
    address: str
    wording_link: str
    previous: str | None
    following: str | None


@router.get("/documenten/{document_id}")
def show_document(request: Request, document_id: str) -> HTMLResponse:
    """A document laid out as one, with the passages marked that the query opens (see ``opened_passages``)."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    if document_id not in index.documents:
        return _render_unknown()
    document, canonical = index.documents[document_id], index.texts[document_id]
    lines = _lay_out(document, canonical)
    opened = read_opened(mask_value(request.query_params, "zoek"), canonical, lines)
    return render_page(
        "document.html",
        document=document,
        contents=list_contents(canonical.text, lines),
        elements=build_elements(canonical.text, lines, opened.passages, opened.current, canonical.pages),
        opened=opened,
        shown=_describe_passage(request, index, document, opened),
    )


@router.get("/documenten/{document_id}/passage")
def show_passage(request: Request, document_id: str) -> HTMLResponse:
    """The panel of a passage alone, for a script that has marked it; the query as of the document's own address."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    if document_id not in index.documents:
        return _render_unknown()
    document, canonical = index.documents[document_id], index.texts[document_id]
    opened = read_opened(mask_value(request.query_params, "zoek"), canonical, _lay_out(document, canonical))
    return render_page("document_passage.html", opened=opened, shown=_describe_passage(request, index, document, opened))


def _render_unknown() -> HTMLResponse:
    return render_message(404, "Dit document is er niet", "Het adres klopt niet, of het document is verwijderd.")


def _lay_out(document: Document, canonical: CanonicalText) -> tuple[Line, ...]:
    return lay_out(canonical.text, read_blocks(canonical, document.language))


def _describe_passage(request: Request, index: OpenIndex, document: Document, opened: Opened) -> ShownPassage | None:
    if opened.current is None:
        return None
    citation = cite_span(index, document.id, opened.current, opened.number)
    permalink = make_permalink(document.id, citation.version, citation.span, citation.quote)
    return ShownPassage(
        citation=citation,
        permalink=permalink,
        address=str(request.base_url).rstrip("/") + permalink,
        wording_link=link_to_check(citation.quote),
        previous=_link_to(document, opened, opened.number - 1),
        following=_link_to(document, opened, opened.number + 1),
    )


def _link_to(document: Document, opened: Opened, number: int) -> str | None:
    if not 1 <= number <= len(opened.passages):
        return None
    if opened.wanted:
        query = urlencode({"zoek": opened.wanted, "plaats": number})
        return f"?{query}#{name_place(opened.passages[number - 1])}"
    return link_to_passages(document.id, opened.passages, number)
