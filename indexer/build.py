"""Builds an index: documents, canonical texts, sections, passages, vectors, words and figures, and publishes it whole."""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.manifest import LeftOut, Manifest, load_manifest
from corpus.types import CanonicalText, Document, Figure, Passage
from indexer.database import read_search_digests, read_sentence_digests, write_database
from indexer.embedding import Embeddings, Encoder
from indexer.figures.finding import FigureTableError, check_figures, find_figures
from indexer.fingerprints import INDEX_FORMAT, code_fingerprint, corpus_fingerprint
from indexer.info import (
    DATABASE_FILE,
    LEXICAL_FOLDER,
    SENTENCE_VECTORS_FILE,
    TEXTS_FOLDER,
    VECTORS_FILE,
    IndexInfo,
    IndexUnusableError,
    read_index_info,
)
from indexer.lexical import build_lexical_index
from indexer.publishing import (
    PublishingError,
    find_damaged_file,
    lock_index,
    open_building_folder,
    publish_folder,
    write_checksums,
)
from indexer.reading import ReadingError, read_document
from indexer.structure.blocks import find_blocks
from indexer.structure.passages import cut_passages, passage_to_search_text
from indexer.structure.sections import find_missing_parts, find_sections
from indexer.vectors import (
    build_vector_store,
    open_vector_store,
    passage_to_node,
    read_vectors,
    save_vector_store,
    sentence_to_node,
)

EMBEDDING_BATCH = 16

Progress = Callable[[int, int], None]


class BuildError(RuntimeError):
    """No index could be made; the one in use, if any, is still in use."""


@dataclass(slots=True)
class _Gathered:
    """What the documents gave, in the order of the manifest."""

    texts: list[tuple[Document, CanonicalText]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    search_texts: list[str] = field(default_factory=list)
    sentences: list[tuple[Passage, int, str]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made. ``embedded`` texts (passages and sentences) were computed, the others taken over; seconds are wall time."""

    info: IndexInfo
    embedded: int
    seconds: float


def build_index(corpus_dir: Path, index_dir: Path, encoder: Encoder, show_progress: Progress | None = None) -> BuildReport:
    """Builds the index of a corpus folder and puts it in use.

    Documents that can't be read are left out and reported. Raises ManifestError, BuildError (no document could be read) or
    PublishingError; in each case the index in use stays in use. ``show_progress`` gets (embedded, to embed).
    """
    started = time.monotonic()
    with lock_index(index_dir):
        manifest = load_manifest(corpus_dir)
        gathered = _gather_documents(manifest, corpus_dir)
        if not gathered.passages:
            reasons = "\n".join(f"  {left.name}: {left.reason}" for left in gathered.left_out)
            raise BuildError(f"Geen enkel document in {corpus_dir} is te gebruiken; er is geen index gemaakt.\n{reasons}")
        digests = [_digest(text) for text in gathered.search_texts]
        known = _read_known_embeddings(index_dir, encoder)
        texts = [*gathered.search_texts, *(words for _, _, words in gathered.sentences)]
        embeddings, embedded = _embed_texts(texts, known, encoder, show_progress)
        info = _describe_index(gathered, encoder, corpus_fingerprint(corpus_dir, manifest))
        name = f"{info.built_at.replace('-', '').replace(':', '')}-{info.version}"
        try:
            with open_building_folder(index_dir, name) as folder:
                _write_index(folder, gathered, digests, embeddings)
                write_checksums(folder, asdict(info))
                publish_folder(index_dir, folder)
        except OSError as error:
            raise PublishingError(
                f"De index kon niet in {index_dir} geschreven worden ({error.strerror or error}). "
                "Maak ruimte of kies een andere map met --index."
            ) from error
    return BuildReport(info, embedded, time.monotonic() - started)


def _gather_documents(manifest: Manifest, corpus_dir: Path) -> _Gathered:
    gathered = _Gathered(left_out=list(manifest.left_out))
    for document in manifest.documents:
        try:
            canonical = read_document(document, corpus_dir)
        except ReadingError as error:
            gathered.left_out.append(LeftOut(document.id, str(error)))
            continue
        blocks = canonical.blocks if canonical.blocks is not None else find_blocks(canonical.text, document.language)
        passages = cut_passages(canonical, find_sections(document, canonical, blocks))
        gathered.texts.append((document, canonical))
        gathered.passages += passages
        gathered.search_texts += [passage_to_search_text(passage, document.title, canonical.text) for passage in passages]
        for passage in passages:
            gathered.sentences += [(passage, n, span.of(canonical.text)) for n, span in enumerate(passage.sentences)]
        try:
            gathered.figures += find_figures(canonical)
        except FigureTableError as error:
            gathered.remarks.append(f"{document.id}: {error}")
        for part in find_missing_parts(document, canonical, blocks):
            gathered.remarks.append(
                f"{document.id}: de kop '{part.heading}' staat niet in het document; dat deel telt niet als {part.kind}. "
                "Verbeter [[document.part]] in het manifest."
            )
    gathered.remarks += check_figures(tuple(gathered.figures))
    return gathered


def _read_known_embeddings(index_dir: Path, encoder: Encoder) -> dict[str, Embeddings]:
    """The embeddings of the index in use by the digest of what was embedded; empty when they are another model's or unreadable."""
    with suppress(IndexUnusableError, OSError, ValueError, RuntimeError, sqlite3.Error):
        info, folder, sums = read_index_info(index_dir)
        if info.model == encoder.name and not find_damaged_file(folder, sums):
            passages = read_vectors(open_vector_store(folder / VECTORS_FILE))
            sentences = read_vectors(open_vector_store(folder / SENTENCE_VECTORS_FILE))
            digests = [*read_search_digests(folder / DATABASE_FILE), *read_sentence_digests(folder / DATABASE_FILE)]
            return dict(zip(digests, [*passages, *sentences], strict=True))
    return {}


def _embed_texts(
    texts: list[str], known: dict[str, Embeddings], encoder: Encoder, show_progress: Progress | None
) -> tuple[Embeddings, int]:
    """The embeddings, shape (texts, dimension), and how many had to be computed; equal texts are embedded once."""
    digests = [_digest(text) for text in texts]
    # Texts of about the same length share a batch, so that little padding is computed.
    missing = sorted(
        {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}.items(), key=_length
    )
    embeddings = dict(known)
    for begin in range(0, len(missing), EMBEDDING_BATCH):
        batch = missing[begin : begin + EMBEDDING_BATCH]
        vectors = encoder.encode_passages([text for _, text in batch])
        embeddings.update(zip((digest for digest, _ in batch), vectors, strict=True))
        if show_progress:
            show_progress(begin + len(batch), len(missing))
    return np.array([embeddings[digest] for digest in digests], dtype=np.float32), len(missing)


def _length(item: tuple[str, str]) -> tuple[int, str]:
    return len(item[1]), item[1]


def _describe_index(gathered: _Gathered, encoder: Encoder, corpus: str) -> IndexInfo:
    content = [INDEX_FORMAT, encoder.name, code_fingerprint(), corpus, [canonical.version for _, canonical in gathered.texts]]
    return IndexInfo(
        version=_digest(json.dumps(content))[:12],
        built_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        model=encoder.name,
        format=INDEX_FORMAT,
        code=code_fingerprint(),
        corpus=corpus,
        documents=len(gathered.texts),
        passages=len(gathered.passages),
        figures=len(gathered.figures),
        left_out=tuple((left.name, left.reason) for left in gathered.left_out),
        remarks=tuple(gathered.remarks),
    )


def _write_index(folder: Path, gathered: _Gathered, digests: list[str], embeddings: Embeddings) -> None:
    """Writes every file of the index; ``embeddings`` holds the passages' rows first, then the sentences'."""
    texts = folder / TEXTS_FOLDER
    texts.mkdir()
    for document, canonical in gathered.texts:
        (texts / f"{document.id}.txt").write_bytes(canonical.text.encode("utf-8"))
    sentence_digests = [_digest(words) for _, _, words in gathered.sentences]
    rows = list(zip(gathered.passages, digests, strict=True))
    write_database(folder / DATABASE_FILE, gathered.texts, rows, sentence_digests, gathered.figures)
    dimension = embeddings.shape[1]
    count = len(gathered.passages)
    passages = zip(gathered.passages, gathered.search_texts, embeddings[:count], strict=True)
    nodes = [passage_to_node(passage, search_text, embedding) for passage, search_text, embedding in passages]
    save_vector_store(build_vector_store(nodes, dimension), folder / VECTORS_FILE)
    sentences = zip(gathered.sentences, embeddings[count:], strict=True)
    nodes = [sentence_to_node(passage, position, words, vector) for (passage, position, words), vector in sentences]
    save_vector_store(build_vector_store(nodes, dimension), folder / SENTENCE_VECTORS_FILE)
    build_lexical_index(gathered.search_texts).save(folder / LEXICAL_FOLDER)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
