"""What a run's confidence is worth is counted as the books say, by hand on small runs."""

import numpy as np
import pytest

from evals.refusal import (
    RefusalCounts,
    balance_at,
    count_refusals,
    find_threshold,
    fit_threshold,
    measure_area,
    measure_aurc,
    measure_auroc,
    measure_balance,
    thin_curve,
    trace_risk,
)
from evals.run import Outcome
from tests.evals.making import make_outcome


def answered(confidence: float | None, good: bool = True) -> Outcome:
    """An answer to what the documents hold."""
    return make_outcome(f"{confidence}", confidence=confidence, terecht_beantwoord=True, antwoord_goed=good)


def refused(confidence: float) -> Outcome:
    """A refusal of what the documents hold."""
    return make_outcome(f"{confidence}", confidence=confidence, status="niet-gevonden", terecht_beantwoord=False)


def other(confidence: float, status: str = "niet-gevonden") -> Outcome:
    """What the documents do not hold, refused unless told."""
    return make_outcome(f"{confidence}", confidence=confidence, status=status, terecht_geweigerd=status != "beantwoord")


def test_the_two_by_two_table_counts_a_failed_question_apart() -> None:
    outcomes = [answered(0.9), answered(0.8, good=False), refused(0.2), other(0.1), other(0.7, "beantwoord")]
    outcomes += [other(0.1, "persoonsgegevens"), make_outcome("f", status="fout", terecht_beantwoord=False)]
    assert count_refusals(outcomes) == RefusalCounts(2, 1, 1, 2, failed=1)


def test_the_auroc_is_the_share_of_pairs_in_the_right_order_with_ties_for_half() -> None:
    # Of the six pairs, four are in order and one is a tie.
    assert measure_auroc([answered(0.9), answered(0.5), refused(0.3), other(0.5), other(0.1)]) == pytest.approx(4.5 / 6)


def test_the_auroc_needs_both_kinds_of_question_and_a_confidence() -> None:
    assert measure_auroc([answered(0.9)]) is None
    assert measure_auroc([answered(None), other(0.1)]) is None


def test_a_threshold_is_fitted_where_the_balance_is_best() -> None:
    outcomes = [answered(0.9), answered(0.6), refused(0.4), other(0.5), other(0.1)]
    assert fit_threshold(outcomes) == 0.6
    assert balance_at(0.6, outcomes) == pytest.approx((2 / 3 + 1) / 2)
    assert fit_threshold([answered(0.9)]) is None
    assert balance_at(0.5, [answered(0.9)]) is None


def test_bare_confidences_are_measured_as_those_of_outcomes_are_and_the_lowest_of_equal_thresholds_is_found() -> None:
    sure, unsure = np.array([0.9, 0.6]), np.array([0.7, 0.1])
    outcomes = [answered(0.9), answered(0.6), other(0.7), other(0.1)]
    assert measure_area(sure, unsure) == measure_auroc(outcomes) == 0.75
    assert measure_balance(0.9, sure, unsure) == measure_balance(0.6, sure, unsure) == 0.75
    assert find_threshold(sure, unsure) == fit_threshold(outcomes) == 0.6


def test_the_curve_runs_from_the_surest_answer_and_counts_an_answer_to_the_unanswerable_as_wrong() -> None:
    outcomes = [answered(0.9), answered(0.7, good=False), answered(0.7), other(0.4, "beantwoord"), other(0.1)]
    points = trace_risk(outcomes)
    assert [(point.confidence, point.answers, point.wrong) for point in points] == [(0.9, 1, 0), (0.7, 3, 1), (0.4, 4, 2)]
    assert [point.coverage for point in points] == [0.2, 0.6, 0.8]
    assert [point.risk for point in points] == [0.0, pytest.approx(1 / 3), 0.5]
    # One answer at no risk, two at a third, one at a half.
    assert measure_aurc(points) == pytest.approx((0 + 2 / 3 + 0.5) / 4)


def test_a_run_without_answers_has_no_curve() -> None:
    assert trace_risk([other(0.1)]) == ()
    assert measure_aurc(()) is None
    assert thin_curve(()) == ()


def test_a_thinned_curve_keeps_ten_points_and_its_end() -> None:
    points = trace_risk([answered(number / 100) for number in range(100)])
    thin = thin_curve(points)
    assert [point.answers for point in thin] == list(range(10, 101, 10))
    assert thin_curve(points[:3]) == points[:3]
