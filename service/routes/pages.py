"""The page for people: ask, read a document with the cited words marked, check a wording. It works without JavaScript.

With JavaScript the same page asks ``POST /v1/vragen`` itself; both ways show the same answer. Queries are read by hand
here, since a person who mistypes an address must get a sentence and not a list of validation errors.
"""

from urllib.parse import quote_plus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from indexer.store import OpenIndex
from service.answering import answer_question
from service.pages.document_view import RangeError, list_contents, read_range, split_document
from service.pages.rendering import render_message, render_page, serve_asset
from service.types import Question, Turn
from service.wordings.checking import check_wording

MAX_CHARACTERS = 2000  # the contract's limit for a question, and enough for a paragraph to check
MAX_TURNS = 20  # the contract's limit
MAX_TALK_BYTES = 5000  # as it stands in the address: with a new question most proxies still pass a line of 8 kB
MAX_ANSWER_CHARACTERS = 600  # of an earlier answer: a follow-up needs its subject, not its tenth item
SHOWN_DOCUMENTS = 8  # on the first page; all of them stand at /documenten

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_question(request: Request) -> HTMLResponse:
    """The question page; with ``vraag`` in the query also its answer, and 400 when it is empty or too long."""
    index = _opened_index(request)
    if index is None:
        return _render_not_ready(request)
    earlier = _read_talk(request.query_params)
    question = _read_text(request.query_params, "vraag")
    fault = _find_fault(question, "een vraag")
    answer = answer_question(Question(question, earlier), index) if question and not fault else None
    if answer and answer.status == "persoonsgegevens":
        question = answer.standalone_question  # the one in which personal data are masked
    return render_page(
        "ask.html",
        400 if fault else 200,
        question=question or "",
        answer=answer,
        fault=fault,
        earlier=earlier,
        turns=_fit_talk((*earlier, Turn(question, answer.text)) if question and answer else earlier),
        documents=tuple(index.documents.values()),
        shown_documents=SHOWN_DOCUMENTS,
    )


@router.get("/documenten")
def show_documents(request: Request) -> HTMLResponse:
    """The documents that answers come from."""
    index = _opened_index(request)
    return render_page("documents.html", documents=tuple(index.documents.values())) if index else _render_not_ready(request)


@router.get("/documenten/{document_id}")
def show_document(request: Request, document_id: str) -> HTMLResponse:
    """The canonical text of one document; ``begin`` and ``eind`` in the query mark those code points."""
    index = _opened_index(request)
    if index is None:
        return _render_not_ready(request)
    if document_id not in index.documents:
        return render_message(404, "Dit document is er niet", "Het adres klopt niet, of het document is verwijderd.")
    text, fault, marked = index.texts[document_id].text, None, None
    if {"begin", "eind"} & request.query_params.keys():
        try:
            marked = read_range(request.query_params.get("begin", ""), request.query_params.get("eind", ""), text)
        except RangeError as error:
            fault = str(error)
    contents = list_contents(passage for passage in index.passages if passage.document_id == document_id)
    return render_page(
        "document.html",
        document=index.documents[document_id],
        contents=contents,
        pieces=split_document(text, marked, contents),
        marked=marked,
        fault=fault,
    )


@router.get("/formulering")
def show_wording(request: Request) -> HTMLResponse:
    """The page that checks a wording; with ``tekst`` in the query also the verdict."""
    index = _opened_index(request)
    if index is None:
        return _render_not_ready(request)
    text = _read_text(request.query_params, "tekst")
    fault = _find_fault(text, "een zin")
    verdict = check_wording(text, index) if text and not fault else None
    return render_page("wording.html", 400 if fault else 200, text=text or "", verdict=verdict, fault=fault)


@router.get("/over")
def show_about(request: Request) -> HTMLResponse:
    """What this is, what it is not, and how fresh its index is."""
    index = _opened_index(request)
    if index is None:
        return _render_not_ready(request)
    return render_page(
        "about.html",
        info=index.info,
        documents=len(index.documents),
        passages=len(index.passages),
        figures=len(index.figures),
    )


@router.get("/pagina/{name}")
def show_asset(request: Request, name: str) -> Response:
    """A static file of the page, with its hash as ETag."""
    response = serve_asset(name, request.headers.get("If-None-Match"), request.query_params.get("v"))
    if response is None:
        raise HTTPException(404)
    return response


def _opened_index(request: Request) -> OpenIndex | None:
    index: OpenIndex | None = request.app.state.index
    return index


def _render_not_ready(request: Request) -> HTMLResponse:
    if getattr(request.app.state, "index_failure", None) is not None:
        return render_message(503, "Er is een storing", "De documenten zijn niet te openen. Meld dit bij de beheerder.")
    return render_message(
        503, "Nog even geduld", "De documenten worden nog geopend. Laad deze pagina over een halve minuut opnieuw."
    )


def _read_text(query: QueryParams, key: str) -> str | None:
    """The text that was sent, without the carriage returns of a form; None when the key is absent."""
    text = query.get(key)
    return None if text is None else text.replace("\r\n", "\n").strip()


def _find_fault(text: str | None, thing: str) -> str | None:
    """What is wrong with the text, in a sentence that says what to do; None when nothing is, or nothing was sent."""
    if text == "":
        return f"Het veld is leeg. Schrijf {thing} in het veld."
    if text and len(text) > MAX_CHARACTERS:
        return f"De tekst is te lang: {len(text)} tekens. Maak er ten hoogste {MAX_CHARACTERS} van."
    return None


def _read_talk(query: QueryParams) -> tuple[Turn, ...]:
    """The earlier turns out of the hidden fields, oldest first, the last twenty that could have been asked."""
    pairs = zip(query.getlist("eerdereVraag"), query.getlist("eerderAntwoord"), strict=False)
    turns = [Turn(question, answer) for question, answer in pairs if 0 < len(question.strip()) <= MAX_CHARACTERS]
    return tuple(turns[-MAX_TURNS:])


def _fit_talk(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The newest turns that still fit in an address, answers shortened; oldest first."""
    fitting: list[Turn] = []
    room = MAX_TALK_BYTES
    for turn in reversed(turns[-MAX_TURNS:]):
        short = Turn(turn.question, turn.answer[:MAX_ANSWER_CHARACTERS])
        room -= len(quote_plus(short.question)) + len(quote_plus(short.answer))
        if room < 0:
            break
        fitting.insert(0, short)
    return tuple(fitting)
