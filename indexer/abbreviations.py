"""Reads from the documents which abbreviation stands for what: "Zorgverzekeraars Nederland (ZN)", "Wlz (Wet langdurige zorg)"."""

import re
from collections.abc import Iterable

LONGEST_FULL_FORM = 8

_BEFORE_BRACKETS = re.compile(
    r"(?<![\w'’-])['’-]*+((?:[^\W\d_][\w'’-]*+,?+\s++){1,8}+)\(([A-Z][A-Za-z-]{1,9})\)",
)
_IN_BRACKETS = re.compile(r"\b([A-Z][A-Za-z-]{1,9})\s++\(((?:[^\W\d_][\w'’-]*+,?+\s*+){2,8}+)\)")
_SMALL_WORDS = frozenset("de het een van voor en in op met der den des te tot".split())


def find_abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """The full form of each abbreviation that these texts explain, both as printed; the first explanation counts."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _BEFORE_BRACKETS.finditer(text):
            words = match[1].replace(",", " ").split()
            runs = (words[-length:] for length in range(1, min(len(words), LONGEST_FULL_FORM) + 1))
            full = next((run for run in runs if _stands_for(match[2], run)), None)
            if full:
                found.setdefault(match[2], " ".join(full))
        for match in _IN_BRACKETS.finditer(text):
            words = match[2].replace(",", " ").split()
            if _stands_for(match[1], words):
                found.setdefault(match[1], " ".join(words))
    return found


def _stands_for(abbreviation: str, words: list[str]) -> bool:
    """Whether the letters of the abbreviation stand in these words in order, each word that counts giving at least its first."""
    if words[0].lower() in _SMALL_WORDS or " ".join(words) == abbreviation:
        return False
    letters = abbreviation.replace("-", "").lower()
    return len(words) > 1 and _spend(letters, [word.lower() for word in words])


def _spend(letters: str, words: list[str]) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word in _SMALL_WORDS and _spend(letters, rest):
        return True
    if not letters or word[0] != letters[0]:
        return False
    # A compound gives more letters than its first: "geestelijke gezondheidszorg (GGZ)".
    at = 0
    for count in range(1, len(letters) + 1):
        if _spend(letters[count:], rest):
            return True
        if count == len(letters) or (at := word.find(letters[count], at + 1)) < 0:
            return False
    return False
