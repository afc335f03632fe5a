"""Makes an address of words that outlives a new version of their document, and finds those words again.

Offsets alone would point at other words as soon as anything before them changes. So the address also carries the version, the
first and last words, and a check of all of them; with another version the words are looked for, and what became of them is told.
White space makes no difference, since a document that is read anew may break its lines elsewhere.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote as escape_path
from urllib.parse import urlencode

from corpus.types import Span
from service.pages.document_view import RangeError, name_place

Outcome = Literal["same_version", "same_words", "changed_words", "gone"]

_VERSION_LENGTH = 16
_MOST_WORDS = 5  # at each end of the quote
_LONGEST_END = 60
_FEWEST_LETTERS = 12  # of both ends together: with fewer, what stands between them may be anything
_MOST_CANDIDATES = 50
_CHECK = re.compile(r"(\d{1,9})-([0-9a-f]{16})", re.ASCII)
_OFFSET = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Permalink:
    """What the address holds. ``letters`` is how many characters other than white space the quote has, ``digest`` is theirs."""

    version: str
    begin: int
    end: int
    first: str
    last: str
    letters: int
    digest: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of the words, and where they stand now; no span when they are gone."""

    outcome: Outcome
    span: Span | None


@dataclass(frozen=True, slots=True)
class _Letters:
    """A text without white space; ``places[i]`` is where letter i stands in the text."""

    text: str
    letters: str
    places: Sequence[int]

    def span(self, begin: int, end: int) -> Span:
        return Span(self.places[begin], self.places[end - 1] + 1)

    def is_whole(self, begin: int, end: int) -> bool:
        """Whether these letters begin and end between words."""
        span = self.span(begin, end)
        return not any(
            self.text[max(place - 1, 0) : place].isalnum() and self.text[place : place + 1].isalnum()
            for place in (span.begin, span.end)
        )


def make_permalink(document_id: str, version: str, span: Span, quote: str, beside: Iterable[Span] = ()) -> str:
    """The lasting address of a quote; its fragment is the place that the words have now.

    The passages ``beside`` it open with it for as long as the document has this version.
    """
    words = quote.split()
    many = min(_MOST_WORDS, max(1, len(words) // 3))
    letters = "".join(words)
    query = {
        "versie": _shorten(version),
        "begin": span.begin,
        "eind": span.end,
        "van": " ".join(words[:many])[:_LONGEST_END].rstrip(),
        "tot": " ".join(words[-many:])[-_LONGEST_END:].lstrip(),
        "som": f"{len(letters)}-{_digest(letters)}",
    }
    places = [("t", name_place(other)[1:]) for other in beside]
    return f"/documenten/{escape_path(document_id, safe='')}?{urlencode([*query.items(), *places])}#{name_place(span)}"


def link_to_passages(document_id: str, spans: Sequence[Span], current: int = 1) -> str:
    """The address of several passages of one document, opened at the one with this number, from 1."""
    query = urlencode([*(("t", name_place(span)[1:]) for span in spans), *([("plaats", current)] if len(spans) > 1 else [])])
    return f"/documenten/{escape_path(document_id, safe='')}?{query}#{name_place(spans[current - 1])}"


def read_permalink(query: Mapping[str, str]) -> Permalink | None:
    """The permalink in a query, None when it has no version; raises RangeError when something is missing or mangled."""
    if "versie" not in query:
        return None
    begin, end, check = query.get("begin", ""), query.get("eind", ""), _CHECK.fullmatch(query.get("som", ""))
    if not (_OFFSET.fullmatch(begin) and _OFFSET.fullmatch(end) and int(begin) < int(end) and check and int(check[1])):
        raise RangeError("Deze link is niet volledig. Kopieer de hele link nog een keer, of zoek de woorden opnieuw.")
    first, last = ("".join(query.get(key, "").split()) for key in ("van", "tot"))
    return Permalink(query["versie"], int(begin), int(end), first, last, int(check[1]), check[2])


def resolve_permalink(link: Permalink, version: str, text: str) -> Resolution:
    """Where the words of a permalink stand in the text that there is now.

    In the version of the link that is its own span. Else it is the same words nearest to their old place, or else what stands
    there now between the same first and last words. Words in the middle of another word are no match.
    """
    if _shorten(link.version) == _shorten(version) and link.end <= len(text):
        return Resolution("same_version", Span(link.begin, link.end))
    places = [place for place, character in enumerate(text) if not character.isspace()]
    now = _Letters(text, "".join(text.split()), places)
    if not (link.first and link.last and len(now.letters)):
        return Resolution("gone", None)
    begins = _find_near(now, link.first, bisect_left(places, link.begin))
    same = _find_same(now, link, begins)
    if same:
        return Resolution("same_words", same)
    changed = _find_changed(now, link, begins)
    return Resolution("changed_words" if changed else "gone", changed)


def _shorten(version: str) -> str:
    return version.removeprefix("sha256:")[:_VERSION_LENGTH]


def _digest(letters: str) -> str:
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _find_near(now: _Letters, words: str, place: int) -> list[int]:
    """Where these words begin, the nearest to the old place first."""
    return sorted(_find_all(now.letters, words), key=lambda begin: abs(begin - place))[:_MOST_CANDIDATES]


def _find_all(letters: str, words: str, begin: int = 0, end: int | None = None) -> Iterator[int]:
    found = letters.find(words, begin, end)
    while found >= 0:
        yield found
        found = letters.find(words, found + 1, end)


def _find_same(now: _Letters, link: Permalink, begins: Sequence[int]) -> Span | None:
    for begin in begins:
        end = begin + link.letters
        words = now.letters[begin:end]
        if (
            len(words) == link.letters
            and words.endswith(link.last)
            and _digest(words) == link.digest
            and now.is_whole(begin, end)
        ):
            return now.span(begin, end)
    return None


def _find_changed(now: _Letters, link: Permalink, begins: Sequence[int]) -> Span | None:
    """What stands between the first and the last words, when it is no less than half and no more than twice as long as it was."""
    if len(link.first) + len(link.last) < _FEWEST_LETTERS:
        return None
    for begin in begins:
        earliest = max(begin + len(link.first), begin + link.letters // 2 - len(link.last))
        ends = [found + len(link.last) for found in _find_all(now.letters, link.last, earliest, begin + 2 * link.letters)]
        whole = [end for end in ends if now.is_whole(begin, end)]
        if whole:
            return now.span(begin, min(whole, key=lambda end: abs(end - begin - link.letters)))
    return None
