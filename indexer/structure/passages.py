"""Cuts sections into passages: what is searched and cited. A passage never cuts a sentence, a list or a list item.

Consecutive short paragraphs of a section are packed together; a long paragraph is cut between sentences; a list stays with
its lead-in; a numbered card is one passage; and a heading with three or more headings under it also gives an overview, a
list whose items are those headings.
"""

import re
from collections.abc import Iterable, Sequence

from corpus.types import Block, CanonicalText, Passage, PassageForm, Section, Span
from indexer.structure.blocks import LEVEL_CARD, LEVEL_HEADLINE
from indexer.structure.sentences import split_sentences, trim_span
from indexer.structure.titles import is_figure

# Characters. Sections of about 400 to 700 did best of what was measured on held-back questions (shared/design.md).
TARGET_LENGTH = 500
LONGEST_TEXT = 750

FEWEST_OVERVIEW_HEADINGS = 3

# A list whose span is longer than this is searched by its lead-in and items alone: the model reads some 2,000 characters.
LONGEST_SEARCHED = 1800


def cut_passages(canonical: CanonicalText, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """The passages of one document, by where they begin."""
    passages: list[Passage] = []
    for section in sections:
        passages.extend(_cut_section(canonical, section))
    passages.extend(_find_overviews(canonical, sections))
    return tuple(sorted(passages, key=lambda passage: (passage.span.begin, passage.span.end)))


def passage_to_search_text(passage: Passage, title: str, text: str) -> str:
    """What is embedded and matched for a passage: the document's title and the heading path, then its words.

    A list whose lead-in is the last sentence of a paragraph is searched with that whole paragraph: it says what the list is about.
    """
    words = passage.span.of(text)
    if passage.items and len(words) > LONGEST_SEARCHED:
        lead_in = Span(passage.span.begin, max(passage.span.begin, passage.items[0].begin))
        words = "\n".join(span.of(text).strip() for span in (lead_in, *passage.items))
    if passage.form == "list":
        words = _find_paragraph_before(passage.span.begin, text).of(text) + words
    return "\n".join((" > ".join(dict.fromkeys((title, *passage.path))), words))


def _find_paragraph_before(begin: int, text: str) -> Span:
    """What stands before an offset in the same paragraph."""
    blank = max(text.rfind("\n\n", 0, begin), text.rfind("\n \n", 0, begin))
    return Span(blank + 2, begin) if 0 <= blank < begin - 2 and text[blank + 2 : begin].strip() else Span(begin, begin)


def _cut_section(canonical: CanonicalText, section: Section) -> Iterable[Passage]:
    text = canonical.text
    heading = section.blocks[0].span if section.blocks[0].form == "heading" else None
    for run in _split_at_furniture(section.blocks):
        units = _group_units(text, run)
        for form, span, items in _pack_units(units):
            whole = span
            if heading and span.begin == units[0][1].begin and run[0].span.begin < span.begin and run[0].form == "heading":
                whole = Span(heading.begin, span.end)
            yield _make_passage(canonical, section, form, whole, items)


_Unit = tuple[PassageForm, Span, tuple[Span, ...]]


def _split_at_furniture(blocks: Sequence[Block]) -> Iterable[list[Block]]:
    """Runs of blocks without furniture between them, but a list is not parted from its lead-in by a page break."""
    run: list[Block] = []
    for position, block in enumerate(blocks):
        if block.form != "chrome":
            run.append(block)
            continue
        following = next((b.form for b in blocks[position + 1 :] if b.form != "chrome"), None)
        if run and not (following == "item" and run[-1].form in ("lead_in", "item")) and run[-1].form != "heading":
            yield run
            run = []
    if run:
        yield run


def _group_units(text: str, blocks: Sequence[Block]) -> list[_Unit]:
    """Sentences and short paragraphs, lists with their lead-in, tables: what packing may not cut."""
    units: list[_Unit] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        items = _items_after(blocks, position + 1)
        if block.form == "item":
            items = _items_after(blocks, position)
            units.append(("list", Span(items[0].begin, items[-1].end), items))
            position += len(items)
        elif block.form == "lead_in" and items:
            sentences = split_sentences(text, block.span)
            units += [("text", sentence, ()) for sentence in sentences[:-1]]
            units.append(("list", Span(sentences[-1].begin, items[-1].end), items))
            position += 1 + len(items)
        elif block.form == "lead_in" and position + 1 < len(blocks) and blocks[position + 1].form != "lead_in":
            following = blocks[position + 1]
            units.append(("table" if following.form == "table" else "text", Span(block.span.begin, following.span.end), ()))
            position += 2
        elif block.form == "heading":
            position += 1
        else:
            units += _paragraph_units(text, block)
            position += 1
    return units


def _items_after(blocks: Sequence[Block], position: int) -> tuple[Span, ...]:
    items = []
    for block in blocks[position:]:
        if block.form != "item":
            break
        items.append(block.span)
    return tuple(items)


def _paragraph_units(text: str, block: Block) -> list[_Unit]:
    if block.form == "table":
        return [("table", block.span, ())]
    if block.span.end - block.span.begin <= LONGEST_TEXT:
        return [("text", block.span, ())]
    return [("text", sentence, ()) for sentence in split_sentences(text, block.span)]


def _pack_units(units: Sequence[_Unit]) -> Iterable[_Unit]:
    """Text units joined up to the target length; lists and tables as they are."""
    packed: Span | None = None
    for form, span, items in units:
        length = span.end - packed.begin if packed else 0
        if packed and (form != "text" or length > LONGEST_TEXT or packed.end - packed.begin >= TARGET_LENGTH):
            yield ("text", packed, ())
            packed = None
        if form != "text":
            yield (form, span, items)
        else:
            packed = Span(packed.begin, span.end) if packed else span
    if packed:
        yield ("text", packed, ())


def _find_overviews(canonical: CanonicalText, sections: Sequence[Section]) -> Iterable[Passage]:
    for position, section in enumerate(sections):
        heading = section.blocks[0]
        if heading.form != "heading" or heading.level < LEVEL_HEADLINE:
            continue
        below = []
        for other in sections[position + 1 :]:
            if other.blocks[0].level <= heading.level:
                break
            below.append(other)
        if not below:
            continue
        level = min(other.blocks[0].level for other in below)
        children = [other for other in below if other.blocks[0].level == level]
        if len(children) >= FEWEST_OVERVIEW_HEADINGS:
            items = tuple(child.blocks[0].span for child in children)
            yield _make_passage(canonical, section, "overview", Span(heading.span.begin, items[-1].end), items)


def _make_passage(
    canonical: CanonicalText,
    section: Section,
    form: PassageForm,
    span: Span,
    items: tuple[Span, ...],
    *,
    overview: bool = False,
) -> Passage:
    card = form == "text" and section.blocks[0].level == LEVEL_CARD
    return Passage(
        id=f"{canonical.document_id}#t{span.begin}-{span.end}",
        document_id=canonical.document_id,
        kind=section.kind,
        path=section.path,
        span=span,
        form="card" if card else form,
        page=canonical.page_at(span.begin),
        items=items,
        sentences=_find_sentences(canonical.text, form, span, items),
    )


def _find_sentences(text: str, form: PassageForm, span: Span, items: tuple[Span, ...]) -> tuple[Span, ...]:
    if form == "table":
        rows = re.finditer(r"[^\n]*\S[^\n]*", span.of(text))
        return tuple(trim_span(text, Span(span.begin + row.start(), span.begin + row.end())) for row in rows)
    if form == "overview":
        return split_sentences(text, Span(span.begin, items[0].begin))[:1]
    if items:
        introduction = split_sentences(text, Span(span.begin, items[0].begin))
        # Markdown and HTML items stand behind their bullet, which is no sentence.
        return (*(sentence for sentence in introduction if any(letter.isalnum() for letter in sentence.of(text))), *items)
    return _join_labels(text, split_sentences(text, span))


def _join_labels(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences, with a label joined to what it announces: "Gemeenten:", or the words above a key figure, are no answer."""
    joined: list[Span] = []
    for sentence in sentences:
        if joined and (joined[-1].of(text).rstrip("*_ ").endswith(":") or is_figure(sentence.of(text))):
            sentence = Span(joined.pop().begin, sentence.end)
        joined.append(sentence)
    return tuple(joined)
