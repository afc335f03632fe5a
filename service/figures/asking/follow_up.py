"""Makes what leans on its surroundings a question to the table: a follow-up ("en de groei?") or the last of many sentences.

What the follow-up says replaces the same kind of thing in the question before it; what it leaves out (profile, date, measure)
is taken over. The result is used only if it is a question to the table, so a guess never becomes a figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Span
from indexer.dutch_dates import DateMention, find_dates
from service.figures.asking import vocabulary as words
from service.figures.asking.profile_names import find_profiles
from service.figures.asking.query import parse_figure_question
from service.question_form import find_asking_sentence

_MEASURES = words.COMPUTING | words.HOW_MANY | words.INDICATIONS | words.INFLOW
_TWO_SIDED = frozenset("verschil verschillen scheelt scheelde verhouding verhoudt ratio factor".split()) | words.COMPARISON
_POINTING = frozenset("dat die dit deze daarvan ervan daarin dezelfde hetzelfde dan".split())
_CHANGES = words.GROWTH | words.DIFFERENCE - words.COMPARATIVE
_EXTREMES = words.HIGHEST | words.LOWEST
_DATE_LEAD = re.compile(
    r"(?:\b(?:op|in|per|van|vanaf|sinds|tussen|tot|met|en|over|aan|t/?m|het|de|tijdens|gedurende|rond|loop)\s)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Slots:
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


def join_figure_follow_up(said: str, earlier: Sequence[str], known: tuple[str, ...], *, opened: bool) -> str | None:
    """The follow-up as a question that stands by itself, or None when it isn't one about the figures just asked for.

    ``earlier`` are the questions before it, standing by themselves, oldest first; ``opened`` tells that it begins with "en".
    """
    if not earlier or parse_figure_question(earlier[-1], known) is None:
        return None
    part, before = _take_apart(said, known), _take_apart(earlier[-1], known)
    if part.words - words.VOCABULARY - _POINTING or (not opened and parse_figure_question(said, known) is not None):
        return None
    joined = _join(part, before, [_take_apart(question, known) for question in earlier[:-1]])
    return joined if joined and parse_figure_question(joined, known) is not None else None


def gather_sentences(question: str, known: tuple[str, ...]) -> str | None:
    """The asking sentence of a long question with the profile and date that its other sentences name; None for a single one."""
    asking = find_asking_sentence(question)
    if asking.strip() == question.strip():
        return None
    part, whole = _take_apart(asking, known), _take_apart(question, known)
    of = "" if part.profiles or not whole.profiles else f" van {' en '.join(whole.profiles)}"
    dates = "" if part.mentions or not whole.mentions else f" {whole.dates}"
    measured = part.words & _MEASURES or not whole.words & _MEASURES
    return f"{'' if measured else 'hoeveel indicaties '}{part.text.strip(' ?.!,')}{of}{dates}?"


def _join(part: _Slots, before: _Slots, history: Sequence[_Slots]) -> str | None:
    extremes = part.words & _EXTREMES
    if extremes and before.words & _EXTREMES and not part.profiles and not part.mentions:
        return re.sub(rf"\b(?:{'|'.join(before.words & _EXTREMES)})\b", min(extremes), before.text, flags=re.IGNORECASE)
    if part.words & _TWO_SIDED and not part.profiles and not part.mentions:
        return _compare_last_two(part, before, history)
    if part.words & _MEASURES or part.words & words.EACH:
        return _carry_over(part, before)
    return _replace_both(part, before) if part.profiles and part.mentions else None


def _carry_over(part: _Slots, before: _Slots) -> str | None:
    """The follow-up's own measure, with the profiles and dates that it leaves out."""
    if part.profiles and part.mentions:
        return None
    summed = bool(part.words & words.TOTAL) and len(before.profiles) == 1
    every = summed or bool(part.words & words.EACH and part.words & words.PROFILES)
    profiles = part.profiles or (() if every else before.profiles)
    said = part.text.strip(" ?.!,")
    if before.words & _CHANGES and not part.words & (_MEASURES - words.PERCENT - words.AVERAGE - words.HOW_MANY):
        # "En in procenten?" and "en per maand?" after a rise ask for that rise.
        said = "met hoeveel procent steeg het aantal" if part.words & words.PERCENT else f"toename {said}"
    elif not part.words & (_MEASURES - words.TOTAL):
        said = f"hoeveel indicaties {said}"
    of = "" if part.profiles or not profiles else f" van {' en '.join(profiles)}"
    return f"{said[0].upper()}{said[1:]}{of}{'' if part.mentions else f' {before.dates}'}".rstrip() + "?"


def _compare_last_two(part: _Slots, before: _Slots, history: Sequence[_Slots]) -> str | None:
    """The two questions before it, where they differ in their profile alone or in their date alone."""
    if not history or len(before.profiles) > 1 or len(before.mentions) != 1 or len(history[-1].mentions) != 1:
        return None
    first, said = history[-1], part.text.strip(" ?.!,")
    dates = [slots.mentions[0] for slots in (first, before)]
    same_day = (dates[0].first, dates[0].last) == (dates[1].first, dates[1].last)
    if first.profiles != before.profiles and same_day:
        return f"{said} tussen {' en '.join((*first.profiles, *before.profiles))} {before.dates}?"
    if first.profiles == before.profiles and not same_day:
        days = [slots.text[date.begin : date.end] for slots, date in zip((first, before), dates, strict=True)]
        of = f" van {before.profiles[0]}" if before.profiles else " in het totale aantal indicaties"
        return f"{said}{of} tussen {' en '.join(days)}?"
    return None


def _replace_both(part: _Slots, before: _Slots) -> str | None:
    """The question before, with another profile and another date; a date without a year is of the same year."""
    if not before.profile_span or not before.date_span:
        return None
    dates = part.dates
    if any(mention.form == "unclear" for mention in part.mentions):
        dates = f"{dates} {before.mentions[-1].first[:4]}"
    replaced = sorted(
        ((before.profile_span, " en ".join(part.profiles)), (before.date_span, dates)), key=lambda pair: -pair[0].begin
    )
    text = before.text
    for span, new in replaced:
        text = f"{text[: span.begin]}{new}{text[span.end :]}"
    return text


def _take_apart(question: str, known: tuple[str, ...]) -> _Slots:
    text = words.mend_typing_errors(" ".join(question.split()))
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
    return _Slots(text, named.codes, span, mentions, date_span, frozenset(words.list_words(rest)))
