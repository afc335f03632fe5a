"""Recognises care profiles in the many ways people write them: GGZ03W, ggz 3 wonen, GGZ-W 3, profiel 3, zzp 3.

The letters come from the profiles of the table itself; only the Dutch words around them stand here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.types import Span

_CODE = re.compile(r"(?P<prefix>[A-Z]+)(?P<number>\d+)(?P<suffix>[A-Z]?)")
_NUMBER_WORDS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_SUFFIX_WORDS = {"wonen": "W", "behandeling": "B"}

_MONTHS = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*(?![a-z])"
# A number that goes on as a date (01-07), an amount (3 procent, 3.000) or a count of time (3 jaar) is no profile.
_ENDS_HERE = r"(?!\w|[-/.,]\d|\s?%|\s?(?:procent|jaar|jaren|kwartaal|kwartalen|maand|maanden|keer)\b)"
_NO_MONTH = rf"(?!\s*{_MONTHS})"
_MONTH_HAS_OWN_DAY = rf"(?!\s*{_MONTHS}(?!\s+(?:19|20)\d\d))"
_SUFFIX = rf"(?P<suffix>[a-z]|{'|'.join(_SUFFIX_WORDS)})"
# People type the letter O for a zero: GGZO3W.
_NUMBER = r"(?P<number>o?\d{1,2})"
_WORD_NUMBER = rf"(?P<number>o?\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})"
# "Per profiel 1 oktober 2023" asks for each of them on the first.
_NOT_EACH = r"(?<!\bper )(?<!\belk )(?<!\bieder )"
_PROFILE_WORD = r"(?:(?:zorg)?(?:zwaarte)?profiel(?:en)?|zorgzwaartepakket|zzp)"
_RANGE = re.compile(r"\s*(?:t/?m|tot en met|tot|-|–)\s*", re.IGNORECASE)
_NEXT = re.compile(
    rf"\s*(?:,|\+|&|-|–|en|of|dan|tot en met|t/?m|versus|vs\.?)\s*(?:en\s+)?{_NUMBER}(?:[\s-]?(?P<suffix>w))?{_ENDS_HERE}{_NO_MONTH}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedProfiles:
    """The profiles that a text names, in its order, as codes; ``rest`` is the text with spaces in place of their names."""

    codes: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Name:
    begin: int
    end: int
    codes: tuple[str, ...]


def find_profiles(text: str, known: tuple[str, ...]) -> NamedProfiles:
    """Every profile that the text names, also one that isn't ``known`` but is written in the same way (GGZ09W).

    Where no profile is known, nothing is one.
    """
    names: list[_Name] = []
    if not known:
        return NamedProfiles((), text)
    for pattern in _name_patterns(known):
        for match in pattern.finditer(text):
            for name in _read_names(match, text, known):
                if all(name.end <= other.begin or other.end <= name.begin for other in names):
                    names.append(name)
    names.sort(key=lambda name: name.begin)
    return NamedProfiles(tuple(dict.fromkeys(_all_codes(names, text, known))), _blank_out(text, names))


def _name_patterns(known: tuple[str, ...]) -> Iterator[re.Pattern[str]]:
    """Written forms, the surest first, with the letters of the table in them."""
    letters = sorted({code["prefix"] for code in map(_take_apart, known)})
    prefix = rf"(?P<prefix>{'|'.join('[. ]?'.join(prefix) for prefix in letters)})[.]?"
    suffix_first = rf"[\s-]*(?!o\d){_SUFFIX}[\s-]*(?:{_PROFILE_WORD}[\s-]*)?{_NUMBER}{_ENDS_HERE}{_MONTH_HAS_OWN_DAY}"
    for written in (
        rf"\b{prefix}[\s-]*{_NUMBER}[\s-]*{_SUFFIX}(?:['’]ers?\b|(?<=w)ers?\b|['’]s\b)?(?!\w)",
        rf"\b{prefix}{suffix_first}",
        rf"{_NOT_EACH}\b(?!\w*profielen\s+\d{{1,2}}\s*{_MONTHS}){_PROFILE_WORD}[\s-]*(?:(?:nummer|nr\.?)\s*)?(?:{prefix}[\s-]*)?{_WORD_NUMBER}{_ENDS_HERE}{_MONTH_HAS_OWN_DAY}",
        rf"\b{_PROFILE_WORD}[\s-]*{_NUMBER}[\s-]?(?P<suffix>w)(?!\w)",
        rf"\b{prefix}-?{_NUMBER}{_ENDS_HERE}{_MONTH_HAS_OWN_DAY}",
        rf"\b{prefix}[\s-]*{_NUMBER}{_ENDS_HERE}{_NO_MONTH}",
        rf"(?<![\w.,/-])(?P<number>[o0]?\d)\s?(?P<suffix>{'|'.join(_last_letters(known))})(?!\w)",
        rf"\b(?!zzp)(?!{_MONTHS})(?P<prefix>[a-z]{{2,5}}){_NUMBER}(?P<suffix>[a-z]?)(?!\w)",
    ):
        yield re.compile(written, re.IGNORECASE)


def _last_letters(known: tuple[str, ...]) -> list[str]:
    """The letters behind the number ("W" in "03W"), that make a bare number a profile; what never fits where no code has one."""
    return sorted({code["suffix"] for code in map(_take_apart, known)} - {""}) or ["(?!)"]


def _read_names(match: re.Match[str], text: str, known: tuple[str, ...]) -> Iterator[_Name]:
    """The name itself and the bare numbers that go on from it: "profiel 3, 4 en 5"."""
    parts = match.groupdict()
    yield _Name(match.start(), match.end(), _find_codes(parts, known))
    following = _NEXT.match(text, match.end())
    while following:
        parts = {**parts, "number": following["number"]}
        yield _Name(following.start("number"), following.end(), _find_codes(parts, known))
        following = _NEXT.match(text, following.end())


def _find_codes(parts: dict[str, str | None], known: tuple[str, ...]) -> tuple[str, ...]:
    """The known profiles that fit what was written; else the code that it would have in this table."""
    written = (parts["number"] or "").lower()
    number = _NUMBER_WORDS.index(written) + 1 if written in _NUMBER_WORDS else int(written.replace("o", "0"))
    prefix = re.sub(r"[. ]", "", parts.get("prefix") or "").upper()
    suffix = (parts.get("suffix") or "").lower()
    letter = _SUFFIX_WORDS.get(suffix, suffix.upper())
    fitting = []
    for code in known:
        shape = _take_apart(code)
        if int(shape["number"]) == number and prefix in ("", shape["prefix"]) and letter in ("", shape["suffix"]):
            fitting.append(code)
    if fitting:
        return tuple(fitting)
    model = _take_apart(known[0])
    same = prefix in ("", model["prefix"])
    return (f"{prefix or model['prefix']}{number:0{len(model['number'])}d}{letter or (model['suffix'] if same else '')}",)


def _all_codes(names: list[_Name], text: str, known: tuple[str, ...]) -> Iterator[str]:
    """The codes in order, with what lies between the ends of a range ("GGZ01W tot en met GGZ03W")."""
    for position, name in enumerate(names):
        before = names[position - 1] if position else None
        if before and _RANGE.fullmatch(text[before.end : name.begin]):
            lowest, highest = before.codes[-1], name.codes[0]
            yield from (code for code in known if lowest < code < highest)
        yield from name.codes


def _blank_out(text: str, names: list[_Name]) -> str:
    rest = text
    for position, name in enumerate(names):
        before = names[position - 1].end if position else name.begin
        begin = before if _RANGE.fullmatch(text[before : name.begin]) else name.begin
        rest = Span(begin, name.end).blanked(rest)
    return rest


def _take_apart(code: str) -> re.Match[str]:
    match = _CODE.fullmatch(code)
    if not match:
        raise ValueError(f"'{code}' is geen zorgprofiel zoals GGZ01W.")
    return match
