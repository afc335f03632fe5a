"""Takes a question for a card apart: its profiles, its dates, a bound, and the words that must all stand in the card's title.

Framings and abbreviations are those of the questions to the table, so that one card is found by the same wordings as one cell.
"""

import re
from dataclasses import dataclass

from corpus.types import Span
from indexer.dutch_dates import DateMention, find_dates
from indexer.store import OpenIndex
from indexer.words import split_words
from service.figures.asking import vocabulary as words
from service.figures.asking.english import english_to_dutch
from service.figures.asking.framings import cut_framing
from service.figures.asking.places import take_place
from service.figures.asking.profile_names import find_profiles
from service.figures.asking.spellings import write_out
from service.figures.asking.typing_errors import mend_typing_errors

# Words of how a number is looked for, which say nothing of what is counted.
SEEKING = frozenset(
    "kijken kijk kijkt gekeken bekijken blijkt bleek dashbord dashboards staat vermeldt aangegeven weergegeven getoond toont"
    " kaart kaartje blok tegel afgerond afgeronde rond ruwweg eind einde ultimo meting peildatum meetdatum opzichte tov wij".split()
)
# The full stop of "t.o.v." ends no sentence.
_SENTENCE_END = re.compile(r"(?:(?<=[!?])|(?<=\w\w\.))\s+(?=[^\W\d_])")
_ASKS = re.compile(r"\?|\b(?:hoeveel|welke?|wat|hoe|aantal|aandeel|percentage|geef|noem|graag)\b", re.IGNORECASE)
_MEASURED = re.compile(r"(?:,|(?<![,\s]))\s*\bmeasured(?=\s+(?:on|at))", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\bthe\s+year\s+(?:before|earlier)\b", re.IGNORECASE)
_YEAR_OLDS = re.compile(r"(?<=\d)[\s-]+year[\s-]+olds?\b", re.IGNORECASE)
_TENS = {"tien": 10, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80}
_TENS |= {"negentig": 90, "vijf": 5, "twaalf": 12, "vijftien": 15, "vijfentwintig": 25, "vijfenzeventig": 75}
_BOUND = re.compile(
    r"\b(?:(?P<above>meer|hoger|groter)|minder|lager|kleiner)\s+dan\s+(?:de\s+)?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d+(?:,\d+)?|{'|'.join(_TENS)})(?![\w.])(?!\s+(?:jaar|keer|maal))",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"^\W*(?:is|was|zijn|waren|kwam|kwamen|komt|komen|steeg|stegen|groeide|ligt|lag|had|heeft|hebben)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """A question taken apart: its profiles and dates, the words that are left, and whether it asks yes or no.

    ``above`` and ``limit``: the bound of a question that asks yes or no ("meer dan tien procent"); ``limit`` None without one.
    """

    text: str
    profiles: tuple[str, ...]
    mentions: tuple[DateMention, ...]
    words: frozenset[str]
    above: bool = True
    limit: float | None = None


def read_card_question(question: str, index: OpenIndex) -> CardQuestion:
    """The question taken apart, without what frames it, in Dutch, its typing errors mended."""
    plain = _YEAR_OLDS.sub(" years old", _MEASURED.sub("", " ".join(question.split())))
    plain = _YEAR_BEFORE.sub("the previous year", plain)
    text = mend_typing_errors(english_to_dutch(cut_framing(write_out(_find_asking(plain, index)))))
    bound = _BOUND.search(text) if _YES_OR_NO.match(text) else None
    if bound:
        text = Span(bound.start(), bound.end()).blanked(text)
    mentions = find_dates(text)
    rest = text
    for mention in mentions:
        rest = Span(mention.begin, mention.end).blanked(rest)
    named = find_profiles(rest, index.profiles) if index.profiles else None
    rest = named.rest if named else rest
    limit = _read_number(bound["number"]) if bound else None
    above = bool(bound and bound["above"])
    return CardQuestion(text, named.codes if named else (), mentions, frozenset(split_words(rest)) - SEEKING, above, limit)


def _find_asking(question: str, index: OpenIndex) -> str:
    """The sentence that asks; the whole text where another sentence names a group, a region, a profile or a time of its own."""
    sentences = [sentence for sentence in _SENTENCE_END.split(question) if sentence.strip()]
    asking = [sentence for sentence in sentences if "?" in sentence] or [one for one in sentences if _ASKS.search(one)]
    if len(asking) != 1:
        return question
    others = [sentence for sentence in sentences if sentence != asking[0]]
    return question if any(_narrows(other, index) for other in others) else asking[0]


def _narrows(sentence: str, index: OpenIndex) -> bool:
    groups = words.OTHER_GROUPS.intersection(words.list_words(sentence))
    named = index.profiles and find_profiles(sentence, index.profiles).codes
    # "Een gemeente" says where someone works; a name says where the figure should be of.
    place = (take_place(sentence)[0] or "")[:1].isupper()
    return bool(groups or named or find_dates(sentence) or place or re.search(r"\d", sentence))


def _read_number(written: str) -> float:
    return float(_TENS.get(written.lower()) or written.replace(".", "").replace(",", "."))
