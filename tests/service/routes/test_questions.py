"""Questions, searches and wordings come back in the words and the order of the contract."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.settings import ServiceSettings
from tests.service.addresses import BODIES, post_text

ANSWER_KEYS = ["vraag", "zelfstandigeVraag", "status", "reden", "antwoord", "herkomst", "zekerheid", "citaten"]
ANSWER_KEYS += ["cijfers", "kanttekeningen", "dichtstbij", "index"]
CITATION_KEYS = ["nummer", "documentId", "documentVersie", "titel", "uitgever", "datum", "documentsoort", "onderdeel"]
CITATION_KEYS += ["pagina", "begin", "eind", "citaat", "link", "kern"]
PERSONAL_NUMBER = "123456782"  # passes the eleven test of a burgerservicenummer, and belongs to nobody


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> TestClient:
    return TestClient(create_app(ServiceSettings(), index=fake_index))


def ask(client: TestClient, body: dict[str, object]) -> dict[str, Any]:
    response = client.post("/v1/vragen", json=body)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def assert_citations_slice_true(client: TestClient, citations: list[dict[str, Any]]) -> None:
    for citation in citations:
        response = client.get(f"/v1/documenten/{citation['documentId']}/tekst")
        assert response.headers["ETag"] == f'"{citation["documentVersie"]}"'
        assert response.content.decode("utf-8")[citation["begin"] : citation["eind"]] == citation["citaat"]


def test_an_answer_has_the_keys_of_the_contract_in_their_order(client: TestClient, fake_index: OpenIndex) -> None:
    answer = ask(client, {"vraag": "Wat moet een plan van aanpak bevatten?"})
    assert list(answer) == ANSWER_KEYS
    assert all(list(citation) == CITATION_KEYS for citation in answer["citaten"] + answer["dichtstbij"])
    assert answer["index"] == {"versie": fake_index.info.version, "gebouwdOp": fake_index.info.built_at}


def test_every_citation_is_a_slice_of_the_text_that_the_api_serves(client: TestClient) -> None:
    answer = ask(client, {"vraag": "Wat moet een plan van aanpak bevatten?"})
    assert_citations_slice_true(client, answer["citaten"] + answer["dichtstbij"])


def test_the_link_of_a_citation_is_its_document_and_place(client: TestClient) -> None:
    found = client.post("/v1/zoekopdrachten", json={"zoekvraag": "plan"}).json()["treffers"]
    assert found
    assert all(hit["link"] == f"/documenten/{hit['documentId']}#t{hit['begin']}-{hit['eind']}" for hit in found)


def test_a_question_comes_back_without_the_white_space_around_it(client: TestClient) -> None:
    assert ask(client, {"vraag": " \n Wat is een plan?\t"})["vraag"] == "Wat is een plan?"


@pytest.mark.parametrize(
    "question", ["x" * 2000, " " * 50 + "é" * 2000 + "\n", "😀", "?", "\u200b", "'; DROP TABLE x; --", "[1] {0} %s"]
)
def test_any_words_within_the_limits_get_an_answer(client: TestClient, question: str) -> None:
    assert ask(client, {"vraag": question})["vraag"] == question.strip()


@pytest.mark.parametrize("path", BODIES)
def test_the_same_request_gives_the_same_bytes(client: TestClient, path: str) -> None:
    assert client.post(path, json=BODIES[path]).content == client.post(path, json=BODIES[path]).content


def test_words_travel_as_utf_8_and_not_as_escapes(client: TestClient) -> None:
    content = client.post("/v1/vragen", json={"vraag": "Wat is een één-loket 😀?"}).content
    assert "Wat is een één-loket 😀?".encode() in content


def test_personal_data_do_not_come_back(client: TestClient) -> None:
    answer = ask(client, {"vraag": f"Mijn bsn is {PERSONAL_NUMBER}, heb ik recht op Wlz-zorg?"})
    assert answer["status"] == answer["reden"] == "persoonsgegevens"
    assert PERSONAL_NUMBER not in json.dumps(answer)
    assert answer["vraag"] == answer["zelfstandigeVraag"]
    assert answer["citaten"] == []


@pytest.mark.parametrize("number", [1, 5, 10])
def test_an_answer_has_no_more_citations_than_asked_for(client: TestClient, number: int) -> None:
    assert len(ask(client, {"vraag": "Wat moet een plan bevatten?", "maximumCitaten": number})["citaten"]) <= number


def test_a_talk_of_twenty_turns_is_taken(client: TestClient) -> None:
    turns = [{"vraag": "Wat is een plan?", "antwoord": "Een plan [1]."}] * 20
    assert ask(client, {"vraag": "En wanneer?", "gesprek": turns})["vraag"] == "En wanneer?"


def test_every_known_documentsoort_is_taken(client: TestClient, fake_index: OpenIndex) -> None:
    kinds = sorted({passage.kind for passage in fake_index.passages})
    assert ask(client, {"vraag": "Wat is een plan?", "documentsoorten": kinds})["status"]


@pytest.mark.parametrize("count", [1, 3, 50])
def test_a_search_gives_no_more_passages_than_asked_for(client: TestClient, count: int) -> None:
    hits = client.post("/v1/zoekopdrachten", json={"zoekvraag": "plan van aanpak", "aantal": count}).json()["treffers"]
    assert [hit["nummer"] for hit in hits] == list(range(1, len(hits) + 1))
    assert 1 <= len(hits) <= count
    assert all(list(hit) == [*CITATION_KEYS, "score", "uitleg"] for hit in hits)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert_citations_slice_true(client, hits)


def test_a_wording_out_of_a_source_is_literal(client: TestClient, fake_index: OpenIndex) -> None:
    passage = fake_index.passages[0]
    wording = passage.span.of(fake_index.texts[passage.document_id].text)[:400]
    verdict = client.post("/v1/formuleringen", json={"tekst": wording}).json()
    assert list(verdict) == ["oordeel", "treffers", "zinnen"]
    assert verdict["oordeel"] == "letterlijk"
    assert list(verdict["treffers"][0]) == [*CITATION_KEYS, "gelijkenis", "verschillen", "waarschuwingen"]
    assert all(list(difference) == ["soort", "tekst"] for difference in verdict["treffers"][0]["verschillen"])
    assert_citations_slice_true(client, verdict["treffers"])


def test_a_wording_of_several_sentences_is_judged_by_the_sentence_with_a_warning_where_the_meaning_turns(
    client: TestClient,
) -> None:
    turned = "Het uitgangspunt is dat er bij twijfel een aanvraag voor de Wlz wordt ingediend."
    unknown = "Zwaluwen bouwen nesten onder het dak van de kapel."
    verdict = client.post("/v1/formuleringen", json={"tekst": f"{turned} {unknown}"}).json()
    assert [list(sentence) for sentence in verdict["zinnen"]] == [["soort", "tekst", "oordeel", "treffers"]] * 2
    assert [(sentence["soort"], sentence["tekst"], sentence["oordeel"]) for sentence in verdict["zinnen"]] == [
        ("zin", turned, "afwijkend"),
        ("zin", unknown, "niet-gevonden"),
    ]
    (place, *_), none = (sentence["treffers"] for sentence in verdict["zinnen"])
    assert none == []
    assert [warning for warning in place["waarschuwingen"] if "“geen”" in warning]
    assert_citations_slice_true(client, [place])


@pytest.mark.parametrize(
    "media_type", ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=UTF-8"]
)
def test_json_is_json_whatever_its_parameters(client: TestClient, media_type: str) -> None:
    response = client.post("/v1/vragen", content=b'{"vraag": "x"}', headers={"Content-Type": media_type})
    assert response.status_code == 200


def test_a_byte_order_mark_does_no_harm(client: TestClient) -> None:
    assert post_text(client, "/v1/vragen", b'\xef\xbb\xbf{"vraag": "x"}').status_code == 200
