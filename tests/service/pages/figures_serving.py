"""Serves the page of figures by itself over any index, and reads where its links lead."""

import re
from urllib.parse import urlsplit

from bs4 import Tag
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.http.errors import add_error_handlers
from service.routes import figures as figures_api
from service.routes.pages import figures as figures_page


def serve(index: object) -> TestClient:
    app = FastAPI()
    app.state.index = index
    add_error_handlers(app)
    app.include_router(figures_page.router)
    app.include_router(figures_api.router)
    return TestClient(app)


def place_of(link: Tag) -> tuple[str, int, int]:
    address = urlsplit(str(link["href"]))
    place = re.fullmatch(r"t(\d+)-(\d+)", address.fragment)
    assert place is not None and address.path.startswith("/documenten/")
    return address.path.removeprefix("/documenten/"), int(place[1]), int(place[2])
