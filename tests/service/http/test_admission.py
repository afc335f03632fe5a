"""Overload: a few work, a few wait, the rest is told at once to come back; health checks and static files never wait."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from service.http.admission import AdmissionMiddleware
from service.http.edge import EdgeMiddleware

AT_ONCE, WAITING = 2, 3
ENOUGH_SECONDS = 20.0


@dataclass(slots=True)
class Work:
    """What the slow route does: it counts who works at once and goes on only when it may."""

    may_end: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    working: int = 0
    most: int = 0
    begun: int = 0

    def do(self, _request: Request) -> Response:
        with self.lock:
            self.working += 1
            self.begun += 1
            self.most = max(self.most, self.working)
        self.may_end.wait(ENOUGH_SECONDS)
        with self.lock:
            self.working -= 1
        return PlainTextResponse("klaar")


@pytest.fixture
def work() -> Work:
    return Work()


def make_client(work: Work, longest_wait: float = ENOUGH_SECONDS) -> TestClient:
    async def send_back(request: Request) -> Response:
        return PlainTextResponse(await request.body())

    def fail(_request: Request) -> Response:
        raise ValueError

    routes = [
        Route("/v1/vragen", work.do),
        Route("/v1/terug", send_back, methods=["POST"]),
        Route("/v1/fout", fail),
        Route("/health/live", lambda _: PlainTextResponse("levend")),
        Route("/pagina/page.css", lambda _: PlainTextResponse("css")),
    ]
    admission = Middleware(AdmissionMiddleware, maximum_at_once=AT_ONCE, maximum_waiting=WAITING, longest_wait=longest_wait)
    return TestClient(Starlette(routes=routes, middleware=[Middleware(EdgeMiddleware, maximum_body_bytes=1000), admission]))


@pytest.fixture
def client(work: Work) -> Iterator[TestClient]:
    with make_client(work) as client:
        yield client


def wait_for(reached: int, futures: list["Future[httpx2.Response]"], work: Work) -> None:
    """Until so many requests have been answered or have begun to work; fails after a while."""
    until = time.monotonic() + ENOUGH_SECONDS
    while sum(future.done() for future in futures) + work.begun < reached:
        assert time.monotonic() < until, "the requests never came so far"
        time.sleep(0.01)


def test_so_many_work_so_many_wait_and_the_rest_is_turned_away_at_once(client: TestClient, work: Work) -> None:
    asked = AT_ONCE + WAITING + 4
    with ThreadPoolExecutor(asked) as crowd:
        futures = [crowd.submit(client.get, "/v1/vragen") for _ in range(asked)]
        wait_for(AT_ONCE + 4, futures, work)
        refused = [future.result() for future in futures if future.done()]
        assert client.get("/health/live").text == "levend"
        assert client.get("/pagina/page.css").text == "css"
        work.may_end.set()
        statuses = sorted(future.result().status_code for future in futures)
    assert statuses == [200] * (AT_ONCE + WAITING) + [503] * 4
    assert work.most == AT_ONCE
    for response in refused:
        assert (response.status_code, response.headers["Retry-After"]) == (503, "2")
        assert response.headers["Content-Type"] == "application/problem+json"
        assert "te druk" in response.json()["detail"]


def test_who_waits_too_long_is_told_to_come_back(work: Work) -> None:
    with make_client(work, longest_wait=0.05) as client, ThreadPoolExecutor(AT_ONCE + 1) as crowd:
        futures = [crowd.submit(client.get, "/v1/vragen") for _ in range(AT_ONCE + 1)]
        wait_for(AT_ONCE + 1, futures, work)
        work.may_end.set()
        assert sorted(future.result().status_code for future in futures) == [200] * AT_ONCE + [503]


def test_every_place_comes_free_again_whatever_happened(client: TestClient, work: Work) -> None:
    work.may_end.set()
    for _ in range(3 * AT_ONCE):
        assert client.get("/v1/fout").status_code == 500
        assert client.get("/bestaat-niet").status_code == 404
        assert client.post("/v1/terug", content=b"x" * 2000).status_code == 413
        assert client.get("/v1/vragen").text == "klaar"


def test_a_body_arrives_whole(client: TestClient) -> None:
    pieces = (bytes([65 + number]) * 40 for number in range(20))
    assert client.post("/v1/terug", content=pieces).content == b"".join(bytes([65 + number]) * 40 for number in range(20))
