"""Reads Word documents: headings, lists and tables as the styles state them, in the order of the body."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as XmlElement

from corpus.types import CanonicalText
from indexer.canonical import MOST_COLUMNS, Piece, assemble_text, clean_line, clean_run, indent_item
from indexer.readers.content import ContentError
from indexer.readers.docx_styles import Style, Styles, find_heading_level, find_list_depth, is_contents, read_number

_MOST_UNPACKED_BYTES = 100_000_000
"""Above any real document, as is the same limit on a file; a file of a few MB that unpacks to more is made to exhaust memory."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WITHOUT_TEXT = frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), _COMPATIBILITY})
"""Properties, what a tracked change took away, second copies for old programs, and text boxes (read after their paragraph)."""


def read_docx(raw: bytes, document_id: str) -> CanonicalText:
    """The body of the document. Raises ContentError for a damaged file or one without text."""
    try:
        document = docx.Document(_unpack(raw))
        pieces = list(_pieces_of(document.element.body, Styles(document)))
    except (ContentError, MemoryError):
        raise
    except Exception as fault:  # the library lets many kinds of error through for damaged parts
        raise ContentError("het Word-document is beschadigd. Open het in Word, sla het opnieuw op en lever dat aan.") from fault
    canonical = assemble_text(document_id, pieces)
    if not canonical.text:
        raise ContentError("het Word-document bevat geen tekst. Lever een document met tekst aan.")
    return canonical


def _unpack(raw: bytes) -> io.BytesIO:
    """The package with its members not compressed. They are counted as they come out: what a file says of their size may be a lie."""
    target = io.BytesIO()
    room = _MOST_UNPACKED_BYTES
    with zipfile.ZipFile(io.BytesIO(raw)) as packed, zipfile.ZipFile(target, "w") as unpacked:
        for member in {member.filename: member for member in packed.infolist()}.values():
            with packed.open(member) as source:
                content = source.read(room + 1)
            room -= len(content)
            if room < 0:
                raise ContentError(
                    f"het Word-document is uitgepakt groter dan {_MOST_UNPACKED_BYTES / 1e6:.0f} MB. "
                    "Verklein de afbeeldingen in Word of lever het document in delen aan."
                )
            unpacked.writestr(member.filename, content)
    return target


def _pieces_of(parent: XmlElement, styles: Styles) -> Iterator[Piece]:
    for element in parent:
        if element.tag == qn("w:p"):
            yield _paragraph_to_piece(element, styles.of(element))
            for box in element.iter(qn("w:txbxContent")):
                if next(box.iterancestors(_COMPATIBILITY), None) is None:
                    yield from _pieces_of(box, styles)
        elif element.tag == qn("w:tbl"):
            yield from _table_to_pieces(element, styles)
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml")}:
            yield from _pieces_of(element, styles)


def _paragraph_to_piece(element: XmlElement, style: Style) -> Piece:
    text = _text_of(element)
    level = find_heading_level(element, style)
    if level:
        return Piece("heading", clean_line(text), level)
    if is_contents(style):
        return Piece("chrome", clean_line(text))
    depth = find_list_depth(element, style)
    if depth is not None:
        return Piece("item", clean_line(text), marker=indent_item(depth) + "- ")
    return Piece("paragraph", clean_run(text))


def _table_to_pieces(element: XmlElement, styles: Styles) -> Iterator[Piece]:
    """A table as lines; one with a single column only frames its text, and is read as that."""
    rows = [_direct(row, "w:tc") for row in _direct(element, "w:tr")]
    if max(map(len, rows), default=0) <= 1:
        for cell in (cell for row in rows for cell in row):
            yield from _pieces_of(cell, styles)
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
    width = min(read_number(span, 1), MOST_COLUMNS)
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
