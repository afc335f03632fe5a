"""Rewrites a text in plain signs, so that what is looked for in it is found whatever a keyboard, phone or PDF made of it.

A no-break space is a space, an en dash a dash, a full-width digit a digit; what cannot be seen is not there.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.types import Span

_ODD = re.compile(r"[^\x20-\x7e\n\t]+")
_UNSEEN = ("Cf", "Cc", "Mn", "Me")
# A raised or circled number is the mark of a note or of an item, no digit of the number beside it.
_MARKS = ("<super>", "<sub>", "<circle>", "<square>", "<fraction>")
_ALIKE = str.maketrans(
    {"−": "-", "⁃": "-", "·": ".", "•": ".", "∙": ".", "‧": ".", "・": ".", "⁄": "/", "∕": "/", "’": "'", "‘": "'"}
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in plain signs; ``places[i]`` is where character i stands in the text as it was written."""

    text: str
    places: Sequence[int]

    def locate(self, span: Span) -> Span:
        """The stretch of the text as it was written that this stretch of the plain text came from."""
        return Span(self.places[span.begin], self.places[span.end - 1] + 1)


def unify_signs(text: str) -> PlainText:
    """The text in plain signs."""
    if not _ODD.search(text):
        return PlainText(text, range(len(text)))
    parts: list[str] = []
    places = array("L")
    begin = 0
    for odd in _ODD.finditer(text):
        parts.append(text[begin : odd.start()])
        places.extend(range(begin, odd.start()))
        for place, sign in enumerate(map(_write_sign, odd[0]), start=odd.start()):
            parts.append(sign)
            places.extend([place] * len(sign))
        begin = odd.end()
    parts.append(text[begin:])
    places.extend(range(begin, len(text)))
    return PlainText("".join(parts), places)


@lru_cache(maxsize=4096)
def _write_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign.isspace():
        return " " if category == "Zs" else "\n"
    if category in _UNSEEN:
        return ""
    if category == "Pd":
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if unicodedata.decomposition(sign).startswith(_MARKS):
        return " "
    return unicodedata.normalize("NFKC", sign).translate(_ALIKE)
