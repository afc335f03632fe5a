"""What a batch of documents teaches: which passage is nearest, whether it answers, and which of its words do."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor
from torch.nn import functional

from corpus.types import Span
from evals.training.lessons import Answered, Lesson, LessonPassage, LessonQuestion
from indexer.reader_network import UNKNOWN_ID, Encoded, Pieces, ReaderNetwork, Tokenizer

QUESTIONS_A_DOCUMENT = 36
PASSAGES_A_DOCUMENT = 24

# Wrong passages that are read beside the right ones: those that are nearest at this moment.
HARDEST_READ = 3
RIGHT_READ = 2

# Passages of earlier batches that are wrong for every question of this one: they teach to tell documents apart.
REMEMBERED_PASSAGES = 256

# Chance that a token is hidden, so that no single word is leaned on.
HIDDEN_IN_QUESTION = 0.10
HIDDEN_IN_PASSAGE = 0.05

# How much each lesson counts.
WEIGHTS = {"nearest": 1.0, "whole": 0.3, "answers": 1.0, "tokens": 0.6, "sentence": 0.4, "twins": 0.5, "anchor": 2.0}
WHOLE_TEMPERATURE = 0.05
RIGHT_COUNTS = 2.0  # of a right passage against a wrong one: there are more wrong ones
SMOOTHING = 0.01


@dataclass(frozen=True, slots=True)
class Batch:
    """Passages and questions of a few documents. ``asked[i]`` is (question, first passage of its document, one past the last)."""

    passages: tuple[LessonPassage, ...]
    asked: tuple[tuple[LessonQuestion, int, int], ...]


@dataclass(slots=True)
class Memory:
    """The kept tokens, padding and wholes of passages of earlier batches, the newest last; nothing is learned of them any more."""

    tokens: list[Tensor] = field(default_factory=list)
    wholes: list[Tensor] = field(default_factory=list)

    def add(self, tokens: Sequence[Tensor], wholes: Sequence[Tensor]) -> None:
        """Remembers passages, the oldest forgotten."""
        self.tokens = [*self.tokens, *(kept.detach() for kept in tokens)][-REMEMBERED_PASSAGES:]
        self.wholes = [*self.wholes, *(whole.detach() for whole in wholes)][-REMEMBERED_PASSAGES:]


def make_batch(lessons: Sequence[Lesson], chance: random.Random) -> Batch:
    """Some questions of each document with the passages that they need and others of the same document."""
    passages: list[LessonPassage] = []
    asked: list[tuple[LessonQuestion, int, int]] = []
    for lesson in lessons:
        questions = chance.sample(lesson.questions, min(QUESTIONS_A_DOCUMENT, len(lesson.questions)))
        wanted = dict.fromkeys(n for question in questions for n in (*question.answered, *question.near))
        others = [n for n in range(len(lesson.passages)) if n not in wanted]
        chance.shuffle(others)
        chosen = sorted([*wanted, *others][: max(PASSAGES_A_DOCUMENT, len(wanted))])
        begin = len(passages)
        place = {n: begin + position for position, n in enumerate(chosen)}
        passages += [lesson.passages[n] for n in chosen]
        for question in questions:
            answered = {place[n]: found for n, found in question.answered.items()}
            near = tuple(place[n] for n in question.near)
            asked.append((replace(question, answered=answered, near=near), begin, len(passages)))
    return Batch(tuple(passages), tuple(asked))


def hide_tokens(pieces: Pieces, share: float, chance: random.Random) -> Pieces:
    """The same text with some of its tokens unknown."""
    ids = list(pieces.ids)
    for place in range(pieces.begin, pieces.end):
        if chance.random() < share:
            ids[place] = UNKNOWN_ID
    return replace(pieces, ids=tuple(ids))


def measure_losses(
    network: ReaderNetwork,
    tokenizer: Tokenizer,
    batch: Batch,
    memory: Memory,
    anchors: dict[str, Tensor],
    chance: random.Random,
) -> dict[str, Tensor]:
    """Each lesson's loss of a batch, not yet weighed; the batch's passages are added to the memory."""
    passage_pieces = [tokenizer.cut_passage(passage.headings, passage.text) for passage in batch.passages]
    question_pieces = [tokenizer.cut_question(question.text) for question, _, _ in batch.asked]
    hidden = [hide_tokens(pieces, HIDDEN_IN_PASSAGE, chance) for pieces in passage_pieces]
    hidden_questions = [hide_tokens(pieces, HIDDEN_IN_QUESTION, chance) for pieces in question_pieces]
    encoded = network.encode([*hidden_questions, *hidden])
    questions, passages = encoded[: len(batch.asked)], encoded[len(batch.asked) :]
    kept = [network.shorten(passage.tokens) for passage in passages]
    shelf = _pad([*kept, *memory.tokens])
    wholes = torch.stack([passage.whole for passage in passages] + memory.wholes)
    collected: dict[str, list[Tensor]] = {name: [] for name in ("nearest", "whole", "answers", "tokens", "sentence")}
    for (question, begin, end), asked in zip(batch.asked, questions, strict=True):
        weights = network.weigh_tokens(asked)
        matches = torch.einsum("qd,npd->qnp", network.shorten(asked.tokens), shelf.tokens)
        matches = matches.masked_fill(~shelf.present, -1.0)
        cosines = wholes @ asked.whole
        scores = network.score(weights, matches.amax(-1), cosines)
        right = list(question.answered)
        if right:
            collected["nearest"].append(_choose_loss(scores * network.scale.exp(), right))
            collected["whole"].append(_choose_loss(cosines / WHOLE_TEMPERATURE, right))
        read = _choose_read(question, scores, begin, end)
        _read(network, asked, weights, shelf, matches, scores, read, question, batch, passage_pieces, collected)
    losses = {name: torch.stack(values).mean() for name, values in collected.items() if values}
    losses["anchor"] = _measure_drift(batch, questions, passages, anchors)
    if (twins := _measure_twins(batch, questions)) is not None:
        losses["twins"] = twins
    memory.add(kept, [passage.whole for passage in passages])
    return losses


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Passages of different length in one tensor: ``tokens`` (passages, p, KEPT), ``present`` (passages, p) where no padding is."""

    tokens: Tensor
    present: Tensor


def _pad(kept: Sequence[Tensor]) -> _Shelf:
    tokens = torch.nn.utils.rnn.pad_sequence(list(kept), batch_first=True)
    lengths = torch.tensor([len(each) for each in kept], device=tokens.device)
    return _Shelf(tokens, torch.arange(tokens.shape[1], device=tokens.device) < lengths.unsqueeze(1))


def _choose_loss(scores: Tensor, right: list[int]) -> Tensor:
    """How unlikely any of the right ones is to be chosen."""
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)


def _choose_read(question: LessonQuestion, scores: Tensor, begin: int, end: int) -> list[int]:
    """The passages to read: right ones, near misses, the hardest wrong ones of the document and the hardest of another."""
    ranked = scores.detach().argsort(descending=True).tolist()
    wrong = [n for n in ranked if n not in question.answered and n not in question.near]
    inside = [n for n in wrong if begin <= n < end][:HARDEST_READ]
    outside = [n for n in wrong if not begin <= n < end][:1]
    return [*list(question.answered)[:RIGHT_READ], *question.near[:2], *inside, *outside]


def _read(
    network: ReaderNetwork,
    asked: Encoded,
    weights: Tensor,
    shelf: _Shelf,
    matches: Tensor,
    scores: Tensor,
    read: list[int],
    question: LessonQuestion,
    batch: Batch,
    pieces: Sequence[Pieces],
    collected: dict[str, list[Tensor]],
) -> None:
    """Reads the question beside these passages and adds what that costs."""
    logits, tokens = network.reading(
        asked.tokens, weights, shelf.tokens[read], shelf.present[read], matches[:, read], scores[read]
    )
    for row, n in enumerate(read):
        found = question.answered.get(n)
        target = torch.full_like(logits[row], 1 - SMOOTHING if found else SMOOTHING)
        cost = functional.binary_cross_entropy_with_logits(logits[row], target)
        collected["answers"].append(cost * (RIGHT_COUNTS if found else 1.0))
        if found and pieces[n].offsets:
            said = tokens[row, : len(pieces[n].offsets)]
            marks = _mark_tokens(pieces[n], found).to(said)
            collected["tokens"].append(functional.binary_cross_entropy_with_logits(said, marks))
            if (sentence := _choose_sentence(said[:, 0], pieces[n], batch.passages[n], found)) is not None:
                collected["sentence"].append(sentence)


def _mark_tokens(pieces: Pieces, found: Answered) -> Tensor:
    """1 for each token that is evidence and that is core, shape (p, 2)."""
    return torch.tensor(
        [[_stands_in(place, found.evidence), _stands_in(place, found.core or found.evidence)] for place in pieces.offsets]
    )


def _stands_in(place: tuple[int, int], spans: Sequence[Span]) -> float:
    return float(any(place[0] < span.end and span.begin < place[1] for span in spans))


def _choose_sentence(said: Tensor, pieces: Pieces, passage: LessonPassage, found: Answered) -> Tensor | None:
    """How unlikely a right sentence is to be chosen by the mean of its tokens; None where there is no choice."""
    means, right = mean_of_sentences(said, pieces, passage.sentences), []
    numbers = sorted(means)
    for position, number in enumerate(numbers):
        if any(passage.sentences[number].overlaps(span) for span in found.evidence):
            right.append(position)
    if not right or len(right) == len(numbers):
        return None
    return _choose_loss(torch.stack([means[number] for number in numbers]), right)


def mean_of_sentences(said: Tensor, pieces: Pieces, sentences: Sequence[Span]) -> dict[int, Tensor]:
    """The mean of the tokens' numbers of each sentence that has any token left, by the sentence's number."""
    means = {}
    for number, sentence in enumerate(sentences):
        inside = [n for n, (begin, end) in enumerate(pieces.offsets) if begin < sentence.end and sentence.begin < end]
        if inside:
            means[number] = said[inside].mean()
    return means


def _measure_drift(
    batch: Batch, questions: Sequence[Encoded], passages: Sequence[Encoded], anchors: dict[str, Tensor]
) -> Tensor:
    """How far the wholes have moved from where the packaged encoder had them: it knew other documents better than these teach."""
    texts = [question.text for question, _, _ in batch.asked] + [anchor_key(passage) for passage in batch.passages]
    now = torch.stack([each.whole for each in (*questions, *passages)])
    then = torch.stack([anchors[text] for text in texts]).to(now)
    return (1 - (now * then).sum(-1)).mean()


def anchor_key(passage: LessonPassage) -> str:
    """What a passage is remembered by."""
    return f"{passage.headings}\n{passage.text}"


def _measure_twins(batch: Batch, questions: Sequence[Encoded]) -> Tensor | None:
    """How far questions of one entry lie apart, others of the same batch lying between; None where no two ask the same."""
    entries = [question.entry for question, _, _ in batch.asked]
    wholes = torch.stack([each.whole for each in questions])
    same = torch.tensor([[a is not None and a == b for b in entries] for a in entries], device=wholes.device)
    itself = torch.eye(len(entries), dtype=torch.bool, device=wholes.device)
    twins = same & ~itself
    asked = twins.any(1)
    if not asked.any():
        return None
    logits = (wholes @ wholes.T / WHOLE_TEMPERATURE).masked_fill(itself, -1e4)
    return (torch.logsumexp(logits, 1) - torch.logsumexp(logits.masked_fill(~twins, -1e4), 1))[asked].mean()
