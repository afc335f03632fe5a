"""Looks at the form of a question: does it ask for a list, a reason, a comparison; which names and years does it hold?"""

import re

from indexer.words import STOP_WORDS, fold_word

_ASKS_LIST = re.compile(
    r"\b(welke|wat zijn|wie zijn|noem|som .{0,40}\bop|opsomm\w*|allemaal|waaruit|waaraan|uit welke|lijst\w*|bevat(ten)?|bestaan|stappen"
    r"|onderdelen|onderwerpen|punten|which|what are|list)\b",
    re.IGNORECASE,
)
_ASKS_EXPLANATION = re.compile(r"\b(waarom|hoezo|hoe komt|hoe kan het|leg uit|reden|oorzaak|why)\b", re.IGNORECASE)
_ASKS_PERSON = re.compile(r"\b(wie|welke personen|who)\b", re.IGNORECASE)
_IS_QUESTION = re.compile(
    r"\?|\b(wie|wat|waar\w*|wanneer|welke?|hoe\w*|waarom|noem|geef|vertel|leg|som|beschrijf|zoek|toon|is|zijn|heeft|hebben|kan|kunnen"
    r"|moet|moeten|mag|mogen|wordt|worden|zit|zitten|who|what|where|when|which|why|how)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w'’]*(?:-\w+)*")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def asks_list(question: str) -> bool:
    """Whether an answer is likely to be a list."""
    return bool(_ASKS_LIST.search(question))


def asks_explanation(question: str) -> bool:
    """Whether the question asks for a reason, which takes more than one sentence."""
    return bool(_ASKS_EXPLANATION.search(question))


def asks_person(question: str) -> bool:
    """Whether the question asks who."""
    return bool(_ASKS_PERSON.search(question))


def is_question(text: str) -> bool:
    """Whether a text asks anything at all; a few loose words count, as people type them in a search field."""
    return bool(_IS_QUESTION.search(text)) or len(text.split()) <= 6


def find_names(question: str) -> tuple[str, ...]:
    """The names and years in a question: what an answer must also hold. The first word counts only when it can't be another."""
    names = []
    for match in _NAME.finditer(question):
        opens_sentence = not question[: match.start()].strip() or question[: match.start()].rstrip().endswith((".", "?", "!", ":"))
        common = fold_word(match.group()) in STOP_WORDS
        if not common and not (opens_sentence and match.group()[1:].islower()):
            names.append(match.group())
    return tuple(dict.fromkeys([*names, *_YEAR.findall(question)]))
