"""A citation is a slice of the canonical text, with the place it stands in."""

import pytest

from corpus.types import Span
from indexer.store import OpenIndex
from service.citing import cite_span


def test_every_passage_is_cited_word_for_word_with_its_own_path_and_kind(fake_index: OpenIndex) -> None:
    for number, passage in enumerate(fake_index.passages, start=1):
        citation = cite_span(fake_index, passage.document_id, passage.span, number)
        text = fake_index.texts[passage.document_id].text
        assert citation.quote == text[passage.span.begin : passage.span.end]
        assert (citation.number, citation.span) == (number, passage.span)
        assert citation.document is fake_index.documents[passage.document_id]
        assert citation.version == fake_index.texts[passage.document_id].version
        holding = [other for other in fake_index.passages if other.document_id == passage.document_id]
        holding = [other for other in holding if other.span.contains(passage.span)]
        assert (citation.path, citation.kind) in [(other.path, other.kind) for other in holding]


def test_every_sentence_and_item_is_cited_word_for_word(fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        text = fake_index.texts[passage.document_id].text
        for span in (*passage.items, *passage.sentences):
            assert cite_span(fake_index, passage.document_id, span, 1).quote == text[span.begin : span.end]


def test_all_that_is_cited_answers_unless_the_answering_words_are_told(fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        assert cite_span(fake_index, passage.document_id, passage.span, 1).core == passage.span
        for sentence in passage.sentences:
            citation = cite_span(fake_index, passage.document_id, passage.span, 1, sentence)
            assert (citation.span, citation.core) == (passage.span, sentence)
            assert citation.quote == fake_index.passage_text(passage)


def test_a_span_within_one_passage_alone_takes_that_passage_s_path(fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        others = [other for other in fake_index.passages if other.document_id == passage.document_id and other is not passage]
        if not any(other.span.overlaps(passage.span) for other in others):
            inside = Span(passage.span.begin, passage.span.begin + 1)
            assert cite_span(fake_index, passage.document_id, inside, 1).path == passage.path


def test_a_quote_counts_code_points_and_not_bytes(fake_index: OpenIndex) -> None:
    wide = next(c for c in fake_index.texts.values() if len(c.text.encode()) > len(c.text))
    end = len(wide.text)
    assert cite_span(fake_index, wide.document_id, Span(end - 20, end), 1).quote == wide.text[-20:]


def test_a_span_before_every_passage_has_no_path(fake_index: OpenIndex) -> None:
    for document_id, document in fake_index.documents.items():
        first = min(passage.span.begin for passage in fake_index.passages if passage.document_id == document_id)
        if first:
            citation = cite_span(fake_index, document_id, Span(0, 1), 7)
            assert (citation.path, citation.kind, citation.number) == ((), document.kind, 7)


def test_a_span_after_a_passage_takes_the_path_before_it(fake_index: OpenIndex) -> None:
    for document_id, canonical in fake_index.texts.items():
        end = len(canonical.text)
        before = [passage for passage in fake_index.passages if passage.document_id == document_id]
        assert cite_span(fake_index, document_id, Span(end, end), 1).path == before[-1].path


def test_an_unknown_document_is_an_error(fake_index: OpenIndex) -> None:
    with pytest.raises(KeyError, match="bestaat-niet"):
        cite_span(fake_index, "bestaat-niet", Span(0, 1), 1)
