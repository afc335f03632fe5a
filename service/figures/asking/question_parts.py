"""Takes a question apart into what it says of each kind, so that another question can lend it what it leaves out."""

import re
from dataclasses import dataclass

from corpus.types import Span
from indexer.dutch_dates import DateMention, find_dates
from service.figures.asking import vocabulary as words
from service.figures.asking.profile_names import find_profiles
from service.figures.asking.typing_errors import mend_typing_errors

# The words of which one must be there for a question to say what number it asks for.
MEASURES = words.COMPUTING | words.HOW_MANY | words.INDICATIONS | words.INFLOW
_LEADS = "op in per van vanaf sinds tussen tot met en over aan t/m tm het de tijdens gedurende rond loop".split()
# From the first of them on: looking again from each next one is of no use.
_DATE_LEAD = re.compile(
    "".join(rf"(?<!\b{word}\s)" for word in _LEADS) + rf"(?:\b(?:{'|'.join(_LEADS)})\s)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QuestionParts:
    """What a question says of each kind: its profiles with the stretch they stand in, its dates, and the words that are left."""

    text: str
    profiles: tuple[str, ...]
    profile_span: Span | None
    mentions: tuple[DateMention, ...]
    date_span: Span | None
    words: frozenset[str]

    @property
    def dates(self) -> str:
        """The dates with what leads up to them, as written: "tussen 1 januari 2021 en 1 juli 2022"."""
        return self.date_span.of(self.text).strip() if self.date_span else ""


def take_apart(question: str, known: tuple[str, ...]) -> QuestionParts:
    """The parts of a question, with typing errors mended; ``known`` are the profiles of the table."""
    text = mend_typing_errors(" ".join(question.split()))
    named = find_profiles(text, known)
    blanked = [place for place, (one, other) in enumerate(zip(text, named.rest, strict=True)) if one != other]
    mentions = find_dates(named.rest)
    rest = named.rest
    date_span = None
    if mentions:
        lead = _DATE_LEAD.search(rest[: mentions[0].begin])
        date_span = Span(lead.start() if lead else mentions[0].begin, mentions[-1].end)
        for mention in mentions:
            rest = Span(mention.begin, mention.end).blanked(rest)
    span = Span(blanked[0], blanked[-1] + 1) if blanked else None
    return QuestionParts(text, named.codes, span, mentions, date_span, frozenset(words.list_words(rest)))
