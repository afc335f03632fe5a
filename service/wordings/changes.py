"""Says of the differences what kind of change each is: another word, one left out, put in or moved, or only its form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from service.wordings.differences import Difference
from service.wordings.text import reduce_text, split_words, strip_form

ChangeKind = Literal["anders", "weggelaten", "toegevoegd", "verplaatst", "hoofdletter", "leesteken"]

_COUNTED: dict[ChangeKind, tuple[str, str, str]] = {
    "anders": ("woord", "woorden", " anders"),
    "weggelaten": ("woord", "woorden", " weggelaten"),
    "toegevoegd": ("woord", "woorden", " toegevoegd"),
    "verplaatst": ("woord", "woorden", " verplaatst"),
    "hoofdletter": ("hoofdletter", "hoofdletters", " anders"),
    "leesteken": ("leesteken", "leestekens", " anders"),
}
"""Singular, plural, and what follows; the order in which they are said."""


@dataclass(frozen=True, slots=True)
class Change:
    """One changed word: ``source`` as the source has it and ``own`` as it was pasted, empty where that side has none.

    ``run`` counts the stretches of changed words between equal ones; ``opens`` says that the word begins a sentence or item.
    """

    kind: ChangeKind
    source: str
    own: str
    run: int
    opens: bool = False


def list_changes(differences: Sequence[Difference]) -> tuple[Change, ...]:
    """Every changed word in order; a word that is left out at one place and put in at another counts once, as moved."""
    changes: list[Change] = []
    for number, (removed, added, before) in enumerate(_list_runs(differences)):
        opens = not before or before[-1] in ".:;?!"
        for change in _compare_run(removed, added, number):
            changes.append(replace(change, opens=opens))
            opens = False
    return tuple(_join_moved(changes))


def describe_changes(changes: Sequence[Change]) -> str:
    """The changes counted in one line: "3 woorden anders, 1 weggelaten"."""
    parts = []
    noun_said = ""
    for kind, (one, many, after) in _COUNTED.items():
        count = sum(change.kind == kind for change in changes)
        if count:
            noun = one if count == 1 else many
            parts.append(f"{count} {noun}{after}" if noun_said != many else f"{count}{after}")
            noun_said = many
    return ", ".join(parts)


def are_form_only(changes: Sequence[Change]) -> bool:
    """Whether all words are the same ones, and only capitals or punctuation differ."""
    return bool(changes) and all(change.kind in ("hoofdletter", "leesteken") for change in changes)


def _list_runs(differences: Sequence[Difference]) -> Iterator[tuple[list[str], list[str], str]]:
    """The words left out and the words put in of each stretch of changes, with the equal text before it."""
    removed: list[str] = []
    added: list[str] = []
    before = ""
    for difference in (*differences, Difference("gelijk", "")):
        if difference.kind != "gelijk":
            side = removed if difference.kind == "weggelaten" else added
            side += [difference.text[word.begin : word.end] for word in split_words(difference.text)]
            continue
        if removed or added:
            yield removed, added, before
        removed, added, before = [], [], difference.text


def _compare_run(removed: list[str], added: list[str], run: int) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [_form(w) for w in removed], [_form(w) for w in added], autojunk=False)
    for _, begin, end, own_begin, own_end in matcher.get_opcodes():
        ours, theirs = removed[begin:end], added[own_begin:own_end]
        paired = min(len(ours), len(theirs))
        yield from (Change(_name_pair(*pair), *pair, run) for pair in zip(ours, theirs, strict=False))
        yield from (Change("weggelaten", word, "", run) for word in ours[paired:])
        yield from (Change("toegevoegd", "", word, run) for word in theirs[paired:])


def _name_pair(source: str, own: str) -> ChangeKind:
    if _form(source) != _form(own):
        return "anders"
    return "hoofdletter" if source.casefold() == own.casefold() else "leesteken"


def _join_moved(changes: list[Change]) -> Iterator[Change]:
    added = [number for number, change in enumerate(changes) if change.kind == "toegevoegd"]
    moved: dict[int, int] = {}
    for number, change in enumerate(changes):
        if change.kind == "weggelaten":
            twin = next((place for place in added if _form(changes[place].own) == _form(change.source)), None)
            if twin is not None:
                added.remove(twin)
                moved[number] = twin
    for number, change in enumerate(changes):
        if number in moved:
            yield replace(change, kind="verplaatst", own=changes[moved[number]].own)
        elif number not in moved.values():
            yield change


def _form(word: str) -> str:
    return strip_form(reduce_text(word).letters)
