"""Cuts a pasted text into what is checked one by one: its sentences and list items, or what is quoted within one."""

import re
from collections.abc import Iterable

from corpus.types import Span
from indexer.structure.sentences import split_sentences, trim_span
from service.wordings.text import split_words

SHORTEST_PIECE = 3
"""Words; a shorter stretch within a sentence stands anywhere."""

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-•▪◦‣●○■□–*]|\d{1,2}[.)]|[a-z][.)])[ \t]+\S)")
_QUOTED = re.compile(r"“([^“”]+)”|„([^„”“]+)[”“]|\"([^\"]+)\"|«([^«»]+)»|(?<!\w)[‘']([^‘’']+(?:[’']\w[^‘’']*){0,9})[’'](?!\w)")
_LEFT_OUT = re.compile(r"[(\[]\s*(?:\.\.\.|…)\s*[)\]]|(?:\.\.\.|…)")


def split_statements(text: str) -> tuple[Span, ...]:
    """The sentences and list items of the text, without white space around them; line ends within a sentence cut nothing."""
    begins = [0, *(match.end() for match in _PARAGRAPH_END.finditer(text))]
    ends = [*begins[1:], len(text)]
    paragraphs = [trim_span(text, Span(begin, end)) for begin, end in zip(begins, ends, strict=True)]
    spans = [span for paragraph in paragraphs for span in split_sentences(text, paragraph)]
    return tuple(span for span in spans if any(map(str.isalnum, span.of(text))))


def split_quoted(text: str, within: Span) -> tuple[Span, ...]:
    """The stretches of some words between quotation marks inside the span."""
    found = _QUOTED.finditer(text, within.begin, within.end)
    return _keep_long(text, (Span(*match.span(match.lastindex or 0)) for match in found))


def split_at_ellipses(text: str, within: Span) -> tuple[Span, ...]:
    """The stretches of some words between marks such as "(…)" inside the span; empty where nothing is marked as left out."""
    marks = list(_LEFT_OUT.finditer(text, within.begin, within.end))
    begins = [within.begin, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), within.end]
    return _keep_long(text, (Span(begin, end) for begin, end in zip(begins, ends, strict=True))) if marks else ()


def _keep_long(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    trimmed = (trim_span(text, span) for span in spans)
    return tuple(span for span in trimmed if len(split_words(span.of(text))) >= SHORTEST_PIECE)
