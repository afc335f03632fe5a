"""Makes the HTML responses of the page: one template folder, strict headers, and the few static files with their hash.

Everything a browser needs comes from this process, so the Content-Security-Policy can forbid the rest of the world.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from service.pages.answer_figures import lay_out_figures
from service.pages.answer_view import (
    format_date,
    format_moment,
    link_to_citation,
    link_to_place,
    link_to_wording,
    part_caveats,
    split_answer,
    split_quote,
)
from service.pages.chart_view import ChartView
from service.pages.provenance import LABELS, name_of
from service.types import Answer

TEMPLATES_FOLDER = Path(__file__).parent / "templates"
STATIC_FOLDER = Path(__file__).parent / "static"
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
SAFETY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file in memory. ``fingerprint`` changes whenever its bytes do."""

    content: bytes
    media_type: str
    fingerprint: str


def load_assets(folder: Path) -> dict[str, Asset]:
    """Every static file in the folder by its name: the only names that ``/pagina/`` ever serves."""
    assets = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in MEDIA_TYPES:
            content = path.read_bytes()
            assets[path.name] = Asset(content, MEDIA_TYPES[path.suffix], hashlib.sha256(content).hexdigest()[:16])
    return assets


def render_page(template: str, status_code: int = 200, **values: object) -> HTMLResponse:
    """A page from its template, never stored by a cache: questions are nobody else's business."""
    html = _TEMPLATES.get_template(template).render(values)
    return HTMLResponse(html, status_code, headers=SAFETY_HEADERS | {"Cache-Control": "no-store"})


def render_turn(question: str, answer: Answer, chart: ChartView | None, number: int) -> str:
    """One turn of the talk as a piece of a page, the same that the whole page would hold; ``number`` counts from 1."""
    html: str = _TEMPLATES.get_template("turn.html").render(question=question, answer=answer, chart=chart, number=number)
    return html.strip()


def render_message(status_code: int, heading: str, message: str) -> HTMLResponse:
    """A page that says in one sentence what is the matter, with a way on."""
    return render_page("message.html", status_code, heading=heading, message=message)


def serve_asset(name: str, known_etag: str | None, asked_fingerprint: str | None) -> Response | None:
    """A static file, 304 when the browser has it already, None when there is no such file."""
    asset = ASSETS.get(name)
    if asset is None:
        return None
    lasting = asked_fingerprint == asset.fingerprint
    headers = SAFETY_HEADERS | {
        "ETag": f'"{asset.fingerprint}"',
        "Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache",
    }
    if known_etag and asset.fingerprint in known_etag:
        return Response(status_code=304, headers=headers)
    return Response(asset.content, media_type=asset.media_type, headers=headers)


def _link_to_asset(name: str) -> str:
    return f"/pagina/{name}?v={ASSETS[name].fingerprint}"


def _escape_canonical(text: str) -> Markup:
    """Escaped text that keeps its length in the browser: a bare carriage return would be turned into a line feed."""
    return escape(text).replace("\r", Markup("&#13;"))


ASSETS = load_assets(STATIC_FOLDER)
_TEMPLATES = Environment(
    loader=FileSystemLoader(TEMPLATES_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.filters |= {"date": format_date, "moment": format_moment, "canonical": _escape_canonical}
_TEMPLATES.filters |= {"text_blocks": split_answer, "quote_pieces": split_quote, "parted": part_caveats}
_TEMPLATES.filters |= {"figure_table": lay_out_figures, "answer_name": name_of}
_TEMPLATES.globals |= {
    "asset": _link_to_asset,
    "citation_link": link_to_citation,
    "place_link": link_to_place,
    "wording_link": link_to_wording,
}
_TEMPLATES.globals |= {"labels": LABELS}
