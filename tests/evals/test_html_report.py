"""The page of a run stands by itself, shows what the tables say, and takes no text for markup."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from evals.html_report import HEIGHT, MARGIN, WIDTH, draw_curves, render_html
from evals.refusal import RiskPoint, trace_risk
from evals.report import Report, build_report
from evals.run import RunResult
from tests.evals.making import make_outcome, make_run

ATTACK = '<script>alert("1")</script>'
WRONG = replace(
    make_outcome("plan-2", antwoord_goed=False, terecht_beantwoord=True), question=ATTACK, answer=f"{ATTACK} & zo [1]."
)
RUN = make_run(make_outcome("plan-1", kind="lijst", antwoord_goed=True, terecht_beantwoord=True, confidence=0.95), WRONG)


def read(run: RunResult = RUN) -> tuple[Report, BeautifulSoup]:
    """The report with its page."""
    report = build_report(run, {"alles": {"antwoord-goed": 0.9}})
    return report, BeautifulSoup(render_html(report), "html.parser")


def test_every_table_stands_on_the_page_cell_by_cell() -> None:
    report, page = read()
    shown = [
        tuple(tuple(cell.get_text() for cell in row.find_all(["th", "td"])) for row in table.select("tbody tr"))
        for table in page.find_all("table")
    ]
    assert shown == [table.rows for table in report.tables if table.rows]
    assert [cell.get_text() for cell in page.select(".low")] == ["te laag"]


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    _, page = read()
    assert page.find_all(["script", "link", "img", "iframe"]) == []
    addresses = [str(link["href"]) for link in page.find_all(href=True)]
    assert all(address.startswith("#") for address in addresses)
    assert {address[1:] for address in addresses} <= {str(tag["id"]) for tag in page.find_all(id=True)}


def test_the_page_is_dutch_fits_a_phone_and_follows_light_and_dark() -> None:
    report, page = read()
    assert page.html is not None
    assert page.html["lang"] == "nl"
    assert page.select_one('meta[name="viewport"][content^="width=device-width"]')
    assert "prefers-color-scheme: dark" in render_html(report)
    regions = page.select('.table[role="region"][tabindex="0"]')
    assert len(regions) == len(page.find_all("table"))
    assert all(header.get("scope") in ("col", "row") for header in page.find_all("th"))


def test_what_went_wrong_can_be_opened_with_question_answer_and_what_was_missed() -> None:
    _, page = read()
    (details,) = page.find_all("details")
    assert details["id"] == "plan-2"
    assert details.summary is not None
    assert ATTACK in details.summary.get_text()
    assert [item.get_text() for item in details.find_all("li")] == ["Antwoord goed: mist: plan"]
    assert details.blockquote is not None
    assert details.blockquote.get_text() == f"{ATTACK} & zo [1]."


def test_a_run_without_faults_or_answers_says_so() -> None:
    refused = make_outcome("maan", status="niet-gevonden", confidence=0.1, terecht_geweigerd=True)
    _, page = read(make_run(refused))
    assert page.find_all("details") == []
    assert page.find("svg") is None
    assert "Geen antwoorden met een zekerheid." in page.get_text()


def test_the_curves_are_drawn_inside_their_axes() -> None:
    _, page = read()
    drawing = draw_curves([("alles", trace_risk(RUN.outcomes))])
    assert drawing.top == 0.5
    # Half of the questions at no risk, all of them at a half.
    assert drawing.lines == (("alles", f"{WIDTH / 2:.1f},{HEIGHT - MARGIN:.1f} {WIDTH - MARGIN:.1f},{MARGIN:.1f}"),)
    assert page.svg is not None
    assert page.svg["role"] == "img"


@pytest.mark.parametrize(("wrong", "top"), [(0, 0.1), (1, 0.1), (11, 0.2), (30, 0.3), (100, 1.0)])
def test_the_scale_of_risk_ends_at_the_next_tenth(wrong: int, top: float) -> None:
    assert draw_curves([("alles", (RiskPoint(0.5, 100, wrong, 1.0),))]).top == top
