"""Finds where a wording stands in the sources with the same words: the same letters, digits and punctuation, as whole words."""

from collections.abc import Iterator

from corpus.types import Span
from indexer.store import OpenIndex
from service.wordings.text import reduce_document, reduce_text


def find_literal(pasted: str, index: OpenIndex) -> Iterator[tuple[str, Span]]:
    """The document id and span of every place, in the order of the documents; none where the text has no letters or digits.

    White space, quotation marks, hyphenation, bullets, Markdown asterisks, a capital at the very start and a full stop at the
    very end make no difference; of several such spellings only the one nearest to what was pasted is looked for.
    """
    for letters in _spellings(reduce_text(pasted).letters):
        found = False
        for place in _find_letters(letters, pasted, index):
            found = True
            yield place
        if found:
            return


def _spellings(letters: str) -> list[str]:
    """The letters as pasted, then without a full stop at the end, then each with the other case for the first letter."""
    endings = [letters, letters.removesuffix(".")]
    other_case = [spelling[:1].swapcase() + spelling[1:] for spelling in endings]
    return [spelling for spelling in dict.fromkeys(endings + other_case) if any(map(str.isalnum, spelling))]


def _find_letters(letters: str, pasted: str, index: OpenIndex) -> Iterator[tuple[str, Span]]:
    for document_id, canonical in index.texts.items():
        reduced = reduce_document(canonical.text)
        found = reduced.letters.find(letters)
        while found >= 0:
            span = Span(reduced.places[found], reduced.places[found + len(letters) - 1] + 1)
            if _is_whole(canonical.text, span):
                yield document_id, _take_quotes(canonical.text, span, pasted)
            found = reduced.letters.find(letters, found + len(letters))


def _is_whole(text: str, span: Span) -> bool:
    """Whether the span begins and ends between words, and not within a number such as 10.375."""
    return not _joined(text, span.begin) and not _joined(text, span.end)


def _joined(text: str, offset: int) -> bool:
    before, after = text[max(0, offset - 2) : offset], text[offset : offset + 2]
    if not before or not after:
        return False
    if before[-1].isalnum() and after[0].isalnum():
        return True
    if before[-1].isdecimal():
        return after[0] in ".," and after[1:].isdecimal()
    return after[0].isdecimal() and before[-1] in ".," and before[:-1].isdecimal()


def _take_quotes(text: str, span: Span, pasted: str) -> Span:
    """The span with the quotation marks or dashes around it, as far as the pasted text has something there as well."""
    own = reduce_text(pasted).places
    begin, end = span.begin, span.end
    for _ in range(own[0]):
        if begin == 0 or text[begin - 1].isspace() or reduce_text(text[begin - 1]).letters:
            break
        begin -= 1
    for _ in range(len(pasted) - own[-1] - 1):
        if end == len(text) or text[end].isspace() or reduce_text(text[end]).letters:
            break
        end += 1
    return Span(begin, end)
