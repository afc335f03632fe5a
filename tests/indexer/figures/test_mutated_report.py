"""A report with one thing changed is noticed when it is gathered for an index, and named.

Some changes can't be noticed even in principle, and ``test_what_can_not_be_noticed`` holds them: of the share (10,25 %) and rise
(12,61 %) of ages 18-26, as of a small slip in another key figure, the documents hold nothing to compare with.
"""

import re
from collections.abc import Callable, Iterator

import pytest

from tests.indexer.figures.report_table import DAYS, Gather, report_cells, report_rows, with_cell, with_rows


def _digit_changes(printed: str) -> Iterator[str]:
    """The number with each of its digits one higher, and with its last digit as far off as it can be."""
    digits = [place for place, character in enumerate(printed) if character.isdigit()]
    for place, step in (*((place, 1) for place in digits), (digits[-1], 5)):
        other = (int(printed[place]) + step) % 10
        if (place, other) != (0, 0):
            yield f"{printed[:place]}{other}{printed[place + 1 :]}"


def _digit_swaps(printed: str) -> Iterator[str]:
    for match in re.finditer(r"(?=(\d)([.,]?)(\d))", printed):
        first, mark, second = match.groups()
        if first != second:
            begin = match.start()
            yield f"{printed[:begin]}{second}{mark}{first}{printed[begin + 2 + len(mark) :]}"


def _days_that_show(cell: int) -> list[str]:
    """The days at which a changed cell can show: its own, and that of the next growth when it is a count."""
    column, is_growth = divmod(cell - 1, 2)
    return [DAYS[column]] if is_growth or column + 1 == len(DAYS) else DAYS[column : column + 2]


def _is_named(said: list[str], profile: str, days: list[str]) -> bool:
    return any(profile in words and any(day in words for day in days) for words in said)


def test_the_report_itself_has_no_problem_and_one_remark(gather: Gather, report: str, whole_report: str) -> None:
    (remark,) = gather(whole_report)
    assert "tot en met 1 oktober 2023, maar de noot erbij zegt van 1 januari 2021 tot en met 1 januari 2024." in remark
    assert gather(report) == [remark]


@pytest.mark.parametrize(
    ("printed", "changed", "named"),
    [
        ("\t11650\t", "\t16150\t", "GGZ03W op 1 juli 2022"),
        ("\t7.85%\t", "\t7.87%\t", "GGZ04W op 1 juli 2023"),
        ("\t1660\t5.06%\n", "\n", "de rij GGZ04W"),
        ("01-04-22\t\t01-07-22", "01-07-22\t\t01-04-22", "1 juli 2022 staat voor 1 april 2022"),
        ("\nGGZ03W\t", "\nGGZ08W\t", "tussen GGZ05W en GGZ08W"),
        ("\n81.57%\n", "\n18.57%\n", "18.57% van het geheel"),
        ("\n26.94%\n", "\n62.94%\n", "'Aandeel GGZ01W"),
        ("circa 27.000 cliënten", "circa 72.000 cliënten", "'circa 72.000', maar het totaal op 1 januari 2023"),
        ("tussen de 300 en 400 cliënten", "tussen de 500 en 600 cliënten", "'500 en 600' per maand"),
    ],
)
def test_a_change_anywhere_in_the_whole_report_is_noticed_and_named(
    gather: Gather, whole_report: str, printed: str, changed: str, named: str
) -> None:
    assert whole_report.count(printed) == 1
    assert any(named in words for words in gather(whole_report.replace(printed, changed)))


def test_the_table_has_sixty_counts_and_fifty_five_growths(report: str) -> None:
    printed = [cell for _, _, cell in report_cells(report)]
    assert (len(printed), sum("%" in cell for cell in printed)) == (115, 55)
    assert with_rows(report, report_rows(report)) == report


@pytest.mark.parametrize("row", range(2, 7))
@pytest.mark.parametrize("change", [_digit_changes, _digit_swaps])
def test_a_changed_or_swapped_digit_in_any_cell_is_noticed_and_named(
    gather: Gather, report: str, row: int, change: Callable[[str], Iterator[str]]
) -> None:
    for at, cell, printed in report_cells(report):
        # One change a cell, each at another digit: all of them are noticed too, but take minutes.
        changes = list(change(printed)) if at == row else []
        for changed in changes[cell % len(changes) :][:1] if changes else ():
            said = gather(with_cell(report, row, cell, changed))
            profile = report_rows(report)[row][0]
            assert _is_named(said, profile, _days_that_show(cell)), (profile, printed, changed, said)


@pytest.mark.parametrize("row", range(2, 7))
@pytest.mark.parametrize("off", [0.02, -0.02, 1.0, -1.0])
def test_a_printed_percentage_that_is_off_is_noticed_and_named(gather: Gather, report: str, row: int, off: float) -> None:
    for at, cell, printed in report_cells(report):
        if at == row and printed.endswith("%"):
            said = gather(with_cell(report, row, cell, f"{float(printed[:-1]) + off:.2f}%"))
            assert _is_named(said, report_rows(report)[row][0], [DAYS[(cell - 1) // 2]]), (printed, off, said)


@pytest.mark.parametrize(
    ("title", "printed", "changed", "named"),
    [
        ("Wmo", "81.57%", "18.57%", "24.88K (Aantal indicaties met herkomst Wmo*) is 18.57% van het geheel"),
        ("Wmo", "81.57%", "85.17%", "24.88K (Aantal indicaties met herkomst Wmo*) is 85.17% van het geheel"),
        ("Wmo", "24.88K", "28.48K", "28.48K (Aantal indicaties met herkomst Wmo*) is 81.57% van het geheel"),
        ("Wmo", "24.88K", "24.88M", "24.88M (Aantal indicaties met herkomst Wmo*) is 81.57% van het geheel"),
        (
            "GGZ01W",
            "26.94%",
            "62.94%",
            "'Aandeel GGZ01W indicaties t/m Q4 2023 t.o.v. alle indicaties' is 62.94% (31 december 2023)",
        ),
        (
            "GGZ01W",
            "26.94%",
            "29.64%",
            "'Aandeel GGZ01W indicaties t/m Q4 2023 t.o.v. alle indicaties' is 29.64% (31 december 2023)",
        ),
        ("GGZ01W", "26.94%", "26.49%", "is 26.49% van het geheel"),
        (
            "GGZ01W",
            "1.54%",
            "5.14%",
            "'Stijging GGZ01W indicaties t/m Q4 2023 t.o.v. vorig kwartaal' is 5.14% (31 december 2023)",
        ),
    ],
)
def test_a_changed_key_figure_is_noticed_and_named(
    gather: Gather, report: str, title: str, printed: str, changed: str, named: str
) -> None:
    assert report.count(f"\n{printed}\n") == 1 and title in report
    said = gather(report.replace(f"\n{printed}\n", f"\n{changed}\n"))
    assert any(named in words for words in said), said


@pytest.mark.parametrize(
    ("printed", "changed"),
    [("10.25%", "12.05%"), ("12.61%", "16.21%"), ("1.54%", "1.45%"), ("24.88K", "24.98K"), ("81.57%", "81.75%")],
)
def test_what_can_not_be_noticed(gather: Gather, report: str, printed: str, changed: str) -> None:
    assert gather(report.replace(f"\n{printed}\n", f"\n{changed}\n")) == gather(report)
