"""A CI server sees every case, and what is wrong with those that failed."""

import xml.etree.ElementTree as ET
from dataclasses import replace

from evals.junit import render_junit
from evals.scorers import Verdict
from tests.evals.making import make_outcome, make_run

GOOD = make_outcome("plan-1", antwoord_goed=True, milliseconds=1500.0)
WRONG = replace(
    make_outcome("plan-2", kind="lijst", split="ontwikkeling", milliseconds=250.0, antwoord_goed=False, lijst_volledig=False),
    question='Wat < "dat" & zo?',
    answer="Regel\x0bmet een teken dat niet mag.",
)
FAILED = replace(make_outcome("plan-3", status="fout"), verdicts=(Verdict("terecht-geweigerd", False, "geen verbinding"),))


def test_every_case_is_a_test_under_its_half_and_kind() -> None:
    suites = ET.fromstring(render_junit(make_run(GOOD, WRONG, FAILED)))
    assert [(case.get("classname"), case.get("name"), case.get("time")) for case in suites.iter("testcase")] == [
        ("toets.feit", "plan-1", "1.500"),
        ("ontwikkeling.lijst", "plan-2", "0.250"),
        ("toets.feit", "plan-3", "0.010"),
    ]
    for counted in (suites, suites[0]):
        assert [counted.get(name) for name in ("tests", "failures", "errors", "time")] == ["3", "1", "1", "1.760"]


def test_a_failure_says_what_is_wrong_and_an_error_that_no_answer_came() -> None:
    good, wrong, failed = ET.fromstring(render_junit(make_run(GOOD, WRONG, FAILED))).iter("testcase")
    assert len(good) == 0
    assert (wrong[0].tag, wrong[0].get("type"), wrong[0].get("message")) == (
        "failure",
        "antwoord-goed",
        "Antwoord goed: mist: plan",
    )
    assert wrong[0].text == (
        'Vraag: Wat < "dat" & zo?\nAntwoord goed: mist: plan\nLijst volledig: mist: plan\n'
        "Antwoord: Regel\ufffdmet een teken dat niet mag."
    )
    assert (failed[0].tag, failed[0].get("message")) == ("error", "Terecht geweigerd: geen verbinding")
