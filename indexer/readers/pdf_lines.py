"""Finds the lines on a page of a PDF, with where each stands and how it is set: what paragraphs are recognised by."""

import contextlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject

from indexer.canonical import clean_line

BULLETS = "•▪◦‣●○■□–—-*·►➢✓"
_BULLET_GLYPHS = str.maketrans({"\x7f": "•", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "►", "\uf0fc": "✓", "\uf02d": "-"})
"""Bullets as symbol fonts encode them."""

_LIGATURES = {ord(glyph): unicodedata.normalize("NFKC", glyph) for glyph in "ﬀﬁﬂﬃﬄﬅﬆ"}
_BOLD = re.compile(r"bold|black|heavy|semibd|CMBX", re.I)
_MARKER_ONLY = re.compile(rf"(?:[{re.escape(BULLETS)}]|o|\(?\d{{1,2}}[.)]|[a-z][.)]|\d{{1,2}}(?:\.\d{{1,2}})+\.?)")
_COLUMN_GAP = re.compile(r" {3,}")
_LEVEL_SHARE = 0.3
"""Of the size of type: bullets and cells seldom stand exactly level; lines never stand this close."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. Points, ``y`` from the bottom of the page; ``text`` has tabs between the cells of a table row."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass(slots=True)
class _Gathering:
    lines: list[Line] = field(default_factory=list)
    running: str = ""
    start: tuple[float, float] = (0.0, 0.0)
    sizes: Counter[float] = field(default_factory=Counter)
    bold_characters: int = 0

    def end_line(self) -> None:
        text = clean_line(self.running)
        if text:
            size = self.sizes.most_common(1)[0][0]
            self.lines.append(Line(text, *self.start, size, self.bold_characters * 2 > len(text)))
        self.running, self.sizes, self.bold_characters = "", Counter(), 0


def read_lines(page: PageObject) -> list[Line]:
    """The lines in reading order, as the page's content gives it. Cells of one row are one line, apart by tabs."""
    gathering = _Gathering()

    def take(text: str, matrix: list[float], text_matrix: list[float], font: dict[str, Any] | None, size: float) -> None:
        for number, part in enumerate(re.split(r"\n", text.translate(_BULLET_GLYPHS).translate(_LIGATURES))):
            if number:
                gathering.end_line()
            if part.strip() and not gathering.running.strip():
                gathering.start = _place(matrix, text_matrix)
            gathering.running += part
            gathering.sizes[_printed_size(size, matrix, text_matrix)] += len(part.strip())
            gathering.bold_characters += len(part) * bool(_BOLD.search(str((font or {}).get("/BaseFont", ""))))

    page.extract_text(visitor_text=take)
    gathering.end_line()
    return _split_columns(_join_level(gathering.lines), page)


def _place(matrix: list[float], text_matrix: list[float]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    x, y = text_matrix[4], text_matrix[5]
    return x * a + y * c + e, x * b + y * d + f


def _printed_size(size: float, matrix: list[float], text_matrix: list[float]) -> float:
    upright, turned = text_matrix[3] * matrix[3], text_matrix[2] * matrix[2]
    return round(size * (abs(upright) or abs(turned)), 1)


def _join_level(lines: list[Line]) -> list[Line]:
    """Joins what stands at one height from left to right: a marker with its item, a number with its heading, cells of a row."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or abs(last.y - line.y) > _LEVEL_SHARE * line.size or line.x <= last.x:
            joined.append(line)
            continue
        if _MARKER_ONLY.fullmatch(last.text):
            joined[-1] = replace(line, text=f"{last.text} {line.text}", x=last.x)
        else:
            joined[-1] = replace(last, text=f"{last.text}\t{line.text}", size=max(last.size, line.size), bold=line.bold)
    return joined


def _split_columns(lines: list[Line], page: PageObject) -> list[Line]:
    """Puts tabs between cells that were run together, where the page's lay-out shows wide gaps in the very same words."""
    rows: dict[str, str] = {}
    with contextlib.suppress(Exception):  # only an improvement; the library's lay-out fails on some pages
        layout = page.extract_text(extraction_mode="layout").translate(_BULLET_GLYPHS).translate(_LIGATURES)
        for row in layout.split("\n"):
            cells = [" ".join(cell.split()) for cell in _COLUMN_GAP.split(row.strip())]
            if len(cells) > 1 and not _MARKER_ONLY.fullmatch(cells[0]) and not _is_justified(cells):
                rows["".join(row.split())] = "\t".join(cells)
    return [replace(line, text=rows.get("".join(line.text.split()), line.text)) for line in lines]


def _is_justified(cells: list[str]) -> bool:
    """Whether the gaps come from a sentence stretched to the margin: between running words, or after its full stop."""
    running = sum(cell.isalpha() and cell.islower() for cell in cells)
    stops = any(cell.endswith((".", ",", ";")) and cell.count(" ") > 2 for cell in cells[:-1])
    return stops or running * 2 > len(cells)
