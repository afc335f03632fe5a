"""Cuts a plain text into groups of lines that belong together, and says by its shape what each may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corpus.types import Span
from indexer.structure.furniture import is_furniture, is_percentage, is_topic_word
from indexer.structure.sentences import trim_span
from indexer.structure.titles import looks_like_title, read_numbered_title

GroupShape = Literal["furniture", "items", "table", "marker", "title", "body"]

LONGEST_RUN_IN_TITLE = 80  # characters

# Characters. A line that breaks off before this is one of a menu or of an address rather than of a paragraph.
LONGEST_LABEL = 30

BULLET = re.compile(r"[ \t]*([-•*–·▪◦‣●○■□►▶➢→✓✔\ue000-\uf8ff]|\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_MARKER = re.compile(r"\d{1,2}|[A-Z]")
_LEADING_NUMBER = re.compile(r"^[ \t]*0?(\d{1,2})\.\s", re.MULTILINE)
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]*_]*$")


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines between two blank lines; a "title" may be a heading, depending on what follows."""

    shape: GroupShape
    span: Span
    words: str


def group_lines(text: str, language: str, contents: Span) -> list[LineGroup]:
    """The groups of a text in order; what stands in the span of the table of contents is furniture."""
    groups = []
    for match in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text):
        for span in _split_group(text, trim_span(text, Span(match.start(), match.end())), language):
            words = span.of(text)
            groups.append(LineGroup("furniture" if contents.overlaps(span) else _shape_of(words, language), span, words))
    return [_reshape(groups, position) for position in range(len(groups))]


def next_said(groups: list[LineGroup], position: int) -> LineGroup | None:
    """The first group after this one that is not furniture."""
    return next((group for group in groups[position + 1 :] if group.shape != "furniture"), None)


def _split_group(text: str, group: Span, language: str) -> Iterator[Span]:
    """The group in its parts: a line of furniture, a title right above its text and a list right under its lead-in part."""
    words = group.of(text)
    if is_furniture(words, language) or _MARKER.fullmatch(words) or "\n" not in words:
        yield group
        return
    lines = words.split("\n")
    begin = offset = group.begin
    for number, line in enumerate(lines):
        end = offset + len(line)
        if _is_stray_furniture(lines, number, language):
            yield from _trimmed(text, begin, offset)
            yield from _trimmed(text, offset, end)
            begin = end
        elif number and _opens_part(lines, number):
            yield from _trimmed(text, begin, offset)
            begin = offset
        offset = end + 1
    yield from _trimmed(text, begin, group.end)


def _trimmed(text: str, begin: int, end: int) -> Iterator[Span]:
    span = trim_span(text, Span(begin, max(begin, end)))
    if span.begin < span.end:
        yield span


def _is_stray_furniture(lines: list[str], number: int, language: str) -> bool:
    """Whether one line of a group is furniture (a cookie button under a list), and not the end of a sentence or an item."""
    line = lines[number]
    if "\t" in line or not is_furniture(line, language) or _MARKER.fullmatch(line.strip()):
        return False
    if BULLET.match(line):
        return not any(other != line and BULLET.match(other) for other in lines)
    previous = lines[number - 1].strip() if number else ""
    if not previous or _ENDS_SENTENCE.search(previous):
        return True
    return (len(previous) <= LONGEST_LABEL or bool(BULLET.match(lines[0]))) and not line.strip()[0].islower()


def _opens_part(lines: list[str], number: int) -> bool:
    """Whether a list or the text under a title begins at this line of a group."""
    previous = lines[number - 1].strip()
    if BULLET.match(lines[number]):
        bullets = sum(bool(BULLET.match(line)) for line in lines)
        starts = not any(BULLET.match(line) for line in lines[:number])
        return starts and (bullets >= 2 or bool(_ENDS_SENTENCE.search(previous)))
    return number == 1 and _is_run_in_title(lines)


def _is_run_in_title(lines: list[str]) -> bool:
    """Whether the first line is a title right above its text: it breaks off where the next word would have fitted."""
    title, first = lines[0].strip(), lines[1].strip()
    fits = len(title) + 1 + len(first.split()[0]) <= 0.75 * max(map(len, lines))
    return (
        fits
        and len(title) <= LONGEST_RUN_IN_TITLE < len(first) + 20
        and looks_like_title(title)
        and first[0].isupper()
        and not any("\t" in line for line in lines)
        and bool(_ENDS_SENTENCE.search(lines[-1].strip()))
    )


def _shape_of(words: str, language: str) -> GroupShape:
    lines = words.splitlines()
    if _MARKER.fullmatch(words):
        return "marker"
    if is_furniture(words, language):
        return "furniture"
    if BULLET.match(words) and not (len(lines) == 1 and words.startswith("*") and words.endswith("*")):
        return "items"
    if sum(line.count("\t") for line in lines) >= max(1, len(lines) // 2):
        return "table"
    return "title" if looks_like_title(words) else "body"


def _reshape(groups: list[LineGroup], position: int) -> LineGroup:
    """The group with the shape that its neighbours give it."""
    group = groups[position]
    before = groups[position - 1] if position else None
    after = groups[position + 1] if position + 1 < len(groups) else None
    if group.shape == "furniture" and is_topic_word(group.words) and after and after.shape in ("body", "items"):
        return replace(group, shape="title")
    if is_percentage(group.words) and any(other and other.shape == "furniture" for other in (before, after)):
        return replace(group, shape="furniture")
    if (
        group.shape == "items"
        and read_numbered_title(group.words)
        and _stands_alone(group, before, next_said(groups, position))
    ):
        return replace(group, shape="title")
    return group


def _stands_alone(group: LineGroup, before: LineGroup | None, after: LineGroup | None) -> bool:
    """Whether "2. Doel" is a numbered heading: text stands under it, and it is no item of a list with blank lines between."""
    number = int(group.words.split(".")[0])
    previous = _LEADING_NUMBER.findall(before.words) if before and before.shape == "items" else []
    following = _LEADING_NUMBER.findall(after.words) if after and after.shape == "items" else []
    counts_on = str(number - 1) in previous[-1:] or str(number + 1) in following[:1]
    under_lead_in = before is not None and before.words.endswith(":")
    return after is not None and not under_lead_in and not counts_on
