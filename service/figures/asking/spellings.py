"""Writes out what people abbreviate or sign in a question: "vd", "gem.", "->", "groei%", "méér"."""

import re

_WRITTEN_OUT = tuple(
    (re.compile(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"(?<![-=–])[-=–]+>|→|⟶|⇒", " naar "),
        (r"\bgem(?:\.|\b)(?=\s)", "gemiddeld"),
        (r"\bgrootst?e?\s+aantal\s+van\s+all?e\b", "meeste van alle"),
        (r"\bv/?d\b", "van de"),
        (r"\bp/?m\b", "per maand"),
        (r"\bp/?kw\b", "per kwartaal"),
        (r"\bp/?j\b", "per jaar"),
        (r"\bt\.?/?m\.?(?=\s)", "t/m"),
        (r"\b(?:ind|indic)\.(?=\s|$)", "indicaties"),
        (r"\b(?:perc|pct)\b\.?", "procent"),
        (r"\bprof\.(?=\s*\d)", "profiel"),
        (r"\bkwrt\b\.?", "kwartaal"),
        (r"\b(?:op|per)\s+(?:dit|het\s+huidige)\s+moment\b", "nu"),
        (r"\bthans\b", "nu"),
        (r"\baanwas\b", "toename"),
        (r"(?<![\d\s])\s*%", " procent"),
    )
)
_STRESS = str.maketrans("áéíóúàèìòùÁÉÍÓÚ", "aeiouaeiouAEIOU")


def write_out(text: str) -> str:
    """The question with its abbreviations and signs in full, and without accents of stress ("méér")."""
    text = text.translate(_STRESS)
    for pattern, full in _WRITTEN_OUT:
        text = pattern.sub(full, text)
    return " ".join(text.split())
