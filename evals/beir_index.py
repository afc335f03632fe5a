"""Makes an index of outside test data with our own indexer, so that what is measured there is what the service does here."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from corpus.types import Document, Passage, Span
from evals.beir_set import BeirSection, BeirSet
from indexer.build import Progress, publish_index
from indexer.canonical import seal_text
from indexer.embedding import Encoder
from indexer.gathering import Gathered
from indexer.publishing import lock_index
from indexer.store import IndexUnusableError, OpenIndex, open_index
from indexer.structure.sentences import split_sentences

KIND = "buiten"
_BETWEEN_BLOCKS = "\n\n"


def open_beir_index(beir: BeirSet, index_dir: Path, encoder: Encoder, show_progress: Progress | None = None) -> OpenIndex:
    """The index of this test data, made when the one in ``index_dir`` is of other sections, another model or other code.

    Texts that were embedded there before are taken over. Raises PublishingError. ``show_progress`` gets (embedded, to embed).
    """
    fingerprint = fingerprint_sections(beir.sections)
    with suppress(IndexUnusableError):
        index = open_index(index_dir, encoder)
        if index.info.corpus == fingerprint:
            return index
    with lock_index(index_dir):
        publish_index(gather_sections(beir.sections), fingerprint, index_dir, encoder, show_progress)
    return open_index(index_dir, encoder)


def fingerprint_sections(sections: Sequence[BeirSection]) -> str:
    """The digest of the sections and of this file, which says how they become passages."""
    written = json.dumps([astuple(section) for section in sections])
    return hashlib.sha256(written.encode() + Path(__file__).read_bytes()).hexdigest()


def gather_sections(sections: Sequence[BeirSection]) -> Gathered:
    """What an index is made of: each section one passage with the section's id. Sections of one document are neighbours."""
    gathered = Gathered()
    for document_id, members in groupby(sections, key=lambda section: section.document_id):
        _add_document(gathered, name_document(document_id), tuple(members))
    return gathered


def name_document(document_id: str) -> str:
    """The id of a document as our index knows it: it names a file too."""
    return quote(document_id, safe="")


def _add_document(gathered: Gathered, document_id: str, sections: Sequence[BeirSection]) -> None:
    """Adds a document: the titles and texts of its sections with blank lines between, as they would be printed."""
    blocks: list[str] = []
    spans = []
    for section in sections:
        blocks += [section.title] if section.title else []
        begin = sum(len(block) + len(_BETWEEN_BLOCKS) for block in blocks)
        blocks.append(section.text)
        spans.append(Span(begin, begin + len(section.text)))
    canonical = seal_text(document_id, _BETWEEN_BLOCKS.join(blocks))
    passages = [
        Passage(
            id=section.id,
            document_id=document_id,
            kind=KIND,
            path=(section.title,) if section.title else (),
            span=span,
            form="text",
            sentences=split_sentences(canonical.text, span),
        )
        for section, span in zip(sections, spans, strict=True)
    ]
    document = Document(document_id, file="", title="", publisher="", date="", kind=KIND, language="nl")
    gathered.add_passages(document, canonical, tuple(passages))
