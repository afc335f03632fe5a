"""Checks a wording against the sources: does it stand there word for word, nearly, or not?"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from corpus.types import Span
from indexer.store import OpenIndex
from service.citing import cite_span
from service.types import Citation
from service.wordings.alignment import find_alignments
from service.wordings.differences import Difference
from service.wordings.literal import find_literal
from service.wordings.statements import split_at_ellipses, split_quoted, split_statements
from service.wordings.surroundings import find_rest
from service.wordings.text import split_words

MOST_MATCHES = 3
"""Places that are given at most; there may be more."""

FLOOR = 0.6
"""Share of words from which a wording counts as a deviating one. Measured on the five first documents: of sentences with a fifth
of their words changed all reach it, with three in ten 99 %, with four in ten 89 %; made-up sentences in policy Dutch that
stand nowhere reach at most 0.56. What else reaches it are the near-doubles that the documents really hold."""

SHORT_FLOOR = 0.7
"""The same for a wording of few words, of which scraps of common words ("De zorg in de regio") reach the other."""
_SHORT = 7  # words

_TELLING_WORDS = 4
"""A statement of fewer words stands in many texts by chance, and says nothing of the text around it."""

Verdict = Literal["letterlijk", "afwijkend", "niet-gevonden"]
StatementForm = Literal["zin", "citaat", "deel"]


@dataclass(frozen=True, slots=True)
class WordingMatch:
    """A place in the sources. ``similarity`` is the share of words that agree, 0 to 1, and 1 for a literal match.

    ``differences`` in order: those of kind gelijk and weggelaten hold the source's words, gelijk and toegevoegd the pasted ones.
    ``before`` and ``after`` are the rest of the sentence in the source, empty where the wording begins and ends with it.
    """

    citation: Citation
    similarity: float
    differences: tuple[Difference, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class StatementVerdict:
    """The verdict on one sentence of the pasted text, on a quotation in it, or on a part of it beside an ellipsis.

    ``span`` is its stretch of the text as it was checked: in Unicode form NFC, without white space around it.
    """

    form: StatementForm
    span: Span
    text: str
    verdict: Verdict
    matches: tuple[WordingMatch, ...]


@dataclass(frozen=True, slots=True)
class WordingVerdict:
    """Whether the wording stands in the sources, with up to three places, best first.

    ``statements`` holds a verdict for each sentence where there are more of them and the whole is not literal; else it is empty.
    """

    verdict: Verdict
    matches: tuple[WordingMatch, ...]
    statements: tuple[StatementVerdict, ...] = ()


def check_wording(text: str, index: OpenIndex) -> WordingVerdict:
    """Whether this wording stands in the sources, and where; for a wording that deviates, what differs word by word.

    White space, quotation marks, hyphenation, bullets, Markdown asterisks, a capital at the very start and a full stop at the
    very end make no difference. A text of which one sentence stands there deviates. Citations are numbered from 1.
    """
    pasted = unicodedata.normalize("NFC", text).strip()
    verdict, matches = _check_alone(pasted, index)
    statements = tuple(_check_statements(pasted, index)) if verdict != "letterlijk" else ()
    if not statements or (len(statements) == 1 and statements[0].form == "zin"):
        return WordingVerdict(verdict, matches)
    if not matches:
        matches = _widen_matches(statements, pasted)
    return WordingVerdict("afwijkend" if matches else "niet-gevonden", matches, statements)


def _check_alone(pasted: str, index: OpenIndex) -> tuple[Verdict, tuple[WordingMatch, ...]]:
    literal = islice(find_literal(pasted, index), MOST_MATCHES)
    matches = tuple(_cite(index, place, span, number) for number, (place, span) in enumerate(literal, start=1))
    if matches:
        return "letterlijk", matches
    texts = {document_id: canonical.text for document_id, canonical in index.texts.items()}
    floor = SHORT_FLOOR if len(split_words(pasted)) < _SHORT else FLOOR
    found = find_alignments(pasted, texts, floor, MOST_MATCHES)
    matches = tuple(
        replace(_cite(index, near.document_id, near.span, number), similarity=near.similarity, differences=near.differences)
        for number, near in enumerate(found, start=1)
    )
    return ("afwijkend" if matches else "niet-gevonden"), matches


def _cite(index: OpenIndex, document_id: str, span: Span, number: int) -> WordingMatch:
    cited = cite_span(index, document_id, span, number)
    before, after = find_rest(index, document_id, span)
    return WordingMatch(cited, 1.0, (Difference("gelijk", cited.quote),), before, after)


def _check_statements(pasted: str, index: OpenIndex) -> Iterator[StatementVerdict]:
    for span in split_statements(pasted):
        whole = _judge("zin", span, pasted, index)
        yield from (whole,) if whole.verdict == "letterlijk" else _check_pieces(whole, pasted, index) or (whole,)


def _check_pieces(whole: StatementVerdict, pasted: str, index: OpenIndex) -> tuple[StatementVerdict, ...]:
    """The verdicts on its parts beside an ellipsis where all are found, or on what a sentence that is not found quotes."""
    parts = tuple(_judge("deel", part, pasted, index) for part in split_at_ellipses(pasted, whole.span))
    if parts and all(part.matches for part in parts):
        return parts
    quoted = () if whole.matches else tuple(_judge("citaat", part, pasted, index) for part in split_quoted(pasted, whole.span))
    return quoted if any(quotation.matches for quotation in quoted) else ()


def _judge(form: StatementForm, span: Span, pasted: str, index: OpenIndex) -> StatementVerdict:
    verdict, matches = _check_alone(span.of(pasted), index)
    return StatementVerdict(form, span, span.of(pasted), verdict, matches)


def _widen_matches(statements: Sequence[StatementVerdict], pasted: str) -> tuple[WordingMatch, ...]:
    """The best place of each statement as a place of the whole text, of which the rest was put in; best first."""
    words = len(split_words(pasted))
    widened = []
    for statement in statements:
        share = len(split_words(statement.text)) / words
        if statement.matches and share * words >= _TELLING_WORDS:
            match, span = statement.matches[0], statement.span
            around = [Difference("toegevoegd", rest.strip()) for rest in (pasted[: span.begin], pasted[span.end :])]
            parts = [around[0], *match.differences, around[1]]
            kept = tuple(part for part in parts if part.text)
            widened.append(replace(match, similarity=match.similarity * share, differences=kept))
    widened.sort(key=lambda match: -match.similarity)
    return tuple(
        replace(match, citation=replace(match.citation, number=number))
        for number, match in enumerate(widened[:MOST_MATCHES], start=1)
    )
