"""Cuts running text into statements and clauses, and finds the date or period that a number in them belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.types import CanonicalText, Span
from indexer.dutch_dates import DateForm, find_dates

# A footnote mark between the full stop and the next sentence, or several sentences in one list item.
_STOP = re.compile(r"(?<=[.!?])[\"'”’)\]*_¹²³⁴-⁹⁰]*\s+(?=[\"'“‘(*_]*[A-ZÀ-Þ])")
_ABBREVIATED = re.compile(r"\b(?:[^\W\d_]{1,2}|art|bijv|blz|dhr|drs|etc|excl|incl|max|mevr|min|nrs|pag|resp|tel|zgn)\.$")
_LONGEST_ABBREVIATED = 10  # characters, with its full stop
_BULLET = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])\s")
_BOUNDARY = re.compile(r"[,;:](?=\s)|[()]|\s[–—-]\s")
_RELATIVE = re.compile(r"\s*(?:die|dat|wat|welke|hetgeen)\b", re.IGNORECASE)
# An end point is not of the period that the rest of the sentence is about.
_OPEN_END = re.compile(r"\b(?:trend|termijn|uiteindelijk|structureel)\b", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:in|op|sinds|vanaf|per)\s(?:de\s|het\s)?)?", re.IGNORECASE)
_THROUGH = re.compile(r"\s*(?:tot|tot\sen\smet|t/m|en|-|–)\s*(?:het\s)?")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: its place, its words with line ends as spaces, and what it leans on.

    ``lead_in`` announces the list that the sentence is an item of; ``before`` is the sentence before it in the same paragraph.
    """

    span: Span
    words: str
    lead_in: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or period written at ``[begin:end]`` of a statement, from ``first`` to ``last`` (ISO days, both included)."""

    begin: int
    end: int
    form: DateForm
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch ``[begin:end]`` of a statement between commas, brackets and the like; ``depth`` counts the brackets around it."""

    begin: int
    end: int
    depth: int

    def holds(self, place: int) -> bool:
        """Whether an offset of the statement lies in this clause."""
        return self.begin <= place < self.end


def split_statements(canonical: CanonicalText, sentences: Sequence[Span]) -> Iterator[Statement]:
    """The statements of the sentences, each once, by where they begin."""
    text, lead_in, last = canonical.text, "", Span(0, 0)
    for sentence in sorted(set(sentences), key=lambda span: (span.begin, span.end)):
        in_list = bool(_BULLET.match(text, text.rfind("\n", 0, sentence.begin) + 1))
        lead_in = lead_in if in_list else ""
        for span in _cut_statements(text, sentence):
            gap = text[last.end : span.begin]
            before = last.of(text) if last.end <= span.begin and not gap.strip("¹²³⁴⁵⁶⁷⁸⁹⁰ \n") and gap.count("\n") < 2 else ""
            yield Statement(span, re.sub(r"[\r\n]", " ", span.of(text)), lead_in, before)
            last = span
        ending = sentence.of(text).rstrip("*_ ")
        lead_in = ending if ending.endswith(":") else lead_in


def split_clauses(words: str) -> tuple[Clause, ...]:
    """The clauses of a statement, in order; together they hold all of its words."""
    clauses, begin, depth = list[Clause](), 0, 0
    for match in _BOUNDARY.finditer(words):
        clauses.append(Clause(begin, match.end(), depth))
        depth = max(0, depth + {"(": 1, ")": -1}.get(match.group(), 0))
        begin = match.end()
    return (*clauses, Clause(begin, len(words) + 1, depth))


def read_dates(words: str) -> tuple[Dated, ...]:
    """The dates and periods of a statement that say which days they are; "van 2021 tot en met 2023" is one period."""
    dates = list[Dated]()
    for mention in find_dates(words):
        if not mention.first:
            continue
        dated = Dated(mention.begin, mention.end, mention.form, mention.first, mention.last)
        if dates and _THROUGH.fullmatch(words[dates[-1].end : dated.begin]) and dates[-1].last < dated.last:
            opening = dates.pop()
            form: DateForm = "year" if dated.form == "year" else "quarter"
            dated = replace(dated, begin=opening.begin, first=opening.first, form=form)
        dates.append(dated)
    return tuple(dates)


def find_date(words: str, dates: Sequence[Dated], place: int, baseline: int | None) -> Dated | None:
    """The date of the number at ``place``: in its clause, else in one before it or in the relative clause after it.

    A number that another is compared with has only a date in its own words, those after ``baseline``.
    """
    clauses = split_clauses(words)
    at = next(position for position, clause in enumerate(clauses) if clause.holds(place))
    own = clauses[at] if baseline is None else replace(clauses[at], begin=baseline)
    inside = [dated for dated in dates if own.holds(dated.begin)]
    if inside or baseline is not None or _OPEN_END.search(words, own.begin, own.end):
        return _nearest(inside, place)
    before = [dated for clause in clauses[:at] if clause.depth <= own.depth for dated in dates if clause.holds(dated.begin)]
    following = clauses[at + 1] if at + 1 < len(clauses) and _RELATIVE.match(words, clauses[at].end) else None
    return _nearest(before or [dated for dated in dates if following and following.holds(dated.begin)], place)


def find_opening_date(words: str) -> Dated | None:
    """The date with which a sentence opens ("In 2024 is …"), where that is its only one: what follows is of that time too."""
    dates = read_dates(words)
    return dates[0] if len(dates) == 1 and _OPENING.fullmatch(words[: dates[0].begin]) else None


def _cut_statements(text: str, sentence: Span) -> Iterator[Span]:
    begin = sentence.begin
    for match in _STOP.finditer(text, sentence.begin, sentence.end):
        if not _ABBREVIATED.search(text, max(begin, match.start() - _LONGEST_ABBREVIATED), match.start()):
            yield Span(begin, match.start() + len(match.group().rstrip().rstrip("¹²³⁴⁵⁶⁷⁸⁹⁰")))
            begin = match.end()
    yield Span(begin, sentence.end)


def _nearest(dates: Sequence[Dated], place: int) -> Dated | None:
    """The date nearest to a place; of two as near the one after it ("15 regio's in 2024 en de rest in 2025")."""
    return min(dates, key=lambda dated: (max(place - dated.end, dated.begin - place), dated.begin < place), default=None)
