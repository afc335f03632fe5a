"""Finds numbers as running text prints them: digits in Dutch and English grouping, number words, "282 miljoen", "300 tot 400".

A form that can mean two things gives no number: a wrong number is worse than none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from indexer.figures.printed_numbers import PrintedNumberError, parse_count, parse_percentage
from indexer.words import fold_word

_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_SMALL = {word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_SMALL |= {f"{unit}en{ten}": 10 * tens + one for tens, ten in enumerate(_TENS, 2) for one, unit in enumerate(_UNITS, 1)}
_MULTIPLES = (("duizend", 1000), ("honderd", 100))

_SCALES = {"duizend": 1e3, "mln": 1e6, "miljoen": 1e6, "mld": 1e9, "mrd": 1e9, "miljard": 1e9, "k": 1e3, "m": 1e6}
_SCALE = r"(?:\s(?:duizend|miljoen|miljard|(?:mln|mld|mrd)\.?)|[KkM])(?!\w)"
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:['\u00a0\u2009\u202f]\d{3})+(?:,\d+)?"
_DIGITS = rf"(?:{_DIGITS}|\d+(?:[.,]\d+)?)"
_SINGLE = rf"{_DIGITS}(?:{_SCALE})?(?:\s?%)?"
_PARTS = re.compile(rf"(?P<digits>{_DIGITS})(?P<scale>{_SCALE})?(?P<percent>\s?%)?")
# Not part of a word or code ("GGZ03W", "24-uurszorg", "18+"), of a date, time or phone number, and no reference ("[3]").
_CHAIN = re.compile(
    rf"(?<![\w.,/:#\[+])(?<![\w)][-–])(?:[-−](?={_DIGITS}\s?%))?{_SINGLE}(?:[-–]{_SINGLE})?"
    r"(?!\w|\s?%|[\]/+]|[.,:]\d|[-–])"
)
# "11 650" is one number or two.
_UNCLEAR = re.compile(r"(?<![\w.,/])\d{1,3}(?: \d{3})+(?!\d)")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<mark>[.,'\u00a0\u2009\u202f])\d{3}(?:(?P=mark)\d{3})*")
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")
_WORD_SCALE = re.compile(r"\s(duizend|miljoen|miljard)(?!\w)")
_RANGE_MARK = re.compile(r"\s(?:tot|tot\sen\smet|t/m|à)\s")
_BETWEEN = re.compile(r"\btussen\s(?:de\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number printed at ``[begin:end]``; a range runs from ``value`` to ``upper``. "282 miljoen" and "20%" are whole forms."""

    begin: int
    end: int
    value: float
    upper: float | None = None
    percent: bool = False
    scale: float = 1.0


def find_numbers(text: str) -> tuple[PrintedNumber, ...]:
    """Every number of the text in reading order, ranges joined; what can mean two things and the article "een" are left out."""
    digits = tuple(_find_digits(text))
    # The "duizend" of "27 duizend" is no number of its own.
    words = _free_of([(number.begin, number.end) for number in digits], _find_words(text))
    unclear = [match.span() for match in _UNCLEAR.finditer(text)]
    clear = sorted(_free_of(unclear, (*digits, *words)), key=lambda number: number.begin)
    return tuple(_join_ranges(text, clear))


def parse_number(printed: str) -> PrintedNumber:
    """The one number that a printed form is, a range with its upper bound; raises PrintedNumberError for anything else."""
    # "300 en 400" is a range only after "tussen", which stands outside its span.
    lead = "tussen " if " en " in printed else ""
    numbers = find_numbers(lead + printed)
    if len(numbers) != 1 or (numbers[0].begin, numbers[0].end) != (len(lead), len(lead + printed)):
        raise PrintedNumberError(f"'{printed}' is geen getal dat op één manier te lezen is.")
    return numbers[0]


def parse_number_word(word: str) -> int | None:
    """The number below a million that one Dutch word says ("tweeëndertig", "vijftienhonderd"), or None."""
    return _parse_folded(fold_word(word))


def _parse_folded(word: str) -> int | None:
    for name, size in _MULTIPLES:
        left, found, right = word.partition(name)
        if found:
            times = _parse_folded(left) if left else 1
            rest = _parse_folded(right.removeprefix("en")) if right else 0
            return None if times is None or rest is None or rest >= size else times * size + rest
    return _SMALL.get(word)


def _free_of(taken: Sequence[tuple[int, int]], numbers: Iterable[PrintedNumber]) -> list[PrintedNumber]:
    return [number for number in numbers if all(number.end <= begin or end <= number.begin for begin, end in taken)]


def _find_digits(text: str) -> Iterator[PrintedNumber]:
    for match in _CHAIN.finditer(text):
        parts = list(_PARTS.finditer(match.group()))
        sign = -1 if match.group()[0] in "-−" else 1
        numbers = [_read_part(part) for part in parts]
        known = [replace(number, begin=match.start(), end=match.end()) for number in numbers if number]
        if len(known) < len(parts):
            continue
        if len(known) == 1:
            yield replace(known[0], value=sign * known[0].value)
        elif joined := _join_two(known[0], known[1]):
            yield joined


def _read_part(part: re.Match[str]) -> PrintedNumber | None:
    """One number, its place still within the part; None for "007" and for what can mean two things ("1.250 miljoen")."""
    digits, percent = part["digits"], bool(part["percent"])
    scale = _SCALES[part["scale"].strip(" .\n\u00a0").lower()] if part["scale"] else 1.0
    if re.match(r"0\d", digits) or (scale > 1 and _GROUPED.fullmatch(digits)):
        return None
    if _GROUPED.fullmatch(digits) and not percent:
        value = parse_count(digits.replace("\u2009", "\u00a0"))
    else:
        # Two different marks, or one before the decimals: both are read as a percentage is.
        value = parse_percentage(re.sub(r"['\u00a0\u2009\u202f]", "", digits))
    return PrintedNumber(*part.span(), _multiply(value, scale), percent=percent, scale=scale)


def _find_words(text: str) -> Iterator[PrintedNumber]:
    """Number words; after "tweeduizend" and the like the rest may stand apart, and so may a scale."""
    end = 0
    for match in _WORD.finditer(text):
        value = None if match.group().lower() == "een" else parse_number_word(match.group())
        if value is None or match.start() < end:
            continue
        end = match.end()
        rest = _WORD.match(text, end + 1) if value % 1000 == 0 and text[end : end + 1].isspace() else None
        added = parse_number_word(rest.group()) if rest and rest.group().lower() != "een" else None
        if rest and added and added < 1000:
            value, end = value + added, rest.end()
        scaled = _WORD_SCALE.match(text, end)
        scale = _SCALES[scaled[1]] if scaled else 1.0
        end = scaled.end() if scaled else end
        yield PrintedNumber(match.start(), end, value * scale, scale=scale)


def _join_ranges(text: str, numbers: Sequence[PrintedNumber]) -> Iterator[PrintedNumber]:
    """The numbers, with the two of "300 tot 400" and "tussen de 300 en 400" as one."""
    waiting: PrintedNumber | None = None
    for number in numbers:
        joined = _join_two(waiting, number) if waiting and _marks_range(text, waiting, number) else None
        if waiting and not joined:
            yield waiting
        waiting = joined or number
    if waiting:
        yield waiting


def _marks_range(text: str, first: PrintedNumber, second: PrintedNumber) -> bool:
    between = text[first.end : second.begin]
    return bool(_RANGE_MARK.fullmatch(between) or (between.split() == ["en"] and _BETWEEN.search(text[: first.begin])))


def _join_two(first: PrintedNumber, second: PrintedNumber) -> PrintedNumber | None:
    """The range of two numbers, or None where the second isn't higher; in "2 tot 3 miljoen" both count millions."""
    if first.upper is not None or second.upper is not None or (first.percent and not second.percent):
        return None
    lower = _multiply(first.value, second.scale) if first.scale == 1 else first.value
    joined = PrintedNumber(first.begin, second.end, lower, second.value, first.percent or second.percent, second.scale)
    return joined if lower < second.value else None


def _multiply(value: float, scale: float) -> float:
    """The product in decimals, so that "256,1 miljard" has no binary tail."""
    return float(Decimal(str(value)) * Decimal(scale))
