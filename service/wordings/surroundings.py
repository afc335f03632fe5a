"""Finds the rest of the sentence around a wording in a source: half a sentence can say the opposite of the whole."""

from corpus.types import Span
from indexer.store import OpenIndex

_LONGEST_REST = 400
"""Characters on each side; what a document calls one sentence can be a whole table."""


def find_rest(index: OpenIndex, document_id: str, span: Span) -> tuple[str, str]:
    """What the sentences at both ends of the span still have before and after it; empty where that holds no word."""
    text = index.texts[document_id].text
    sentences = [
        sentence
        for passage in index.passages
        if passage.document_id == document_id and passage.span.overlaps(span)
        for sentence in passage.sentences
    ]
    begin = max((s.begin for s in sentences if s.begin <= span.begin < s.end), default=span.begin)
    end = min((s.end for s in sentences if s.begin < span.end <= s.end), default=span.end)
    return _keep_words(text[begin : span.begin]), _keep_words(text[span.end : end])


def _keep_words(rest: str) -> str:
    return rest if len(rest) <= _LONGEST_REST and any(map(str.isalnum, rest)) else ""
