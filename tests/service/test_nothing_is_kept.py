"""Nothing of what is asked stays behind: not in the log, whichever line is written, and not in what is remembered."""

import ast
import gc
import importlib
import logging
import pkgutil
import random
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from starlette.testclient import TestClient

import corpus
import indexer
import service
from indexer.info import IndexUnusableError
from indexer.store import OpenIndex
from service.app import create_app
from service.settings import ServiceSettings
from service.types import Answer
from tests.conftest import PROJECT

INVENTED_END = "oeiaue"
SECRET = "kwikzilverlaan"
QUESTION = f"Mijn buurvrouw uit de {SECRET} wacht al 48151623 dagen: hoeveel plekken zijn er?"
_LOGGING = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def import_all(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def list_log_lines() -> set[tuple[str, int]]:
    """Every place in the service that writes to the log: (file, line)."""
    places = set()
    for file in sorted((PROJECT / "service").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr in _LOGGING and ast.unparse(node.func.value) in ("_log", "_logger"):
                places.add((file.name, node.lineno))
    return places


def test_a_question_that_reaches_a_line_of_the_log_is_not_in_it(
    fake_index: OpenIndex, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def say_loose_number(question: str, *_: object) -> Answer:
        return Answer("beantwoord", None, f"{question} Dat zijn er 99123 [1].", question)

    def fail(question: Any, *_: object) -> Answer:
        raise ValueError(question.text)

    def not_usable(_settings: ServiceSettings) -> OpenIndex:
        raise IndexUnusableError("geen index")

    def unforeseen(_settings: ServiceSettings) -> OpenIndex:
        raise RuntimeError("onverwacht")

    with caplog.at_level(logging.DEBUG):
        for opener in (not_usable, unforeseen, lambda _settings: fake_index):
            with TestClient(create_app(ServiceSettings(), opener=opener)) as client:
                wait_until_opened(client)
                for address, body in everything_that_is_asked().items():
                    client.post(address, json=body)
                    client.get("/", params={"vraag": QUESTION})
                with monkeypatch.context() as patched:
                    patched.setattr("service.answering.answer_figure_question", say_loose_number)
                    client.post("/v1/vragen", json={"vraag": QUESTION})
                with monkeypatch.context() as patched:
                    patched.setattr("service.routes.questions.answer_question", fail)
                    client.post("/v1/vragen", json={"vraag": QUESTION})
    written = {(Path(record.pathname).name, record.lineno) for record in caplog.records if "/service/" in record.pathname}
    assert list_log_lines() <= written, "a line of the log that no question of this test reaches"
    for record in caplog.records:
        if not record.name.startswith(("httpx", "asyncio")):
            logged = record.getMessage() + str(record.exc_text)
            assert not [word for word in (SECRET, "48151623", "99123") if word in logged]


def everything_that_is_asked() -> dict[str, dict[str, Any]]:
    return {
        "/v1/vragen": {"vraag": "En in de stad?", "gesprek": [{"vraag": QUESTION, "antwoord": QUESTION}]},
        "/gesprek": {"vraag": QUESTION},
        "/v1/zoekopdrachten": {"zoekvraag": QUESTION},
        "/v1/formuleringen": {"tekst": QUESTION},
    }


def wait_until_opened(client: TestClient) -> None:
    state = client.app.state  # type: ignore[attr-defined]  # Starlette's, behind TestClient's wider type
    for _ in range(1000):
        if state.index is not None or state.index_failure is not None:
            return
        client.get("/health/live")
    raise AssertionError("the index was never opened")


def list_remembered() -> Iterator[str]:
    """Every text by which a cache of ours remembers something."""
    modules = [module for package in (corpus, indexer, service) for module in import_all(package)]
    caches = [function for module in modules for function in vars(module).values() if hasattr(function, "cache_info")]
    assert caches, "no cache was found: is this still looking in the right place?"
    for cache in caches:
        for entries in gc.get_referents(cache):
            for key in entries if isinstance(entries, dict) else ():
                yield from (part for part in (key if isinstance(key, tuple | list) else [key]) if isinstance(part, str))


def ask_in_invented_words(client: TestClient, chance: random.Random) -> None:
    """Questions, talks, searches and wordings, each in words that nobody used before and that end alike."""

    def invent(many: int) -> str:
        return " ".join("".join(chance.choices("bdfgklmnprstvwz", k=5)) + INVENTED_END for _ in range(many))

    for question in ("Hoeveel {} waren er in {}?", "Wat is {}, en {}?", "Waarom {} de regio {}?", "indicaties {} GGZ03W {}"):
        asked = question.format(invent(3), invent(2).title())
        talk = [{"vraag": f"Wat doet {invent(3)}?", "antwoord": invent(20)}]
        for address, body in {
            "/v1/vragen": {"vraag": asked},
            "/gesprek": {"vraag": f"En in {invent(1).title()}?", "gesprek": talk},
            "/v1/zoekopdrachten": {"zoekvraag": asked},
            "/v1/formuleringen": {"tekst": f"{asked} {invent(120)}"},
        }.items():
            assert client.post(address, json=body).status_code == 200
        document = "/documenten/kpmg-eindrapport-2024"
        assert client.get(document, params={"zoek": invent(3)}).status_code == 200
        assert client.get(document, params={"t": "0-10", "van": invent(3), "versie": "x"}).status_code < 500


def test_no_cache_holds_what_is_asked(fake_index: OpenIndex) -> None:
    with TestClient(create_app(ServiceSettings(), index=fake_index)) as client:
        ask_in_invented_words(client, random.Random(7))
    assert not [text for text in list_remembered() if INVENTED_END in text.lower()]


def test_no_compiled_expression_holds_what_is_asked(fake_index: OpenIndex) -> None:
    with TestClient(create_app(ServiceSettings(), index=fake_index)) as client:
        client.post(
            "/v1/vragen", json={"vraag": f"En in {SECRET}?", "gesprek": [{"vraag": "Wat doet Twente?", "antwoord": "Veel."}]}
        )
        client.get("/documenten/kpmg-eindrapport-2024", params={"zoek": SECRET})
    remembered: dict[Any, Any] = re._cache  # type: ignore[attr-defined]  # there is no public way to look
    assert not [key for key in remembered if SECRET in str(key)]
