"""Reads Markdown: rendered to HTML and read as that, so that both formats give the same blocks."""

import re

from markdown_it import MarkdownIt

from corpus.types import CanonicalText
from indexer.canonical import assemble_text
from indexer.readers.content import decode_text
from indexer.readers.html import html_to_pieces

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")
"""Settings of a site generator between two lines of dashes at the very top: not text."""


def read_markdown(raw: bytes, document_id: str) -> CanonicalText:
    """The text with its headings, paragraphs, lists and tables as blocks; the markup itself is left out."""
    source = decode_text(raw).replace("\r\n", "\n").replace("\r", "\n")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return assemble_text(document_id, html_to_pieces(parser.render(_FRONT_MATTER.sub("", source))))
