"""Documents made to hang a reader, take all memory or bring Python down, each by its file name."""

import io
import zipfile

from tests.indexer.reading_files import make_docx

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def nest_html(tag: str, depth: int) -> bytes:
    """A page with one sentence under so many elements."""
    return f"<html><body>{f'<{tag}>' * depth}Diep staat een zin.{f'</{tag}>' * depth}<p>En een erna.</p></body></html>".encode()


def fill_docx(body: str) -> bytes:
    """A Word document whose body has this content; compressed, so that much of the same takes little."""
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    target = io.BytesIO()
    whole = make_docx(lambda _: None)
    with zipfile.ZipFile(io.BytesIO(whole)) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in given.namelist():
            packed.writestr(name, document if name == "word/document.xml" else given.read(name))
    return target.getvalue()


def understate_sizes(packed: bytes, name: str) -> bytes:
    """A package that says of one of its members that it unpacks to a hundred bytes."""
    raw = bytearray(packed)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        size = archive.getinfo(name).file_size.to_bytes(4, "little")
    while size in raw:
        place = raw.index(size)
        raw[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(raw)


def share_stream_pdf(pages: int, operators: int) -> bytes:
    """A small PDF of many pages that all show one long stream."""
    stream = b"BT /F1 9 Tf 1 0 0 1 72 700 Tm (Zin.) Tj ET\n" * (operators // 5)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % (5 + page) for page in range(pages))),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *[
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
            for _ in range(pages)
        ],
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def item_docx(level: str) -> str:
    """A list item that says how deep it stands."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>punt</w:t></w:r></w:p>'
    )


def wide_table_docx(span: str) -> str:
    """A table with a cell that says over how many columns it stands."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p><w:r><w:t>breed</w:t></w:r></w:p></w:tc>'
    return f"<w:tbl><w:tr>{cell}<w:tc><w:p><w:r><w:t>smal</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def make_hostile_documents() -> dict[str, bytes]:
    """Every document by its file name."""
    bomb = fill_docx("<w:p><w:r><w:t>woord</w:t></w:r></w:p>" * 8_000_000)
    return {
        "opmerkingen.md": b"<!---->\n" * 32 + b"Een zin na de opmerkingen.\n",
        "inhoudsopgave.txt": b"Inhoudsopgave\n1 Aanleiding" + b" " * 120 + b"x\n\nAanleiding\n\nEen zin.\n",
        "nest-900.html": nest_html("div", 900),
        "nest-50000.html": nest_html("div", 50_000),
        "nest-lijsten.html": nest_html("ul><li", 3_000),
        "start-macht.html": '<html><body><ol start="²"><li>Een punt.</li></ol></body></html>'.encode(),
        "start-streepjes.html": b'<html><body><ol start="--5"><li>Een punt.</li></ol></body></html>',
        "start-lang.html": b'<html><body><ol start="%s"><li>Een punt.</li></ol></body></html>' % (b"9" * 5_000),
        "kolommen.html": (
            '<html><body><table><tr><td colspan="²">Een</td><td>twee</td></tr>'
            + f"<tr>{'<td colspan=999999999 rowspan=999999999>cel</td>' * 200}</tr></table></body></html>"
        ).encode(),
        "bom.docx": bomb,
        "liegende-bom.docx": understate_sizes(bomb, "word/document.xml"),
        "diep-punt.docx": fill_docx(item_docx("2000000000")),
        "brede-cel.docx": fill_docx(wide_table_docx("1500000000")),
        "gedeelde-stroom.pdf": share_stream_pdf(2_000, 60_000),
    }
