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
_PUNCTUATION = ".,;:!?()[]…"
# "leven.1", "leven1" and "toegangscriteria¹": a word of letters with one or two digits behind it; "ggz03w" or "18-27" is none.
_FOOTNOTE_NUMBER = re.compile(r"(?<=[^\W\d_]{3})[.,;:)]?(\d{1,2}|[¹²³⁰⁴-⁹]{1,2})$")
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
    """A word of a text: its reduced form, that form without capitals and signs around it, and its stretch ``[begin:end]``."""

    key: str
    fold: str
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

    @property
    def folds(self) -> list[str]:
        """The words without capitals and the signs around them: by these, words are laid beside each other."""
        return [word.fold for word in self.words]

    def cut(self, begin: int, end: int) -> str:
        """The words ``[begin:end]`` as they stand, with the bullets and dashes up to the next word."""
        until = self.words[end].begin if end < len(self.words) else self.words[-1].end
        return self.text[self.words[begin].begin : until].rstrip()


def fold_word(key: str) -> str:
    """The reduced form of a word without capitals and without signs around it; one of signs alone stays as it is."""
    return re.sub(r"^\W+|\W+$", "", key.casefold()) or key


def is_same_but_for_form(one: str, other: str) -> bool:
    """Whether two reduced words differ in capitals, in punctuation at their edges, or in the number of a footnote alone."""
    return strip_form(one) == strip_form(other)


def strip_form(key: str) -> str:
    """The reduced form of a word without capitals, punctuation at its edges and the number of a footnote."""
    bare = key.strip(_PUNCTUATION).casefold()
    return _FOOTNOTE_NUMBER.sub("", bare).strip(_PUNCTUATION)


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
            words.append(Word(key, fold_word(key), match.start(), match.end()))
    return tuple(words)


# What is pasted is nobody's to keep, and would push the documents out.
reduce_document = lru_cache(maxsize=CACHED_TEXTS)(reduce_text)
"""``reduce_text`` of a document, remembered."""
split_document = lru_cache(maxsize=CACHED_TEXTS)(split_words)
"""``split_words`` of a document, remembered."""
