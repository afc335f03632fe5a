"""A pasted text is cut into its sentences, its list items, what it quotes, and what stands around an ellipsis."""

import pytest

from corpus.types import Span
from service.wordings.statements import split_at_ellipses, split_quoted, split_statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Een zin die\nover een regel loopt. Nog\neen.", ["Een zin die\nover een regel loopt.", "Nog\neen."]),
        ("Het gaat om:\n- het doel\n- de planning", ["Het gaat om:", "- het doel", "- de planning"]),
        ("1. Het doel\n2. De planning", ["1. Het doel", "2. De planning"]),
        ("Een alinea zonder punt\n\nEn een tweede", ["Een alinea zonder punt", "En een tweede"]),
        ("Dit geldt o.a. voor het CIZ. Klaar.", ["Dit geldt o.a. voor het CIZ.", "Klaar."]),
        ("…\n\n- “”", []),
    ],
)
def test_a_text_is_cut_into_sentences_and_items(text: str, statements: list[str]) -> None:
    assert [span.of(text) for span in split_statements(text)] == statements


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Er staat “de zorg blijft goed” in.", ["de zorg blijft goed"]),
        ('Er staat "de zorg blijft goed" in.', ["de zorg blijft goed"]),
        ("Er staat ‘de regio's maken een plan’ in.", ["de regio's maken een plan"]),
        ("Er staat „de zorg blijft goed” en “één woord” in.", ["de zorg blijft goed"]),
        ("De regio's en foto's van nu.", []),
    ],
)
def test_only_stretches_of_some_words_between_quotation_marks_are_quoted(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in split_quoted(text, Span(0, len(text)))] == quoted


def test_what_stands_around_an_ellipsis_is_cut_and_a_text_without_one_is_not() -> None:
    text = "De kerngroep kan dit doen (...) in de werkagenda van nu."
    assert [span.of(text) for span in split_at_ellipses(text, Span(0, len(text)))] == [
        "De kerngroep kan dit doen",
        "in de werkagenda van nu.",
    ]
    assert split_at_ellipses("Een gewone zin van nu.", Span(0, 10)) == ()
