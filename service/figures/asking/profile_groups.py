"""Reads how a question speaks of several profiles at once, or says of a named one what it is: "alle vijf de profielen samen"."""

import re

from service.figures.asking import vocabulary as words

_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10}
_COUNT = rf"(?P<count>{'|'.join(_COUNTS)}|\d)"
_COUNTED = re.compile(
    rf"\b(?P<lead>(?:over\s+)?all?e?|van\s+de|de|die|deze|onze|beide|over\s+de|voor\s+de)\s+{_COUNT}"
    r"(?P<noun>(?:\s+de)?(?:\s+(?:genoemde|bovengenoemde|verschillende))?\s+\w*profielen\b|(?=\s*(?:\?|$|samen\b|bij\s+elkaar\b|tezamen\b|opgeteld\b)))",
    re.IGNORECASE,
)
# What find_profiles leaves in place of a name; a text with single spaces has no such gap elsewhere.
_NAME = r"\s{3,}"
_SUPERLATIVE = r"\w{4,}ste(?:n)?"
_IN_TABLE = r"(?:\s+(?:in|van|uit)\s+(?:de|het|deze|die)\s+(?:tabel|dashboard|rapport|reeks|rij|lijst|vijf))?"
_BEHIND = re.compile(
    rf"(?<=\s\s)(?P<gone>(?:,\s*)?[,(–-]\s*(?:(?:dus|dat\s+is|ofwel|oftewel|zijnde)\s+)?(?:het|de|een|ons)\s+(?:{_COUNT}\s+)?{_SUPERLATIVE}"
    rf"(?:\s+\w*profiel(?:en)?)?{_IN_TABLE}\s*[,:)–-]?)(?=\s|$|\?)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\b(?P<gone>(?:het|de|ons|onze)\s+(?:{_COUNT}\s+)?{_SUPERLATIVE}\s+\w*profiel(?:en)?{_IN_TABLE}\s*[,:(–-]\s*)(?={_NAME})",
    re.IGNORECASE,
)


def drop_appositions(rest: str) -> str:
    """The question with spaces in place of what it says a named profile is: "GGZ05W, het zwaarste profiel in de tabel"."""
    for apposition in (_BEHIND, _AHEAD):
        rest = apposition.sub(lambda match: " " * len(match.group()), rest)
    return rest


def drop_profile_count(rest: str, named: int, known: int) -> str:
    """The question without the number of profiles that it is about, where that is how many it names or, naming none, all of them.

    Of all profiles it only holds where they are added up or divided by; "de vijf profielen" alone may ask for each of them.
    """
    match = _COUNTED.search(rest)
    if not match or int(_COUNTS.get(match["count"].lower(), match["count"])) not in (named or known, known):
        return rest
    said = frozenset(words.list_words(rest))
    every = match["lead"].lower().split()[-1].startswith("al")
    if not named and not every and not said & (words.TOTAL | words.SHARE | words.HIGHEST | words.LOWEST | words.AVERAGE):
        return rest
    if not named and not match["noun"].strip():
        return rest
    begin, end = match.span("count")
    return f"{rest[:begin]}{' ' * (end - begin)}{rest[end:]}"
