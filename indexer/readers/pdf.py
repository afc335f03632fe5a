"""Reads PDFs: the lines of every page put back into paragraphs, with the page of every character."""

import contextlib
import io
import logging
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from corpus.types import CanonicalText, PageStart
from indexer.canonical import seal_text
from indexer.readers.content import ContentError
from indexer.readers.pdf_furniture import drop_furniture
from indexer.readers.pdf_lines import Line, read_lines
from indexer.readers.pdf_paragraphs import lines_to_text

_UNREADABLE_SHARE = 0.3
"""From this share of characters without meaning on, a font's table of characters is missing."""

_LOCKED = "de PDF is met een wachtwoord beveiligd. Lever een PDF zonder wachtwoord aan."
_DAMAGED = "de PDF is beschadigd{place}. Open het origineel, sla het opnieuw op als PDF en lever dat aan."


def read_pdf(raw: bytes, document_id: str) -> CanonicalText:
    """The text of all pages with where each page starts; a page without text starts where the next one does.

    Raises ContentError for a PDF that is locked, damaged, scanned, or whose characters have no meaning.
    """
    with _quiet_library():
        pages = [_page_lines(page, number) for number, page in enumerate(_open_pages(raw), start=1)]
    text, starts = lines_to_text(drop_furniture(pages))
    if not text:
        raise ContentError(
            "de PDF bevat geen tekst; waarschijnlijk is het een scan. "
            "Laat er eerst tekstherkenning (OCR) op los of lever het oorspronkelijke document aan."
        )
    if sum(map(_is_unreadable, text)) > _UNREADABLE_SHARE * len(text):
        raise ContentError(
            "de tekst van de PDF is niet te lezen, omdat de tekens van het lettertype niet zijn vastgelegd. "
            "Lever het oorspronkelijke document aan of maak de PDF opnieuw."
        )
    return seal_text(document_id, text, tuple(PageStart(number, begin) for number, begin in enumerate(starts, start=1)))


def _open_pages(raw: bytes) -> list[PageObject]:
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ContentError(_LOCKED)
        return list(reader.pages)
    except (ContentError, MemoryError):
        raise
    except DependencyError as fault:
        raise ContentError(_LOCKED) from fault
    except Exception as fault:  # damaged files make the library raise errors of every kind
        raise ContentError(_DAMAGED.format(place="")) from fault


def _page_lines(page: PageObject, number: int) -> list[Line]:
    try:
        return read_lines(page)
    except MemoryError:
        raise
    except Exception as fault:  # as above
        raise ContentError(_DAMAGED.format(place=f" op pagina {number}")) from fault


def _is_unreadable(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff"


@contextlib.contextmanager
def _quiet_library() -> Iterator[None]:
    """Keeps what the library logs about small faults of a file out of the reader's sight."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
