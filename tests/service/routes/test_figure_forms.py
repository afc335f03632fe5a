"""The same selection of figures comes as JSON, as CSV or as a chart, whichever the caller ranks highest."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from indexer.store import OpenIndex
from service.app import create_app
from service.routes.figures import choose_form
from service.settings import ServiceSettings
from tests.service.addresses import read_problem

ADDRESS = "/v1/instroomcijfers"
IMAGE = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"


@pytest.fixture(scope="module")
def client(fake_index: OpenIndex) -> TestClient:
    return TestClient(create_app(ServiceSettings(), index=fake_index))


def test_csv_holds_the_same_figures_as_json(client: TestClient) -> None:
    response = client.get(f"{ADDRESS}?profiel=GGZ03W", headers={"Accept": "text/csv"})
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Vary"] == "Accept"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8"), newline="")))
    figures = client.get(f"{ADDRESS}?profiel=GGZ03W").json()["cijfers"]
    assert [row["waarde"] for row in rows] == [str(figure["waarde"]) for figure in figures]
    assert [row["citaat"] for row in rows] == [figure["citaat"]["citaat"] for figure in figures]
    assert all(None not in row and None not in row.values() for row in rows)


def test_every_csv_record_ends_with_the_line_break_of_rfc_4180(client: TestClient) -> None:
    text = client.get(ADDRESS, params={"tot": "1999-01-01"}, headers={"Accept": "text/csv"}).text
    assert text.startswith("reeks,maat,profiel,peildatum,waarde,eenheid,")
    assert text.endswith("\r\n")
    assert text.count("\n") == 1


def test_csv_is_a_file_to_save(client: TestClient) -> None:
    response = client.get(f"{ADDRESS}?weergave=csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="instroomcijfers.csv"'
    assert response.content.decode("utf-8").startswith("reeks,")


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/csv", "csv"),
        ("TEXT/CSV", "csv"),
        ("text/csv; charset=utf-8", "csv"),
        ("text/csv, */*;q=0.1", "csv"),
        ("text/csv, */*", "csv"),
        ("text/csv;q=0.9, application/json;q=0.5", "csv"),
        ("text/*", "csv"),
        ("text/*, application/json;q=0.9", "csv"),
        ("text/*, text/csv;q=0.1, application/json;q=0.5", "json"),
        ("application/json, text/csv;q=0.5", "json"),
        ("application/json, text/csv", "json"),
        ("text/csv;q=0", "json"),
        ("text/csv;q=x", "json"),
        ("*/*", "json"),
        ("*/*, application/json;q=0.5", "csv"),
        ("", "json"),
        (",;,", "json"),
        ("image/png", "json"),
        ("application/json", "json"),
        ("application/json, text/plain, */*", "json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", "json"),
        ("image/svg+xml", "svg"),
        ("image/*", "svg"),
        (IMAGE, "svg"),
        ("image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", "svg"),
        ("image/svg+xml;q=0.4, application/json;q=0.5", "json"),
        ("image/svg+xml;q=0, image/*", "json"),
    ],
)
def test_the_form_is_the_one_that_the_caller_ranks_highest(accept: str, form: str) -> None:
    assert choose_form(accept) == form


def test_an_image_on_a_page_is_the_chart_of_the_selection(client: TestClient) -> None:
    response = client.get(f"{ADDRESS}?profiel=GGZ03W&maat=groei", headers={"Accept": IMAGE})
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Vary"] == "Accept"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.text.startswith("<svg ")
    assert "Indicaties per zorgprofiel (GGZ03W): groei" in response.text


def test_the_key_weergave_goes_before_the_header(client: TestClient) -> None:
    for form, media_type in {"json": "application/json", "csv": "text/csv; charset=utf-8", "svg": "image/svg+xml"}.items():
        response = client.get(f"{ADDRESS}?weergave={form}", headers={"Accept": "text/csv, image/svg+xml"})
        assert response.headers["Content-Type"] == media_type


def test_a_chart_shows_the_whole_selection_whatever_the_page(client: TestClient) -> None:
    whole = client.get(f"{ADDRESS}?weergave=svg").content
    assert client.get(f"{ADDRESS}?weergave=svg&pagina=9&aantalPerPagina=2").content == whole


def test_a_chart_of_nothing_is_a_problem_that_says_what_to_do(client: TestClient) -> None:
    response = client.get(f"{ADDRESS}?weergave=svg&vanaf=1999-01-01&tot=1999-12-31")
    assert read_problem(response, 400) == {}
    assert "Kies" in response.json()["detail"]
