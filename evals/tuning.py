"""The commands that say what the weights should be and what each step is worth: on our own cases and on outside test data."""

import sys
from collections.abc import Sequence
from pathlib import Path

from evals.ablation import measure_decision, measure_steps
from evals.asking import SubjectError
from evals.beir import INDEXES_FOLDER
from evals.beir_index import open_beir_index
from evals.beir_set import BeirSet, read_beir_set
from evals.cases import load_cases
from evals.fit import fit_weights, gather_outside_samples, gather_samples, render_fit
from evals.markdown import render_table
from indexer.embedding import Encoder, ModelUnavailableError, load_encoder
from indexer.settings import IndexSettings
from indexer.store import IndexUnusableError, OpenIndex, open_index


def print_fit(folders: Sequence[Path]) -> int:
    """Fits the decision to answer on the development half and outside refusal sets, and prints the lines for the service; always 0."""
    encoder = _load_encoder()
    cases = [case for case in load_cases() if case.split == "ontwikkeling"]
    samples = gather_samples(cases, _open_own(encoder))
    for folder in folders:
        samples += gather_outside_samples(*_open_set(folder, encoder))
    print(render_fit(fit_weights(samples)))
    return 0


def print_ablation(folders: Sequence[Path], out: Path | None) -> int:
    """Prints the tables of what each step is worth, and writes them to ``out`` where it is given; always 0."""
    encoder = _load_encoder()
    cases = load_cases()
    sets = [_open_set(folder, encoder) for folder in folders]
    steps = measure_steps(cases, sets, IndexSettings().corpus, encoder, lambda name: print(name, file=sys.stderr))
    tables = (steps, measure_decision(cases, _open_own(encoder)))
    text = "\n\n".join(f"## {table.heading}\n\n{render_table(table)}" for table in tables) + "\n"
    if out:
        out.write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


def _load_encoder() -> Encoder:
    try:
        return load_encoder(IndexSettings().embedding_model)
    except ModelUnavailableError as fault:
        raise SubjectError(str(fault)) from fault


def _open_own(encoder: Encoder) -> OpenIndex:
    try:
        return open_index(IndexSettings().index, encoder)
    except IndexUnusableError as fault:
        raise SubjectError(str(fault)) from fault


def _open_set(folder: Path, encoder: Encoder) -> tuple[BeirSet, OpenIndex]:
    beir = read_beir_set(folder)
    return beir, open_beir_index(beir, INDEXES_FOLDER / beir.name, encoder)
