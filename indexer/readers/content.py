"""Says what a file is by its bytes, whatever its name says, and turns bytes into text: shared by every reader."""

import codecs
import io
import re
import zipfile

from bs4.dammit import EncodingDetector
from charset_normalizer import from_bytes

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\xd0\xcf\x11\xe0", "een ouder of met een wachtwoord beveiligd Office-bestand"),
    (b"\x89PNG", "een afbeelding (PNG)"),
    (b"\xff\xd8\xff", "een afbeelding (JPEG)"),
    (b"GIF8", "een afbeelding (GIF)"),
    (b"II*\x00", "een afbeelding (TIFF)"),
    (b"MM\x00*", "een afbeelding (TIFF)"),
    (b"7z\xbc\xaf", "een 7z-archief"),
    (b"\x1f\x8b", "een gzip-archief"),
    (b"Rar!", "een rar-archief"),
    (b"\x7fELF", "een programma"),
    (b"MZ\x90", "een programma"),
)
_ZIP_MEMBERS = (
    ("word/document.xml", ".docx"),
    ("xl/workbook.xml", "een Excel-werkmap"),
    ("ppt/presentation.xml", "een PowerPoint-presentatie"),
    ("content.xml", "een OpenDocument-bestand"),
)
_HTML_START = re.compile(rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_WESTERN = ["utf_8", "cp1252", "mac_roman", "utf_16", "utf_16_le", "utf_16_be"]
"""Left free, detection takes short Dutch texts for Central European or Arabic; these are what Dutch offices write."""

_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1a\x1b")
_CONTROL_SHARE = 0.01
"""Text holds hardly any control characters; one in a hundred bytes is not text any more."""

_PDF_HEADER_BYTES = 1024
"""A PDF may have some bytes before its header; readers accept the first kilobyte."""


class ContentError(ValueError):
    """What is wrong with the content of a file and what to do; the file is named by ``reading``."""


def recognise_content(raw: bytes) -> str | None:
    """The ending that fits the bytes (``.pdf``, ``.docx``, ``.html``), words for another known kind, or None for plain text or unknown."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if b"%PDF-" in raw[:_PDF_HEADER_BYTES] and not _HTML_START.match(raw):
        return ".pdf"
    if raw.startswith(b"PK\x03\x04"):
        return _recognise_archive(raw)
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            return kind
    return ".html" if _HTML_START.match(raw) else None


def is_binary(raw: bytes) -> bool:
    """Whether the bytes can't be text in any encoding that is read here."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = raw[:100_000]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    return controls > _CONTROL_SHARE * len(sample) and not _looks_utf16(sample)


def decode_text(raw: bytes, is_html: bool = False) -> str:
    """The bytes as text: UTF-8 with or without BOM, else what an HTML page declares, else what is detected.

    Raises ContentError when no Western encoding fits.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = EncodingDetector.find_declared_encoding(raw, is_html=True) if is_html else None
    if declared:
        try:
            return raw.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
    best = from_bytes(raw, cp_isolation=_WESTERN).best()
    if best is None:
        raise ContentError("de tekencodering is niet te herkennen. Sla het bestand op als UTF-8 en lever het opnieuw aan.")
    return str(best).removeprefix("\ufeff")


def _recognise_archive(raw: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(raw)).namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return "een beschadigd zip-bestand"
    return next((kind for member, kind in _ZIP_MEMBERS if member in names), "een zip-archief")


def _looks_utf16(sample: bytes) -> bool:
    """Western text in UTF-16 without BOM has a zero in nearly every second byte and hardly any in the others."""
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    return max(even, odd) > 0.8 and min(even, odd) < 0.05
