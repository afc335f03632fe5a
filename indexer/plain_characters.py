"""Writes text in the characters that patterns and tables of words are made of, so that what a pattern finds can be looked up.

A pattern that ignores case takes "ı" for an "i", and ``\\d`` takes "٣" for a digit; a table of words or months knows neither.
"""

import re
import unicodedata

# The only letters outside ASCII that Python's patterns hold for one inside it.
_LETTERS = str.maketrans({"\u0130": "I", "\u0131": "i", "\u017f": "s", "\u212a": "K"})
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def write_plainly(text: str) -> str:
    """The same text, character for character, with every digit one of 0 to 9 and no letter that only looks like an i, k or s."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), text.translate(_LETTERS))
