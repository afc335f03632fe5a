"""A comparison names what turned, and what is no longer measured counts as lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from evals import __main__ as command
from evals.compare import compare_runs, render_comparison
from evals.results import save_run
from tests.evals.making import make_outcome, make_run

OLD = make_run(
    make_outcome("a", antwoord_goed=False, lijst_volledig=True),
    make_outcome("b", antwoord_goed=True),
    make_outcome("c", antwoord_goed=True),
)


def test_an_unchanged_rerun_shows_no_flip() -> None:
    comparison = compare_runs(OLD, OLD)
    assert not comparison.regressed
    assert render_comparison(comparison) == (
        "Geen enkel oordeel is anders. Corpus, index, model, code en vragen zijn dezelfde.\n\nUitkomst: geen achteruitgang.\n"
    )


def test_an_index_of_the_same_answers_shows_no_flip_but_is_named() -> None:
    rebuilt = replace(OLD, fingerprint=replace(OLD.fingerprint, built_at="2026-11-23T08:00:00Z", code="k2"))
    comparison = compare_runs(OLD, rebuilt)
    assert not comparison.regressed
    assert render_comparison(comparison) == (
        "Geen enkel oordeel is anders.\n\n## Anders gemeten\n\n"
        "- gebouwd op: 2026-11-22T08:00:00Z → 2026-11-23T08:00:00Z\n- code: k1 → k2\n\nUitkomst: geen achteruitgang.\n"
    )


def test_a_flip_that_nothing_measured_on_explains_is_told_as_such() -> None:
    new = make_run(*OLD.outcomes[:2], make_outcome("c", antwoord_goed=False))
    assert "Niets daarvan verklaart de omslag" in render_comparison(compare_runs(OLD, new))


def test_what_got_worse_comes_before_what_got_better() -> None:
    new = make_run(
        make_outcome("a", antwoord_goed=True, lijst_volledig=True), make_outcome("b", antwoord_goed=False), OLD.outcomes[2]
    )
    comparison = compare_runs(OLD, new)
    assert [(flip.case_id, flip.improved) for flip in comparison.flips] == [("b", False), ("a", True)]
    assert comparison.regressed


def test_improvement_alone_is_no_regression() -> None:
    new = make_run(make_outcome("a", antwoord_goed=True, lijst_volledig=True), *OLD.outcomes[1:])
    assert not compare_runs(OLD, new).regressed


def test_a_missing_case_is_lost_coverage() -> None:
    comparison = compare_runs(OLD, make_run(*OLD.outcomes[:2]))
    assert comparison.missing == ("c",)
    assert comparison.regressed
    assert "- `c` – de hele vraag" in render_comparison(comparison)


def test_a_measure_that_is_no_longer_judged_is_lost_coverage() -> None:
    comparison = compare_runs(OLD, make_run(make_outcome("a", antwoord_goed=False), *OLD.outcomes[1:]))
    assert comparison.lost == (("a", "lijst-volledig"),)
    assert comparison.regressed


def test_a_refusal_instead_of_an_answer_loses_no_coverage_but_turns() -> None:
    before = make_outcome("a", terecht_beantwoord=True, getallen_gedragen=True)
    after = replace(make_outcome("a", terecht_beantwoord=False), status="niet-gevonden")
    comparison = compare_runs(make_run(before), make_run(after))
    assert comparison.lost == ()
    assert [flip.measure for flip in comparison.flips] == ["terecht-beantwoord"]


def test_new_and_edited_cases_are_named() -> None:
    edited = replace(OLD.outcomes[0], case_fingerprint="f2")
    comparison = compare_runs(OLD, make_run(edited, *OLD.outcomes[1:], make_outcome("d", antwoord_goed=True)))
    assert (comparison.added, comparison.edited, comparison.regressed) == (("d",), ("a",), False)


def test_the_test_of_chance_is_mcnemars_exact_one() -> None:
    old = make_run(*(make_outcome(str(number), antwoord_goed=number >= 6) for number in range(10)))
    new = make_run(*(make_outcome(str(number), antwoord_goed=number != 9) for number in range(10)))
    # Six got better and one worse: 2 · (C(7,0) + C(7,1)) / 2^7.
    (change,) = compare_runs(old, new).changes
    assert (change.judged, change.worse, change.better) == (10, 1, 6)
    assert change.p_value == pytest.approx(0.125)


def test_the_whole_comparison_reads_from_what_turned_to_what_was_measured() -> None:
    new = make_run(
        make_outcome("a", antwoord_goed=True, lijst_volledig=True),
        make_outcome("b", antwoord_goed=False),
        make_outcome("d", antwoord_goed=True),
        version="def",
    )
    assert render_comparison(compare_runs(OLD, new)) == (
        "Oordelen die omsloegen: 1 slechter, 1 beter.\n\n"
        "## Verslechterd\n\n"
        "- `b` – Antwoord goed: Vraag van b? (mist: plan)\n\n"
        "## Verbeterd\n\n"
        "- `a` – Antwoord goed: Vraag van a? (mist: plan)\n\n"
        "## Niet meer gemeten\n\n"
        "- `c` – de hele vraag\n\n"
        "## Maten die bewogen (exacte McNemar-toets)\n\n"
        "- Antwoord goed: 1 slechter, 1 beter, van 2 (p = 1,000)\n\n"
        "## Nieuwe vragen\n\n"
        "- `d`\n\n"
        "## Anders gemeten\n\n"
        "- index: abc → def\n\n"
        "Uitkomst: **achteruitgang**.\n"
    )


def test_the_compare_command_exits_by_its_outcome(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_run(OLD, tmp_path / "oud")
    save_run(make_run(*OLD.outcomes[1:]), tmp_path / "nieuw")
    assert command.main(["compare", str(tmp_path / "oud"), str(tmp_path / "oud" / "results.json")]) == 0
    assert command.main(["compare", str(tmp_path / "oud"), str(tmp_path / "nieuw")]) == 1
    assert "achteruitgang" in capsys.readouterr().out
