"""Joins blocks into sections: a heading path, what stands under it, and the kind of document that it counts as."""

import re
from collections.abc import Sequence

from corpus.types import Block, CanonicalText, Document, Part, Section, Span


def find_sections(document: Document, canonical: CanonicalText, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections in order. Text before the first heading forms one with an empty path.

    ``section.blocks[0]`` is the section's own heading where it has one; furniture is kept as blocks of form "chrome".
    """
    parts = _find_parts(document.parts, canonical.text, blocks)
    sections: list[Section] = []
    open_headings: list[Block] = []
    collected: list[Block] = []

    def close() -> None:
        if any(block.form != "chrome" for block in collected):
            span = Span(collected[0].span.begin, collected[-1].span.end)
            path = tuple(clean_heading(heading.span.of(canonical.text)) for heading in open_headings)
            kind = next((part.kind for part, stretch in parts if stretch.contains(span)), document.kind)
            sections.append(Section(document.id, kind, _without_repeats(path), span, tuple(collected)))

    for block in blocks:
        if block.form == "heading":
            close()
            collected = []
            open_headings = [heading for heading in open_headings if heading.level < block.level] + [block]
        collected.append(block)
    close()
    return tuple(sections)


def find_missing_parts(document: Document, canonical: CanonicalText, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The parts of the manifest whose heading does not stand in the document."""
    found = {part for part, _ in _find_parts(document.parts, canonical.text, blocks)}
    return tuple(part for part in document.parts if part not in found)


def clean_heading(words: str) -> str:
    """A heading on one line, without emphasis, footnote marks and hyphenation; for showing, not for quoting."""
    line = re.sub(r"\s+", " ", words.replace("**", "")).strip(" *_#:")
    line = line.rstrip("¹²³⁴⁵⁶⁷⁸⁹*").strip()
    return re.sub(r"(?<=[a-zà-ÿ]{4})- (?=[a-zà-ÿ]{3})", "", line)


def _find_parts(parts: Sequence[Part], text: str, blocks: Sequence[Block]) -> list[tuple[Part, Span]]:
    """Each part with its stretch: from its heading (the highest of that name) to the next heading of that level or above."""
    headings = [block for block in blocks if block.form == "heading"]
    found = []
    for part in parts:
        named = [heading for heading in headings if _fold(heading.span.of(text)) == _fold(part.heading)]
        if named:
            heading = min(named, key=lambda block: block.level)
            after = [
                other.span.begin for other in headings if other.span.begin > heading.span.begin and other.level <= heading.level
            ]
            found.append((part, Span(heading.span.begin, after[0] if after else len(text))))
    return found


def _fold(words: str) -> str:
    return clean_heading(words).lower()


def _without_repeats(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(title for position, title in enumerate(path) if position == 0 or title.lower() != path[position - 1].lower())
