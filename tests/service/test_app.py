"""The service starts at once, is ready when its index is open, and says so when that fails."""

import logging
import threading
import time
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from indexer.embedding import ModelUnavailableError
from indexer.store import IndexUnusableError, OpenIndex
from service.app import create_app
from service.settings import ServiceSettings
from tests.service.addresses import BODIES, HEALTH, READS, read_problem


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> Iterator[TestClient]:
    with TestClient(create_app(ServiceSettings(), index=fake_index)) as client:
        yield client


def wait_until_ready(client: TestClient) -> None:
    deadline = time.monotonic() + 10
    while client.get("/health/ready").status_code != 200:
        assert time.monotonic() < deadline, "not ready in time"
        time.sleep(0.01)


def test_the_service_lives_while_its_index_is_opened_and_is_ready_after(fake_index: OpenIndex) -> None:
    may_open = threading.Event()

    def open_later(_settings: ServiceSettings) -> OpenIndex:
        may_open.wait(10)
        return fake_index

    with TestClient(create_app(ServiceSettings(), opener=open_later)) as client:
        assert client.get("/health/live").json() == {"status": "levend"}
        read_problem(client.get("/health/ready"), 503)
        read_problem(client.post("/v1/vragen", json=BODIES["/v1/vragen"]), 503)
        may_open.set()
        wait_until_ready(client)
        assert client.post("/v1/vragen", json=BODIES["/v1/vragen"]).status_code == 200


def test_the_index_is_opened_once(fake_index: OpenIndex) -> None:
    opened = []

    def open_counted(settings: ServiceSettings) -> OpenIndex:
        opened.append(settings)
        return fake_index

    settings = ServiceSettings()
    with TestClient(create_app(settings, opener=open_counted)) as client:
        wait_until_ready(client)
        client.get("/v1/documenten")
    assert opened == [settings]


@pytest.mark.parametrize(
    "error", [IndexUnusableError("Maak de index."), ModelUnavailableError("Kies een model."), OSError("schijf")]
)
def test_an_index_that_cannot_be_opened_is_logged_and_reported(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    failed = threading.Event()

    def fail_to_open(_settings: ServiceSettings) -> OpenIndex:
        raise error

    app = create_app(ServiceSettings(), opener=fail_to_open, on_failure=failed.set)
    with caplog.at_level(logging.ERROR), TestClient(app) as client:
        assert failed.wait(10)
        read_problem(client.get("/health/ready"), 503)
        assert client.get("/health/live").status_code == 200
    assert str(error) in app.state.index_failure
    assert str(error) in caplog.text


def test_ready_says_which_index_answers(client: TestClient, fake_index: OpenIndex) -> None:
    expected = {"versie": fake_index.info.version, "gebouwdOp": fake_index.info.built_at}
    assert client.get("/health/ready").json() == {"status": "gereed", "index": expected}


@pytest.mark.parametrize("path", [*READS, "/v1/openapi.json", *HEALTH, "/", "/documenten"])
def test_head_has_the_status_and_the_length_of_get(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


@pytest.mark.parametrize("path", [*READS, "/v1/openapi.json"])
def test_every_reading_of_the_api_has_its_version(client: TestClient, path: str) -> None:
    assert client.get(path).headers["API-Version"] == "1.0.0"


@pytest.mark.parametrize("path", BODIES)
def test_every_asking_of_the_api_has_its_version_and_is_not_stored(client: TestClient, path: str) -> None:
    response = client.post(path, json=BODIES[path])
    assert (response.headers["API-Version"], response.headers["Cache-Control"]) == ("1.0.0", "no-store")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_that_was_asked_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/v1/vragen", json={"vraag": "Waarom regent het kwikzilver?"})
        client.post("/v1/zoekopdrachten", json={"zoekvraag": "Waarom regent het kwikzilver?"})
        client.post("/v1/formuleringen", json={"tekst": "Het regent kwikzilver."})
    assert "kwikzilver" not in "".join(record.getMessage() for record in caplog.records if record.name != "httpx2")


def test_the_page_is_part_of_the_service(client: TestClient) -> None:
    assert client.get("/").headers["Content-Type"].startswith("text/html")


def test_many_questions_at_once_get_their_own_answers(client: TestClient) -> None:
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = client.post("/v1/vragen", json={"vraag": f"Wat staat er in plan {number}?"}).json()["vraag"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"Wat staat er in plan {number}?" for number in range(20)}
