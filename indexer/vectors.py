"""The vectors: passages as llama-index nodes in a vector store. FAISS is the store; another one fits by the same interface."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from llama_index.core.schema import TextNode
from llama_index.core.vector_stores.types import BasePydanticVectorStore, VectorStoreQuery
from llama_index.vector_stores.faiss import FaissVectorStore

from corpus.types import Passage
from indexer.embedding import Embeddings


def passage_to_node(passage: Passage, search_text: str, embedding: Embeddings) -> TextNode:
    """The node of a passage: its search text, where it stands, and its embedding of shape (dimension,)."""
    metadata = {
        "document_id": passage.document_id,
        "kind": passage.kind,
        "path": list(passage.path),
        "begin": passage.span.begin,
        "end": passage.span.end,
        "form": passage.form,
        "page": passage.page,
    }
    return TextNode(id_=passage.id, text=search_text, metadata=metadata, embedding=embedding.tolist())


def sentence_to_node(passage: Passage, position: int, words: str, embedding: Embeddings) -> TextNode:
    """The node of one sentence of a passage; ``embedding`` has shape (dimension,)."""
    span = passage.sentences[position]
    identifier = f"{passage.document_id}#t{span.begin}-{span.end}"
    return TextNode(id_=identifier, text=words, metadata={"passage_id": passage.id}, embedding=embedding.tolist())


def word_to_node(word: str, embedding: Embeddings) -> TextNode:
    """The node of a word of the documents; ``embedding`` has shape (dimension,)."""
    return TextNode(id_=word, text=word, embedding=embedding.tolist())


def build_vector_store(nodes: Sequence[TextNode], dimension: int) -> FaissVectorStore:
    """An exact FAISS store of the nodes in their order: inner product of vectors of length 1 is their cosine."""
    store = FaissVectorStore(faiss_index=faiss.IndexFlatIP(dimension))
    if nodes:
        store.add(list(nodes))
    return store


def save_vector_store(store: FaissVectorStore, path: Path) -> None:
    """Writes the FAISS index to a file. Raises OSError: FAISS itself only prints it when the last of a file does not fit."""
    path.write_bytes(faiss.serialize_index(store.client).tobytes())


def open_vector_store(path: Path) -> FaissVectorStore:
    """The saved store. Raises RuntimeError (FAISS) or ValueError when the file can't be read."""
    return FaissVectorStore.from_persist_path(str(path))


def read_vectors(store: FaissVectorStore) -> Embeddings:
    """All vectors, shape (passages, dimension), in the order in which they were added."""
    index: Any = store.client
    if not index.ntotal:
        return np.zeros((0, index.d), dtype=np.float32)
    return np.asarray(index.reconstruct_n(0, index.ntotal), dtype=np.float32)


def query_nearest(store: BasePydanticVectorStore, query_embedding: Embeddings, count: int) -> list[tuple[int, float]]:
    """The ``count`` nearest passages as (row, cosine), best first."""
    query = VectorStoreQuery(query_embedding=query_embedding.tolist(), similarity_top_k=count)
    result = store.query(query)
    return [(int(row), float(cosine)) for row, cosine in zip(result.ids or [], result.similarities or [], strict=True)]
