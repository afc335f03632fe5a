"""Finds the passages for a question: vectors, words and each document as a whole, joined by score."""

from dataclasses import dataclass

import numpy as np

from indexer.embedding import Embeddings
from indexer.store import OpenIndex
from service.types import Hit

# e5's cosines of Dutch texts lie between these; the range is spread over 0 to 1 so that it can be weighed against BM25.
LOWEST_COSINE = 0.75
COSINE_RANGE = 0.20
HIGHEST_SCALED = 1.2

# Shares of the score, fitted on the development half of the cases (docs/decisions.md, "Gewichten van de zoekfunctie").
PASSAGE_WEIGHT = 0.45
SENTENCE_WEIGHT = 0.20
DOCUMENT_WEIGHT = 0.10
LEXICAL_WEIGHT = 0.25

# Passages that each side may propose; on a corpus below this size every passage is weighed.
CANDIDATES = 300


@dataclass(frozen=True, slots=True)
class Search:
    """The hits of a question with its embedding, shape (dimension,), for those who look closer."""

    hits: tuple[Hit, ...]
    query_embedding: Embeddings


def find_hits(question: str, index: OpenIndex, kinds: frozenset[str] = frozenset(), count: int = 10) -> tuple[Hit, ...]:
    """The best passages for a question, best first; only those of these kinds (documentsoorten) where any are named."""
    return search_passages(question, index, kinds, count).hits


def search_passages(question: str, index: OpenIndex, kinds: frozenset[str] = frozenset(), count: int = 10) -> Search:
    """The best passages, best first, each with its signals: ``vector``, ``zin``, ``document`` (cosines) and ``woorden`` (BM25)."""
    query_embedding = index.encoder.encode_queries([question])[0]
    lexical = index.lexical.score_passages(question)
    highest = float(lexical.max()) or 1.0
    hits = []
    for row, cosine in _propose_rows(index, query_embedding, lexical, kinds):
        passage = index.passages[row]
        sentences = index.sentence_cosines(query_embedding, row)
        sentence = float(sentences.max()) if len(sentences) else cosine
        document = float(index.document_means[passage.document_id] @ query_embedding)
        signals = {"vector": cosine, "zin": sentence, "document": document, "woorden": float(lexical[row])}
        score = (
            PASSAGE_WEIGHT * scale_cosine(cosine)
            + SENTENCE_WEIGHT * scale_cosine(sentence)
            + DOCUMENT_WEIGHT * scale_cosine(document)
            + LEXICAL_WEIGHT * float(lexical[row]) / highest
        )
        hits.append(Hit(passage, round(score, 6), {name: round(value, 6) for name, value in signals.items()}))
    hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
    return Search(tuple(hits[:count]), query_embedding)


def scale_cosine(cosine: float) -> float:
    """A cosine on the scale of 0 (unrelated) to about 1 (the same)."""
    return float(np.clip((cosine - LOWEST_COSINE) / COSINE_RANGE, 0.0, HIGHEST_SCALED))


def _propose_rows(
    index: OpenIndex, query_embedding: Embeddings, lexical: Embeddings, kinds: frozenset[str]
) -> list[tuple[int, float]]:
    """The rows that either side finds best, with their cosine. Where kinds are asked for, every passage is looked at."""
    everything = len(index.passages)
    nearest = index.nearest_passages(query_embedding, everything if kinds else min(everything, CANDIDATES))
    cosines = dict(nearest)
    proposed = [row for row, _ in nearest if not kinds or index.passages[row].kind in kinds]
    for row in np.argsort(-lexical, kind="stable")[: CANDIDATES if everything > CANDIDATES else 0]:
        # A row that only the words propose gets the lowest cosine that the vectors proposed: it is no nearer than that.
        if int(row) not in cosines and lexical[row] > 0 and (not kinds or index.passages[int(row)].kind in kinds):
            cosines[int(row)] = nearest[-1][1]
            proposed.append(int(row))
    return [(row, cosines[row]) for row in proposed]
