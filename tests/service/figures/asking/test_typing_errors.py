"""Promises of mending typing errors: a slip is put right when one word can be meant, a real word never."""

import pytest

from service.figures.asking import vocabulary as words
from service.figures.asking.real_words import REAL_WORDS
from service.figures.asking.typing_errors import count_slips, mend_typing_errors


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ware", "waren"),
        ("dn", "dan"),
        ("hoevel", "hoeveel"),
        ("janauri", "januari"),
        ("okober", "oktober"),
        ("septmber", "september"),
        ("indicatise", "indicaties"),
        ("kwartal", "kwartaal"),
        ("groie", "groei"),
        ("juil", "juli"),
        ("veschil", "verschil"),
    ],
)
def test_a_slip_is_put_right(written: str, meant: str) -> None:
    assert mend_typing_errors(f"x {written} y") == f"x {meant} y"


@pytest.mark.parametrize(
    "word",
    ["vrouwen", "wachten", "doel", "groen", "werken", "kinderen", "schulden", "straat", "juni", "jumi", "Marten", "verminderd"],
)
def test_a_real_word_a_name_and_what_could_be_two_words_stay(word: str) -> None:
    assert mend_typing_errors(f"x {word} y") == f"x {word} y"


def test_no_word_of_the_list_counts_as_another_real_word() -> None:
    assert not REAL_WORDS & (words.VOCABULARY - words.FILLING)


@pytest.mark.parametrize(("written", "meant", "slips"), [("ab", "ba", 1), ("abc", "abc", 0), ("abc", "bd", 2), ("", "ab", 2)])
def test_swapped_neighbours_count_once(written: str, meant: str, slips: int) -> None:
    assert count_slips(written, meant) == slips
