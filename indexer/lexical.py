"""The lexical index: BM25 over stems and letter groups, beside the vectors. The one home of bm25s."""

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
import numpy.typing as npt

from indexer.words import text_to_terms

Scores = npt.NDArray[np.float32]


class LexicalIndex:
    """BM25 scores of every passage for a question, by the passages' rows."""

    def __init__(self, retriever: bm25s.BM25, count: int) -> None:
        self._retriever = retriever
        self.count = count
        pointers = np.asarray(retriever.scores["indptr"])
        self._frequencies = np.diff(pointers)

    def score_passages(self, question: str) -> Scores:
        """One score a passage, shape (passages,), 0 where no term is shared."""
        terms = [term for term in text_to_terms(question) if term in self._retriever.vocab_dict]
        if not terms:
            return np.zeros(self.count, dtype=np.float32)
        return np.asarray(self._retriever.get_scores(terms), dtype=np.float32)

    def count_passages_with(self, stem: str) -> int:
        """In how many passages a word with this stem stands."""
        identifier = self._retriever.vocab_dict.get(f"={stem}")
        return 0 if identifier is None else int(self._frequencies[identifier])

    def save(self, folder: Path) -> None:
        """Writes the index into a new folder."""
        self._retriever.save(str(folder), show_progress=False)


def build_lexical_index(texts: Sequence[str]) -> LexicalIndex:
    """The index over the search texts of the passages, in their order. At least one text is needed."""
    retriever = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    retriever.index([text_to_terms(text) or ["="] for text in texts], show_progress=False)
    return LexicalIndex(retriever, len(texts))


def open_lexical_index(folder: Path, count: int) -> LexicalIndex:
    """The saved index of ``count`` passages."""
    return LexicalIndex(bm25s.BM25.load(str(folder)), count)
