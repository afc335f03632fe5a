"""The table of the report as cells, to change one and put it back."""

from collections.abc import Callable, Iterator

DOCUMENT = "kpmg-eindrapport-2024"
DAYS = [f"1 {month} {year}" for year in (2021, 2022, 2023) for month in ("januari", "april", "juli", "oktober")]
Gather = Callable[[str], list[str]]


def report_rows(report: str) -> list[list[str]]:
    """The table as cells: the line of dates, the line of measures, then the profiles."""
    return [line.split("\t") for line in table_of(report).split("\n")]


def table_of(report: str) -> str:
    return report[report.index("Datum Type GGZ\t") : report.index("\n\nAantal indicaties (aanspraken*) per zorgzwaarteprofiel")]


def with_rows(report: str, rows: list[list[str]]) -> str:
    return report.replace(table_of(report), "\n".join("\t".join(row) for row in rows))


def with_cell(report: str, row: int, cell: int, printed: str) -> str:
    rows = report_rows(report)
    rows[row][cell] = printed
    return with_rows(report, rows)


def report_cells(report: str) -> Iterator[tuple[int, int, str]]:
    for row, cells in enumerate(report_rows(report)[2:], 2):
        yield from ((row, cell, printed) for cell, printed in enumerate(cells[1:], 1) if printed)
