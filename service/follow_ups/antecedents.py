"""Finds what a pointing word in a follow-up stands for: a phrase of the question before it, or of the answer to that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.dutch_dates import find_dates
from indexer.store import OpenIndex
from indexer.words import fold_word, split_words
from service.follow_ups.noun_phrases import NounPhrase, find_noun_phrases, is_noun, is_verb_form, split_phrase
from service.follow_ups.word_classes import (
    ASKING_BEFORE_NOUN,
    DETERMINERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIONAL,
    find_verb,
    split_tokens,
)

_STATED = re.compile(r"^.*?\bstaat(?: daar)?(?:, onder “[^“”]*”)?: ", re.DOTALL)
_MARKS = re.compile(r"(?<!\s)\s*\[\d+\]|[*_]")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<!\w)[A-ZÀ-Þ][\w'’-]*(?:\s+(?:van\s+(?:de[nr]?\s+)?)?[A-ZÀ-Þ][\w'’-]*)*")
_PARTICLES = frozenset("mee aan af deel in na op over plaats samen toe uit vast voor".split())
_THERE = re.compile(r"\ber\s+", re.IGNORECASE)
# What a question names first is what it is about, more often than what it names later.
FIRST_BONUS = 0.6
PLACE_PREPOSITIONS = ("in", "te", "uit", "rond", "regio")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pointing word asks of its antecedent; None where it takes either."""

    plural: bool | None = None
    neuter: bool | None = None
    actor: bool = False
    loosely: bool = False


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Words that can stand in the place of a pointing word. ``said_in`` is 0 for the question, 1 for the answer."""

    text: str
    head: str
    plural: bool
    actor: bool
    neuter: bool | None
    said_in: int
    score: float


def state_answer(answer: str) -> str:
    """The first line of an answer as the source says it: without where it stands and without the numbers of citations."""
    line = answer.strip().split("\n")[0]
    return _MARKS.sub("", _STATED.sub("", line)).strip()


def find_antecedent(earlier: str, answer: str, wanted: Wanted, index: OpenIndex) -> Antecedent | None:
    """The phrase that fits a pointing word best; of the question before it where that has one that agrees, else of its answer."""
    candidates = [*_candidates(earlier, 0, index), *_asked_people(earlier, answer, wanted, index)]
    best = _choose(candidates, wanted)
    if best and _agrees(best, wanted):
        return best
    stated = state_answer(answer)
    told = _choose([one for one in _candidates(stated, 1, index) if _is_definite(one.text)], wanted) if stated else None
    return told if told and _agrees(told, wanted) else best


def find_antecedent_called(noun: str, earlier: str, answer: str, index: OpenIndex) -> Antecedent | None:
    """The phrase before whose head is this folded noun or a compound of it; of the question first, else of the answer."""
    candidates = [*_candidates(earlier, 0, index), *_candidates(state_answer(answer), 1, index)]
    return next((one for one in candidates if one.head == noun or (len(noun) >= 4 and one.head.endswith(noun))), None)


def _agrees(one: Antecedent, wanted: Wanted) -> bool:
    # "Zij" is said of one organisation as well.
    return one.actor if wanted.actor else wanted.plural in (None, one.plural)


def _is_definite(text: str) -> bool:
    return fold_word(text.split()[0]) in DETERMINERS if text else False


def _choose(candidates: list[Antecedent], wanted: Wanted) -> Antecedent | None:
    def rank(pair: tuple[int, Antecedent]) -> tuple[float, int]:
        place, one = pair
        score = one.score
        if wanted.plural is not None:
            score += 2 if one.plural == wanted.plural else -2
        neuter = (None if wanted.loosely else False) if one.plural else one.neuter
        if wanted.neuter is not None and neuter is not None:
            # "Dat" is said of anything, "die" and "het" of what has that gender.
            weight = 0.5 if wanted.loosely else 1.0
            score += weight if neuter == wanted.neuter else -weight
        score += (3 if one.actor else -1) if wanted.actor else (-1.5 if one.actor else 0)
        return score, -place

    return max(enumerate(candidates), key=rank)[1] if candidates else None


def _candidates(text: str, said_in: int, index: OpenIndex) -> Iterator[Antecedent]:
    """The phrases of a text that can be pointed at: no dates, no places; of "het doel van de pilot" also the pilot."""
    dates, is_first = find_dates(text), True
    for phrase in find_noun_phrases(text, index):
        dated = any(phrase.begin < date.end and date.begin < phrase.end for date in dates)
        placed = phrase.is_name and not phrase.determiner and phrase.preposition in PLACE_PREPOSITIONS
        if phrase.head.endswith("st") and phrase.determiner == "het" and not is_noun(phrase.head, index):
            continue
        # A number of something is no thing that one asks on about, and neither is a lone verb.
        if dated or placed or phrase.head.isdigit() or (not phrase.determiner and is_verb_form(phrase.head, index)):
            continue
        relational = bool(re.fullmatch(RELATIONAL, phrase.head)) and phrase.end > phrase.core_end
        for part in split_phrase(text, phrase, index):
            if part is phrase:
                score = 0.5 * bool(part.determiner or part.is_name) - 1.5 * relational - 0.3 * part.asked
                score += FIRST_BONUS * is_first
                is_first = False
            else:
                score = 0.2 * relational
            words = _tell_asked(text, part, index) if part.asked else part.of(text)
            if part.determiner:
                words = words[0].lower() + words[1:]
            neuter = _is_neuter(part, index)
            plural = part.is_plural and not _is_verbal(part.of(text), part)
            yield Antecedent(words, part.head, plural, part.is_actor, neuter, said_in, score)


def _is_verbal(words: str, phrase: NounPhrase) -> bool:
    """Whether a phrase is a verb used as a noun: "langdurig beschikken", where a plural would make its adjective "langdurige"."""
    before = words.lower().split()[:-1]
    return not phrase.determiner and not phrase.is_name and len(before) == 1 and not before[0].endswith(("e", "en", "s"))


def _is_neuter(phrase: NounPhrase, index: OpenIndex) -> bool | None:
    if phrase.determiner in ("het", "dit", "dat", "ons"):
        return True
    if phrase.determiner in ("de", "die", "deze", "elke", "iedere"):
        return False
    return is_neuter(phrase.head, index)


def is_neuter(noun: str, index: OpenIndex) -> bool | None:
    """Whether the documents call a folded noun "het" more often than "de"; None where they tell nothing."""
    head = " ".join(split_words(noun))
    counts = [sum(text.count(f" {article} {head} ") for text in index.folded_texts) for article in ("het", "de")]
    return None if counts[0] == counts[1] else counts[0] > counts[1]


def _asked_people(earlier: str, answer: str, wanted: Wanted, index: OpenIndex) -> Iterator[Antecedent]:
    """Whoever "wie" asked for: the only name in the answer, else "degenen die" did it."""
    tokens = split_tokens(earlier)
    asked = [
        phrase for phrase in find_noun_phrases(earlier, index) if phrase.asked and phrase.is_actor and not phrase.is_plural
    ]
    if not wanted.actor or len(tokens) < 3 or not (asked or tokens[0].folded in ("wie", "who")):
        return
    names = [name for name in dict.fromkeys(_NAME.findall(f". {state_answer(answer)}")) if name not in earlier]
    if len(names) == 1:
        yield Antecedent(names[0], fold_word(names[0]), False, True, None, 1, 3.0)
    elif tokens[0].folded == "wie" and tokens[1].folded not in ("is", "was"):
        clause = _to_clause(earlier.rstrip(" ?.!")[tokens[1].begin :], index)
        yield Antecedent(f"degenen die {clause}", "degenen", True, True, False, 0, 0.0)


def _tell_asked(text: str, phrase: NounPhrase, index: OpenIndex) -> str:
    """What "welke" or "hoeveel" asked for, told: "Welke regio's deden mee?" is about "de regio's die meededen"."""
    tokens = split_tokens(text)
    verb = find_verb(tokens)
    noun = f"{'the' if text[:5].lower() == 'which' else 'de'} {phrase.of(text)}"
    rest = text[phrase.end :].rstrip(" ?.!")
    direct = tokens[0].folded in ASKING_BEFORE_NOUN and 0 < verb < len(tokens) and tokens[0].folded != "which"
    exists = re.match(r"\s*(zijn|waren|is|was)\s+er\b", rest)
    if not direct or exists or len(tokens) <= verb + 1:
        return noun
    after = tokens[verb + 1]
    # Behind "Welke afspraken maakte de kerngroep?" another one acts; the clause then keeps its order as well.
    return (
        noun if after.folded in QUESTION_WORDS else f"{noun} die {_to_clause(text[tokens[verb].begin :].rstrip(' ?.!'), index)}"
    )


def _to_clause(main: str, index: OpenIndex) -> str:
    """A main clause that opens with its verb, with the verb at its end: "deden mee aan de pilot" is "meededen aan de pilot"."""
    main = _THERE.sub("", main, count=1)
    tokens = split_tokens(main)
    verb, rest = tokens[0].text.lower(), main[tokens[0].end :].strip()
    if len(tokens) > 1 and tokens[1].folded in _PARTICLES and (len(tokens) == 2 or tokens[2].folded in PREPOSITIONS):
        return f"{tokens[1].text}{verb} {main[tokens[1].end :].strip()}".strip()
    if len(tokens) > 1 and tokens[-1].folded in _PARTICLES:
        return f"{main[tokens[0].end : tokens[-1].begin].strip()} {tokens[-1].text}{verb}"
    if len(tokens) > 1 and is_verb_form(tokens[-1].folded, index):
        return f"{main[tokens[0].end : tokens[-1].begin].strip()} {verb} {tokens[-1].text}".strip()
    return f"{rest} {verb}".strip()
