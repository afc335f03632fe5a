"""Reads Word documents: headings, lists and tables as the styles state them, in the order of the body."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as XmlElement
from docx.text.paragraph import Paragraph

from corpus.types import CanonicalText
from indexer.canonical import Piece, assemble_text, clean_line, clean_run
from indexer.readers.content import ContentError

_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])", re.I)
_TITLE = re.compile(r"(?:title|titel)", re.I)
_CONTENTS = re.compile(r"(?:toc|inhopg)\s*\d", re.I)
_LIST = re.compile(r"(?:list|lijst|opsomming).*", re.I)
_PLAIN_LIST = re.compile(r"list ?paragraph|lijstalinea", re.I)
"""Only an indent: Word gives it to items, but also to what stands between them."""

_OUTLINE_LEVELS = 9
"""Word counts headings 0 to 8 and marks body text with 9."""

_MOST_UNPACKED_BYTES = 1_000_000_000
"""Far above any real document; more is a file made to exhaust memory."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WITHOUT_TEXT = frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), _COMPATIBILITY})
"""Properties, what a tracked change took away, second copies for old programs, and text boxes (read after their paragraph)."""


def read_docx(raw: bytes, document_id: str) -> CanonicalText:
    """The body of the document. Raises ContentError for a damaged file or one without text."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MOST_UNPACKED_BYTES:
                raise ContentError("het Word-document is uitgepakt onwaarschijnlijk groot. Sla het opnieuw op in Word.")
        document = docx.Document(io.BytesIO(raw))
        pieces = list(_pieces_of(document.element.body, document))
    except ContentError:
        raise
    except Exception as fault:  # the library lets many kinds of error through for damaged parts
        raise ContentError("het Word-document is beschadigd. Open het in Word, sla het opnieuw op en lever dat aan.") from fault
    canonical = assemble_text(document_id, pieces)
    if not canonical.text:
        raise ContentError("het Word-document bevat geen tekst. Lever een document met tekst aan.")
    return canonical


def _pieces_of(parent: XmlElement, document: WordDocument) -> Iterator[Piece]:
    for element in parent:
        if element.tag == qn("w:p"):
            yield _paragraph_to_piece(element, document)
            for box in element.iter(qn("w:txbxContent")):
                if next(box.iterancestors(_COMPATIBILITY), None) is None:
                    yield from _pieces_of(box, document)
        elif element.tag == qn("w:tbl"):
            yield from _table_to_pieces(element, document)
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml")}:
            yield from _pieces_of(element, document)


def _paragraph_to_piece(element: XmlElement, document: WordDocument) -> Piece:
    paragraph = Paragraph(element, document)
    names = _style_names(paragraph)
    text = _text_of(element)
    level = _heading_level(paragraph, names)
    if level:
        return Piece("heading", clean_line(text), level)
    if any(_CONTENTS.fullmatch(name) for name in names):
        return Piece("chrome", clean_line(text))
    depth = _list_depth(paragraph, names)
    if depth is not None:
        return Piece("item", clean_line(text), marker="  " * depth + "- ")
    return Piece("paragraph", clean_run(text))


def _style_names(paragraph: Paragraph) -> list[str]:
    """The names and ids of the paragraph's style and of every style that it is based on, nearest first."""
    names: list[str] = []
    style = paragraph.style
    while style is not None and style.style_id not in names:
        names += [style.name or "", style.style_id]
        style = style.base_style
    return names


def _heading_level(paragraph: Paragraph, names: list[str]) -> int:
    """The depth of a heading, 0 for anything else: by the style's name in English or Dutch, else by its outline level."""
    for name in names:
        if found := _HEADING.fullmatch(name):
            return int(found[1])
        if _TITLE.fullmatch(name):
            return 1
    outline = _first_property(paragraph, "w:outlineLvl")
    level = int(outline.get(qn("w:val"), _OUTLINE_LEVELS)) if outline is not None else _OUTLINE_LEVELS
    return level + 1 if level < _OUTLINE_LEVELS else 0


def _list_depth(paragraph: Paragraph, names: list[str]) -> int | None:
    """How deep an item stands in its list, 0 the outermost; None where the paragraph is no item."""
    numbering = _first_property(paragraph, "w:numPr")
    number = numbering.find(qn("w:numId")) if numbering is not None else None
    if number is not None and number.get(qn("w:val")) == "0":
        return None
    depth = numbering.find(qn("w:ilvl")) if numbering is not None else None
    if depth is not None:
        return int(depth.get(qn("w:val"), "0"))
    listed = next((name for name in names if _LIST.fullmatch(name) and not _PLAIN_LIST.match(name)), None)
    if listed is None:
        return 0 if numbering is not None else None
    trailing = re.search(r"\s([2-9])$", listed)
    return int(trailing[1]) - 1 if trailing else 0


def _first_property(paragraph: Paragraph, name: str) -> XmlElement | None:
    """A property of the paragraph itself, else of its style, else of the style that is based on."""
    own = paragraph._p.pPr
    holders = [own] if own is not None else []
    style, seen = paragraph.style, set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        holders.append(style.element)
        style = style.base_style
    return next((found for holder in holders if (found := next(holder.iter(qn(name)), None)) is not None), None)


def _table_to_pieces(element: XmlElement, document: WordDocument) -> Iterator[Piece]:
    """A table as lines; one with a single column only frames its text, and is read as that."""
    rows = [_direct(row, "w:tc") for row in _direct(element, "w:tr")]
    if max(map(len, rows), default=0) <= 1:
        for cell in (cell for row in rows for cell in row):
            yield from _pieces_of(cell, document)
        return
    lines = ["\t".join(text for cell in row for text in _cell_texts(cell)).rstrip() for row in rows]
    yield Piece("table", "\n".join(line for line in lines if line))


def _direct(parent: XmlElement, name: str) -> list[XmlElement]:
    """The rows of a table or cells of a row, also those inside a content control."""
    wanted, found = qn(name), []
    for child in parent:
        if child.tag == wanted:
            found.append(child)
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")}:
            found += _direct(child, name)
    return found


def _cell_texts(cell: XmlElement) -> list[str]:
    """The text of a cell, followed by an empty one for each further column that it is merged over."""
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    width = int(span.get(qn("w:val"), "1")) if span is not None else 1
    return [clean_line(" ".join(_text_of(line) for line in cell.iter(qn("w:p")))), *[""] * (width - 1)]


def _text_of(element: XmlElement) -> str:
    parts = []
    for child in element:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            parts.append("\n")
        elif child.tag == qn("w:tab"):
            parts.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        elif child.tag not in _WITHOUT_TEXT:
            parts.append(_text_of(child))
    return "".join(parts)
