"""How well the right sections are found in outside test data, by the measures that others report there."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, nDCG
from tqdm import tqdm

from evals.beir_set import BeirQuery
from indexer.store import OpenIndex
from service.retrieval import search_passages

RANKED = 100
TOP = 5
NDCG_AT_10 = nDCG @ 10
RECIPROCAL_RANK_AT_10 = RR @ 10


@dataclass(frozen=True, slots=True)
class FoundSections:
    """What was found for one question: its best hits by section id, and its measures, each from 0 to 1."""

    query_id: str
    ranked: tuple[str, ...]
    ndcg: float
    steep_ndcg: float
    reciprocal_rank: float
    best_in_top: bool
    document_first: bool
    milliseconds: float


@dataclass(frozen=True, slots=True)
class RetrievalNumbers:
    """Means over the questions, each from 0 to 1, and the median time of a search.

    ``ndcg`` is nDCG@10 where a grade is its own gain, ``ndcg_margin`` half its 95 % interval, and ``steep_ndcg`` nDCG@10 where
    the gain is two to the power of the grade, less one: either is called nDCG@10, and they differ where there are several grades.
    ``best_in_top`` is the share with a best-graded section among the first five, ``document_first`` the share whose first hit is
    of a document that holds a best-graded section, ``reciprocal_rank`` that of the first section of any use in the first ten.
    """

    queries: int
    ndcg: float
    ndcg_margin: float
    steep_ndcg: float
    best_in_top: float
    document_first: float
    reciprocal_rank: float
    milliseconds: float


def find_sections(queries: Sequence[BeirQuery], index: OpenIndex) -> tuple[FoundSections, ...]:
    """What this index finds for judged questions, in their order. Passages bear the ids of sections."""
    return tuple(_find_for(query, index) for query in tqdm(queries, desc="Zoekvragen", unit="vraag", leave=False, disable=None))


def _find_for(query: BeirQuery, index: OpenIndex) -> FoundSections:
    started = time.perf_counter()
    hits = search_passages(query.text, index, count=RANKED).hits
    milliseconds = (time.perf_counter() - started) * 1000
    ranked = [hit.passage.id for hit in hits]
    documents = {index.passages[index.rows[section]].document_id for section in query.best_sections}
    # Places as scores: equal scores would be ordered by the library's own rule, not by ours.
    run = {query.id: {section: float(-place) for place, section in enumerate(ranked)}}
    measured = ir_measures.calc_aggregate([NDCG_AT_10, RECIPROCAL_RANK_AT_10], {query.id: dict(query.grades)}, run)
    steep_grades = {section: 2**grade - 1 for section, grade in query.grades.items()}
    steep = ir_measures.calc_aggregate([NDCG_AT_10], {query.id: steep_grades}, run)
    return FoundSections(
        query_id=query.id,
        ranked=tuple(ranked[:10]),
        ndcg=float(measured[NDCG_AT_10]),
        steep_ndcg=float(steep[NDCG_AT_10]),
        reciprocal_rank=float(measured[RECIPROCAL_RANK_AT_10]),
        best_in_top=not query.best_sections.isdisjoint(ranked[:TOP]),
        document_first=bool(hits) and hits[0].passage.document_id in documents,
        milliseconds=milliseconds,
    )


def average_found(found: Sequence[FoundSections]) -> RetrievalNumbers:
    """The numbers over at least one question."""
    gains = [each.ndcg for each in found]
    spread = statistics.stdev(gains) if len(gains) > 1 else 0.0
    return RetrievalNumbers(
        queries=len(found),
        ndcg=statistics.fmean(gains),
        ndcg_margin=1.96 * spread / len(gains) ** 0.5,
        steep_ndcg=statistics.fmean(each.steep_ndcg for each in found),
        best_in_top=statistics.fmean(each.best_in_top for each in found),
        document_first=statistics.fmean(each.document_first for each in found),
        reciprocal_rank=statistics.fmean(each.reciprocal_rank for each in found),
        milliseconds=statistics.median(each.milliseconds for each in found),
    )
