"""What counts as the same wording: text reduced to the characters that matter, each with its place in the original.

Without white space, quotation marks, hyphens, bullets and Markdown asterisks two wordings that differ only in those are equal,
and a word broken over a line end equals the whole word. Between digits a space or dash has meaning and is kept.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

_DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_QUOTES = "\"'`´\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
_BULLETS = "•▪◦‣●○■□·*"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_REDUCTIONS = re.compile(
    rf"""(?P<apostrophe>(?<=[^\W\d_])['\u2019\u2018](?=[^\W\d_]))
       | (?P<range>(?<=\d)\s*[{_DASHES}]\s*(?=\d))
       | (?P<minus>(?<![\w{_DASHES}])[{_DASHES}](?=\d))
       | (?P<gap>(?<=\d)\s+(?=\d))
       | (?P<ligature>[\ufb00-\ufb06\u2026])
       | [\s{_DASHES}{_QUOTES}{_BULLETS}{_INVISIBLE}] | (?m:^\#{{1,6}}(?=\s))""",
    re.VERBOSE,
)
_REPLACEMENTS = {"apostrophe": "'", "range": "-", "minus": "-", "gap": " "}
CACHED_TEXTS = 1_000
"""One entry a document; a reduced text takes about as much memory as eight copies of the text."""


@dataclass(frozen=True, slots=True)
class ReducedText:
    """``letters`` is what is compared; ``places[i]`` is where ``letters[i]`` stands in the original, in code points."""

    letters: str
    places: "array[int]"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its reduced form and its stretch ``[begin:end]``."""

    key: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A run of words of a text."""

    text: str
    words: tuple[Word, ...]

    @property
    def keys(self) -> list[str]:
        """The reduced forms of the words."""
        return [word.key for word in self.words]

    def cut(self, begin: int, end: int) -> str:
        """The words ``[begin:end]`` as they stand, with the bullets and dashes up to the next word."""
        until = self.words[end].begin if end < len(self.words) else self.words[-1].end
        return self.text[self.words[begin].begin : until].rstrip()


@lru_cache(maxsize=CACHED_TEXTS)
def reduce_text(text: str) -> ReducedText:
    """The text without what does not count. Capitals, punctuation and digits all count."""
    parts: list[str] = []
    places = array("L")
    begin = 0
    for match in _REDUCTIONS.finditer(text):
        parts.append(text[begin : match.start()])
        places.extend(range(begin, match.start()))
        kind = match.lastgroup
        kept = unicodedata.normalize("NFKC", match[0]) if kind == "ligature" else _REPLACEMENTS.get(kind or "", "")
        parts.append(kept)
        places.extend([match.start()] * len(kept))
        begin = match.end()
    parts.append(text[begin:])
    places.extend(range(begin, len(text)))
    return ReducedText("".join(parts), places)


@lru_cache(maxsize=CACHED_TEXTS)
def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; what holds no letters, digits or signs that count (a bullet, a lone dash) is no word."""
    reduced = reduce_text(text)
    words: list[Word] = []
    position = 0
    for match in re.finditer(r"\S+", text):
        first = position
        while position < len(reduced.places) and reduced.places[position] < match.end():
            position += 1
        key = reduced.letters[first:position].strip()
        if key:
            words.append(Word(key, match.start(), match.end()))
    return tuple(words)
