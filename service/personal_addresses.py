"""The forms in which people write a Dutch address: a postcode, the street or house number beside it, or where somebody lives."""

import re
from collections.abc import Iterator

from corpus.types import Span
from indexer.words import STOP_WORDS

_HOUSE_NUMBER = r"\d{1,5}(?:[a-zA-Z]| ?[A-Z]| bis)?(?:-\w{1,4})?(?!\w)"
_STREET_ENDS = ("straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk", "steeg", "dreef", "plantsoen", "hof")
_WITHIN_NAMES = ("van", "de", "der", "den", "het", "'t", "ter", "ten", "te")
_LOOKED_BACK = 80  # characters: a street with its number, or a word that says that somebody lives there

_POSTCODE = re.compile(r"(?<!\w)(?<!\d[.,:-])(?<!€ )([1-9]\d{3})( {0,2})([A-Za-z]{2})(?![\w']|-[^\W\d_])")
_POSTCODE_NAMED = re.compile(r"postcode(?: is)?[ :]{0,2}\Z", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(rf"[ ,/-]{{1,3}}(?:(?:huisnummer|nummer|nr|no)[.:]? ?)?{_HOUSE_NUMBER}", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(rf" {_HOUSE_NUMBER}[\s,]{{1,3}}\Z")
_STREET_AND_NUMBER = re.compile(rf"(?:{'|'.join(_STREET_ENDS)}) {_HOUSE_NUMBER}", re.IGNORECASE)
_LIVES_AT = re.compile(
    r"(?<!\w)(?:woont?|woonde|wonend?e?|woonachtig|adres)(?!\w)[^.\n\d]{0,25}(?<![\w'-])(?P<street>[\w'-]{1,30})\Z",
    re.IGNORECASE,
)
# After these a street may have any name, if it has a capital.
_ADDRESS_NAMED = re.compile(
    r"(?<!\w)(?i:adres|(?:woont?|woonde|wonend?e?|woonachtig) aan)(?:: ?| is | )(?:de |het )?"
    rf"(?P<datum>(?!Postbus)[A-Z][\w'-]{{1,30}}(?: (?:(?:van|de|der|den|het) ){{0,2}}[A-Z][\w'-]{{1,30}}){{0,3}} {_HOUSE_NUMBER})"
)
# What else is written as two letters behind four digits: laws, units, firms, care profiles, chambers and journals.
_NO_POSTCODE = frozenset(
    "BW EU NL GT KB MB GB TB CM MM KM KG HA PK MW GW BV NV CV EK TK HR NJ NR ZK PP GG GZ LG LV VG VV ZG".split()
)
_POST_BOX = "postbus"  # of an organisation


def find_addresses(text: str) -> Iterator[Span]:
    """Every stretch of plain text that is a Dutch address or postcode; some may overlap."""
    for street in _STREET_AND_NUMBER.finditer(text):
        begin = max(0, street.start() - _LOOKED_BACK)
        home = _LIVES_AT.search(text[begin : street.start()])
        if home:
            yield Span(begin + home.start("street"), street.end())
    for match in _ADDRESS_NAMED.finditer(text):
        yield Span(*match.span("datum"))
    for postcode in _POSTCODE.finditer(text):
        street_begin = _find_street(text, postcode.start())
        behind = _NUMBER_BEHIND.match(text, postcode.end())
        if _is_postcode(postcode, text, street_begin, house_number_behind=bool(behind)):
            begin = postcode.start() if street_begin is None else street_begin
            yield Span(begin, behind.end() if behind else postcode.end())


def _find_street(text: str, end: int) -> int | None:
    """Where a street begins that ends here with its house number, on one line; None where none does.

    It begins with the first of its capitals: "Burgemeester van der Laanstraat 12".
    """
    begin = max(0, end - _LOOKED_BACK)
    number = _NUMBER_BEFORE.search(text, end - 16 if end - begin > 16 else begin, end)
    if not number:
        return None
    begin = max(begin, text.rfind("\n", begin, number.start()) + 1)
    words = list(re.finditer(r"\S+", text[begin : number.start()]))
    if not words:
        return None
    found = words[-1].start()
    for word in reversed(words[:-1]):
        if word[0][0].isupper() and word[0][-1] not in ",:;":
            found = word.start()
        elif word[0] not in _WITHIN_NAMES:
            break
    return begin + found


def _is_postcode(postcode: re.Match[str], text: str, street_begin: int | None, *, house_number_behind: bool) -> bool:
    """Whether four digits and two letters are a postcode, by their own form and by what stands beside them."""
    digits, gap, letters = postcode.groups()
    street = "" if street_begin is None else text[street_begin : postcode.start()].lower()
    if letters.upper() in _NO_POSTCODE or letters.lower() in STOP_WORDS or _POST_BOX in street:
        return False
    if _POSTCODE_NAMED.search(text, max(0, postcode.start() - 14), postcode.start()):
        return True
    if letters.isupper():
        return bool(street) or house_number_behind or not digits.startswith(("19", "20"))
    return (house_number_behind and not gap) or any(f"{street_end} " in street for street_end in _STREET_ENDS)
