"""Reads one document of the corpus into its canonical text, or says in plain words why that can't be done."""

from collections.abc import Callable
from pathlib import Path

from corpus.types import CanonicalText, Document
from indexer.readers.content import ContentError, is_binary, recognise_content
from indexer.readers.docx import read_docx
from indexer.readers.html import read_html
from indexer.readers.markdown import read_markdown
from indexer.readers.pdf import read_pdf
from indexer.readers.text import read_text

READERS: dict[str, Callable[[bytes, str], CanonicalText]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
_KINDS = {".txt": "tekst", ".md": "Markdown", ".html": "HTML", ".pdf": "PDF", ".docx": "Word-document"}
_LARGEST_FILE_BYTES = 100_000_000
"""More than any policy document with its pictures; larger files are mostly something else."""

_SHOWN_START_CHARACTERS = 9
"""Enough of a file's start to recognise it by, such as ``<!DOCTYPE``."""


class ReadingError(ValueError):
    """A document that can't be read. The message (Dutch) names the file, says what is wrong and what to do."""


def read_document(document: Document, corpus_dir: Path) -> CanonicalText:
    """The canonical text of a document: ``document.file`` in ``corpus_dir``, read as its ending says.

    Raises ReadingError where the file is missing, empty, too large, damaged, locked, or not what its name says.
    """
    try:
        reader = _find_reader(document.file)
        raw = _read_bytes(corpus_dir / document.file)
        _check_content(raw, Path(document.file).suffix.lower())
        canonical = reader(raw, document.id)
        if not any(map(str.isalnum, canonical.text)):
            raise ContentError("er staat geen tekst in. Lever een bestand met tekst aan.")
    except ContentError as fault:
        raise ReadingError(f"{document.file}: {fault}") from fault
    return canonical


def _find_reader(file: str) -> Callable[[bytes, str], CanonicalText]:
    suffix = Path(file).suffix.lower()
    if suffix not in READERS:
        named = f"de extensie {suffix}" if suffix else "een naam zonder extensie"
        raise ContentError(f"{named} wordt niet gelezen. Lever het document aan als {' '.join(READERS)}.")
    return READERS[suffix]


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST_FILE_BYTES:
            raise ContentError(
                f"het bestand is {size / 1e6:.0f} MB en dus te groot (hoogstens {_LARGEST_FILE_BYTES / 1e6:.0f} MB). "
                "Lever het document kleiner of in delen aan."
            )
        raw = path.read_bytes()
    except FileNotFoundError as fault:
        raise ContentError("het bestand bestaat niet. Zet het op die plaats of pas het manifest aan.") from fault
    except OSError as fault:
        raise ContentError(
            f"het bestand is niet te openen ({fault.strerror}). Controleer of het een leesbaar bestand is."
        ) from fault
    if not raw.strip():
        raise ContentError("het bestand is leeg. Lever het opnieuw aan of haal het uit het manifest.")
    return raw


def _check_content(raw: bytes, suffix: str) -> None:
    """Refuses a file whose bytes are of another kind than its name says. Markdown may begin with HTML, text may not."""
    found = recognise_content(raw)
    if found == suffix or (found == ".html" and suffix == ".md"):
        return
    if found is None and suffix in {".txt", ".md", ".html"}:
        if is_binary(raw):
            raise ContentError(f"dit is geen {_KINDS[suffix]} maar een binair bestand. Lever de tekst zelf aan.")
        if suffix != ".html" or b"<" in raw:
            return
    if found in READERS:
        advice = f"Geef het bestand de extensie {found} of lever de {_KINDS[suffix]} opnieuw aan."
    elif found is not None:
        raise ContentError(f"dit is geen {_KINDS[suffix]} maar {found}. Lever het document aan als {' '.join(READERS)}.")
    else:
        advice = f"Lever de {_KINDS[suffix]} opnieuw aan."
    start = raw.lstrip()[:_SHOWN_START_CHARACTERS].decode("utf-8", "replace")
    raise ContentError(f"dit is geen {_KINDS[suffix]} (begint met {start!r}). {advice}")
