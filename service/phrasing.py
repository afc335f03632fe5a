"""Puts quoted words into an answer: the source's own words, without its layout marks, each statement with its number."""

import re
from collections.abc import Sequence

from corpus.types import Span
from indexer.structure.line_groups import BULLET
from service.quoting import Quotation
from service.types import Citation, Reason

_BULLETS = re.compile(rf"^(?:{BULLET.pattern})+")

REFUSALS: dict[Reason, str] = {
    "geen-bewijs": "Het antwoord op deze vraag staat niet in de documenten.",
    "ander-onderwerp": "Over dit onderwerp staat niets in de documenten.",
    "onbekende-naam-of-tijd": "Dit staat niet in de documenten: {namen} er niet in voor.",
    "buiten-cijferreeks": "Dit cijfer staat niet in de documenten.",
    "persoonsgegevens": "In deze vraag staan persoonsgegevens. Stel de vraag opnieuw zonder die gegevens.",
}


def phrase_quotation(quotation: Quotation, citation: Citation, text: str, *, also: bool) -> str:
    """A statement, or a list with its lead-in, as lines that each end with the citation's number.

    ``also`` when the statement before this one is from the same document.
    """
    number = f"[{citation.number}]"
    if quotation.items:
        introduction = quotation.lead_in.of(text) if quotation.lead_in else " ".join(quotation.passage.path[-1:])
        said = tidy_words(introduction).rstrip(" :") or citation.document.title
        items = phrase_items(quotation.items, text, number)
        return "\n".join((f"{_name_source(citation, said, also=also)}: {said} {number}:", *items))
    said = strip_bullets(tidy_words(quotation.span.of(text)))
    return f"{_name_source(citation, said, also=also)}: {said} {number}"


def _name_source(citation: Citation, said: str, *, also: bool) -> str:
    """Where the words stand: the document, and the heading above them, which often names what they are about.

    A heading that is quoted itself is not repeated, and one with a number in it is left out: every number said is a quoted one.
    """
    heading = citation.path[-1] if citation.path else ""
    told = heading and not said.startswith(heading) and heading != citation.document.title and not re.search(r"\d", heading)
    under = f", onder “{heading}”," if told else ""
    return f"Ook staat daar{under.rstrip(',')}" if also else f"In “{citation.document.title}”{under} staat"


def phrase_items(items: Sequence[Span], text: str, number: str) -> list[str]:
    """The list items as they stand in the source, one a line, each with the number."""
    return [f"- {strip_bullets(tidy_words(item.of(text)))} {number}" for item in items]


def strip_bullets(words: str) -> str:
    """A list item without what stands before it: "- 1) Verkennen" is "Verkennen"."""
    return _BULLETS.sub("", words)


def phrase_refusal(reason: Reason, unknown_names: Sequence[str] = ()) -> str:
    """One plain sentence that says what is not there."""
    names = " en ".join(f"“{name}”" for name in unknown_names)
    return REFUSALS[reason].format(namen=f"{names} {'komen' if len(unknown_names) > 1 else 'komt'}")


def tidy_words(words: str) -> str:
    """A source's words for reading: emphasis marks and footnote marks off, white space single, cells of a table apart.

    Headings that stand above the words in the quote are set off with a colon.
    """
    lines = [clean_line(part) for part in re.split(r"\n\s*\n", words)]
    joined = ""
    for line in filter(None, lines):
        separator = "" if not joined else (" " if joined.endswith((".", "!", "?", ":", "”", ")")) else ": ")
        joined += separator + line
    return joined


def clean_line(words: str) -> str:
    """One paragraph on one line, without layout marks."""
    line = re.sub(r"(?<!\s)[^\S\t]*\t\s*", ": ", words.strip(), count=1)
    line = re.sub(r"(?<!\s)[^\S\t]*\t\s*", " | ", line)
    line = re.sub(r"\[([^\[\]]*)\]\([^)\[]*\)", r"\1", line)
    # The source's own "[7]" would read as the number of one of our citations.
    line = re.sub(r"\[(\d[\d,\s–-]*)\]", r"(\1)", line)
    line = re.sub(r"(?<!\w)[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?!\w)", "", line)
    line = re.sub(r"(?<=[\w”\").,])(?<!\b[kcdm]m)(?<!\bm)[¹²³⁴-⁹]+", "", line)
    return re.sub(r"\s+", " ", line).strip()
