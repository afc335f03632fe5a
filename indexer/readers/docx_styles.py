"""Says what a paragraph of a Word document is by its style: a heading and of what level, an item and how deep in its list."""

import re
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as XmlElement
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])", re.I)
_TITLE = re.compile(r"(?:title|titel)", re.I)
_CONTENTS = re.compile(r"(?:toc|inhopg)\s*\d", re.I)
_LIST = re.compile(r"(?:list|lijst|opsomming).*", re.I)
_PLAIN_LIST = re.compile(r"list ?paragraph|lijstalinea", re.I)
"""Only an indent: Word gives it to items, but also to what stands between them."""

_OUTLINE_LEVELS = 9
"""Word counts headings 0 to 8 and marks body text with 9."""

_NUMBER = re.compile(r"[0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's style with every style that it is based on, nearest first: their names and ids, and what they state."""

    names: list[str]
    elements: list[XmlElement]


class Styles:
    """The styles of a document. Each is looked up once: the library goes through all of them for every paragraph."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._known: dict[str | None, Style] = {}

    def of(self, element: XmlElement) -> Style:
        """The style of a paragraph."""
        if element.style not in self._known:
            found: dict[str, ParagraphStyle] = {}
            style = Paragraph(element, self._document).style
            while style is not None and style.style_id not in found:
                found[style.style_id] = style
                style = style.base_style
            names = [name for key, one in found.items() for name in (one.name or "", key)]
            self._known[element.style] = Style(names, [one.element for one in found.values()])
        return self._known[element.style]


def find_heading_level(element: XmlElement, style: Style) -> int:
    """The depth of a heading, 0 for anything else: by the style's name in English or Dutch, else by its outline level."""
    for name in style.names:
        if found := _HEADING.fullmatch(name):
            return int(found[1])
        if _TITLE.fullmatch(name):
            return 1
    level = read_number(_first_property(element, style, "w:outlineLvl"), _OUTLINE_LEVELS)
    return level + 1 if level < _OUTLINE_LEVELS else 0


def is_contents(style: Style) -> bool:
    """Whether a paragraph of this style is a line of a table of contents."""
    return any(_CONTENTS.fullmatch(name) for name in style.names)


def find_list_depth(element: XmlElement, style: Style) -> int | None:
    """How deep an item stands in its list, 0 the outermost; None where the paragraph is no item."""
    numbering = _first_property(element, style, "w:numPr")
    number = numbering.find(qn("w:numId")) if numbering is not None else None
    if number is not None and number.get(qn("w:val")) == "0":
        return None
    depth = numbering.find(qn("w:ilvl")) if numbering is not None else None
    if depth is not None:
        return read_number(depth, 0)
    listed = next((name for name in style.names if _LIST.fullmatch(name) and not _PLAIN_LIST.match(name)), None)
    if listed is None:
        return 0 if numbering is not None else None
    trailing = re.search(r"\s([2-9])$", listed)
    return int(trailing[1]) - 1 if trailing else 0


def _first_property(element: XmlElement, style: Style, name: str) -> XmlElement | None:
    """A property of the paragraph itself, else of its style, else of the style that is based on."""
    holders = [element.pPr, *style.elements] if element.pPr is not None else style.elements
    return next((found for holder in holders if (found := next(holder.iter(qn(name)), None)) is not None), None)


def read_number(element: XmlElement | None, otherwise: int) -> int:
    """The number that an element states, else the one for where it states none or there is no such element."""
    stated = "" if element is None else element.get(qn("w:val"), "").strip()
    return int(stated) if _NUMBER.fullmatch(stated) else otherwise
