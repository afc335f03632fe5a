"""A table of the report that lost a column, a row or a part, or whose header was changed, is noticed and named.

Taking out the empty growth of the first date loses nothing, so nothing is said of it. A table that ends with a whole row or
date can be a whole table: only what else the document says of it gives such a cut away.
"""

import pytest

from tests.indexer.figures.report_table import DAYS, Gather, report_rows, table_of, with_cell, with_rows


@pytest.mark.parametrize("cell", range(1, 25))
def test_a_missing_column_of_cells_is_noticed_and_named(gather: Gather, report: str, cell: int) -> None:
    rows = report_rows(report)
    said = gather(with_rows(report, [*rows[:2], *([*row[:cell], *row[cell + 1 :]] for row in rows[2:])]))
    if cell == 2:
        # The first date has no growth: its column is empty, and without it nothing has moved.
        assert len(said) == 1 and "de noot erbij zegt" in said[0]
    else:
        assert any("heeft de rij GGZ01W 23 cellen" in words or "rij GGZ01W niet bij" in words for words in said)


@pytest.mark.parametrize("cell", range(1, 25))
def test_a_missing_column_with_its_sign_above_it_is_noticed_and_named(gather: Gather, report: str, cell: int) -> None:
    rows = report_rows(report)
    said = gather(with_rows(report, [rows[0], *([*row[:cell], *row[cell + 1 :]] for row in rows[1:])]))
    if cell == 2:
        assert len(said) == 1 and "de noot erbij zegt" in said[0]
    else:
        refused, *_ = said
        # Without the very first sign the last date is the one that seems to have a column too few.
        day = DAYS[-1] if cell == 1 else DAYS[(cell - 1) // 2]
        assert f"staan bij {day} andere kolommen" in refused


@pytest.mark.parametrize("column", range(12))
def test_a_missing_date_with_its_columns_is_noticed_and_named(gather: Gather, report: str, column: int) -> None:
    begin = 1 + 2 * column
    said = gather(with_rows(report, [[*row[:begin], *row[begin + 2 :]] for row in report_rows(report)]))
    if column == 0:
        assert any("de tabel loopt van 1 april 2021" in words for words in said)
    elif column == 11:
        assert any("tot en met 1 juli 2023, maar de noot erbij zegt" in words for words in said)
    else:
        assert any(f"tussen {DAYS[column - 1]} en {DAYS[column + 1]} ontbreekt een peildatum." in words for words in said)


@pytest.mark.parametrize("column", range(1, 12))
@pytest.mark.parametrize("side", ["links", "rechts"])
def test_a_table_cut_in_two_between_dates_is_noticed_and_named(gather: Gather, report: str, column: int, side: str) -> None:
    cut = 1 + 2 * column
    halves = [row[:cut] if side == "links" else [row[0], *row[cut:]] for row in report_rows(report)]
    first, last = (DAYS[0], DAYS[column - 1]) if side == "links" else (DAYS[column], DAYS[-1])
    said = gather(with_rows(report, halves))
    assert any(f"de tabel loopt van {first} tot en met {last}, maar de noot erbij" in words for words in said), said


@pytest.mark.parametrize("rest", ["wat volgt blijft", "niets volgt"])
@pytest.mark.parametrize("kept", range(5))
def test_a_table_cut_in_two_between_rows_is_noticed_and_named(gather: Gather, report: str, kept: int, rest: str) -> None:
    rows = report_rows(report)
    cut = with_rows(report, rows[: 2 + kept])
    if rest == "niets volgt":
        cut = cut[: cut.index(table_of(cut)) + len(table_of(cut))] if kept else report[: report.index("GGZ01W\t")]
    said = gather(cut)
    if kept == 0:
        assert any("volgt op de kop" in words and "geen enkele rij" in words for words in said)
    else:
        profiles = " + ".join(row[0] for row in rows[2 : 2 + kept])
        assert any("24.88K (Aantal indicaties met herkomst Wmo*) is 81.57%" in words for words in said)
        assert any(f"uit de tabel ({profiles} is " in words and "1 oktober 2023" in words for words in said), said


@pytest.mark.parametrize("row", range(2, 7))
def test_a_row_taken_out_is_noticed_and_named(gather: Gather, report: str, row: int) -> None:
    rows = report_rows(report)
    said = gather(with_rows(report, rows[:row] + rows[row + 1 :]))
    named = {2: "geen rij GGZ01W", 6: "(GGZ01W + GGZ02W + GGZ03W + GGZ04W is "}
    between = f"ontbreekt een profiel tussen {rows[row - 1][0]} en {rows[(row + 1) % 7][0]}."
    assert any(named.get(row, between) in words for words in said), said


@pytest.mark.parametrize("rest", ["wat volgt blijft", "niets volgt"])
@pytest.mark.parametrize("row", range(2, 7))
def test_a_table_cut_off_in_the_middle_of_a_row_is_noticed_and_named(gather: Gather, report: str, row: int, rest: str) -> None:
    table = table_of(report)
    begin = table.index(f"GGZ0{row - 1}W")
    end = table.find("\n", begin) if row < 6 else len(table)
    for place in range(begin + 7, end, 9):
        cut = report.replace(table, table[:place])
        said = gather(cut[: cut.index(table[:place]) + place] if rest == "niets volgt" else cut)
        # A row that ends with a tab has all of its cells, of which the last is empty.
        where = (f"de rij GGZ0{row - 1}W", f"de groei van GGZ0{row - 1}W op 1 oktober 2023 ontbreekt")
        assert any(words in problem for problem in said for words in where), (table[begin:place], said)


@pytest.mark.parametrize("column", range(12))
def test_a_changed_date_in_the_header_is_noticed_and_named(gather: Gather, report: str, column: int) -> None:
    day, month, year = report_rows(report)[0][1 + 2 * column].split("-")
    other_month = f"{int(month) % 12 + 1:02d}"
    unchanged = gather(report)
    for changed in (f"{day}-{other_month}-{year}", f"02-{month}-{year}", f"{day}-{month}-{int(year) + 10}", "32-01-21"):
        said = gather(with_cell(report, 0, 1 + 2 * column, changed))
        new = [words for words in said if words not in unchanged]
        near = (*DAYS[max(0, column - 1) : column + 2], "verschillende datums boven 12 groepen")
        assert any(named in words for words in new for named in near), (changed, said)


def test_a_date_that_stands_twice_in_the_header_is_named(gather: Gather, report: str) -> None:
    refused, *_ = gather(with_cell(report, 0, 23, "01-10-22"))
    assert "1 oktober 2022 meer dan één keer" in refused


@pytest.mark.parametrize("column", range(11))
def test_two_swapped_dates_in_the_header_are_noticed_and_named(gather: Gather, report: str, column: int) -> None:
    rows = report_rows(report)
    first, second = 1 + 2 * column, 3 + 2 * column
    rows[0][first], rows[0][second] = rows[0][second], rows[0][first]
    said = gather(with_rows(report, rows))
    order = f"niet op volgorde: {DAYS[column + 1]} staat voor {DAYS[column]}."
    assert any(order in words for words in said)
    shown = DAYS[column + 1 : column + 3]
    assert any("de aantallen (" in words and day in words for words in said for day in shown)


def test_two_swapped_signs_in_the_header_are_noticed_and_named(gather: Gather, report: str) -> None:
    rows = report_rows(report)
    rows[1][5], rows[1][6] = rows[1][6], rows[1][5]
    refused, *_ = gather(with_rows(report, rows))
    assert "staan bij 1 juli 2021 andere kolommen" in refused
