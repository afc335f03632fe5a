"""Every error of the contract, at every address where it can occur, is a problem that says what to do."""

import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.http.problems import Fout, make_problem
from service.settings import ServiceSettings
from tests.service.addresses import (
    BODIES,
    HEALTH,
    JSON,
    LONGEST,
    NOWHERE,
    OTHER_MEDIA_TYPES,
    READS,
    WORDS,
    find_faults,
    post_text,
    read_problem,
)

LIMIT = ServiceSettings.model_fields["maximum_body_bytes"].default
BROKEN_JSON = {
    "empty": b"",
    "blank": b"  ",
    "half": b'{"vraag": "Wat',
    "no quotes": b"{vraag: 1}",
    "single quotes": b"{'vraag': 'x'}",
    "trailing comma": b'{"vraag": "x",}',
    "two objects": b"{} {}",
    "words": b"Wat moet een plan bevatten?",
    "no UTF-8": b'{"vraag": "\xff\xfe"}',
    "lone surrogate": b'{"vraag": "\\ud800"}',
    "lone surrogate as key": b'{"\\udfff": "x"}',
    "raw NUL": b'{"vraag": "\x00"}',
    "too deep": b"[" * 100_000,
    "endless number": b'{"aantal": ' + b"1" * 5000 + b"}",
}


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> Iterator[TestClient]:
    with TestClient(create_app(ServiceSettings(), index=fake_index), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("name", BROKEN_JSON)
@pytest.mark.parametrize("path", BODIES)
def test_broken_json_is_a_400_that_says_so(client: TestClient, path: str, name: str) -> None:
    faults = read_problem(post_text(client, path, BROKEN_JSON[name]), 400)
    assert "geen geldige JSON" in faults[""]


@pytest.mark.parametrize("body", [[], [1], None, 1, "tekst", True, 1.5])
@pytest.mark.parametrize("path", BODIES)
def test_a_body_that_is_no_object_is_a_400(client: TestClient, path: str, body: object) -> None:
    assert find_faults(client, path, body) == {"": "Geef hier een JSON-object."}


@pytest.mark.parametrize("path", BODIES)
def test_a_missing_field_is_a_400_that_names_it(client: TestClient, path: str) -> None:
    assert find_faults(client, path, {}) == {WORDS[path]: "Dit veld ontbreekt; geef het mee."}


@pytest.mark.parametrize("key", ["onbekend", "maximum_citaten", "Vraag", ""])
@pytest.mark.parametrize("path", BODIES)
def test_an_unknown_key_is_a_400_that_names_it(client: TestClient, path: str, key: str) -> None:
    assert find_faults(client, path, BODIES[path] | {key: 1}) == {key: "Dit veld is onbekend; laat het weg."}


@pytest.mark.parametrize("key", ["bsn123456782", "Jan Jansen", "jan@voorbeeld.nl", "ß😀", "{0}", "x" * 5000])
@pytest.mark.parametrize("path", BODIES)
def test_a_key_that_is_more_than_a_name_does_not_come_back(client: TestClient, path: str, key: str) -> None:
    assert find_faults(client, path, BODIES[path] | {key: 1}) == {"…": "Dit veld is onbekend; laat het weg."}


@pytest.mark.parametrize("words", ["", " ", "\t\n\r", "\u00a0\u2003"])
@pytest.mark.parametrize("path", BODIES)
def test_empty_words_are_a_400(client: TestClient, path: str, words: str) -> None:
    assert WORDS[path] in find_faults(client, path, {WORDS[path]: words})


@pytest.mark.parametrize("words", [None, 1, True, ["x"], {"x": "y"}])
@pytest.mark.parametrize("path", BODIES)
def test_words_of_another_type_are_a_400(client: TestClient, path: str, words: object) -> None:
    assert find_faults(client, path, {WORDS[path]: words}) == {WORDS[path]: "Geef hier tekst."}


@pytest.mark.parametrize("path", BODIES)
def test_one_character_too_many_is_a_400_that_names_the_limit(client: TestClient, path: str) -> None:
    assert str(LONGEST[path]) in find_faults(client, path, {WORDS[path]: "😀" * (LONGEST[path] + 1)})[WORDS[path]]


@pytest.mark.parametrize("path", BODIES)
def test_a_nul_character_is_a_400(client: TestClient, path: str) -> None:
    assert "NUL" in find_faults(client, path, {WORDS[path]: "een\x00plan"})[WORDS[path]]


@pytest.mark.parametrize("value", [0, 11, -1, 10**30, True, "5", 5.0, 2.5, None, [5]])
def test_a_number_of_citations_out_of_range_or_of_another_type_is_a_400(client: TestClient, value: object) -> None:
    assert set(find_faults(client, "/v1/vragen", {"vraag": "x", "maximumCitaten": value})) == {"maximumCitaten"}


@pytest.mark.parametrize("value", [0, 51, -1, False, "10", 10.0, None, {}])
def test_a_number_of_passages_out_of_range_or_of_another_type_is_a_400(client: TestClient, value: object) -> None:
    assert set(find_faults(client, "/v1/zoekopdrachten", {"zoekvraag": "x", "aantal": value})) == {"aantal"}


@pytest.mark.parametrize(
    ("talk", "field"),
    [
        ([{"vraag": "x", "antwoord": "y"}] * 21, "gesprek"),
        ("x", "gesprek"),
        ([1], "gesprek.0"),
        ([{"vraag": "x"}], "gesprek.0.antwoord"),
        ([{"vraag": "x", "antwoord": "y"}, {"vraag": " ", "antwoord": "y"}], "gesprek.1.vraag"),
        ([{"vraag": "x", "antwoord": "y\x00"}], "gesprek.0.antwoord"),
        ([{"vraag": "x", "antwoord": "y", "z": 1}], "gesprek.0.z"),
        ([{"vraag": "x", "antwoord": "y", "06-12345678": 1}], "gesprek.0.…"),
        ([{"vraag": "x" * 2001, "antwoord": "y"}], "gesprek.0.vraag"),
    ],
)
def test_a_talk_of_another_shape_is_a_400_that_names_the_place(client: TestClient, talk: object, field: str) -> None:
    assert set(find_faults(client, "/v1/vragen", {"vraag": "x", "gesprek": talk})) == {field}


@pytest.mark.parametrize("kinds", [["bestaat-niet"], ["rapport", "Rapport"], [""], ["\x00"]])
def test_an_unknown_documentsoort_is_a_400_that_lists_the_ones_there_are(
    client: TestClient, fake_index: OpenIndex, kinds: list[str]
) -> None:
    message = find_faults(client, "/v1/vragen", {"vraag": "x", "documentsoorten": kinds})["documentsoorten"]
    assert all(document.kind in message for document in fake_index.documents.values())
    assert all(part.kind in message for document in fake_index.documents.values() for part in document.parts)


def test_all_faults_come_together(client: TestClient) -> None:
    body = {"vraag": "", "gesprek": 1, "documentsoorten": ["bestaat-niet"], "maximumCitaten": 99, "extra": None}
    assert list(find_faults(client, "/v1/vragen", body)) == ["vraag", "gesprek", "documentsoorten", "maximumCitaten", "extra"]


def test_no_value_that_was_sent_comes_back(client: TestClient) -> None:
    body = {"vraag": ["bsn 123456782"], "documentsoorten": ["geheim-123"], "maximumCitaten": "geheim-123"}
    text = post_text(client, "/v1/vragen", json.dumps(body)).text
    assert "123" not in text


@pytest.mark.parametrize("media_type", OTHER_MEDIA_TYPES)
@pytest.mark.parametrize("path", BODIES)
def test_another_media_type_is_a_415(client: TestClient, path: str, media_type: bytes) -> None:
    body = json.dumps(BODIES[path])
    read_problem(client.post(path, content=body, headers={b"Content-Type": media_type}), 415)


@pytest.mark.parametrize("path", BODIES)
def test_no_media_type_is_a_415(client: TestClient, path: str) -> None:
    read_problem(client.post(path, content=json.dumps(BODIES[path]).encode()), 415)


@pytest.mark.parametrize("path", BODIES)
def test_a_compressed_body_is_a_415(client: TestClient, path: str) -> None:
    read_problem(client.post(path, content=b"\x1f\x8b", headers=JSON | {"Content-Encoding": "gzip"}), 415)


@pytest.mark.parametrize("path", [*BODIES, *READS, *HEALTH, "/v1/bestaat-niet"])
def test_a_body_that_declares_too_many_bytes_is_a_413(client: TestClient, path: str) -> None:
    read_problem(client.request("POST", path, content=b" " * (LIMIT + 1), headers=JSON), 413)


@pytest.mark.parametrize("path", BODIES)
def test_a_chunked_body_with_too_many_bytes_is_a_413(client: TestClient, path: str) -> None:
    chunks = (b" " * 1024 for _ in range(LIMIT // 1024 + 1))
    read_problem(client.post(path, content=chunks, headers=JSON), 413)


@pytest.mark.parametrize("path", BODIES)
def test_a_body_of_just_the_limit_is_read(client: TestClient, path: str) -> None:
    assert find_faults(client, path, {}) == read_problem(post_text(client, path, b"{}".ljust(LIMIT)), 400)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "VRAAG"])
@pytest.mark.parametrize("path", BODIES)
def test_another_method_than_post_is_a_405_with_allow(client: TestClient, path: str, method: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    if method != "HEAD":
        read_problem(response, 405)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", [*READS, *HEALTH, "/v1/openapi.json"])
def test_another_method_than_get_is_a_405_with_allow(client: TestClient, path: str, method: str) -> None:
    response = client.request(method, path)
    read_problem(response, 405)
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_is_not_there_is_a_404(client: TestClient, path: str) -> None:
    read_problem(client.get(path), 404)


@pytest.mark.parametrize("path", [*READS, "/health/ready"])
def test_reading_before_the_index_is_open_is_a_503(path: str) -> None:
    response = TestClient(create_app(ServiceSettings())).get(path)  # outside its context, a client starts no lifespan
    read_problem(response, 503)
    assert int(response.headers["Retry-After"]) > 0


@pytest.mark.parametrize("path", BODIES)
def test_asking_before_the_index_is_open_is_a_503(path: str) -> None:
    read_problem(TestClient(create_app(ServiceSettings())).post(path, json=BODIES[path]), 503)


class BrokenIndex:
    """An index of which nothing works; what it raises must stay inside."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(f"geheim: {name}")


@pytest.mark.parametrize("path", [*READS, *BODIES, "/health/ready"])
def test_an_unforeseen_error_is_a_500_without_its_message(path: str) -> None:
    client = TestClient(create_app(ServiceSettings(), index=BrokenIndex()))  # type: ignore[arg-type]  # broken on purpose
    response = client.post(path, json=BODIES[path]) if path in BODIES else client.get(path)
    read_problem(response, 500)
    assert "geheim" not in response.text


def test_a_problem_of_an_unlisted_status_still_has_words() -> None:
    problem = json.loads(bytes(make_problem(418).body))
    assert problem["title"]
    assert problem["detail"]


def test_a_problem_keeps_the_faults_in_their_order() -> None:
    faults = (Fout(veld="b", melding="x"), Fout(veld="a", melding="é"))
    response = make_problem(400, "Twee.", faults)
    assert [fault["veld"] for fault in json.loads(bytes(response.body))["fouten"]] == ["b", "a"]
    assert "é" in bytes(response.body).decode()
