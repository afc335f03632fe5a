"""Tells word by word what differs between a stretch of a source and a pasted text."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from service.wordings.text import Wording, is_same_but_for_form, reduce_text

_ALMOST = 0.9
"""What a word that differs in capitals or punctuation alone counts for; less than one, since a wording with it is not literal."""


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
    judged = list(_judge_steps(source, pasted))
    almost = sum(_ALMOST for step in judged if not step.equal and _is_almost_same(source, pasted, step))
    steps = _merge_steps(judged)
    ours = sum(step.end - step.begin for step in steps if step.equal) + almost
    theirs = sum(step.pasted_end - step.pasted_begin for step in steps if step.equal) + almost
    similarity = min(ours / len(source.words), theirs / len(pasted.words))
    return Comparison(similarity, tuple(_write_differences(source, pasted, steps)))


def _judge_steps(source: Wording, pasted: Wording) -> Iterator[_Step]:
    """Steps of one word each where a word stands beside a word, so that one changed word never hides an equal one."""
    matcher = SequenceMatcher(None, source.folds, pasted.folds, autojunk=False)
    for kind, begin, end, pasted_begin, pasted_end in matcher.get_opcodes():
        step = _Step(False, begin, end, pasted_begin, pasted_end)
        if kind == "replace" and _is_same(source, pasted, step):
            yield _Step(True, begin, end, pasted_begin, pasted_end)
        elif end - begin == pasted_end - pasted_begin:
            for place, pasted_place in zip(range(begin, end), range(pasted_begin, pasted_end), strict=True):
                pair = _Step(False, place, place + 1, pasted_place, pasted_place + 1)
                yield _Step(_is_same(source, pasted, pair), place, place + 1, pasted_place, pasted_place + 1)
        else:
            yield step


def _is_same(source: Wording, pasted: Wording, step: _Step) -> bool:
    alone = step.end - step.begin == step.pasted_end - step.pasted_begin == 1
    if alone and source.words[step.begin].key == pasted.words[step.pasted_begin].key:
        return True
    ours = reduce_text(source.cut(step.begin, step.end)).letters
    theirs = reduce_text(pasted.cut(step.pasted_begin, step.pasted_end)).letters
    if ours == theirs:
        return True
    if step.pasted_begin == 0:
        ours, theirs = ours[:1].casefold() + ours[1:], theirs[:1].casefold() + theirs[1:]
    if step.pasted_end == len(pasted.words):
        # Who pastes half a sentence did not change the comma that follows it in the source.
        ours, theirs = ours.removesuffix(".") if theirs[-1:] in ".,;:" else ours.rstrip(".,;:"), theirs.removesuffix(".")
    return ours == theirs


def _is_almost_same(source: Wording, pasted: Wording, step: _Step) -> bool:
    if step.end - step.begin != 1 or step.pasted_end - step.pasted_begin != 1:
        return False
    ours, theirs = source.words[step.begin].key, pasted.words[step.pasted_begin].key
    return is_same_but_for_form(ours, theirs)


def _merge_steps(steps: list[_Step]) -> list[_Step]:
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
