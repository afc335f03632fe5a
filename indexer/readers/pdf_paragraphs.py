"""Puts the lines of a PDF back into paragraphs, laid out as plain text: a blank line between blocks, items on lines of their own."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, pairwise

from indexer.readers.pdf_lines import BULLETS, Line

_ITEM = re.compile(rf"(?:[{re.escape(BULLETS)}]|o|\(?\d{{1,2}}[.)]|\(?[a-z][.)])\s+\S")
_ENDS_SENTENCE = re.compile(r"[.:;?!][”’\"')\]]*\d{0,2}$")
_LEADER = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){4,}+\s*+\d++$")
_BROKEN_WORD = re.compile(r"(?<![\w-])-*+(\w[\w-]*)-$")
_AFTER_SUSPENDED = re.compile(r"(?:en|of|dan|tot|noch|als|c\.q\.|and|or)\b")
"""Words after a hyphen that stays: "zorg- en hulpverlening"."""

_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.I)

_LARGER = 1.12
"""A heading is at least this much larger than the running text."""

_WIDER_PITCH = 1.25
"""Lines further apart than this, against what is usual for their size, belong to different blocks."""

_SHORT_SHARE = 0.75
"""A line that ends a sentence and fills less than this of the page's longest line ends a paragraph."""


@dataclass(slots=True)
class _Block:
    kind: str
    lines: list[tuple[int, Line]] = field(default_factory=list)


def lines_to_text(pages: list[list[Line]]) -> tuple[str, list[int]]:
    """The text and the offset at which each page starts. A page without lines starts where the next one does."""
    setting = _Setting(pages)
    blocks: list[_Block] = []
    for page, lines in enumerate(pages):
        for line in lines:
            kind = setting.kind_of(line)
            if blocks and setting.belongs(blocks[-1], page, line, kind):
                blocks[-1].lines.append((page, line))
            else:
                blocks.append(_Block(kind, [(page, line)]))
    return _write(blocks, setting, len(pages))


class _Setting:
    """How this document is set: the size of its running text, the usual distance between lines, the words it uses."""

    def __init__(self, pages: list[list[Line]]) -> None:
        lines = list(chain.from_iterable(pages))
        weights: Counter[float] = Counter()
        for line in lines:
            weights[line.size] += len(line.text)
        self.body_size = weights.most_common(1)[0][0] if weights else 0.0
        self._pitches = _usual_pitches(pages)
        self._longest = [max((len(line.text) for line in page if "\t" not in line.text), default=0) for page in pages]
        self.words = Counter(re.findall(r"\w[\w-]*\w", " ".join(line.text for line in lines)))

    def kind_of(self, line: Line) -> str:
        if _LEADER.search(line.text):
            return "row"
        if line.size > self.body_size * _LARGER:
            return "heading"
        if _ITEM.match(line.text):
            return "item"
        if "\t" in line.text:
            return "row"
        return "bold" if line.bold else "text"

    def belongs(self, block: _Block, page: int, line: Line, kind: str) -> bool:
        """Whether the line goes on with this block."""
        last_page, last = block.lines[-1]
        if kind in {"item", "row"} or block.kind == "row" or abs(last.size - line.size) > 0.6:
            return False
        runs_on = not _ENDS_SENTENCE.search(last.text) and line.text[:1].islower()
        if block.kind in {"heading", "bold"} or kind in {"heading", "bold"}:
            return self._is_next(last_page, last, page, line) and (block.kind == kind or runs_on)
        if not self._is_next(last_page, last, page, line):
            return runs_on
        return not self._ends_short(last_page, last, line)

    def _is_next(self, last_page: int, last: Line, page: int, line: Line) -> bool:
        pitch = self._pitches.get(last.size, last.size * 1.2)
        return last_page == page and 0 < last.y - line.y <= pitch * _WIDER_PITCH

    def _ends_short(self, page: int, last: Line, line: Line) -> bool:
        short = len(last.text) < _SHORT_SHARE * self._longest[page]
        return short and bool(_ENDS_SENTENCE.search(last.text)) and not line.text[:1].islower()


def _usual_pitches(pages: list[list[Line]]) -> dict[float, float]:
    """The commonest distance between two lines that follow each other, for each size of type; the smaller of equals."""
    distances: dict[float, Counter[float]] = {}
    for above, below in chain.from_iterable(pairwise(page) for page in pages):
        distance = above.y - below.y
        if above.size == below.size and 0.8 * above.size <= distance <= 2.5 * above.size:
            distances.setdefault(above.size, Counter())[round(distance * 2) / 2] += 1
    return {size: min(counts, key=lambda distance: (-counts[distance], distance)) for size, counts in distances.items()}


def _write(blocks: list[_Block], setting: _Setting, page_count: int) -> tuple[str, list[int]]:
    text, starts = "", [-1] * page_count
    for number, block in enumerate(blocks):
        close = number > 0 and block.kind == blocks[number - 1].kind and block.kind in {"item", "row"}
        text += "" if number == 0 else "\n" if close else "\n\n"
        for place, (page, line) in enumerate(block.lines):
            shown = line.text if block.kind == "row" else line.text.replace("\t", " ")
            if place:
                text = _join(text, shown, setting.words)
            starts[page] = len(text) if starts[page] < 0 else starts[page]
            text += shown
    for page in reversed(range(page_count)):
        if starts[page] < 0:
            starts[page] = starts[page + 1] if page + 1 < page_count else len(text)
    return text, starts


def _join(text: str, following: str, words: Counter[str]) -> str:
    """The text made ready for the next line of its paragraph: a space after it, or a word broken over the line end mended."""
    broken = _BROKEN_WORD.search(text[-80:])
    if not broken or not following[:1].islower() or _AFTER_SUSPENDED.match(following):
        joins_number = bool(broken) and following[:1].isalnum() and not _AFTER_SUSPENDED.match(following)
        return text if joins_number else text + " "
    rest = re.match(r"[\w-]*", following)
    first, second = broken[1], rest[0] if rest else ""
    return text if _keeps_hyphen(first, second, words) else text[:-1]


def _keeps_hyphen(first: str, second: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line end is part of the word: as the document writes it elsewhere, else after a name or abbreviation."""
    with_hyphen, without = words[f"{first}-{second}"], words[first + second]
    if with_hyphen != without:
        return with_hyphen > without
    return "-" in first or _is_abbreviation(first) or (words[first] > 1 and first[0].isupper() and not words[first.lower()])


def _is_abbreviation(word: str) -> bool:
    """No syllable is broken off without a vowel, with a digit, or with a capital inside; a letter alone neither."""
    return len(word) == 1 or word[1:] != word[1:].lower() or not _VOWEL.search(word) or any(map(str.isdigit, word))
