"""Fits the decision to answer: which weight each signal gets, from the development half and from answers taken away.

Every answerable question also counts as one that can't be answered, after the passages that hold its evidence are taken out of what
was found: the nearest of near misses, by the hundred and without anyone's taste. Weights are reported with their quality on questions
of topics that they were not fitted on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from corpus.types import Passage
from evals.beir_set import BeirSet
from evals.cases import Case
from evals.evidence import find_quote
from evals.refusal import find_threshold, measure_area, measure_balance
from indexer.store import OpenIndex
from service.answering import choose_quotations, find_quotations
from service.conversation import make_standalone
from service.evidence import WEIGHTS, find_signals, weigh_evidence
from service.figures.questions import answer_figure_question
from service.question_form import is_question
from service.types import Question

Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

FOLDS = 8
# Regularisation (sklearn's C) and what a sample weighs: refusals are fewer than answers, and taken-away answers are not real ones.
STRENGTH = 1.0
WEIGHT_OF_REFUSAL = 1.6
WEIGHT_OF_TAKEN_AWAY = 0.3
WEIGHT_OF_OUTSIDE = 1.01
MOST_CITATIONS = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """The signals of one question, whether it can be answered, and its topic. ``weight`` is what it counts for in the fit."""

    signals: dict[str, float]
    answerable: bool
    topic: str
    weight: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights for ``service/evidence.py`` with their quality on topics left out: area under the ROC curve, and the best threshold.

    ``outside`` is the area on outside questions, None where none took part.
    """

    intercept: float
    weights: dict[str, float]
    auroc: float
    outside: float | None
    threshold: float
    balanced: float


def gather_samples(cases: Iterable[Case], index: OpenIndex) -> list[Sample]:
    """The samples of these cases. Figure questions, talk that asks nothing and unknown names are decided without the weights."""
    samples = []
    for case in cases:
        question = Question(case.question, case.turns)
        standalone = make_standalone(question, index)
        if not is_question(standalone) or answer_figure_question(standalone, index, MOST_CITATIONS) is not None:
            continue
        found = find_quotations(standalone, question, index)
        if not found.quotations or weigh_evidence(found.asked, found.search, found.quotations, index).unknown_names:
            continue
        signals = find_signals(found.asked, found.search, found.quotations, index)
        samples.append(Sample(signals, case.answerable, case.topic, 1.0 if case.answerable else WEIGHT_OF_REFUSAL))
        if case.answerable:
            hits = tuple(hit for hit in found.search.hits if not _holds_evidence(hit.passage, case, index))
            search = replace(found.search, hits=hits)
            quotations = choose_quotations(found.asked, MOST_CITATIONS, search, index) if hits else []
            if quotations:
                signals = find_signals(found.asked, search, quotations, index)
                samples.append(Sample(signals, answerable=False, topic=case.topic, weight=WEIGHT_OF_TAKEN_AWAY))
    return samples


def gather_outside_samples(beir: BeirSet, index: OpenIndex) -> list[Sample]:
    """The samples of outside questions of which it is known whether their documents hold the answer."""
    samples = []
    for query in beir.decidable:
        found = find_quotations(query.text, Question(query.text), index)
        if found.quotations:
            signals = find_signals(found.asked, found.search, found.quotations, index)
            samples.append(Sample(signals, bool(query.answerable), query.id, WEIGHT_OF_OUTSIDE))
    return samples


def fit_weights(samples: Sequence[Sample], names: Sequence[str] = tuple(WEIGHTS)) -> Fit:
    """The logistic weights of these signals over all samples, and how well such weights do on topics that they have not seen."""
    signals = np.array([[sample.signals[name] for name in names] for sample in samples])
    answerable = np.array([sample.answerable for sample in samples])
    weights = np.array([sample.weight for sample in samples])
    unseen = np.zeros(len(samples))
    for fitted, held_out in GroupKFold(FOLDS).split(signals, groups=[sample.topic for sample in samples]):
        model = _fit(signals[fitted], answerable[fitted], weights[fitted])
        unseen[held_out] = model.predict_proba(signals[held_out])[:, 1]
    model = _fit(signals, answerable, weights)
    scaler, logistic = model[0], model[1]
    coefficients = logistic.coef_[0] / scaler.scale_
    outside = weights == WEIGHT_OF_OUTSIDE
    real = (weights != WEIGHT_OF_TAKEN_AWAY) & ~outside
    sure, unsure = unseen[real & answerable], unseen[real & ~answerable]
    threshold = find_threshold(sure, unsure)
    return Fit(
        intercept=float(logistic.intercept_[0] - (coefficients * scaler.mean_).sum()),
        weights={name: float(value) for name, value in zip(names, coefficients, strict=True)},
        auroc=measure_area(sure, unsure),
        outside=measure_area(unseen[outside & answerable], unseen[outside & ~answerable]) if outside.any() else None,
        threshold=threshold,
        balanced=measure_balance(threshold, sure, unsure),
    )


def render_fit(fit: Fit) -> str:
    """The fit as lines for ``service/evidence.py``, with its quality in Dutch."""
    lines = [f"INTERCEPT = {fit.intercept:.2f}", "WEIGHTS = {"]
    lines += [f'    "{name}": {weight:.2f},' for name, weight in fit.weights.items()]
    lines += ["}", f"ANSWER_FROM = {fit.threshold:.2f}", ""]
    lines.append(
        f"Op onderwerpen die niet zijn meegenomen: AUROC {fit.auroc:.3f}, balans van antwoorden en weigeren {fit.balanced:.3f}."
    )
    if fit.outside is not None:
        lines.append(f"Op de vragen van buiten: AUROC {fit.outside:.3f}.")
    return "\n".join(lines)


def _fit(signals: Floats, answerable: Truths, weights: Floats) -> Pipeline:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=1000))
    return model.fit(signals, answerable, logisticregression__sample_weight=weights)


def _holds_evidence(passage: Passage, case: Case, index: OpenIndex) -> bool:
    """Whether a passage shows any of a case's evidence."""
    text = index.texts[passage.document_id].text
    quotes = [quote for group in case.evidence for quote in group if quote.document_id == passage.document_id]
    places = [place for quote in quotes for place in find_quote(quote, text)]
    return any(passage.span.begin <= place[-1] and place[0] < passage.span.end for place in places)
