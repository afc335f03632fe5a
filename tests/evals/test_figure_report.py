"""A wrong value is counted apart from a refusal, and every question that got one is named."""

from dataclasses import replace

from evals.compare import compare_runs
from evals.figure_report import list_wrong_values, tabulate_figures
from evals.floors import find_shortfalls
from evals.html_report import render_html
from evals.junit import render_junit
from evals.markdown import render_markdown
from evals.report import build_report
from evals.run import Outcome
from evals.scorers import Verdict
from evals.summary import split_in_halves
from tests.evals.making import make_outcome, make_run

RIGHT = make_outcome("goed", cijfer_goed=True, geen_foute_waarde=True)
REFUSED = make_outcome("geweigerd", status="niet-gevonden", cijfer_goed=False, geen_foute_waarde=True)
RIGHTLY_REFUSED = make_outcome("buiten", status="niet-gevonden", cijfer_goed=True, geen_foute_waarde=True)
PARTIAL = make_outcome("half", cijfer_goed=False, geen_foute_waarde=True)
FAILED = make_outcome("storing", status="fout", cijfer_goed=False)
OTHER = make_outcome("plan", antwoord_goed=False, split="ontwikkeling")


def make_wrong(case_id: str, why: str = "noemt 12,\n goed was geweest: 13") -> Outcome:
    """A question that was given a wrong value."""
    verdicts = (Verdict("cijfer-goed", False, "mist de waarde 13"), Verdict("geen-foute-waarde", False, why))
    return replace(make_outcome(case_id), verdicts=verdicts)


OUTCOMES = (RIGHT, REFUSED, RIGHTLY_REFUSED, PARTIAL, FAILED, make_wrong("fout"), OTHER)


def test_a_wrong_value_is_counted_apart_from_what_was_refused_or_incomplete() -> None:
    table = tabulate_figures(split_in_halves(OUTCOMES))
    assert dict(zip(table.columns, table.rows[0], strict=True)) == {
        "Vragen": "alles",
        "Cijfervragen": "6",
        "Goed": "2",
        "Aandeel goed": "0,333",
        "Geen antwoord": "2",
        "Niet volledig": "1",
        "Foute waarde": "1",
        "Aandeel fout": "0,167",
    }
    assert "ten minste 0,980" in table.note


def test_a_group_without_figure_questions_has_dashes() -> None:
    assert tabulate_figures({"ontwikkeling": (OTHER,)}).rows == (("ontwikkeling", "0", *("–",) * 6),)


def test_every_question_with_a_wrong_value_is_named() -> None:
    table = list_wrong_values(OUTCOMES)
    assert table.rows == (("fout", "toets", "Vraag van fout?", "noemt 12, goed was geweest: 13"),)
    assert table.note == ""
    assert list_wrong_values((RIGHT, OTHER)).note == "Geen enkele."


def test_every_report_shows_the_wrong_values() -> None:
    run = make_run(*OUTCOMES)
    report = build_report(run, {})
    assert [table.heading for table in report.tables].index("Foute waarde gegeven") < 6
    for written in (render_markdown(report), render_html(report), render_junit(run)):
        assert "noemt 12, goed was geweest: 13" in written
    assert "| Geen foute waarde gegeven | 0,800 | 4 van 5 |" in render_markdown(report)
    assert "| Cijfervraag goed | 0,333 | 2 van 6 |" in render_markdown(report)


def test_one_wrong_value_falls_below_its_floor_and_is_named() -> None:
    (short,) = find_shortfalls(OUTCOMES, {"alles": {"geen-foute-waarde": 1.0, "cijfer-goed": 0.3}})
    assert (short.heading, short.case_ids) == ("Geen foute waarde gegeven", ("fout",))


def test_a_refusal_that_becomes_a_wrong_value_is_a_regression() -> None:
    wrong = make_wrong("geweigerd")
    comparison = compare_runs(make_run(REFUSED), make_run(wrong))
    assert [(flip.measure, flip.improved) for flip in comparison.flips] == [("geen-foute-waarde", False)]
    assert comparison.regressed
    assert not compare_runs(make_run(wrong), make_run(REFUSED)).regressed


def test_a_run_from_before_these_measures_can_be_compared_with_one_after() -> None:
    before = make_outcome("a", antwoord_goed=True)
    after = make_outcome("a", antwoord_goed=True, cijfer_goed=True, geen_foute_waarde=True)
    assert not compare_runs(make_run(before), make_run(after)).regressed
