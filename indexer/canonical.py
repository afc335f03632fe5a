"""Puts a canonical text together: the one text that every later span points into, and its version.

Readers of formats that state their structure (HTML, Markdown, Word) hand over pieces; the layout between pieces is
decided here and nowhere else, so that a document reads the same whatever it was delivered as.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.types import Block, BlockForm, CanonicalText, PageStart, Span

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Soft hyphens and zero-width characters: hints to a typesetter, not text."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")

MOST_COLUMNS = 1_000
"""Wider than any real table; a cell that says that it spans more is not believed."""

_DEEPEST_ITEM = 8
"""Word nests lists in nine levels; items that say they stand deeper stand there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block before it has a place. ``marker`` ("- ", "2. ") stands in front of an item and is not part of its block."""

    form: BlockForm
    text: str
    level: int = 0
    marker: str = ""


def assemble_text(document_id: str, pieces: Iterable[Piece]) -> CanonicalText:
    """The canonical text of these pieces with one block for each that holds text, in order and without overlap.

    Items follow each other on the next line, everything else after a blank line. A paragraph that ends with a colon
    directly before an item is its lead-in.
    """
    kept = _name_lead_ins([piece for piece in pieces if piece.text.strip()])
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for number, piece in enumerate(kept):
        gap = "" if number == 0 else "\n" if piece.form == kept[number - 1].form == "item" else "\n\n"
        parts += [gap, piece.marker, piece.text.rstrip()]
        stripped = piece.text.strip()
        length += sum(map(len, parts[-3:]))
        blocks.append(Block(piece.form, Span(length - len(stripped), length), piece.level))
    text = "".join(parts)
    return seal_text(document_id, text, blocks=tuple(blocks))


def seal_text(
    document_id: str, text: str, pages: tuple[PageStart, ...] = (), blocks: tuple[Block, ...] | None = None
) -> CanonicalText:
    """The text with its version: ``sha256:`` and the digest of the text in UTF-8."""
    version = "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
    return CanonicalText(document_id=document_id, text=text, version=version, pages=pages, blocks=blocks)


def indent_item(depth: int) -> str:
    """What stands before the marker of an item: two spaces for each list around its own."""
    return "  " * min(max(depth, 0), _DEEPEST_ITEM)


def clean_run(raw: str) -> str:
    """A run of text as people see it: NFC, without invisible characters, white space as single spaces, line breaks kept."""
    visible = _CONTROLS.sub("", unicodedata.normalize("NFC", raw).translate(_INVISIBLE))
    lines = (" ".join(line.split()) for line in visible.split("\n"))
    return "\n".join(line for line in lines if line)


def clean_line(raw: str) -> str:
    """The same on one line: for headings, items and cells."""
    return clean_run(raw).replace("\n", " ")


def _name_lead_ins(pieces: Sequence[Piece]) -> list[Piece]:
    named = list(pieces)
    for number, (piece, following) in enumerate(pairwise(pieces)):
        if piece.form == "paragraph" and following.form == "item" and piece.text.rstrip().endswith(":"):
            named[number] = Piece("lead_in", piece.text)
    return named
