"""The forms in which people write personal data. Each pattern reads plain text (``plain_text.py``) in linear time.

What has a check of its own is masked only if it passes: an amount of nine digits is seldom a BSN. Names are not looked for, since
a question may be about a person whom the documents name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from stdnum import iban, numdb
from stdnum.nl import bsn

from corpus.types import Span
from service.personal_addresses import find_addresses

_GAP = r"[\s.\-/()_]{0,3}"
_NEXT = rf"(?:{_GAP}\d)"
_NO_NUMBER_BEFORE = r"(?:(?<![\w+])|(?<=\b[TtMm]))(?<!\d[.,-])"

# The group "datum" is what is masked; without one it is all that matches.
_AT = r"(?: ?@ ?| ?[(\[]at[)\]] ?| apenstaartje )(?=[\w.-]{0,80}?[^\W\d_])"
_DOT = r"(?:\.| ?[(\[]dot[)\]] ?| punt )"
_EMAIL = re.compile(
    rf"(?<![\w.+%&'-])[.&'-]*+(?P<datum>[\w+%][\w.+%&'-]*+{_AT}[\w-]+(?:{_DOT}[\w-]+)+)",
    re.IGNORECASE,
)

# Area codes without their 0: of two digits before a number of seven, of three before one of six. 0800 and 0900 are services.
_LONG_NUMBER_AREA = r"(?:1[0359]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[4578])"
_SHORT_NUMBER_AREA = r"(?:1[1678]|2[259]|3[124]|4[1789]|5[124679])\d"
_DATE_FIRST = r"(?!0\d[-./ ]\d{1,2}[-./ ](?:19|20)\d\d(?!\d))"
_PHONES = (
    re.compile(
        rf"{_NO_NUMBER_BEFORE}{_DATE_FIRST}(?:(?:06|\(06\)){_NEXT}{{8}}|(?:0{_LONG_NUMBER_AREA}|\(0{_LONG_NUMBER_AREA}\)){_NEXT}{{7}}"
        rf"|(?:0{_SHORT_NUMBER_AREA}|\(0{_SHORT_NUMBER_AREA}\)){_NEXT}{{6}})(?!\w)"
    ),
    re.compile(rf"{_NO_NUMBER_BEFORE}(?:(?:\+|00)[ -]?31{_GAP}(?:0{_GAP})?[1-9]{_NEXT}{{8}}|316\d{{8}})(?!\w)"),
    # Of other countries: 9 to 15 digits behind + or 00, but not the plus of an amount ("+1.234.567.890 euro").
    re.compile(
        rf"{_NO_NUMBER_BEFORE}(?:\+ ?|00)(?!31)(?!\d{{1,3}}(?:\.\d{{3}})+(?![.\d]))[1-9](?:[ .\-/()]{{0,3}}\d){{8,14}}(?!\w)"
    ),
)

_AMOUNT_BEFORE = r"(?<!€)(?<!€ )(?<!eur )(?<!euro )"
_AMOUNT_AFTER = r"(?! ?(?:euro?\b|€|,-))"
_NINE_DIGITS = re.compile(
    rf"(?<![\w-])(?<!\d[.,]){_AMOUNT_BEFORE}"
    # Three figures in a row of a table are no number in groups, and 123.456.782 is how an amount is written.
    r"(?:\d{9}|(?<!\d )(?:\d{3}([ -])\d{3}\1\d{3}|\d{4}([ .-])\d\d\2\d{3})(?! \d))"
    rf"(?!\w|[.,-]\d){_AMOUNT_AFTER}",
    re.IGNORECASE,
)
_NAMED_BSN = re.compile(
    r"(?<![^\W\d_])(?:b\.?s\.?n|burger ?service ?(?:nummer|nr)|sofi[- ]?(?:nummer|nr))[^\d\[]{0,30}?"
    r"(?P<datum>\d(?:[ .-]{0,2}\d){8}|\d{8})(?!\d|[.,-]\d)",
    re.IGNORECASE,
)

_NAMED_NUMBER = re.compile(
    r"(?<!\w)(?:(?:cli[eë]nt|pati[eë]nt|klant|polis|verzekerden?|relatie|lid|paspoort|rijbewijs|identiteitskaart|(?:bank)?rekening|v)"
    r"[- ]?(?:nummer|nr|id)|(?:client|patient|customer|policy|passport|account) (?:number|no|id))(?!\w)"
    r"[\s.:=#]{0,4}(?:is:? )?(?P<datum>[a-z]{0,4}-?\d(?:[ .\-/]?\d){2,19})(?!\w)",
    re.IGNORECASE,
)

_YEAR = r"(?:(?:18|19|20)\d\d|'?\d\d)(?!\w)"
_MONTH = r"(?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]{0,9}\.?"
_BETWEEN = r" ?[-./ ] ?"
_DATE = (
    rf"(?:(?:18|19|20)\d\d{_BETWEEN}\d\d?{_BETWEEN}\d\d?(?!\w)|\d\d?{_BETWEEN}\d\d?{_BETWEEN}{_YEAR}|\d{{8}}(?!\w)"
    rf"|\d\d?(?:e|st|nd|rd|th)?{_BETWEEN}(?:of )?{_MONTH}[ ,./-]{{1,2}}{_YEAR}|{_MONTH} \d\d?(?:st|nd|rd|th)?,? {_YEAR})"
)
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?"
_BIRTH_DATES = (
    re.compile(
        r"(?<!\w)(?:geboren|geb|born|jarig)(?!\w)\.?(?:\s(?:te|in)\s(?:[^\W\d_][\w'-]{0,30}[ ,]{1,2}){1,3}?(?=op|\d))?"
        rf"[\s:,(]{{0,3}}(?:(?:op|on|am|is|d\.?d\.?)\s)?{_WEEKDAY}{_DATE}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:geboorte(?:datum|dag)|verjaardag|g\.d|geb\.? ?(?:datum|dat|dd)|(?:date of birth|birth ?date|birthday|d\.?o\.?b))(?!\w)"
        rf"(?:(?: [\w'.-]{{1,30}}){{0,4}}?\s?(?:[:=]| is| was)|[.,]){{0,3}}[\s(]{{0,3}}{_WEEKDAY}{_DATE}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)op {_WEEKDAY}{_DATE} (?:[^\W\d_]{{1,12}} ){{0,3}}geboren(?!\w)", re.IGNORECASE),
)

_IBAN_OPENING = re.compile(r"(?<!\w)([A-Z]{2}) ?\d\d(?=[\s.-]{0,2}[A-Z0-9])", re.IGNORECASE)
_IBAN_SIGNS = {"n": r"\d", "a": "[A-Z]", "c": "[A-Z0-9]"}


def find_personal_data(text: str) -> list[Span]:
    """Every stretch of plain text that is personal data, in no order; some may overlap."""
    found = [_span_of(match) for match in _EMAIL.finditer(text)]
    if not any(digit in text for digit in "0123456789"):
        return found
    found += [_span_of(match) for pattern in (*_PHONES, *_BIRTH_DATES, _NAMED_NUMBER) for match in pattern.finditer(text)]
    numbers = [_span_of(match) for pattern in (_NINE_DIGITS, _NAMED_BSN) for match in pattern.finditer(text)]
    found += [span for span in numbers if bsn.is_valid(span.of(text))]
    return [*found, *_find_accounts(text), *find_addresses(text)]


def _span_of(match: re.Match[str]) -> Span:
    return Span(*match.span("datum" if "datum" in match.re.groupindex else 0))


def _find_accounts(text: str) -> Iterator[Span]:
    """IBANs of every country that pass their check, and what has the form of a Dutch one: a typing error makes it no less a person's."""
    for opening in _IBAN_OPENING.finditer(text):
        country = opening[1].upper()
        pattern = _write_iban_pattern(country)
        match = pattern.match(text, opening.start()) if pattern else None
        if match and (country == "NL" or iban.is_valid("".join(match[0].split()), check_country=False)):
            yield Span(*match.span())


@lru_cache(maxsize=1000)
def _write_iban_pattern(country: str) -> re.Pattern[str] | None:
    """The form of a country's IBANs, grouped at will; None where it has none."""
    structure = numdb.get("iban").info(country)[0][1].get("bban", "")
    signs = [(int(many), _IBAN_SIGNS[kind]) for many, kind in re.findall(r"(\d+)!([nac])", structure)]
    body = "".join(rf"(?:[\s.-]{{0,2}}{sign}){{{many}}}" for many, sign in signs)
    return re.compile(rf"{country} ?\d\d{body}(?!\w)", re.IGNORECASE) if body else None
