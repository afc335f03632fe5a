"""The figures can be selected, as JSON and as CSV, and a selection that makes no sense is refused."""

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.routes.figures import prefers_csv
from service.settings import ServiceSettings
from tests.service.addresses import read_problem

ADDRESS = "/v1/instroomcijfers"


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> TestClient:
    return TestClient(create_app(ServiceSettings(), index=fake_index))


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
    dates = {figure["peildatum"] for figure in select(client, "vanaf=2022-01-01&tot=2022-07-01")}
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


def test_csv_holds_the_same_figures_as_json(client: TestClient) -> None:
    response = client.get(f"{ADDRESS}?profiel=GGZ03W", headers={"Accept": "text/csv"})
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Vary"] == "Accept"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8"), newline="")))
    figures = select(client, "profiel=GGZ03W")
    assert [row["waarde"] for row in rows] == [str(figure["waarde"]) for figure in figures]
    assert [row["citaat"] for row in rows] == [figure["citaat"]["citaat"] for figure in figures]
    assert all(None not in row and None not in row.values() for row in rows)


def test_every_csv_record_ends_with_the_line_break_of_rfc_4180(client: TestClient) -> None:
    text = client.get(ADDRESS, params={"tot": "1999-01-01"}, headers={"Accept": "text/csv"}).text
    assert text.startswith("reeks,maat,profiel,peildatum,waarde,eenheid,")
    assert text.endswith("\r\n")
    assert text.count("\n") == 1


@pytest.mark.parametrize(
    ("accept", "csv_wanted"),
    [
        ("text/csv", True),
        ("TEXT/CSV", True),
        ("text/csv; charset=utf-8", True),
        ("text/csv, */*;q=0.1", True),
        ("text/csv;q=0.9, application/json;q=0.5", True),
        ("application/json, text/csv;q=0.5", False),
        ("application/json, text/csv", False),
        ("text/csv;q=0", False),
        ("text/csv;q=x", False),
        ("*/*", False),
        ("text/*", False),
        ("", False),
        (",;,", False),
        ("image/png", False),
    ],
)
def test_csv_is_for_who_prefers_it(accept: str, csv_wanted: bool) -> None:
    assert prefers_csv(accept) == csv_wanted
