"""Tells word by word what differs between a stretch of a source and a pasted text."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from service.wordings.text import Wording, reduce_text


@dataclass(frozen=True, slots=True)
class Difference:
    """Words on both sides (gelijk, as the source has them), only in the source (weggelaten), or only in the pasted text (toegevoegd)."""

    kind: Literal["gelijk", "weggelaten", "toegevoegd"]
    text: str


@dataclass(frozen=True, slots=True)
class _Step:
    """Words of the source ``[begin:end]`` beside words of the pasted text ``[pasted_begin:pasted_end]``."""

    equal: bool
    begin: int
    end: int
    pasted_begin: int
    pasted_end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences in order, and the share of agreeing words (0 to 1) of the side where that share is smaller.

    By the smaller share, half a wording that stands in the sources is half a match, however short the stretch.
    """

    similarity: float
    differences: tuple[Difference, ...]


def compare_wordings(source: Wording, pasted: Wording) -> Comparison:
    """What differs. Words written apart, together, or broken over a line are equal; so are a first capital and a last full stop."""
    steps = _merge_steps(_judge_steps(source, pasted))
    ours = sum(step.end - step.begin for step in steps if step.equal)
    theirs = sum(step.pasted_end - step.pasted_begin for step in steps if step.equal)
    similarity = min(ours / len(source.words), theirs / len(pasted.words))
    return Comparison(similarity, tuple(_write_differences(source, pasted, steps)))


def _judge_steps(source: Wording, pasted: Wording) -> Iterator[_Step]:
    matcher = SequenceMatcher(None, source.keys, pasted.keys, autojunk=False)
    for kind, begin, end, pasted_begin, pasted_end in matcher.get_opcodes():
        step = _Step(kind == "equal", begin, end, pasted_begin, pasted_end)
        if kind == "replace" and not _is_same(source, pasted, step) and end - begin == pasted_end - pasted_begin:
            pairs = zip(range(begin, end), range(pasted_begin, pasted_end), strict=True)
            for place, pasted_place in pairs:
                pair = _Step(False, place, place + 1, pasted_place, pasted_place + 1)
                yield _Step(_is_same(source, pasted, pair), place, place + 1, pasted_place, pasted_place + 1)
        else:
            yield _Step(
                step.equal or (kind == "replace" and _is_same(source, pasted, step)), begin, end, pasted_begin, pasted_end
            )


def _is_same(source: Wording, pasted: Wording, step: _Step) -> bool:
    ours = reduce_text(source.cut(step.begin, step.end)).letters
    theirs = reduce_text(pasted.cut(step.pasted_begin, step.pasted_end)).letters
    if step.pasted_begin == 0:
        ours, theirs = ours[:1].casefold() + ours[1:], theirs[:1].casefold() + theirs[1:]
    if step.pasted_end == len(pasted.words):
        ours, theirs = ours.removesuffix("."), theirs.removesuffix(".")
    return ours == theirs


def _merge_steps(steps: Iterator[_Step]) -> list[_Step]:
    """Neighbouring steps of one kind as one, so that a run of changed words reads as one change."""
    merged: list[_Step] = []
    for step in steps:
        if merged and merged[-1].equal == step.equal:
            last = merged.pop()
            step = _Step(step.equal, last.begin, step.end, last.pasted_begin, step.pasted_end)
        merged.append(step)
    return merged


def _write_differences(source: Wording, pasted: Wording, steps: list[_Step]) -> Iterator[Difference]:
    for step in steps:
        if step.begin < step.end:
            yield Difference("gelijk" if step.equal else "weggelaten", source.cut(step.begin, step.end))
        if step.pasted_begin < step.pasted_end and not step.equal:
            yield Difference("toegevoegd", pasted.cut(step.pasted_begin, step.pasted_end))
