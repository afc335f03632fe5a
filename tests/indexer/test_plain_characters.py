"""Promises of the characters that patterns and tables of words share."""

import re
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from indexer.plain_characters import write_plainly


def test_what_a_pattern_takes_for_a_letter_or_a_digit_is_that_letter_or_digit() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    plain = write_plainly(every)
    assert len(plain) == len(every)
    assert not re.findall(r"[^\W0-9]", "".join(re.findall(r"\d", plain)))
    assert all(character.isascii() for character in re.findall("[a-z]", plain, re.IGNORECASE))
    assert all(unicodedata.decimal(old) == int(new) for old, new in zip(every, plain, strict=True) if old.isdecimal())


@given(st.text())
def test_no_character_but_those_changes(text: str) -> None:
    changed = {old for old, new in zip(text, write_plainly(text), strict=True) if old != new}
    assert all(character in "\u0130\u0131\u017f\u212a" or character.isdecimal() for character in changed)
