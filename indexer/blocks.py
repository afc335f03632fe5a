"""Finds the structure of a plain text: headings with their level, paragraphs, list items with their lead-in, tables, furniture.

A plain text says nothing of its structure, so it is inferred from shape: blank lines, bullets, lone numbers before a title,
lines without a full stop that something stands under, and the table of contents where there is one.
"""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.types import Block, BlockForm, Span
from indexer.furniture import is_contents_title, is_furniture, read_contents_line
from indexer.sentences import trim_span

LEVEL_CHAPTER, LEVEL_ANNEX, LEVEL_HEADLINE, LEVEL_SUBHEAD, LEVEL_CARD = 1, 2, 3, 4, 5

LONGEST_HEADING = 170  # characters; the report's two-line page headings are up to 160
LONGEST_CARD_TITLE = 80
SHORTEST_HEADLINE = 60

_BULLET = re.compile(r"[ \t]*([-•*–·▪◦‣]|\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_EMPHASIS = "*_ \t"
_MARKER = re.compile(r"\d{1,2}|[A-Z]")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE_HEADING = re.compile(
    rf"((({_MONTHS})|(eerste|tweede|derde|vierde) kwartaal|q[1-4])\W*)+(\d{{4}})?|\d{{4}}", re.IGNORECASE
)
_FIGURE_LINE = re.compile(r"[\d.,\s]+[%KM]?|(meet|peil)datum\b.*", re.IGNORECASE)
# A page heading that is a whole sentence has a finite verb; these are the frequent ones that are not also nouns.
_FINITE_VERB = re.compile(
    r"\b(is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|moet|moeten|zal|zullen|geeft|geven|helpt|helpen"
    r"|leidt|leiden|draagt|dragen|richt|richten|ondersteunen|ondersteunt|laat|laten|doorlopen|toont|tonen|blijkt|blijken|vraagt)\b",
    re.IGNORECASE,
)

GroupShape = Literal["furniture", "items", "table", "marker", "title", "body"]


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines between two blank lines; ``title`` may be a heading, depending on what follows."""

    shape: GroupShape
    span: Span
    words: str


def find_blocks(text: str, language: str = "nl") -> tuple[Block, ...]:
    """The blocks of a plain text, in order and without overlap; blocks of form "chrome" are not part of what is said."""
    contents, contents_span = _read_contents(text)
    groups = [_shape_group(text, span, language, contents_span) for span in _split_groups(text, language)]
    chapters = {_fold(title): number for number, title in contents}
    numbers = {number for number, _ in contents if number}
    blocks: list[Block] = []
    for position in range(len(groups)):
        blocks.extend(_group_to_blocks(text, groups, position, chapters, numbers))
    return _mark_lead_ins(text, _drop_axis_labels(text, blocks))


def is_figure_line(words: str) -> bool:
    """Whether a line holds a lone number or measuring date: the figure that belongs to the label above it."""
    return bool(_FIGURE_LINE.fullmatch(words.strip()))


def _split_groups(text: str, language: str) -> list[Span]:
    """The stretches between blank lines; a line of furniture inside one (a cookie button under a list) stands by itself."""
    spans: list[Span] = []
    for match in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text):
        group = trim_span(text, Span(match.start(), match.end()))
        if is_furniture(group.of(text), language):
            spans.append(group)
            continue
        begin = group.begin
        for line in re.finditer(r"[^\n]+", group.of(text)):
            span = Span(group.begin + line.start(), group.begin + line.end())
            if "\t" not in line.group() and is_furniture(span.of(text), language) and not _MARKER.fullmatch(span.of(text)):
                spans += [part for part in (trim_span(text, Span(begin, span.begin)),) if part.begin < part.end]
                spans.append(trim_span(text, span))
                begin = span.end
        spans += [part for part in (trim_span(text, Span(begin, group.end)),) if part.begin < part.end]
    return [span for span in spans if span.begin < span.end]


def _read_contents(text: str) -> tuple[list[tuple[str, str]], Span]:
    """The chapters in the table of contents as (number, title), and the stretch that the table takes."""
    chapters: list[tuple[str, str]] = []
    begin = end = 0
    for line in re.finditer(r"[^\n]+", text):
        if not begin and is_contents_title(line.group()):
            begin, end = line.start(), line.end()
        elif begin and (chapter := read_contents_line(line.group())):
            chapters.append(chapter)
            end = line.end()
        elif begin and chapters and re.match(r"\s*(<|\t)", line.group()):
            end = line.end()
        elif begin and len(chapters) >= 2:
            break
    return (chapters, Span(begin, end)) if len(chapters) >= 2 else ([], Span(0, 0))


def _shape_group(text: str, span: Span, language: str, contents: Span) -> _Group:
    words = span.of(text)
    return _Group("furniture" if contents.overlaps(span) else _shape_of(words, language), span, words)


def _shape_of(words: str, language: str) -> GroupShape:
    lines = words.splitlines()
    if _MARKER.fullmatch(words):
        return "marker"
    if is_furniture(words, language):
        return "furniture"
    if _BULLET.match(words) and not (len(lines) == 1 and words.startswith("*") and words.endswith("*")):
        return "items"
    if sum(line.count("\t") for line in lines) >= max(1, len(lines) // 2):
        return "table"
    return "title" if _looks_like_title(words, lines) else "body"


def _looks_like_title(words: str, lines: list[str]) -> bool:
    if len(lines) > 1:
        return words.startswith("**") and words.endswith("**") and len(words) <= LONGEST_HEADING
    bare = words.strip(_EMPHASIS)
    return (
        3 <= len(bare) <= LONGEST_HEADING
        and not bare.endswith((".", ";", ",", ":", "…"))
        and not _FIGURE_LINE.fullmatch(bare)
        and bare[0] not in '*<[“"=•'
        and not (bare.startswith("(") and bare.endswith(")"))
        and not bare[0].islower()
        and not re.search(r"[.!?]\s+[A-Z]", bare)
    ) or bool(_DATE_HEADING.fullmatch(bare))


def _group_to_blocks(
    text: str, groups: list[_Group], position: int, chapters: dict[str, str], numbers: set[str]
) -> list[Block]:
    group = groups[position]
    if group.shape in ("furniture", "marker"):
        return [Block("chrome", group.span)]
    if group.shape == "items":
        return [Block("item", span) for span in _split_items(text, group.span)]
    if group.shape == "table":
        return [Block("table", group.span)]
    if group.shape == "title" and (level := _heading_level(groups, position, chapters, numbers)):
        return [Block("heading", group.span, level)]
    return [Block("paragraph", group.span)]


def _heading_level(groups: list[_Group], position: int, chapters: dict[str, str], numbers: set[str]) -> int:
    """The level of a title, or 0 when it is no heading because nothing stands under it."""
    group = groups[position]
    following = next((g for g in groups[position + 1 :] if g.shape != "furniture"), None)
    previous = groups[position - 1] if position else None
    marker = previous.words if previous and previous.shape == "marker" else ""
    if following is None or _is_under_a_title(groups, position, following):
        return 0
    if marker and (chapters.get(_fold(group.words)) == marker or (not chapters and marker in numbers)):
        return LEVEL_CHAPTER
    if marker.isalpha():
        return LEVEL_ANNEX
    if marker and len(group.words) <= LONGEST_CARD_TITLE:
        return LEVEL_CARD
    if _DATE_HEADING.fullmatch(group.words):
        return LEVEL_CARD
    opens_cards = following.shape == "marker"
    opens_headings = following.shape == "title" and not _DATE_HEADING.fullmatch(following.words)
    sentence = len(group.words) >= SHORTEST_HEADLINE and bool(_FINITE_VERB.search(group.words))
    return LEVEL_HEADLINE if sentence or opens_cards or opens_headings else LEVEL_SUBHEAD


def _is_under_a_title(groups: list[_Group], position: int, following: _Group) -> bool:
    """Whether a title is in truth the text under what stands before it, or the label of a figure after it."""
    said = [group for group in groups[:position] if group.shape != "furniture"]
    if said and said[-1].words.endswith(":"):
        return True
    under_card = len(said) >= 2 and said[-1].shape == "title" and said[-2].shape == "marker"
    question_under_card = under_card and following.shape == "marker" and groups[position].words.endswith("?")
    return question_under_card or (following.shape == "body" and bool(_FIGURE_LINE.fullmatch(following.words.splitlines()[0])))


def _split_items(text: str, span: Span) -> list[Span]:
    """One span an item; a line without a bullet goes on with the item before it."""
    begins: list[int] = []
    for line in re.finditer(r"[^\n]+", span.of(text)):
        if not begins or _BULLET.match(line.group()):
            begins.append(span.begin + line.start())
    ends = [*begins[1:], span.end]
    return [trim_span(text, Span(begin, end)) for begin, end in zip(begins, ends, strict=True)]


def _drop_axis_labels(text: str, blocks: list[Block]) -> list[Block]:
    """Turns the labels of a drawn timeline into furniture: date headings in a row, with nothing under them.

    The last of a row has text under it. It is a label too when three or more stand in the row and its words stand elsewhere
    as a heading of their own: then the text belongs to the heading before the row.
    """
    words = [_fold(block.span.of(text)) if block.form == "heading" else "" for block in blocks]
    dated = [bool(fold) and bool(_DATE_HEADING.fullmatch(fold)) for fold in words]
    spoken = [position for position, block in enumerate(blocks) if block.form != "chrome"]
    labels: set[int] = set()
    row: list[int] = []
    for position in spoken:
        if dated[position]:
            row.append(position)
            continue
        labels.update(row if len(row) >= 3 and words.count(words[row[-1]]) > 1 else row[:-1])
        row = []
    return [Block("chrome", block.span) if position in labels else block for position, block in enumerate(blocks)]


def _mark_lead_ins(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Gives the form "lead_in" to a paragraph that items follow, or that ends with a colon."""
    marked = list(blocks)
    for position, block in enumerate(marked):
        following = next((b.form for b in marked[position + 1 :] if b.form != "chrome"), None)
        opens = following == "item" or (
            block.span.of(text).rstrip(_EMPHASIS).endswith(":") and following in ("paragraph", "table")
        )
        if block.form == "paragraph" and opens:
            form: BlockForm = "lead_in"
            marked[position] = Block(form, block.span)
    return tuple(marked)


def _fold(words: str) -> str:
    """A title without emphasis, line breaks, hyphenation, kinds of dash and capitals: what two spellings of it share."""
    dashed = re.sub(r"\s+", " ", re.sub("[–—]", "-", words.strip(_EMPHASIS)))
    return re.sub(r"(?<=\w)- (?=[^\W\d_]{3})", "", dashed).lower()
