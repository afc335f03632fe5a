"""Whatever comes in over HTTP, at every address there is, the service answers or refuses it: never a 5xx, never bare text."""

import json
from collections.abc import Iterator, Sequence
from itertools import product
from random import Random
from types import ModuleType
from urllib.parse import quote_plus

import pytest
from fastapi.routing import APIRoute
from httpx2 import Response
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service import routes
from service.app import create_app
from service.settings import ServiceSettings
from tests.service.addresses import BODIES, JSON
from tests.service.figures.question_grammar import ODD, garble, make_question

DOCUMENT = "kpmg-eindrapport-2024"
# Every key that an address reads, with values that it takes.
QUERIES: dict[str, dict[str, Sequence[str]]] = {
    "/": {
        "vraag": ["Wat moet een plan bevatten?", "Hoeveel GGZ03W op 1 juli 2022?", "En daarna?"],
        "eerdereVraag": ["Hoeveel GGZ03W op 1 juli 2022?", "Wie deden mee?"],
        "eerderAntwoord": ["Op 1 juli 2022 waren er 11.650 [1].", "- een [1]\n- twee [1]"],
    },
    "/formulering": {"tekst": ["een plan van aanpak", "Op 1 juli 2022 waren er 11.650 indicaties."]},
    "/cijfers": {
        "profiel": ["GGZ03W", "GGZ05W"],
        "maat": ["aantal", "groei", "aandeel"],
        "vanaf": ["2022-01-01"],
        "tot": ["2023-10-01"],
    },
    "/cijfers/grafiek": {"profiel": ["GGZ03W"], "maat": ["groei"], "vanaf": ["2022-01-01"], "tot": ["2022-07-01"]},
    "/documenten": {"soort": ["rapport", "hulpmiddel"]},
    f"/documenten/{DOCUMENT}": {
        "t": ["0-10", "12500-12917"],
        "begin": ["12"],
        "eind": ["40"],
        "plaats": ["1", "2"],
        "zoek": ["plan van aanpak"],
        "versie": ["sha256:0"],
        "van": ["Achtergrond"],
        "tot": ["de regio"],
        "controle": ["10-0123456789abcdef"],
    },
    "/over": {"x": ["y"]},
    "/toegankelijkheid": {"x": ["y"]},
    "/pagina/page.css": {"v": ["0"]},
    "/v1/instroomcijfers": {
        "reeks": ["x"],
        "profiel": ["GGZ03W"],
        "maat": ["aantal", "groei"],
        "vanaf": ["2022-01-01"],
        "tot": ["2023-10-01"],
        "pagina": ["1", "2"],
        "aantalPerPagina": ["10"],
        "weergave": ["json", "csv", "svg"],
    },
    "/v1/documenten": {"x": ["y"]},
    f"/v1/documenten/{DOCUMENT}": {"x": ["y"]},
    f"/v1/documenten/{DOCUMENT}/tekst": {"x": ["y"]},
    "/v1/openapi.json": {"x": ["y"]},
    "/health/live": {"x": ["y"]},
    "/health/ready": {"x": ["y"]},
}
QUERIES[f"/documenten/{DOCUMENT}/passage"] = QUERIES[f"/documenten/{DOCUMENT}"]
# As they stand in an address: escapes that are no UTF-8 or half of a pair too.
HOSTILE = (
    *("", "+", "%00", "%ff", "%ed%a0%80", "%", "%zz", "%F0%9F", "%0d%0aSet-Cookie:x", "%2e%2e%2f", "%3Cscript%3E", "%E2%80%AE"),
    *("0", "-1", "1e9", "1.0", "+1", "NaN", "0x10", "%C2%B2", "%D9%A3", "%E0%A5%A7%E0%A5%A8", "%EF%BC%91", "1_000", "1,5"),
    *(
        "0000000019999",
        "9" * 19,
        "9" * 400,
        "9" * 5000,
        "0" * 5000 + "1",
        "2022-02-30",
        "0000-00-00",
        "9999-12-31",
        "0001-01-01",
    ),
    *("a" * 3000, "%C4%B1" * 300, "de+" * 700, "(" * 300, "[" * 300, "%5C" * 300, "0-0", "5-1", "-", "0-99999999999999999999"),
    *("1-2-3", "sha256:", "null", "true", "%7B%7D", "%F0%9F%98%80", "e%CC%81", "%E2%80%8B", "'", '"', "%5B1%5D", "null%00"),
)
LONG_NUMBERS = ("0000000019999", "9" * 19, "9" * 5000, "0" * 5000 + "1")
ALSO_IN_PATHS = ("%00", "%ff", "..%2f..", "x" * 2000, "%C2%B2", "9" * 5000, "%F0%9F%98%80", "+", "%25", "a%0d%0ab")
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    *(
        (b"Host", host)
        for host in (b"[", b"]", b"[::1", b"a b", b"<script>", b"x:y:z", b"", b"x:" + b"9" * 20, b"\xe9", b"\xff")
    ),
    *(
        (b"Accept", accept)
        for accept in (b"text/csv;q=NaN", b"q=", b";;;,,,", b"image/svg+xml;q=1e999", b"*/*;q=-1", b"x" * 5000)
    ),
    *((b"If-None-Match", tag) for tag in (b'"', b"W/", b"*", b",,,", b"\xb2")),
    *((b"Content-Length", length) for length in (b"\xb2", b"-1", b"x", b"1e3", b"9" * 5000)),
    *((b"Content-Type", kind) for kind in (b"", b"\xff", b"application/json;" * 500)),
)
# Values that JSON has and the fields don't want, as they are written.
JSON_VALUES = (
    *("null", "true", "0", "-1", "1.5", "1e999", "1" * 400, "1" * 5000, "NaN", '""', '" "', '"\\u0000"', '"\\ud800"', "[]"),
    *(
        "{}",
        "[[[[]]]]",
        '["x", 1]',
        '{"x": {}}',
        '"' + "a" * 3000 + '"',
        '"' + "9" * 1999 + '"',
        '"2022-02-30"',
        '"0001-01-01"',
    ),
    *(
        '"9999-12-31"',
        '"1900-01-01"',
        '"2100-12-31"',
        '"²"',
        '"٣"',
        '"\\u0131\\u017f\\u212a\\u0130"',
        '"\\ufeff"',
        '[{"vraag": "x"}]',
    ),
    *('[{"vraag": "x", "antwoord": "' + "[1]" * 500 + '"}]', '"😀"', '"' + "(" * 1900 + '"', '"' + "de " * 600 + '"'),
)
KEYS = {
    "/v1/vragen": ("vraag", "gesprek", "documentsoorten", "maximumCitaten", "referentiedatum"),
    "/v1/zoekopdrachten": ("zoekvraag", "aantal"),
    "/v1/formuleringen": ("tekst",),
    "/gesprek": ("vraag", "gesprek", "documentsoorten", "maximumCitaten", "referentiedatum"),
}
# An answer of these takes long to make: a whole document, a drawing. The same is read from their addresses elsewhere.
SLOW = (f"/documenten/{DOCUMENT}", "/cijfers/grafiek")
# Addresses whose answer says something of the headers that they were asked with.
HEADED = (
    *(
        "/",
        "/formulering?tekst=x",
        f"/documenten/{DOCUMENT}/passage?t=0-10",
        f"/v1/documenten/{DOCUMENT}/tekst",
        "/bestaat-niet",
    ),
    *("/v1/instroomcijfers?pagina=1&aantalPerPagina=1", "/v1/bestaat-niet", "/pagina/page.css", "/health/ready"),
)
# Asked with a reference date that can't be, this has days to reckon on both sides of it.
BESIDE = "Hoeveel GGZ03W-indicaties waren er vorig jaar en volgend jaar?"
QUERIES_AN_ADDRESS = 60
BODIES_AN_ADDRESS = 120


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> Iterator[TestClient]:
    with TestClient(create_app(ServiceSettings(), index=fake_index), raise_server_exceptions=False) as client:
        yield client


def check(response: Response, asked: object) -> None:
    """No 5xx; a refusal for a program is a problem and one for a person a page."""
    path = response.request.url.raw_path.decode()
    assert response.status_code < 500, asked
    if response.status_code >= 400 and path.startswith(("/v1/", "/health/", "/gesprek")):
        assert response.headers["Content-Type"] == "application/problem+json", asked
        assert response.json()["detail"].endswith("."), asked
    elif response.status_code >= 400:
        assert response.headers["Content-Type"] == "text/html; charset=utf-8", asked


def make_query(keys: dict[str, Sequence[str]], random: Random) -> str:
    """A query of some of the keys, some of them twice, with one or more values that are not what they should be."""
    pairs = []
    for key in random.choices(list(keys), k=random.randint(1, 4)):
        if random.randrange(2):
            pairs.append((key, random.choice(HOSTILE)))
        elif random.randrange(3):
            pairs.append((key, quote_plus(random.choice(keys[key]))))
        else:
            pairs.append((key, quote_plus(garble(make_question(random), random), errors="replace")))
    pairs += [(random.choice(HOSTILE)[:300], "x")] if not random.randrange(8) else []
    return "&".join(f"{key}={value}" for key, value in pairs)


def make_body(path: str, random: Random) -> str:
    """A JSON object of some of the fields, some of them twice, with values that are not what they should be."""
    fields = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in BODIES.get(path, {"vraag": "Wie deed mee?"}).items()]
    for key in random.choices(KEYS[path], k=random.randint(1, 3)):
        words = json.dumps(garble(make_question(random), random) + random.choice(ODD))
        fields.append(f"{json.dumps(key)}: {random.choice((random.choice(JSON_VALUES), random.choice(JSON_VALUES), words))}")
    random.shuffle(fields)
    return f"{{{', '.join(fields)}}}"


def test_every_address_that_is_read_is_tried() -> None:
    modules = (*vars(routes).values(), *vars(routes.pages).values())
    routers = [module.router for module in modules if isinstance(module, ModuleType) and hasattr(module, "router")]
    found = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    assert len(found) > len(QUERIES)
    read = {route.path for route in found if "GET" in (route.methods or ())}
    tried = {path.replace(DOCUMENT, "{id}").replace("page.css", "{name}") for path in QUERIES}
    assert {path.replace("{document_id}", "{id}") for path in read} == tried


@pytest.mark.parametrize("path", QUERIES)
def test_no_query_breaks_an_address(client: TestClient, path: str) -> None:
    random = Random(path)
    for key in QUERIES[path]:
        for value in random.sample(HOSTILE, 3) if path in SLOW else HOSTILE:
            check(client.get(f"{path}?{key}={value}"), (key, value[:100]))
        beside = [f"{other}={quote_plus(values[0])}" for other, values in QUERIES[path].items() if other != key]
        for value, other in product(LONG_NUMBERS, () if path in SLOW else beside):
            check(client.get(f"{path}?{other}&{key}={value}"), (other, key, value[:100]))
    for _ in range(6 if path in SLOW else QUERIES_AN_ADDRESS):
        query = make_query(QUERIES[path], random)
        check(client.get(f"{path}?{query}"), query[:2000])


@pytest.mark.parametrize("path", QUERIES)
def test_no_path_breaks_the_service(client: TestClient, path: str) -> None:
    for odd in ALSO_IN_PATHS:
        for address in (f"{path}{odd}", f"{path}/{odd}", path.replace(DOCUMENT, odd).replace("page.css", odd)):
            if address not in SLOW:
                check(client.get(address), address[:100])


@pytest.mark.parametrize("path", HEADED)
def test_no_header_breaks_an_address(client: TestClient, path: str) -> None:
    for header in HEADERS:
        check(client.get(path, headers=[header]), header)


@pytest.mark.parametrize("path", KEYS)
def test_no_body_breaks_an_address(client: TestClient, path: str) -> None:
    random = Random(path)
    for key in KEYS[path]:
        for value in JSON_VALUES:
            own = "" if key == KEYS[path][0] else f'"{KEYS[path][0]}": "{BESIDE}", '
            check(client.post(path, content=f'{{{own}"{key}": {value}}}', headers=JSON), (key, value[:100]))
    for _ in range(BODIES_AN_ADDRESS):
        body = make_body(path, random)
        check(client.post(path, content=body, headers=JSON), body[:2000])
