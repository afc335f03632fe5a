"""Cuts a plain text into groups of lines that belong together, and says by its shape what each may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from corpus.types import Span
from indexer.structure.furniture import find_running_lines, is_furniture, is_percentage, is_topic_word
from indexer.structure.lines import BARE_BULLET, are_labelled, ends_sentence, opens_item, split_parts
from indexer.structure.lines import BULLET as BULLET
from indexer.structure.sentences import trim_span
from indexer.structure.titles import looks_like_title, read_numbered_title

GroupShape = Literal["furniture", "items", "table", "marker", "title", "body"]

# Characters. A line that breaks off before this is one of a menu or of an address rather than of a paragraph.
LONGEST_LABEL = 30

_MARKER = re.compile(r"\d{1,2}|[A-Z]")
_LEADING_NUMBER = re.compile(r"^[ \t]*0?(\d{1,2})\.\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines between two blank lines; a "title" may be a heading, depending on what follows."""

    shape: GroupShape
    span: Span
    words: str


def group_lines(text: str, language: str, contents: Span) -> list[LineGroup]:
    """The groups of a text in order; what stands in the span of the table of contents is furniture."""
    groups = []
    running = find_running_lines(text)
    for match in re.finditer(r"\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+)*+", text):
        for span in _split_group(text, trim_span(text, Span(match.start(), match.end())), language):
            words = span.of(text)
            left_out = contents.overlaps(span) or words in running
            groups.append(LineGroup("furniture" if left_out else _shape_of(words, language), span, words))
    return [_reshape(groups, position) for position in range(len(groups))]


def next_said(groups: list[LineGroup], position: int) -> LineGroup | None:
    """The first group after this one that is not furniture."""
    following = next_said_at(groups, position)
    return None if following is None else groups[following]


def next_said_at(groups: list[LineGroup], position: int) -> int | None:
    """The position of the first group after this one that is not furniture."""
    return next((after for after in range(position + 1, len(groups)) if groups[after].shape != "furniture"), None)


def last_said(groups: list[LineGroup], position: int, count: int) -> list[LineGroup]:
    """The last groups before this one that are not furniture, in order, ``count`` at most."""
    before = (groups[earlier] for earlier in range(position - 1, -1, -1) if groups[earlier].shape != "furniture")
    return list(islice(before, count))[::-1]


def _split_group(text: str, group: Span, language: str) -> Iterator[Span]:
    """The group in its parts: lines of furniture, and between them titles, paragraphs, lists and tables."""
    words = group.of(text)
    bold_title = words.startswith("**") and looks_like_title(words)
    if "\n" not in words or bold_title or _MARKER.fullmatch(words) or is_furniture(words, language):
        yield group
        return
    for stretch, stray in _split_at_furniture(words, language):
        for begin, end in [(0, len(stretch.of(words)))] if stray else split_parts(stretch.of(words)):
            offset = group.begin + stretch.begin
            part = trim_span(text, Span(offset + begin, offset + end))
            if part.begin < part.end:
                yield part


def _split_at_furniture(words: str, language: str) -> Iterator[tuple[Span, bool]]:
    """The stretches of a group without a line of furniture in them, and those lines (True)."""
    lines = words.split("\n")
    begin = offset = 0
    for number, line in enumerate(lines):
        end = offset + len(line)
        if _is_stray_furniture(lines, number, language):
            if begin < offset:
                yield Span(begin, offset - 1), False
            yield Span(offset, end), True
            begin = end + 1
        offset = end + 1
    if begin < len(words):
        yield Span(begin, len(words)), False


def _is_stray_furniture(lines: list[str], number: int, language: str) -> bool:
    """Whether one line of a group is furniture (a cookie button under a list), and not the end of a sentence or an item."""
    line = lines[number]
    if (
        "\t" in line
        or not is_furniture(line, language)
        or _MARKER.fullmatch(line.strip())
        or BARE_BULLET.fullmatch(line.strip())
    ):
        return False
    if BULLET.match(line):
        return not any(other != line and BULLET.match(other) for other in lines)
    previous = lines[number - 1].strip() if number else ""
    if not previous or ends_sentence(previous):
        return True
    return (len(previous) <= LONGEST_LABEL or bool(BULLET.match(lines[0]))) and not line.strip()[0].islower()


def _shape_of(words: str, language: str) -> GroupShape:
    lines = words.splitlines()
    if _MARKER.fullmatch(words):
        return "marker"
    if is_furniture(words, language) or BARE_BULLET.fullmatch(words):
        return "furniture"
    if opens_item(lines[0]) and not (len(lines) == 1 and words.startswith("*") and words.endswith("*")):
        return "items"
    if _is_table(words):
        return "table"
    return "title" if looks_like_title(words) else "body"


def _is_table(words: str) -> bool:
    """Whether the lines are rows: of cells with tabs between them, or of a label with its value."""
    lines = words.splitlines()
    return sum(line.count("\t") for line in lines) >= max(1, len(lines) // 2) or are_labelled(lines)


def _reshape(groups: list[LineGroup], position: int) -> LineGroup:
    """The group with the shape that its neighbours give it."""
    group = groups[position]
    before = groups[position - 1] if position else None
    after = groups[position + 1] if position + 1 < len(groups) else None
    if before and BARE_BULLET.fullmatch(before.words) and group.shape in ("title", "body"):
        return replace(group, shape="items")
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
