"""Opens a published index and holds it in memory: what the service asks everything of."""

from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
from llama_index.core.vector_stores.types import BasePydanticVectorStore

from corpus.types import CanonicalText, Document, Figure, Passage
from indexer.abbreviations import find_abbreviations
from indexer.database import read_documents, read_figures, read_passages, read_words
from indexer.embedding import Embeddings, Encoder
from indexer.info import (
    BUILD_COMMAND,
    DATABASE_FILE,
    LEXICAL_FOLDER,
    SENTENCE_VECTORS_FILE,
    TEXTS_FOLDER,
    VECTORS_FILE,
    WORD_VECTORS_FILE,
    IndexInfo,
    IndexUnusableError,
    find_changed_corpus,
    find_mismatch,
    read_index_info,
)
from indexer.lexical import LexicalIndex, open_lexical_index
from indexer.publishing import find_damaged_file
from indexer.structure.contexts import group_passages
from indexer.structure.passages import passage_to_search_text
from indexer.vectors import open_vector_store, query_nearest, read_vectors
from indexer.words import split_words, stem_words

Rows = npt.NDArray[np.int64]

__all__ = ["IndexInfo", "IndexUnusableError", "OpenIndex", "open_index"]


class OpenIndex:
    """An index in memory with the encoder that its questions need. Rows number the passages from 0.

    ``breadth`` is 1 minus the mean cosine between any two passages: about 0.1 where all is about one subject, 0.2 for many.
    """

    def __init__(self, info: IndexInfo, folder: Path, encoder: Encoder) -> None:
        self.info = info
        self.encoder = encoder
        database = folder / DATABASE_FILE
        self.documents: dict[str, Document] = {}
        self.texts: dict[str, CanonicalText] = {}
        for document, version, pages, blocks in read_documents(database):
            text = (folder / TEXTS_FOLDER / f"{document.id}.txt").read_bytes().decode("utf-8")
            self.documents[document.id] = document
            self.texts[document.id] = CanonicalText(document.id, text, version, pages, blocks)
        self.passages: tuple[Passage, ...] = read_passages(database)
        self.figures: tuple[Figure, ...] = read_figures(database)
        self.profiles: tuple[str, ...] = tuple(sorted({figure.profile for figure in self.figures if figure.profile}))
        self.lexical: LexicalIndex = open_lexical_index(folder / LEXICAL_FOLDER, len(self.passages))
        self.passage_stems: tuple[frozenset[str], ...] = tuple(self._find_stems(passage) for passage in self.passages)
        self.vocabulary: frozenset[str] = frozenset().union(*self.passage_stems)
        self.rows: dict[str, int] = {passage.id: row for row, passage in enumerate(self.passages)}
        store = open_vector_store(folder / VECTORS_FILE)
        self._vectors: BasePydanticVectorStore = store
        self._sentence_vectors = read_vectors(open_vector_store(folder / SENTENCE_VECTORS_FILE))
        self._first_sentences = np.cumsum([0, *(len(passage.sentences) for passage in self.passages)])
        self._passage_vectors = read_vectors(store)
        self.contexts = np.array(group_passages(self.passages), dtype=np.int64)
        self.breadth = 1.0 - float(np.square(self._passage_vectors.mean(axis=0)).sum()) if self.passages else 0.0
        self._context_means = _average_groups(self._passage_vectors, self.contexts)
        self.words: tuple[str, ...] = read_words(database)
        self._word_vectors = read_vectors(open_vector_store(folder / WORD_VECTORS_FILE))
        self._word_mean = self._word_vectors.mean(axis=0) if self.words else np.zeros(encoder.dimension, dtype=np.float32)

    def nearest_passages(self, query_embedding: Embeddings, count: int) -> list[tuple[int, float]]:
        """The ``count`` passages nearest to an embedding of shape (dimension,), as (row, cosine), best first."""
        return query_nearest(self._vectors, query_embedding, min(count, len(self.passages)))

    def passage_cosines(self, query_embedding: Embeddings, rows: Rows) -> Embeddings:
        """The cosine of the passages in these rows, shape (rows,)."""
        return np.asarray(self._passage_vectors[rows] @ query_embedding, dtype=np.float32)

    def context_cosines(self, query_embedding: Embeddings) -> Embeddings:
        """The cosine of what every context is about as a whole, shape (contexts,)."""
        return np.asarray(self._context_means @ query_embedding, dtype=np.float32)

    def nearest_word(self, embedding: Embeddings) -> tuple[str, float]:
        """The word of the documents nearest to a word's embedding, with their likeness: 1 the same, 0 no more alike than any two."""
        if not self.words:
            return "", 0.0
        likeness = self._centred_words @ _normalize(embedding - self._word_mean)
        best = int(likeness.argmax())
        return self.words[best], float(likeness[best])

    def passage_text(self, passage: Passage) -> str:
        """The words of a passage."""
        return passage.span.of(self.texts[passage.document_id].text)

    @cached_property
    def _centred_words(self) -> Embeddings:
        """The words' vectors without what all of them share: e5's cosines of any two words lie above 0.8."""
        return _normalize(self._word_vectors - self._word_mean)

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """The full form of each abbreviation that the documents explain, both as printed there."""
        return find_abbreviations(canonical.text for canonical in self.texts.values())

    @cached_property
    def folded_texts(self) -> tuple[str, ...]:
        """The folded words of every document with a space around each, made when the first talk asks for them."""
        return tuple(f" {' '.join(split_words(canonical.text))} " for canonical in self.texts.values())

    def sentence_cosines(self, query_embedding: Embeddings, row: int) -> Embeddings:
        """The cosine of every sentence of the passage in this row, shape (sentences,)."""
        begin, end = self._first_sentences[row : row + 2]
        return np.asarray(self._sentence_vectors[begin:end] @ query_embedding, dtype=np.float32)

    def _find_stems(self, passage: Passage) -> frozenset[str]:
        """The stems of every word that a passage is searched by, its heading path and document title included."""
        title = self.documents[passage.document_id].title
        text = self.texts[passage.document_id].text
        return frozenset(stem_words(split_words(passage_to_search_text(passage, title, text))))


def _average_groups(vectors: Embeddings, groups: Rows) -> Embeddings:
    """Each group's mean embedding, of length 1; ``groups`` numbers the group of every row from 0."""
    sums = np.zeros((int(groups.max(initial=-1)) + 1, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, groups, vectors)
    return _normalize(sums)


def _normalize(vectors: Embeddings) -> Embeddings:
    """The vectors, of shape (dimension,) or (rows, dimension), at length 1."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9), dtype=np.float32)


def open_index(index_dir: Path, encoder: Encoder, corpus_dir: Path | None = None) -> OpenIndex:
    """Opens the index in use.

    Raises IndexUnusableError when there is none, when a file is missing or damaged, or when it was made with another model, by
    other code, or of other documents than stand in ``corpus_dir`` now, where that is given.
    """
    info, folder, sums = read_index_info(index_dir)
    reason = find_mismatch(info, encoder.name)
    if reason:
        raise IndexUnusableError(f"De index in {folder} {reason}. Maak hem opnieuw: {BUILD_COMMAND}")
    changed = find_changed_corpus(info, corpus_dir) if corpus_dir else None
    if changed:
        raise IndexUnusableError(
            f"De index in {folder} {changed}. Maak hem opnieuw: {BUILD_COMMAND}, of wijs met BELEIDSWIJZER_CORPUS de map met "
            "zijn documenten aan."
        )
    damaged = find_damaged_file(folder, sums)
    if damaged:
        raise IndexUnusableError(f"In de index {folder} is {damaged} beschadigd of weg. Maak hem opnieuw: {BUILD_COMMAND}")
    return OpenIndex(info, folder, encoder)
