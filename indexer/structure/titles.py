"""Recognises what may be a heading by its shape: short, without a full stop, with a number or a date in front of it or not."""

import re
from typing import NamedTuple

from indexer.dutch_dates import MONTHS

LONGEST_HEADING = 170  # characters; page headings that are a whole sentence run over two lines
SHORTEST_HEADLINE = 60

_EMPHASIS = "*_ \t"
_MONTHS = "|".join(MONTHS)
_DATE = re.compile(rf"((({_MONTHS})|(eerste|tweede|derde|vierde) kwartaal|q[1-4])\W*)+(\d{{4}})?|\d{{4}}", re.IGNORECASE)
_FIGURE = re.compile(
    r"(€|ca\.?|circa)?\s*\d[\d.,\s]*(%|K|M|(duizend|miljoen|miljard|mln|mld|procent|euro)\b\.?\s*)*|(meet|peil)datum\b.*",
    re.IGNORECASE,
)
# A sentence about the document itself, or one that goes on below, is text even without a full stop.
_SAYS_OF_ITSELF = re.compile(
    r"(dit|deze) (document|rapport|hoofdstuk|notitie|paragraaf|handreiking|bijlage|pagina|brief|nota)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"\b(van|de|het|een|en|of|te|die|dat|als)$", re.IGNORECASE)
_REPLY = re.compile(r"(antwoord|reactie)( op vraag)?\s*\d{0,3}", re.IGNORECASE)
_INITIALS = re.compile(r"([A-Z]\.){2,}")
_NUMBERED = re.compile(
    rf"(?:hoofdstuk\s+)?(?P<number>\d{{1,2}}(\.\d{{1,2}})*)(?P<dot>[.:]?)[ \t]+(?!({_MONTHS})\b)(?P<title>[A-ZÀ-Þ].*)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"[¹²³⁴-⁹]+\s*[A-ZÀ-Þ]|\[\d{1,3}\]\s+[A-ZÀ-Þ]|noot\s?\d?\*?:", re.IGNORECASE)
# A page heading that is a whole sentence has a finite verb; these are the frequent ones that are not also nouns.
_FINITE_VERB = re.compile(
    r"\b(is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|moet|moeten|zal|zullen|geeft|geven|helpt|helpen"
    r"|leidt|leiden|draagt|dragen|richt|richten|ondersteunen|ondersteunt|laat|laten|doorlopen|toont|tonen|blijkt|blijken|vraagt)\b",
    re.IGNORECASE,
)


class NumberedTitle(NamedTuple):
    """A title with the number that stands before it on the same line: ("2.1", "Doelgroep")."""

    number: str
    title: str


def looks_like_title(words: str) -> bool:
    """Whether a group of lines may be a heading; whether it is one depends on what stands under it."""
    if "\n" in words:
        return words.startswith("**") and words.endswith("**") and len(words) <= LONGEST_HEADING
    bare = words.strip(_EMPHASIS)
    return (
        3 <= len(bare) <= LONGEST_HEADING
        and not bare.endswith((".", ";", ",", ":", "…"))
        and not is_figure(bare)
        and bare[0] not in '*<[“"=•'
        and not (bare.startswith("(") and bare.endswith(")"))
        and not bare[0].islower()
        and not _is_text(bare)
        and not re.search(r"[^\W\d]{2}[.!?]\s+[A-Z]", bare)
    ) or is_date(bare)


def _is_text(bare: str) -> bool:
    """Whether words without a full stop are no title all the same: a sentence, a person's name, the label of an answer."""
    return bool(_SAYS_OF_ITSELF.match(bare) or _GOES_ON.search(bare) or _INITIALS.match(bare) or _REPLY.fullmatch(bare))


def is_date(words: str) -> bool:
    """Whether the words are nothing but a month, a quarter, a year, or a run of them."""
    return bool(_DATE.fullmatch(words))


def is_figure(words: str) -> bool:
    """Whether the words are nothing but a number with its unit, or say on which date one was measured."""
    return bool(_FIGURE.fullmatch(words.strip(_EMPHASIS)))


def is_statement(words: str) -> bool:
    """Whether a heading is a whole sentence, as the heading of a page often is."""
    return len(words) >= SHORTEST_HEADLINE and bool(_FINITE_VERB.search(words))


def read_numbered_title(words: str) -> NumberedTitle | None:
    """The number and the title of "2.1 Doelgroep", "3. Aanpak" or "Hoofdstuk 4: Kosten"; None for anything else."""
    match = _NUMBERED.fullmatch(words.strip(_EMPHASIS)) if looks_like_title(words) else None
    return NumberedTitle(match["number"], match["title"]) if match and match["title"][0].isupper() else None


def is_footnote(words: str) -> bool:
    """Whether a paragraph stands below a page and not in its text: it begins with the mark of a note."""
    opening = len(words) - len(words.lstrip("*"))
    starred = opening > 0 and opening != len(words) - len(words.rstrip("*"))
    return bool(_NOTE.match(words)) or (starred and words[opening : opening + 1].isupper() and words.count("*") <= 3)


def fold_title(words: str) -> str:
    """A title without emphasis, line breaks, hyphenation, kinds of dash and capitals: what two spellings of it share."""
    dashed = re.sub(r"\s+", " ", re.sub("[–—]", "-", words.strip(_EMPHASIS)))
    return re.sub(r"(?<=\w)- (?=[^\W\d_]{3})", "", dashed).lower()
