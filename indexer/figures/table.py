"""Reads tables of indications per care profile per reference date out of a canonical text, cell by cell with its span.

The shape: a line with dates, a line of "#" and "%" columns, a row per profile. A row that doesn't fit is an error with a
name: a number in the wrong column is worse than no number.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.types import CanonicalText, Figure, Measure, Span
from indexer.dutch_dates import date_to_dutch, find_dates
from indexer.figures.printed_numbers import PrintedNumberError, parse_count, parse_percentage

SERIES = "indicaties-per-zorgprofiel"
_UNITS: dict[Measure, str] = {"aantal": "indicaties", "groei": "procent"}
_MEASURES: dict[str, Measure] = {"#": "aantal", "aantal": "aantal", "%": "groei", "groei": "groei", "stijging": "groei"}
_EMPTY_CELLS = frozenset(("", "-", "–", "—", "x", "n.v.t.", "nvt", "n.b.", "nb"))
PROFILE = re.compile(r"(?P<letters>[A-Z]{2,6})[ -]?(?P<number>\d{1,2})(?:[ -]?(?P<suffix>[A-Z]))?(?![A-Za-z\d.,%])")
"""A care profile as printed: "GGZ03W", "GGZ 03 W", "VV08"."""

_TOTAL = re.compile(r"(?:eind)?totaal\b", re.IGNORECASE)
_RULE = re.compile(r"[\s|:=_-]*")
_NUMBER = re.compile(r"[-−+]?\d[\d.,' ]*\s?%?")


class FigureTableError(ValueError):
    """A table of figures can't be read without guessing; the message names the document, the row and what was expected."""


@dataclass(frozen=True, slots=True)
class _Column:
    date: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class _Row:
    """A line cut into its label and its cells, each trimmed; ``positional`` when separators also show empty cells."""

    label: str
    cells: tuple[Span, ...]
    positional: bool


def read_figure_tables(canonical: CanonicalText) -> tuple[Figure, ...]:
    """The cells of every table of this shape, in reading order; an empty cell gives no figure.

    A row of totals gives figures with profile None. Raises FigureTableError.
    """
    text = canonical.text
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"[^\r\n]+", text)]
    lines = [line for line in lines if not _RULE.fullmatch(line.of(text))]
    figures: list[Figure] = []
    for position, line in enumerate(lines):
        header = lines[position - 1].of(text) if position else ""
        measures = _read_measures(line.of(text))
        if measures:
            rows = tuple(_rows_after(canonical, lines[position + 1 :]))
            columns = _read_columns(canonical, header, measures, rows)
            figures.extend(figure for row in rows for figure in _read_row(canonical, row, columns))
        else:
            _refuse_table_without_measures(canonical, header, line)
    return tuple(figures)


def parse_cell(measure: Measure, printed: str) -> float:
    """The value of a printed cell: a whole number for "aantal", else a percentage; raises PrintedNumberError."""
    return parse_count(printed) if measure == "aantal" else parse_percentage(printed)


def _read_measures(line: str) -> list[Measure]:
    """The measures of a line of columns such as "# % # %", after an optional label; empty for any other line."""
    words = [word.lower() for word in re.split(r"[\s|]+", line) if word]
    while words and words[0] not in _MEASURES and words[0].isalpha():
        words.pop(0)
    measures = [_MEASURES[word] for word in words if word in _MEASURES]
    return measures if len(measures) == len(words) >= 2 and "aantal" in measures else []


def _read_columns(canonical: CanonicalText, header: str, measures: list[Measure], rows: tuple[_Row, ...]) -> list[_Column]:
    """Every column with its date; none when neither dates nor rows stand around the line of measures."""
    # With slashes nobody can tell the day from the month, so such a date isn't read.
    days = [found.first for found in find_dates(header) if found.form == "day" and "/" not in header[found.begin : found.end]]
    if not days and not rows:
        return []
    if not rows:
        raise FigureTableError(
            f"In {canonical.document_id} volgt op de kop '{header.strip()[:60]}' geen enkele rij. "
            "Verwacht: een rij per zorgprofiel, zoals GGZ01W. Herstel de tabel in het document."
        )
    groups = _group_measures(measures)
    if len(groups) != len(days) or len(set(days)) != len(days):
        twice = [date_to_dutch(day) for day, count in Counter(days).items() if count > 1]
        raise FigureTableError(
            f"In {canonical.document_id} staan {len(set(days))} verschillende datums boven {len(groups)} groepen kolommen "
            f"(# en %){''.join(f', {day} meer dan één keer' for day in twice)}. Verwacht: boven elke groep één datum, zoals "
            f"01-07-2022. Herstel de kop '{header.strip()[:60]}'."
        )
    _refuse_unequal_groups(canonical, days, groups)
    return [_Column(day, measure) for day, group in zip(days, groups, strict=True) for measure in group]


def _group_measures(measures: list[Measure]) -> list[list[Measure]]:
    """The measures of each date: a group ends where a measure would come twice."""
    groups: list[list[Measure]] = []
    for measure in measures:
        if not groups or measure in groups[-1]:
            groups.append([])
        groups[-1].append(measure)
    return groups


def _refuse_unequal_groups(canonical: CanonicalText, days: list[str], groups: list[list[Measure]]) -> None:
    """Every date has the same columns, but that the earliest may have no growth; else a column is missing, and cells have moved."""
    whole = max(groups, key=len)
    for day, group in zip(days, groups, strict=True):
        if group != whole and not (day == min(days) and group == ["aantal"]):
            raise FigureTableError(
                f"In {canonical.document_id} staan bij {date_to_dutch(day)} andere kolommen ({' en '.join(group)}) dan bij de "
                f"andere datums van de tabel ({' en '.join(whole)}). Zet de kolom terug die ontbreekt."
            )


def _rows_after(canonical: CanonicalText, lines: list[Span]) -> Iterator[_Row]:
    """The rows of a table: all lines up to the first that begins with neither a profile nor a total."""
    for line in lines:
        row = _cut_row(canonical.text, line)
        if not PROFILE.match(row.label) and not _TOTAL.match(row.label):
            # A row that lost its label is numbers; a sentence below the table may hold some too.
            if _count_numbers(canonical.text, row) >= max(2, len(row.cells) / 2):
                raise FigureTableError(
                    f"In {canonical.document_id} begint een rij van de tabel niet met een zorgprofiel: "
                    f"'{line.of(canonical.text).strip()[:60]}'. Verwacht: een profiel zoals GGZ01W. Herstel de rij."
                )
            return
        yield row


def _cut_row(text: str, line: Span) -> _Row:
    written = line.of(text)
    if "\t" in written or "|" in written:
        cells = _cut_cells(written, line.begin, r"\t" if "\t" in written else r"\|")
        if written.lstrip().startswith("|"):
            cells = cells[1:-1] if written.rstrip().endswith("|") else cells[1:]
        return _Row(cells[0].of(text), tuple(cells[1:]), positional=True)
    label = PROFILE.match(written.lstrip()) or re.match(r"[^\W\d]*", written.lstrip())
    width = len(written) - len(written.lstrip()) + (label.end() if label else 0)
    separator = r" {2,}" if re.search(r"\S {2,}\S", written[width:].strip()) else r" +"
    cells = _cut_cells(written[width:], line.begin + width, separator)
    return _Row(written[:width].strip(), tuple(cell for cell in cells if cell.end > cell.begin), positional=False)


def _cut_cells(written: str, offset: int, separator: str) -> list[Span]:
    borders = [(match.start(), match.end()) for match in re.finditer(separator, written)]
    begins = [0, *(end for _, end in borders)]
    ends = [*(begin for begin, _ in borders), len(written)]
    cells = []
    for begin, end in zip(begins, ends, strict=True):
        inner = written[begin:end]
        first = offset + begin + len(inner) - len(inner.lstrip())
        cells.append(Span(first, first + len(inner.strip())))
    return cells


def _count_numbers(text: str, row: _Row) -> int:
    return sum(1 for cell in row.cells if _NUMBER.fullmatch(cell.of(text)))


def _read_row(canonical: CanonicalText, row: _Row, columns: list[_Column]) -> Iterator[Figure]:
    label = PROFILE.match(row.label)
    profile = f"{label['letters']}{label['number']}{label['suffix'] or ''}" if label else None
    signed = any(cell.of(canonical.text).endswith("%") for cell in row.cells)
    for column, cell in zip(*_fit_columns(canonical, row, columns), strict=True):
        printed = cell.of(canonical.text)
        if printed.lower() in _EMPTY_CELLS:
            continue
        try:
            # In a row that has percent signs a cell without one is a count: that tells cells that moved.
            if signed and column.measure == "groei" and not printed.endswith("%"):
                raise PrintedNumberError(f"'{printed}' is geen percentage.")
            value = parse_cell(column.measure, printed)
        except PrintedNumberError as error:
            raise FigureTableError(
                f"In {canonical.document_id} past een cel van de rij {row.label} niet bij {date_to_dutch(column.date)}. "
                f"Verwacht: {'een aantal' if column.measure == 'aantal' else 'een percentage'}. {error} Herstel de rij."
            ) from error
        yield Figure(SERIES, column.measure, profile, column.date, value, _UNITS[column.measure], canonical.document_id, cell)


def _fit_columns(canonical: CanonicalText, row: _Row, columns: list[_Column]) -> tuple[list[_Column], list[Span]]:
    """The columns and the cells of a row, equally many; the growth of the earliest date may have no cell at all."""
    cells = list(row.cells)
    while row.positional and len(cells) > len(columns) and cells[-1].begin == cells[-1].end:
        cells.pop()
    earliest = min(column.date for column in columns)
    without_first_growth = [column for column in columns if column != _Column(earliest, "groei")]
    if len(cells) == len(columns):
        return columns, cells
    # Where one empty cell is printed, all are: then the cell of the first growth can't be the one that is missing.
    if len(cells) == len(without_first_growth) and all(cell.begin < cell.end for cell in cells):
        return without_first_growth, cells
    raise FigureTableError(
        f"In {canonical.document_id} heeft de rij {row.label} {len(cells)} cellen. Verwacht: {len(columns)} cellen, of "
        f"{len(without_first_growth)} als de eerste datum geen groei heeft. Herstel de rij in het document."
    )


def _refuse_table_without_measures(canonical: CanonicalText, header: str, line: Span) -> None:
    """Dates right above a row of figures, with no "#" and "%" between them: a table that lost a line."""
    if not PROFILE.match(line.of(canonical.text).lstrip("| ")):
        return
    row = _cut_row(canonical.text, line)
    dates = [found for found in find_dates(header) if found.form == "day"]
    if len(dates) >= 2 and PROFILE.match(row.label) and len(row.cells) >= _count_numbers(canonical.text, row) >= 2:
        raise FigureTableError(
            f"In {canonical.document_id} mist boven de rij {row.label} de regel met # (aantal) en % (groei) per datum. "
            "Zet die regel tussen de datums en de eerste rij."
        )
