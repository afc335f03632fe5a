"""Recognises the regions that people ask figures of, to say that the table isn't split by them."""

import re

from corpus.types import Span
from service.figures.asking import vocabulary as words

_PLACE_BEFORE = re.compile(
    r"\b(?:in|uit|regio|zorgkantoor|zorgkantoorregio|gemeente|provincie|rond|rondom|binnen|omgeving|stad)\s+(?:(?:de|het)\s+)?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:['’][st][ -])?[A-ZÀ-Ý][^\W\d_]+(?:[ -][A-ZÀ-Ý][^\W\d_]+)*")
# Names of laws, and of months where people write those with a capital.
_NO_PLACES = frozenset(("wlz", "wmo", "zvw", "jeugdwet", "ciz", "cbs"))
# The regions of the zorgkantoren, by which long-term care is bought, and the provinces: people name them without "regio" too.
_REGIONS = (
    *(
        "Amsterdam",
        "Amstelland",
        "Amstelland en de Meerlanden",
        "Apeldoorn",
        "Zutphen",
        "Arnhem",
        "Delft",
        "Westland",
        "Drenthe",
    ),
    *(
        "Flevoland",
        "Friesland",
        "Fryslân",
        "'t Gooi",
        "Gooi en Vechtstreek",
        "Groningen",
        "Haaglanden",
        "Den Haag",
        "Kennemerland",
    ),
    *("Midden-Brabant", "Midden-Holland", "Midden-IJssel", "Nijmegen", "Noord- en Midden-Limburg", "Noord-Limburg"),
    *(
        "Noord-Holland Noord",
        "Noord-Holland",
        "Noordoost-Brabant",
        "Noord-Brabant",
        "Brabant",
        "Rotterdam",
        "Rijnmond",
        "Twente",
    ),
    *("Utrecht", "Waardenland", "West-Brabant", "Zaanstreek", "Waterland", "Zeeland", "Zuid-Holland Noord", "Zuid-Holland"),
    *("Zuid-Hollandse Eilanden", "Zuid-Limburg", "Limburg", "Zuidoost-Brabant", "Zwolle", "Gelderland", "Overijssel"),
    *("Achterhoek", "Nieuwe Waterweg Noord", "Randstad", "Eindhoven", "Tilburg", "Den Bosch", "'s-Hertogenbosch", "Leiden"),
)
_KNOWN = re.compile(
    "|".join(
        rf"(?<![\w-]){re.escape(name).replace(chr(92) + '-', '[ -]').replace(chr(92) + ' ', '[ -]')}(?![\w])"
        for name in sorted(_REGIONS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_COMPASS = re.compile(r"\b(?:noorden|oosten|zuiden|westen)\b", re.IGNORECASE)


def take_place(text: str) -> tuple[str | None, str]:
    """The region that is asked for, by name ("in Den Haag") or as a kind ("per regio"), and the text without its name."""
    known = _KNOWN.search(text) or _COMPASS.search(text)
    if known:
        return known.group(), _COMPASS.sub(_blank, _KNOWN.sub(_blank, text))
    for match in _NAME.finditer(text):
        own = words.VOCABULARY | _NO_PLACES
        if match.group().lower() not in own and _PLACE_BEFORE.search(text[: match.start()]):
            return match.group(), Span(*match.span()).blanked(text)
    kinds = [word for word in words.list_words(text) if word in words.REGIONAL]
    return (kinds[0] if kinds else None), text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
