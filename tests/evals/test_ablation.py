"""Leaving a step out changes what it names for as long as it is measured, and nothing afterwards."""

from pathlib import Path

import pytest

from evals.ablation import HALVES, MEASURES, Step, left_out, list_steps, measure_steps
from evals.cases import load_cases
from indexer.store import OpenIndex
from service import retrieval
from service.answering import find_quotations
from service.types import Question
from tests.fakes import FakeEncoder


def test_every_signal_of_retrieval_is_left_out_in_turn() -> None:
    weights = [step.simpler for step in list_steps() if step.attribute == "WEIGHTS"]
    assert [[name for name, weight in left.items() if weight == 0] for left in weights if isinstance(left, dict)] == [
        [name] for name in retrieval.WEIGHTS
    ]


@pytest.mark.parametrize("step", list_steps(), ids=lambda step: step.name)
def test_a_step_names_something_that_is_there_and_puts_something_else_in_its_place(step: Step) -> None:
    kept = getattr(step.module, step.attribute)
    with left_out(step):
        assert getattr(step.module, step.attribute) is step.simpler
        assert step.simpler != kept
    assert getattr(step.module, step.attribute) is kept


def test_a_step_comes_back_when_its_measurement_fails() -> None:
    step = list_steps()[0]
    kept = getattr(step.module, step.attribute)
    with pytest.raises(RuntimeError), left_out(step):
        raise RuntimeError
    assert getattr(step.module, step.attribute) is kept


# Between them: a sentence that tells, an unknown word, a written-out name, two questions in one, a list, and running text.
ASKED = (
    "Ik ben nieuw. Welke topics noemt Zorgverzekeraars Nederland, en wat moet een plan van aanpak van de regio bevatten?",
    "Welke partijen doen mee aan de regioaanpak?",
    "Hoe is de pilot verlopen?",
)


def find_all(index: OpenIndex) -> list[tuple[object, ...]]:
    """What the service finds and quotes for the questions asked."""
    found = [find_quotations(question, Question(question), index) for question in ASKED]
    return [(each.asked, each.search.words, each.search.hits, each.quotations) for each in found]


@pytest.mark.parametrize("step", [step for step in list_steps() if not step.rebuilds], ids=lambda step: step.name)
def test_the_service_finds_something_else_for_as_long_as_a_step_is_left_out(
    step: Step, fake_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The fake encoder's cosines are low: without these bounds they would count for nothing and bridge no word.
    monkeypatch.setattr(retrieval, "LOWEST_COSINE", 0.0)
    monkeypatch.setattr("service.unknown_words.NEAR_IN_DUTCH", 0.0)
    whole = find_all(fake_index)
    with left_out(step):
        assert find_all(fake_index) != whole
    assert find_all(fake_index) == whole


def test_the_table_has_a_row_for_every_step_and_a_column_for_every_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = list_steps()
    monkeypatch.setattr("evals.ablation.list_steps", lambda: (steps[0], steps[-1]))
    # The fake encoder's vectors mean nothing, so that every question would be refused.
    monkeypatch.setattr("service.evidence.ANSWER_FROM", -1.0)
    cases = [case for case in load_cases() if case.kind in ("les", "lijst")]
    table = measure_steps(cases, (), Path("corpus"), FakeEncoder())
    assert [row[0] for row in table.rows] == ["**niets weggelaten**", steps[0].name, steps[-1].name]
    assert len(table.columns) == 1 + len(HALVES) * len(MEASURES)
    assert table.rows[0][1:] != table.rows[2][1:]
