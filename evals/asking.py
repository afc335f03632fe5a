"""Who is asked: what every subject of a measurement offers the judges, and a running service over HTTP as one of them."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import httpx

from evals.evidence import TextOf

Ask = Callable[[dict[str, object]], object]
"""From the JSON of a request to ``POST /v1/vragen`` to the JSON of its response; raises ``AskError``."""

UNKNOWN = "onbekend (gemeten over HTTP)"

_PATIENCE = 60.0
"""Seconds that one answer may take; far above any promise, so that a slow answer is measured and not cut off."""


class AskError(RuntimeError):
    """A question that got no answer: the service failed, refused the request, or could not be reached."""


class SubjectError(RuntimeError):
    """There is nothing to measure: no index that can be used, or no service at the address. Says what to do."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: ``ask`` answers requests, ``text_of`` gives canonical texts; the names say what it runs on.

    ``make_baselines`` makes plain ways of searching the same documents with the same model, by their Dutch name; None where
    the documents and the model are out of reach.
    """

    ask: Ask
    text_of: TextOf
    model: str
    corpus: str = UNKNOWN
    code: str = UNKNOWN
    make_baselines: Callable[[], Mapping[str, Ask]] | None = None


def connect(url: str) -> Subject:
    """A running service at this address, such as ``http://127.0.0.1:8000``. Raises ``SubjectError`` when nobody answers there."""
    client = httpx.Client(base_url=url.rstrip("/"), timeout=_PATIENCE)

    def ask(request: dict[str, object]) -> object:
        response = _send(client, "POST", "/v1/vragen", request)
        try:
            return response.json()
        except ValueError as fault:
            raise AskError(f"het antwoord is geen JSON: {response.text[:200]}") from fault

    @functools.cache
    def text_of(document_id: str) -> str:
        try:
            return _send(client, "GET", f"/v1/documenten/{document_id}/tekst").text
        except AskError as fault:
            raise LookupError(document_id) from fault

    try:
        _send(client, "GET", "/v1/documenten")
    except AskError as fault:
        raise SubjectError(str(fault)) from fault
    return Subject(ask, text_of, model=UNKNOWN)


def _send(client: httpx.Client, method: str, path: str, body: dict[str, object] | None = None) -> httpx.Response:
    try:
        response = client.request(method, path, json=body)
    except httpx.HTTPError as fault:
        raise AskError(f"{client.base_url} antwoordt niet ({fault}); draait de dienst daar?") from fault
    if response.is_error:
        raise AskError(f"{method} {path} gaf status {response.status_code}: {response.text[:200]}")
    return response
