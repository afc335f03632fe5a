"""Spans slice half-open in code points; a page is found by offset."""

import dataclasses

import pytest

from corpus.types import CanonicalText, PageStart, Span

TEXT = "Casuïstiek 💬 in de regio"


def test_a_span_gives_the_words_from_begin_up_to_end_in_code_points() -> None:
    assert Span(0, 10).of(TEXT) == "Casuïstiek"
    assert Span(11, 12).of(TEXT) == "💬"


@pytest.mark.parametrize(("begin", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_or_begins_before_the_text_is_refused(begin: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(begin, end)


@pytest.mark.parametrize(
    ("other", "contained", "overlapping"),
    [
        (Span(2, 6), True, True),
        (Span(3, 5), True, True),
        (Span(5, 7), False, True),
        (Span(6, 8), False, False),
        (Span(0, 2), False, False),
    ],
)
def test_spans_that_only_touch_do_not_overlap(other: Span, contained: bool, overlapping: bool) -> None:
    span = Span(2, 6)
    assert span.contains(other) is contained
    assert span.overlaps(other) is overlapping
    assert other.overlaps(span) is overlapping


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (9, 1), (10, 2), (50, 2)])
def test_an_offset_lies_on_the_last_page_that_begins_at_or_before_it(offset: int, page: int) -> None:
    canonical = CanonicalText("proef", TEXT, "sha256:0", pages=(PageStart(1, 0), PageStart(2, 10)))
    assert canonical.page_at(offset) == page


def test_a_source_without_pages_has_no_page_numbers() -> None:
    assert CanonicalText("proef", TEXT, "sha256:0").page_at(3) is None


def test_the_nouns_cannot_be_changed_afterwards() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1).begin = 5  # type: ignore[misc]


def test_a_blanked_span_leaves_every_other_place_where_it_was() -> None:
    text = "op 1 juli 2022 🙂 in Twente"
    blanked = Span(3, 14).blanked(text)
    assert blanked == "op             🙂 in Twente"
    assert len(blanked) == len(text)
