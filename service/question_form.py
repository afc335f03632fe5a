"""Looks at the form of a question: does it ask for a list, a reason, a comparison; which names and years does it hold?"""

import re
from itertools import takewhile

from indexer.words import STOP_WORDS, find_informative_stems, fold_word, split_words

# An asking sentence with fewer words that carry a subject leans on the sentences around it.
ENOUGH_WORDS = 4

# Words behind "hoeveel" among which the counted one stands.
MOST_COUNTED = 3

_ASKS_LIST = re.compile(
    r"\b(welke|wat zijn|wie zijn|noem|som .{0,40}\bop|opsomm\w*|allemaal|waaruit|waaraan|uit welke|lijst\w*|bevat(ten)?|bestaan|stappen"
    r"|onderdelen|onderwerpen|punten|which|what are|list)\b",
    re.IGNORECASE,
)
_ASKS_EXPLANATION = re.compile(r"\b(waarom|hoezo|hoe komt|hoe kan het|leg uit|reden|oorzaak|why)\b", re.IGNORECASE)
_ASKS_QUESTIONS = re.compile(r"\b(vra(ag|gen)|checklist|checken|nagaan|questions?|check)\b", re.IGNORECASE)
_ASKS_PERSON = re.compile(r"\b(wie|welke personen|who)\b", re.IGNORECASE)
_ASKS_NUMBER = re.compile(
    r"\b(hoeveel|hoe (groot|hoog|veel|lang)|welk (aantal|percentage|deel|bedrag)|how (many|much))\b", re.IGNORECASE
)
_ASKS_TIME = re.compile(
    r"\b(wanneer|sinds wanneer|in welk(e)? (jaar|maand|kwartaal|periode)|welke (datum|dag|deadline)|voor wanneer|when)\b",
    re.IGNORECASE,
)
# English words that carry no subject, without those that are Dutch words too ("in", "is", "was", "me").
ENGLISH_FILLERS = frozenset(
    """the what which who whom when where why how are were do does did must should shall would could can may might and for with
    has have been being there their they them this that these those from into about between by to any not no
    some its our your you he she his her if than then such be will least most more much many""".split()
)
_DUTCH = frozenset("de het een van wat welke wie wanneer waar waarom hoe zijn en voor met er om te op bij moet kan".split())
_IS_QUESTION = re.compile(
    r"\?|\b(wie|wat|waar\w*|wanneer|welke?|hoe\w*|waarom|noem|geef|graag|overzicht|vertel|leg|som|beschrijf|zoek|toon|is|zijn|heeft|hebben|kan|kunnen"
    r"|moet|moeten|mag|mogen|wordt|worden|zit|zitten|who|what|where|when|which|why|how)\b",
    re.IGNORECASE,
)
# What says that two are compared, and how the two are told behind it.
_COMPARES = (
    (
        re.compile(r"\b(?:verschil\w*|overeenkomst\w*|onderscheid|difference)\s+(?:tussen|between)\s+", re.IGNORECASE),
        re.compile(r"^(.+?)(?<!\s)\s+(?:en|and)\s+([^,?]+)", re.IGNORECASE),
    ),
    (re.compile(r"\bvergelijk\s+", re.IGNORECASE), re.compile(r"^(.+?)(?<!\s)\s+met\s+([^,?.]+)", re.IGNORECASE)),
)
_JOINS_QUESTIONS = re.compile(
    r"(?:,|(?<![,\s]))\s+en\s+(?=(?:hoeveel|wie|wat|wanneer|welke?|waarom|waar|hoe)\b)", re.IGNORECASE
)
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w'’]*(?:-\w+)*")
_NUMBER_WORDS = frozenset(
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig".split()
)
_COUNTS = re.compile(r"\b(?:hoeveel|welk aantal|how many|how much)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def asks_list(question: str) -> bool:
    """Whether an answer is likely to be a list."""
    return bool(_ASKS_LIST.search(question))


def asks_explanation(question: str) -> bool:
    """Whether the question asks for a reason, which takes more than one sentence."""
    return bool(_ASKS_EXPLANATION.search(question))


def asks_for_questions(question: str) -> bool:
    """Whether what is asked for are questions themselves: "welke vragen stelt …", "what to check"."""
    return bool(_ASKS_QUESTIONS.search(question))


def asks_person(question: str) -> bool:
    """Whether the question asks who."""
    return bool(_ASKS_PERSON.search(question))


def is_question(text: str) -> bool:
    """Whether a text asks anything at all; a few loose words count, as people type them in a search field."""
    return bool(re.search(r"\w", text)) and (bool(_IS_QUESTION.search(text)) or len(text.split()) <= 6)


def asks_number(question: str) -> bool:
    """Whether the question asks for an amount."""
    return bool(_ASKS_NUMBER.search(question))


def asks_time(question: str) -> bool:
    """Whether the question asks for a date or a period."""
    return bool(_ASKS_TIME.search(question))


def is_english(question: str) -> bool:
    """Whether a question is in English: it has more words that only English has than words that only Dutch has."""
    words = [fold_word(word) for word in re.findall(r"[^\W\d_]+", question)]
    return sum(word in ENGLISH_FILLERS for word in words) > sum(word in _DUTCH for word in words)


def find_asking_sentence(text: str) -> str:
    """The sentences that ask, where others only tell who asks and why; the whole text where none of them ask.

    Where what they ask says too little by itself ("Hoe zat dat ook alweer?"), what was told before them comes along.
    """
    # A full stop inside "artikel 3.2.1" or after "ca." ends no sentence: a capital has to follow.
    sentences = [sentence.strip() for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])", text)]
    asking = [position for position, sentence in enumerate(sentences) if sentence.endswith("?")]
    if not asking:
        return text
    asked = " ".join(sentences[position] for position in asking)
    return asked if len(find_informative_stems(asked)) >= ENOUGH_WORDS else " ".join(sentences[: asking[-1] + 1])


def split_question(question: str) -> tuple[str, ...]:
    """The questions that a comparison or a double question is made of; the question itself where it is one."""
    compared = []
    for said, told in _COMPARES:
        # Two that don't stand behind the first word that says so stand behind no later one.
        first = said.search(question)
        found = told.match(question[first.end() :]) if first else None
        if first and found:
            compared.append((first.start(), found.groups()))
    if compared:
        sides = [side.strip(" ,?.!") for side in min(compared)[1]]
        return tuple(f"{side[0].upper()}{side[1:]}?" for side in sides) if all(sides) else (question,)
    parts = [part.strip(" ,") for part in _JOINS_QUESTIONS.split(question)]
    return tuple(parts) if len(parts) == 2 and all(len(part.split()) >= 3 for part in parts) else (question,)


def find_names(question: str) -> tuple[str, ...]:
    """The names and years in a question: what an answer must also hold. The first word counts only when it can't be another."""
    names = []
    for match in _NAME.finditer(question):
        opens_sentence = not question[: match.start()].strip() or question[: match.start()].rstrip().endswith(
            (".", "?", "!", ":")
        )
        common = fold_word(match.group()) in STOP_WORDS
        if not common and not (opens_sentence and match.group()[1:].islower()):
            names.append(match.group())
    return tuple(dict.fromkeys([*names, *_YEAR.findall(question)]))


def find_numbers(question: str) -> tuple[str, ...]:
    """The numbers in a question from two up, as words or digits: what an answer must also count. Years are names."""
    return tuple(
        word
        for word in split_words(question)
        if (word.isdecimal() and word.lstrip("0") not in ("", "1") and not _YEAR.fullmatch(word)) or word in _NUMBER_WORDS
    )


def find_counted_words(question: str) -> tuple[str, ...]:
    """The words that "hoeveel" counts, folded: "Hoeveel nieuwe cliënten …" gives "nieuwe" and "clienten"; empty for "hoe lang"."""
    counted = _COUNTS.search(question)
    if not counted:
        return ()
    words = split_words(question[counted.end() :])[:MOST_COUNTED]
    return tuple(takewhile(lambda word: word not in STOP_WORDS, words))
