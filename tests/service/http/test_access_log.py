"""The access log says what was fetched and never what was asked."""

import logging

import pytest

from service.http.access_log import QuestionFilter

FORMAT = '%s - "%s %s HTTP/%s" %d'  # uvicorn's


@pytest.mark.parametrize(
    ("address", "shown"),
    [("/?vraag=mijn+bsn", "/"), ("/formulering?tekst=a?b", "/formulering"), ("/v1/vragen", "/v1/vragen"), ("/?", "/")],
)
def test_the_query_is_cut_off(address: str, shown: str) -> None:
    arguments = ("127.0.0.1:1", "GET", address, "1.1", 200)
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, FORMAT, arguments, None)
    assert QuestionFilter().filter(record)
    assert record.getMessage() == f'127.0.0.1:1 - "GET {shown} HTTP/1.1" 200'


@pytest.mark.parametrize("arguments", [None, (), ("een",), ("een", "twee"), (1, 2, 3)])
def test_another_line_stays_as_it_is(arguments: tuple[object, ...] | None) -> None:
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, "regel", arguments, None)
    assert QuestionFilter().filter(record)
    assert record.args == arguments
