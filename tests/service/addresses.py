"""The addresses of the API that the tests of the HTTP part walk over, and how a problem is read there."""

import json

from httpx2 import Response
from starlette.testclient import TestClient

JSON = {"Content-Type": "application/json"}
BODIES: dict[str, dict[str, object]] = {
    "/v1/vragen": {"vraag": "Wat moet een plan bevatten?"},
    "/v1/zoekopdrachten": {"zoekvraag": "plan van aanpak"},
    "/v1/formuleringen": {"tekst": "een plan van aanpak"},
}
WORDS = {path: next(iter(body)) for path, body in BODIES.items()}
LONGEST = {"/v1/vragen": 2000, "/v1/zoekopdrachten": 2000, "/v1/formuleringen": 5000}
READS = ["/v1/documenten", "/v1/documenten/x", "/v1/documenten/x/tekst", "/v1/instroomcijfers"]
HEALTH = ["/health/live", "/health/ready"]
OTHER_MEDIA_TYPES = [
    b"",
    b"text/plain",
    b"application/x-www-form-urlencoded",
    b"multipart/form-data; boundary=x",
    b"text/json",
    b"application/ld+json",
    b"application/problem+json",
    b"application/jsonx",
    b"application/json/x",
    b"json",
    b"\xff",
]
NOWHERE = [
    "/v1",
    "/v1/",
    "/v1/bestaat-niet",
    "/v1/Vragen",
    "/v1/vragen/",
    "/v1/documenten/",
    "/v1/documenten/x",
    "/v1/documenten/x/",
    "/v1/documenten/x/tekst",
    "/v1/documenten/%00",
    "/v1/documenten/%ff/tekst",
    "/v1/documenten/..%2f..%2fetc",
    "/v1/instroomcijfers/",
    "/v1/docs",
    "/health",
    "/health/",
    "/health/x",
]


def post_text(client: TestClient, path: str, body: str | bytes) -> Response:
    """Posts these very characters as JSON; a lone surrogate can only travel escaped."""
    return client.post(path, content=body, headers=JSON)


def read_problem(response: Response, status: int) -> dict[str, str]:
    """The faults, field → message, of a response that must be a whole problem of this status."""
    problem = response.json()
    assert response.status_code == status, problem
    assert response.headers["Content-Type"] == "application/problem+json"
    assert list(problem) == ["status", "title", "detail", "fouten"]
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"].endswith(".")
    assert "Traceback" not in response.text
    return {fault["veld"]: fault["melding"] for fault in problem["fouten"]}


def find_faults(client: TestClient, path: str, body: object) -> dict[str, str]:
    """Posts a body that must be refused with a 400, and returns its faults."""
    return read_problem(post_text(client, path, json.dumps(body)), 400)
