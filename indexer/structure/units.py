"""Groups the blocks of a section into units that are never cut (sentences, lists with their lead-in, tables) and packs them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Block, PassageForm, Span
from indexer.structure.sentences import split_sentences
from indexer.structure.titles import is_footnote

# Characters. Sections of about 400 to 700 did best of what was measured on held-back questions (shared/design.md).
TARGET_LENGTH = 500
LONGEST_TEXT = 750

# A card is one thing, so it is cut only when it is long for an answer.
LONGEST_CARD = 1500

_CAPTION = re.compile(r"(tabel|overzicht|figuur)\b.{0,150}", re.IGNORECASE)
_NUMBERED_ITEM = re.compile(r"(\d{1,2}|[a-z])[.)]\s")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that stays whole, with the list items in it."""

    form: PassageForm
    span: Span
    items: tuple[Span, ...] = ()


def split_runs(text: str, blocks: Sequence[Block], *, is_card: bool) -> Iterable[list[Block]]:
    """The blocks in runs without furniture between them; a footnote is a run of its own.

    Furniture parts neither a heading from its text, nor a list from its lead-in, nor what is on one card.
    """
    run: list[Block] = []
    for position, block in enumerate(blocks):
        if block.form != "chrome":
            parted = block.form == "paragraph" and is_footnote(block.span.of(text)) and _holds_text(run)
            if parted or (run and run[-1].form == "paragraph" and is_footnote(run[-1].span.of(text))):
                yield run
                run = []
            run.append(block)
            continue
        following = next((b.form for b in blocks[position + 1 :] if b.form != "chrome"), None)
        in_list = run and (run[-1].form == "lead_in" or (run[-1].form == following == "item"))
        if _holds_text(run) and not in_list and not is_card:
            yield run
            run = []
    if run:
        yield run


def pack_blocks(text: str, blocks: Sequence[Block], *, is_card: bool) -> list[Unit]:
    """The units of a run, short texts joined up to the target length; lists and tables as they are."""
    longest, target = (LONGEST_CARD, LONGEST_CARD) if is_card else (LONGEST_TEXT, TARGET_LENGTH)
    units: list[Unit] = []
    for unit in _group_blocks(text, blocks):
        last = units[-1] if units else None
        if last and last.form == unit.form == "text" and _fits(last.span, unit.span, longest, target):
            units[-1] = Unit("text", Span(last.span.begin, unit.span.end))
        else:
            units.append(unit)
    return units


def _fits(packed: Span, span: Span, longest: int, target: int) -> bool:
    return packed.end - packed.begin < target and span.end - packed.begin <= longest


def _holds_text(run: Sequence[Block]) -> bool:
    return any(block.form != "heading" for block in run)


def _group_blocks(text: str, blocks: Sequence[Block]) -> Iterable[Unit]:
    position = 0
    while position < len(blocks):
        block = blocks[position]
        own = items_from(text, blocks, position)
        items = own or (items_from(text, blocks, position + 1) if block.form in ("lead_in", "paragraph") else ())
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        if block.form == "heading":
            position += 1
        elif items:
            yield from _list_units(text, block, items, has_lead_in=not own)
            position += len(items) + (not own)
        elif following and following.form not in ("lead_in", "item") and _introduces(text, block, following):
            yield Unit("table" if following.form == "table" else "text", Span(block.span.begin, following.span.end))
            position += 2
        else:
            yield from _paragraph_units(text, block)
            position += 1


def items_from(text: str, blocks: Sequence[Block], position: int) -> tuple[Span, ...]:
    """The items of the list that begins here: up to where the items end, or begin to count anew after a blank line."""
    items: list[Span] = []
    for block in blocks[position:]:
        if block.form != "item" or (items and _counts_anew(text, items[-1], block.span)):
            break
        items.append(block.span)
    return tuple(items)


def _counts_anew(text: str, before: Span, item: Span) -> bool:
    """Whether "1." follows "3." after a blank line: the next article, not the next item."""
    last, first = _NUMBERED_ITEM.match(before.of(text)), _NUMBERED_ITEM.match(item.of(text))
    parted = text[before.end : item.begin].count("\n") >= 2
    return bool(parted and last and first and first[1] == "1" and last[1].isdigit() and last[1] != "1")


def _list_units(text: str, block: Block, items: tuple[Span, ...], *, has_lead_in: bool) -> Iterable[Unit]:
    """A list with the last sentence of what stands before it, and the sentences before that one."""
    if not has_lead_in:
        yield Unit("list", Span(items[0].begin, items[-1].end), items)
        return
    sentences = split_sentences(text, block.span)
    yield from (Unit("text", sentence) for sentence in sentences[:-1])
    yield Unit("list", Span(sentences[-1].begin, items[-1].end), items)


def _introduces(text: str, block: Block, following: Block) -> bool:
    """Whether a paragraph announces the one block after it, or is the caption of a table."""
    caption = following.form == "table" and _CAPTION.fullmatch(block.span.of(text))
    return block.form == "lead_in" or (block.form == "paragraph" and bool(caption))


def _paragraph_units(text: str, block: Block) -> Iterable[Unit]:
    if block.form == "table":
        yield Unit("table", block.span)
    elif block.span.end - block.span.begin <= LONGEST_TEXT:
        yield Unit("text", block.span)
    else:
        yield from (Unit("text", sentence) for sentence in split_sentences(text, block.span))
