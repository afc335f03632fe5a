"""Recognises what is on a page but not of the document: menus, buttons, cookie lines, page numbers, the table of contents.

The rules look at shape (controls, bars of links, lone numbers, another language) and at words that every site and every
report uses for such things; none of them knows a document.
"""

import re
from itertools import pairwise

_SITE_PHRASES = re.compile(
    r"""^\W*(
        skip\ to\b.*+ | back\ to\ top | ga\ (direct\ )?naar\ (de\ )?(inhoud|hoofdinhoud|navigatie).*+ | naar\ boven | terug\ naar\ .{1,30}
      | (go\ )?back | menu | zoeken | home | inloggen | lees\ (meer|verder|voor|ook) | print(en)? | afdrukken
      | deel\ (deze\ pagina|dit\ artikel|via.*+|op\ [\w-]+) | volg\ ons(\ op\ .{1,40})? | (meer|alle|ander)\ nieuws(berichten)?
      | over\ deze\ (web)?site | copyright | (was|is|vond\ (je|u))\ deze\ (informatie|pagina)\ (nuttig|duidelijk).{0,30}
      | (beeld|foto|fotografie|illustratie):.{1,60} | afbeelding\ van\ .{1,80} | downloaden?(\ \(.{1,30}\))?
      | cookie[\w-]*(\ \w+)? | .{0,40}\bcookies?\b.{0,40}(accepteren|instellingen|voorkeuren|toestaan).{0,20}
      | privacy[\ -]?(policy|verklaring|statement)? | disclaimer | toegankelijkheid(sverklaring)? | sitemap | contact
      | ((meld|schrijf)\ je|aanmelden|inschrijven|abonneer|ontvang)\b[^.!?]{0,60}\bnieuwsbrief\b.{0,20} | nieuwsbrief
      | (facebook|twitter|linkedin|instagram|youtube|x)(\W+(facebook|twitter|linkedin|instagram|youtube|print|refresh|x))*
      | document\ classification.*+ | pagina\ \d+(\ van\ \d+)? | \(\d{1,3}\) | \d+\ (of|van)\ \d+
      | publicatie\ ?datum\ dashboard | microsoft\ power\ bi.*+
      | inzicht\ \d+ | home\s*[>›»/|].*+ | (\w+\ )?home\ (?>.*?(contact|documenten|nieuws|veelgestelde\ vragen)).*+
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_COPYRIGHT = re.compile(
    r"^[^\w©]*+((©|copyright)\s?.*\d{4}|(?<=\()c\)\s?(19|20)\d{2})|alle rechten voorbehouden\W*$", re.IGNORECASE
)
_CONTROLS = re.compile(r"[←↻✕✖☰⟳◀»«⌂]|[→▶]$")
_LINK_FOOTNOTE = re.compile(r"^\d{1,2}\.\s*\[[^\]]*\]\([^)]*\)\s*$")
_CUT_LABEL = re.compile(r"^(?![-•*–·]\s)[^.!?]{1,40}(\.\.\.|…)$")
# Of a menu, but as often the heading of a paragraph.
_TOPIC_WORD = re.compile(r"^(contact|privacy|toegankelijkheid|nieuwsbrief|copyright)$", re.IGNORECASE)
_PERCENTAGE = re.compile(r"^\d{1,3}\s?%$")
_BARE_PUBLICATION_DATE = re.compile(r"^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$")

_CONTENTS_TITLE = re.compile(r"^\W*(inhoudsopgave|inhoud)\W*$", re.IGNORECASE)
_CONTENTS_LINE = re.compile(
    r"""\s*+(?P<number>\d{1,2}(\.\d{1,2})*|(?-i:[A-Z])(?=[.)\s]))?[.)]?\s*+
    (?P<title>[^\t.…]{2,120}?)(?<!\s)(?=\s*(\t|\.{3}|…|\s{3}))
    [^\w<]*+(<[^>]+>)?+\s*+((pagina|p\.?|blz\.?)\s*+)?+\d{1,3}[^\w<]*+(</[^>]+>)?+\s*+$""",
    re.IGNORECASE | re.VERBOSE,
)

# A line with a blank one before and after it; the number of a page ends or begins it.
_ALONE = re.compile(r"(?:(?<=\n\n)|^)[^\n]{4,120}(?=\n[^\S\n]*+\n|\s*+$)")
_NUMBER_LAST = re.compile(r"(?P<words>[^.?!]*[^.?!\s|–-])[\s|–-]+(?P<number>\d{1,3})")
_NUMBER_FIRST = re.compile(r"(?P<number>\d{1,3})[\s|–-]++(?P<words>[^.?!]++)")
FEWEST_RUNNING_LINES = 3

_DUTCH_WORDS = frozenset(
    "de het een van en in is dat op te voor met zijn aan om door bij naar niet worden wordt als ook deze dit".split()
)
_ENGLISH_WORDS = frozenset(
    "the a of and in is that on to for with are at by not as also this from shown it its be many".split()
)
# An English summary has none or one of these, a description of a picture two or more.
_PICTURE_WORDS = frozenset(
    "image images photo photograph picture icon icons logo illustration drawing chart graph diagram bar arrow arrows background foreground "
    "left right top bottom corner quadrant center centre side upper lower above below behind front shown shows showing depicts "
    "depicting displayed displays visible appears features featuring standing sitting holding wearing smiling colored coloured white "
    "black blue green red yellow orange purple grey gray bright dark".split()
)


def is_furniture(words: str, language: str) -> bool:
    """Whether a short block is page furniture. A longer one (over 250 characters) never is, but for a picture's description."""
    stripped = words.strip()
    if not stripped or not any(character.isalnum() for character in stripped):
        return True
    if len(stripped) <= 250 and (
        _SITE_PHRASES.match(stripped)
        or _COPYRIGHT.search(stripped)
        or _LINK_FOOTNOTE.match(stripped)
        or _BARE_PUBLICATION_DATE.match(stripped)
        or _CUT_LABEL.match(stripped)
        or (_CONTROLS.search(stripped) and len(stripped) <= 120)
    ):
        return True
    return language == "nl" and is_picture_description(stripped)


def is_topic_word(words: str) -> bool:
    """Whether a piece of furniture is a heading when text stands right under it."""
    return bool(_TOPIC_WORD.match(words.strip()))


def is_percentage(words: str) -> bool:
    """Whether a block is a lone whole percentage: between furniture the zoom of a viewer, else a key figure."""
    return bool(_PERCENTAGE.match(words.strip()))


def is_picture_description(words: str) -> bool:
    """Whether a paragraph of a Dutch document is in English and tells what a picture shows, as converters put in its place."""
    tokens = re.findall(r"[a-zà-ÿ]+", words.lower())
    if len(tokens) < 12:
        return False
    english = sum(token in _ENGLISH_WORDS for token in tokens)
    dutch = sum(token in _DUTCH_WORDS for token in tokens)
    return english > 2 * dutch and english >= len(tokens) * 0.2 and len(_PICTURE_WORDS.intersection(tokens)) >= 2


def find_running_lines(text: str) -> frozenset[str]:
    """The lines that stand on every page with its number ("31 mei 2017 6"): alone, with the same words and a rising number.

    Of one word and a number ("Stap 3", "Artikel 3") such a row is one of headings.
    """
    rows: dict[str, list[tuple[int, str]]] = {}
    for match in _ALONE.finditer(text):
        line = match.group().strip()
        numbered = _NUMBER_LAST.fullmatch(line) or _NUMBER_FIRST.fullmatch(line)
        if numbered and len(numbered["words"].split()) >= 2 and any(map(str.isalnum, numbered["words"])):
            rows.setdefault(numbered["words"], []).append((int(numbered["number"]), line))
    running = [row for row in rows.values() if len(row) >= FEWEST_RUNNING_LINES and _rises([number for number, _ in row])]
    return frozenset(line for row in running for _, line in row)


def _rises(numbers: list[int]) -> bool:
    return all(first < second for first, second in pairwise(numbers))


def is_contents_title(words: str) -> bool:
    """Whether this line announces a table of contents."""
    return bool(_CONTENTS_TITLE.match(words))


def read_contents_line(line: str) -> tuple[str, str] | None:
    """The chapter's (number, title) when a line is of a table of contents; the number may be empty."""
    match = _CONTENTS_LINE.match(line)
    return ((match["number"] or "").strip(), match["title"].strip(" \t*_")) if match else None
