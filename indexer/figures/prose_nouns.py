"""Reads the plural noun phrase that a number in running text counts, and makes the name of a series of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.dutch_dates import MONTHS
from indexer.words import STOP_WORDS, fold_word

_WORD = re.compile(r"[^\W\d_]+(?:['’/-][^\W_]*)*")
_GAP = re.compile(r"\*{0,2}\s{1,2}\*{0,2}")
_MOST_WORDS = 4
_ADJECTIVES = frozenset(("andere", "eigen", "open", "meer", "minder", "extra"))
_BEFORE_NOUN = frozenset(("de", "het", "een", "alle", "onze", "deze", "aandeel", "aantal", "percentage", "totaal"))
_UNITS_WITHOUT_PLURAL = frozenset(("fte", "hectare"))

# Words that end like a plural and count nothing.
_NO_NOUNS = frozenset(
    """alleen anders binnen boven buiten eens ieders immers langs nogal overigens plus reeds samen sinds slechts soms steeds
    tegen tevens thuis tijdens tussen volgens verder vervolgens daarnaast gemiddeld minstens dagelijks wekelijks
    maandelijks jaarlijks blijken blijven bleven bieden boden daalden dalen deden gingen hielden kregen krijgen kwamen leiden
    liepen liggen lopen maakten maken namen stegen stijgen stroomden vinden vonden zagen zien
    begonnen verkregen verdwenen verschenen""".split()
)
_PARTICIPLE = re.compile(
    r"\w*ge(?:nomen|komen|geven|schreven|sproken|bleven|stegen|vonden|kregen|kozen|holpen|sloten|houden|wezen)"
)
# Time that passes, times of day and ages ("18-27 jaar", "binnen zes weken", "10.30 uur") are no counts.
_TIMES = frozenset(
    """jaar jaren jarige jarigen jr maand maanden week weken dag dagen uur uren minuut minuten kwartaal kwartalen
    seconden dagdelen werkdagen levensjaar maal keer kw""".split()
)
_VERBS = """is was bedraagt bedroeg bedroegen daalt daalde daalden gedaald stijgt steeg gestegen groeit groeide gegroeid gaat ging
    neemt nam ligt lag komt kwam blijft bleef""".split()
_ENDS_PHRASE = frozenset((*MONTHS, *_TIMES, *_VERBS, "mln", "mld", "procent", "percent", "euro", "eur", "per"))

# Letters. In a long compound a doubled letter more or less is a slip of the pen ("zorgkantorregio"), in a short one another word.
_SHORTEST_SLIP = 10


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The words of a noun phrase as printed, its noun without adjectives, and where it ends in the text it was read from."""

    printed: str
    noun: str
    end: int


def find_noun_phrase(text: str) -> NounPhrase | None:
    """The plural noun phrase with which a text begins: "nieuwe ggz-w indicaties" counts "ggz-w indicaties"; None without one."""
    place, nouns = 0, list[str]()
    for _ in range(_MOST_WORDS):
        word, end = _next_word(text, place)
        if not word or len(nouns) > 1:
            return None
        place = end
        if is_plural(word):
            return NounPhrase(" ".join(text[:place].replace("*", " ").split()), " ".join((*nouns, word)), place)
        if not _is_adjective(word):
            nouns.append(word)
    return None


def find_noun(text: str) -> str:
    """The noun of the phrase with which a text begins, after articles and adjectives: "de totale instroom"; "" without one."""
    place, last = 0, ""
    for _ in range(_MOST_WORDS):
        word, place = _next_word(text, place, skipped=_BEFORE_NOUN)
        last = word or last
        if not word or not _is_adjective(word):
            break
    return last


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun: "regio's", "cliënten", "Wlz-indicaties"; names and verbs don't count."""
    low = fold_word(word)
    if low in _UNITS_WITHOUT_PLURAL:
        return True
    tail = word.rsplit("-", 1)[-1]
    plural = len(low) >= 4 and low.endswith(("en", "s")) and tail[:1].islower()
    return plural and low not in _NO_NOUNS and low not in _ADJECTIVES and not _PARTICIPLE.fullmatch(low)


def slug_noun(noun: str) -> str:
    """A noun phrase in kebab case without accents and apostrophes: "zorgkantoorregio's" gives "zorgkantoorregios"."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", fold_word(noun))).strip("-")


def unify_slugs(slugs: Iterable[str]) -> dict[str, str]:
    """The name that every slug shares with those that differ by a space, a hyphen or a doubled letter: the longest of them.

    So "zorgkantor-regios" and "zorgkantoor-regios" both become "zorgkantoorregios" where that is written too.
    """
    groups: dict[str, list[str]] = {}
    for slug in slugs:
        groups.setdefault(_slug_to_key(slug), []).append(slug)
    # Of spellings with as many letters the one with fewer hyphens; then by alphabet, so that a build is repeatable.
    best = {key: max(own, key=lambda slug: (len(slug.replace("-", "")), -len(slug), slug)) for key, own in groups.items()}
    return {slug: best[key] for key, own in groups.items() for slug in own}


def _slug_to_key(slug: str) -> str:
    letters = slug.replace("-", "")
    return re.sub(r"(.)\1+", r"\1", letters) if len(letters) >= _SHORTEST_SLIP else letters


def _next_word(text: str, place: int, skipped: frozenset[str] = frozenset()) -> tuple[str, int]:
    """The next word of a phrase and where it ends; "" where the phrase ends before it."""
    gap = _GAP.match(text, place)
    match = _WORD.match(text, gap.end()) if gap else None
    low = fold_word(match.group()) if match else ""
    if match and low in skipped:
        return _next_word(text, match.end(), skipped)
    if not match or low in _ENDS_PHRASE or (low in STOP_WORDS and low not in _ADJECTIVES):
        return "", place
    return match.group(), match.end()


def _is_adjective(word: str) -> bool:
    return word.lower() in _ADJECTIVES or (word.islower() and word.endswith("e") and len(word) > 3)
