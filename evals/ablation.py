"""Leaves out each signal and each step of structure in turn, and measures what that costs: the table of ``docs/ablatie.md``.

A step is switched off by putting something simpler in the place of one name of a module, for as long as it is measured.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from corpus.types import CanonicalText, Passage, Section
from evals.beir_retrieval import average_found, find_sections
from evals.beir_set import BeirSet
from evals.cases import Case
from evals.fit import fit_weights, gather_samples
from evals.in_process import subject_of
from evals.run import run_evals
from evals.summary import count_shares
from evals.tables import Table, write_decimal
from indexer import gathering
from indexer.build import build_index
from indexer.embedding import Embeddings, Encoder
from indexer.store import OpenIndex, open_index
from indexer.structure.passages import cut_passages
from service import answering, quoting, retrieval
from service.evidence import WEIGHTS

HALVES = ("ontwikkeling", "toets")
MEASURES = {"bewijs-1000": "bewijs @1.000", "antwoord-goed": "antwoord goed", "lijst-volledig": "lijst volledig"}

EXPLANATION = (
    "Aandelen, of nDCG@10 op gegevens van buiten. – waar een stap die meting niet raakt: de gegevens van buiten komen al in secties, "
    "en meten alleen het zoeken."
)
DECISION_EXPLANATION = (
    "Opnieuw gepast op de ontwikkelhelft en gemeten op onderwerpen die niet zijn meegenomen. Vragen die om een onbekende naam "
    "worden geweigerd tellen niet mee."
)


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be left out: its Dutch name, where it stands and what takes its place.

    ``rebuilds`` when a new index has to be made; ``on_own_only`` when searching alone does not take it.
    """

    name: str
    module: ModuleType
    attribute: str
    simpler: object
    rebuilds: bool = False
    on_own_only: bool = False


def list_steps() -> tuple[Step, ...]:
    """Every step that can be left out, signals first."""
    weights = retrieval.WEIGHTS
    signals = [Step(f"zoeken zonder {name}", retrieval, "WEIGHTS", {**weights, name: 0.0}) for name in weights]
    return (
        *signals,
        Step("zonder omgeving", retrieval, "SURROUNDINGS_WEIGHT", 0.0),
        Step("zonder bruggen voor onbekende woorden", retrieval, "bridge_words", _embed_alone),
        Step("zonder afkortingen", retrieval, "abbreviate", _abbreviate_nothing),
        Step("zonder keuze van de vragende zin", answering, "find_asking_sentence", _ask_all, on_own_only=True),
        Step("zonder splitsing van dubbele vragen", answering, "split_question", _split_nothing, on_own_only=True),
        Step("zonder voorkeur voor gevraagde lijsten", answering, "LIST_WEIGHT", 0.0, on_own_only=True),
        Step("zonder tweede en derde citaat", answering, "MOST_QUOTED", 1, on_own_only=True),
        Step("zonder zinnen rond het antwoord", quoting, "WIDEST_SURROUNDINGS", 0, on_own_only=True),
        Step("zonder koppen in de zoektekst", gathering, "passage_to_search_text", _search_words_alone, rebuilds=True),
        Step("zonder overzichten van koppen", gathering, "cut_passages", _cut_no_overviews, rebuilds=True),
        Step("zonder lijsten als geheel", gathering, "cut_passages", _cut_no_lists, rebuilds=True),
    )


@contextmanager
def left_out(step: Step) -> Iterator[None]:
    """Puts the simpler thing in the place of a step until the block ends."""
    kept = getattr(step.module, step.attribute)
    setattr(step.module, step.attribute, step.simpler)
    try:
        yield
    finally:
        setattr(step.module, step.attribute, kept)


def measure_steps(
    cases: Sequence[Case],
    sets: Sequence[tuple[BeirSet, OpenIndex]],
    corpus_dir: Path,
    encoder: Encoder,
    show_progress: Callable[[str], None] = lambda name: None,
) -> Table:
    """Every step left out in turn, and first none: our own cases, and each outside set where the step touches it."""
    with TemporaryDirectory() as folder:
        whole = _open_rebuilt(corpus_dir, Path(folder) / "heel", encoder)
        show_progress("niets weggelaten")
        rows = [("**niets weggelaten**", *_measure_own(cases, whole), *_measure_sets(sets))]
        for step in list_steps():
            show_progress(step.name)
            with left_out(step):
                index = _open_rebuilt(corpus_dir, Path(folder) / "zonder", encoder) if step.rebuilds else whole
                outside = ("–",) * len(sets) if step.rebuilds or step.on_own_only else _measure_sets(sets)
                rows.append((step.name, *_measure_own(cases, index), *outside))
    headings = ("Stap", *(f"{name} ({half})" for half in HALVES for name in MEASURES.values()))
    return Table(
        "Wat elke stap bijdraagt", (*headings, *(f"{beir.name}: nDCG@10" for beir, _ in sets)), tuple(rows), EXPLANATION
    )


def measure_decision(cases: Sequence[Case], index: OpenIndex) -> Table:
    """The decision fitted anew without each of its signals in turn, measured on topics that it was not fitted on."""
    samples = gather_samples([case for case in cases if case.split == "ontwikkeling"], index)
    names = tuple(WEIGHTS)
    choices = [("**alle signalen**", names), *((f"zonder {left}", tuple(n for n in names if n != left)) for left in names)]
    rows = []
    for label, chosen in choices:
        fit = fit_weights(samples, chosen)
        rows.append((label, write_decimal(fit.auroc), write_decimal(fit.balanced)))
    return Table(
        "Wat elk signaal aan de beslissing bijdraagt", ("Signalen", "AUROC", "Balans"), tuple(rows), DECISION_EXPLANATION
    )


def _measure_own(cases: Sequence[Case], index: OpenIndex) -> tuple[str, ...]:
    outcomes = run_evals(cases, subject_of(index)).outcomes
    shares = [count_shares(outcome for outcome in outcomes if outcome.split == half) for half in HALVES]
    return tuple(write_decimal(half[measure].value) if measure in half else "–" for half in shares for measure in MEASURES)


def _measure_sets(sets: Sequence[tuple[BeirSet, OpenIndex]]) -> tuple[str, ...]:
    found = [average_found(find_sections(beir.judged, index)) for beir, index in sets]
    return tuple(write_decimal(numbers.ndcg) for numbers in found)


def _open_rebuilt(corpus_dir: Path, index_dir: Path, encoder: Encoder) -> OpenIndex:
    # A step that is left out is left out of this process, so the documents have to be read in it.
    build_index(corpus_dir, index_dir, encoder, limits=None)
    return open_index(index_dir, encoder)


def _embed_alone(question: str, index: OpenIndex) -> tuple[Embeddings, dict[str, str]]:
    return index.encoder.encode_queries([question])[0], {}


def _abbreviate_nothing(question: str, index: OpenIndex) -> list[str]:
    return []


def _ask_all(text: str) -> str:
    return text


def _split_nothing(question: str) -> tuple[str, ...]:
    return (question,)


def _search_words_alone(passage: Passage, title: str, text: str) -> str:
    return passage.span.of(text)


def _cut_no_overviews(canonical: CanonicalText, sections: Sequence[Section]) -> tuple[Passage, ...]:
    return tuple(passage for passage in cut_passages(canonical, sections) if passage.form != "overview")


def _cut_no_lists(canonical: CanonicalText, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """Every list cut into its items, as a chunker without structure would."""
    cut: list[Passage] = []
    for passage in cut_passages(canonical, sections):
        if passage.form != "list":
            cut.append(passage)
            continue
        for item in passage.items:
            name = f"{canonical.document_id}#t{item.begin}-{item.end}"
            cut.append(replace(passage, id=name, span=item, form="text", items=(), sentences=(item,)))
    return tuple(cut)
