"""Finds what a question is about: its noun phrases, read from the form of a Dutch or English question and from the documents.

There is no grammar model here: a question has its verb in a fixed place, a phrase opens with a few known words, and the
documents themselves tell whether a word is used as a noun.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.store import OpenIndex
from indexer.words import split_words
from service.follow_ups.word_classes import (
    ASKING_BEFORE_NOUN,
    COUNT_WORDS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    RELATIONAL,
    Token,
    find_question_word,
    find_verb,
    is_function,
    split_tokens,
)

_ACTOR = re.compile(
    r"(?:gemeente|provincie|regio|partij|organisatie|instelling|kantoor|kantoren|aanbieder|verzekeraar|woner|client|patient|jongere"
    r"|oudere|ouder|kind|kinder|burger|medewerker|professional|bestuurder|deelnemer|contactpersoon|contactpersonen|groep|team|raad|commissie"
    r"|college|bedrijf|bedrijven|ministerie|mensen|persoon|personen|leden|school|scholen|corporatie|ondernemer|huisarts|leraar"
    r"|municipalit(?:y|ie)|part(?:y|ie)|region|provider|people)(?:s|n|en|'s)?$"
)
_PLURAL = re.compile(r"(?:\w\wen|[^aeiou][eo]rs|els|ems|'s|aars|arissen|mensen|leden|ments|ies)$")
_PARTICIPLE = re.compile(
    r"^(?:(?:aan|af|bij|deel|in|mee|na|om|op|over|plaats|samen|toe|uit|vast|voor|weg)?ge\w{2,}(?:d|t|en)"
    r"|(?:be|ver|ont|her|onder)\w{2,}(?:d|t))$"
)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase at ``[begin:end]``; ``core_end`` is its end without what is hung on ("van aanpak", "in Flevoland").

    ``preposition`` stands right before it. ``asked`` is a phrase behind "welke" or "hoeveel": what the answer tells.
    """

    begin: int
    end: int
    core_end: int
    head: str
    determiner: str = ""
    preposition: str = ""
    asked: bool = False
    is_name: bool = False

    def of(self, text: str) -> str:
        """Its words."""
        return text[self.begin : self.end]

    @property
    def is_actor(self) -> bool:
        """Whether it names people or organisations."""
        return bool(_ACTOR.search(self.head))

    @property
    def is_plural(self) -> bool:
        """Whether its head looks like a plural."""
        return self.determiner not in ("een", "het", "dit", "dat", "elke", "elk") and bool(_PLURAL.search(self.head))


def is_noun(word: str, index: OpenIndex) -> bool:
    """Whether the documents use this folded word as a noun: behind an article. "het opstellen" makes no noun of a verb."""
    articles = ("de", "een", "deze") if word.endswith("en") else ("de", "het", "een")
    word = " ".join(split_words(word))
    return any(f" {article} {word} " in text for article in articles for text in index.folded_texts)


def has_words(words: str, index: OpenIndex) -> bool:
    """Whether the documents have these folded words in a row."""
    return any(f" {words} " in text for text in index.folded_texts)


def is_verb_form(word: str, index: OpenIndex) -> bool:
    """Whether a folded word looks like a participle, and the documents don't use it as a noun."""
    return bool(_PARTICIPLE.match(word)) and not is_noun(word, index)


def find_noun_phrases(text: str, index: OpenIndex) -> list[NounPhrase]:
    """The noun phrases of a question or a short statement, in order."""
    tokens = split_tokens(text)
    verb = find_verb(tokens)
    asking = find_question_word(tokens)
    asks_noun = asking >= 0 and tokens[asking].folded in ASKING_BEFORE_NOUN
    place = verb + 1 if asking >= 0 and not asks_noun else 0
    phrases = []
    while place < len(tokens):
        last = place - 1 if place == verb or _is_closed(tokens[place]) else _find_end(tokens, place, verb, text, index)
        if last < place:
            place += 1
            continue
        end = _hang_on(tokens, last, verb, text, index)
        phrases.append(_make_phrase(tokens, place, last, end, asked=asks_noun and asking == place - 1))
        place = end + 1
    return phrases


def split_phrase(text: str, phrase: NounPhrase, index: OpenIndex) -> Iterator[NounPhrase]:
    """A phrase of a text, and the one that it is of: of "het doel van de pilot" also "de pilot"."""
    yield phrase
    inner = re.search(r"\s(van|of|voor|bij|over)\s+(?=(?:de|het|een|the|a)\s|[A-Z])", phrase.of(text))
    if inner:
        shift = phrase.begin + inner.end()
        for part in find_noun_phrases(text[shift : phrase.end], index)[:1]:
            places = (part.begin + shift, part.end + shift, part.core_end + shift)
            yield replace(part, begin=places[0], end=places[1], core_end=places[2], preposition=inner[1])


def _make_phrase(tokens: list[Token], first: int, last: int, end: int, *, asked: bool) -> NounPhrase:
    determiner = tokens[first].folded if tokens[first].folded in DETERMINERS else ""
    before = tokens[first - 1].folded if first else ""
    own = tokens[first + 1 if determiner else first]
    return NounPhrase(
        tokens[first].begin,
        tokens[end].end,
        tokens[last].end,
        tokens[last].folded,
        determiner,
        before if before in PREPOSITIONS else "",
        asked,
        own.text[0].isupper() and (bool(determiner) or first > 0),
    )


def _find_end(tokens: list[Token], first: int, verb: int, text: str, index: OpenIndex) -> int:
    """The last word of the phrase that opens at ``first``; before ``first`` where nothing but an article stands there."""
    last = first if tokens[first].folded in DETERMINERS else first - 1
    while last + 1 < len(tokens) and last + 1 != verb and not is_function(tokens[last + 1]):
        if last >= first and text[tokens[last].end : tokens[last + 1].begin].strip(" -/"):
            break
        last += 1
    begin = first + (tokens[first].folded in DETERMINERS)
    while last > begin and _closes_clause(tokens, last, begin, verb, index):
        last -= 1
    if last == begin and begin == first and last == len(tokens) - 1 and is_verb_form(tokens[last].folded, index):
        return first - 1
    return last if last >= begin else first - 1


def _closes_clause(tokens: list[Token], last: int, begin: int, verb: int, index: OpenIndex) -> bool:
    """Whether the last word of a run of words is a verb at the end of its clause, rather than the noun of the phrase."""
    word, before = tokens[last].folded, tokens[last - 1].folded
    if tokens[last].text[0].isupper() or is_noun(word, index):
        return False
    if is_verb_form(word, index):
        return True
    # Behind "andere" or "vijf" a word that the documents lack is a noun too; behind a noun it is none.
    modified = before in COUNT_WORDS or before.endswith("e")
    if not modified and is_noun(before, index) and not has_words(f"{before} {word}", index):
        return True
    helped = verb >= 0 and tokens[verb].folded in MODALS
    return helped and last == len(tokens) - 1 and word.endswith("en") and not (before.endswith("e") and last - begin == 1)


def _hang_on(tokens: list[Token], last: int, verb: int, text: str, index: OpenIndex) -> int:
    """The end of a phrase with what belongs to it: "van aanpak", "van de kerngroep", "in Flevoland", "in de wijk"."""
    following = last + 1
    if following + 1 >= len(tokens) or following == verb or "," in text[tokens[last].end : tokens[following].begin]:
        return last
    joined = tokens[following].folded
    behind = tokens[following + 1 : following + 3]
    behind = behind[1:] if behind[0].folded == "'t" else behind
    named = bool(behind) and behind[0].text[0].isupper() and joined in ("in", "bij", "te", "uit", "voor", "tussen")
    relates = joined in ("voor", "bij", "over", "for") and re.fullmatch(RELATIONAL, tokens[last].folded)
    known = joined in PREPOSITIONS and (relates or _stands_together(tokens, last, index))
    if joined not in ("van", "of") and not named and not known:
        return last
    # "Wat vond de VNG van de pilot?": nothing is hung on a name.
    if joined in ("van", "of") and tokens[last].text[0].isupper():
        return last
    if is_function(tokens[following + 1]) and tokens[following + 1].folded not in DETERMINERS:
        return last
    end = _find_end(tokens, following + 1, verb, text, index)
    return _hang_on(tokens, end, verb, text, index) if end > following else last


def _stands_together(tokens: list[Token], last: int, index: OpenIndex) -> bool:
    """Whether the documents have these words in a row: "ggz in de wijk"."""
    run = " ".join(token.folded for token in tokens[last : last + 4])
    return len(tokens) > last + 3 and tokens[last + 2].folded in DETERMINERS and has_words(run, index)


def _is_closed(token: Token) -> bool:
    return is_function(token) and token.folded not in DETERMINERS
