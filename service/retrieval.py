"""Finds the passages for a question: by what they mean, by their words, and by what stands around them, joined by score."""

from dataclasses import dataclass

import numpy as np

from indexer.embedding import Embeddings
from indexer.store import OpenIndex, Rows
from indexer.words import split_words
from service.types import Hit
from service.unknown_words import abbreviate, bridge_words, cross_bridges

# e5's cosines of Dutch texts lie between these; the range is spread over 0 to 1 so that it can be weighed against BM25.
LOWEST_COSINE = 0.75
COSINE_RANGE = 0.20
HIGHEST_SCALED = 1.2

# Shares of a passage's own score (docs/ablatie.md says what each is worth).
WEIGHTS = {"vector": 0.39, "zin": 0.17, "context": 0.22, "woorden": 0.22}

# What the best passage of its context adds to the score of every passage there.
SURROUNDINGS_WEIGHT = 0.40

# Passages that each side may propose, and contexts whose passages all come along; a corpus below that is weighed whole.
CANDIDATES = 300
CANDIDATE_CONTEXTS = 20


@dataclass(frozen=True, slots=True)
class Search:
    """The hits of a question, best first, with what those who look closer need.

    ``words`` is the question in words of the documents: each word that they lack replaced by the one that is nearest to it.
    ``query_embedding`` has shape (dimension,).
    """

    hits: tuple[Hit, ...]
    words: str
    query_embedding: Embeddings


def find_hits(question: str, index: OpenIndex, kinds: frozenset[str] = frozenset(), count: int = 10) -> tuple[Hit, ...]:
    """The best passages for a question, best first; only those of these kinds (documentsoorten) where any are named."""
    return search_passages(question, index, kinds, count).hits


def search_passages(question: str, index: OpenIndex, kinds: frozenset[str] = frozenset(), count: int = 10) -> Search:
    """The best passages, best first, each with its signals.

    ``vector``, ``zin`` and ``context``: the cosine of the passage, its best sentence and its context; ``woorden``: BM25;
    ``omgeving``: the best own score in its context.
    """
    query_embedding, bridges = bridge_words(question, index)
    abbreviations = abbreviate(question, index)
    words = " ".join((cross_bridges(question, bridges), *split_words(" ".join(abbreviations))))
    lexical = index.lexical.score_passages(" ".join((question, *bridges.values(), *abbreviations)))
    rows = _propose_rows(index, query_embedding, lexical, kinds)
    if not len(rows):
        return Search((), words, query_embedding)
    signals = _measure_signals(index, query_embedding, lexical, rows)
    shares = {name: scale_cosines(signals[name]) for name in ("vector", "zin", "context")}
    shares |= {"woorden": signals["woorden"] / (float(lexical.max()) or 1.0)}
    own = sum((WEIGHTS[name] * share for name, share in shares.items()), start=np.zeros(len(rows), dtype=np.float32))
    signals["omgeving"] = _spread_best(own, index.contexts[rows])
    scores = (1 - SURROUNDINGS_WEIGHT) * own + SURROUNDINGS_WEIGHT * signals["omgeving"]
    hits = [
        Hit(
            index.passages[row],
            round(float(score), 6),
            {name: round(float(values[position]), 6) for name, values in signals.items()},
        )
        for position, (row, score) in enumerate(zip(rows.tolist(), scores, strict=True))
    ]
    hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
    return Search(tuple(hits[:count]), words, query_embedding)


def scale_cosines(cosines: Embeddings) -> Embeddings:
    """Cosines on the scale of 0 (unrelated) to about 1 (the same)."""
    return np.asarray(np.clip((cosines - LOWEST_COSINE) / COSINE_RANGE, 0.0, HIGHEST_SCALED), dtype=np.float32)


def _measure_signals(index: OpenIndex, query_embedding: Embeddings, lexical: Embeddings, rows: Rows) -> dict[str, Embeddings]:
    """Each signal of the passages in these rows, all of shape (rows,)."""
    vector = index.passage_cosines(query_embedding, rows)
    sentence = vector.copy()
    for position, row in enumerate(rows.tolist()):
        cosines = index.sentence_cosines(query_embedding, row)
        if len(cosines):
            sentence[position] = cosines.max()
    context = index.context_cosines(query_embedding)[index.contexts[rows]]
    return {"vector": vector, "zin": sentence, "context": context, "woorden": lexical[rows]}


def _spread_best(scores: Embeddings, contexts: Rows) -> Embeddings:
    """For every passage the best score in its context."""
    best = np.full(int(contexts.max()) + 1, -np.inf, dtype=np.float32)
    np.maximum.at(best, contexts, scores)
    return best[contexts]


def _propose_rows(index: OpenIndex, query_embedding: Embeddings, lexical: Embeddings, kinds: frozenset[str]) -> Rows:
    """The rows that either side finds best with those of the same contexts; of the kinds asked for, every one."""
    if kinds:
        return np.array([row for row, passage in enumerate(index.passages) if passage.kind in kinds], dtype=np.int64)
    if len(index.passages) <= CANDIDATES:
        return np.arange(len(index.passages), dtype=np.int64)
    nearest = [row for row, _ in index.nearest_passages(query_embedding, CANDIDATES)]
    worded = [int(row) for row in np.argsort(-lexical, kind="stable")[:CANDIDATES] if lexical[row] > 0]
    contexts = np.unique(index.contexts[[*nearest[:CANDIDATE_CONTEXTS], *worded[:CANDIDATE_CONTEXTS]]])
    beside = np.flatnonzero(np.isin(index.contexts, contexts))
    return np.unique(np.concatenate([np.array([*nearest, *worded], dtype=np.int64), beside]))
