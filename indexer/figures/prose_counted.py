"""Says what a number in running text counts: a noun, a share, an amount, once or per month; nothing, then it is no figure.

Pages, phases, profiles and codes have a number too: it stands behind its noun, or has none.
"""

import re
from dataclasses import dataclass, replace

from corpus.types import Measure
from indexer.figures.prose_nouns import find_noun, find_noun_phrase, slug_noun
from indexer.figures.prose_numbers import PrintedNumber

_PERIODS = r"(?:(?:per|elke|iedere?)\s|/)(?P<period>maand|jaar|week|kwartaal|dag)(?![\w-])"
_ADVERBS = {"maandelijks": "maand", "jaarlijks": "jaar", "wekelijks": "week"}
_RATE = re.compile(
    r"(?:\s(?:voor|in|met|van|uit|naar|op|aan|bij)(?:\s[^\W\d_][\w'’-]*){1,3}?)?\s?"
    rf"(?:{_PERIODS}|(?P<adverb>{'|'.join(_ADVERBS)})\b)"
)
_BARE_RATE = re.compile(rf"\s?{_PERIODS}")
_RATE_ADJECTIVE = re.compile(rf"\b(?P<adverb>{'|'.join(_ADVERBS)})e\s+[\w-]+\s+(?:van|\w+\s+tussen)\s*(?:de\s)?$")
_PERCENT = re.compile(r"\s(?:(?P<point>procentpunt(?:en)?)|procent|percent)\b")
_EURO = re.compile(r"\s?(?:euro|EUR|€)(?!\w)")
_EURO_BEFORE = re.compile(r"(?:€|\bEUR|\beuro)\s?$")
_SUBJECT_BEFORE = re.compile(
    r"(?<![\w'’-])[\d_'’-]*+(?P<noun>[^\W\d_][\w'’-]*+)(?::|\s(?:ter\shoogte\s)?van)\s*(?:de\s|een\s)?$"
)
_SUBJECT_AFTER = re.compile(r"\s(?:van|op|aan|voor)(?=\s)")
_SUBJECT = re.compile(r"\b(?:de|het|een|ons|onze|dit|deze)(?=\s[^\W\d_])", re.IGNORECASE)
# The number is the name of what stands before it ("hoofdstuk 3", "ggz wonen 4", "ZZP 1") or a measure of it ("per 10.000 inwoners").
_REFERENCE = re.compile(
    r"(?:\b(?i:pagina|pag\.|p\.|blz\.?|hoofdstuk|h\.|bijlage|paragraaf|par\.|artikel|art\.|lid|sub|tabel|figuur|grafiek|kaart|stap|fase"
    r"|ronde|profiel|zorgprofiel|wonen|versie|nummer|nr\.|no\.|punt|deel|noot|voetnoot|vraag|spoor|pijler|niveau|tel\.|telefoon"
    r"|kenmerk|kamerstuk|code|postbus|inzicht|kwartaal|week|leeftijd|thema|maatregel|actie|scenario|variant|categorie|klasse"
    r"|cluster|groep|schaal|route|sheet|dia|slide|zaal|kamer|per)|\b[A-Z]{3,})\s(?:\d+\s(?:en|tot|t/m)\s)?$"
)
# "In acht nemen", "de eerste vijf regio's".
_ORDER = re.compile(r"\b(?:eerste|tweede|laatste|afgelopen|komende|in\sacht)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: its unit as printed, the noun of its series, ``period`` where it is a rate ("maand")."""

    unit: str
    noun: str
    measure: Measure = "aantal"
    period: str | None = None

    @property
    def series(self) -> str:
        """The kebab-case name of the series: "clienten-per-maand"."""
        return f"{slug_noun(self.noun)}-per-{self.period}" if self.period else slug_noun(self.noun)


def find_counted(text: str, number: PrintedNumber, before: str) -> Counted | None:
    """What the number of this sentence counts, or None; ``before`` is what stands before the number and its qualifier.

    A share has the measure "aandeel" here, also where it will turn out to be growth.
    """
    after = text[number.end :]
    percent = _PERCENT.match(after)
    if number.percent or percent:
        unit = "procentpunt" if percent and percent["point"] else "procent"
        return Counted(unit, _find_subject(before, after[percent.end() if percent else 0 :]) or "percentage", "aandeel")
    euro = _EURO.match(after)
    if euro or _EURO_BEFORE.search(before):
        return _count_euros(_EURO_BEFORE.sub("", before), after[euro.end() if euro else 0 :])
    if number.value <= 1 or is_reference(before):
        # One of a thing is hardly ever a count: "één gezamenlijk plan", "1 op 1".
        return None
    return _count_things(before, after)


def is_reference(before: str) -> bool:
    """Whether the number is the name of what stands before it ("hoofdstuk 3") or a place in an order ("de eerste vijf")."""
    return bool(_REFERENCE.search(before) or _ORDER.search(before))


def _count_euros(before: str, after: str) -> Counted:
    rate = _BARE_RATE.match(after)
    noun = _find_subject(before, after) or "bedrag"
    return Counted(f"euro per {rate['period']}" if rate else "euro", noun, "bedrag", rate["period"] if rate else None)


def _count_things(before: str, after: str) -> Counted | None:
    phrase = find_noun_phrase(after)
    if not phrase:
        rate = _BARE_RATE.match(after)
        noun = _find_subject(before, "") or "aantal"
        return Counted(f"per {rate['period']}", noun, period=rate["period"]) if rate else None
    counted = Counted(phrase.printed, phrase.noun)
    found = _RATE.match(after, phrase.end) or _RATE_ADJECTIVE.search(before)
    if not found:
        return counted
    period = found.groupdict().get("period") or _ADVERBS[found["adverb"]]
    return replace(counted, unit=f"{phrase.printed} per {period}", period=period)


def _find_subject(before: str, after: str) -> str:
    """The noun that a share or amount says something of: "tekort van", "20% van de cliënten", "de instroom daalde met"."""
    governing = _SUBJECT_BEFORE.search(before)
    if governing and find_noun(f" {governing['noun']}"):
        return governing["noun"]
    link = _SUBJECT_AFTER.match(after)
    phrase = find_noun_phrase(after)
    following = find_noun(after[link.end() :]) if link else phrase.noun if phrase else ""
    earlier = [find_noun(before[match.end() :]) for match in _SUBJECT.finditer(before)]
    return following or next((noun for noun in reversed(earlier) if noun), "")
