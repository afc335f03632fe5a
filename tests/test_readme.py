"""What the README shows is what the service says: its questions are asked again and the answers compared."""

import re

import pytest

from indexer.store import OpenIndex
from service.answering import answer_question
from service.types import Question, Turn
from tests.conftest import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
ROWS = [
    (match[1], match[2])
    for match in re.finditer(r"^\| ([^|]+\?) \| ([^|]+) \|$", README, re.MULTILINE)
    if not match[1].startswith("…")
]


def test_the_first_answer_is_the_real_one(real_index: OpenIndex) -> None:
    asked = re.search(r'"vraag": "([^"]+)"', README)
    shown = re.search(r"```text\n(.*?)\n```", README, re.DOTALL)
    assert asked and shown
    assert answer_question(Question(asked[1]), real_index).text == shown[1]


def test_every_screenshot_is_shown_and_every_link_leads_somewhere() -> None:
    linked = set(re.findall(r"\]\(([^)#:]+)\)", README))
    assert {f"docs/screenshots/{path.name}" for path in (PROJECT / "docs" / "screenshots").iterdir()} <= linked
    assert [path for path in sorted(linked) if not (PROJECT / path).exists()] == []


def test_the_first_citation_is_where_the_readme_says(real_index: OpenIndex) -> None:
    citation = answer_question(Question("Wat moet een plan bevatten?"), real_index).citations[0]
    assert f"`[{citation.span.begin}:{citation.span.end}]`" in README
    assert f"van {citation.span.begin} tot {citation.span.end}" in README


@pytest.mark.parametrize(("question", "answer"), ROWS)
def test_every_example_is_answered_as_shown(question: str, answer: str, real_index: OpenIndex) -> None:
    assert answer_question(Question(question), real_index).text.startswith(answer.removesuffix(" …"))


def test_the_follow_up_is_answered_as_shown(real_index: OpenIndex) -> None:
    shown = re.search(r"^\| … en daarna: ([^|]+\?) \| ([^|]+) \|$", README, re.MULTILINE)
    assert shown
    assert answer_question(Question(shown[1], (Turn(*ROWS[0]),)), real_index).text == shown[2]
