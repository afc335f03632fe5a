"""The real server, with the real model over the real documents, asked over HTTP as callers do."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.serving import ANSWER_SECONDS, start_service

PROBLEM_KEYS = ["status", "title", "detail", "fouten"]


@pytest.fixture(scope="module")
def client(real_index_dir: Path) -> Iterator[httpx.Client]:
    """A client of a server that runs for these tests only, on a free port of this machine."""
    with (
        start_service(real_index_dir) as service,
        httpx.Client(base_url=service.address, timeout=ANSWER_SECONDS, trust_env=False) as opened,
    ):
        yield opened


def ask(client: httpx.Client, question: str, **fields: object) -> dict[str, Any]:
    response = client.post("/v1/vragen", json={"vraag": question, **fields})
    assert response.status_code == 200, response.text
    assert response.headers["API-Version"]
    answer: dict[str, Any] = response.json()
    assert_verbatim(client, [*answer["citaten"], *answer["dichtstbij"], *figure_citations(answer["cijfers"])])
    return answer


def figure_citations(figures: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for figure in figures:
        yield figure["citaat"]
        yield from figure_citations(figure.get("bewerking", {}).get("invoer", []))


def assert_verbatim(client: httpx.Client, citations: list[dict[str, Any]]) -> None:
    texts = {name: client.get(f"/v1/documenten/{name}/tekst") for name in {citation["documentId"] for citation in citations}}
    for citation in citations:
        response = texts[citation["documentId"]]
        assert response.headers["ETag"] == f'"{citation["documentVersie"]}"'
        assert response.content.decode("utf-8")[citation["begin"] : citation["eind"]] == citation["citaat"]


def assert_problem(response: httpx.Response, status: int) -> None:
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert list(response.json()) == PROBLEM_KEYS
    assert response.json()["status"] == status


def test_the_service_is_live_and_says_from_which_index_it_answers(client: httpx.Client) -> None:
    assert client.get("/health/live").json() == {"status": "levend"}
    ready = client.get("/health/ready").json()
    assert ready["status"] == "gereed"
    assert ready["index"] == ask(client, "Wat moet een plan bevatten?")["index"]


def test_a_list_comes_whole(client: httpx.Client) -> None:
    answer = ask(client, "Wat moet een plan bevatten?")
    assert (answer["status"], answer["reden"], answer["herkomst"]) == ("beantwoord", None, "letterlijk")
    items = [line for line in answer["antwoord"].splitlines() if line.startswith("- ")]
    assert len(items) == 10
    assert all(line.endswith("[1]") for line in items)


def test_a_figure_comes_with_its_cell(client: httpx.Client) -> None:
    answer = ask(client, "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?")
    assert "11.650" in answer["antwoord"]
    figure = answer["cijfers"][0]
    assert (figure["waarde"], figure["profiel"], figure["peildatum"]) == (11650, "GGZ03W", "2022-07-01")
    assert answer["kanttekeningen"]


def test_what_is_not_there_is_said_not_to_be(client: httpx.Client) -> None:
    answer = ask(client, "Hoe vraag ik een pgb aan?")
    assert (answer["status"], answer["citaten"], answer["cijfers"]) == ("niet-gevonden", [], [])
    assert answer["reden"] in ("geen-bewijs", "ander-onderwerp")
    assert 1 <= len(answer["dichtstbij"]) <= 3


def test_a_follow_up_is_made_whole_from_the_talk(client: httpx.Client) -> None:
    asked = "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"
    talk = [{"vraag": asked, "antwoord": ask(client, asked)["antwoord"]}]
    answer = ask(client, "En een jaar eerder?", gesprek=talk)
    assert answer["vraag"] == "En een jaar eerder?"
    assert answer["zelfstandigeVraag"] == "Hoeveel GGZ03W-indicaties waren er op 1 juli 2021?"
    assert "8.480" in answer["antwoord"]


def test_a_computed_figure_shows_what_went_in(client: httpx.Client) -> None:
    answer = ask(client, "Met hoeveel groeide GGZ03W van 1 juli 2021 tot 1 juli 2022?")
    assert answer["herkomst"] == "berekend"
    computed = [figure["bewerking"] for figure in answer["cijfers"] if "bewerking" in figure]
    assert {8480, 11650} == {cell["waarde"] for step in computed for cell in step["invoer"]}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/vragen", {"vraag": "Wie ondertekenden de bestuurlijke afspraken?"}),
        ("/v1/vragen", {"vraag": "Wat doet Zwaluwdam?"}),
        ("/v1/zoekopdrachten", {"zoekvraag": "casuïstiekbespreking", "aantal": 20}),
        ("/v1/formuleringen", {"tekst": "er wordt bij twijfel geen aanvraag ingediend"}),
    ],
)
def test_the_same_request_gives_the_same_bytes(path: str, body: dict[str, object], client: httpx.Client) -> None:
    assert client.post(path, json=body).content == client.post(path, json=body).content


def test_personal_data_do_not_come_back(client: httpx.Client) -> None:
    response = client.post("/v1/vragen", json={"vraag": "Mijn bsn is 123456782, heb ik recht op zorg?"})
    assert response.json()["status"] == "persoonsgegevens"
    assert "123456782" not in response.text


def test_only_the_documentsoorten_asked_for_are_searched(client: httpx.Client) -> None:
    answer = ask(client, "Wat is jeugdzorg plus?", documentsoorten=["regioproject"], maximumCitaten=1)
    assert {citation["documentsoort"] for citation in [*answer["citaten"], *answer["dichtstbij"]]} == {"regioproject"}
    assert len(answer["citaten"]) <= 1


def test_a_search_is_verbatim_and_explains_its_scores(client: httpx.Client) -> None:
    hits = client.post("/v1/zoekopdrachten", json={"zoekvraag": "bestuurlijke afspraken", "aantal": 7}).json()["treffers"]
    assert len(hits) == 7
    assert_verbatim(client, hits)
    assert all(set(hit["uitleg"]) == {"vector", "zin", "context", "woorden", "omgeving"} for hit in hits)


def test_a_text_that_the_caller_has_is_not_sent_again(client: httpx.Client) -> None:
    for document in client.get("/v1/documenten").json()["documenten"]:
        path = f"/v1/documenten/{document['id']}"
        assert client.get(path).json()["id"] == document["id"]
        text = client.get(f"{path}/tekst")
        assert text.headers["Content-Type"] == "text/plain; charset=utf-8"
        again = client.get(f"{path}/tekst", headers={"If-None-Match": text.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_wordings_are_judged(client: httpx.Client) -> None:
    literal = "Het uitgangspunt is dat er bij twijfel geen aanvraag voor de Wlz wordt ingediend."
    for text, verdict in (
        (literal, "letterlijk"),
        (literal.replace("geen", "soms een"), "afwijkend"),
        ("Bananen groeien aan palmen in een tropische kas.", "niet-gevonden"),
    ):
        judged = client.post("/v1/formuleringen", json={"tekst": text}).json()
        assert judged["oordeel"] == verdict
        assert_verbatim(client, judged["treffers"])


def test_figures_are_the_same_as_json_and_as_csv(client: httpx.Client) -> None:
    query = {"profiel": ["GGZ03W", "GGZ04W"], "maat": "aantal", "vanaf": "2022-01-01", "tot": "2023-10-01"}
    figures = client.get("/v1/instroomcijfers", params=query).json()["cijfers"]
    assert_verbatim(client, list(figure_citations(figures)))
    response = client.get("/v1/instroomcijfers", params=query, headers={"Accept": "text/csv"})
    assert response.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert len(rows) == 16
    assert [(row["profiel"], row["peildatum"], float(row["waarde"])) for row in rows] == [
        (figure["profiel"], figure["peildatum"], figure["waarde"]) for figure in figures
    ]


def test_the_page_for_people_is_there_and_takes_a_question(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["Content-Type"].startswith("text/html")
    assert 'lang="nl"' in page.text
    assert "<form" in page.text
    assert client.get("/documenten/kpmg-eindrapport-2024").status_code == 200


def test_the_api_describes_itself_to_any_site(client: httpx.Client) -> None:
    response = client.get("/v1/openapi.json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "/v1/vragen" in response.json()["paths"]


def test_wrong_input_is_a_problem_with_all_its_faults(client: httpx.Client) -> None:
    response = client.post("/v1/vragen", json={"vraag": " ", "maximumCitaten": 11, "iets": 1})
    assert_problem(response, 400)
    assert {fault["veld"] for fault in response.json()["fouten"]} == {"vraag", "maximumCitaten", "iets"}
    assert_problem(client.post("/v1/vragen", json={"vraag": "x" * 2001}), 400)
    assert_problem(client.get("/v1/instroomcijfers", params={"profiel": "GGZ99W"}), 400)


def test_other_refusals_are_problems_too(client: httpx.Client) -> None:
    json_header = {"Content-Type": "application/json"}
    assert_problem(client.get("/v1/bestaat-niet"), 404)
    assert_problem(client.get("/v1/documenten/bestaat-niet/tekst"), 404)
    assert_problem(client.delete("/v1/vragen"), 405)
    assert_problem(client.post("/v1/vragen", content=b'"' + b"x" * 300_000 + b'"', headers=json_header), 413)
    assert_problem(client.post("/v1/vragen", content=b"vraag=x", headers={"Content-Type": "text/plain"}), 415)
    assert_problem(client.post("/v1/vragen", content=b"{", headers=json_header), 400)
