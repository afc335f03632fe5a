"""Personal data come back from nowhere: not from a field, not from a page, not from an error, and they are never searched for."""

from collections.abc import Callable, Iterator
from urllib.parse import quote_plus, urlencode

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.personal_data import MASK
from service.routes import searches, wordings
from service.settings import ServiceSettings
from tests.service.addresses import BODIES, WORDS, post_text

# As people write them, one for each kind, and what of each must not be seen again.
DATA = {
    "Mijn BSN is 123456782, wat nu?": "123456782",
    "BSN 123\u00a0456\u00a0782": "123\u00a0456",
    "Mail jan@voorbeeld.nl": "jan@",
    "Bel 06.12.34.56.78": "12.34.56",
    "IBAN BE68 5390 0754 7034": "5390 0754",
    "geb. 01-01-1980": "01-01-1980",
    "Dorpsstraat 12, 7511 AB Almelo": "7511 AB",
    "cliëntnummer 98765": "98765",
}


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> Iterator[TestClient]:
    with TestClient(create_app(ServiceSettings(), index=fake_index), raise_server_exceptions=False) as client:
        yield client


def send_everywhere(client: TestClient, text: str, document: str) -> dict[str, Response]:
    """The responses to this text in every place that takes free text, within the limits and beyond them."""
    turn = {"vraag": text, "antwoord": text}
    talk = {"vraag": "En waarom?", "gesprek": [turn]}
    fields = [("vraag", "En waarom?"), ("eerdereVraag", text), ("eerderAntwoord", text)]
    responses = {path: client.post(path, json={WORDS[path]: text}) for path in BODIES}
    responses |= {f"{path} too long": client.post(path, json={WORDS[path]: text + " x" * 3000}) for path in BODIES}
    responses |= {f"{path} key": client.post(path, json=BODIES[path] | {text: 1}) for path in BODIES}
    responses |= {f"{path} list": client.post(path, json={WORDS[path]: [text]}) for path in BODIES}
    responses |= {
        "talk": client.post("/v1/vragen", json=talk),
        "kinds": client.post("/v1/vragen", json={"vraag": "x", "documentsoorten": [text], "referentiedatum": text}),
        "broken": post_text(client, "/v1/vragen", f'{{"vraag": "{text}'),
        "turn": client.post("/gesprek", json={"vraag": text}),
        "turn in a talk": client.post("/gesprek", json=talk),
        "question page": client.get(f"/?vraag={quote_plus(text)}"),
        "question page too long": client.get(f"/?vraag={quote_plus(text + ' x' * 1000)}"),
        "question page in a talk": client.get(f"/?{urlencode(fields)}"),
        "wording page": client.get(f"/formulering?tekst={quote_plus(text)}"),
        "wording page too long": client.get(f"/formulering?tekst={quote_plus(text + ' x' * 2500)}"),
        "search in a document": client.get(f"/documenten/{document}?zoek={quote_plus(text)}"),
        "panel of a document": client.get(f"/documenten/{document}/passage?zoek={quote_plus(text)}"),
        "documents": client.get(f"/documenten?soort={quote_plus(text)}"),
        "figures": client.get(f"/cijfers?profiel={quote_plus(text)}&vanaf={quote_plus(text)}"),
        "figures of the api": client.get(f"/v1/instroomcijfers?{quote_plus(text)}=1&profiel={quote_plus(text)}"),
        "unknown document": client.get(f"/v1/documenten/{quote_plus(text)}"),
    }
    return responses


@pytest.mark.parametrize("text", DATA)
def test_personal_data_come_back_from_nowhere_and_break_nothing(client: TestClient, fake_index: OpenIndex, text: str) -> None:
    document = next(iter(fake_index.documents))
    responses = send_everywhere(client, text, document)
    assert {name: response.status_code for name, response in responses.items() if response.status_code >= 500} == {}
    shown = {name: f"{response.text}{response.headers}" for name, response in responses.items()}
    assert [name for name, said in shown.items() if DATA[text] in said] == []


@pytest.mark.parametrize("path", ["/v1/vragen", "/gesprek"])
def test_a_question_after_a_talk_with_personal_data_is_still_answered(client: TestClient, path: str) -> None:
    turn = {"vraag": "Ik ben 123456782. Wat moet een plan van aanpak bevatten?", "antwoord": "Bel 06-12345678 [1]."}
    response = client.post(path, json={"vraag": "Wat moet een plan van aanpak bevatten?", "gesprek": [turn]})
    assert response.status_code == 200
    assert "12345678" not in response.text and MASK not in response.text


def test_what_is_searched_for_and_compared_is_the_masked_text(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    for module, name in ((searches, "find_hits"), (wordings, "check_wording")):
        real = getattr(module, name)

        def look(text: str, *rest: object, real: Callable[..., object] = real, **named: object) -> object:
            seen.append(text)
            return real(text, *rest, **named)

        monkeypatch.setattr(module, name, look)
    assert client.post("/v1/zoekopdrachten", json={"zoekvraag": "plan van 123456782"}).json()["treffers"]
    verdict = client.post("/v1/formuleringen", json={"tekst": "Het plan is van 123456782."}).json()
    assert seen == [f"plan van {MASK}", f"Het plan is van {MASK}."]
    assert verdict["oordeel"] == "niet-gevonden"


def test_the_wording_page_shows_the_masked_text_back(client: TestClient) -> None:
    shown = client.get("/formulering?tekst=Het+plan+is+van+123456782.").text
    assert f"Het plan is van {MASK}." in shown


def test_a_masked_question_stays_refused_when_it_is_sent_again(client: TestClient) -> None:
    first = client.post("/v1/vragen", json={"vraag": "Mijn bsn is 123456782"}).json()
    again = client.post("/v1/vragen", json={"vraag": first["vraag"]}).json()
    assert again["status"] == first["status"] == "persoonsgegevens"
    assert again["vraag"] == first["vraag"]
