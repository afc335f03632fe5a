"""Finds the word in a follow-up that points out of it: "die", "daarbij", "hun", "dat plan"; a word that points within it is none."""

import re
from dataclasses import dataclass

from indexer.store import OpenIndex
from service.follow_ups.noun_phrases import is_noun, is_verb_form
from service.follow_ups.word_classes import (
    ASKING_BEFORE_NOUN,
    DETERMINERS,
    HELPING,
    MODALS,
    PREPOSITIONS,
    QUESTION_WORDS,
    VERBS,
    Token,
    find_verb,
    is_function,
    split_tokens,
)

_ADVERB = re.compile(
    r"(?:er|daar|hier)(aan|achter|bij|binnen|door|in|mee|na|naar|om|onder|op|over|tegen|toe|tussen|uit|van|voor)"
)
_FULL = {"mee": "met", "toe": "tot"}
_NEVER_POINTS = frozenset("daarom daarna ernaar hieronder eronder daardoor".split())
_POINTERS = frozenset("die deze dat dit het hij hem zij ze hen hun it they them their this that these those he him she".split())
POSSESSIVE = frozenset("hun their zijn haar his her its".split())
ENGLISH_POINTERS = frozenset("its his her it they them their this that these those he him she".split())
# What something can be, said behind "het": elsewhere a word behind "het" is its noun.
_STATES = frozenset(
    "af beter bindend bekend duidelijk gelukt goed haalbaar klaar mogelijk nieuw nodig slecht toegestaan vrij vrijwillig".split()
)
TIMES = frozenset("jaar kwartaal maand moment datum dag periode tijd peildatum year quarter".split())
_CLAUSE = frozenset("en of als omdat dat die wanneer waarin waarbij zodat voordat terwijl and or if because".split())
_EXPLETIVE = re.compile(
    r"\b(?:hoe (?:gaat|ging|staat|zit|zat) het|(?:klopt|geldt) het"
    r"|is het (?:\w+ )?(?:zo|waar|mogelijk|verplicht|nodig|toegestaan|de bedoeling)"
    r"|is it (?:true|possible))\b(?!\s*(?:ermee|daarmee|\?|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word at ``place`` among the tokens that points back; ``noun`` is the word it stands before, ``preposition`` hides in it.

    ``far_end`` is the place of its preposition where that stands apart: "daar een voorbeeld van".
    """

    place: int
    word: str
    noun: str = ""
    preposition: str = ""
    far_end: int = 0


def find_pointer(said: str, index: OpenIndex) -> Pointer | None:
    """The first word of a question that points out of it; None where it stands by itself, also where it points within itself."""
    tokens = split_tokens(said)
    verb = find_verb(tokens)
    idle = [match.span() for match in _EXPLETIVE.finditer(said)]
    for place, token in enumerate(tokens):
        if any(begin <= token.begin < end for begin, end in idle) and token.folded in ("het", "it"):
            continue
        pointer = _read_pointer(tokens, place, verb, index)
        if pointer and not _points_within(said, tokens, pointer, verb):
            return pointer
    return None


def _read_pointer(tokens: list[Token], place: int, verb: int, index: OpenIndex) -> Pointer | None:
    token = tokens[place]
    adverb = _ADVERB.fullmatch(token.folded)
    if adverb and token.folded not in _NEVER_POINTS:
        looks = token.folded == "eruit" and verb >= 0 and tokens[verb].folded.startswith("z")
        return None if looks or _announces(tokens, place) else Pointer(place, token.folded, "", _FULL.get(adverb[1], adverb[1]))
    if is_split(tokens, place):
        preposition = tokens[place + 1].folded
        return Pointer(place, token.folded, "", _FULL.get(preposition, preposition))
    far_end = _find_far_end(tokens, place, index)
    if far_end:
        return Pointer(place, token.folded, "", tokens[far_end].folded, far_end)
    if token.folded == "daar" or (token.folded == "there" and place == len(tokens) - 1):
        return Pointer(place, token.folded)
    if token.folded in ("zijn", "haar", "his", "her", "its"):
        owns = place - 1 == verb and place + 1 < len(tokens) and not is_function(tokens[place + 1])
        return Pointer(place, token.folded) if owns else None
    if token.folded not in _POINTERS:
        return None
    return _read_pronoun(tokens, place, verb, index)


def _read_pronoun(tokens: list[Token], place: int, verb: int, index: OpenIndex) -> Pointer | None:
    """A pronoun, or a demonstrative with its noun; not an article ("het plan"), nor one that opens a clause ("cliënten die …")."""
    word = tokens[place].folded
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    # "Wie kan die aanvragen?": behind a helping verb the last word is the verb.
    last = place + 2 == len(tokens) and verb >= 0
    helped = last and (tokens[verb].folded in HELPING or _joined_participle(tokens[place + 1].folded, tokens[verb].folded))
    lone = following is None or _stands_alone(following, index, helped=helped)
    if word == "it":
        return Pointer(place, word)
    if word == "het":
        behind_verb = place - 1 == verb and (lone or (following is not None and following.folded in _STATES))
        return Pointer(place, word) if following is None or behind_verb else None
    if word in POSSESSIVE:
        return Pointer(place, word) if not lone else None
    if word in ("die", "dat", "that") and place > 0 and not _may_stand_here(tokens, place, verb, index):
        return None
    noun_known = following is not None and (
        word in ("die", "deze", "this", "these", "those") or is_noun(following.folded, index)
    )
    if following is not None and word in ("dit", "deze", "this") and following.folded in TIMES:
        # "Op dit moment", "this year": now, not then.
        return None
    if lone or word not in DETERMINERS or following is None or not noun_known:
        return Pointer(place, word)
    return Pointer(place, word, following.folded)


def _stands_alone(following: Token, index: OpenIndex, *, helped: bool) -> bool:
    """Whether a word behind a pronoun is no noun of it."""
    if is_function(following) or following.folded in _POINTERS:
        return True
    if is_noun(following.folded, index):
        return False
    return is_verb_form(following.folded, index) or (helped and following.folded.endswith("en"))


def _may_stand_here(tokens: list[Token], place: int, verb: int, index: OpenIndex) -> bool:
    """Whether "die" or "dat" is a pronoun of its own here: behind the verb or a preposition, or last, and not behind a noun."""
    before = tokens[place - 1].folded
    announces = tokens[place].folded == "dat" and place + 1 < len(tokens) and tokens[place + 1].folded in DETERMINERS
    if announces and place - 1 != verb:
        return False
    if place - 1 == verb or before in PREPOSITIONS | VERBS | {"je", "u", "jij", "ik", "we", "wij", "men", "er", "en"}:
        return True
    return place == len(tokens) - 1 and not is_noun(before, index)


def _joined_participle(word: str, verb: str) -> bool:
    """Whether a word behind a form of "zijn", "hebben" or "worden" is a participle such as "verschoven"."""
    return verb in MODALS and word.endswith("en") and word.startswith(("be", "ver", "ont", "her", "onder", "over"))


def _find_far_end(tokens: list[Token], place: int, index: OpenIndex) -> int:
    """The place of the preposition that belongs to "daar" or "er" further on, last or before the last verb; 0 where none does."""
    if tokens[place].folded not in ("daar", "er") or len(tokens) < place + 3:
        return 0
    for far in (len(tokens) - 1, len(tokens) - 2):
        fits = far > place + 1 and tokens[far].folded in ("van", "over", "voor", "bij", "tegen", "aan", "op", "uit", "in")
        if fits and (far == len(tokens) - 1 or tokens[-1].folded.endswith("en") or is_verb_form(tokens[-1].folded, index)):
            empty = all(is_function(token) for token in tokens[place + 1 : far])
            return far if tokens[place].folded == "daar" or (empty and far == len(tokens) - 1) else 0
    return 0


def _announces(tokens: list[Token], place: int) -> bool:
    """ "ervan dat", "ervoor om": it points ahead, at the rest of the sentence."""
    return place + 1 < len(tokens) and tokens[place + 1].folded in ("dat", "om", "te", "of")


def is_split(tokens: list[Token], place: int) -> bool:
    """ "daar van", "er over": a pronominal adverb in two words."""
    return (
        tokens[place].folded in ("er", "daar", "hier")
        and place + 2 == len(tokens)
        and tokens[place + 1].folded in ("van", "over", "bij", "voor", "mee", "aan", "in", "op", "uit", "tegen")
        and tokens[place + 1].folded != "mee"
    )


def _points_within(said: str, tokens: list[Token], pointer: Pointer, verb: int) -> bool:
    """Whether a noun of the same question is what a word points at: "Hoe helpen gemeenten hun inwoners?"."""
    own = [place for place in range(pointer.place) if place != verb and _carries_subject(tokens[place])]
    if not own:
        return False
    if pointer.word in POSSESSIVE:
        return True
    if pointer.word in ("die", "dat") and pointer.place + 1 < len(tokens) and tokens[pointer.place - 1].folded in PREPOSITIONS:
        # "... met die in Flevoland": the same thing, elsewhere.
        return tokens[pointer.place + 1].folded in PREPOSITIONS
    asked = tokens[0].folded in ASKING_BEFORE_NOUN or (len(tokens) > 1 and tokens[1].folded in ASKING_BEFORE_NOUN)
    own = [place for place in own if not (asked and verb > 0 and place < verb)]
    if not own:
        return False
    between = said[tokens[own[0]].end : tokens[pointer.place].begin]
    return "," in between or any(tokens[place].folded in _CLAUSE for place in range(own[0], pointer.place))


def _carries_subject(token: Token) -> bool:
    folded = token.folded
    closed = PREPOSITIONS | DETERMINERS | QUESTION_WORDS | VERBS | _POINTERS | _CLAUSE
    return folded not in closed and folded not in (
        "er",
        "je",
        "u",
        "jij",
        "we",
        "wij",
        "ik",
        "ook",
        "nog",
        "lang",
        "veel",
        "vaak",
        "groot",
        "you",
        "me",
    )
