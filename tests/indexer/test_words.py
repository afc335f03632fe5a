"""What counts as the same word in Dutch."""

import threading

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.words import (
    STOP_WORDS,
    cut_grams,
    find_informative_stems,
    fold_word,
    match_stems,
    split_words,
    stem_words,
    text_to_terms,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wlz-ggz-w", ["wlz", "ggz", "w"]),
        ("regio's", ["regio"]),
        ("regio’s", ["regio"]),
        ("Casuïstiek, coördinatie en één", ["casuistiek", "coordinatie", "en", "een"]),
        ("ÉÉN geïnd reëel", ["een", "geind", "reeel"]),
        ("11.650 cliënten", ["11", "650", "clienten"]),
        ("0e-lijns", ["0e", "lijns"]),
        ("snake_case", ["snake", "case"]),
        ("… — !", []),
        ("", []),
    ],
)
def test_words_are_folded_and_kept_whole_whatever_their_accents(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("first", "second"),
    [("woningen", "woning"), ("gemeenten", "gemeente"), ("besprekingen", "bespreking"), ("afspraken", "afspraak")],
)
def test_singular_and_plural_have_one_stem(first: str, second: str) -> None:
    assert stem_words([first]) == stem_words([second])


def test_question_words_carry_no_subject_and_each_stem_stands_once() -> None:
    assert find_informative_stems("Welke onderwerpen moet een plan bevatten, en welk onderwerp niet?") == stem_words(
        ["onderwerpen", "plan"]
    )


def test_a_lone_letter_carries_no_subject_but_a_digit_does() -> None:
    assert find_informative_stems("w 5") == ["5"]


@given(st.text(max_size=60))
@example("𝑨")
def test_any_text_gives_terms_without_error_and_folding_twice_changes_nothing(text: str) -> None:
    terms = text_to_terms(text)
    assert all(terms)
    assert fold_word(fold_word(text)) == fold_word(text)


def test_letter_groups_mark_the_edges_of_a_word() -> None:
    assert cut_grams("plan") == ["_pla", "plan", "lan_"]
    assert cut_grams("w") == ["_w_"]


def test_stop_words_give_no_terms() -> None:
    assert text_to_terms(" ".join(sorted(STOP_WORDS - {"a.u.b"}))) == []


def test_a_compound_shares_letter_groups_with_its_part() -> None:
    assert set(text_to_terms("doelgroepbespreking")) & set(text_to_terms("bespreking"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("regio", "regio", 1.0),
        ("doelgroepbesprek", "besprek", 0.8),
        ("zorgkantor", "zorgkantoor", 0.8),
        ("aanvraag", "aanpak", 0.0),
        ("zorg", "verzorgd", 0.0),
        ("wlz", "wmo", 0.0),
    ],
)
def test_a_compound_and_a_slip_match_in_part_and_short_words_only_whole(first: str, second: str, expected: float) -> None:
    assert match_stems(first, second) == match_stems(second, first) == expected


def test_stems_can_be_found_in_many_threads_at_once() -> None:
    words = ["woningen", "gemeenten", "besprekingen", "zorgkantoren"] * 500
    expected = stem_words(words)
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(stem_words(words))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8
