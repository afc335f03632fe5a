"""The OpenAPI document tells callers what the API does, and the API does what it tells."""

import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.settings import ServiceSettings
from tests.service.addresses import BODIES, HEALTH
from tests.service.schema_check import find_violations

READS = ["/v1/documenten", "/v1/documenten/{id}", "/v1/instroomcijfers", *HEALTH]


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> TestClient:
    return TestClient(create_app(ServiceSettings(), index=fake_index))


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    response = client.get("/v1/openapi.json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    document: dict[str, Any] = response.json()
    return document


def operations(described: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, found) for path, methods in described["paths"].items() for method, found in methods.items()]


def test_every_address_of_the_contract_is_described(described: dict[str, Any]) -> None:
    assert {(path, method) for path, method, _ in operations(described)} == {
        ("/v1/vragen", "post"),
        ("/v1/documenten", "get"),
        ("/v1/documenten/{id}", "get"),
        ("/v1/documenten/{id}/tekst", "get"),
        ("/v1/zoekopdrachten", "post"),
        ("/v1/instroomcijfers", "get"),
        ("/v1/formuleringen", "post"),
        ("/health/live", "get"),
        ("/health/ready", "get"),
    }
    assert described["info"]["title"] == "Beleidswijzer"
    assert described["info"]["version"] == "1.0.0"


def test_every_error_is_described_as_a_problem_and_none_as_a_422(described: dict[str, Any]) -> None:
    for path, method, operation in operations(described):
        errors = {status: found for status, found in operation["responses"].items() if status >= "4"}
        assert {"405", "413", "500"} <= set(errors), path
        assert "422" not in errors
        assert ("415" in errors) == (method == "post")
        assert ("404" in errors) == ("{id}" in path)
        assert all(list(found["content"]) == ["application/problem+json"] for found in errors.values())


def test_every_reference_leads_to_a_schema(described: dict[str, Any]) -> None:
    names = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(described)))
    assert names <= set(described["components"]["schemas"])
    assert "ValidationError" not in described["components"]["schemas"]
    assert "$defs" not in json.dumps(described)


def test_every_name_in_json_is_lower_camel_case(described: dict[str, Any]) -> None:
    for name, schema in described["components"]["schemas"].items():
        assert all(re.fullmatch(r"[a-z][a-zA-Z]*", key) for key in schema["properties"]), name


def test_every_operation_and_field_has_a_description(described: dict[str, Any]) -> None:
    assert all(operation["summary"] and operation["description"].endswith(".") for _, _, operation in operations(described))
    for name, schema in described["components"]["schemas"].items():
        assert schema["description"], name
        assert all(field.get("description") for field in schema["properties"].values()), name


def test_the_parameters_of_the_figures_are_described(described: dict[str, Any]) -> None:
    parameters = {found["name"]: found["schema"] for found in described["paths"]["/v1/instroomcijfers"]["get"]["parameters"]}
    assert parameters["profiel"] == {"type": "array", "items": {"type": "string"}}
    assert parameters["maat"]["enum"] == ["aantal", "groei", "aandeel", "bedrag"]
    assert parameters["vanaf"] == parameters["tot"] == {"type": "string", "format": "date"}


@pytest.mark.parametrize("path", READS)
def test_what_is_read_is_what_is_described(
    client: TestClient, described: dict[str, Any], fake_index: OpenIndex, path: str
) -> None:
    response = client.get(path.replace("{id}", next(iter(fake_index.documents))))
    content = described["paths"][path]["get"]["responses"]["200"]["content"]
    assert find_violations(response.json(), content["application/json"]["schema"], described) == []


@pytest.mark.parametrize("path", BODIES)
def test_what_is_answered_is_what_is_described(client: TestClient, described: dict[str, Any], path: str) -> None:
    content = described["paths"][path]["post"]["responses"]["200"]["content"]
    answered = client.post(path, json=BODIES[path]).json()
    assert find_violations(answered, content["application/json"]["schema"], described) == []


@pytest.mark.parametrize("path", BODIES)
def test_a_refusal_is_what_is_described(client: TestClient, described: dict[str, Any], path: str) -> None:
    content = described["paths"][path]["post"]["responses"]["400"]["content"]
    refused = client.post(path, json={}).json()
    assert find_violations(refused, content["application/problem+json"]["schema"], described) == []


@pytest.mark.parametrize("path", BODIES)
def test_an_accepted_request_is_what_is_described(described: dict[str, Any], path: str) -> None:
    schema = described["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert find_violations(BODIES[path], schema, described) == []
    assert find_violations({"onbekend": 1}, schema, described) != []
