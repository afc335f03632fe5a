"""What a case requires or forbids in an answer: plain words, or a regular expression between slashes.

Here because the loader checks expressions and the scorers match them, and both must fold text in the same way.
"""

import re
import unicodedata

_CITATION_NUMBER = re.compile(r"\[\d+\]")
_SAME_CHARACTER = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "‑": "-", "−": "-", "\u00ad": None, "*": None}
)


def fold_text(text: str) -> str:
    """The text in lower case, white space as single spaces, quotation marks and dashes alike, citation numbers out."""
    plain = unicodedata.normalize("NFC", _CITATION_NUMBER.sub(" ", text)).translate(_SAME_CHARACTER)
    return re.sub(r" ([,.;:])", r"\1", " ".join(plain.casefold().split()))


def is_pattern(expression: str) -> bool:
    """Whether the expression is a regular expression, written ``/like this/``."""
    return len(expression) > 2 and expression.startswith("/") and expression.endswith("/")


def check_expression(expression: str) -> None:
    """Raises ``ValueError`` with the reason, in Dutch, when the expression is empty or not a regular expression."""
    if not expression.strip():
        raise ValueError("een lege uitdrukking: vul haar in of haal haar weg")
    if is_pattern(expression):
        try:
            re.compile(expression[1:-1])
        except re.error as fault:
            raise ValueError(f"geen geldige reguliere uitdrukking: {expression} ({fault})") from fault


def occurs_in(expression: str, folded: str) -> bool:
    """Whether the expression occurs in a text that ``fold_text`` made. A plain expression matches at word boundaries."""
    if is_pattern(expression):
        return re.search(expression[1:-1], folded, re.IGNORECASE) is not None
    return re.search(rf"(?<!\w){re.escape(fold_text(expression))}(?!\w)", folded) is not None
