"""Measures a reader on documents that it was never trained on: does it find, does it know when to refuse, does it choose the words?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch

from evals.refusal import measure_area
from evals.training.lessons import Lesson, LessonQuestion
from evals.training.losses import mean_of_sentences
from indexer.reader_network import ReaderNetwork, Tokenizer

# Passages that are read; the rest is too far off to be what is asked.
READ = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question of a kept-out document led to. ``found`` and ``sentence`` are None where they can't be judged."""

    kind: str
    style: str
    answerable: bool
    logit: float
    found: bool | None
    read_first: bool | None
    sentence: bool | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares of 1: an answering passage first by nearness and by reading, answerable above the others, the right sentence chosen."""

    questions: int
    found_first: float
    read_first: float
    auroc: float
    sentence: float


@torch.inference_mode()
def measure_reader(network: ReaderNetwork, tokenizer: Tokenizer, lessons: Iterable[Lesson]) -> list[Outcome]:
    """The outcome of every question of these documents, each asked to its own document."""
    network.eval()
    return [outcome for lesson in lessons for outcome in _measure_lesson(network, tokenizer, lesson)]


def sum_up(outcomes: Sequence[Outcome]) -> Measured:
    """The shares over these outcomes; 0 where nothing could be judged."""
    answered = [outcome.logit for outcome in outcomes if outcome.answerable]
    others = [outcome.logit for outcome in outcomes if not outcome.answerable]
    return Measured(
        questions=len(outcomes),
        found_first=_share(outcome.found for outcome in outcomes),
        read_first=_share(outcome.read_first for outcome in outcomes),
        auroc=measure_area(answered, others) if answered and others else 0.0,
        sentence=_share(outcome.sentence for outcome in outcomes),
    )


def sum_up_by(outcomes: Sequence[Outcome], key: str) -> dict[str, Measured]:
    """The shares of each ``kind`` or ``style``, by name."""
    groups: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.kind if key == "kind" else outcome.style].append(outcome)
    return {name: sum_up(groups[name]) for name in sorted(groups)}


def _share(judged: Iterable[bool | None]) -> float:
    values = [value for value in judged if value is not None]
    return sum(values) / len(values) if values else 0.0


def _measure_lesson(network: ReaderNetwork, tokenizer: Tokenizer, lesson: Lesson) -> list[Outcome]:
    pieces = [tokenizer.cut_passage(passage.headings, passage.text) for passage in lesson.passages]
    passages = network.encode(pieces)
    kept = [network.shorten(passage.tokens) for passage in passages]
    tokens = torch.nn.utils.rnn.pad_sequence(kept, batch_first=True)
    lengths = torch.tensor([len(each) for each in kept], device=tokens.device)
    present = torch.arange(tokens.shape[1], device=tokens.device) < lengths.unsqueeze(1)
    wholes = torch.stack([passage.whole for passage in passages])
    questions = network.encode([tokenizer.cut_question(question.text) for question in lesson.questions])
    outcomes = []
    for question, asked in zip(lesson.questions, questions, strict=True):
        weights = network.weigh_tokens(asked)
        matches = torch.einsum("qd,npd->qnp", network.shorten(asked.tokens), tokens).masked_fill(~present, -1.0)
        scores = network.score(weights, matches.amax(-1), wholes @ asked.whole)
        read = scores.argsort(descending=True)[:READ].tolist()
        logits, said = network.reading(asked.tokens, weights, tokens[read], present[read], matches[:, read], scores[read])
        best = int(logits.argmax())
        sentence = None
        for row, n in enumerate(read):
            if n in question.answered and len(lesson.passages[n].sentences) > 1 and sentence is None:
                means = mean_of_sentences(said[row, :, 0], pieces[n], lesson.passages[n].sentences)
                chosen = lesson.passages[n].sentences[max(means, key=lambda number: float(means[number]))]
                sentence = any(chosen.overlaps(span) for span in question.answered[n].evidence)
        outcomes.append(_judge(question, float(logits.max()), read[0], read[best], sentence))
    return outcomes


def _judge(question: LessonQuestion, logit: float, nearest: int, chosen: int, sentence: bool | None) -> Outcome:
    if not question.answerable:
        return Outcome(question.kind, question.style, False, logit, None, None, None)
    found, read = nearest in question.answered, chosen in question.answered
    return Outcome(question.kind, question.style, True, logit, found, read, sentence)
