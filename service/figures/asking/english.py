"""Turns an English question about a cell of the table into Dutch words, so that one grammar reads both.

A closed list for the same reason as the Dutch one: a word outside it leaves the question as it is, and so without a number.
"""

import re

from indexer.dutch_dates import MONTHS
from service.figures.asking.places import take_place

_PHRASES = (
    (r"how many times as many", "hoeveel keer zoveel"),
    (r"by (?:what|which) percentage", "met hoeveel procent"),
    (r"by how (?:much|many)", "met hoeveel"),
    (r"(?:indications |people )?(?:were|was|have been|got) added", "kwamen er bij"),
    (r"what (?:share|percentage|proportion|part)", "welk aandeel"),
    (r"(?:across|over|for|of) all (?:(?:five|5) )?(?:care )?profiles(?: together)?", "van alle profielen samen"),
    (r"all (?:five|5) (?:care )?profiles", "alle profielen"),
    (r"the (?:five|5) (?:care )?profiles", "alle profielen"),
    (r"(?:made|make|makes) up", "was"),
    (r"(?:which|what) (?:one )?(?:was|is|were|are) (?:larger|bigger|higher|greater)", "welk was groter"),
    (r"(?:which|what) (?:one )?(?:was|is|were|are) (?:smaller|lower)", "welk was kleiner"),
    (r"as a percentage", "in procenten"),
    (r"per month", "per maand"),
    (r"(?:each|every|per) quarter", "per kwartaal"),
    (r"(?:more|greater|higher) than", "meer dan"),
    (r"(?:fewer|less|lower|smaller) than", "minder dan"),
    (r"at least", "minstens"),
    (r"(?:at the moment|right now|currently|at present)", "nu"),
    (r"from (?=\d|[jfmasond]\w+ \d|q\d)", "van "),
    (r"to (?=ggz|profile|zzp)", "tot en met "),
    (
        r"the (?:quarter|year) (?:before|earlier)",
        lambda match: f"het vorige {'kwartaal' if 'quarter' in match.group().lower() else 'jaar'}",
    ),
    (r"how (?:many|much)", "hoeveel"),
    (r"(?:at |by )?the end of", "eind"),
    (r"(?:at |by )?the (?:beginning|start) of", "begin"),
    (r"(?:compared (?:to|with)|relative to)", "ten opzichte van"),
    (r"an? (year|quarter) (?:earlier|before)", r"een \1 eerder"),
    (r"the (?:previous|preceding) (year|quarter)", r"het vorige \1"),
    (r"(?:the )?last (year|quarter)", r"vorig \1"),
    (r"per ?cent|%", "procent"),
    (r"all profiles", "alle profielen"),
    (r"young (?:people|persons|adults|clients)", "jongeren"),
    (r"per (?:care )?profile", "per profiel"),
    (r"(?:added up|in total|altogether|combined)", "totaal"),
)
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WORDS = {
    **dict(zip(_ENGLISH_MONTHS, MONTHS, strict=True)),
    **{"first": "eerste", "second": "tweede", "third": "derde", "fourth": "vierde", "quarter": "kwartaal", "year": "jaar"},
    **{"what": "wat", "which": "welk", "when": "wanneer", "how": "hoe", "show": "toon", "give": "geef", "compare": "vergelijk"},
    **{"was": "was", "were": "waren", "is": "is", "are": "zijn", "did": "", "have": "hebben", "had": "had", "has": "heeft"},
    **{"there": "er", "the": "de", "a": "een", "an": "een", "me": "mij", "please": "graag", "with": "met", "and": "en"},
    **{"on": "op", "in": "in", "at": "op", "of": "van", "for": "voor", "by": "met", "from": "van", "to": "tot", "until": "tot"},
    **{"since": "sinds", "between": "tussen", "than": "dan", "as": "als", "each": "elk", "per": "per", "all": "alle"},
    **{"number": "aantal", "count": "aantal", "indications": "indicaties", "indication": "indicatie", "people": "mensen"},
    **{"clients": "cliënten", "persons": "personen", "profile": "profiel", "profiles": "profielen", "care": "zorg"},
    **{"growth": "groei", "grow": "groei", "grew": "groeide", "rise": "stijging", "rose": "steeg", "increase": "toename"},
    **{
        "increased": "toegenomen",
        "difference": "verschil",
        "share": "aandeel",
        "proportion": "aandeel",
        "percentage": "percentage",
        "ratio": "verhouding",
    },
    **{"total": "totaal", "together": "samen", "average": "gemiddeld", "highest": "hoogste", "lowest": "laagste"},
    **{"most": "meeste", "largest": "grootste", "fewest": "minste", "smallest": "kleinste", "more": "meer", "many": "veel"},
    **{"wmo": "wmo", "youth": "jongeren", "youngsters": "jongeren", "come": "komen", "comes": "komt", "origin": "herkomst"},
    **{"aged": "leeftijd", "age": "leeftijd", "old": "oud", "years": "jaar", "that": "dat"},
    **{
        "development": "verloop",
        "trend": "verloop",
        "whether": "of",
        "fewer": "minder",
        "less": "minder",
        "larger": "groter",
        "bigger": "groter",
        "higher": "hoger",
        "smaller": "kleiner",
        "lower": "lager",
        "or": "of",
        "across": "over",
        "over": "over",
        "month": "maand",
        "months": "maanden",
        "be": "",
        "been": "",
        "exactly": "precies",
        "dashboard": "dashboard",
        "according": "volgens",
        "table": "tabel",
        "five": "vijf",
        "grown": "gegroeid",
        "risen": "gestegen",
        "rising": "gestegen",
        "sum": "som",
        "added": "bijgekomen",
        "against": "tegenover",
        "now": "nu",
        "latest": "laatste",
        "versus": "versus",
        "procent": "procent",
    },
}
# These are the same in both languages, or belong to the name of a profile.
_NEUTRAL = frozenset(("ggz", "w", "wlz", "zzp", "kpmg", "ciz", "dashboard", "q", "st", "nd", "rd", "th"))
# One of these makes a question English; "in", "was" and "is" are Dutch as well.
_MARKERS = re.compile(
    r"\b(?:how|many|on|and|or|larger|fewer|much|what|which|did|grew|grow|most|were|there|the|of|growth|number|show|compare|indications?)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({'|'.join(_ENGLISH_MONTHS)})\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_ORDINAL_DAY = re.compile(rf"\b(\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_ENGLISH_MONTHS)})\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w])|(?<=-)[a-z]{2,}\b")


def english_to_dutch(question: str) -> str:
    """The question in Dutch words where it is English and every word of it is known here; otherwise as it was."""
    if len(_MARKERS.findall(question)) < 2:
        return question
    question = _THOUSANDS.sub(".", question)
    text = _MONTH_FIRST.sub(r"\2 \1 \3", question)
    text = _ORDINAL_DAY.sub(r"\1 \2", text)
    for phrase, dutch in _PHRASES:
        text = re.sub(rf"(?<!\w){phrase}(?!\w)", dutch, text, flags=re.IGNORECASE)
    _, placeless = take_place(text)
    dutch_words = {word for _, phrase in _PHRASES if isinstance(phrase, str) for word in re.findall(r"[a-z]+", phrase)}
    known = dutch_words | _NEUTRAL | _WORDS.keys()
    if not all(match.group().lower() in known for match in _WORD.finditer(placeless)):
        return question
    return _WORD.sub(lambda match: _WORDS.get(match.group().lower(), match.group()), text)
