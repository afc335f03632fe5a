"""The command that measures on outside test data: what it prints, what it keeps and how it ends."""

import json
from pathlib import Path

import pytest

from evals import __main__ as command
from evals import beir as measuring
from evals.beir import measure_beir, run_beir
from evals.beir_index import open_beir_index
from evals.beir_set import read_beir_set
from evals.results import RESULTS_FOLDER
from indexer.packaged_weights import PackagedWeightsError
from service import retrieval
from tests.evals.making_beir import write_beir, write_refusal_set
from tests.fakes import FakeEncoder


@pytest.fixture(autouse=True)
def fake_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "load_encoder", lambda _: FakeEncoder())


def run(folder: Path, tmp_path: Path) -> int:
    """The exit code of the command on a folder; index and results stay under ``tmp_path``."""
    return command.main(
        ["run", "--beir", str(folder), "--index", str(tmp_path / "index"), "--out", str(tmp_path / "uit" / "hier")]
    )


def test_a_set_with_judgements_gives_a_table_of_retrieval(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write_beir(tmp_path / "klein"), tmp_path) == 0
    told = capsys.readouterr().out
    assert "- Verzameling: klein (4 secties van 3 documenten)" in told
    assert (
        "| Vragen | nDCG@10 | ± | nDCG@10 steil | Beste sectie in top 5 | Juiste document eerst | MRR@10 | Mediaan ms |" in told
    )
    assert "| 2 | 1,000 | 0,000 | 1,000 | 1,000 | 1,000 | 1,000 |" in told
    assert "Beslissen" not in told


def test_a_set_of_answerable_and_other_questions_gives_a_table_of_decisions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write_refusal_set(tmp_path / "weigeren"), tmp_path) == 0
    told = capsys.readouterr().out
    assert "| 1 | 1 | 1,000 | 0,000 |" in told
    assert "## Zoeken" not in told


def test_the_index_the_report_and_every_questions_outcome_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(write_beir(tmp_path / "klein"), tmp_path)
    assert (tmp_path / "index" / "in-use").is_file()
    kept = tmp_path / "uit" / "hier"
    told = capsys.readouterr().out
    assert (kept / "rapport.md").read_text(encoding="utf-8") in told
    assert f"De hele uitslag staat in {kept}." in told
    results = json.loads((kept / "results.json").read_bytes())
    assert [found["query_id"] for found in results["found"]] == ["q1", "q2"]
    assert (results["retrieval"]["ndcg"], results["refusal"], results["model"]) == (1.0, None, "fake")


def test_without_places_named_index_and_results_stay_where_git_ignores_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert measuring.INDEXES_FOLDER.is_relative_to(RESULTS_FOLDER)
    monkeypatch.setattr(measuring, "RESULTS_FOLDER", tmp_path / "uitslagen")
    monkeypatch.setattr(measuring, "INDEXES_FOLDER", tmp_path / "indexen")
    assert run_beir(write_beir(tmp_path / "klein")) == 0
    assert (tmp_path / "indexen" / "klein" / "in-use").is_file()
    assert [path.name[10:] for path in (tmp_path / "uitslagen").iterdir()] == ["-beir-klein"]


def test_one_open_index_can_be_measured_again_with_other_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beir = read_beir_set(write_beir(tmp_path / "klein"))
    index = open_beir_index(beir, tmp_path / "index", FakeEncoder())
    before = measure_beir(beir, index).retrieval
    monkeypatch.setattr(retrieval, "WEIGHTS", {name: -weight for name, weight in retrieval.WEIGHTS.items()})
    after = measure_beir(beir, index).retrieval
    assert before is not None
    assert after is not None
    assert after.ndcg < before.ndcg


def test_data_that_cannot_be_read_and_an_index_that_cannot_be_made_are_told_on_stderr(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "weg", tmp_path) == 2
    assert "corpus.jsonl: niet te lezen" in capsys.readouterr().err

    def refuse(_: str) -> FakeEncoder:
        raise PackagedWeightsError("geen gewichten")

    monkeypatch.setattr(measuring, "load_encoder", refuse)
    assert run(write_beir(tmp_path / "klein"), tmp_path) == 2
    assert "fout: geen gewichten" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--beir", "x", "--cases", "y"], ["--beir", "x", "--url", "http://y"], ["--index", "x"]])
def test_options_that_do_not_go_together_are_refused(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["run", *options])
    assert ended.value.code == 2
    assert "--beir" in capsys.readouterr().err
