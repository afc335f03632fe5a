"""The commands of the contract: what they write, what they print and how they end."""

from dataclasses import replace
from pathlib import Path

import pytest

from evals import __main__ as command
from evals.asking import Subject
from evals.results import load_run
from tests.evals.making import make_response, make_subject

GOOD = make_response("Elke regio maakt een plan [1].", "Elke regio maakt een plan.")
LINE = (
    '{"id": "a", "kind": "feit", "topic": "plan", "split": "toets", "vraag": "Wat maakt een regio?", "status": "beantwoord",'
    ' "bewijs": [{"document": "rapport", "citaat": "Elke regio maakt een plan."}], "moet": ["een plan"]}'
)
SUBJECT = replace(make_subject(lambda _: GOOD), make_baselines=lambda: {"BM25": lambda _: GOOD})


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *options: str, subject: Subject = SUBJECT, line: str = LINE) -> int:
    """The exit code of a run over one question, kept under ``folder/uit``."""
    monkeypatch.setattr(command, "find_subject", lambda url: subject)
    (folder / "vragen.jsonl").write_text(line)
    return command.main(["run", "--cases", str(folder / "vragen.jsonl"), "--out", str(folder / "uit"), *options])


def test_a_run_prints_the_table_and_keeps_the_result_with_every_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path) == 0
    assert "| Antwoord goed | 1,000 | 1 van 1 |" in capsys.readouterr().out
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {
        "results.json",
        "rapport.md",
        "rapport.html",
        "junit.xml",
    }
    kept = load_run(tmp_path / "uit")
    assert (kept.outcomes[0].case_id, [way.name for way in kept.baselines]) == ("a", ["BM25"])


def test_a_run_compares_with_no_plain_way_where_nobody_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run(monkeypatch, tmp_path, "--no-baselines") == 0
    assert load_run(tmp_path / "uit").baselines == ()
    assert "Niet mee vergeleken." in (tmp_path / "uit" / "rapport.md").read_text()


def test_a_run_over_http_says_that_it_compares_with_no_plain_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path, subject=replace(SUBJECT, make_baselines=None)) == 0
    assert "Niet vergeleken met eenvoudige manieren: over HTTP" in capsys.readouterr().err


def test_a_run_below_a_floor_fails_and_names_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "load_floors", lambda: {"toets": {"antwoord-goed": 0.5}})
    assert run(monkeypatch, tmp_path, line=LINE.replace('"een plan"]', '"iets anders"]')) == 1
    told = capsys.readouterr().err
    assert "Onder de ondergrens: Antwoord goed 0,000 (toets), moet minstens 0,500 zijn. Fout: a." in told


def test_what_cannot_be_measured_is_told_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["run", "--cases", str(tmp_path / "weg.jsonl")]) == 2
    assert command.main(["compare", str(tmp_path), str(tmp_path)]) == 2
    assert "weg.jsonl: niet te lezen" in capsys.readouterr().err
