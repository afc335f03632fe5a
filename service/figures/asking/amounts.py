"""The bare numbers of a question: a bound ("boven de 10.000"), how many to name ("de drie grootste"), a rate ("per maand")."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.types import Span

Side = Literal["above", "at_least", "below"]

_SMALL = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_THOUSANDS = {**_SMALL, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "vijftien": 15}
_SIDES: dict[str, Side] = {
    **dict.fromkeys(("boven", "over", "door", "voorbij", "meer", "hoger", "groter"), "above"),
    **dict.fromkeys(("ten", "minstens", "minimaal", "tenminste", "aan", "op"), "at_least"),
    **dict.fromkeys(("onder", "beneden", "minder", "lager", "kleiner"), "below"),
}
_PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|procent\b)"
_NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:\.\d{{3}}){{1,3}}|\d{{2,6}}|(?:{'|'.join(_THOUSANDS)})?duizend)(?![\w%]|[.,]\d|\s?(?:%|procent))"
)
_MARK = r"(?:(?:de\s+)?(?:grens|mijlpaal|drempel|kaap)\s+van\s+(?:de\s+)?|de\s+)"
_BOUND = re.compile(
    r"\b(?P<side>boven|over|door|voorbij|onder|beneden|minstens|minimaal|tenminste|ten minste"
    # "over 2022" is a year, unless it is said to be a number.
    rf"|(?:meer|hoger|groter|minder|lager|kleiner) dan)\s+(?:{_MARK}|(?!(?:19|20)\d\d\b(?!\s+indicaties)))(?:{_PERCENT}|{_NUMBER})",
    re.IGNORECASE,
)
# "Wanneer werd 5.000 bereikt" and "wanneer bereikte het de 5.000".
_COUNT = re.compile(rf"\b(?:{_MARK}|(?!(?:19|20)\d\d\b)){_NUMBER}", re.IGNORECASE)
_COUNT_BEHIND = re.compile(rf"\b{_MARK}?{_NUMBER}", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:bereik\w*|gehaald|haald\w*|gepasseerd|overschreden|overschreed)", re.IGNORECASE)
_REACHES = re.compile(r"\b(?:bereikte|haalde|passeerde|overschreed)\b", re.IGNORECASE)
# What is left of "de grens van 5.000" once the number is taken.
_NAMED_BOUND = re.compile(r"\b(?:de\s+)?(?:grens|mijlpaal|drempel|kaap)\s+van\b(?:\s+de\b)?(?=\s{2,})", re.IGNORECASE)
# "GGZ03W 10.000 wanneer": a number that can't be a year, beside "when".
_BARE = re.compile(
    r"(?<![\w.,/-])(?!(?:19|20)\d\d\b)(?P<number>\d{1,3}(?:\.\d{3}){1,3}|\d{4,6})(?![\w%/-]|[.,]\d|\s?(?:%|procent))"
)
_WHEN = re.compile(r"\bwanneer\b", re.IGNORECASE)
_COUNTED_DATES = re.compile(
    rf"\b(?P<count>{'|'.join(_THOUSANDS)}|\d\d?)\s+(?=(?:peildata|peilmomenten|meetmomenten|metingen|kwartalen)\b)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"\btop[\s-]*(?P<top>[2-5]|{'|'.join(_SMALL)})\b"
    rf"|\b(?:de|welke)\s+(?P<few>[2-5]|{'|'.join(_SMALL)})\b(?=\s+(?:\w+ste|meeste|minst|\w*profielen)\b)"
    rf"|(?<=ste\s)(?P<behind>[2-5]|{'|'.join(_SMALL)})\b(?=\s+\w*profielen)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:per\s+(?:(?P<month>maand)|(?P<quarter>kwartaal)|(?P<year>jaar))"
    r"|elke\s+(?P<each>maand)|(?P<monthly>maandelijkse?)|(?P<yearly>jaarlijkse?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A number that a count is held against or, in ``percent``, a growth or a share; below 0 is a fall."""

    side: Side
    number: float
    percent: bool = False

    def holds(self, count: float) -> bool:
        """Whether a figure lies on the asked side of the number."""
        if self.side == "below":
            return count < self.number
        return count > self.number or (self.side == "at_least" and count == self.number)


def take_bound(text: str) -> tuple[Bound | None, str]:
    """The bound that a question names, and the question with spaces in place of it and of the verb that says it is reached."""
    match = _BOUND.search(text)
    if match:
        limit = float(match["percent"].replace(",", ".")) if match["percent"] else _read_number(match["number"])
        bound = Bound(_SIDES[match["side"].lower().split()[0]], limit, percent=bool(match["percent"]))
        return bound, Span(*match.span()).blanked(text)
    reached = _find_reached(text)
    if not reached:
        return _take_bare_bound(text)
    number, verb = reached
    passed = verb.group().lower().startswith(("gepass", "pass", "overschr"))
    left = Span(*verb.span()).blanked(Span(*number.span("number")).blanked(text))
    left = _NAMED_BOUND.sub(lambda named: " " * len(named.group()), left)
    return Bound("above" if passed else "at_least", _read_number(number["number"])), left


def _find_reached(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The number that is reached and the verb that says so, before or behind it; what begins first where there are both."""
    number, reaches = _COUNT.search(text), _REACHES.search(text)
    verbs = list(_REACHED.finditer(text, number.end())) if number else []
    behind = _COUNT_BEHIND.search(text, reaches.end()) if reaches else None
    if reaches and behind and not (number and verbs and number.start() < reaches.start()):
        return behind, reaches
    return (number, verbs[-1]) if number and verbs else None


def _take_bare_bound(text: str) -> tuple[Bound | None, str]:
    match = _BARE.search(text) if _WHEN.search(text) else None
    return (Bound("at_least", _read_number(match["number"])), Span(*match.span()).blanked(text)) if match else (None, text)


def take_counted_dates(text: str) -> tuple[int | None, str]:
    """How many dates a question says there are ("de vier peildata van 2022"), and the question with spaces in place of that."""
    match = _COUNTED_DATES.search(text)
    if not match:
        return None, text
    written = match["count"].lower()
    return int(_THOUSANDS.get(written, written)), Span(*match.span("count")).blanked(text)


def take_limit(text: str) -> tuple[int | None, str]:
    """How many of a ranking are asked for ("top 3", "de twee grootste"), and the question with spaces in place of that."""
    match = _LIMIT.search(text)
    if not match:
        return None, text
    group = next(name for name in ("top", "few", "behind") if match[name])
    written = match[group].lower()
    begin = match.start() if group == "top" else match.start(group)
    return int(_SMALL.get(written, written)), Span(begin, match.end(group)).blanked(text)


def find_rate(text: str) -> int | None:
    """The months of the unit that a change is spread over: 1 for "per maand", 3 per quarter, 12 per year."""
    match = _RATE.search(text)
    if not match:
        return None
    if match["quarter"]:
        return 3
    return 12 if match["year"] or match["yearly"] else 1


def _read_number(written: str) -> int:
    written = written.lower().replace(".", "")
    return int(written) if written.isdigit() else _THOUSANDS.get(written.removesuffix("duizend"), 1) * 1000
