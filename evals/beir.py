"""Measures the service on a folder of outside test data: makes the index, searches and decides, and writes a report."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter
from tqdm import tqdm

from evals.beir_index import open_beir_index
from evals.beir_refusal import Decision, RefusalNumbers, count_decisions, decide_questions
from evals.beir_retrieval import FoundSections, RetrievalNumbers, average_found, find_sections
from evals.beir_set import BeirError, BeirSet, read_beir_set
from evals.fingerprints import code_fingerprint
from evals.markdown import render_table
from evals.results import RESULTS_FOLDER
from evals.tables import Table, write_decimal
from indexer.embedding import Encoder, ModelUnavailableError, load_encoder
from indexer.packaged_weights import PackagedWeightsError
from indexer.publishing import PublishingError
from indexer.settings import IndexSettings
from indexer.store import IndexUnusableError, OpenIndex

INDEXES_FOLDER = RESULTS_FOLDER / "beir"


@dataclass(frozen=True, slots=True)
class BeirResult:
    """What was measured on one set, and on what; ``retrieval`` or ``refusal`` is None where the set has no such questions."""

    name: str
    model: str
    code: str
    index_version: str
    documents: int
    sections: int
    retrieval: RetrievalNumbers | None
    refusal: RefusalNumbers | None
    found: tuple[FoundSections, ...]
    decisions: tuple[Decision, ...]


_RESULT = TypeAdapter(BeirResult)


def measure_beir(beir: BeirSet, index: OpenIndex) -> BeirResult:
    """The numbers of this test data on its open index, with the weights that retrieval and the decision have at this moment."""
    found = find_sections(beir.judged, index)
    decisions = decide_questions(beir.decidable, index)
    return BeirResult(
        name=beir.name,
        model=index.info.model,
        code=code_fingerprint(),
        index_version=index.info.version,
        documents=index.info.documents,
        sections=index.info.passages,
        retrieval=average_found(found) if found else None,
        refusal=count_decisions(decisions) if decisions else None,
        found=found,
        decisions=decisions,
    )


def run_beir(folder: Path, index_dir: Path | None = None, out: Path | None = None, encoder: Encoder | None = None) -> int:
    """Measures a folder of test data, prints the tables and keeps them with every question's outcome in ``out``; always 0.

    The index is kept in ``index_dir`` for the next time. Without an encoder that of the settings is loaded. Raises BeirError.
    """
    beir = read_beir_set(folder)
    try:
        index = _open_with_progress(beir, index_dir or INDEXES_FOLDER / beir.name, encoder)
    except (IndexUnusableError, ModelUnavailableError, PackagedWeightsError, PublishingError) as error:
        raise BeirError(str(error)) from error
    result = measure_beir(beir, index)
    report = render_beir(result)
    kept = out or RESULTS_FOLDER / f"{datetime.now(UTC).date().isoformat()}-beir-{beir.name}"
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "results.json").write_bytes(_RESULT.dump_json(result, indent=2) + b"\n")
    (kept / "rapport.md").write_text(report, encoding="utf-8")
    print(report)
    print(f"De hele uitslag staat in {kept}.")
    return 0


def _open_with_progress(beir: BeirSet, index_dir: Path, encoder: Encoder | None) -> OpenIndex:
    with tqdm(desc="Teksten omzetten", unit=" teksten", file=sys.stderr, disable=None) as bar:

        def show_progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        return open_beir_index(beir, index_dir, encoder or load_encoder(IndexSettings().embedding_model), show_progress)


def render_beir(result: BeirResult) -> str:
    """The report in Markdown: what was measured, on what, in a table for each kind of question that the set has."""
    measured_on = (
        f"- Verzameling: {result.name} ({result.sections} secties van {result.documents} documenten)",
        f"- Model: {result.model}; index: {result.index_version}; code: {result.code}",
    )
    tables: Sequence[Table] = [
        *([_tabulate_retrieval(result.retrieval)] if result.retrieval else []),
        *([_tabulate_refusal(result.refusal)] if result.refusal else []),
    ]
    drawn = (f"## {table.heading}\n\n{render_table(table)}" for table in tables)
    return "\n\n".join(("# Meting op gegevens van buiten", "\n".join(measured_on), *drawn)) + "\n"


def _tabulate_retrieval(numbers: RetrievalNumbers) -> Table:
    gains = (numbers.ndcg, numbers.ndcg_margin, numbers.steep_ndcg)
    values = (*gains, numbers.best_in_top, numbers.document_first, numbers.reciprocal_rank)
    return Table(
        "Zoeken",
        ("Vragen", "nDCG@10", "±", "nDCG@10 steil", "Beste sectie in top 5", "Juiste document eerst", "MRR@10", "Mediaan ms"),
        ((str(numbers.queries), *map(write_decimal, values), _write_time(numbers.milliseconds)),),
        "nDCG@10: hoe goed de eerste tien op volgorde staan; de waardering van een sectie is haar winst, en bij 'steil' twee "
        "tot die macht, min één. ±: de helft van het 95 %-interval van nDCG@10. MRR@10: één gedeeld door de plaats van de eerste "
        "bruikbare sectie.",
    )


def _tabulate_refusal(numbers: RefusalNumbers) -> Table:
    values = (numbers.auroc, numbers.others_answered_at_share, numbers.answerable_answered, numbers.others_answered)
    columns = (
        "Te beantwoorden",
        "Andere",
        "AUROC",
        "Andere bij 95 %",
        "Terecht beantwoord",
        "Onterecht beantwoord",
        "Mediaan ms",
    )
    return Table(
        "Beslissen",
        columns,
        ((str(numbers.answerable), str(numbers.others), *map(write_decimal, values), _write_time(numbers.milliseconds)),),
        "AUROC: hoe vaak de zekerheid bij een te beantwoorden vraag hoger is dan bij een andere. Andere bij 95 %: welk deel van "
        "de andere vragen antwoord krijgt als 95 % van de te beantwoorden vragen antwoord krijgt. Terecht en onterecht beantwoord: "
        "bij de grens van de dienst zelf.",
    )


def _write_time(milliseconds: float) -> str:
    return f"{milliseconds:.1f}".replace(".", ",")
