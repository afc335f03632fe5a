"""POST /v1/zoekopdrachten: the ranked passages alone, for evaluators."""

from typing import Annotated

from fastapi import APIRouter, Depends

from service.http.description import body_of
from service.http.readiness import CurrentIndex
from service.http.request_reading import body_reader
from service.retrieval import find_hits
from service.wire.answers import Treffers, hits_to_wire
from service.wire.requests import Zoekopdracht

router = APIRouter(tags=["zoekopdrachten"])


@router.post(
    "/v1/zoekopdrachten",
    operation_id="zoekPassages",
    summary="Zoek passages",
    description="De best passende passages met hun scores, zonder dat er een antwoord van wordt gemaakt.",
    response_description="De passages, beste eerst.",
    openapi_extra=body_of(Zoekopdracht),
)
def search_passages(asked: Annotated[Zoekopdracht, Depends(body_reader(Zoekopdracht))], index: CurrentIndex) -> Treffers:
    """The passages nearest to the query, best first."""
    return hits_to_wire(find_hits(asked.zoekvraag, index, count=asked.aantal), index)
