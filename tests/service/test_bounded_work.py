"""A question made to take long takes no more work than a bound: counted, since a clock tells another story on a busy machine."""

import pytest

from indexer.dutch_dates import find_dates
from indexer.store import OpenIndex
from service import coverage
from service.coverage import MOST_COVERED, cover_words
from service.figures.asking import follow_up, typing_errors
from service.figures.asking.typing_errors import count_slips


def test_no_more_than_so_many_words_are_held_against_a_sentence(fake_index: OpenIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    held: set[str] = set()

    def hold(asked: str, known: str) -> float:
        held.add(asked)
        return 0.0

    monkeypatch.setattr(coverage, "match_stems", hold)
    cover_words(" ".join(f"zqw{chr(97 + n % 26)}{chr(97 + n // 26)}x" for n in range(300)), "de zorg", fake_index)
    assert len(held) == MOST_COVERED


def test_a_word_is_compared_only_with_words_that_may_be_a_slip_away(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def count(written: str, meant: str) -> int:
        compared.append(meant)
        return count_slips(written, meant)

    monkeypatch.setattr(typing_errors, "count_slips", count)
    assert typing_errors.find_meant("verandrd") == "veranderd"
    assert len(compared) <= 5


def test_the_questions_before_the_last_are_not_read_where_the_last_is_none_to_the_table(
    fake_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(follow_up, "read_asked_before", lambda question, known: read.append(question))
    follow_up.join_figure_follow_up("en dan", ("een", "twee", "drie"), fake_index.profiles, opened=True)
    assert read == ["drie"]


def test_a_date_takes_the_year_named_next_and_the_last_one_the_year_named_before() -> None:
    dates = find_dates("1 mei, 1 juni 2021, 1 juli, 1 augustus 2022 en 1 september")
    assert [one.first[:4] for one in dates] == ["2021", "2021", "2022", "2022", "2022"]
