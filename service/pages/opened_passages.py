"""Reads from the address of a document which passages it opens, at which one, and what must be said about that.

An address can hold one place (``begin`` and ``eind``), several (``t``), words to find (``zoek``), or a permalink (``versie``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from corpus.types import CanonicalText, Span
from service.pages.document_layout import Line
from service.pages.document_search import LONGEST_WORDS, MAX_HITS, find_words
from service.pages.document_view import RangeError, name_place, read_range
from service.pages.permalink import Outcome, Permalink, read_permalink, resolve_permalink

MAX_PLACES = 50

_SAID: dict[Outcome, str] = {
    "same_words": "Dit zijn dezelfde woorden, in een nieuwere versie van het document.",
    "changed_words": (
        "De woorden zijn veranderd sinds deze link is gemaakt. Het begin en het einde zijn gelijk, daartussen staat nu iets anders. "
        "U ziet de woorden die er nu staan."
    ),
    "gone": "De woorden van deze link staan niet meer in dit document. Het document is veranderd sinds deze link is gemaakt.",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The passages in the order of the document, and the ``number`` (from 1) of the one to show; 0 when there is none.

    ``notice`` says that something was found; with ``moved`` it tells what a reader must know.
    ``alias`` is the place that a permalink names when its words stand elsewhere now; ``lost`` are the words of one that are gone.
    """

    passages: tuple[Span, ...] = ()
    number: int = 0
    fault: str | None = None
    notice: str | None = None
    wanted: str = ""
    alias: str | None = None
    lost: str | None = None
    moved: bool = False

    @property
    def current(self) -> Span | None:
        """The passage to show."""
        return self.passages[self.number - 1] if self.number else None


def read_opened(query: QueryParams, canonical: CanonicalText, lines: Sequence[Line]) -> Opened:
    """What the address opens; what is wrong with it is in ``fault``, as a sentence that says what to do."""
    try:
        if link := read_permalink(query):
            return _follow(link, query, canonical)
        if "zoek" in query:
            return _search(query, canonical, lines)
        return _read_places(query, canonical.text)
    except RangeError as error:
        return Opened(fault=str(error))


def _follow(link: Permalink, query: QueryParams, canonical: CanonicalText) -> Opened:
    found = resolve_permalink(link, canonical.version, canonical.text)
    if found.outcome == "same_version":
        return _read_places(query, canonical.text)
    said, alias = _SAID[found.outcome], name_place(Span(link.begin, link.end))
    if found.span is None:
        return Opened(fault=said, alias=alias, lost=" ".join(query.get("van", "").split()))
    elsewhere = alias if alias != name_place(found.span) else None
    if found.outcome == "changed_words":
        return Opened((found.span,), 1, fault=said, alias=elsewhere, moved=True)
    return Opened((found.span,), 1, notice=said, alias=elsewhere, moved=True)


def _search(query: QueryParams, canonical: CanonicalText, lines: Sequence[Line]) -> Opened:
    wanted = " ".join(query["zoek"].split())
    if not wanted:
        return Opened(fault="Het zoekveld is leeg. Schrijf er een of meer woorden in.")
    if len(wanted) > LONGEST_WORDS:
        return Opened(
            fault=f"U zoekt naar te veel tekst. Gebruik ten hoogste {LONGEST_WORDS} tekens.", wanted=wanted[:LONGEST_WORDS]
        )
    found = find_words(wanted, canonical.text, lines)
    if not found:
        return Opened(fault=f"“{wanted}” staat niet in dit document. Probeer minder of andere woorden.", wanted=wanted)
    limit = f" Alleen de eerste {MAX_HITS} plaatsen zijn gemarkeerd." if len(found) == MAX_HITS else ""
    return Opened(found, _read_number(query, len(found)), notice=f"“{wanted}” is gevonden.{limit}", wanted=wanted)


def _read_places(query: QueryParams, text: str) -> Opened:
    own = read_range(query.get("begin", ""), query.get("eind", ""), text) if {"begin", "eind"} & query.keys() else None
    places = [read_range(*_split_place(place), text) for place in query.getlist("t")[:MAX_PLACES]]
    passages = tuple(sorted({*places, *([own] if own else [])}, key=lambda span: (span.begin, span.end)))
    if not passages:
        return Opened()
    number = passages.index(own) + 1 if own else _read_number(query, len(passages))
    marked = "De aangehaalde woorden zijn gemarkeerd." if len(passages) == 1 else "De aangehaalde passages zijn gemarkeerd."
    return Opened(passages, number, notice=marked)


def _split_place(place: str) -> tuple[str, str]:
    begin, _, end = place.partition("-")
    return begin, end


def _read_number(query: QueryParams, many: int) -> int:
    """The number of the passage to show: the first when the address has none, or one that can't be."""
    number = query.get("plaats", "").lstrip("0")
    counts = number.isascii() and number.isdigit() and len(number) <= len(str(many))
    return int(number) if counts and 1 <= int(number) <= many else 1
