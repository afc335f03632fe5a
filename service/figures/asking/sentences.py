"""Gathers one question to the table from several sentences: the one that asks, with what the others tell of profile and date."""

import re
from collections.abc import Sequence

from service.figures.asking import vocabulary as words
from service.figures.asking.asked_period import find_comparison
from service.figures.asking.english import english_to_dutch
from service.figures.asking.framings import cut_framing
from service.figures.asking.question_parts import MEASURES, QuestionParts, take_apart
from service.figures.asking.spellings import write_out

# A full stop inside "t.o.v." or before a number ("1 jan. 2022") ends no sentence.
_BETWEEN_SENTENCES = re.compile(
    r"(?<=[.!?])(?<!\.[a-z]\.)(?<!\bca\.)(?<!\bnr\.)(?<!\bkw\.)\s+(?=[^\W\d_]|['’])|\n+"
    r"|(?<=[:;])\s+(?=(?:(?:met|om|op|in|van)\s+)?(?:hoeveel|hoe|welke?|wat|wanneer)\b)",
    re.IGNORECASE,
)
# Such a sentence says what the question is about, in words of which every one counts.
_NARROWS = re.compile(
    r"\s*(?:(?:en|dus|maar)\s+)?(?:het\s+(?:gaat|betreft)|ik\s+(?:bedoel|doel)|alleen|uitsluitend|specifiek|met\s+name|dan\s+heb)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:hoeveel|wat|welke?|wanneer|hoe|geef|noem|toon|aantal)\b", re.IGNORECASE)
_COUNT = "hoeveel indicaties"
_CHANGES = words.GROWTH | words.DIFFERENCE | words.PERCENT
# These ask for more than one profile, so that a profile named elsewhere isn't the one that is meant.
_ALL_PROFILES = words.TOTAL | words.EACH | words.PROFILES | words.COMPARISON


def gather_sentences(question: str, known: tuple[str, ...]) -> str | None:
    """The asking sentence of a longer text, with the profile, date and measure that its other sentences name.

    None for a single sentence, and where another group is named in any of them or more dates than one could be meant. What
    the asking sentence itself says stays as it is: a word of it that isn't understood must leave it without a number.
    """
    whole = cut_framing(write_out(question))
    found = [sentence.strip(" ;:") for sentence in _BETWEEN_SENTENCES.split(whole) if sentence.strip(" ;:")]
    sentences = [english_to_dutch(cut_framing(sentence)) for sentence in found]
    if len(sentences) < 2 or words.OTHER_GROUPS.intersection(words.list_words(question)):
        return None
    parts = [take_apart(sentence, known) for sentence in sentences]
    asking = _find_asking(sentences, parts)
    others = [part for position, part in enumerate(parts) if position not in asking]
    part = take_apart(" ".join(sentences[position] for position in asking), known)
    dates = [] if part.mentions else [other.dates for other in others if _is_dated(other)]
    if not asking or len(dates) > 1 or any(_narrows(other) for other in others):
        return None
    said = f"{_lend_measure(part, others)}{part.text.strip(' ?.!,')}{_lend_profiles(part, others)}"
    return f"{' '.join((said, *dates, _lend_comparison(part, others))).rstrip()}?"


def _find_asking(sentences: Sequence[str], parts: Sequence[QuestionParts]) -> list[int]:
    """The positions of the sentences that ask; "kun je mij helpen?" asks for no number."""
    marked = [position for position, sentence in enumerate(sentences) if sentence.endswith("?")]
    worded = [position for position, sentence in enumerate(sentences) if _ASKS.search(sentence)]
    for asking in (marked, worded):
        telling = [
            position
            for position in asking
            if parts[position].words & MEASURES or parts[position].profiles or parts[position].mentions
        ]
        if telling:
            return telling
    return marked or worded


def _narrows(part: QuestionParts) -> bool:
    """Whether a sentence says what is asked about in a word that no question to the table has: "het gaat mij om werkenden"."""
    narrowing = _NARROWS.match(part.text)
    return narrowing is not None and not words.VOCABULARY.issuperset(part.words - set(words.list_words(narrowing.group())))


def _is_dated(part: QuestionParts) -> bool:
    """Whether a sentence names a time; "morgen" and "vorig jaar" tell more of who asks than of what."""
    return bool(part.mentions) and all(mention.form != "unclear" for mention in part.mentions)


def _lend_measure(part: QuestionParts, others: Sequence[QuestionParts]) -> str:
    told = frozenset[str]().union(*(other.words for other in others))
    if part.words & MEASURES or not told & MEASURES:
        return ""
    if told & words.SHARE:
        return "aandeel "
    return "groei " if told & words.GROWTH else f"{_COUNT} "


def _lend_profiles(part: QuestionParts, others: Sequence[QuestionParts]) -> str:
    profiles = dict.fromkeys(profile for other in others for profile in other.profiles)
    if part.profiles or not profiles or part.words & _ALL_PROFILES:
        return ""
    # Not "van": "hoeveel procent van" asks for a share.
    return f" voor {' en '.join(profiles)}"


def _lend_comparison(part: QuestionParts, others: Sequence[QuestionParts]) -> str:
    if not part.words & _CHANGES or find_comparison(part.text):
        return ""
    return next(filter(None, (find_comparison(other.text) for other in others)), "")
