"""Leaving a step out changes what it names for as long as it is measured, and nothing afterwards."""

from pathlib import Path

import pytest

from evals.ablation import HALVES, MEASURES, Step, left_out, list_steps, measure_steps
from evals.cases import load_cases
from service import retrieval
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
