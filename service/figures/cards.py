"""Finds the cards that a question asks for: key figures that stand by themselves on a dashboard, value under title.

A card fits when nothing in the question is left over: a word that its title doesn't have asks for something else.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.types import Figure, Measure, Span
from indexer.dutch_dates import DateMention, find_dates
from indexer.store import OpenIndex
from indexer.words import STOP_WORDS, fold_word, match_stems, split_words, stem_words
from service.figures.asking import vocabulary as words
from service.figures.card_questions import CardQuestion, read_card_question
from service.phrasing import strip_bullets, tidy_words

ORIGIN = frozenset("afkomstig komt komen kwam kwamen komend vandaan vanuit eerder voorheen oorspronkelijk wet domein".split())
AGES = frozenset(
    "jongeren jongere jong jonge jongvolwassenen jongvolwassene leeftijd leeftijdsgroep leeftijdscategorie".split()
)
AGES |= frozenset("jaar jarig jarige jarigen jr oud".split())
BEFORE = frozenset("eerder ervoor daarvoor terug geleden vorig vorige voorgaand voorgaande afgelopen gerekend tijd".split())
YOUNG = frozenset("jongeren jongere jong jonge jongvolwassenen jongvolwassene".split())
OLDEST_YOUNG = 30

_COMPARISON = re.compile(r"\b(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met)\s*", re.IGNORECASE)
_PERIOD_WORD = re.compile(r"\b(jaar|kwartaal|maand|week)\b", re.IGNORECASE)
# What follows is the whole that a share is of: "hoeveel procent van de jongeren" asks for a share of young people.
_WHOLE = re.compile(r"\b(?:procent|percentage|deel)\s+van\s+(?:(?:de|het|alle|al)\s+)*(?P<whole>\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure with the words of its title: what it is of (``subject``) and, behind "t.o.v.", what it is measured against."""

    figure: Figure
    title: str
    subject: frozenset[str]
    against: frozenset[str]


def find_cards(question: str, index: OpenIndex) -> tuple[Figure, ...]:
    """The key figures that the question asks for, in reading order, on whatever date; none where a word is left over."""
    cards = [read_card(figure, index) for figure in index.figures if is_card(figure)]
    if not cards:
        return ()
    asked = read_card_question(question, index)
    return tuple(card.figure for card in cards if _fits(card, asked))


def name_sibling_card(said: str, earlier: str, index: OpenIndex) -> str | None:
    """The title of the card that a follow-up asks for: "en hoeveel zijn dat er?" after a share is about the number beside it."""
    dates = [mention for mention in find_dates(earlier) if mention.form != "unclear"]
    of = tuple(figure for figure in find_cards(earlier, index) if all(is_within(figure, mention) for mention in dates))
    asked = read_card_question(said, index)
    if not of or asked.profiles or asked.mentions or asked.words - words.VOCABULARY - STOP_WORDS - BEFORE:
        return None
    subject = _own_words(read_card(of[0], index))
    for figure in filter(is_card, index.figures):
        card = read_card(figure, index)
        if figure not in of and _own_words(card) == subject and _asks_measure(asked.words, figure.measure):
            return f"{card.title}?"
    return None


def is_card(figure: Figure) -> bool:
    """Whether a figure stands under a title of its own, not in a table or a sentence."""
    return figure.label is not None and not figure.label.contains(figure.span)


def read_card(figure: Figure, index: OpenIndex) -> Card:
    """The card of a key figure, its title taken apart."""
    label = figure.label or figure.span
    return Card(figure, *_take_apart(label.of(index.texts[figure.document_id].text), figure.profile))


@lru_cache(maxsize=1_000)
def _take_apart(label: str, profile: str | None) -> tuple[str, frozenset[str], frozenset[str]]:
    """The title that is printed like this, its subject and what it is measured against."""
    title = strip_bullets(tidy_words(label)).replace("*", "")
    parts = _COMPARISON.split(title, maxsplit=1)
    bare = parts[0].replace(profile or "\n", " ")
    for mention in find_dates(bare):
        bare = Span(mention.begin, mention.end).blanked(bare)
    subject = frozenset(split_words(bare))
    against = frozenset(_PERIOD_WORD.findall(parts[1].lower())) if len(parts) > 1 else frozenset()
    return title, subject, against


def _fits(card: Card, asked: CardQuestion) -> bool:
    own = _own_words(card)
    if asked.profiles != ((card.figure.profile,) if card.figure.profile else ()):
        return False
    measured_against = frozenset(_PERIOD_WORD.findall(asked.text.lower())) - ({"jaar"} if _is_of_ages(card) else set())
    if card.against and measured_against and not measured_against & card.against:
        return False
    understood = {word for word in asked.words if _is_in_title(word, card)}
    if asked.words - understood - words.VOCABULARY - STOP_WORDS - _side_words(card) or _is_share_of(asked, own | AGES):
        return False
    named = any(_is_in(word, own) for word in asked.words) or bool(_is_of_ages(card) and asked.words & YOUNG)
    said = asked.words - _side_words(card)
    # "Hoeveel procent meer dan vorig jaar" asks for a rise; a number that is "meer" by itself for none.
    if said & words.COMPARATIVE and said & words.PERCENT and _COMPARISON.search(asked.text):
        said |= {"stijging"}
    return (named or card.figure.profile is not None) and _asks_measure(said, card.figure.measure)


def _own_words(card: Card) -> frozenset[str]:
    """The words of a title that tell its card from the others, with its profile."""
    return card.subject - words.VOCABULARY | ({card.figure.profile} if card.figure.profile else set())


def _is_in_title(word: str, card: Card) -> bool:
    return _is_in(word, card.subject)


def _is_in(word: str, others: frozenset[str]) -> bool:
    if any(character.isdigit() for character in word):
        return word in others
    (stem,) = stem_words([word])
    return any(match_stems(stem, other) > 0 for other in stem_words(sorted(others)))


def _side_words(card: Card) -> frozenset[str]:
    """The words that ask for what a title says in another way: "komt uit" for "herkomst", "jongeren" for an age group."""
    sides = BEFORE | ORIGIN if "herkomst" in card.subject else BEFORE
    return sides | AGES if _is_of_ages(card) else sides


def _is_share_of(asked: CardQuestion, subjects: frozenset[str]) -> bool:
    """Whether a share is asked of what a card counts, while its share is that of all indications."""
    whole = _WHOLE.search(asked.text)
    return whole is not None and _is_in(fold_word(whole["whole"]), subjects)


def _is_of_ages(card: Card) -> bool:
    ages = [int(word) for word in card.subject if word.isdigit()]
    return bool(card.subject & {"jr", "jaar", "jarigen"}) and bool(ages) and max(ages) <= OLDEST_YOUNG


def _asks_measure(said: frozenset[str], measure: Measure) -> bool:
    grows = bool(said & (words.GROWTH | words.DIFFERENCE) - words.COMPARATIVE)
    if measure == "groei":
        return grows
    if measure == "aandeel":
        return not grows and bool(said & (words.SHARE | words.PERCENT))
    return not grows and not said & (words.SHARE | words.PERCENT) and bool(said & (words.HOW_MANY | words.INDICATIONS))


def is_within(figure: Figure, mention: DateMention) -> bool:
    """Whether a figure is of a day of this date or period."""
    return figure.reference_date is not None and mention.first <= figure.reference_date <= mention.last
