"""Says which titles of a plain text are headings and of what level, from what stands before and after them."""

import re
from collections.abc import Mapping
from dataclasses import replace

from corpus.types import Block, Span
from indexer.structure.line_groups import LineGroup, last_said, next_said, next_said_at
from indexer.structure.titles import fold_title, is_date, is_figure, is_statement, read_numbered_title

LEVEL_CHAPTER, LEVEL_ANNEX, LEVEL_HEADLINE, LEVEL_SUBHEAD, LEVEL_CARD = 1, 2, 3, 4, 5

LONGEST_CARD_TITLE = 80

# Headings of one level in a row with nothing under them; two are a heading and its subtitle, more are a list without bullets.
FEWEST_BARE_LINES = 3

_NUMBERED_ANNEX = re.compile(r"bijlage\s+(\d{1,2}|[A-Z])\b", re.IGNORECASE)
_ASKED = re.compile(r"vraag\s+\d{1,3}", re.IGNORECASE)
_ARTICLE = re.compile(r"(artikel|hoofdstuk|paragraaf|afdeling|titel|bijlage)\s+[\dA-Z]", re.IGNORECASE)
_ENUMERATED = re.compile(r"(?P<noun>[^\W\d_]+)\s+\d{1,3}\b(?!\s*\d)")
_COUNTER = re.compile(r"\d{1,3} (of|van) \d{1,3}")

Chapters = Mapping[str, str]
"""The number of each chapter in the table of contents (without leading zero, or empty) by its folded title."""


def find_level(groups: list[LineGroup], position: int, chapters: Chapters) -> int:
    """The level of a title, or 0 when it is no heading because nothing stands under it."""
    group = groups[position]
    below = next_said_at(groups, position)
    if below is None or _is_text(groups, position, groups[below], chapters):
        return 0
    following = groups[below]
    marker = _marker_before(groups, position)
    numbered = read_numbered_title(group.words)
    if chapters.get(fold_title(group.words)) == marker.lstrip("0") or _NUMBERED_ANNEX.match(group.words):
        return LEVEL_CHAPTER
    if numbered:
        return _numbered_level(numbered.number, chapters.get(fold_title(numbered.title)), bool(chapters))
    if marker.isalpha():
        return LEVEL_ANNEX
    if (marker and len(group.words) <= LONGEST_CARD_TITLE) or is_date(group.words):
        return LEVEL_CARD
    opens_headings = following.shape == "title" and not (is_date(following.words) or _labels_figure(groups, below))
    headline = is_statement(group.words) or following.shape == "marker" or opens_headings
    return LEVEL_HEADLINE if headline else LEVEL_SUBHEAD


def mend_headings(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks without headings that only looked like them, and with page headings above the headings under them."""
    mended = _nest_under_statements(text, _drop_bare_headings(text, _drop_axis_labels(text, blocks)))
    return _level_enumerated(text, mended)


def _numbered_level(number: str, chapter: str | None, has_contents: bool) -> int:
    """The level of "2.1 Doelgroep"; where the table of contents knows no such chapter, "2. Doel" is a step of something."""
    depth = number.count(".") + 1
    if depth == 1 and has_contents and chapter != number:
        return LEVEL_SUBHEAD
    return {1: LEVEL_CHAPTER, 2: LEVEL_HEADLINE}.get(depth, LEVEL_SUBHEAD)


def _marker_before(groups: list[LineGroup], position: int) -> str:
    """The lone number or letter that stands right before a group, or nothing."""
    return groups[position - 1].words if position and groups[position - 1].shape == "marker" else ""


def _is_text(groups: list[LineGroup], position: int, following: LineGroup, chapters: Chapters) -> bool:
    """Whether a title is in truth text: what stands before it goes on in it, or it goes on in what follows."""
    said = last_said(groups, position, 2)
    words = groups[position].words
    goes_on = said and said[-1].words.endswith(":") and following.shape != "items" and not _ARTICLE.match(words)
    asked = said and _ASKED.fullmatch(said[-1].words)
    if goes_on or asked or _COUNTER.fullmatch(groups[position + 1].words):
        return True
    if following.shape == "body" and following.words[0].islower():
        return True
    if following.shape in ("marker", "title") and words.endswith("?") and _stands_on_card(said, chapters):
        return True
    between_numbered = said and read_numbered_title(said[-1].words) and read_numbered_title(following.words)
    return bool(between_numbered and not read_numbered_title(words)) or _labels_figure(groups, position)


def _stands_on_card(said: list[LineGroup], chapters: Chapters) -> bool:
    """Whether the last that was said is the title of a numbered card, and not of a chapter."""
    on_card = len(said) >= 2 and said[-1].shape == "title" and said[-2].shape == "marker"
    return on_card and chapters.get(fold_title(said[-1].words)) != said[-2].words.lstrip("0")


def _labels_figure(groups: list[LineGroup], position: int) -> bool:
    """Whether a title is the label of the key figure after it, and that figure has no label below it ("45%", "van de huizen")."""
    figure = next_said_at(groups, position)
    if figure is None or groups[figure].shape != "body" or not is_figure(groups[figure].words.splitlines()[0]):
        return False
    after = next_said(groups, figure)
    return after is None or not after.words[0].islower()


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


def _drop_bare_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Turns lines in a row that only looked like headings (a list of names without bullets) into paragraphs, but the first."""
    kept = list(blocks)
    row: list[int] = []
    for position, block in enumerate([*blocks, Block("paragraph", Span(0, 0))]):
        if block.form == "heading" and block.level == LEVEL_HEADLINE and not read_numbered_title(block.span.of(text)):
            row.append(position)
        elif block.form != "chrome":
            if len(row) >= FEWEST_BARE_LINES:
                for bare in row[1:]:
                    kept[bare] = Block("paragraph", blocks[bare].span)
            row = []
    return kept


def _nest_under_statements(text: str, blocks: list[Block]) -> list[Block]:
    """Puts the first heading under a page heading that is a sentence below it, whatever stands under that first heading."""
    kept = list(blocks)
    above: Block | None = None
    for position, block in enumerate(blocks):
        if block.form == "chrome":
            continue
        headline = block.form == "heading" and block.level == LEVEL_HEADLINE
        states = headline and is_statement(block.span.of(text))
        if headline and above and not states and not read_numbered_title(block.span.of(text)):
            kept[position] = Block("heading", block.span, LEVEL_SUBHEAD)
        above = block if states else None
    return kept


def _level_enumerated(text: str, blocks: list[Block]) -> list[Block]:
    """Gives headings that count the same thing ("Vraag 1", "Vraag 2") the highest level that one of them has."""
    nouns = [_ENUMERATED.match(block.span.of(text)) if block.form == "heading" else None for block in blocks]
    levels: dict[str, int] = {}
    for block, noun in zip(blocks, nouns, strict=True):
        if noun:
            levels[noun["noun"]] = min(block.level, levels.get(noun["noun"], block.level))
    return [
        replace(block, level=levels[noun["noun"]]) if noun and not is_date(block.span.of(text)) else block
        for block, noun in zip(blocks, nouns, strict=True)
    ]
