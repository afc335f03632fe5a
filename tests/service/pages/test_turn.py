import pytest
from bs4 import BeautifulSoup
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.personal_data import MASK
from service.types import Answer
from tests.service.pages.page_fakes import CITATION, Asked, find, make_answer


def test_a_turn_for_the_script_is_the_turn_of_the_page(client: TestClient, asked: Asked) -> None:
    asked.answer = make_answer(text="Dit hoort erbij [1]:\n- wonen\n- hulp [1]")
    response = client.post("/gesprek", json={"vraag": "Waar woont men?", "gesprek": [{"vraag": "Wie?", "antwoord": "Hij."}]})
    turn = response.json()
    assert turn["vraag"] == "Waar woont men?" and turn["antwoord"] == asked.answer.text
    assert [(earlier.question, earlier.answer) for earlier in asked.question.turns] == [("Wie?", "Hij.")]
    page = client.get("/?vraag=Waar+woont+men%3F").text
    assert turn["html"].startswith("<article") and turn["html"] in page
    assert "## Waar woont men?" in turn["markdown"] and CITATION.quote in turn["markdown"]
    assert response.headers["Cache-Control"] == "no-store" and "unsafe" not in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("number", "card"), [("2", "citaat-1-beurt-2"), ("1", "citaat-1"), ("x", "citaat-1"), ("9" * 99, "citaat-1")]
)
def test_each_turn_has_ids_of_its_own_and_links_to_them(client: TestClient, number: str, card: str) -> None:
    html = client.post(f"/gesprek?beurt={number}", json={"vraag": "wonen"}).json()["html"]
    soup = BeautifulSoup(html, "html.parser")
    assert find(soup, "li.card")["id"] == card and find(soup, ".answer a")["href"] == f"#{card}"
    assert find(soup, "article")["aria-labelledby"] == find(soup, "h2")["id"]


def test_a_long_question_is_cut_as_a_heading_and_stands_below_it_as_a_whole(client: TestClient) -> None:
    short, long = "Wat is wonen?", "Hoe woont men hier? " * 40
    headings = [
        BeautifulSoup(client.post("/gesprek", json={"vraag": asked}).json()["html"], "html.parser") for asked in (short, long)
    ]
    assert find(headings[0], "h2").text == short and not headings[0].select(".whole")
    assert len(find(headings[1], "h2").text) <= 240 and find(headings[1], "h2").text.endswith("…")
    assert find(headings[1], ".whole p").text == long.strip()


@pytest.mark.parametrize("body", [{}, {"vraag": " "}, {"vraag": "a" * 2001}, {"vraag": "a", "meer": 1}])
def test_a_faulty_turn_is_refused_as_the_service_refuses_it(client: TestClient, body: dict[str, object]) -> None:
    response = client.post("/gesprek", json=body)
    assert response.status_code == 400 and response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["fouten"][0]["melding"]


def test_a_turn_waits_for_the_index(app: FastAPI) -> None:
    app.state.index = None
    assert TestClient(app).post("/gesprek", json={"vraag": "wonen"}).status_code == 503


def test_a_turn_with_personal_data_comes_back_masked(client: TestClient, asked: Asked) -> None:
    asked.answer = Answer("persoonsgegevens", "persoonsgegevens", "Zonder gegevens.", "")
    response = client.post("/gesprek", json={"vraag": "Wie heeft bsn 123456782?"})
    assert "123456782" not in response.text
    assert response.json()["vraag"] == asked.question.text == f"Wie heeft bsn {MASK}?"
