"""Where the words that answer a question stand, and how much of them an answer's citations show."""

import functools
import re
from collections.abc import Callable, Iterable

from corpus.types import Span
from evals.cases import Case, Quote
from evals.reply import CitedText

TextOf = Callable[[str], str]
"""The canonical text of a document, by its id; raises ``LookupError`` where there is no such document."""

ENOUGH_SHOWN = 0.8
"""A quote counts as found when this share of its characters is cited: a full stop or an article may be missing."""

FIRST_READ = 1000
"""Characters: about what a reader takes in of the citations before the eye stops."""

_NOT_COUNTED = re.compile(r"</?\w+>|[\s*\u00ad\ufeff]")
_SAME_CHARACTER = str.maketrans("‘’“”", "''\"\"")


def find_quote(quote: Quote, text: str) -> tuple[tuple[int, ...], ...]:
    """Every place of the quote in the text, each as the offsets of its characters. White space and markup don't count."""
    offsets, searched = _squeeze(text)
    wanted, before = _squeeze(quote.text)[1], _squeeze(quote.after)[1]
    begins = (match.end() for match in re.finditer(f"(?<={re.escape(before)})(?={re.escape(wanted)})", searched))
    return tuple(offsets[begin : begin + len(wanted)] for begin in begins) if wanted else ()


@functools.lru_cache(maxsize=64)
def _squeeze(text: str) -> tuple[tuple[int, ...], str]:
    left_out = {offset for match in _NOT_COUNTED.finditer(text) for offset in range(match.start(), match.end())}
    offsets = tuple(offset for offset in range(len(text)) if offset not in left_out)
    return offsets, "".join(text[offset] for offset in offsets).translate(_SAME_CHARACTER)


def cut_citations(citations: Iterable[CitedText], characters: int) -> tuple[CitedText, ...]:
    """The first so many characters of the citations, in their order; the last one cut short."""
    kept = []
    for citation in citations:
        if characters <= 0:
            break
        end = min(citation.end, citation.begin + characters)
        kept.append(citation.model_copy(update={"end": end}))
        characters -= end - citation.begin
    return tuple(kept)


def share_shown(quote: Quote, citations: Iterable[CitedText], text_of: TextOf) -> float:
    """The largest share, 0 to 1, of a place of the quote that the citations cover together. 0 where the quote isn't found."""
    spans = [Span(citation.begin, citation.end) for citation in citations if citation.document_id == quote.document_id]
    if not spans:
        return 0.0
    places = find_quote(quote, text_of(quote.document_id))
    return max((_share_inside(place, spans) for place in places), default=0.0)


def _share_inside(offsets: tuple[int, ...], spans: list[Span]) -> float:
    return sum(any(span.begin <= offset < span.end for span in spans) for offset in offsets) / len(offsets)


def groups_shown(case: Case, citations: tuple[CitedText, ...], text_of: TextOf) -> tuple[bool, ...]:
    """For each group of the case's evidence whether one of its quotes is shown enough."""
    return tuple(any(share_shown(quote, citations, text_of) >= ENOUGH_SHOWN for quote in group) for group in case.evidence)
