"""The fingerprint of the code changes with the code and with nothing that answers and judges alike."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import evals
from evals.fingerprints import code_fingerprint


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "evals"
    shutil.copytree(Path(evals.__file__).parent, folder, ignore=shutil.ignore_patterns("results", "__pycache__"))
    monkeypatch.setattr(evals, "__path__", [str(folder)])
    yield folder
    code_fingerprint.cache_clear()


def fingerprint() -> str:
    code_fingerprint.cache_clear()
    return code_fingerprint()


def test_the_same_code_elsewhere_has_the_same_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = fingerprint()
    shutil.copytree(Path(evals.__file__).parent, tmp_path / "evals")
    monkeypatch.setattr(evals, "__path__", [str(tmp_path / "evals")])
    assert fingerprint() == here
    assert len(here) == 12


@pytest.mark.parametrize("name", ["scorers.py", "templates/report.html"])
def test_a_change_of_code_changes_the_fingerprint(copied: Path, name: str) -> None:
    before = fingerprint()
    (copied / name).write_text((copied / name).read_text() + "\n")
    assert fingerprint() != before


@pytest.mark.parametrize("name", ["floors.toml", "cases/nieuw.jsonl", "results/x/results.json", "__pycache__/run.pyc"])
def test_floors_cases_and_results_are_no_code(copied: Path, name: str) -> None:
    before = fingerprint()
    (copied / name).parent.mkdir(parents=True, exist_ok=True)
    (copied / name).write_text("anders")
    assert fingerprint() == before
