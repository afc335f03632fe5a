"""The measures of retrieval are those that others report, worked out by hand on small examples."""

import math

import pytest

from evals import beir_retrieval
from evals.beir_index import open_beir_index
from evals.beir_retrieval import FoundSections, average_found, find_sections
from evals.beir_set import BeirQuery, BeirSection, BeirSet
from indexer.store import OpenIndex
from service.retrieval import Search
from service.types import Hit
from tests.fakes import FakeEncoder

IDS = ("a#0", "a#1", "b#0", "c#0", "d#0", "e#0", "f#0")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    sections = tuple(BeirSection(name, name[0], "", f"Dit gaat over {name[0] * 7}.") for name in IDS)
    return open_beir_index(BeirSet("klein", sections, ()), tmp_path_factory.mktemp("index"), FakeEncoder())


def rank(monkeypatch: pytest.MonkeyPatch, index: OpenIndex, *ids: str, grades: dict[str, int]) -> FoundSections:
    """What is measured when a search finds these sections, all with the same score."""
    hits = tuple(Hit(index.passages[index.rows[name]], 0.5, {}) for name in ids)
    found = Search(hits, "", FakeEncoder().encode_queries(["x"])[0])
    monkeypatch.setattr(beir_retrieval, "search_passages", lambda *_, **__: found)
    return find_sections([BeirQuery("q", "Wat is aaaaaaa?", grades)], index)[0]


def test_a_grade_is_its_own_gain(monkeypatch: pytest.MonkeyPatch, index: OpenIndex) -> None:
    found = rank(monkeypatch, index, "a#1", "a#0", "b#0", grades={"a#0": 2, "a#1": 1, "c#0": 1})
    best = 2 + 1 / math.log2(3) + 1 / math.log2(4)
    assert found.ndcg == pytest.approx((1 + 2 / math.log2(3)) / best)
    assert found.ranked == ("a#1", "a#0", "b#0")


def test_the_steep_gain_of_a_grade_is_two_to_its_power_less_one(monkeypatch: pytest.MonkeyPatch, index: OpenIndex) -> None:
    found = rank(monkeypatch, index, "a#1", "a#0", "b#0", grades={"a#0": 2, "a#1": 1, "c#0": 1})
    best = 3 + 1 / math.log2(3) + 1 / math.log2(4)
    assert found.steep_ndcg == pytest.approx((1 + 3 / math.log2(3)) / best)


def test_the_first_section_of_any_use_counts_for_the_reciprocal_rank(monkeypatch: pytest.MonkeyPatch, index: OpenIndex) -> None:
    found = rank(monkeypatch, index, "b#0", "c#0", "a#1", "a#0", grades={"a#0": 2, "a#1": 1})
    assert found.reciprocal_rank == pytest.approx(1 / 3)


def test_only_the_best_section_counts_among_the_first_five(monkeypatch: pytest.MonkeyPatch, index: OpenIndex) -> None:
    grades = {"a#0": 2, "a#1": 1}
    assert rank(monkeypatch, index, "b#0", "c#0", "d#0", "e#0", "a#0", grades=grades).best_in_top
    assert not rank(monkeypatch, index, "a#1", "b#0", "c#0", "d#0", "e#0", "a#0", grades=grades).best_in_top


def test_the_document_is_first_when_any_section_of_it_is(monkeypatch: pytest.MonkeyPatch, index: OpenIndex) -> None:
    grades = {"a#0": 2, "b#0": 1}
    assert rank(monkeypatch, index, "a#1", "b#0", grades=grades).document_first
    assert not rank(monkeypatch, index, "b#0", "a#0", grades=grades).document_first


def test_a_question_that_finds_nothing_scores_nothing(monkeypatch: pytest.MonkeyPatch, index: OpenIndex) -> None:
    found = rank(monkeypatch, index, grades={"a#0": 1})
    assert (found.ndcg, found.reciprocal_rank, found.best_in_top, found.document_first) == (0.0, 0.0, False, False)


def test_our_own_search_finds_what_shares_words(index: OpenIndex) -> None:
    (found,) = find_sections([BeirQuery("q", "ddddddd", {"d#0": 1})], index)
    assert found.ranked[0] == "d#0"
    assert (found.ndcg, found.document_first) == (1.0, True)
    assert found.milliseconds > 0


def test_the_numbers_are_means_with_a_margin_and_the_median_time() -> None:
    good = FoundSections("q1", (), 1.0, 1.0, 1.0, True, True, 10.0)
    bad = FoundSections("q2", (), 0.5, 0.2, 0.25, False, True, 20.0)
    slow = FoundSections("q3", (), 0.0, 0.0, 0.0, False, False, 900.0)
    numbers = average_found([good, bad, slow])
    assert (numbers.queries, numbers.ndcg, numbers.milliseconds) == (3, 0.5, 20.0)
    assert numbers.steep_ndcg == pytest.approx(0.4)
    assert numbers.ndcg_margin == pytest.approx(1.96 * 0.5 / math.sqrt(3))
    assert (numbers.best_in_top, numbers.document_first) == pytest.approx((1 / 3, 2 / 3))
    assert numbers.reciprocal_rank == pytest.approx(1.25 / 3)
    assert average_found([good]).ndcg_margin == 0.0
