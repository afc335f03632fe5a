"""The documents can be listed and read, and their text is the one that offsets count on."""

import hashlib

import pytest
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.settings import ServiceSettings


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> TestClient:
    return TestClient(create_app(ServiceSettings(), index=fake_index))


@pytest.fixture(scope="module")
def document_id(fake_index: OpenIndex) -> str:
    return next(iter(fake_index.documents))


def test_every_document_is_listed_in_the_order_of_the_index(client: TestClient, fake_index: OpenIndex) -> None:
    listed = client.get("/v1/documenten").json()
    assert [document["id"] for document in listed["documenten"]] == list(fake_index.documents)
    assert listed["index"] == {"versie": fake_index.info.version, "gebouwdOp": fake_index.info.built_at}


def test_a_document_alone_is_the_document_of_the_list(client: TestClient) -> None:
    for listed in client.get("/v1/documenten").json()["documenten"]:
        assert client.get(f"/v1/documenten/{listed['id']}").json() == listed


def test_a_document_says_where_its_text_and_its_page_are(client: TestClient, document_id: str) -> None:
    document = client.get(f"/v1/documenten/{document_id}").json()
    assert document["link"] == f"/documenten/{document_id}"
    assert len(client.get(document["tekst"]).text) == document["tekens"]


def test_the_text_of_every_document_is_its_canonical_text_byte_for_byte(client: TestClient, fake_index: OpenIndex) -> None:
    for document_id, canonical in fake_index.texts.items():
        response = client.get(f"/v1/documenten/{document_id}/tekst")
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert response.content.decode("utf-8") == canonical.text


def test_the_etag_is_the_version_and_the_version_the_digest_of_what_is_sent(client: TestClient, document_id: str) -> None:
    response = client.get(f"/v1/documenten/{document_id}/tekst")
    assert response.headers["ETag"] == f'"sha256:{hashlib.sha256(response.content).hexdigest()}"'


@pytest.mark.parametrize("form", ["{tag}", "W/{tag}", '"anders", {tag}', "  {tag}  ", "*", '{tag},"anders"'])
def test_a_known_version_is_not_sent_again(client: TestClient, document_id: str, form: str) -> None:
    address = f"/v1/documenten/{document_id}/tekst"
    tag = client.get(address).headers["ETag"]
    response = client.get(address, headers={"If-None-Match": form.format(tag=tag)})
    assert response.status_code == 304
    assert response.content == b""
    assert response.headers["ETag"] == tag
    assert response.headers["API-Version"] == "1.0.0"


@pytest.mark.parametrize("form", ['"anders"', "", "sha256", '"sha256:"'])
def test_another_version_is_sent_whole(client: TestClient, document_id: str, form: str) -> None:
    response = client.get(f"/v1/documenten/{document_id}/tekst", headers={"If-None-Match": form})
    assert response.status_code == 200
    assert response.content


def test_an_unknown_document_is_a_404_that_says_where_the_list_is(client: TestClient) -> None:
    assert "/v1/documenten" in client.get("/v1/documenten/bestaat-niet").json()["detail"]
