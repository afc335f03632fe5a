"""Finds lists whose items are headings: the headings below a heading, or those that a paragraph announces.

Lessons, measures and questions of a report are as often headings with a text under each as they are bullets.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Section, Span
from indexer.structure.sentences import split_sentences
from indexer.structure.titles import fold_title

FEWEST_HEADINGS = 3
FEWEST_ANNOUNCED = 2

# A title that stands this often in a document ("Planning", "Wie doet wat") is a field of a form, not an item.
FIELD_REPEATS = 3

# Where to ask for more stands among headings, but is none of what they list.
_MORE = re.compile(r"(meer (informatie|weten)|contact|vragen)\b.{0,20}", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r":[*_\s]*$|\b(hieronder|hiernaast|hierna|onderstaande?|de volgende (?!pagina)|navolgende)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Overview:
    """``introduction`` says what the ``items``, headings in order, are; ``section`` is where it stands."""

    section: Section
    introduction: Span
    items: tuple[Span, ...]


def find_overviews(text: str, sections: Sequence[Section]) -> Iterable[Overview]:
    """The overviews of a document. A heading whose headings have overviews of their own gives none."""
    titles = [fold_title(section.blocks[0].span.of(text)) if _level_of(section) else "" for section in sections]
    repeats = Counter(titles)
    listed: dict[int, list[int]] = {}
    for position in reversed(range(len(sections))):
        children = _find_children(sections, position)
        items = [child for child in children if repeats[titles[child]] < FIELD_REPEATS and not _MORE.fullmatch(titles[child])]
        if len(items) >= FEWEST_HEADINGS and not any(item in listed for item in items):
            listed[position] = items
    for position, section in enumerate(sections):
        if position in listed:
            yield Overview(section, section.blocks[0].span, _headings_at(sections, listed[position]))
        introduction = _find_announcement(text, section)
        announced = _find_siblings(sections, position) if introduction else []
        if introduction and len(announced) >= FEWEST_ANNOUNCED:
            yield Overview(section, introduction, _headings_at(sections, announced))


def _find_children(sections: Sequence[Section], position: int) -> list[int]:
    """The positions of the sections right under a heading: of the highest level there, up to the next of its own or above."""
    own = _level_of(sections[position])
    levels: dict[int, list[int]] = {}
    for below in range(position + 1, len(sections)) if own else ():
        if _level_of(sections[below]) <= own:
            break
        levels.setdefault(_level_of(sections[below]), []).append(below)
    return levels[min(levels)] if levels else []


def _find_siblings(sections: Sequence[Section], position: int) -> list[int]:
    """The positions of the sections after one, of its level, under the same heading."""
    own = _level_of(sections[position])
    siblings: list[int] = []
    for beside in range(position + 1, len(sections)) if own else ():
        if _level_of(sections[beside]) < own:
            break
        siblings += [beside] if _level_of(sections[beside]) == own else []
    return siblings


def _find_announcement(text: str, section: Section) -> Span | None:
    """The last sentence of a section where it announces what comes after it."""
    said = [block for block in section.blocks if block.form != "chrome"]
    if said[-1].form not in ("paragraph", "lead_in"):
        return None
    sentence = split_sentences(text, said[-1].span)[-1]
    return sentence if _ANNOUNCES.search(sentence.of(text)) else None


def _level_of(section: Section) -> int:
    """The level of a section's heading, 0 where it has none."""
    return section.blocks[0].level


def _headings_at(sections: Sequence[Section], positions: Sequence[int]) -> tuple[Span, ...]:
    return tuple(sections[position].blocks[0].span for position in positions)
