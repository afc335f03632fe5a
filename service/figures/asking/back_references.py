"""Fills in what a follow-up about figures points back at: "op dezelfde datum", "een jaar eerder", "de andere profielen"."""

import re

from corpus.types import Span
from indexer.dutch_dates import find_dates, mention_to_dutch, move_months
from service.figures.asking import vocabulary as words
from service.figures.asking.question_parts import QuestionParts, take_apart
from service.follow_ups.moved_dates import SHIFT, shift_dates

_NUMBERS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_TIMES = "datum|dag|peildatum|tijdstip|moment|peilmoment|meetmoment|periode|tijdvak|tijd"
_SAME = r"(?:(?:de|het|dat|die|dit|deze)\s?zelfde|dat|die|dit|deze)"
_SAME_TIME = re.compile(
    rf"(?:\b(?:op|in|per|over|tijdens|gedurende|van|rond)\s+)?\b{_SAME}\s+(?P<unit>{_TIMES}|kwartaal|jaar)\b"
    r"(?:\s+(?:in|van)\s+(?P<year>20\d\d))?|\btoen\b",
    re.IGNORECASE,
)
_SAME_PROFILE = re.compile(
    rf"(?:\b(?:van|voor|bij|in|met)\s+)?\b{_SAME}\s+(?:zorg)?(?:zwaarte)?profiel(?:en)?\b|\bdaar(?:bij|voor)?\b(?=\W*$)",
    re.IGNORECASE,
)
# "Het vorige kwartaal" counts from the date just asked for; "vorig jaar" from today.
_NEIGHBOUR = re.compile(
    r"\b(?:het|de)\s+(?:(?P<back>vorige|voorgaande|voorafgaande)|volgende|daaropvolgende)\s+(?P<unit>jaar|kwartaal)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"(?:t\.?\s?o\.?\s?v\.?|ten opzichte van|vergeleken met|in vergelijking met|tegenover|sinds|dan(?: in| op)?|met)\s+(?:het\s+|de\s+)?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:de\s+|alle\s+)?(?:andere|overige|resterende)(?:\s+(?P<count>\w+))??(?:\s+(?:zorg)?(?:zwaarte)?profielen|(?=\W*$))",
    re.IGNORECASE,
)
_CHANGES = words.GROWTH | words.DIFFERENCE | words.RATIO | words.COMPARISON


def name_all_profiles(text: str, known: tuple[str, ...]) -> str:
    """The text with "alle vijf (de profielen)" as "alle profielen", where the table has that many."""
    count = "|".join({str(len(known)), _NUMBERS[len(known)] if len(known) < len(_NUMBERS) else ""} - {""})
    profiles = r"(?:\s+(?:de\s+)?(?:zorg)?(?:zwaarte)?profielen)?"
    return re.sub(
        rf"\b(?:alle\s+(?:{count})|de\s+(?:{count})(?=\s+\w*profielen)){profiles}\b",
        "alle profielen",
        text,
        flags=re.IGNORECASE,
    )


def fill_in_references(said: str, before: QuestionParts, known: tuple[str, ...]) -> str | None:
    """The follow-up with dates and profiles in place of the words that point at those of the question before it.

    None where a word points at a time that the question before it doesn't name, or at two times at once.
    """
    text = _name_others(name_all_profiles(said, known), before, known)
    same = _SAME_TIME.search(text)
    if same and not _is_time_of(same["unit"] or "", before):
        return None
    if same:
        text = f"{text[: same.start()]}{_name_time(same, before)}{text[same.end() :]}"
    text = " ".join(_SAME_PROFILE.sub("", text).split()) if before.profiles else text
    moved = _move(text, before, known)
    return _add_year(moved, before) if moved else moved


def _name_time(same: re.Match[str], before: QuestionParts) -> str:
    """What stands for the time pointed at: the day in another year, the year of a day, and nothing where it is the same."""
    day = before.mentions[0] if len(before.mentions) == 1 else None
    if day and day.form == "day" and same["year"]:
        return f"op {mention_to_dutch(day).replace(day.first[:4], same['year'])}"
    return f"in {day.first[:4]}" if day and day.form != "year" and (same["unit"] or "").lower() == "jaar" else ""


def _add_year(text: str, before: QuestionParts) -> str:
    """The text with the year of the question before it behind a date that has none."""
    unclear = [one for one in find_dates(text) if one.form == "unclear" and not one.relative and not one.impossible]
    year = before.mentions[-1].first[:4] if before.mentions else ""
    for mention in reversed(unclear if year else []):
        text = f"{text[: mention.end]} {year}{text[mention.end :]}"
    return text


def _name_others(text: str, before: QuestionParts, known: tuple[str, ...]) -> str:
    others = [profile for profile in known if profile not in before.profiles]
    match = _OTHERS.search(text)
    if not match or not before.profiles or not others:
        return text
    counted = (match["count"] or str(len(others))).lower()
    if counted not in (str(len(others)), *_NUMBERS[len(others) : len(others) + 1]):
        return text
    return f"{text[: match.start()]}{' en '.join(others)}{text[match.end() :]}"


def _is_time_of(unit: str, before: QuestionParts) -> bool:
    """Whether "dat kwartaal" is a quarter that the question before it names; "die datum" and "die periode" are its dates."""
    if not before.mentions or unit.lower() not in ("kwartaal", "jaar"):
        return bool(before.mentions)
    first, last = before.mentions[0], before.mentions[-1]
    if len(before.mentions) == 1:
        return bool(first.first) and (unit.lower() == "jaar" or first.form == "quarter")
    return bool(first.first) and move_months(first.first, 3 if unit.lower() == "kwartaal" else 12) == last.first


def _move(text: str, before: QuestionParts, known: tuple[str, ...]) -> str | None:
    """The text with the moved dates in place of "een jaar eerder", unless that says what something is compared with."""
    neighbour = _NEIGHBOUR.search(text)
    if neighbour and not _COMPARES.search(text[: neighbour.start()]):
        way = "eerder" if neighbour["back"] else "later"
        text = f"{text[: neighbour.start()]}een {neighbour['unit']} {way}{text[neighbour.end() :]}"
    shift = SHIFT.search(text)
    part = take_apart(text, known)
    if not shift or part.words & _CHANGES or _COMPARES.search(text[: shift.start()]):
        return text
    moved = shift_dates(before.dates, shift)
    said = find_dates(Span(*shift.span()).blanked(text))
    if moved is None or not said:
        return f"{text[: shift.start()]}{moved}{text[shift.end() :]}" if moved else None
    agrees = [(one.first, one.last) for one in said] == [(one.first, one.last) for one in find_dates(moved)]
    return text[: shift.start()] + text[shift.end() :] if agrees else None
