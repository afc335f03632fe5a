"""Small steps to the structure of a text, for the tests of blocks, sections and passages."""

from corpus.types import Block, CanonicalText, Document, Passage, Section
from indexer.canonical import seal_text
from indexer.structure.blocks import find_blocks
from indexer.structure.passages import cut_passages
from indexer.structure.sections import find_sections
from tests.indexer.reading_files import document_for

PROOF = document_for("proef.txt")


def shape_text(text: str) -> list[tuple[str, str]]:
    """The form and words of every block."""
    return [(block.form, block.span.of(text)) for block in find_blocks(text)]


def words_of(text: str, form: str) -> list[str]:
    """The words of the blocks of one form."""
    return [words for shape, words in shape_text(text) if shape == form]


def levels_of(text: str) -> dict[str, int]:
    """The level of every heading by its words."""
    return {block.span.of(text): block.level for block in find_blocks(text) if block.form == "heading"}


def cut_text(
    text: str, document: Document = PROOF
) -> tuple[CanonicalText, tuple[Block, ...], tuple[Section, ...], tuple[Passage, ...]]:
    """A plain text with its blocks, sections and passages."""
    canonical = seal_text(document.id, text)
    blocks = find_blocks(text)
    sections = find_sections(document, canonical, blocks)
    return canonical, blocks, sections, cut_passages(canonical, sections)


def passages_of(text: str, document: Document = PROOF) -> tuple[Passage, ...]:
    """The passages of a plain text."""
    return cut_text(text, document)[3]
