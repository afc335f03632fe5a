"""Takes running headers, running footers and page numbers off the pages of a PDF."""

import re
from collections import Counter
from itertools import chain

from indexer.readers.pdf_lines import Line

_FEWEST_PAGES = 4
"""On fewer pages a line that repeats may well be text."""

_EDGE_LINES = 3
"""How many lines from the top and from the bottom of a page are looked at."""

_LABELLED_NUMBER = re.compile(r"(?:pagina|blz\.?|bladzijde|page|p\.)\s*\d+(?:\s*(?:van|of|/|-)\s*\d+)?", re.I)
_BARE_NUMBER = re.compile(r"[-–|\s]*([1-9]\d{0,3})(?:\s*(?:/|van)\s*\d+)?[-–|\s]*")


def drop_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without lines at their edges that number the page or, from four pages on, return on most pages."""
    edges = [_edges(lines) for lines in pages]
    returning: set[str] = set()
    if len(pages) >= _FEWEST_PAGES:
        seen = Counter(chain.from_iterable({_shape(line) for line in edge} for edge in edges))
        returning = {shape for shape, count in seen.items() if count * 2 > len(pages)}
    offsets = Counter(
        chain.from_iterable({number - page for number in _bare_numbers(edge)} for page, edge in enumerate(edges, start=1))
    )
    counted = {offset for offset, count in offsets.items() if offset == 0 or (count > 1 and count * 2 >= len(pages))}
    return [
        [line for line in lines if not (line in edge and _is_furniture(line, page, returning, counted))]
        for page, (lines, edge) in enumerate(zip(pages, edges, strict=True), start=1)
    ]


def _edges(lines: list[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: line.y)
    return by_height[:_EDGE_LINES] + by_height[_EDGE_LINES:][-_EDGE_LINES:]


def _shape(line: Line) -> str:
    """What a line looks like but for its numbers; in another size of type it is another line, such as the title itself."""
    return f"{re.sub(r'[0-9]+', '#', line.text.casefold())} {line.size:.0f}"


def _bare_numbers(lines: list[Line]) -> list[int]:
    return [int(found[1]) for line in lines if (found := _BARE_NUMBER.fullmatch(line.text))]


def _is_furniture(line: Line, page: int, returning: set[str], counted: set[int]) -> bool:
    """A number counts as a page number where it keeps step with the pages; a chapter number does not."""
    if _shape(line) in returning or _LABELLED_NUMBER.fullmatch(line.text):
        return True
    found = _BARE_NUMBER.fullmatch(line.text)
    return found is not None and int(found[1]) - page in counted
