"""POST /v1/formuleringen: does this wording stand in the sources?"""

from typing import Annotated

from fastapi import APIRouter, Depends

from service.http.description import body_of
from service.http.readiness import CurrentIndex
from service.http.request_reading import body_reader
from service.wire.requests import Formulering
from service.wire.wordings import Oordeel, verdict_to_wire
from service.wordings.checking import check_wording

router = APIRouter(tags=["formuleringen"])


@router.post(
    "/v1/formuleringen",
    operation_id="toetsFormulering",
    summary="Toets een formulering",
    description="Staat deze formulering zo in de bronnen? Witruimte, aanhalingstekens en afbreking tellen niet als verschil.",
    response_description="Het oordeel, met de plaatsen die erop lijken.",
    openapi_extra=body_of(Formulering),
)
def judge_wording(asked: Annotated[Formulering, Depends(body_reader(Formulering))], index: CurrentIndex) -> Oordeel:
    """The verdict on one wording."""
    return verdict_to_wire(check_wording(asked.tekst, index))
