"""How well answerable questions are told from others, worked out by hand and on a small index."""

from pathlib import Path

import pytest

from evals.beir_index import open_beir_index
from evals.beir_refusal import Decision, count_decisions, decide_questions
from evals.beir_set import read_beir_set
from tests.evals.making_beir import write_refusal_set
from tests.fakes import FakeEncoder


def make_decisions(answerable: list[float], others: list[float], threshold: float = 0.5) -> list[Decision]:
    pairs = [(True, value) for value in answerable] + [(False, value) for value in others]
    return [Decision(f"q{n}", known, value, value >= threshold, float(n)) for n, (known, value) in enumerate(pairs)]


def test_the_area_is_how_often_an_answerable_question_is_surer() -> None:
    numbers = count_decisions(make_decisions([0.9, 0.4], [0.4, 0.1]))
    assert numbers.auroc == pytest.approx((1 + 1 + 0.5 + 1) / 4)


def test_at_95_percent_answered_one_of_twenty_is_given_up() -> None:
    answerable = [0.05, *(0.5 + n / 100 for n in range(19))]
    numbers = count_decisions(make_decisions(answerable, [0.6, 0.5, 0.4, 0.1]))
    assert numbers.others_answered_at_share == 0.5
    # With nineteen questions giving one up would be more than 5 %.
    fewer = count_decisions(make_decisions(answerable[:-1], [0.6, 0.5, 0.4, 0.01]))
    assert fewer.others_answered_at_share == 0.75


def test_the_shares_answered_are_those_of_the_services_own_threshold() -> None:
    numbers = count_decisions(make_decisions([0.9, 0.8, 0.2, 0.7], [0.6, 0.1]))
    assert (numbers.answerable, numbers.others) == (4, 2)
    assert (numbers.answerable_answered, numbers.others_answered) == (0.75, 0.5)


def test_without_questions_of_both_kinds_there_is_no_area() -> None:
    numbers = count_decisions(make_decisions([0.9], []))
    assert (numbers.auroc, numbers.others_answered_at_share, numbers.others_answered) == (None, None, None)
    assert numbers.answerable_answered == 1.0


def test_a_question_that_the_documents_answer_is_surer_than_one_that_they_lack(tmp_path: Path) -> None:
    beir = read_beir_set(write_refusal_set(tmp_path / "weigeren"))
    index = open_beir_index(beir, tmp_path / "index", FakeEncoder())
    known, unknown = decide_questions(beir.decidable, index)
    assert (known.query_id, known.answerable, unknown.query_id, unknown.answerable) == ("q1", True, "q3", False)
    assert 0 <= unknown.confidence < known.confidence <= 1
    assert known.milliseconds > 0
