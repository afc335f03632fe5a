"""Finds the structure of a plain text: headings with their level, paragraphs, list items with their lead-in, tables, furniture.

A plain text says nothing of its structure, so it is inferred from shape: blank lines, bullets, numbers before a title,
lines without a full stop that something stands under, and the table of contents where there is one.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from corpus.types import Block, Span
from indexer.structure.furniture import is_contents_title, read_contents_line
from indexer.structure.line_groups import BULLET, LineGroup, group_lines, next_said
from indexer.structure.sentences import trim_span
from indexer.structure.titles import fold_title, is_date, is_figure, is_statement, read_numbered_title

LEVEL_CHAPTER, LEVEL_ANNEX, LEVEL_HEADLINE, LEVEL_SUBHEAD, LEVEL_CARD = 1, 2, 3, 4, 5

LONGEST_CARD_TITLE = 80

# Headings of one level in a row with nothing under them; two are a heading and its subtitle, more are a list without bullets.
FEWEST_BARE_LINES = 3

_EMPHASIS = "*_ \t"

Chapters = Mapping[str, str]
"""The number of each chapter in the table of contents (without leading zero, or empty) by its folded title."""


def find_blocks(text: str, language: str = "nl") -> tuple[Block, ...]:
    """The blocks of a plain text, in order and without overlap; blocks of form "chrome" are not part of what is said."""
    chapters, contents = _read_contents(text)
    groups = group_lines(text, language, contents)
    blocks: list[Block] = []
    for position in range(len(groups)):
        blocks.extend(_group_to_blocks(text, groups, position, chapters))
    return _mark_lead_ins(text, _drop_bare_headings(_drop_axis_labels(text, blocks)))


def _read_contents(text: str) -> tuple[Chapters, Span]:
    """The chapters in the table of contents, and the stretch that the table takes."""
    chapters: dict[str, str] = {}
    begin, end = len(text), 0
    for line in re.finditer(r"[^\n]+", text):
        if not end:
            if is_contents_title(line.group()):
                begin, end = line.start(), line.end()
        elif chapter := read_contents_line(line.group()):
            number, title = chapter
            chapters[fold_title(title)] = number.lstrip("0")
            end = line.end()
        elif chapters and re.match(r"\s*(<|\t)", line.group()):
            end = line.end()
        elif len(chapters) >= 2:
            break
    return (chapters, Span(begin, end)) if len(chapters) >= 2 else ({}, Span(0, 0))


def _group_to_blocks(text: str, groups: list[LineGroup], position: int, chapters: Chapters) -> list[Block]:
    group = groups[position]
    if group.shape in ("furniture", "marker"):
        return [Block("chrome", group.span)]
    if group.shape == "items":
        return [Block("item", span) for span in _split_items(text, group.span)]
    if group.shape == "table":
        return [Block("table", group.span)]
    if group.shape == "title" and (level := _heading_level(groups, position, chapters)):
        return [Block("heading", group.span, level)]
    return [Block("paragraph", group.span)]


def _heading_level(groups: list[LineGroup], position: int, chapters: Chapters) -> int:
    """The level of a title, or 0 when it is no heading because nothing stands under it."""
    group = groups[position]
    following = next_said(groups, position)
    if following is None or _is_under_a_title(groups, position, following, chapters):
        return 0
    marker = _marker_before(groups, position)
    numbered = read_numbered_title(group.words)
    if chapters.get(fold_title(group.words)) == marker.lstrip("0"):
        return LEVEL_CHAPTER
    if numbered:
        return _numbered_level(numbered.number, chapters.get(fold_title(numbered.title)), bool(chapters))
    if marker.isalpha():
        return LEVEL_ANNEX
    if (marker and len(group.words) <= LONGEST_CARD_TITLE) or is_date(group.words):
        return LEVEL_CARD
    opens_headings = following.shape == "title" and not is_date(following.words)
    headline = is_statement(group.words) or following.shape == "marker" or opens_headings
    return LEVEL_HEADLINE if headline else LEVEL_SUBHEAD


def _numbered_level(number: str, chapter: str | None, has_contents: bool) -> int:
    """The level of "2.1 Doelgroep"; where the table of contents knows no such chapter, "2. Doel" is a step of something."""
    depth = number.count(".") + 1
    if depth == 1 and has_contents and chapter != number:
        return LEVEL_SUBHEAD
    return {1: LEVEL_CHAPTER, 2: LEVEL_HEADLINE}.get(depth, LEVEL_SUBHEAD)


def _marker_before(groups: list[LineGroup], position: int) -> str:
    """The lone number or letter that stands right before a group, or nothing."""
    return groups[position - 1].words if position and groups[position - 1].shape == "marker" else ""


def _is_under_a_title(groups: list[LineGroup], position: int, following: LineGroup, chapters: Chapters) -> bool:
    """Whether a title is in truth the text under what stands before it, or the label of a figure after it."""
    said = [group for group in groups[:position] if group.shape != "furniture"]
    if said and said[-1].words.endswith(":"):
        return True
    under_card = len(said) >= 2 and said[-1].shape == "title" and said[-2].shape == "marker"
    if under_card and following.shape in ("marker", "title") and groups[position].words.endswith("?"):
        return chapters.get(fold_title(said[-1].words)) != said[-2].words.lstrip("0")
    return following.shape == "body" and is_figure(following.words.splitlines()[0]) and not _has_label_below(groups, following)


def _has_label_below(groups: list[LineGroup], figure: LineGroup) -> bool:
    """Whether a key figure goes on below it ("45%", "van de huishoudens huurt"), so that what stands above it is no label."""
    after = next_said(groups, groups.index(figure))
    return after is not None and after.words[0].islower()


def _split_items(text: str, span: Span) -> list[Span]:
    """One span an item; a line without a bullet goes on with the item before it."""
    begins: list[int] = []
    for line in re.finditer(r"[^\n]+", span.of(text)):
        if not begins or BULLET.match(line.group()):
            begins.append(span.begin + line.start())
    ends = [*begins[1:], span.end]
    return [trim_span(text, Span(begin, end)) for begin, end in zip(begins, ends, strict=True)]


def _drop_axis_labels(text: str, blocks: list[Block]) -> list[Block]:
    """Turns the labels of a drawn timeline into furniture: date headings in a row, with nothing under them.

    The last of a row has text under it. It is a label too when three or more stand in the row and its words stand outside
    the row as a heading of their own: then the text belongs to the heading before the row.
    """
    words = [fold_title(block.span.of(text)) if block.form == "heading" else "" for block in blocks]
    dated = [bool(fold) and is_date(fold) for fold in words]
    spoken = [position for position, block in enumerate(blocks) if block.form != "chrome"]
    labels: set[int] = set()
    row: list[int] = []
    for position in spoken:
        if dated[position]:
            row.append(position)
            continue
        labels.update(row if len(row) >= 3 and _stands_elsewhere(words, row) else row[:-1])
        row = []
    return [Block("chrome", block.span) if position in labels else block for position, block in enumerate(blocks)]


def _stands_elsewhere(words: list[str], row: list[int]) -> bool:
    """Whether the last heading of a row stands outside the row too, and not before itself in it."""
    last = words[row[-1]]
    return [words[position] for position in row].count(last) == 1 and words.count(last) > 1


def _drop_bare_headings(blocks: list[Block]) -> list[Block]:
    """Turns lines in a row that only looked like headings (a list of names without bullets) into paragraphs, but the first."""
    kept = list(blocks)
    row: list[int] = []
    for position, block in enumerate([*blocks, Block("paragraph", Span(0, 0))]):
        if block.form == "heading" and block.level == LEVEL_HEADLINE:
            row.append(position)
        elif block.form != "chrome":
            if len(row) >= FEWEST_BARE_LINES:
                for bare in row[1:]:
                    kept[bare] = Block("paragraph", blocks[bare].span)
            row = []
    return kept


def _mark_lead_ins(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Gives the form "lead_in" to a paragraph that items follow, or that ends with a colon."""
    marked = list(blocks)
    for position, block in enumerate(marked):
        following = next((other.form for other in marked[position + 1 :] if other.form != "chrome"), None)
        announces = block.span.of(text).rstrip(_EMPHASIS).endswith(":") and following in ("paragraph", "table")
        if block.form == "paragraph" and (following == "item" or announces):
            marked[position] = replace(block, form="lead_in")
    return tuple(marked)
