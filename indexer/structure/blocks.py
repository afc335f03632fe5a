"""Finds the structure of a plain text: headings with their level, paragraphs, list items with their lead-in, tables, furniture.

A plain text says nothing of its structure, so it is inferred from shape: blank lines, bullets, numbers before a title,
lines without a full stop that something stands under, and the table of contents where there is one.
"""

import re
from dataclasses import replace

from corpus.types import Block, Span
from indexer.structure.furniture import is_contents_title, read_contents_line
from indexer.structure.headings import Chapters, find_level, mend_headings
from indexer.structure.line_groups import LineGroup, group_lines
from indexer.structure.lines import opens_item
from indexer.structure.sentences import trim_span
from indexer.structure.titles import fold_title

_EMPHASIS = "*_ \t"


def find_blocks(text: str, language: str = "nl") -> tuple[Block, ...]:
    """The blocks of a plain text, in order and without overlap; blocks of form "chrome" are not part of what is said."""
    chapters, contents = _read_contents(text)
    groups = group_lines(text, language, contents)
    blocks: list[Block] = []
    for position in range(len(groups)):
        blocks.extend(_group_to_blocks(text, groups, position, chapters))
    return _mark_lead_ins(text, mend_headings(text, blocks))


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
    if group.shape == "title" and (level := find_level(groups, position, chapters)):
        return [Block("heading", group.span, level)]
    return [Block("paragraph", group.span)]


def _split_items(text: str, span: Span) -> list[Span]:
    """One span an item; a line without a bullet goes on with the item before it."""
    begins: list[int] = []
    for line in re.finditer(r"[^\n]+", span.of(text)):
        if not begins or opens_item(line.group()):
            begins.append(span.begin + line.start())
    ends = [*begins[1:], span.end]
    return [trim_span(text, Span(begin, end)) for begin, end in zip(begins, ends, strict=True)]


def _mark_lead_ins(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Gives the form "lead_in" to a paragraph that items follow, or that ends with a colon."""
    marked = list(blocks)
    for position, block in enumerate(marked):
        following = next((other.form for other in marked[position + 1 :] if other.form != "chrome"), None)
        announces = block.span.of(text).rstrip(_EMPHASIS).endswith(":") and following in ("paragraph", "table")
        if block.form == "paragraph" and (following == "item" or announces):
            marked[position] = replace(block, form="lead_in")
    return tuple(marked)
