"""Completes a follow-up that is no more than a question word or a request to go on: "Waarom?", "Welke zijn dat?", "Leg uit"."""

import re

from indexer.store import OpenIndex
from service.follow_ups.antecedents import Wanted, find_antecedent
from service.follow_ups.noun_phrases import find_noun_phrases, is_verb_form
from service.follow_ups.word_classes import (
    ASKING_BEFORE_NOUN,
    PREPOSITIONS,
    QUESTION_WORDS,
    TO_PLURAL,
    TO_SINGULAR,
    VERBS,
    find_question_word,
    find_verb,
    split_tokens,
)
from service.question_form import is_english

_TAIL = (
    r"(?:\s+(?:dan|precies|ook|eigenlijk|wel|niet|nog meer|nog|allemaal|verder|lang|vaak|veel|groot|then|not|else|exactly))*"
)
_BARE = re.compile(rf"(?:(?:{'|'.join(sorted(PREPOSITIONS))})\s+)?(?:{'|'.join(sorted(QUESTION_WORDS))}){_TAIL}", re.IGNORECASE)
_MEANS_WHY = re.compile(r"hoezo|(?:en\s+)?hoe (?:komt|kan) (?:dat|het|zoiets)|how come", re.IGNORECASE)
_WHICH_ONES = re.compile(
    r"(?:(?:welke|which(?: ones)?)(?: (?:zijn|waren|are|were) (?:dat|die|het|deze|er|they|those))?"
    r"|(?:wie|wat|who|what) (?:zijn|waren|are|were) (?:dat|die|het|deze|they|those))(?: (?:dan|allemaal|precies))?",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"hoeveel(?: (?:zijn|waren) (?:dat|het)(?: er)?)?|how many", re.IGNORECASE)
# These leave the order of the words after them alone, so that one may take the place of another.
_ADVERBIAL = re.compile(r"(?:(?:sinds|vanaf|tot|voor)\s+)?(?:wanneer|waarom|waar|when|why|where)\b", re.IGNORECASE)
# "Wanneer gebeurt dat?" asks no more than "wanneer": "dat" is all that was asked.
_PROPOSITION = re.compile(
    r"((?:(?:sinds|vanaf|tot|voor)\s+)?(?:wanneer|waarom|waar|hoe)) (?:gebeurt|gebeurde|kan|mag|moet|geldt|is|was) (?:dat|dit)(?: zo)?",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"(?:door|met|bij|voor|van|aan|sinds|tot|vanaf|onder|in|op|uit)?\s*(?:wie|wanneer|waarom|waar|when|why|where|welke? .+)",
    re.IGNORECASE,
)
_REQUESTS = (
    (re.compile(r"leg (?:eens |dat |het )*uit", re.IGNORECASE), "Leg {} uit."),
    (re.compile(r"licht (?:eens |dat |het )*toe", re.IGNORECASE), "Licht {} toe."),
    (
        re.compile(
            r"(?:vertel (?:me |mij |er )*|nog |graag )?(?:iets )?meer(?: uitleg| informatie| hierover| daarover| erover)?",
            re.IGNORECASE,
        ),
        "Vertel meer over {}.",
    ),
    (
        re.compile(
            r"(?:kun|kan|kunt|wil|wilt) (?:je|jij|u) (?:er |daar |me |mij |nog |iets |wat |eens )*meer (?:over )?"
            r"(?:vertellen|zeggen)(?: daarover| hierover| erover)?",
            re.IGNORECASE,
        ),
        "Kun je meer vertellen over {}?",
    ),
    (
        re.compile(
            r"(?:(?:kun|kan|kunt) (?:je|jij|u) |geef |noem )?(?:me |mij |nog |eens )*een voorbeeld(?: geven| noemen)?",
            re.IGNORECASE,
        ),
        "Geef een voorbeeld van {}.",
    ),
    (re.compile(r"tell me more(?: about (?:it|that|them))?|more", re.IGNORECASE), "Tell me more about {}."),
    (re.compile(r"explain", re.IGNORECASE), "Explain {}."),
)
_DUTCH = {"why": "waarom", "when": "wanneer", "where": "waar", "who": "wie", "what": "wat", "how": "hoe", "which": "welke"}
_CITED = re.compile(r"(?<!\s)\s*\[\d+\]\s*$")
_ORDINAL = re.compile(
    r"\b(?:de |het |the )?(?P<ordinal>eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste"
    r"|first|second|third|fourth|fifth|last)(?:\s+(?:punt|item|one|onderdeel))?(?=\s*(?:$|in\b|toe\b|uit\b|toelichten|uitleggen|precies|nog))",
    re.IGNORECASE,
)
_ORDINALS = {
    **dict(
        zip(
            ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"),
            range(10),
            strict=True,
        )
    ),
    **dict(zip(("first", "second", "third", "fourth", "fifth"), range(5), strict=True)),
    **{"laatste": -1, "last": -1},
}
# Words. A longer item of a list is quoted up to its first colon, semicolon or full stop.
LONGEST_ITEM = 12


def complete_bare_question(said: str, earlier: str, answer: str, index: OpenIndex) -> str | None:
    """The question that a bare question word, a request to go on or "de tweede" stands for; None where it is none of these."""
    said = said.strip(" ?.!,")
    for form, whole in _REQUESTS:
        if form.fullmatch(said):
            topic = find_antecedent(earlier, answer, Wanted(), index)
            return whole.format(topic.text) if topic else f"{earlier} {said[0].upper()}{said[1:]}."
    ordinal = _ORDINAL.search(said)
    if ordinal and not any(token.folded in ("van", "of") for token in split_tokens(said)):
        return _name_item(said, ordinal, earlier, answer)
    if _MEANS_WHY.fullmatch(said):
        said = "waarom" if not said.lower().startswith("how") else "why"
    again = _list_again(said, earlier, index)
    if again:
        return again
    other = _ask_other_noun(said, earlier, index)
    if other:
        return other
    which = _name_which(said, earlier, index)
    if which:
        return which
    settled = _PROPOSITION.fullmatch(said)
    said = settled[1] if settled else said
    return _ask_again(said, earlier, index) if _BARE.fullmatch(said) or _is_bare_noun(said) else None


def _is_bare_noun(said: str) -> bool:
    """ "Onder welke voorwaarde": a noun that is asked for, and no verb."""
    words = [token.folded for token in split_tokens(said)]
    asking = find_question_word(split_tokens(said))
    return asking == 1 and words[1] in ASKING_BEFORE_NOUN and len(words) <= 4 and not VERBS & set(words)


def _ask_other_noun(said: str, earlier: str, index: OpenIndex) -> str | None:
    """ "Welke gemeenten doen mee?" and "En welke verzekeraar?" is "Welke verzekeraar doet mee?"; None where it is no such thing."""
    tokens = split_tokens(said)
    new = find_noun_phrases(said, index)
    old = [phrase for phrase in find_noun_phrases(earlier, index) if phrase.asked]
    if not old or len(new) != 1 or not new[0].asked or new[0].end != len(said) or tokens[0].folded not in ASKING_BEFORE_NOUN:
        return None
    rest = earlier[old[0].end :]
    verb = split_tokens(rest)[:1]
    if verb and old[0].is_plural != new[0].is_plural:
        fitting = (TO_PLURAL if new[0].is_plural else TO_SINGULAR).get(verb[0].folded, verb[0].text)
        rest = rest[: verb[0].begin] + fitting + rest[verb[0].end :]
    asking = said if old[0].begin == split_tokens(earlier)[0].end + 1 else f"{earlier[: old[0].begin]}{new[0].of(said)}"
    return f"{asking[0].upper()}{asking[1:]}{rest}"


def _name_which(said: str, earlier: str, index: OpenIndex) -> str | None:
    """ "Welke gaan over risico's?" with the noun that the earlier question asked for."""
    tokens = split_tokens(said)
    if (
        len(tokens) < 3
        or tokens[0].folded not in ("welke", "hoeveel")
        or tokens[1].folded not in VERBS
        or tokens[2].folded in ("er", "dat")
    ):
        return None
    if tokens[1].folded in ("is", "was"):
        topic = find_antecedent(earlier, "", Wanted(plural=True), index)
        return f"{said[: tokens[0].end]} van {topic.text}{said[tokens[0].end :]}?" if topic and topic.plural else None
    asked = [phrase for phrase in find_noun_phrases(earlier, index) if phrase.asked and phrase.is_plural]
    return f"{said[: tokens[0].end]} {asked[0].of(earlier)}{said[tokens[0].end :]}?" if asked else None


def _list_again(said: str, earlier: str, index: OpenIndex) -> str | None:
    """What "Welke zijn dat?" and "Hoeveel zijn dat er?" ask again of the earlier question; None where they are not what is said."""
    for form, old, new in (
        (_WHICH_ONES, r"\bhoeveel\b", "welke"),
        (_WHICH_ONES, r"\bhow many\b", "which"),
        (_HOW_MANY, r"\bwelke\b", "hoeveel"),
    ):
        if form.fullmatch(said) and re.search(old, earlier, re.IGNORECASE):
            swapped = re.sub(old, new, earlier, count=1, flags=re.IGNORECASE)
            return swapped[0].upper() + swapped[1:]
    if not _WHICH_ONES.fullmatch(said):
        return None
    exists = re.match(r"(?P<verb>zijn|waren|deden|hebben) er (?P<noun>[\w'’-]+)(?P<rest>.*)", earlier, re.IGNORECASE)
    if exists:
        return f"Welke {exists['noun']} {exists['verb'].lower()} er{exists['rest']}"
    if any(phrase.asked and phrase.is_plural for phrase in find_noun_phrases(earlier, index)):
        return earlier
    topic = find_antecedent(earlier, "", Wanted(plural=True), index)
    return f"{'Wie' if topic.actor else 'Wat'} zijn {topic.text}?" if topic and topic.plural and " " in said else None


def _ask_again(said: str, earlier: str, index: OpenIndex) -> str:
    """The earlier question asked with another question word; that word put behind it where its order doesn't allow that."""
    tokens = split_tokens(earlier)
    verb = find_verb(tokens)
    english = is_english(earlier)
    if not english:
        said = " ".join(_DUTCH.get(part.lower(), part) for part in said.split())
    word = said[0].upper() + said[1:]
    if earlier.lower().startswith(f"{word.lower()} "):
        return earlier
    hanging = tokens[-1].folded in PREPOSITIONS | {"naartoe", "heen", "vandaan"}
    settled = bool(_SETTLED.fullmatch(said)) and " " in said
    passive = bool(tokens) and is_verb_form(tokens[-1].folded, index)
    fits = _ADVERBIAL.fullmatch(said) or (settled and (passive or verb == 0))
    if verb == 0 and tokens[0].folded in VERBS and fits:
        return f"{word} {earlier[0].lower()}{earlier[1:]}"
    opening = _ADVERBIAL.match(earlier)
    if opening and fits and not (hanging and earlier.lower().startswith("waar ")):
        return f"{word}{earlier[opening.end() :]}"
    return f"{earlier.rstrip(' ?.!')}, {'and' if english else 'en'} {said[0].lower()}{said[1:]}?"


def _name_item(said: str, ordinal: re.Match[str], earlier: str, answer: str) -> str:
    """The follow-up with the item of the answer's list that "de tweede" points at; behind the earlier question where it has none."""
    items = [_CITED.sub("", line[2:]).rstrip() for line in answer.split("\n") if line.startswith("- ")]
    place = _ORDINALS[ordinal["ordinal"].lower()]
    verbless = not any(token.folded in VERBS | QUESTION_WORDS for token in split_tokens(said))
    asks = not verbless and split_tokens(said)[0].folded not in ("geef", "noem", "leg", "licht", "beschrijf")
    if not -len(items) <= place < len(items):
        other = re.search(rf"\b(?:{'|'.join(_ORDINALS)})\b", earlier, re.IGNORECASE)
        if other and verbless:
            return f"{earlier[: other.start()]}{ordinal['ordinal'].lower()}{earlier[other.end() :]}"
        return f"{earlier} Wat is {said}?" if verbless else f"{earlier} {said[0].upper()}{said[1:]}{'?' if asks else '.'}"
    item = items[place].strip(" .;")
    if len(item.split()) > LONGEST_ITEM:
        item = re.split(r"[:;]\s|[.!?]\s", item)[0]
    if verbless or re.fullmatch(r"wat (?:is|was)", said[: ordinal.start()].strip(), re.IGNORECASE):
        return f"Wat houdt “{item}” in?"
    replaced = f"{said[: ordinal.start()]}“{item}”{said[ordinal.end() :]}"
    return f"{replaced[0].upper()}{replaced[1:]}{'?' if asks else '.'}"
