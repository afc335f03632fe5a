"""The list of documents: what each holds, which kinds there are, what was left out, and whether the figures agree."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from fastapi import FastAPI
from fastapi.testclient import TestClient

from indexer.figures.checks import FigureCheck
from indexer.store import OpenIndex
from service.app import create_app
from service.pages.documents_view import list_checks
from service.settings import ServiceSettings
from tests.service.pages.page_fakes import DOCUMENT, find, read


@pytest.fixture(scope="module")
def real_client(fake_index: OpenIndex) -> TestClient:
    return TestClient(create_app(ServiceSettings(), index=fake_index))


@pytest.fixture
def checked(app: FastAPI) -> SimpleNamespace:
    info: SimpleNamespace = app.state.index.info
    return info


def titles(soup: BeautifulSoup) -> list[str]:
    return [heading.text for heading in soup.select(".cards h2")]


def test_a_document_is_listed_with_publisher_date_kind_and_what_it_holds(client: TestClient) -> None:
    card = find(read(client, "/documenten"), ".card")
    assert find(card, "a")["href"] == "/documenten/rapport-2024"
    assert "Uitgever & Co, september 2024" in card.text and "Soort: rapport" in card.text
    assert "14 woorden" in card.text and "1 passage," in card.text and "geen cijfers" in card.text


def test_the_real_documents_can_be_filtered_by_kind_also_by_that_of_a_part(
    real_client: TestClient, fake_index: OpenIndex
) -> None:
    assert len(titles(read(real_client, "/documenten"))) == len(fake_index.documents)
    choices = read(real_client, "/documenten").select(".choices a")
    assert str(choices[0].text) == f"Alle documenten ({len(fake_index.documents)})" and choices[0]["aria-current"] == "true"
    soup = read(real_client, "/documenten?soort=bestuurlijke-afspraken")
    assert titles(soup) == ["Eindrapport Regioaanpak Wlz-ggz-w"]
    assert find(soup, ".choices a[aria-current]").text == "Bestuurlijke afspraken (1)"


@pytest.mark.parametrize("kind", ["onbekend", "<script>"])
def test_a_kind_that_no_document_has_is_said_with_a_way_on(client: TestClient, kind: str) -> None:
    soup = read(client, f"/documenten?soort={kind}", 404)
    assert "geen documenten van deze soort" in soup.text and not titles(soup)


def test_what_was_left_out_is_named_with_its_reason(client: TestClient, checked: SimpleNamespace) -> None:
    assert "Alle documenten van de verzameling zijn ingelezen" in read(client, "/documenten").text
    checked.left_out = (("oud-rapport", "het bestand heeft een wachtwoord."),)
    checked.remarks = ("rapport-2024: een kop kwam tweemaal voor.",)
    text = read(client, "/documenten").text
    assert "oud-rapport: het bestand heeft een wachtwoord." in text and "zijn ingelezen" not in text
    assert f"{DOCUMENT.title}: een kop kwam tweemaal voor." in text


def test_what_a_check_of_the_figures_found_is_said_before_what_agrees(client: TestClient, checked: SimpleNamespace) -> None:
    wrong = FigureCheck("cellen die tweemaal voorkomen", 4, ("rapport-2024: GGZ03W is 5 en 6.",))
    told = FigureCheck("peildata tegen de noot bij de tabel", 1, (), ("rapport-2024: de noot is ruimer.",))
    right = FigureCheck("afgedrukte groei tegen de aantallen", 1200, ())
    checked.figure_checks = (right, told, wrong, FigureCheck("aandelen tegen de tabel", 0, ()))
    soup = read(client, "/documenten")
    said = [" ".join(block.text.split()) for block in soup.select(".caveats")]
    assert said == [
        f"Staat een cel op twee plaatsen, dan moet er hetzelfde staan. Klopt niet: {DOCUMENT.title}: GGZ03W is 5 en 6.",
        f"De noot bij een tabel moet dezelfde periode noemen als de tabel. Goed om te weten: {DOCUMENT.title}: de noot is ruimer.",
    ]
    sound = find(soup, "details.sound")
    assert find(sound, "summary").text == "Bij één andere controle klopt alles"
    assert "1.200 keer nagekeken" in sound.text and "percentage" not in sound.text


def test_every_check_of_the_real_index_is_explained_in_plain_dutch(fake_index: OpenIndex) -> None:
    checks = fake_index.info.figure_checks
    names = {f"{check.name.capitalize()}." for check in checks}
    every = [FigureCheck(check.name, 1, ()) for check in checks]
    assert not names & {check.explanation for check in list_checks(every, {})}
