"""Reads plain text: the canonical text is the file itself, so that offsets in it are offsets in the file."""

import unicodedata

from corpus.types import CanonicalText
from indexer.canonical import seal_text
from indexer.readers.content import decode_text


def read_text(raw: bytes, document_id: str) -> CanonicalText:
    """The file decoded, in NFC, with ``\\n`` as line end and otherwise unchanged. Structure is inferred later."""
    text = decode_text(raw).replace("\r\n", "\n").replace("\r", "\n")
    return seal_text(document_id, unicodedata.normalize("NFC", text))
