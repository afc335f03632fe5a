"""Cuts sections into passages: what is searched and cited. A passage never cuts a sentence, a list or a list item.

Consecutive short paragraphs of a section are packed together; a long paragraph is cut between sentences; a list stays with
its lead-in, also where a heading stands between; a numbered card and a month of a timeline are one passage.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Block, CanonicalText, Passage, PassageForm, Section, Span
from indexer.structure.headings import LEVEL_CARD
from indexer.structure.overviews import Overview, find_overviews
from indexer.structure.sentences import split_records, split_sentences, trim_span
from indexer.structure.titles import is_figure, is_footnote
from indexer.structure.units import Unit, pack_blocks, split_runs


def cut_passages(canonical: CanonicalText, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """The passages of one document, by where they begin."""
    passages: list[Passage] = []
    for section in _carry_lead_ins(canonical.text, sections):
        passages.extend(_cut_section(canonical, section))
    passages.extend(_overview_to_passage(canonical, overview) for overview in find_overviews(canonical.text, sections))
    return tuple(sorted(passages, key=lambda passage: (passage.span.begin, passage.span.end)))


def passage_to_search_text(passage: Passage, title: str, text: str) -> str:
    """What is embedded and matched for a passage: the document's title and the heading path, then its words without furniture.

    Of a document without a title and a passage without headings there is nothing above the words.
    A list whose lead-in is the last sentence of a paragraph is searched with that whole paragraph: it says what the list is about.
    """
    said = sorted({*passage.sentences, *passage.items}, key=lambda span: span.begin)
    gaps = [text[before.end : after.begin] for before, after in pairwise(said)]
    # Between what is said stand white space, bullets and furniture, or in an overview the text under its headings.
    joints = ["", *(gap if gap.isspace() else "\n" for gap in gaps)]
    words = "".join(joint + span.of(text) for joint, span in zip(joints, said, strict=True))
    if passage.form in ("list", "overview"):
        words = _find_paragraph_before(passage.span.begin, text).of(text) + words
    headings = " > ".join(part for part in dict.fromkeys((title, *passage.path)) if part)
    return f"{headings}\n{words}" if headings else words


def _find_paragraph_before(begin: int, text: str) -> Span:
    """What stands before an offset in the same paragraph."""
    blank = max(text.rfind("\n\n", 0, begin), text.rfind("\n \n", 0, begin))
    return Span(blank + 2, begin) if 0 <= blank < begin - 2 and text[blank + 2 : begin].strip() else Span(begin, begin)


def _carry_lead_ins(text: str, sections: Sequence[Section]) -> list[Section]:
    """The sections, with a lead-in that ends one of them moved to the list under the next heading, unless more headings follow."""
    carried = list(sections)
    for position in range(len(carried) - 1):
        before, after = carried[position], carried[position + 1]
        last = before.blocks[-1]
        heading, *below = (block for block in after.blocks if block.form != "chrome")
        listed = heading.form == "heading" and below and below[0].form == "item"
        more = position + 2 < len(carried) and carried[position + 2].blocks[0].level == heading.level
        if (
            not listed
            or more
            or last.form not in ("paragraph", "lead_in")
            or not last.span.of(text).rstrip("*_ ").endswith(":")
        ):
            continue
        *kept, lead_in = split_sentences(text, last.span)
        rest = [Block("paragraph", Span(kept[0].begin, kept[-1].end))] if kept else []
        carried[position] = replace(before, blocks=(*before.blocks[:-1], *rest))
        carried[position + 1] = replace(after, blocks=(heading, Block("lead_in", lead_in), *after.blocks[1:]))
    return carried


def _cut_section(canonical: CanonicalText, section: Section) -> Iterable[Passage]:
    heading = section.blocks[0] if section.blocks and section.blocks[0].form == "heading" else None
    is_card = heading is not None and heading.level == LEVEL_CARD
    for run in split_runs(canonical.text, section.blocks, is_card=is_card):
        for number, unit in enumerate(pack_blocks(canonical.text, run, is_card=is_card)):
            under_heading = number == 0 and run[0] == heading and heading.span.begin < unit.span.begin
            begin = run[0].span.begin if under_heading else unit.span.begin
            whole = replace(unit, span=Span(begin, unit.span.end))
            yield _unit_to_passage(canonical, section, whole, is_card=is_card)


def _unit_to_passage(canonical: CanonicalText, section: Section, unit: Unit, *, is_card: bool) -> Passage:
    text = canonical.text
    blocks = [block.span for block in section.blocks if block.form != "chrome" and block.span.overlaps(unit.span)]
    said = [Span(max(span.begin, unit.span.begin), min(span.end, unit.span.end)) for span in blocks]
    sentences = _find_sentences(text, unit, sorted(said, key=lambda span: span.begin))
    form: PassageForm = "card" if is_card and unit.form == "text" else unit.form
    # A note is of the page, not of the last heading on it.
    path = section.path[:-1] if is_footnote(unit.span.of(text)) else section.path
    return _make_passage(canonical, replace(section, path=path), form, unit.span, unit.items, sentences)


def _overview_to_passage(canonical: CanonicalText, overview: Overview) -> Passage:
    span = Span(overview.introduction.begin, overview.items[-1].end)
    introduction = split_sentences(canonical.text, overview.introduction)[:1]
    return _make_passage(canonical, overview.section, "overview", span, overview.items, introduction)


def _make_passage(
    canonical: CanonicalText,
    section: Section,
    form: PassageForm,
    span: Span,
    items: tuple[Span, ...],
    sentences: tuple[Span, ...],
) -> Passage:
    return Passage(
        id=f"{canonical.document_id}#t{span.begin}-{span.end}",
        document_id=canonical.document_id,
        kind=section.kind,
        path=section.path,
        span=span,
        form=form,
        page=canonical.page_at(span.begin),
        items=items,
        sentences=sentences,
    )


def _find_sentences(text: str, unit: Unit, said: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences, items or rows of a unit, from the stretches of it that are said: furniture between them is left out."""
    if unit.form == "table":
        rows = [(span, row) for span in said for row in re.finditer(r"\S[^\n]*+", span.of(text))]
        return tuple(trim_span(text, Span(span.begin + row.start(), span.begin + row.end())) for span, row in rows)
    items = set(unit.items)
    prose = [span for span in said if span not in items]
    sentences = [
        record for span in prose for sentence in split_sentences(text, span) for record in split_records(text, sentence)
    ]
    if not unit.items:
        return _join_labels(text, sentences)
    # Markdown and HTML items stand behind their bullet, which is no sentence.
    return (*sentences, *unit.items)


def _join_labels(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences, with a label joined to what it announces: "Gemeenten:", or the words above a key figure, are no answer."""
    joined: list[Span] = []
    for sentence in sentences:
        if joined and (joined[-1].of(text).rstrip("*_ ").endswith(":") or is_figure(sentence.of(text))):
            sentence = Span(joined.pop().begin, sentence.end)
        joined.append(sentence)
    return tuple(joined)
