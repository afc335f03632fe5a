"""The first page: one field, and the talk. The browser keeps the talk; without JavaScript it travels in the address."""

from typing import Annotated
from urllib.parse import quote_plus

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel
from starlette.datastructures import QueryParams

from service.answering import answer_question
from service.http.readiness import CurrentIndex
from service.http.request_reading import body_reader
from service.pages.answer_figures import view_chart
from service.pages.examples import EXAMPLES
from service.pages.markdown import write_turn
from service.pages.rendering import SAFETY_HEADERS, render_page, render_turn
from service.personal_data import mask_within
from service.routes.pages.reading import find_opened_index, read_text, render_not_ready
from service.types import LONGEST_QUESTION, Question, Turn
from service.wire.requests import LONGEST_ANSWER, MOST_TURNS, Vraag

MAX_TALK_BYTES = 5000  # as it stands in the address: with a new question most proxies still pass a line of 8 kB
MAX_ANSWER_CHARACTERS = 600  # of an earlier answer: a follow-up needs its subject, not its tenth item
MAX_NUMBER_DIGITS = 6  # of a turn; more than anyone asks in one talk
SHOWN_DOCUMENTS = 8  # on the first page; all of them stand at /documenten

router = APIRouter(include_in_schema=False)


class RenderedTurn(BaseModel):
    """A turn as the browser keeps it: what a follow-up needs of it, how it is shown and how it is saved."""

    vraag: str
    antwoord: str
    html: str
    markdown: str


@router.post("/gesprek")
def take_turn(request: Request, asked: Annotated[Vraag, Depends(body_reader(Vraag))], index: CurrentIndex) -> Response:
    """One turn of the talk for the page's own script; ``beurt`` in the query numbers it, so that its ids differ from others'."""
    answer = answer_question(asked.to_question(), index)
    turn = RenderedTurn(
        vraag=asked.vraag,
        antwoord=answer.text,
        html=render_turn(asked.vraag, answer, view_chart(answer, index), _read_number(request.query_params.get("beurt", ""))),
        markdown=write_turn(asked.vraag, answer),
    )
    headers = SAFETY_HEADERS | {"Cache-Control": "no-store"}
    return Response(turn.model_dump_json(), media_type="application/json", headers=headers)


@router.get("/")
def show_question(request: Request) -> HTMLResponse:
    """The question page; with ``vraag`` in the query also its answer, and 400 when it is empty or too long."""
    index = find_opened_index(request)
    if index is None:
        return render_not_ready(request)
    earlier = _read_talk(request.query_params)
    asked = read_text(request.query_params, "vraag", LONGEST_QUESTION, "Schrijf een vraag")
    fault = asked.fault if asked else None
    answer = answer_question(Question(asked.text, earlier), index) if asked and not fault else None
    return render_page(
        "ask.html",
        400 if fault else 200,
        question=asked.text if asked else "",
        answer=answer,
        chart=view_chart(answer, index) if answer else None,
        fault=fault,
        earlier=earlier,
        turns=_fit_talk((*earlier, Turn(asked.text, answer.text)) if asked and answer else earlier),
        examples=EXAMPLES,
        documents=tuple(index.documents.values()),
        shown_documents=SHOWN_DOCUMENTS,
    )


def _read_number(number: str) -> int:
    """The number of a turn, 1 where the browser gives none that could be one."""
    return int(number) if number.isascii() and number.isdigit() and len(number) <= MAX_NUMBER_DIGITS else 1


def _read_talk(query: QueryParams) -> tuple[Turn, ...]:
    """The earlier turns out of the hidden fields, masked, oldest first, the last twenty that could have been asked."""
    pairs = zip(query.getlist("eerdereVraag"), query.getlist("eerderAntwoord"), strict=False)
    asked = [(question, answer) for question, answer in pairs if 0 < len(question.strip()) <= LONGEST_QUESTION]
    return tuple(
        Turn(mask_within(question, LONGEST_QUESTION), mask_within(answer, LONGEST_ANSWER))
        for question, answer in asked[-MOST_TURNS:]
    )


def _fit_talk(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The newest turns that still fit in an address, answers shortened; oldest first."""
    fitting: list[Turn] = []
    room = MAX_TALK_BYTES
    for turn in reversed(turns[-MOST_TURNS:]):
        short = Turn(turn.question, turn.answer[:MAX_ANSWER_CHARACTERS])
        room -= len(quote_plus(short.question)) + len(quote_plus(short.answer))
        if room < 0:
            break
        fitting.insert(0, short)
    return tuple(fitting)
