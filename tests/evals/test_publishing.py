"""What is published of a run is that run, of the whole set, and what stands on the page now is neither stale nor below a floor."""

import os
from datetime import date
from pathlib import Path

import pytest

from evals import __main__ as command
from evals.cases import load_cases
from evals.floors import load_floors
from evals.publishing import find_day, make_evaluation
from evals.results import ResultsError, save_run
from service.pages.evaluation import PublishedKind, load_evaluation, read_evaluation
from tests.evals.making import make_outcome, make_run

DAY = date(2026, 11, 22)
RUN = make_run(
    make_outcome("a", split="ontwikkeling", antwoord_goed=True, terecht_beantwoord=True),
    make_outcome("b", antwoord_goed=False, terecht_beantwoord=True),
    make_outcome("c", kind="bijna-raak", terecht_geweigerd=True, status="niet-gevonden", confidence=0.2),
)


def test_a_published_run_has_the_counts_of_each_half_and_what_was_measured() -> None:
    evaluation = make_evaluation(RUN, DAY, 3)
    assert (evaluation.measured_on, evaluation.index_version, evaluation.code, evaluation.cases) == (DAY, "abc", "k1", "c1")
    assert [(group.name, group.questions) for group in evaluation.groups] == [("alles", 3), ("ontwikkeling", 1), ("toets", 2)]
    half = evaluation.group("toets")
    assert half is not None
    share = half.share_of("antwoord-goed")
    assert share is not None and (share.heading, share.good, share.total) == ("Antwoord goed", 0, 1)
    assert half.values == {"balans": 1.0, "auroc": 1.0}
    assert half.kinds == (PublishedKind(kind="bijna-raak", good=1, total=1), PublishedKind(kind="feit", good=0, total=1))


def test_a_run_of_a_part_of_the_questions_is_not_published() -> None:
    with pytest.raises(ResultsError, match="heeft 3 vragen en de set 4"):
        make_evaluation(RUN, DAY, 4)


def test_the_day_is_that_of_the_folder_or_else_that_of_the_file(tmp_path: Path) -> None:
    save_run(RUN, tmp_path / "2026-11-20-abc")
    save_run(RUN, tmp_path / "uit")
    os.utime(tmp_path / "uit" / "results.json", (1_700_000_000, 1_700_000_000))
    assert find_day(tmp_path / "2026-11-20-abc") == date(2026, 11, 20)
    assert find_day(tmp_path / "uit") == find_day(tmp_path / "uit" / "results.json") == date(2023, 11, 14)


def test_the_command_writes_what_the_page_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_run(RUN, tmp_path / "2026-11-20-abc")
    monkeypatch.setattr(command, "load_cases", lambda files: (None,) * 3)
    assert command.main(["publish", str(tmp_path / "2026-11-20-abc"), "--out", str(tmp_path / "uit.json")]) == 0
    assert read_evaluation(tmp_path / "uit.json") == make_evaluation(RUN, date(2026, 11, 20), 3)
    assert "De uitslag van 2026-11-20 staat in" in capsys.readouterr().out
    assert command.main(["publish", str(tmp_path / "weg")]) == 2


def test_the_numbers_on_the_page_are_of_all_the_questions_that_there_are_now() -> None:
    evaluation, cases = load_evaluation(), load_cases()
    assert evaluation is not None
    wanted = {"alles": len(cases)} | {split: sum(case.split == split for case in cases) for split in ("ontwikkeling", "toets")}
    assert {group.name: group.questions for group in evaluation.groups} == wanted, "publiceer een nieuwe meting"


def test_the_numbers_on_the_page_are_not_below_the_agreed_floors() -> None:
    evaluation = load_evaluation()
    assert evaluation is not None
    for name, floors in load_floors().items():
        group = evaluation.group(name)
        assert group is not None, name
        values = {share.measure: share.value for share in group.shares} | group.values
        assert {measure: values[measure] for measure, floor in floors.items() if values[measure] < floor} == {}, name
