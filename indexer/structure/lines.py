"""Finds where, in lines without a blank line between them, the next thing begins: a title, a list, a table, a paragraph.

Converters leave out blank lines and wrap lines at some width or at none. What tells is where a line stops: one that breaks
off where the next word would still have fitted ends something.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indexer.structure.titles import LONGEST_HEADING, looks_like_title

LineKind = Literal["item", "row", "prose", "line"]

BULLET = re.compile(r"[ \t]*([-•*–·▪◦‣●○■□►▶➢→✓✔\ue000-\uf8ff]|\d{1,2}[.)]|[a-z][.)]|\([a-z]\))[ \t]+(?=\S)")
BARE_BULLET = re.compile(r"([-•*–·▪◦‣●○■□►▶➢→✓✔\ue000-\uf8ff]\s*)?([-•–·▪◦‣●○■□►▶➢→✓✔\ue000-\uf8ff]|\d{1,2}[.)]|[a-z][.)])")
"""A bullet on a line of its own: converters of nested lists put its words after a blank line."""

# "Gemeente Meerdam: wethouder Jansen" or "Mei 2024: start": a row of a list of persons, of dates, of facts.
_LABELLED = re.compile(r"[ \t]*[^\W_][^.:;!?\t]{1,60}:[ \t]+\S.*")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]*_]*$|[!?]\d{1,2}$")
_STARTS_ANEW = re.compile(r"\s*[\"'“‘(\[*_]*[A-ZÀ-Þ0-9]")

# Characters. No page is printed wider, so a longer line was never wrapped: it is a paragraph, and so are those around it.
WIDEST_WRAPPED_LINE = 160
WIDTH_BESIDE_PARAGRAPHS = 100

# A line breaks off when the next word would have left it shorter than this share of the widest line.
BROKEN_OFF = 0.75


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines without a blank line between them, with what is asked of them for every line."""

    lines: list[str]
    width: int
    bullets: int
    bare: list[int]


@dataclass(slots=True)
class _Line:
    """A line as its author wrote it, with what was wrapped from it: ``words`` holds the line breaks."""

    begin: int
    words: str
    kind: LineKind


def ends_sentence(words: str) -> bool:
    """Whether these words close something: a sentence, a lead-in, an item."""
    return bool(_ENDS_SENTENCE.search(words.rstrip()))


def opens_item(line: str) -> bool:
    """Whether a bullet begins this line, or is all of it."""
    return bool(BULLET.match(line) or BARE_BULLET.fullmatch(line.strip()))


def split_parts(words: str) -> list[tuple[int, int]]:
    """Where each part of a group of lines begins and ends. Items of one list stay together, and so do rows and short lines."""
    parts: list[list[_Line]] = []
    for line in _join_wrapped(words):
        if parts and line.kind == parts[-1][-1].kind != "prose":
            parts[-1].append(line)
        else:
            parts.append([line])
    # What stands alone under text is its last line (who said it, who signed it), not a title of what follows.
    if len(parts) > 1 and parts[-2][-1].kind == "prose" and [line.kind for line in parts[-1]] == ["line"]:
        parts[-2].append(*parts.pop())
    return [(part[0].begin, part[-1].begin + len(part[-1].words)) for part in parts]


def are_labelled(lines: Sequence[str]) -> bool:
    """Whether these lines, two or more, are each a label with its value."""
    return len(lines) > 1 and all(_LABELLED.fullmatch(line) and not BULLET.match(line) for line in lines)


def _join_wrapped(words: str) -> list[_Line]:
    """The lines as they were before they were wrapped."""
    group = _measure_lines(words.split("\n"))
    joined: list[_Line] = []
    offset = 0
    for number, line in enumerate(group.lines):
        if not joined or _begins_line(group, number, joined[-1]):
            joined.append(_Line(offset, line, _find_kind(group, number)))
        else:
            joined[-1].words += f"\n{line}"
        offset += len(line) + 1
    for whole in joined:
        closed = ends_sentence(whole.words) or len(whole.words) > LONGEST_HEADING
        if (whole.kind == "line" and closed) or (whole.kind == "row" and "\n" in whole.words):
            whole.kind = "prose"
    return joined


def _measure_lines(lines: list[str]) -> _Group:
    widest = max(map(len, lines))
    return _Group(
        lines,
        widest if widest <= WIDEST_WRAPPED_LINE else WIDTH_BESIDE_PARAGRAPHS,
        sum(bool(BULLET.match(line)) for line in lines),
        [number for number, line in enumerate(lines) if BARE_BULLET.fullmatch(line.strip())],
    )


def _find_kind(group: _Group, number: int) -> LineKind:
    if "\t" in group.lines[number].strip() or _is_labelled(group.lines, number):
        return "row"
    return "item" if _is_item(group, number) else "line"


def _begins_line(group: _Group, number: int, before: _Line) -> bool:
    """Whether a line does not go on with the one before it."""
    line, previous = group.lines[number], group.lines[number - 1]
    if _is_under_bare_bullet(group, number):
        return False
    if before.kind == "row" and "\t" not in previous and line.strip()[0].islower():
        return False
    if "row" in (_find_kind(group, number), before.kind) or _is_item(group, number):
        return True
    if before.kind == "item" and _indent(line) > _indent(before.words):
        return False
    if before.kind == "item" and previous.rstrip().endswith(";"):
        return True
    if _STARTS_ANEW.match(line) and _breaks_off(group, number - 1):
        return True
    return ends_sentence(previous) and _is_title_line(group, number)


def _is_under_bare_bullet(group: _Group, number: int) -> bool:
    """Whether a line belongs to a bullet alone on its line: up to the next, after the last as many lines as the item before has."""
    above = bisect_left(group.bare, number)
    if not above or number in group.bare[above : above + 1]:
        return False
    last = group.bare[above - 1]
    lines_before = last - group.bare[above - 2] if above > 1 else 2
    return above < len(group.bare) or number - last < lines_before


def _is_item(group: _Group, number: int) -> bool:
    """Whether this line opens an item: a dash at the begin of a wrapped line does not, one alone on its line does."""
    if BARE_BULLET.fullmatch(group.lines[number].strip()):
        return number + 1 < len(group.lines)
    if not BULLET.match(group.lines[number]):
        return False
    return number == 0 or group.bullets >= 2 or ends_sentence(group.lines[number - 1])


def _is_labelled(lines: Sequence[str], number: int) -> bool:
    """Whether this line and one beside it are both a label with its value."""
    pairs = (lines[max(0, number - 1) : number + 1], lines[number : number + 2])
    return any(are_labelled(pair) for pair in pairs)


def _is_title_line(group: _Group, number: int) -> bool:
    """Whether a line between two paragraphs is the title of the second."""
    goes_on = number + 1 < len(group.lines) and bool(_STARTS_ANEW.match(group.lines[number + 1]))
    return goes_on and looks_like_title(group.lines[number].strip()) and _breaks_off(group, number)


def _breaks_off(group: _Group, number: int) -> bool:
    """Whether a line stops though the first word of the next would have fitted on it."""
    line = group.lines[number].rstrip()
    if len(line) > group.width:
        return ends_sentence(line)
    return len(line) + 1 + len(group.lines[number + 1].split()[0]) <= BROKEN_OFF * group.width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
