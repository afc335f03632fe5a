"""What holds for every response, whatever happens inside."""

import logging
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from service.http.edge import EdgeMiddleware, is_api_path
from tests.service.addresses import read_problem


def fail_over_a_question(request: Request) -> Response:
    raise ValueError(request.query_params.get("vraag"))


async def send_back(request: Request) -> Response:
    return PlainTextResponse(await request.body())


def break_off(_request: Request) -> Response:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"begin"
        raise RuntimeError("geheim")

    return StreamingResponse(pieces())


@pytest.fixture
def client() -> TestClient:
    routes = [
        Route("/v1/fout", fail_over_a_question),
        Route("/v1/terug", send_back, methods=["POST"]),
        Route("/v1/lees", lambda _: PlainTextResponse("lees")),
        Route("/v1/breuk", break_off),
        Route("/kapot", fail_over_a_question),
        Route("/pagina", lambda _: PlainTextResponse("pagina")),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(EdgeMiddleware, maximum_body_bytes=10)]))


def test_the_log_says_where_an_error_was_and_not_its_message(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_problem(client.get("/v1/fout", params={"vraag": "geheim"}), 500)
    (logged,) = [record.getMessage() for record in caplog.records if record.name == "service.http.edge"]
    assert "ValueError" in logged
    assert "fail_over_a_question" in logged
    assert "geheim" not in logged


def test_an_address_cannot_write_its_own_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def fail(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ValueError

    TestClient(EdgeMiddleware(fail, maximum_body_bytes=10)).get("/v1/x%0AERROR:%20nep")
    (logged,) = [record.getMessage() for record in caplog.records if record.name == "service.http.edge"]
    assert "ERROR: nep" in logged
    assert "\nERROR: nep" not in logged


@pytest.mark.parametrize(("path", "status"), [("/kapot?vraag=geheim", 500), ("/pagina", 413)])
def test_an_error_on_a_page_is_a_page(client: TestClient, path: str, status: int) -> None:
    response = client.request("GET" if status == 500 else "POST", path, content=b"" if status == 500 else b"x" * 11)
    assert (response.status_code, response.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "geheim" not in response.text and "Traceback" not in response.text


def test_a_response_that_has_begun_is_not_begun_again(client: TestClient) -> None:
    assert client.get("/v1/breuk").content == b"begin"


@pytest.mark.parametrize("length", [0, 1, 10])
def test_a_body_within_the_limit_comes_through_whole(client: TestClient, length: int) -> None:
    assert client.post("/v1/terug", content=b"x" * length).content == b"x" * length


@pytest.mark.parametrize("length", ["11", "1" * 5000])
def test_a_body_that_declares_more_is_refused_unread(client: TestClient, length: str) -> None:
    read_problem(client.post("/v1/terug", content=b"x", headers={"Content-Length": length}), 413)


def test_head_is_get_without_its_body(client: TestClient) -> None:
    head, get = client.head("/v1/lees"), client.get("/v1/lees")
    assert (head.status_code, head.content, head.headers) == (200, b"", get.headers)


@pytest.mark.parametrize("path", ["/v1/lees", "/v1/bestaat-niet", "/v1/fout", "/v1/", "/v1"])
def test_every_response_of_the_api_has_its_version(client: TestClient, path: str) -> None:
    assert client.get(path).headers["API-Version"] == "1.0.0"


def test_a_refused_body_has_the_version_too(client: TestClient) -> None:
    assert client.post("/v1/terug", content=b"x" * 11).headers["API-Version"] == "1.0.0"


@pytest.mark.parametrize("path", ["/pagina", "/v2/lees"])
def test_a_response_outside_the_api_has_no_version(client: TestClient, path: str) -> None:
    assert "API-Version" not in client.get(path).headers


@pytest.mark.parametrize("path", ["/pagina", "/v1/lees", "/v1/fout", "/bestaat-niet", "/kapot"])
def test_no_browser_guesses_a_media_type(client: TestClient, path: str) -> None:
    assert client.get(path).headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_posted_is_never_stored_by_a_cache(client: TestClient) -> None:
    assert client.post("/v1/terug", content=b"x").headers["Cache-Control"] == "no-store"
    assert client.post("/v1/terug", content=b"x" * 11).headers["Cache-Control"] == "no-store"
    assert "Cache-Control" not in client.get("/v1/lees").headers


@pytest.mark.parametrize(
    ("path", "ours"),
    [("/v1", True), ("/v1/", True), ("/v1/x", True), ("/v10", False), ("/", False), ("", False), ("/x/v1/", False)],
)
def test_the_api_is_v1_and_what_is_under_it(path: str, ours: bool) -> None:
    assert is_api_path(path) == ours
