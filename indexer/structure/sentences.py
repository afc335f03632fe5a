"""Cuts Dutch text into sentences, as spans: the grain of an answer."""

import re

from corpus.types import Span
from indexer.structure.titles import is_date

# Abbreviations after which a full stop does not end a sentence. Single letters ("N.V.", "o.a.") are recognised by shape.
_ABBREVIATIONS = frozenset(
    "art bijv blz ca dhr dr drs etc evt excl ing incl ir jl jr max mevr min mln mr mrd nl nr nrs pag par plm prof resp "
    "st tel vs zgn zie".split()
)
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]*_]*+(?=\s)|\n[ \t]*\n")
_LAST_WORD = re.compile(r"((?<![^\W\d_])[^\W\d_]+|(?<!\d)\d+)\.[\"'”’)\]*_]*$")
_INITIALS = re.compile(r"(^|[\s(])([^\W\d_]\.)+$")
# "Partijen zijn: 1. VWS, 2. ZN en 3. VNG": a number that counts is no end.
_COUNTS = re.compile(r"(^|[:;,(]\s*|\b(en|of)\s+)\d{1,2}\.$")
_NEXT_STARTS_SENTENCE = re.compile(r"\s*[\"'“‘(\[*_]*[A-ZÀ-Þ0-9]|\s*[-•–]\s|\s*['’][a-z]\s")

_LONGEST_ENDING = 100
"""Characters. Longer than any abbreviation, number or initials with what stands around them."""


def split_sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences inside a span, without white space around them; together they hold all of its words."""
    sentences = []
    begin = within.begin
    for match in _END.finditer(text, within.begin, within.end):
        if match.group().strip() and not _ends_sentence(text, begin, match.end(), within.end):
            continue
        sentences.append(trim_span(text, Span(begin, match.end())))
        begin = match.end()
    sentences.append(trim_span(text, Span(begin, within.end)))
    return tuple(sentence for sentence in sentences if sentence.begin < sentence.end)


def split_records(text: str, lines: Span) -> tuple[Span, ...]:
    """The records in lines that repeat a title, a year or month alone, and more; the lines whole where they hold no two."""
    rows = [match for match in re.finditer(r"[^\n]+", lines.of(text)) if match.group().strip()]
    begins = [rows[n - 1].start() for n, row in enumerate(rows) if n and is_date(row.group().strip())]
    if len(begins) < 2 or begins[0] != rows[0].start():
        return (lines,)
    ends = [*begins[1:], lines.end - lines.begin]
    return tuple(trim_span(text, Span(lines.begin + b, lines.begin + e)) for b, e in zip(begins, ends, strict=True))


def trim_span(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    words = span.of(text)
    begin = span.begin + len(words) - len(words.lstrip())
    return Span(begin, max(begin, span.begin + len(words.rstrip())))


def _ends_sentence(text: str, begin: int, end: int, limit: int) -> bool:
    sentence = text[max(begin, end - _LONGEST_ENDING) : end]
    if not _NEXT_STARTS_SENTENCE.match(text, end, limit):
        return False
    if sentence.rstrip("\"'”’)]*_").endswith((".", "…")):
        word = _LAST_WORD.search(sentence)
        abbreviated = bool(word and word.group(1).lower() in _ABBREVIATIONS)
        # "..." and "…" mark an open end more often than the end of a sentence, unless a capital follows, which was checked.
        return not (abbreviated or _COUNTS.search(sentence) or _INITIALS.search(sentence.rstrip("\"'”’)]*_")))
    return True
