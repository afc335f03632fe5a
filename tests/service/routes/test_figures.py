"""The figures can be selected, whole or in pages, and a selection that makes no sense is refused."""

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from corpus.types import Figure, FigureNotes, Period, Span
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.app import create_app
from service.settings import ServiceSettings
from tests.service.addresses import read_problem
from tests.service.figures.figure_answers import stand_in

ADDRESS = "/v1/instroomcijfers"


REPORT = "kpmg-eindrapport-2024"
FLOW = Figure(
    *("per-maand", "aantal", None, None, 300, "cliënten per maand", REPORT, Span(60, 63), "raming"),
    period=Period("2022-01-01", "2022-12-31"),
    upper=400,
    qualifier="circa",
    label=Span(50, 70),
    notes=FigureNotes("CBS", "2024-04-19", (Span(100, 140),)),
)


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> TestClient:
    """The service on the cells of the table and one figure from outside it."""
    cells = tuple(figure for figure in fake_index.figures if figure.series == SERIES)
    return TestClient(create_app(ServiceSettings(), index=stand_in(fake_index, (*cells, FLOW))))


def select(client: TestClient, query: str) -> list[dict[str, Any]]:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200, response.text
    figures: list[dict[str, Any]] = response.json()["cijfers"]
    return figures


def test_a_figure_is_the_cell_of_the_document(client: TestClient, fake_index: OpenIndex) -> None:
    figures = select(client, "profiel=GGZ03W&maat=aantal&vanaf=2022-07-01&tot=2022-07-01")
    assert [figure["waarde"] for figure in figures] == [11650]
    cell = figures[0]["citaat"]
    assert fake_index.texts[cell["documentId"]].text[cell["begin"] : cell["eind"]] == cell["citaat"]
    assert "bewerking" not in figures[0]


def test_counts_are_whole_numbers_and_percentages_are_not(client: TestClient) -> None:
    assert {type(figure["waarde"]) for figure in select(client, "maat=aantal")} == {int}
    assert {type(figure["waarde"]) for figure in select(client, "maat=groei")} == {float}


def test_profiles_can_be_repeated(client: TestClient) -> None:
    assert {figure["profiel"] for figure in select(client, "profiel=GGZ03W&profiel=GGZ04W")} == {"GGZ03W", "GGZ04W"}


def test_the_period_includes_both_its_ends(client: TestClient) -> None:
    dates = {figure["peildatum"] for figure in select(client, f"reeks={SERIES}&vanaf=2022-01-01&tot=2022-07-01")}
    assert {"2022-01-01", "2022-07-01"} <= dates
    assert all("2022-01-01" <= date <= "2022-07-01" for date in dates)


def test_a_period_without_figures_is_an_empty_list(client: TestClient) -> None:
    assert select(client, "vanaf=1999-01-01&tot=1999-12-31") == []


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("profiel=GGZ99X", ["profiel"]),
        ("profiel=GGZ03W&profiel=ggz03w", ["profiel"]),
        ("profiel=", ["profiel"]),
        ("profiel=%00", ["profiel"]),
        ("maat=omzet", ["maat"]),
        ("maat=", ["maat"]),
        ("maat=Aantal", ["maat"]),
        ("maat=aantal&maat=groei", ["maat"]),
        ("vanaf=2022-02-30", ["vanaf"]),
        ("vanaf=2022-13-01", ["vanaf"]),
        ("vanaf=2022-7-1", ["vanaf"]),
        ("vanaf=20220701", ["vanaf"]),
        ("vanaf=2022", ["vanaf"]),
        ("vanaf=1-7-2022", ["vanaf"]),
        ("vanaf=2022-W01-1", ["vanaf"]),
        ("vanaf=2022-07-01T00:00:00", ["vanaf"]),
        ("vanaf=1640995200", ["vanaf"]),
        ("vanaf=", ["vanaf"]),
        ("vanaf=0000-01-01", ["vanaf"]),
        ("vanaf=%D9%A2%D9%A0%D9%A2%D9%A2-07-01", ["vanaf"]),
        ("tot=2023-02-29", ["tot"]),
        ("tot=morgen", ["tot"]),
        ("vanaf=2022-01-01&vanaf=2022-01-01", ["vanaf"]),
        ("vanaf=2023-01-01&tot=2022-12-31", ["tot"]),
        ("reeks=onbekend", ["reeks"]),
        ("reeks=", ["reeks"]),
        ("weergave=pdf", ["weergave"]),
        ("pagina=0", ["pagina"]),
        ("pagina=-1", ["pagina"]),
        ("pagina=twee", ["pagina"]),
        ("pagina=1.0", ["pagina"]),
        ("pagina=%D9%A2", ["pagina"]),
        ("pagina=1&pagina=2", ["pagina"]),
        (f"pagina={'9' * 5000}", ["pagina"]),
        ("aantalPerPagina=0", ["aantalPerPagina"]),
        ("aantalPerPagina=1001", ["aantalPerPagina"]),
        ("aantalPerPagina=", ["aantalPerPagina"]),
        ("jaar=2022", ["jaar"]),
        ("maat=aantal&maat=groei&jaar=2022", ["maat", "jaar"]),
        ("Profiel=GGZ03W", ["Profiel"]),
        ("=x", [""]),
        ("profiel=x&maat=y&vanaf=z&tot=q&jaar=2022", ["profiel", "maat", "vanaf", "tot", "jaar"]),
    ],
)
def test_a_selection_that_makes_no_sense_is_a_400_that_names_every_key(
    client: TestClient, query: str, fields: list[str]
) -> None:
    assert list(read_problem(client.get(f"{ADDRESS}?{query}"), 400)) == fields


def test_an_unknown_profile_lists_the_ones_there_are(client: TestClient, fake_index: OpenIndex) -> None:
    message = read_problem(client.get(f"{ADDRESS}?profiel=GGZ99X"), 400)["profiel"]
    assert all(figure.profile in message for figure in fake_index.figures if figure.profile)


def test_the_example_of_the_contract_holds(client: TestClient) -> None:
    figures = select(client, "profiel=GGZ03W&profiel=GGZ04W&maat=aantal&vanaf=2022-01-01&tot=2023-10-01")
    assert len(figures) == 16
    found = next(figure for figure in figures if (figure["profiel"], figure["peildatum"]) == ("GGZ03W", "2022-07-01"))
    assert (found["reeks"], found["maat"], found["waarde"], found["eenheid"]) == (SERIES, "aantal", 11650, "indicaties")
    assert (found["soort"], found["periode"], found["omschrijving"]) == ("stand", None, None)


def test_figures_outside_the_table_come_after_it_with_their_words(client: TestClient, fake_index: OpenIndex) -> None:
    *cells, flow = select(client, "")
    assert {figure["reeks"] for figure in cells} == {SERIES}
    assert flow["omschrijving"] == fake_index.texts[REPORT].text[50:70]
    assert (flow["soort"], flow["waarde"], flow["bovengrens"], flow["voorbehoud"]) == ("raming", 300, 400, "circa")
    assert flow["periode"] == {"vanaf": "2022-01-01", "tot": "2022-12-31"}
    assert flow["citaat"]["kern"] == {"begin": 60, "eind": 63}


def test_series_can_be_chosen_and_repeated(client: TestClient) -> None:
    assert [figure["reeks"] for figure in select(client, "reeks=per-maand")] == ["per-maand"]
    assert len(select(client, f"reeks=per-maand&reeks={SERIES}")) == len(select(client, ""))


def test_an_unknown_series_lists_the_ones_there_are(client: TestClient) -> None:
    message = read_problem(client.get(f"{ADDRESS}?reeks=onbekend"), 400)["reeks"]
    assert SERIES in message and "per-maand" in message


def test_amounts_can_be_asked_for(client: TestClient) -> None:
    assert select(client, "maat=bedrag") == []


def test_the_caveats_are_those_of_the_figures_shown(client: TestClient, fake_index: OpenIndex) -> None:
    caveats = client.get(f"{ADDRESS}?reeks=per-maand").json()["kanttekeningen"]
    document = fake_index.documents[REPORT].title
    assert caveats == [
        "Bron: CBS-gegevens, gepubliceerd op 19 april 2024.",
        f"“{fake_index.texts[REPORT].text[100:140]}” ({document})",
        "Dit is een verwachting, geen gemeten cijfer.",
        "Het document noemt dit getal bij benadering.",
    ]
    (stocks, *_) = client.get(f"{ADDRESS}?reeks={SERIES}").json()["kanttekeningen"]
    assert stocks.startswith("Dit zijn standen")
    assert client.get(f"{ADDRESS}?maat=bedrag").json()["kanttekeningen"] == []


def test_without_a_page_everything_comes_at_once(client: TestClient) -> None:
    response = client.get(ADDRESS)
    assert response.json()["totaal"] == len(response.json()["cijfers"]) == 60 + 55 + 60 + 1
    assert "Link" not in response.headers


def test_pages_together_are_the_whole_and_link_to_each_other(client: TestClient) -> None:
    whole = select(client, "profiel=GGZ03W&profiel=GGZ04W")
    address, shown = f"{ADDRESS}?profiel=GGZ03W&profiel=GGZ04W&aantalPerPagina=30", []
    while address:
        response = client.get(address)
        assert response.json()["totaal"] == len(whole)
        shown += response.json()["cijfers"]
        assert set(response.links) >= {"first", "last"}
        address = response.links.get("next", {}).get("url", "")
    assert [figure["citaat"] for figure in shown] == [figure["citaat"] for figure in whole]


def test_a_page_names_its_neighbours_and_no_page_that_is_not_there(client: TestClient) -> None:
    first, middle, last = (client.get(f"{ADDRESS}?aantalPerPagina=60&pagina={page}").links for page in (1, 2, 3))
    assert (set(first), set(middle), set(last)) == (
        {"first", "next", "last"},
        {"first", "prev", "next", "last"},
        {"first", "prev", "last"},
    )
    assert middle["prev"]["url"] == f"{ADDRESS}?pagina=1&aantalPerPagina=60"


def test_a_page_alone_holds_a_hundred_figures_in_csv_too(client: TestClient) -> None:
    assert len(select(client, "pagina=1")) == 100
    response = client.get(f"{ADDRESS}?pagina=2&weergave=csv")
    assert len(list(csv.DictReader(io.StringIO(response.text)))) == 76
    assert "weergave=csv" in response.links["prev"]["url"]


@pytest.mark.parametrize(("query", "pages"), [("aantalPerPagina=60&pagina=4", "3"), ("maat=bedrag&pagina=2", "één")])
def test_a_page_beyond_the_last_says_how_many_there_are(client: TestClient, query: str, pages: str) -> None:
    assert pages in read_problem(client.get(f"{ADDRESS}?{query}"), 400)["pagina"]


def test_an_empty_selection_has_one_empty_page(client: TestClient) -> None:
    assert select(client, "maat=bedrag&pagina=1") == []


def test_the_description_tells_every_form_and_every_key(client: TestClient) -> None:
    described = client.get("/v1/openapi.json").json()["paths"][ADDRESS]["get"]
    assert set(described["responses"]["200"]["content"]) == {"application/json", "text/csv", "image/svg+xml"}
    assert "Link" in described["responses"]["200"]["headers"]
    keys = ["reeks", "profiel", "maat", "vanaf", "tot", "pagina", "aantalPerPagina", "weergave"]
    assert [parameter["name"] for parameter in described["parameters"]] == keys
    assert all(parameter["description"].endswith(".") for parameter in described["parameters"])
