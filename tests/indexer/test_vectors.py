"""Vectors go into the store and out again in order, and the nearest by cosine comes first."""

from pathlib import Path

import numpy as np
import pytest

from corpus.types import Passage, Span
from indexer.vectors import (
    build_vector_store,
    open_vector_store,
    passage_to_node,
    query_nearest,
    read_vectors,
    save_vector_store,
    sentence_to_node,
    word_to_node,
)

DIMENSION = 8
PASSAGES = [
    Passage(
        f"proef#t{row}-{row + 1}", "proef", "rapport", ("Kop",), Span(row, row + 1), "text", sentences=(Span(row, row + 1),)
    )
    for row in range(5)
]


@pytest.fixture
def embeddings() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    vectors = np.random.default_rng(1).normal(size=(5, DIMENSION)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def test_a_stored_vector_is_its_own_nearest_with_cosine_one(
    embeddings: np.ndarray[tuple[int, int], np.dtype[np.float32]],
) -> None:
    store = build_vector_store(
        [passage_to_node(passage, "woorden", row) for passage, row in zip(PASSAGES, embeddings, strict=True)], DIMENSION
    )
    for row in range(5):
        found = query_nearest(store, embeddings[row], 5)
        assert found[0][0] == row
        assert found[0][1] == pytest.approx(1.0, abs=1e-5)
        assert [cosine for _, cosine in found] == sorted((cosine for _, cosine in found), reverse=True)
        assert {found_row for found_row, _ in found} == set(range(5))


def test_vectors_come_back_from_disk_as_they_went(
    tmp_path: Path, embeddings: np.ndarray[tuple[int, int], np.dtype[np.float32]]
) -> None:
    nodes = [passage_to_node(passage, "woorden", row) for passage, row in zip(PASSAGES, embeddings, strict=True)]
    save_vector_store(build_vector_store(nodes, DIMENSION), tmp_path / "vectors.faiss")
    assert np.array_equal(read_vectors(open_vector_store(tmp_path / "vectors.faiss")), embeddings)


def test_an_empty_store_gives_no_rows_of_the_right_width() -> None:
    assert read_vectors(build_vector_store([], DIMENSION)).shape == (0, DIMENSION)


@pytest.mark.parametrize("content", [b"", b"geen vectoren"])
def test_a_file_that_holds_no_vectors_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vectors.faiss").write_bytes(content)
    with pytest.raises((RuntimeError, ValueError)):
        open_vector_store(tmp_path / "vectors.faiss")


def test_a_node_says_where_its_words_stand() -> None:
    node = passage_to_node(PASSAGES[2], "woorden", np.ones(DIMENSION, dtype=np.float32))
    assert (node.id_, node.text) == ("proef#t2-3", "woorden")
    assert (node.metadata["begin"], node.metadata["end"], node.metadata["path"]) == (2, 3, ["Kop"])
    sentence = sentence_to_node(PASSAGES[2], 0, "woorden", np.ones(DIMENSION, dtype=np.float32))
    assert sentence.metadata["passage_id"] == "proef#t2-3"


def test_a_node_of_a_word_is_that_word() -> None:
    node = word_to_node("casuïstiek", np.ones(DIMENSION, dtype=np.float32))
    assert (node.id_, node.text, node.embedding) == ("casuïstiek", "casuïstiek", [1.0] * DIMENSION)
