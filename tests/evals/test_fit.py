"""The fit finds the signals that tell, says so on topics it has not seen, and takes evidence away to make near misses."""

import random

import pytest

from evals.cases import load_cases
from evals.fit import WEIGHT_OF_TAKEN_AWAY, Sample, fit_weights, gather_samples, render_fit
from indexer.store import OpenIndex
from service.evidence import WEIGHTS


def make_samples(telling: float, seed: int = 7) -> list[Sample]:
    """Two hundred samples of twenty topics whose signal "a" differs by ``telling`` between the two kinds; "b" says nothing."""
    chance = random.Random(seed)  # a repeatable toy, no secret
    return [
        Sample({"a": telling * (n % 2) + chance.gauss(0, 1), "b": chance.gauss(0, 1)}, bool(n % 2), f"t{n % 20 // 2}", 1.0)
        for n in range(200)
    ]


def test_a_signal_that_tells_gets_the_weight_and_one_that_does_not_gets_none() -> None:
    fit = fit_weights(make_samples(3.0), ("a", "b"))
    assert fit.weights["a"] > 0.7
    assert abs(fit.weights["b"]) < fit.weights["a"] / 3
    assert fit.auroc > 0.95
    assert fit.balanced > 0.85


def test_signals_that_say_nothing_do_no_better_than_chance_on_unseen_topics() -> None:
    assert fit_weights(make_samples(0.0), ("a", "b")).auroc == pytest.approx(0.5, abs=0.12)


def test_the_fit_reads_as_lines_for_the_service() -> None:
    lines = render_fit(fit_weights(make_samples(3.0), ("a", "b"))).splitlines()
    assert lines[0].startswith("INTERCEPT = ")
    assert [line.split(":")[0].strip() for line in lines[2:4]] == ['"a"', '"b"']
    assert "AUROC" in lines[-1]


def test_an_answerable_question_also_counts_with_its_evidence_taken_away(fake_index: OpenIndex) -> None:
    cases = [case for case in load_cases() if case.kind == "regio" and case.split == "ontwikkeling"][:6]
    samples = gather_samples(cases, fake_index)
    real = [sample for sample in samples if sample.weight != WEIGHT_OF_TAKEN_AWAY]
    taken = [sample for sample in samples if sample.weight == WEIGHT_OF_TAKEN_AWAY]
    assert real and taken
    assert all(set(WEIGHTS) <= set(sample.signals) for sample in samples)
    assert not any(sample.answerable for sample in taken)
    assert any(one.signals != other.signals for one, other in zip(real, taken, strict=False))
