"""Names what a follow-up only points at: "Wie ondertekenden die?", "Wie waren daarbij?", "Welke gemeenten doen daar mee?"."""

import re
from dataclasses import replace

from indexer.dutch_dates import find_dates
from indexer.store import OpenIndex
from indexer.words import find_informative_stems, fold_word
from service.follow_ups.antecedents import (
    PLACE_PREPOSITIONS,
    Antecedent,
    Wanted,
    find_antecedent,
    find_antecedent_called,
    is_neuter,
)
from service.follow_ups.ellipsis import find_name_slots
from service.follow_ups.pointers import ENGLISH_POINTERS, POSSESSIVE, TIMES, Pointer, find_pointer, is_split
from service.follow_ups.word_classes import DETERMINERS, TO_PLURAL, TO_SINGULAR, Token, find_verb, split_tokens

_NEUTER = frozenset("dat dit het".split())
_SINGULAR = frozenset("dat dit het it this that hij hem he him she her".split())
# Words that carry a subject. With more, a question stands by itself also where it says "die regio's".
ENOUGH_STEMS_BESIDE_NOUN = 4
_HANGING_PLACE = re.compile(r"(?<!\s)\s+(?:in|bij|te)\s+(?:['’]t\s+)?[A-ZÀ-Þ][\w'’-]*$")
_PLACES = frozenset("regio gemeente provincie stad plaats wijk streek region".split())


def fill_in(said: str, pointer: Pointer, earlier: str, answer: str, index: OpenIndex) -> str | None:
    """The question with what it points at named; None where nothing before it can be meant.

    A second word that points back is named too, unless what it means has been said by then.
    """
    filled = _fill_in_one(said, pointer, earlier, answer, index)
    second = find_pointer(filled, index) if filled and filled != said else None
    if filled is None or second is None or not second.preposition:
        return filled
    found = find_antecedent(earlier, answer, Wanted(), index)
    return filled if found is None or found.head in fold_word(filled) else _put_behind(filled, second, found)


def _fill_in_one(said: str, pointer: Pointer, earlier: str, answer: str, index: OpenIndex) -> str | None:
    token = split_tokens(said)[pointer.place]
    if pointer.noun:
        named = _name_noun(said, pointer, earlier, answer, index)
        end = split_tokens(said)[pointer.place + 1].end
        return _put(said, token.begin, end, named) if named else said
    place = _find_place(earlier, index) if pointer.word in ("daar", "there") and not pointer.far_end else None
    if place:
        return _put(said, token.begin, token.end, place)
    found = find_antecedent(earlier, answer, _find_wanted(split_tokens(said), pointer), index)
    if found is None:
        return None
    if _is_at_odds(said, pointer, found, index):
        return said
    if any(slot.is_place for slot in find_name_slots(said, index)):
        # "Ging het in Amsterdam beter?": the new place stands in the place of the one before.
        found = replace(found, text=_HANGING_PLACE.sub("", found.text))
    if pointer.preposition or pointer.word in ("daar", "there"):
        return _put_behind(said, pointer, found)
    return _put_pronoun(said, pointer, _find_people(pointer, found, earlier, answer, index), index)


def _put_behind(said: str, pointer: Pointer, found: Antecedent) -> str:
    """The question with "daarbij", or "daar … van" in two pieces, as a preposition and the phrase that is meant."""
    tokens = split_tokens(said)
    token = tokens[pointer.place]
    if pointer.far_end:
        hanging = tokens[pointer.far_end]
        said = _put(said, hanging.begin, hanging.end, f"{pointer.preposition} {found.text}")
        exists = pointer.place and tokens[pointer.place - 1].folded in ("is", "zijn", "was", "waren") and token.folded == "daar"
        return f"{said[: token.begin]}{'er ' if exists else ''}{said[token.end :].lstrip()}"
    end = tokens[pointer.place + 1].end if is_split(tokens, pointer.place) else token.end
    preposition = pointer.preposition or ("aan" if any(other.folded == "mee" for other in tokens) else "bij")
    return _put(said, token.begin, end, f"{preposition} {found.text}")


def _find_people(pointer: Pointer, found: Antecedent, earlier: str, answer: str, index: OpenIndex) -> Antecedent:
    """Whoever "zij" or "hun" is, where the phrase found is no one: an organisation of the answer, else all who have to do with it."""
    if found.actor or pointer.word not in ("ze", "zij", "hen", "hun") or (pointer.word == "ze" and found.plural):
        return found
    people = find_antecedent(earlier, answer, Wanted(plural=True, actor=True), index) or found
    last = people.text.split()[-1]
    if people.actor or (last[0].isupper() and fold_word(last) == people.head):
        return people
    return replace(people, text=f"de betrokkenen bij {people.text}", plural=True)


def _is_at_odds(said: str, pointer: Pointer, found: Antecedent, index: OpenIndex) -> bool:
    """Whether "ze" is anybody, as in "Wat doen ze in Twente?": a question that names its own place and an antecedent that is no one."""
    return pointer.word in ("ze", "zij", "they") and not found.actor and bool(find_name_slots(said, index))


def _find_wanted(tokens: list[Token], pointer: Pointer) -> Wanted:
    word = pointer.word
    if pointer.preposition or word in ("daar", "there"):
        return Wanted()
    verb = tokens[pointer.place - 1].folded if pointer.place else ""
    first = tokens[0].folded
    neuter = True if word in _NEUTER else (False if word in ("die", "deze", "hij") else None)
    if word in ("zijn", "haar", "his", "her", "its"):
        return Wanted(False, None, actor=word != "its")
    if word in ("zij", "they", "hen", "hun", "their"):
        singular = word == "zij" and verb in TO_PLURAL
        return Wanted(not singular, None, actor=word not in ("they", "their"))
    if word in _SINGULAR:
        # People say "dat" of many things at once too, but they do not say "die" of a het-word.
        return Wanted(None, neuter, word in ("hij", "hem", "he", "him", "she"), loosely=word in ("dat", "dit"))
    subject = first not in ("wie", "who") and pointer.place - 1 == find_verb(tokens)
    if word in ("die", "deze", "ze", "zij") and subject and not _is_plural_verb(verb):
        return Wanted(False, neuter)
    plural = True if word in ("ze", "zij", "them", "these", "those") or (subject and _is_plural_verb(verb)) else None
    return Wanted(plural, neuter)


def _is_plural_verb(verb: str) -> bool:
    return verb in TO_SINGULAR or (verb.endswith("en") and not verb.endswith("een"))


def _name_noun(said: str, pointer: Pointer, earlier: str, answer: str, index: OpenIndex) -> str | None:
    """What "die partijen", "dat jaar" or "deze regio" stands for, as far as the talk has it."""
    noun = pointer.noun
    if noun in TIMES:
        dates = find_dates(earlier)
        return earlier[dates[-1].begin : dates[-1].end] if dates else None
    called = find_antecedent_called(noun, earlier, answer, index)
    article = "the" if pointer.word in ENGLISH_POINTERS else ("het" if pointer.word in ("dat", "dit") else "de")
    if called:
        first, _, rest = called.text.partition(" ")
        return (
            f"{article} {rest}"
            if first.lower() in DETERMINERS and rest
            else (called.text if first[0].isupper() else f"{article} {called.text}")
        )
    place = _find_place(earlier, index)
    if noun in _PLACES and place:
        return f"{article} {noun} {place.split(' ', 1)[1]}"
    # "Die regio's" of a question that says enough by itself are regions in general.
    vague = len(find_informative_stems(said)) < ENOUGH_STEMS_BESIDE_NOUN and not find_name_slots(said, index)
    topic = find_antecedent(earlier, answer, Wanted(), index) if vague else None
    return f"{article} {noun} rond {topic.text}" if topic else None


def _find_place(earlier: str, index: OpenIndex) -> str | None:
    """The last place of the earlier question with its preposition: "in Flevoland"."""
    slots = [
        slot
        for slot in find_name_slots(earlier, index)
        if slot.is_place and (slot.preposition in (*PLACE_PREPOSITIONS, "zorgkantoorregio", "bij") or not slot.preposition)
    ]
    return f"in {earlier[slots[-1].begin : slots[-1].end]}" if slots else None


def _put_pronoun(said: str, pointer: Pointer, found: Antecedent, index: OpenIndex) -> str:
    """The question with a phrase for a pronoun, its verb in the number of that where it has the pronoun for a subject."""
    tokens = split_tokens(said)
    of = "of" if pointer.word in ENGLISH_POINTERS else "van"
    words = f"{of} {found.text}" if pointer.word in POSSESSIVE else found.text
    token = tokens[pointer.place]
    if pointer.word in POSSESSIVE:
        owned = tokens[pointer.place + 1]
        article = "the" if pointer.word in ENGLISH_POINTERS else ("het" if is_neuter(owned.folded, index) else "de")
        return _put(said, token.begin, owned.end, f"{article} {owned.text} {words}")
    filled = _put(said, token.begin, token.end, words)
    verb = tokens[pointer.place - 1] if pointer.place else None
    if verb is None or tokens[0].folded in ("wie", "kun", "kan"):
        return filled
    fitting = (
        TO_PLURAL.get(verb.folded)
        if found.plural
        else (TO_SINGULAR.get(verb.folded) if pointer.word in ("zij", "ze") else None)
    )
    if fitting:
        filled = filled[: verb.begin] + (fitting.capitalize() if verb.begin == 0 else fitting) + filled[verb.end :]
    return filled


def _put(said: str, begin: int, end: int, words: str) -> str:
    filled = said[:begin] + words + said[end:]
    return filled[0].upper() + filled[1:]
