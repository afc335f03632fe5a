"""Makes a follow-up ("en de groei?") a question to the table that stands by itself.

What the follow-up says replaces the same kind of thing in the question before it; what it leaves out (profile, date, measure)
is taken over. The result is used only if it is a question to the table, so a guess never becomes a figure.
"""

import re
from collections.abc import Sequence

from service.figures.asking import vocabulary as words
from service.figures.asking.query import parse_figure_question
from service.figures.asking.question_parts import MEASURES, QuestionParts, take_apart

_TWO_SIDED = frozenset("verschil verschillen scheelt scheelde verhouding verhoudt ratio factor".split()) | words.COMPARISON
_POINTING = frozenset("dat die dit deze daarvan ervan daarin dezelfde hetzelfde dan".split())
_CHANGES = words.GROWTH | words.DIFFERENCE - words.COMPARATIVE
_EXTREMES = words.HIGHEST | words.LOWEST


def join_figure_follow_up(said: str, earlier: Sequence[str], known: tuple[str, ...], *, opened: bool) -> str | None:
    """The follow-up as a question that stands by itself, or None when it isn't one about the figures just asked for.

    ``earlier`` are the questions before it, standing by themselves, oldest first; ``opened`` tells that it begins with "en".
    """
    if not earlier or parse_figure_question(earlier[-1], known) is None:
        return None
    part, before = take_apart(said, known), take_apart(earlier[-1], known)
    if part.words - words.VOCABULARY - _POINTING or (not opened and parse_figure_question(said, known) is not None):
        return None
    joined = _join(part, before, [take_apart(question, known) for question in earlier[:-1]])
    return joined if joined and parse_figure_question(joined, known) is not None else None


def _join(part: QuestionParts, before: QuestionParts, history: Sequence[QuestionParts]) -> str | None:
    extremes = part.words & _EXTREMES
    if extremes and before.words & _EXTREMES and not part.profiles and not part.mentions:
        return re.sub(rf"\b(?:{'|'.join(before.words & _EXTREMES)})\b", min(extremes), before.text, flags=re.IGNORECASE)
    if part.words & _TWO_SIDED and not part.profiles and not part.mentions:
        return _compare_last_two(part, before, history)
    if part.words & MEASURES or part.words & words.EACH:
        return _carry_over(part, before)
    return _replace_both(part, before) if part.profiles and part.mentions else None


def _carry_over(part: QuestionParts, before: QuestionParts) -> str | None:
    """The follow-up's own measure, with the profiles and dates that it leaves out."""
    if part.profiles and part.mentions:
        return None
    summed = bool(part.words & words.TOTAL) and len(before.profiles) == 1
    every = summed or bool(part.words & words.EACH and part.words & words.PROFILES)
    profiles = part.profiles or (() if every else before.profiles)
    said = part.text.strip(" ?.!,")
    if before.words & _CHANGES and not part.words & (MEASURES - words.PERCENT - words.AVERAGE - words.HOW_MANY):
        # "En in procenten?" and "en per maand?" after a rise ask for that rise.
        said = "met hoeveel procent steeg het aantal" if part.words & words.PERCENT else f"toename {said}"
    elif not part.words & (MEASURES - words.TOTAL):
        said = f"hoeveel indicaties {said}"
    of = "" if part.profiles or not profiles else f" van {' en '.join(profiles)}"
    return f"{said[0].upper()}{said[1:]}{of}{'' if part.mentions else f' {before.dates}'}".rstrip() + "?"


def _compare_last_two(part: QuestionParts, before: QuestionParts, history: Sequence[QuestionParts]) -> str | None:
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


def _replace_both(part: QuestionParts, before: QuestionParts) -> str | None:
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
