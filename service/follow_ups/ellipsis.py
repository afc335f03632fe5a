"""Completes a follow-up that names only what is different: "En in Nijmegen?", "En voor GGZ05W?", "En de gemeenten?"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.types import Span
from indexer.dutch_dates import DateMention, find_dates
from indexer.store import OpenIndex
from indexer.words import fold_word
from service.figures.asking.profile_names import find_profiles
from service.follow_ups.noun_phrases import NounPhrase, find_noun_phrases, split_phrase
from service.follow_ups.word_classes import PREPOSITIONS

_CAPITALS = r"[A-ZÀ-Þ][\w'’/-]*"
_NAME = re.compile(
    rf"(?:\b(?P<preposition>{'|'.join(sorted(PREPOSITIONS))}|regio|zorgkantoorregio)\s+)?"
    rf"(?P<name>(?P<article>(?:de|het|the)\s+)?(?:['’]t\s+)?(?<![\w'’-]){_CAPITALS}(?:\s+{_CAPITALS})*)"
)
_SMALL_NAME = re.compile(r"\b(in|bij|regio)\s+((?!de\b|het\b|een\b)[a-zà-þ][\w'’-]*)")
_REGIONS = re.compile(r"(?:regio's|gemeenten|provincies|steden|regions|landen)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
_ADJECTIVE = re.compile(r"^\w+(?:lijks?|aal|eel)$")
_OTHERS = re.compile(r"\b(andere|overige|rest|other)\b", re.IGNORECASE)
_INTO_PLACE = re.compile(r"(?:\b(?:in|binnen|regio's)|regio) $")
LONGEST_LEAD = 10  # characters of such words before a place
# What may replace what: "in Twente" takes the place of "bij VWS", not of "van de VNG".
_SAME_PLACE = ("in", "bij", "uit", "voor", "namens", "rond", "regio", "zorgkantoorregio", "te", "for", "at")


@dataclass(frozen=True, slots=True)
class NameSlot:
    """A name at ``[begin:end]`` of a question, its article included, with the preposition before it."""

    begin: int
    end: int
    preposition: str = ""
    has_article: bool = False
    is_place: bool = False


def replace_slot(earlier: str, said: str, index: OpenIndex) -> str:
    """The earlier question with its profile, date, name or noun replaced by what is said now; else with that put behind it."""
    said = re.sub(r"(?<!\s)\s+(?:dan|then)$", "", said.strip(" ?.!,"))
    first = said.split(" ", 1)
    preposition = first[0].lower() if len(first) > 1 and fold_word(first[0]) in PREPOSITIONS else ""
    bare = first[1] if preposition else said
    said = _borrow_year(said, earlier)
    if _NUMBER.fullmatch(bare):
        number = (
            re.search(rf"\b{preposition}\s+(\d+)\b(?!\s+[a-z]+\s+\d)", earlier)
            if preposition
            else re.search(r"\b(\d+)\b", earlier)
        )
        if number and not find_dates(earlier):
            return _put(earlier, Span(*number.span(1)), bare)
    profiles, dates = _profile_spans(said, index.profiles), [date for date in find_dates(said) if date.form != "unclear"]
    if profiles:
        slots = _profile_spans(earlier, index.profiles)
        new = said[profiles[0].begin : profiles[-1].end]
        return _put(earlier, slots[0], new) if slots else _append(earlier, f"{preposition or 'voor'} {new}")
    if dates:
        return _replace_date(earlier, said, preposition, dates[-1])
    slot = _find_name_slot(earlier, bare, preposition, index)
    if slot:
        return _put_name(earlier, slot, bare, preposition)
    phrase = _find_matching_phrase(earlier, said, preposition, index)
    if phrase:
        return _put(earlier, Span(phrase.begin, _find_kept_end(earlier, phrase, bare)), bare)
    if preposition or _ADJECTIVE.search(said) or not find_noun_phrases(said, index):
        return _append(earlier, said)
    located = is_place_name(said, index) or (_OTHERS.search(said) and _REGIONS.search(said))
    return _append(earlier, f"{'in' if located else 'wat betreft'} {said}")


def _put(earlier: str, slot: Span, new: str) -> str:
    replaced = earlier[: slot.begin] + new + earlier[slot.end :]
    return replaced[0].upper() + replaced[1:]


def _append(earlier: str, said: str) -> str:
    joined = f"{earlier.rstrip(' ?.!')} {said}?"
    return joined[0].upper() + joined[1:]


def _replace_date(earlier: str, said: str, preposition: str, new: DateMention) -> str:
    """The earlier question with its last date replaced, by the preposition said now where both have one."""
    mentions = find_dates(earlier)
    if not mentions:
        return _append(earlier, said)
    old, written = mentions[-1], said[new.begin : new.end]
    before = re.search(r"\b(op|in|sinds|vanaf|per|tot|on|since)\s+(het\s+)?$", earlier[: old.begin], re.IGNORECASE)
    if before:
        edged = re.match(r"begin|start|eind|medio|halverwege|ultimo", written, re.IGNORECASE)
        if edged:
            return _put(earlier, Span(before.start(), old.end), written)
        plain = preposition or {"day": "op", "month": "in", "year": "in"}.get(new.form, "in het")
        article = "het " if re.search(r"\bhet\s+$", said[: new.begin]) else ""
        return _put(earlier, Span(before.start(), old.end), f"{plain} {article}{written}")
    return _put(earlier, Span(old.begin, old.end), written)


def _borrow_year(said: str, earlier: str) -> str:
    """A month that is said without its year, with the year of the question before: "En in juli?"."""
    mentions = find_dates(said)
    years = re.findall(r"\b(?:19|20)\d\d\b", earlier)
    if mentions and years and mentions[-1].form == "unclear" and re.search(r"[a-z]$", said[: mentions[-1].end]):
        return f"{said[: mentions[-1].end]} {years[-1]}{said[mentions[-1].end :]}"
    return said


def _find_kept_end(earlier: str, phrase: NounPhrase, bare: str) -> int:
    """Up to where a phrase is replaced: what it is of stays, unless that makes one word with it ("plan van aanpak") or is said anew."""
    kept = re.match(
        r"\s+(?:van|of|in|bij|te|uit|voor|tussen)\s+(?:(?:de|het|een|the|a)\b|[A-ZÀ-Þ])", earlier[phrase.core_end : phrase.end]
    )
    return phrase.core_end if kept and not re.search(r"\s(?:van|of)\s", bare) else phrase.end


def _put_name(earlier: str, slot: NameSlot, bare: str, preposition: str) -> str:
    """The earlier question with its name replaced; a preposition of place that is said takes the place of the one before."""
    begin = slot.begin
    new = bare
    if slot.preposition in ("in", "bij", "op", "uit", "te") and preposition in ("in", "bij", "op", "uit"):
        begin = earlier.lower().rindex(slot.preposition, 0, slot.begin)
        new = f"{preposition} {bare}"
    return _put(earlier, Span(begin, slot.end), new)


def _find_name_slot(earlier: str, bare: str, preposition: str, index: OpenIndex) -> NameSlot | None:
    """The name in the earlier question that the new one stands against, by its preposition; None where none fits."""
    profiles = _profile_spans(earlier, index.profiles)
    slots = [
        slot
        for slot in find_name_slots(earlier, index)
        if not any(Span(slot.begin, slot.end).overlaps(one) for one in profiles)
    ]
    article = fold_word(bare.split(" ")[0]) in ("de", "het", "the", "alle", "een")
    if article and not re.search(_CAPITALS, bare):
        # "de andere regio's" stands against one place, "de gemeenten" against a phrase that is no name.
        places = [slot for slot in slots if slot.is_place and _OTHERS.search(bare)]
        return places[-1] if places else None
    written_small = not re.search(_CAPITALS, bare)
    if written_small and (len(bare.split()) > 2 or not (preposition or is_place_name(bare, index))):
        return None
    fitting = [slot for slot in slots if _fits(slot, preposition, article=article)]
    return fitting[-1] if fitting else None


def _fits(slot: NameSlot, preposition: str, *, article: bool) -> bool:
    if preposition == "in" and slot.has_article and not article:
        return False
    if preposition in _SAME_PLACE:
        return slot.preposition in _SAME_PLACE or (not slot.preposition and slot.is_place)
    return preposition in ("", slot.preposition)


def find_name_slots(text: str, index: OpenIndex) -> list[NameSlot]:
    """The names in a question, in order; written small too where the documents put "in" before them."""
    slots = []
    for match in _NAME.finditer(text):
        place = is_place_name(match["name"], index)
        if place or match.start("name") or match["preposition"]:
            before = (match["preposition"] or "").lower()
            slots.append(
                NameSlot(
                    match.start("name"), match.end("name"), before, bool(match["article"]), place or before in ("in", "regio")
                )
            )
    for match in _SMALL_NAME.finditer(text):
        if all(match.end(2) <= slot.begin or slot.end <= match.start(2) for slot in slots) and _is_proper_name(match[2], index):
            slots.append(NameSlot(match.start(2), match.end(2), match[1].lower(), False, True))
    return sorted(slots, key=lambda slot: slot.begin)


def is_place_name(name: str, index: OpenIndex) -> bool:
    """Whether the documents have "in" before this name, with a capital and without an article."""
    capital = name[:1].upper() + name[1:]
    texts = [canonical.text for canonical in index.texts.values()] if len(name) > 2 else []
    return any(
        _INTO_PLACE.search(text, max(0, at - LONGEST_LEAD), at) for text in texts for at in _find_whole_word(capital, text)
    )


def _is_proper_name(word: str, index: OpenIndex) -> bool:
    """Whether the documents write a word that is written small here with a capital, and never small."""
    texts = [canonical.text for canonical in index.texts.values()]
    capital, small = (any(True for text in texts for _ in _find_whole_word(form, text)) for form in (word.capitalize(), word))
    return capital and not small


def _find_whole_word(word: str, text: str) -> Iterator[int]:
    """Where a word begins that is no part of a longer one. Plain search: a compiled expression would be remembered."""
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        if not (at and _is_of_word(text[at - 1])) and not (after < len(text) and _is_of_word(text[after])):
            yield at
        at = text.find(word, at + 1)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _find_matching_phrase(earlier: str, said: str, preposition: str, index: OpenIndex) -> NounPhrase | None:
    """The phrase of the earlier question that the new one stands against: alike in head, in kind and in number."""
    new = find_noun_phrases(said, index)
    if not new:
        return None
    phrases = [part for phrase in find_noun_phrases(earlier, index) for part in split_phrase(earlier, phrase, index)]
    scored = [(_likeness(old, new[0], preposition), old) for old in phrases if not old.asked]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _likeness(old: NounPhrase, new: NounPhrase, preposition: str) -> float:
    score = 0.0
    if old.head == new.head or (len(old.head) > 6 and old.head[-6:] == new.head[-6:]):
        score += 4
    if old.is_actor and new.is_actor:
        score += 3
    elif old.is_actor != new.is_actor and not old.is_name:
        score -= 2
    if preposition:
        score += 3 if old.preposition == preposition else -2
    if bool(old.determiner) == bool(new.determiner) and old.is_plural == new.is_plural and old.end >= old.core_end:
        score += 1
    return score if not old.head.isdigit() and score >= 1 else 0.0


def _profile_spans(text: str, known: tuple[str, ...]) -> list[Span]:
    """Where a text names profiles; ``find_profiles`` puts spaces in their place."""
    if not known:
        return []
    rest = find_profiles(text, known).rest
    changed = [position for position, (left, right) in enumerate(zip(text, rest, strict=True)) if left != right]
    runs = [list(run) for _, run in groupby(enumerate(changed), key=lambda pair: pair[1] - pair[0])]
    spans = [Span(run[0][1], run[-1][1] + 1) for run in runs]
    return [Span(spans[0].begin, spans[-1].end)] if spans else []
