"""Builds an index of what the documents gave: vectors of passages, sentences and words, the lexical index, and publishes it whole."""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.manifest import load_manifest
from indexer.database import read_search_digests, read_sentence_digests, read_words, write_database
from indexer.embedding import MOST_IN_BATCH, Embeddings, Encoder
from indexer.figures.checks import FigureMismatchError, verify_figures
from indexer.fingerprints import INDEX_FORMAT, code_fingerprint, corpus_fingerprint
from indexer.gathering import DEFAULT_LIMITS, Gathered, gather_documents
from indexer.info import (
    DATABASE_FILE,
    LEXICAL_FOLDER,
    SENTENCE_VECTORS_FILE,
    TEXTS_FOLDER,
    VECTORS_FILE,
    WORD_VECTORS_FILE,
    IndexInfo,
    IndexUnusableError,
    read_index_info,
)
from indexer.lexical import build_lexical_index
from indexer.limited_process import ProcessStartError
from indexer.limited_worker import CallLimits
from indexer.publishing import (
    PublishingError,
    find_damaged_file,
    lock_index,
    open_building_folder,
    publish_folder,
    write_checksums,
)
from indexer.vectors import (
    build_vector_store,
    open_vector_store,
    passage_to_node,
    read_vectors,
    save_vector_store,
    sentence_to_node,
    word_to_node,
)

# Characters of one batch, padding included: words are embedded by the hundred, long passages by the dozen.
LARGEST_BATCH = 10_000

Progress = Callable[[int, int], None]


class BuildError(RuntimeError):
    """No index could be made; the one in use, if any, is still in use."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made. ``embedded`` texts (passages and sentences) were computed, the others taken over; seconds are wall time."""

    info: IndexInfo
    embedded: int
    seconds: float


def build_index(
    corpus_dir: Path,
    index_dir: Path,
    encoder: Encoder,
    show_progress: Progress | None = None,
    limits: CallLimits | None = DEFAULT_LIMITS,
) -> BuildReport:
    """Builds the index of a corpus folder and puts it in use.

    Documents that can't be read, or not within ``limits``, are left out and reported; None is for experiments, as in
    ``gather_documents``. Raises ManifestError, BuildError (no document could be read, or a figure is not printed where it
    says) or PublishingError; in each case the index in use stays in use. ``show_progress`` gets (embedded, to embed).
    """
    started = time.monotonic()
    with lock_index(index_dir):
        manifest = load_manifest(corpus_dir)
        try:
            gathered = gather_documents(manifest, corpus_dir, limits)
        except ProcessStartError as error:
            raise BuildError(str(error)) from error
        if not gathered.passages:
            reasons = "\n".join(f"  {left.name}: {left.reason}" for left in gathered.left_out)
            raise BuildError(f"Geen enkel document in {corpus_dir} is te gebruiken; er is geen index gemaakt.\n{reasons}")
        try:
            verify_figures(gathered.figures, gathered.words_by_document())
        except FigureMismatchError as error:
            raise BuildError(str(error)) from error
        info, embedded = publish_index(gathered, corpus_fingerprint(corpus_dir, manifest), index_dir, encoder, show_progress)
    return BuildReport(info, embedded, time.monotonic() - started)


def publish_index(
    gathered: Gathered, corpus: str, index_dir: Path, encoder: Encoder, show_progress: Progress | None = None
) -> tuple[IndexInfo, int]:
    """Embeds what was gathered, writes the index beside the one in use and puts it in use; ``corpus`` is its fingerprint.

    Gives what is said of the index and how many texts had to be embedded. Raises PublishingError. The caller holds ``lock_index``.
    """
    words = gathered.find_words()
    texts = [*gathered.search_texts, *(sentence for _, _, sentence in gathered.sentences), *words]
    embeddings, embedded = _embed_texts(texts, _read_known_embeddings(index_dir, encoder), encoder, show_progress)
    info = _describe_index(gathered, encoder, corpus)
    name = f"{info.built_at.replace('-', '').replace(':', '')}-{info.version}"
    try:
        with open_building_folder(index_dir, name) as folder:
            _write_index(folder, gathered, words, embeddings)
            write_checksums(folder, asdict(info))
            publish_folder(index_dir, folder)
    except (OSError, sqlite3.OperationalError) as error:
        raise PublishingError(
            f"De index kon niet in {index_dir} geschreven worden ({getattr(error, 'strerror', None) or error}). "
            "Maak ruimte of kies een andere map met --index."
        ) from error
    return info, embedded


def _read_known_embeddings(index_dir: Path, encoder: Encoder) -> dict[str, Embeddings]:
    """The embeddings of the index in use by the digest of what was embedded; empty when they are another model's or unreadable."""
    with suppress(IndexUnusableError, OSError, ValueError, RuntimeError, sqlite3.Error):
        info, folder, sums = read_index_info(index_dir)
        if info.model == encoder.name and not find_damaged_file(folder, sums):
            passages = read_vectors(open_vector_store(folder / VECTORS_FILE))
            sentences = read_vectors(open_vector_store(folder / SENTENCE_VECTORS_FILE))
            words = read_vectors(open_vector_store(folder / WORD_VECTORS_FILE))
            database = folder / DATABASE_FILE
            digests = [*read_search_digests(database), *read_sentence_digests(database), *map(_digest, read_words(database))]
            return dict(zip(digests, [*passages, *sentences, *words], strict=True))
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
    done = 0
    for batch in _cut_batches(missing):
        vectors = encoder.encode_passages([text for _, text in batch])
        embeddings.update(zip((digest for digest, _ in batch), vectors, strict=True))
        done += len(batch)
        if show_progress:
            show_progress(done, len(missing))
    return np.array([embeddings[digest] for digest in digests], dtype=np.float32), len(missing)


def _cut_batches(texts: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Runs of (digest, text), shortest first, that are embedded together."""
    batch: list[tuple[str, str]] = []
    for item in texts:
        if batch and (len(batch) == MOST_IN_BATCH or (len(batch) + 1) * len(item[1]) > LARGEST_BATCH):
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def _length(item: tuple[str, str]) -> tuple[int, str]:
    return len(item[1]), item[1]


def _describe_index(gathered: Gathered, encoder: Encoder, corpus: str) -> IndexInfo:
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
        figure_checks=gathered.figure_checks,
    )


def _write_index(folder: Path, gathered: Gathered, words: list[str], embeddings: Embeddings) -> None:
    """Writes every file of the index; ``embeddings`` holds the rows of the passages, then of the sentences, then of the words."""
    texts = folder / TEXTS_FOLDER
    texts.mkdir()
    for document, canonical in gathered.texts:
        (texts / f"{document.id}.txt").write_bytes(canonical.text.encode("utf-8"))
    sentence_digests = [_digest(sentence) for _, _, sentence in gathered.sentences]
    rows = list(zip(gathered.passages, map(_digest, gathered.search_texts), strict=True))
    write_database(folder / DATABASE_FILE, gathered.texts, rows, sentence_digests, words, gathered.figures)
    of_passages, of_sentences, of_words = np.split(embeddings, np.cumsum([len(rows), len(sentence_digests)]))
    passages = zip(gathered.passages, gathered.search_texts, of_passages, strict=True)
    sentences = zip(gathered.sentences, of_sentences, strict=True)
    for file, nodes in (
        (VECTORS_FILE, [passage_to_node(*passage) for passage in passages]),
        (SENTENCE_VECTORS_FILE, [sentence_to_node(*sentence, vector) for sentence, vector in sentences]),
        (WORD_VECTORS_FILE, [word_to_node(word, vector) for word, vector in zip(words, of_words, strict=True)]),
    ):
        save_vector_store(build_vector_store(nodes, embeddings.shape[1]), folder / file)
    build_lexical_index(gathered.search_texts).save(folder / LEXICAL_FOLDER)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
