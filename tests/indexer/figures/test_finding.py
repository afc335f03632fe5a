"""Promises of finding figures and of checking them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import CanonicalText, Figure
from indexer.canonical import seal_text
from indexer.figures.checks import check_figures, verify_figures
from indexer.figures.finding import SERIES, find_figures, parse_cell
from indexer.structure.blocks import find_blocks

SOURCES = Path(__file__).parents[3] / "corpus" / "sources"
REPORT = SOURCES / "kpmg-eindrapport-2024.txt"

HEADER = "Profiel\t01-01-21\t\t01-04-21\t\t01-07-21\t"
MEASURES = "\t#\t%\t#\t%\t#\t%"
ROW_1 = "GGZ01W\t100\t\t110\t10.00%\t132\t20.00%"
ROW_2 = "GGZ02W\t1.000\t\t1.100\t10,00%\t1.320\t20,00%"
TABLE = "\n".join(("Aantallen", "", HEADER, MEASURES, ROW_1, ROW_2, "", "Noot: cumulatief"))


def _find(canonical: CanonicalText) -> tuple[Figure, ...]:
    return find_figures(canonical, find_blocks(canonical.text)).figures


def _table(canonical: CanonicalText) -> tuple[Figure, ...]:
    return tuple(figure for figure in _find(canonical) if figure.series == SERIES)


def _read(text: str) -> tuple[Figure, ...]:
    return _table(seal_text("verslag", text))


def _problems_of(figures: tuple[Figure, ...], text: str) -> tuple[str, ...]:
    checks = check_figures(figures, {figure.document_id: text for figure in figures})
    return tuple(problem for check in checks for problem in check.problems)


def _problems(text: str) -> tuple[str, ...]:
    return _problems_of(_read(text), text)


def _values(text: str) -> dict[tuple[str, str | None, str | None], float]:
    return {(figure.measure, figure.profile, figure.reference_date): figure.value for figure in _read(text)}


@pytest.fixture(scope="module")
def report() -> CanonicalText:
    return seal_text("kpmg-eindrapport-2024", REPORT.read_text(encoding="utf-8"))


def test_the_report_gives_every_count_and_every_printed_growth(report: CanonicalText) -> None:
    figures = _table(report)
    assert [sum(figure.measure == measure for figure in figures) for measure in ("aantal", "groei")] == [60, 55]
    found = {(figure.measure, figure.profile, figure.reference_date): figure.value for figure in figures}
    assert found["aantal", "GGZ03W", "2022-07-01"] == 11650
    assert found["groei", "GGZ01W", "2021-04-01"] == 34.01
    assert found["groei", "GGZ05W", "2023-10-01"] == 6.12


def test_every_figure_of_the_report_is_the_reading_of_its_own_span(report: CanonicalText) -> None:
    for figure in _table(report):
        printed = figure.span.of(report.text)
        assert parse_cell(figure.measure, printed) == figure.value
        assert printed == printed.strip()
        assert figure.unit == ("indicaties" if figure.measure == "aantal" else "procent")


def test_the_figures_of_the_report_agree_with_each_other(report: CanonicalText) -> None:
    assert _problems_of(_find(report), report.text) == ()


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda path: path.stem)
def test_only_the_report_has_the_table(source: Path) -> None:
    assert bool(_table(seal_text(source.stem, source.read_text(encoding="utf-8")))) == (source == REPORT)


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_figure_of_a_document_comes_in_reading_order_and_is_printed_where_it_says(source: Path) -> None:
    canonical = seal_text(source.stem, source.read_text(encoding="utf-8"))
    found = _find(canonical)
    assert [figure.span.begin for figure in found] == sorted(figure.span.begin for figure in found)
    verify_figures(found, {source.stem: canonical.text})


SPACES = """
            01-01-2021     01-04-2021       01-07-2021
            #       %      #      %         #      %
GGZ01W      100            110    10.00%    132    20.00%
GGZ02W      1000           1100   10.00%    1320   20.00%
"""
PIPES = """
| Profiel | 2021-01-01 | | 2021-04-01 | | 2021-07-01 | |
|---|---|---|---|---|---|---|
| | # | % | # | % | # | % |
| GGZ01W | 100 | - | 110 | 10,00% | 132 | 20,00% |
| GGZ02W | 1 000 | n.v.t. | 1 100 | 10,00% | 1 320 | 20,00% |
"""
SINGLE_SPACES = """
Datum 1 januari 2021 1 april 2021 1 juli 2021
# # % # %
GGZ01W 100 110 10.00% 132 20.00%
GGZ 02 W 1000 1100 10.00% 1320 20.00%
"""


@pytest.mark.parametrize("text", [TABLE, SPACES, PIPES, SINGLE_SPACES, TABLE.replace("\n", "\r\n")])
def test_the_same_table_is_read_from_every_layout(text: str) -> None:
    counts = {"2021-01-01": 1, "2021-04-01": 1.1, "2021-07-01": 1.32}
    growths = {"2021-04-01": 10.0, "2021-07-01": 20.0}
    expected = {("aantal", "GGZ01W", day): value * 100 for day, value in counts.items()}
    expected |= {("aantal", "GGZ02W", day): value * 1000 for day, value in counts.items()}
    expected |= {("groei", profile, day): value for profile in ("GGZ01W", "GGZ02W") for day, value in growths.items()}
    assert _values(text) == pytest.approx(expected)


def test_other_profiles_a_total_and_a_table_of_counts_alone_are_read() -> None:
    found = _values("x\t01-01-24\t01-04-24\n\t#\t#\nGGZ06W\t10\t20\nVV08\t30\t40\nTotaal\t40\t60\nVoetnoot")
    assert found["aantal", "GGZ06W", "2024-01-01"] == 10
    assert found["aantal", "VV08", "2024-04-01"] == 40
    assert found["aantal", None, "2024-04-01"] == 60


def test_two_tables_in_one_text_are_both_read() -> None:
    assert len(_read(TABLE + "\n\n" + TABLE.replace("-21", "-22"))) == 2 * len(_read(TABLE))


def test_an_empty_cell_gives_no_figure_and_is_reported_as_a_hole() -> None:
    figures = _read(TABLE.replace("110\t10.00%", "\t"))
    problems = _problems(TABLE.replace("110\t10.00%", "\t"))
    assert ("GGZ01W", "2021-04-01") not in {(figure.profile, figure.reference_date) for figure in figures}
    assert "verslag: het aantal van GGZ01W op 1 april 2021 ontbreekt." in problems
    assert "verslag: de groei van GGZ01W op 1 april 2021 ontbreekt." in problems


@pytest.mark.parametrize(
    ("wrong", "right", "named"),
    [
        ("GGZ02W\t1.000\t\t1.100\t10,00%", ROW_2, "GGZ02W"),
        (ROW_1.replace("\t132\t20.00%", ""), ROW_1, "heeft de rij GGZ01W 4 cellen. Verwacht: 6 cellen"),
        (ROW_1.replace("\t110", ""), ROW_1, "GGZ01W"),
        (ROW_1.replace("\t20.00%", ""), ROW_1, "GGZ01W"),
        (ROW_1 + "\t150", ROW_1, "7 cellen"),
        (ROW_1.replace("100\t\t", "100\t50\t"), ROW_1, "'50' is geen percentage"),
        (ROW_1.replace("110", "11O"), ROW_1, "'11O' is geen geheel aantal"),
        (ROW_1.replace("20.00%", "20.0.0%"), ROW_1, "rij GGZ01W niet bij 1 juli 2021"),
        (ROW_1.removeprefix("GGZ01W"), ROW_1, "begint een rij van de tabel niet met een zorgprofiel"),
        (HEADER.replace("\t01-07-21\t", ""), HEADER, "2 verschillende datums boven 3"),
        (HEADER.replace("01-07-21", "01-04-21"), HEADER, "2 verschillende datums boven 3"),
        (HEADER.replace("-", "/"), HEADER, "0 verschillende datums boven 3"),
        (MEASURES.removesuffix("\t#\t%"), MEASURES, "3 verschillende datums boven 2"),
        (MEASURES + "\n", MEASURES + "\n" + ROW_1 + "\n" + ROW_2, "geen enkele rij"),
        ("", MEASURES + "\n", "mist boven de rij GGZ01W de regel met #"),
        ("\t#\t%\t%\t#\t%", MEASURES, "staan bij 1 april 2021 andere kolommen"),
        ("\t#\t%\t#\t#\t%", MEASURES, "staan bij 1 april 2021 andere kolommen (aantal) dan"),
    ],
)
def test_a_table_that_does_not_fit_is_a_problem_that_names_the_row_and_leaves_the_other_figures(
    wrong: str, right: str, named: str
) -> None:
    assert right in TABLE
    text = "In 2023 waren er circa 27.000 cliënten.\n\n" + TABLE.replace(right, wrong)
    found = find_figures(seal_text("verslag", text), find_blocks(text))
    assert found.problem and named in found.problem
    assert "verslag" in found.problem
    assert [figure.value for figure in found.figures] == [27000]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#",
        "# Kop\n\n% van het totaal",
        "| # | % |\n|---|---|\n| tekst | meer |",
        "Op 1 januari 2021 en 1 april 2021\nGGZ01W is een profiel",
        "01-01-21 tot 01-04-21\nGGZ01W\t€ 120,50\t€ 130,50",
    ],
)
def test_a_text_without_such_a_table_has_no_figures(text: str) -> None:
    assert _read(text) == ()


@pytest.mark.parametrize(
    ("printed", "changed"),
    [("\t11650\t5.48%", "\t11560\t5.48%"), ("\t11650\t5.48%", "\t11650\t5.84%"), ("\t1250\t5.04%", "\t1250\t50.4%")],
)
def test_one_changed_cell_of_the_report_is_noticed_and_named(report: CanonicalText, printed: str, changed: str) -> None:
    assert report.text.count(printed) == 1
    problems = _problems(report.text.replace(printed, changed))
    assert any(" op 1 juli 2022 staat een groei van " in problem for problem in problems)


def test_a_reference_date_that_is_missing_everywhere_is_noticed() -> None:
    kept = tuple(figure for figure in _read(TABLE + "\n") if figure.reference_date != "2021-04-01")
    further = tuple(replace(figure, reference_date="2021-10-01") for figure in kept if figure.reference_date == "2021-07-01")
    assert "verslag: tussen 1 januari 2021 en 1 juli 2021 ontbreekt een peildatum." in _problems_of(kept + further, TABLE)


def test_a_cell_that_stands_twice_with_different_values_is_noticed() -> None:
    problems = _problems(TABLE + "\n\n" + TABLE.replace("132\t", "133\t"))
    assert "verslag: aantal van GGZ01W op 1 juli 2021 staat er twee keer, met 132 en met 133." in problems


def test_a_table_that_stands_twice_with_the_same_values_is_fine() -> None:
    assert _problems(TABLE + "\n\n" + TABLE) == ()


_ROW = st.lists(st.tuples(st.integers(0, 99_999), st.integers(-9_999, 99_999)), min_size=2, max_size=6)


@given(rows=st.lists(_ROW, min_size=1, max_size=8), dutch=st.booleans())
def test_every_figure_of_any_table_is_the_reading_of_its_span(rows: list[list[tuple[int, int]]], dutch: bool) -> None:
    width = min(map(len, rows))
    lines = ["\t" + "\t\t".join(f"01-{3 * quarter % 12 + 1:02d}-{2021 + quarter // 4}" for quarter in range(width))]
    lines.append("\t#\t%" * width)
    for number, row in enumerate(rows, 1):
        cells = [f"{count:,}\t{growth / 100:.2f}%" for count, growth in row[:width]]
        written = "\t".join(cells).translate(str.maketrans(",.", ".,")) if dutch else "\t".join(cells)
        lines.append(f"GGZ{number:02d}W\t{written}")
    canonical = seal_text("verslag", "Kop\n" + "\n".join(lines))
    figures = _table(canonical)
    assert [figure.value for figure in figures] == [
        value for row in rows for count, growth in row[:width] for value in (float(count), growth / 100)
    ]
    assert all(parse_cell(figure.measure, figure.span.of(canonical.text)) == figure.value for figure in figures)
