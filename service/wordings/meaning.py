"""Warns of changes that turn the meaning of a criterion: a number, a negation, may for must, a condition, and for or.

The words are of closed classes of Dutch, so they hold for any document. A warning says where to look; it does not judge.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from service.number_gate import read_written_number
from service.wordings.changes import Change
from service.wordings.text import fold_word, reduce_text, split_words

MeaningKind = Literal["ontkenning", "modaal", "getal", "opsommingsnummer", "voorwaarde", "voegwoord"]

_NEGATIONS = frozenset("niet geen nooit nimmer niemand niets nergens noch zonder evenmin".split())
_EXCEPTIONS = frozenset("tenzij mits indien behalve uitgezonderd alleen uitsluitend slechts enkel".split())
_BOUNDS = frozenset(
    "minstens minimaal minste maximaal hoogstens hoogste alle elke elk iedere ieder beide sommige enkele meestal altijd soms".split()
)
_MODAL_FORMS = {
    "moeten": "moet moeten moest moesten dient dienen diende dienden verplicht",
    "kunnen": "kan kunnen kon konden",
    "mogen": "mag mogen mocht mochten",
    "zullen": "zal zullen zou zouden",
    "hoeven": "hoeft hoeven hoefde hoefden",
    "willen": "wil willen wilde wilden",
}
_MODALS = {form: verb for verb, forms in _MODAL_FORMS.items() for form in forms.split()}
_NUMBER_WORDS = frozenset(
    "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien "
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen miljard half halve helft kwart "
    "tweede derde vierde vijfde".split()
)
_CONJUNCTIONS = frozenset(("en", "of", "en/of"))
_LIST_NUMBER = re.compile(r"\W*(\d{1,2}|[a-z])[.)]\W*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNS = " .,;:!?()[]…"


@dataclass(frozen=True, slots=True)
class MeaningWarning:
    """A change that may turn the meaning, in a Dutch sentence."""

    kind: MeaningKind
    message: str


@dataclass(frozen=True, slots=True)
class _Token:
    """What a word means as far as it can turn a meaning; forms of one verb, and notations of one number, are one token."""

    kind: MeaningKind
    key: str


def list_warnings(changes: Sequence[Change]) -> tuple[MeaningWarning, ...]:
    """A warning for each change that may turn the meaning, in the order of the changes, each once."""
    turned = [change for change in changes if change.kind not in ("hoofdletter", "leesteken")]
    removed = Counter(token for change in turned if (token := _read_token(change.source, change)))
    added = Counter(token for change in turned if (token := _read_token(change.own, change)))
    nets = (removed - added, added - removed)
    alone = Counter(change.run for change in turned)
    warnings = [
        warning for change in turned for warning in _warn_of(change, *nets, removed & added, certain=alone[change.run] == 1)
    ]
    return tuple(dict.fromkeys(warnings))


def warn_of_rest(before: str, after: str) -> tuple[MeaningWarning, ...]:
    """A warning where the rest of the sentence, which was not pasted, holds a negation or a condition."""
    words = [fold_word(word.key) for rest in (before, after) for word in split_words(rest)]
    turning = list(dict.fromkeys(word for word in words if word in _NEGATIONS | _EXCEPTIONS))
    if not turning:
        return ()
    named = " en ".join(f"“{word}”" for word in turning[:3])
    kind: MeaningKind = "ontkenning" if turning[0] in _NEGATIONS else "voorwaarde"
    return (MeaningWarning(kind, f"in het deel van de zin dat u niet plakte staat {named}."),)


def _warn_of(
    change: Change, removed: Counter[_Token], added: Counter[_Token], displaced: Counter[_Token], certain: bool
) -> Iterator[MeaningWarning]:
    """``certain`` says that these two words took each other's place: in a longer run of changes they may not have."""
    ours, theirs = _read_token(change.source, change), _read_token(change.own, change)
    for token in (ours, theirs):
        if token and displaced[token] and token.kind in ("ontkenning", "voorwaarde"):
            yield MeaningWarning(token.kind, f"“{token.key}” staat op een andere plaats dan in de bron.")
            return
    lost, gained = ours if ours and removed[ours] else None, theirs if theirs and added[theirs] else None
    told = lost or gained
    if told is None:
        return
    source, own = (_show(word, told.kind) for word in (change.source, change.own))
    if source and own and (certain or (ours and theirs)):
        yield MeaningWarning(told.kind, f"in de bron staat “{source}”, in uw zin “{own}”.")
        return
    if lost:
        yield MeaningWarning(lost.kind, f"“{source}” ontbreekt in uw zin.")
    if gained:
        yield MeaningWarning(gained.kind, f"“{own}” staat in uw zin, maar niet in de bron.")


def _show(word: str, kind: MeaningKind) -> str:
    return word if kind == "opsommingsnummer" else word.strip(_SIGNS)


def _read_token(word: str, change: Change) -> _Token | None:
    """What the word means, or None for a word of no class; a conjunction counts only where another takes its place."""
    if not word:
        return None
    if change.opens and _LIST_NUMBER.fullmatch(word):
        return _Token("opsommingsnummer", word.strip(_SIGNS))
    folded = fold_word(reduce_text(word).letters)
    if numbers := _NUMBER.findall(word):
        rest = _NUMBER.sub("#", word.strip(_SIGNS))
        return _Token("getal", f"{rest} {[_read_value(number) for number in numbers]}")
    if folded in _NUMBER_WORDS:
        return _Token("getal", folded)
    if folded in _MODALS:
        return _Token("modaal", _MODALS[folded])
    if folded in _NEGATIONS:
        return _Token("ontkenning", folded)
    if folded in _EXCEPTIONS or folded in _BOUNDS:
        return _Token("voorwaarde", folded)
    both = {fold_word(side.strip(_SIGNS).casefold()) for side in (change.source, change.own)}
    return _Token("voegwoord", folded) if both <= _CONJUNCTIONS else None


def _read_value(written: str) -> float | str:
    """The value of a number, 10375 for "10.375" and "10375" alike; a date such as 1.2.2022 as it is written."""
    values = read_written_number(written)
    return max(values) if len(values) <= 2 else written
