"""Reads web pages: their main content as blocks, in reading order."""

import re
from collections.abc import Iterator
from itertools import count, repeat

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from corpus.types import BlockForm, CanonicalText
from indexer.canonical import Piece, assemble_text, clean_line, clean_run, indent_item
from indexer.readers.content import ContentError, decode_text
from indexer.readers.html_furniture import find_main_content, remove_furniture
from indexer.readers.html_tables import is_data_table, table_to_text

_LINE_END = re.compile(r"[\r\n]")
_HEADING = re.compile(r"h([1-6])")
_START = re.compile(r"-?[0-9]{1,9}")
_CONTAINERS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "header hgroup hr html legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
_LISTS = frozenset({"ul", "ol", "menu"})

Steps = Iterator["Steps"]


def read_html(raw: bytes, document_id: str) -> CanonicalText:
    """The main content of the page. Raises ContentError when the page holds no text of its own."""
    canonical = assemble_text(document_id, html_to_pieces(decode_text(raw, is_html=True)))
    if not canonical.text:
        raise ContentError(
            "de pagina bevat geen leesbare tekst (misschien wordt die pas door de browser geladen). "
            "Sla de pagina in een browser op als PDF en lever die aan."
        )
    return canonical


def html_to_pieces(markup: str) -> list[Piece]:
    """The headings, paragraphs, items and tables of the main content, in order, without a page's furniture."""
    soup = BeautifulSoup(markup, "lxml")
    remove_furniture(soup)
    walk = _Walk()
    _take_steps(walk.visit(find_main_content(soup)))
    walk.flush()
    return walk.pieces


def _take_steps(step: Steps) -> None:
    """Goes through a tree to any depth: a step within a step waits in a list and not on Python's stack, which is soon full."""
    waiting = [step]
    while waiting:
        inner = next(waiting[-1], None)
        if inner is None:
            waiting.pop()
        else:
            waiting.append(inner)


class _Walk:
    """Goes through a tree once and gathers the running text into pieces; holds what is open at this point of the tree.

    What visits a tag yields each visit that has to be made within it, and goes on when that is done.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._running: list[str] = []
        self._form: BlockForm = "paragraph"
        self._level = 0
        self._depth = 0
        self._marker = ""
        self._joins = -1

    def visit(self, tag: Tag) -> Steps:
        """Reads what stands in a tag."""
        for child in tag.children:
            if isinstance(child, Tag):
                yield self._visit_tag(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._running.append(_LINE_END.sub(" ", child))

    def flush(self) -> None:
        """Ends the running text: a new piece, or a next line of the piece that it belongs to."""
        raw, self._running = "".join(self._running), []
        text = clean_run(raw) if self._form == "paragraph" else clean_line(raw)
        if not text:
            return
        if 0 <= self._joins == len(self.pieces) - 1:
            earlier = self.pieces.pop()
            self.pieces.append(Piece(earlier.form, f"{earlier.text}\n{text}", earlier.level, earlier.marker))
            return
        self.pieces.append(Piece(self._form, text, self._level, self._marker))
        if self._form == "item":
            self._form, self._marker, self._joins = "paragraph", "", len(self.pieces) - 1

    def _visit_tag(self, tag: Tag) -> Steps:
        heading = _HEADING.fullmatch(tag.name)
        if tag.name == "br":
            self._running.append("\n")
        elif heading:
            yield self._visit_within(tag, "heading", int(heading[1]))
        elif tag.name in _LISTS:
            yield self._visit_list(tag)
        elif tag.name == "dl":
            yield self._visit_definitions(tag)
        elif tag.name == "table" and is_data_table(tag):
            yield self._visit_table(tag)
        elif tag.name == "pre":
            self.flush()
            self._running.append(tag.get_text())
            self.flush()
        else:
            yield self._visit_other(tag)

    def _visit_other(self, tag: Tag) -> Steps:
        """Inline text runs on; a container, or an element of the page's own making, stands apart."""
        apart = tag.name in _CONTAINERS or "-" in tag.name
        if apart:
            self.flush()
        yield self.visit(tag)
        if apart:
            self.flush()

    def _visit_within(self, tag: Tag, form: BlockForm, level: int = 0, marker: str = "") -> Steps:
        self.flush()
        outer = self._form, self._level, self._marker, self._joins
        self._form, self._level, self._marker, self._joins = form, level, marker, -1
        yield self.visit(tag)
        self.flush()
        self._form, self._level, self._marker, self._joins = outer

    def _visit_list(self, tag: Tag) -> Steps:
        self.flush()
        markers = _item_markers(tag)
        indent = indent_item(self._depth)
        self._depth += 1
        for child in tag.children:
            if isinstance(child, Tag) and child.name == "li":
                yield self._visit_within(child, "item", marker=indent + next(markers))
            elif isinstance(child, Tag):
                yield self._visit_tag(child)
        self._depth -= 1
        self.flush()

    def _visit_definitions(self, tag: Tag) -> Steps:
        """A term and what it means make one paragraph, on lines of their own."""
        self.flush()
        outer, term = self._joins, -1
        for child in _terms_of(tag):
            self._joins = -1 if child.name == "dt" else term
            yield self.visit(child)
            self.flush()
            if child.name == "dt":
                term = len(self.pieces) - 1
        self._joins = outer

    def _visit_table(self, tag: Tag) -> Steps:
        self.flush()
        caption = tag.find("caption")
        if isinstance(caption, Tag):
            yield self._visit_within(caption, "paragraph")
        self.pieces.append(Piece("table", table_to_text(tag)))


def _terms_of(tag: Tag) -> Iterator[Tag]:
    """The terms of a list of definitions and what they mean, in order; those of a list within it are of that list."""
    waiting = [tag]
    while waiting:
        found = waiting.pop()
        if found.name in {"dt", "dd"}:
            yield found
        elif found is tag or found.name != "dl":
            waiting += [child for child in reversed(found.contents) if isinstance(child, Tag)]


def _item_markers(tag: Tag) -> Iterator[str]:
    """A dash for a bulleted list, and for a numbered one the numbers as a browser shows them."""
    if tag.name != "ol":
        return repeat("- ")
    start = str(tag.get("start", "1")).strip()
    return (f"{number}. " for number in count(int(start) if _START.fullmatch(start) else 1))
