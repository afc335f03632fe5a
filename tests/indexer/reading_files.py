"""Makes real files of every kind that is read, for the tests of the readers."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.types import CanonicalText, Document
from indexer.reading import read_document

LINE_PITCH = 14
DrawPage = Callable[[Canvas], None]


def read_bytes(folder: Path, name: str, raw: bytes) -> CanonicalText:
    """What ``read_document`` makes of a file with these bytes."""
    (folder / name).write_bytes(raw)
    return read_document(document_for(name), folder)


def document_for(name: str) -> Document:
    """A manifest entry for this file."""
    return Document("proef", name, "Proef", "Uitgever", "2024", "rapport", "nl")


def make_pdf(*pages: DrawPage) -> bytes:
    """A PDF with one page for each drawing function."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def draw_lines(canvas: Canvas, top: float, *lines: str, size: float = 10, font: str = "Helvetica", left: float = 72) -> None:
    """Lines below each other; an empty one leaves a gap, tabs go to columns."""
    canvas.setFont(font, size)
    for number, line in enumerate(lines):
        for column, cell in enumerate(line.split("\t")):
            canvas.drawString(left + 120 * column, top - number * LINE_PITCH, cell)


def make_docx(fill: Callable[[docx.document.Document], object]) -> bytes:
    """A Word document that the function has filled."""
    document = docx.Document()
    fill(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def forms_of(canonical: CanonicalText) -> list[tuple[str, str]]:
    """The form and words of each block."""
    return [(block.form, block.span.of(canonical.text)) for block in canonical.blocks or ()]
