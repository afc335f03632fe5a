"""POST /v1/vragen: ask a question and get an answer with its citations."""

from typing import Annotated

from fastapi import APIRouter, Depends

from service.answering import answer_question
from service.http.description import body_of
from service.http.readiness import CurrentIndex
from service.http.request_reading import body_reader
from service.wire.answers import Antwoord, answer_to_wire
from service.wire.requests import Vraag

router = APIRouter(tags=["vragen"])


@router.post(
    "/v1/vragen",
    operation_id="stelVraag",
    summary="Stel een vraag",
    description="Beantwoordt een vraag met letterlijke passages of berekende cijfers, of zegt dat het antwoord er niet staat.",
    response_description="Het antwoord, ook als er niets is gevonden.",
    openapi_extra=body_of(Vraag),
)
def ask_question(asked: Annotated[Vraag, Depends(body_reader(Vraag))], index: CurrentIndex) -> Antwoord:
    """The answer to one question; the talk so far travels with it."""
    return answer_to_wire(asked.vraag, answer_question(asked.to_question(), index), index.info)
