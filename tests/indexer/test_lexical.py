"""The lexical index ranks by shared words and parts of words, and comes back from disk as it went."""

from pathlib import Path

import numpy as np
import pytest

from indexer.lexical import build_lexical_index, open_lexical_index
from indexer.words import stem_words

TEXTS = [
    "Gemeenten bouwen woningen voor ouderen.",
    "De doelgroepbespreking gaat over casussen.",
    "Het zorgkantoor koopt langdurige zorg in.",
    "Woningen en nog eens woningen.",
]


def test_the_passage_with_the_words_of_the_question_scores_highest() -> None:
    index = build_lexical_index(TEXTS)
    assert int(np.argmax(index.score_passages("Wie koopt de langdurige zorg in?"))) == 2


@pytest.mark.parametrize("question", ["Wat is een bespreking?", "doelgroepbesprekking"])
def test_a_part_of_a_compound_and_a_slip_of_the_pen_find_the_word(question: str) -> None:
    assert int(np.argmax(build_lexical_index(TEXTS).score_passages(question))) == 1


def test_there_is_one_score_a_passage_and_zero_where_nothing_is_shared() -> None:
    scores = build_lexical_index(TEXTS).score_passages("woningen")
    assert scores.shape == (4,)
    assert scores.dtype == np.float32
    assert scores[2] == 0 < scores[0] < scores[3]


@pytest.mark.parametrize("question", ["", "de het een", "?!", "qqqq", "xylofoon"])
def test_a_question_that_shares_no_term_scores_zero_everywhere(question: str) -> None:
    assert not build_lexical_index(TEXTS).score_passages(question).any()


def test_it_counts_in_how_many_passages_a_stem_stands() -> None:
    index = build_lexical_index(TEXTS)
    (stem,) = stem_words(["woningen"])
    assert index.count_passages_with(stem) == 2
    assert index.count_passages_with("xylofoon") == 0


def test_texts_without_any_word_are_indexed_too() -> None:
    index = build_lexical_index(["de het een", "!!!"])
    assert index.score_passages("woningen").shape == (2,)
    assert index.score_passages("woningen").max() == 0


def test_a_saved_index_scores_as_before(tmp_path: Path) -> None:
    index = build_lexical_index(TEXTS)
    index.save(tmp_path / "lexical")
    opened = open_lexical_index(tmp_path / "lexical", len(TEXTS))
    for question in ("woningen voor ouderen", "zorgkantoor", "niets"):
        assert np.array_equal(opened.score_passages(question), index.score_passages(question))
    assert opened.count == len(TEXTS)
