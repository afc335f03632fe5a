"""GET /v1/instroomcijfers: the figures, as JSON, as CSV or as a chart, whole or a page at a time."""

from collections.abc import Sequence
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from indexer.store import OpenIndex
from service.charts.drawing import draw_chart
from service.charts.planning import NothingToDrawError, plan_chart
from service.figures.caveats import caveats_of
from service.figures.selection import select_figures
from service.http.description import query_of
from service.http.problems import Fout, InvalidInputError
from service.http.readiness import CurrentIndex
from service.http.request_reading import query_reader
from service.types import CitedFigure
from service.wire.figures import Cijfers, figures_to_csv, figures_to_wire
from service.wire.requests import Cijferselectie

router = APIRouter(tags=["instroomcijfers"])

Form = Literal["json", "csv", "svg"]
_MEDIA_TYPES: dict[Form, str] = {"json": "application/json", "csv": "text/csv", "svg": "image/svg+xml"}
_FIGURES_PER_PAGE = 100
# A drawing that is opened by itself is a document too: it may use its own styles and nothing else.
_CHART_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_DESCRIPTION = (
    "De cijfers uit de documenten, elk met de cel of de woorden waaruit het komt: eerst de tabel van indicaties per zorgprofiel, "
    "dan de andere reeksen. De kop Accept kiest de vorm, en anders de sleutel weergave.\n\n"
    "* application/json: de cijfers met hun kanttekeningen; ook als geen van de gevraagde vormen er is.\n"
    "* text/csv: dezelfde cijfers volgens RFC 4180, in UTF-8, met een kopregel. Een tekst die een rekenblad voor een formule zou "
    "aanzien (aan het begin =, +, - of @), krijgt er een ' voor.\n"
    "* image/svg+xml: een grafiek van de hele selectie: lijnen over de peildata, of staven bij één peildatum en bij kerncijfers. "
    "Een grafiek toont één maat: aantal, tenzij maat een andere kiest of de selectie geen aantallen heeft.\n\n"
    "Met pagina en aantalPerPagina komen de cijfers in pagina's, en noemt de kop Link (RFC 8288) de eerste, de vorige, de "
    "volgende en de laatste."
)
_LINK = {
    "description": "Bij pagina's: de eerste, vorige, volgende en laatste pagina (RFC 8288).",
    "schema": {"type": "string"},
}
_FORMS: dict[str, object] = {
    _MEDIA_TYPES["csv"]: {"schema": {"type": "string"}},
    _MEDIA_TYPES["svg"]: {"schema": {"type": "string"}},
}


@router.get(
    "/v1/instroomcijfers",
    operation_id="geefInstroomcijfers",
    summary="Cijfers",
    description=_DESCRIPTION,
    response_description="De cijfers die aan de selectie voldoen.",
    responses={200: {"content": _FORMS, "headers": {"Link": _LINK}}},
    openapi_extra=query_of(Cijferselectie),
    response_model=Cijfers,
)
def list_figures(
    request: Request, wanted: Annotated[Cijferselectie, Depends(query_reader(Cijferselectie))], index: CurrentIndex
) -> Response:
    """The selected figures in the form that the caller prefers."""
    profiles, series = frozenset(wanted.profiel), frozenset(wanted.reeks)
    found = select_figures(index, profiles, wanted.maat, wanted.vanaf, wanted.tot, series)
    form = wanted.weergave or choose_form(",".join(request.headers.getlist("accept")))
    if form == "svg":
        return _answer_chart(found)
    return _answer_page(request, form, found, wanted, index)


def choose_form(accept: str) -> Form:
    """The form that an Accept header ranks highest (RFC 9110, 12.5.1); of equals the one it names most exactly, then JSON.

    Whoever accepts none of the three gets JSON, as that section allows.
    """
    ranges = [_read_range(choice) for choice in accept.lower().split(",")]
    ranked = {form: _rank(media_type, ranges) for form, media_type in _MEDIA_TYPES.items()}
    best = max(ranked, key=lambda form: ranked[form])
    return best if ranked[best][0] > 0 else "json"


def _read_range(choice: str) -> tuple[str, float]:
    media_range, *parameters = (part.strip() for part in choice.split(";"))
    weight = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
    try:
        return media_range, float(weight)
    except ValueError:
        return media_range, 0.0


def _rank(media_type: str, ranges: Sequence[tuple[str, float]]) -> tuple[float, int]:
    """The weight that the most exact range gives a media type, and how exact that range is; (0, 0) without one."""
    by_exactness = (("*/*", 1), (f"{media_type.partition('/')[0]}/*", 2), (media_type, 3))
    ranks = [(exactness, weight) for name, exactness in by_exactness for named, weight in ranges if named == name]
    exactness, weight = max(ranks, default=(0, 0.0))
    return weight, exactness


def _answer_chart(found: Sequence[CitedFigure]) -> Response:
    try:
        drawn = draw_chart(plan_chart(found))
    except NothingToDrawError as error:
        raise HTTPException(400, str(error), headers={"Vary": "Accept"}) from None
    headers = {
        "Vary": "Accept",
        "Content-Disposition": 'inline; filename="instroomcijfers.svg"',
        "Content-Security-Policy": _CHART_POLICY,
    }
    return Response(drawn, media_type=_MEDIA_TYPES["svg"], headers=headers)


def _answer_page(
    request: Request, form: Form, found: Sequence[CitedFigure], wanted: Cijferselectie, index: OpenIndex
) -> Response:
    headers = {"Vary": "Accept"}
    shown = found
    if wanted.pagina or wanted.aantal_per_pagina:
        page, size = wanted.pagina or 1, wanted.aantal_per_pagina or _FIGURES_PER_PAGE
        last = max(1, -(-len(found) // size))
        if page > last:
            raise InvalidInputError((Fout(veld="pagina", melding=_say_last_page(last)),))
        shown = found[(page - 1) * size : page * size]
        headers["Link"] = _link_pages(request, page, size, last)
    caveats = caveats_of((cited.figure for cited in shown), index)
    selection = figures_to_wire(shown, caveats, len(found))
    if form == "csv":
        headers["Content-Disposition"] = 'attachment; filename="instroomcijfers.csv"'
        return Response(figures_to_csv(selection), media_type=_MEDIA_TYPES["csv"], headers=headers)
    return Response(selection.model_dump_json(by_alias=True), media_type=_MEDIA_TYPES["json"], headers=headers)


def _say_last_page(last: int) -> str:
    return (
        "Er is maar één pagina; kies 1." if last == 1 else f"Er zijn {last} pagina's; kies een getal van 1 tot en met {last}."
    )


def _link_pages(request: Request, page: int, size: int, last: int) -> str:
    """The Link header: addresses relative to the host, since behind a proxy the service doesn't know its own name."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in ("pagina", "aantalPerPagina")]
    pages = {"first": 1, "prev": page - 1, "next": page + 1, "last": last}
    return ", ".join(
        f'<{request.url.path}?{urlencode([*kept, ("pagina", number), ("aantalPerPagina", size)])}>; rel="{relation}"'
        for relation, number in pages.items()
        if 1 <= number <= last
    )
