"""Every error at an address for people is a page, and at one for programs a problem."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from httpx2 import Response
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.http.errors import answer_error
from service.pages.rendering import SAFETY_HEADERS
from service.settings import ServiceSettings
from tests.service.addresses import read_problem
from tests.service.http.test_problems import LIMIT, BrokenIndex

PAGES = ("/", "/?vraag=x", "/formulering", "/formulering?tekst=x", "/cijfers", "/documenten", "/documenten/x", "/over")
NOWHERE = ("/bestaat-niet", "/v2/vragen", "/docs", "/openapi.json", "/documenten/x/y", "/pagina/x.css", "/v1x", "/%00", "/%ff")


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> Iterator[TestClient]:
    with TestClient(create_app(ServiceSettings(), index=fake_index), raise_server_exceptions=False) as client:
        yield client


def read_page(response: Response, status: int) -> BeautifulSoup:
    """The page of an error, which has all that a page has: one heading, a way on and strict headers."""
    assert response.status_code == status
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert {name: response.headers[name] for name in SAFETY_HEADERS} == SAFETY_HEADERS
    assert response.headers["Cache-Control"] == "no-store"
    soup = BeautifulSoup(response.text, "html.parser")
    assert len(soup.select("main h1")) == 1 and soup.select("main a[href='/']")
    assert soup.select_one("main .lead").text.endswith(".")  # type: ignore[union-attr]  # there is one, or this fails
    assert "Traceback" not in response.text
    return soup


@pytest.mark.parametrize("path", PAGES)
def test_an_unforeseen_error_on_a_page_is_a_page_without_its_message(path: str) -> None:
    client = TestClient(create_app(ServiceSettings(), index=BrokenIndex()))  # type: ignore[arg-type]  # broken on purpose
    response = client.get(path)
    if response.status_code != 200:  # a page that needs nothing of the index
        assert "Dit ligt niet aan u" in read_page(response, 500).text
    assert "geheim" not in response.text


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_is_not_there_is_a_page(client: TestClient, path: str) -> None:
    assert "Het adres klopt niet" in read_page(client.get(path), 404).text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "VRAAG"])
@pytest.mark.parametrize("path", ["/", "/cijfers", "/documenten", "/over"])
def test_another_method_on_a_page_is_a_page_that_keeps_allow(client: TestClient, path: str, method: str) -> None:
    response = client.request(method, path)
    read_page(response, 405)
    assert response.headers["Allow"] == "GET, HEAD"


def test_too_large_a_body_on_a_page_is_a_page(client: TestClient) -> None:
    read_page(client.request("GET", "/", content=b" " * (LIMIT + 1)), 413)


def test_an_impossible_chart_on_a_page_is_a_page_that_says_what_to_do(client: TestClient) -> None:
    assert "Kies een langere periode" in read_page(client.get("/cijfers/grafiek?profiel=VV04"), 400).text


def test_head_of_an_error_page_has_its_length_and_no_body(client: TestClient) -> None:
    head, get = client.head("/bestaat-niet"), client.get("/bestaat-niet")
    assert (head.status_code, head.content, head.headers["Content-Length"]) == (404, b"", get.headers["Content-Length"])


def test_the_talk_gets_problems_since_a_script_reads_them(client: TestClient) -> None:
    read_problem(client.get("/gesprek"), 405)
    read_problem(client.post("/gesprek", content=b"{", headers={"Content-Type": "application/json"}), 400)
    broken = TestClient(create_app(ServiceSettings(), index=BrokenIndex()))  # type: ignore[arg-type]  # broken on purpose
    read_problem(broken.post("/gesprek", json={"vraag": "x"}), 500)


@pytest.mark.parametrize("status", [400, 404, 405, 413, 415, 418, 429, 500, 503])
@pytest.mark.parametrize("path", ["/", "/v1/vragen"])
def test_every_status_has_words_and_keeps_its_headers(path: str, status: int) -> None:
    response = answer_error(path, status, headers={"Retry-After": "2"})
    assert response.headers["Retry-After"] == "2" and response.status_code == status
    said = answer_error(path, status, "Doe dit eerst.")
    assert "Doe dit eerst." in bytes(said.body).decode()
