"""Turns a table of a web page into lines: a row a line, cells apart by a tab, merged cells in their first place."""

import re

from bs4 import Tag

from indexer.canonical import MOST_COLUMNS, clean_line

_SIZE = re.compile(r"[0-9]{1,10}")


def is_data_table(tag: Tag) -> bool:
    """Whether this is a table of data, and not one that only lays out headings, lists or other tables."""
    if tag.get("role") in {"presentation", "none"} or tag.find(["table", "h1", "h2", "h3", "h4", "h5", "h6"]):
        return False
    return any(len(row.find_all(["td", "th"])) > 1 for row in tag.find_all("tr"))


def table_to_text(tag: Tag) -> str:
    """The rows that hold text. A cell over several columns or rows leaves empty cells, so that columns stay in line."""
    lines = []
    reserved: dict[int, int] = {}
    for row in tag.find_all("tr"):
        cells: list[str] = []
        for cell in row.find_all(["td", "th"]):
            _skip_reserved(cells, reserved)
            width, height = min(_size(cell, "colspan"), max(1, MOST_COLUMNS - len(cells))), _size(cell, "rowspan")
            reserved |= {len(cells) + column: height for column in range(width)} if height > 1 else {}
            cells += [clean_line(cell.get_text(" "))] + [""] * (width - 1)
        _skip_reserved(cells, reserved)
        reserved = {column: rows - 1 for column, rows in reserved.items() if rows > 1}
        if any(cells):
            lines.append("\t".join(cells).rstrip())
    return "\n".join(lines)


def _skip_reserved(cells: list[str], reserved: dict[int, int]) -> None:
    while len(cells) in reserved:
        cells.append("")


def _size(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return min(max(int(value), 1), MOST_COLUMNS) if _SIZE.fullmatch(value) else 1
