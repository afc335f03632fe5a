"""Trains the reader: from the packaged encoder, on documents and questions written for it, with checkpoints to go on from."""

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor

from evals.training.lessons import Lesson
from evals.training.losses import WEIGHTS, Memory, anchor_key, make_batch, measure_losses
from evals.training.measuring import measure_reader, sum_up
from indexer.packaged_weights import find_packaged_weights, load_packaged_model
from indexer.reader_network import KEPT, ReaderNetwork, Tokenizer

CHECKPOINT_FILE = "checkpoint.pt"
LOG_FILE = "log.jsonl"
ANCHORS_FILE = "anchors.pt"

# Learning rates: the encoder knows much already, the heads nothing.
ENCODER_RATE = 1e-4
HEADS_TIMES = 8.0
WARM_UP_SHARE = 0.05
LOWEST_SHARE = 0.02
DOCUMENTS_IN_BATCH = 2
LONGEST_GRADIENT = 1.0

# How slowly the averaged weights, which are those that ship, follow the trained ones.
AVERAGE_OVER_STEPS = 100
SAMPLED_FOR_START = 400


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the outcome, kept with it."""

    rounds: float
    seed: int = 1
    encoder_rate: float = ENCODER_RATE
    threads: int = 2


def train_reader(lessons: Sequence[Lesson], recipe: Recipe, out: Path, minutes: float = 1e9) -> ReaderNetwork | None:
    """The trained reader with its averaged weights, or None when ``minutes`` were over before the rounds were.

    Every few minutes a checkpoint is written in ``out``; a call with the same recipe goes on from there.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(recipe.threads)
    taught = [lesson for lesson in lessons if not lesson.is_kept_out]
    network, tokenizer = open_reader()
    anchors = _find_anchors(network, tokenizer, taught, out / ANCHORS_FILE)
    _start_kept(network, tokenizer, taught)
    training = _Training(network, recipe, round(recipe.rounds * len(taught) / DOCUMENTS_IN_BATCH))
    training.resume(out / CHECKPOINT_FILE)
    memory = Memory()
    until = time.monotonic() + 60 * minutes
    saved = time.monotonic()
    for step, lessons_of_step in enumerate(_deal(taught, recipe.seed, training.steps)):
        if step < training.done:
            continue
        chance = random.Random(f"{recipe.seed}-{step}")
        torch.manual_seed(hash((recipe.seed, step)) % 2**31)
        network.train()
        losses = measure_losses(network, tokenizer, make_batch(lessons_of_step, chance), memory, anchors, chance)
        training.learn(losses)
        _log(out / LOG_FILE, step, training.steps, losses)
        if time.monotonic() - saved > 300 or time.monotonic() > until:
            training.save(out / CHECKPOINT_FILE)
            saved = time.monotonic()
        if time.monotonic() > until:
            return None
    training.save(out / CHECKPOINT_FILE)
    training.use_average()
    return network


def open_reader() -> tuple[ReaderNetwork, Tokenizer]:
    """The untrained reader: the packaged encoder with heads that know nothing."""
    packaged = load_packaged_model(find_packaged_weights())
    return ReaderNetwork(packaged), Tokenizer(packaged)


class _Training:
    """The optimizer, the averaged weights and how far it is."""

    def __init__(self, network: ReaderNetwork, recipe: Recipe, steps: int) -> None:
        self.network = network
        self.recipe = recipe
        self.steps = steps
        self.done = 0
        network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.learned = {name: weight for name, weight in network.named_parameters() if weight.requires_grad}
        self.average = {name: weight.detach().clone() for name, weight in self.learned.items()}
        encoder = [weight for name, weight in self.learned.items() if name.startswith("bert.")]
        heads = [weight for name, weight in self.learned.items() if not name.startswith("bert.")]
        groups = [{"params": encoder, "times": 1.0}, {"params": heads, "times": HEADS_TIMES}]
        self.optimizer = torch.optim.AdamW(groups, lr=recipe.encoder_rate, weight_decay=0.01)

    def learn(self, losses: dict[str, Tensor]) -> None:
        """One step against the weighed losses."""
        share = self.done / self.steps
        rate = self.recipe.encoder_rate * min(1.0, share / WARM_UP_SHARE + LOWEST_SHARE) * max(LOWEST_SHARE, 1 - share)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["times"]
        loss = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(list(self.learned.values()), LONGEST_GRADIENT)
        self.optimizer.step()
        self.done += 1
        follow = 1 / min(AVERAGE_OVER_STEPS, self.done)
        with torch.no_grad():
            for name, weight in self.learned.items():
                self.average[name].lerp_(weight, follow)

    def use_average(self) -> None:
        """Puts the averaged weights in the network."""
        with torch.no_grad():
            for name, weight in self.learned.items():
                weight.copy_(self.average[name])

    def save(self, file: Path) -> None:
        """Writes all that is needed to go on, whole or not at all."""
        state = {
            "recipe": asdict(self.recipe),
            "done": self.done,
            "learned": {name: weight.detach() for name, weight in self.learned.items()},
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, file.with_suffix(".part"))
        file.with_suffix(".part").replace(file)

    def resume(self, file: Path) -> None:
        """Goes on from a checkpoint of the same recipe, if there is one."""
        if not file.exists():
            return
        state = torch.load(file, weights_only=True)
        if state["recipe"] != asdict(self.recipe):
            raise ValueError(f"{file} is van een ander recept. Kies een andere map met --out, of haal het bestand weg.")
        with torch.no_grad():
            for name, weight in self.learned.items():
                weight.copy_(state["learned"][name])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.done = state["done"]


def _deal(lessons: Sequence[Lesson], seed: int, steps: int) -> Iterator[list[Lesson]]:
    """The documents of each step: all of them once in every round, in an order of its own."""
    dealt = 0
    for number in range(steps * DOCUMENTS_IN_BATCH // len(lessons) + 1):
        order = list(lessons)
        random.Random(f"{seed}-{number}").shuffle(order)
        for begin in range(0, len(order) - DOCUMENTS_IN_BATCH + 1, DOCUMENTS_IN_BATCH):
            if dealt == steps:
                return
            yield order[begin : begin + DOCUMENTS_IN_BATCH]
            dealt += 1


@torch.inference_mode()
def _find_anchors(network: ReaderNetwork, tokenizer: Tokenizer, lessons: Sequence[Lesson], file: Path) -> dict[str, Tensor]:
    """Where the packaged encoder has the whole of every text; computed once and kept in a file."""
    known: dict[str, Tensor] = torch.load(file, weights_only=True) if file.exists() else {}
    pieces = {question.text: tokenizer.cut_question(question.text) for lesson in lessons for question in lesson.questions}
    pieces |= {
        anchor_key(passage): tokenizer.cut_passage(passage.headings, passage.text)
        for lesson in lessons
        for passage in lesson.passages
    }
    missing = [text for text in pieces if text not in known]
    network.eval()
    for begin in range(0, len(missing), 512):
        part = missing[begin : begin + 512]
        known |= {
            text: encoded.whole.half()
            for text, encoded in zip(part, network.encode([pieces[text] for text in part]), strict=True)
        }
    if missing:
        torch.save(known, file)
    return {text: known[text].clone() for text in pieces}


@torch.no_grad()
def _start_kept(network: ReaderNetwork, tokenizer: Tokenizer, lessons: Sequence[Lesson]) -> None:
    """Lets the kept vectors begin as the best view of the encoder's own: the directions in which tokens differ most."""
    passages = [passage for lesson in lessons for passage in lesson.passages]
    some = random.Random(0).sample(passages, min(SAMPLED_FOR_START, len(passages)))
    network.eval()
    encoded = network.encode([tokenizer.cut_passage(passage.headings, passage.text) for passage in some])
    tokens = torch.nn.functional.normalize(torch.cat([each.tokens for each in encoded]), dim=-1)
    _, _, directions = torch.linalg.svd(tokens.T @ tokens / len(tokens))
    network.keep.weight.copy_(directions[:KEPT])


def _log(file: Path, step: int, steps: int, losses: dict[str, Tensor]) -> None:
    line = {"step": step, "of": steps, "at": time.strftime("%H:%M:%S")} | {
        k: round(float(v.detach()), 4) for k, v in losses.items()
    }
    with file.open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")


def describe(network: ReaderNetwork, tokenizer: Tokenizer, lessons: Sequence[Lesson]) -> str:
    """One line of what the kept-out documents say of a reader."""
    measured = sum_up(measure_reader(network, tokenizer, [lesson for lesson in lessons if lesson.is_kept_out]))
    return json.dumps({name: round(value, 3) for name, value in asdict(measured).items()})
