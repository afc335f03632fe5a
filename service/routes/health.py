"""GET /health/live and /health/ready: for whatever watches over the process."""

from typing import Literal

from fastapi import APIRouter

from service.http.readiness import CurrentIndex
from service.wire.citations import ResponseShape
from service.wire.documents import Indexversie, info_to_wire

router = APIRouter(tags=["gezondheid"])


class Levend(ResponseShape):
    """Het proces draait."""

    status: Literal["levend"] = "levend"
    """Altijd levend."""


class Gereed(ResponseShape):
    """De dienst kan antwoorden."""

    status: Literal["gereed"] = "gereed"
    """Altijd gereed; anders is het antwoord een 503."""
    index: Indexversie
    """De index die open is."""


@router.get(
    "/health/live", operation_id="leeft", summary="Draait het proces?", description="Antwoordt zodra het proces draait."
)
async def report_live() -> Levend:
    """That the process runs; async, so that a full thread pool doesn't make it look dead."""
    return Levend()


@router.get(
    "/health/ready",
    operation_id="isGereed",
    summary="Kan de dienst antwoorden?",
    description="Antwoordt 503 tot de index open is.",
)
async def report_ready(index: CurrentIndex) -> Gereed:
    """That questions can be answered, and from which index."""
    return Gereed(index=info_to_wire(index.info))
