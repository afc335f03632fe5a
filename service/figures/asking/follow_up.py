"""Makes a follow-up ("en de groei?") a question to the table that stands by itself.

What the follow-up says replaces the same kind of thing in the question before it; what it leaves out (profile, date, measure,
comparison) is taken over. The result is used only if it is a question to the table, so a guess never becomes a figure.
"""

import re
from collections.abc import Sequence

from service.figures.asking import vocabulary as words
from service.figures.asking.asked_before import AskedBefore, read_asked_before
from service.figures.asking.asked_period import find_comparison
from service.figures.asking.back_references import fill_in_references
from service.figures.asking.query import parse_figure_question
from service.figures.asking.question_parts import MEASURES, QuestionParts, take_apart

_TWO_SIDED = (
    frozenset("verschil verschillen scheelt scheelde verhouding verhoudt ratio factor keer maal".split()) | words.COMPARISON
)
_POINTING = frozenset("dat die dit deze daarvan ervan daarin hiervan dezelfde hetzelfde dan alleen enkel slechts dus".split())
_CHANGES = words.GROWTH | words.DIFFERENCE - words.COMPARATIVE
_EXTREMES = words.HIGHEST | words.LOWEST
_TOGETHER = words.TOTAL - {"totaal", "totale", "totalen"}
_SET_APART = words.COMPARATIVE | words.DISTANCE | words.COMPARISON | frozenset("verhouding verhoudt ratio".split())
# Pointing words that the question before it has made clear; the grammar of the table knows none of them.
_MADE_CLEAR = re.compile(
    r"(?<!\s)\s*\b(?:daarvan|ervan|hiervan|daarin|dus|alleen|enkel|slechts|dezelfde|hetzelfde)\b,?", re.IGNORECASE
)
_OF_ALL = re.compile(r"\bvan\s+(?:het\s+(?:geheel|totaal|totale)|alle\b|de\s+(?:totale|hele)|allemaal)", re.IGNORECASE)
_OF_THOSE = re.compile(r"\b(?:daarvan|ervan|hiervan|waarvan|van (?:die|dat|deze))\b", re.IGNORECASE)
_RISE_PERCENTAGE = re.compile(r"\b(?:stijgings|toename|groei)-?percentages?\b", re.IGNORECASE)
_OPENING = re.compile(r"^(?:en|maar|of|oké|ok)\b[\s,]*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!])\s+(?=[^\W\d_])")
_LEAD = re.compile(r"^(?:[^\W\d]+\s+)+(?=\d|[kq]\d|begin|eind)", re.IGNORECASE)
# "Hoe zit het met 1 april": what leads up to the date says nothing of it.
_NO_LEAD = re.compile(r"^(?:(?:het|de)\s+)?(?:met|over|aan)\s+", re.IGNORECASE)
# How each kind of question is asked anew, of other profiles.
_ASKED_ANEW = {
    ("value", "count"): "Hoeveel indicaties waren er",
    ("value", "share"): "Wat was het aandeel",
    ("change", "growth"): "Met hoeveel procent steeg het aantal indicaties",
    ("change", "difference"): "Hoeveel indicaties kwamen erbij",
}


def join_figure_follow_up(said: str, earlier: Sequence[str], known: tuple[str, ...], *, opened: bool) -> str | None:
    """The follow-up as a question that stands by itself, or None when it isn't one about the figures just asked for.

    ``earlier`` are the questions before it, standing by themselves, oldest first; ``opened`` tells that it begins with "en".
    """
    asked = read_asked_before(earlier[-1], known) if earlier else None
    if asked is None:
        return None
    said, opened = _drop_remark(said, known, opened=opened)
    if not opened and _stands_alone(said, known):
        return None
    text = fill_in_references(_RISE_PERCENTAGE.sub("groeipercentage", said), asked.parts, known)
    if text is None:
        return None
    comparison = find_comparison(text)
    part = take_apart(text.replace(comparison, " ", 1) if comparison else text, known)
    if part.words - words.VOCABULARY - _POINTING:
        return None
    # The questions before the last are read only here, where they are needed.
    history = [read_asked_before(question, known) for question in earlier[-len(known) - 1 : -1]]
    joined = _join(part, comparison, asked, [one for one in history if one])
    joined = " ".join(_MADE_CLEAR.sub("", joined).split()) if joined else None
    return joined if joined and parse_figure_question(joined, known) is not None else None


def keeps_to_talk(standalone: str, said: str, earlier: str, known: tuple[str, ...]) -> bool:
    """Whether a follow-up that was made whole is about the date and the profiles of the figures just asked for, or its own.

    What lost them on the way would get a number of another date or profile than the talk is about.
    """
    asked = read_asked_before(earlier, known)
    whole, part = take_apart(standalone, known), take_apart(said, known)
    if asked is None or (read_asked_before(standalone, known) is None and whole.words - words.VOCABULARY - _POINTING):
        return True
    lost_dates = bool(asked.parts.mentions) and not whole.mentions
    two_meanings = bool(whole.words & _TWO_SIDED) and not part.profiles and not part.mentions
    mixed = bool(part.profiles) and set(part.profiles) != set(whole.profiles)
    return not (lost_dates or two_meanings or mixed)


def _drop_remark(said: str, known: tuple[str, ...], *, opened: bool) -> tuple[str, bool]:
    """The follow-up without a remark before it ("Dank u wel. En …") that tells nothing of the figures, and whether "en" opens it."""
    sentences = _SENTENCE_END.split(said)
    while len(sentences) > 1:
        part = take_apart(sentences[0], known)
        if part.profiles or part.mentions or part.words & MEASURES or "?" in sentences[0]:
            break
        del sentences[0]
    text = " ".join(sentences)
    opening = _OPENING.match(text)
    return (text[opening.end() :], True) if opening else (text, opened)


def _stands_alone(said: str, known: tuple[str, ...]) -> bool:
    """Whether a question to the table needs nothing of the talk: "hoeveel procent is dat van het totaal" points at it."""
    if parse_figure_question(said, known) is None:
        return False
    part = take_apart(said, known)
    return bool(part.mentions or not part.words & _POINTING or (part.profiles and not _OF_THOSE.search(said)))


def _join(part: QuestionParts, comparison: str, asked: AskedBefore, history: Sequence[AskedBefore]) -> str | None:
    before, bare = asked.parts, not part.profiles and not part.mentions
    if bare and part.words & _EXTREMES and before.words & _EXTREMES:
        extreme = min(part.words & _EXTREMES)
        return re.sub(rf"\b(?:{'|'.join(before.words & _EXTREMES)})\b", extreme, before.text, flags=re.IGNORECASE)
    if _asks_share(part):
        return _share(part, asked)
    if part.words & _TOGETHER and not part.words & (_CHANGES | {"alle"}) and asked.kind == ("value", "count"):
        return _add_up(part, asked, history)
    if part.profiles and part.words & _SET_APART and not comparison:
        return _set_profiles_apart(part, asked)
    if bare and not comparison and (part.words & _TWO_SIDED or (part.words & _CHANGES and _differ_in_date(asked, history))):
        return _compare_last_two(part, asked, history)
    if part.words & (MEASURES - words.TOTAL) or (part.words & (words.EACH | words.TOTAL) and not part.profiles):
        return _carry_over(part, comparison, asked)
    return _replace(part, comparison, asked)


def _asks_share(part: QuestionParts) -> bool:
    relative = part.words & (words.SHARE | words.PERCENT) and not part.words & _CHANGES
    return bool(relative and (_OF_ALL.search(part.text) or (part.profiles and _OF_THOSE.search(part.text))))


def _share(part: QuestionParts, asked: AskedBefore) -> str | None:
    """What share the profiles just asked for are of all or, after a total, the profile that is named now."""
    if asked.query.operation != "value" or (part.profiles and asked.parts.profiles):
        return None
    profiles = part.profiles or asked.parts.profiles
    return f"Wat was het aandeel van {' en '.join(profiles)} {part.dates or asked.parts.dates}?" if profiles else None


def _add_up(part: QuestionParts, asked: AskedBefore, history: Sequence[AskedBefore]) -> str | None:
    """The sum of the profiles that were asked for one after the other of the same day, with one that is named now."""
    profiles = (*asked.parts.profiles, *part.profiles)
    for one in reversed(history):
        if part.profiles or (one.kind, one.days) != (asked.kind, asked.days):
            break
        profiles = (*one.parts.profiles, *profiles)
    profiles = tuple(dict.fromkeys(profiles))
    of = f" hadden {' en '.join(profiles)} samen" if len(profiles) > 1 else " waren er in totaal"
    return f"Hoeveel indicaties{of} {part.dates or asked.parts.dates}?"


def _set_profiles_apart(part: QuestionParts, asked: AskedBefore) -> str | None:
    """The profile just asked for against one that is named now: "hoeveel meer is dat dan bij GGZ02W?"."""
    profiles = (*asked.parts.profiles, *part.profiles)
    if len(profiles) != 2 or asked.kind != ("value", "count") or part.words & words.PERCENT:
        return None
    wanted = "de verhouding" if part.words & words.RATIO else "het verschil"
    return f"Wat is {wanted} tussen {' en '.join(profiles)} {part.dates or asked.parts.dates}?"


def _carry_over(part: QuestionParts, comparison: str, asked: AskedBefore) -> str | None:
    """The follow-up's own measure, with the profiles and dates that it leaves out."""
    before = asked.parts
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
    compared = comparison or (asked.comparison if part.words & (_CHANGES | words.PERCENT) else "")
    dates = "" if part.mentions else before.dates
    return " ".join(f"{said[0].upper()}{said[1:]}{of} {dates} {compared}".split()) + "?"


def _differ_in_date(asked: AskedBefore, history: Sequence[AskedBefore]) -> bool:
    """Whether the last two questions ask for the same of the same profiles, each on a day of its own."""
    if not history or history[-1].kind != asked.kind or asked.query.operation != "value":
        return False
    first, before = history[-1], asked
    return (
        first.parts.profiles == before.parts.profiles and len(first.days) == len(before.days) == 1 and first.days != before.days
    )


def _compare_last_two(part: QuestionParts, asked: AskedBefore, history: Sequence[AskedBefore]) -> str | None:
    """The two questions before it, where they differ in their profile alone or in their date alone."""
    first, before, said = history[-1].parts if history else None, asked.parts, part.text.strip(" ?.!,")
    if first is None or len(before.profiles) > 1 or len(before.mentions) != 1 or len(first.mentions) != 1:
        return None
    if first.profiles != before.profiles and history[-1].days == asked.days and part.words & _TWO_SIDED:
        return f"{said} tussen {' en '.join((*first.profiles, *before.profiles))} {before.dates}?"
    if not _differ_in_date(asked, history):
        return None
    ordered = sorted((first, before), key=lambda slots: slots.mentions[0].first)
    days = [slots.text[slots.mentions[0].begin : slots.mentions[0].end] for slots in ordered]
    if not part.words & _TWO_SIDED:
        said = _ASKED_ANEW["change", "growth" if part.words & (words.PERCENT | words.GROWTH) else "difference"]
    of = f" van {before.profiles[0]}" if before.profiles else " in het totale aantal indicaties"
    return f"{said}{of} tussen {' en '.join(days)}?"


def _replace(part: QuestionParts, comparison: str, asked: AskedBefore) -> str | None:
    """The question before, with another profile, another date or compared with another time."""
    dates, before = _complete_dates(part, asked.parts), asked.parts
    if not (part.profiles or dates or comparison) or (dates and len(part.mentions) < len(before.mentions)):
        return None
    # One profile stays as it was written, so that a reader knows his own words.
    written = part.profile_span if len(part.profiles) == 1 else None
    profiles = written.of(part.text) if written else " en ".join(part.profiles)
    every = bool(part.words & words.TOTAL)
    if every or (part.profiles and not before.profile_span) or (dates and not before.date_span):
        anew = _ASKED_ANEW.get(asked.kind)
        of = (
            " in totaal" if every else f" van {profiles or ' en '.join(before.profiles)}" if profiles or before.profiles else ""
        )
        return f"{anew}{of} {dates or before.dates} {comparison or asked.comparison}".rstrip() + "?" if anew else None
    spans = [(before.profile_span, profiles), (before.date_span, dates)]
    replaced = sorted(((span, new) for span, new in spans if span and new), key=lambda pair: -pair[0].begin)
    text = before.text
    for span, new in replaced:
        text = f"{text[: span.begin]}{new}{text[span.end :]}"
    return f"{text.rstrip(' ?.!')} {comparison or asked.comparison}".rstrip() + "?"


def _complete_dates(part: QuestionParts, before: QuestionParts) -> str:
    """The dates of a follow-up, with the "in" or "op" of the question before it where it leaves that out."""
    dates = _NO_LEAD.sub("", part.dates)
    lead = _LEAD.match(before.dates)
    one_each = len(part.mentions) == len(before.mentions) == 1
    return f"{lead.group()}{dates}" if lead and one_each and not _LEAD.match(dates) else dates
