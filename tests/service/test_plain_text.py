"""A text in plain signs says where each of its signs came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from service.plain_text import unify_signs


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Wat is een plan?", "Wat is een plan?"),
        ("cliënt", "cliënt"),
        ("06\u00a012\u202f34\u2009", "06 12 34 "),
        ("06–12—34−56\u2011", "06-12-34-56-"),
        ("０６", "06"),
        ("٠٦", "06"),
        ("0\ufe0f\u20e36\ufe0f\u20e3", "06"),
        ("1\u200b2\u00ad3\ufeff4", "1234"),
        ("a\x01b", "ab"),
        ("a\r\nb\u2028c\td", "a\n\nb\nc\td"),
        ("11.650¹ ②", "11.650   "),
        ("ﬁets…", "fiets..."),
        ("o’brien＠x", "o'brien@x"),
        ("053·487", "053.487"),
    ],
)
def test_signs_that_look_alike_are_written_alike(written: str, plain: str) -> None:
    assert unify_signs(written).text == plain


def test_a_stretch_is_found_back_in_the_text_as_it_was_written() -> None:
    written = "ﬁets 0\u200b6–1\u00ad2 ﬁn"
    plain = unify_signs(written)
    begin = plain.text.index("06-12")
    assert plain.locate(Span(begin, begin + 5)).of(written) == "0\u200b6–1\u00ad2"


@given(st.text(max_size=60))
def test_every_sign_has_a_place_in_the_text_and_they_stay_in_order(written: str) -> None:
    plain = unify_signs(written)
    assert len(plain.places) == len(plain.text)
    assert list(plain.places) == sorted(plain.places)
    assert all(0 <= place < len(written) for place in plain.places)
