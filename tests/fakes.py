"""Stand-ins that need no model: an encoder whose vectors say which words a text holds."""

import hashlib
from collections.abc import Sequence

import numpy as np

from indexer.embedding import Embeddings
from indexer.words import text_to_terms

FAKE_DIMENSION = 256


class FakeEncoder:
    """The same text gets the same vector, and texts that share words or parts of words get nearer vectors."""

    name = "fake"
    dimension = FAKE_DIMENSION

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Embeddings:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Embeddings:
        self.encoded += texts
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Embeddings:
        vectors = np.zeros((len(texts), FAKE_DIMENSION), dtype=np.float32)
        for row, text in enumerate(texts):
            # Without a base every cosine of two short texts is near 0; real models give 0.7 to 0.9.
            vectors[row, 0] = 6.0
            for term in text_to_terms(text):
                bucket = 1 + int.from_bytes(hashlib.md5(term.encode()).digest()[:4], "big") % (FAKE_DIMENSION - 1)
                vectors[row, bucket] += 1.0
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)
