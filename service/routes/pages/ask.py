"""The first page: one field, and the answer. Without JavaScript the talk travels in the address."""

from urllib.parse import quote_plus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import QueryParams

from service.answering import answer_question
from service.pages.rendering import render_page
from service.routes.pages.reading import MAX_CHARACTERS, find_fault, find_opened_index, read_text, render_not_ready
from service.types import Question, Turn

MAX_TURNS = 20  # the contract's limit
MAX_TALK_BYTES = 5000  # as it stands in the address: with a new question most proxies still pass a line of 8 kB
MAX_ANSWER_CHARACTERS = 600  # of an earlier answer: a follow-up needs its subject, not its tenth item
SHOWN_DOCUMENTS = 8  # on the first page; all of them stand at /documenten

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_question(request: Request) -> HTMLResponse:
    """The question page; with ``vraag`` in the query also its answer, and 400 when it is empty or too long."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    earlier = _read_talk(request.query_params)
    question = read_text(request.query_params, "vraag")
    fault = find_fault(question, "een vraag")
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
