"""The checks of figures say how much they looked at and name whatever doesn't agree; a figure that isn't printed stops a build."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.types import Figure, Span
from indexer.canonical import seal_text
from indexer.figures.checks import FigureCheck, FigureMismatchError, check_figures, verify_figures
from indexer.figures.finding import find_figures
from indexer.structure.blocks import find_blocks

REPORT = Path(__file__).parents[3] / "corpus" / "sources" / "kpmg-eindrapport-2024.txt"
QUARTERS = [f"01-{month:02d}-{year}" for year in (2023, 2024) for month in (1, 4, 7, 10)]
COUNTS = {"GGZ01W": 1000, "GGZ02W": 3000}


def _table(growth: float = 1.05, note: str = "", total: int = 0) -> str:
    """Two profiles that both grow by as much every quarter, over two years, with their printed growth."""
    lines = ["Type\t" + "\t\t".join(QUARTERS) + "\t", "\t#\t%" * len(QUARTERS)]
    for profile, first in COUNTS.items():
        counts = [round(first * growth**quarter) for quarter in range(len(QUARTERS))]
        growths = [(after / before - 1) * 100 for before, after in pairwise(counts)]
        cells = [f"{count}\t{grown:.2f}%" for count, grown in zip(counts[1:], growths, strict=True)]
        lines.append("\t".join((profile, str(counts[0]), "", *cells)))
    lines += [f"Totaal\t{total}\t" + "\t-" * (2 * len(QUARTERS) - 2)] if total else []
    return "Cijfers\n\nDe tabel geeft de aantallen per kwartaal.\n\n" + "\n".join((*lines, "", note, ""))


def _find(text: str) -> tuple[Figure, ...]:
    return find_figures(seal_text("verslag", text), find_blocks(text)).figures


def _check(text: str) -> dict[str, FigureCheck]:
    return {check.name: check for check in check_figures(_find(text), {"verslag": text})}


def _card(title: str, value: str, day: str = "31-12-2024") -> str:
    return f"\n{title}\n\nMeetdatum: {day}\n\n{value}\n\nEen zin na het cijfer.\n"


def test_a_table_that_agrees_with_itself_has_no_problem() -> None:
    checks = _check(_table())
    assert [name for name, check in checks.items() if check.problems or check.remarks] == []
    assert checks["afgedrukte groei tegen de aantallen"].checked == 14
    assert checks["cellen die er horen te zijn"].checked == 30
    assert checks["peildata op gelijke afstand en op volgorde"].checked == 7
    assert checks["zorgprofielen zonder gat"].checked == 1


def test_growth_must_agree_as_exactly_as_its_decimals_say() -> None:
    printed = "Cijfers\n\n\t01-01-24\t\t01-04-24\t\n\t#\t%\t#\t%\nGGZ01W\t1000\t\t1054\t{}\n"
    name = "afgedrukte groei tegen de aantallen"
    assert [bool(_check(printed.format(growth))[name].problems) for growth in ("5.40%", "5.4%", "5%", "5.41%", "6%")] == [
        *(False, False, False),
        *(True, True),
    ]


def test_one_count_that_is_rounded_otherwise_is_named() -> None:
    text = _table().replace("\t1000\t", "\t1001\t")
    assert _check(text)["aantallen gelijk afgerond"].checked == 0
    report = REPORT.read_text(encoding="utf-8").replace("GGZ01W\t2955\t", "GGZ01W\t2957\t")
    figures = find_figures(seal_text("verslag", report), find_blocks(report)).figures
    rounding = next(check for check in check_figures(figures, {"verslag": report}) if check.name == "aantallen gelijk afgerond")
    assert rounding.checked == 60
    (problem,) = rounding.problems
    assert problem.startswith("verslag: het aantal van GGZ01W op 1 januari 2021 (2957) is niet op 5 afgerond")


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ("01-04-2024", "tussen 1 oktober 2023 en 1 april 2024 ontbreekt een peildatum."),
        ("01-02-2024", "tussen 1 oktober 2023 en 1 februari 2024 zit 4 maand(en), waar dat er anders 3 zijn."),
        ("15-01-2024", "de peildata 1 oktober 2023 en 15 januari 2024 vallen niet op dezelfde dag van de maand."),
        ("01-01-2025", "de peildata staan niet op volgorde: 1 januari 2025 staat voor 1 april 2024."),
    ],
)
def test_a_wrong_reference_date_is_named(wrong: str, named: str) -> None:
    text = _table().replace("01-04-2024\t\t", "").replace("01-01-2024", "01-01-2024\t\t01-04-2024")
    header = (
        text.replace("01-01-2024", wrong)
        if wrong != "01-04-2024"
        else text.replace("01-01-2024\t\t", "").replace("01-04-2024", "01-04-2024\t\t01-04-2025")
    )
    assert f"verslag: {named}" in _check(header)["peildata op gelijke afstand en op volgorde"].problems


def test_reference_dates_on_the_last_of_the_month_and_newest_first_are_fine() -> None:
    text = "Cijfers\n\n\t30-09-24\t30-06-24\t31-03-24\n\t#\t#\t#\nGGZ01W\t30\t20\t10\n"
    checked = _check(text)["peildata op gelijke afstand en op volgorde"]
    assert (checked.checked, checked.problems) == (2, ())


def test_two_reference_dates_in_one_month_break_no_check() -> None:
    assert _check("Cijfers\n\n\t01-01-24\t15-01-24\n\t#\t#\nGGZ01W\t30\t20\n" + _card("Aandeel GGZ01W", "50,0%", "01-02-2024"))


def test_a_gap_in_the_profiles_is_named_and_another_kind_of_profile_is_none() -> None:
    name = "zorgprofielen zonder gat"
    gap = _check(_table().replace("GGZ02W", "GGZ04W"))[name]
    assert gap.problems == ("verslag: in de tabel ontbreekt een profiel tussen GGZ01W en GGZ04W.",)
    assert _check(_table().replace("GGZ02W", "VV08"))[name] == FigureCheck(name, 0, ())


def test_a_printed_total_that_is_not_the_sum_is_named() -> None:
    name = "afgedrukt totaal tegen de profielen"
    assert _check(_table(total=4005))[name] == FigureCheck(name, 1, ())
    (problem,) = _check(_table(total=4500))[name].problems
    assert problem == "verslag: het totaal op 1 januari 2023 is volgens de tabel 4500, maar de profielen zijn samen 4000."


@pytest.mark.parametrize(
    ("stated", "problems", "remarks"),
    [
        ("vanaf 01-01-2023 t/m 1-10-2024", 0, 0),
        ("vanaf 1 januari 2023 tot en met 31 december 2024", 0, 0),
        ("vanaf 01-01-2023 t/m 1-01-2025", 0, 1),
        ("vanaf 01-01-2023 t/m 1-04-2025", 1, 0),
        ("vanaf 01-01-2023 t/m 1-07-2024", 1, 0),
        ("vanaf 01-10-2022 t/m 1-10-2024", 1, 0),
        ("van 12 tot 18 jaar", 0, 0),
    ],
)
def test_what_the_note_says_of_the_period_is_held_against_the_table(stated: str, problems: int, remarks: int) -> None:
    note = f"Noot*: De cijfers zijn gebaseerd op CIZ-gegevens {stated}."
    check = _check(_table(note=note))["peildata tegen de noot bij de tabel"]
    assert (len(check.problems), len(check.remarks)) == (problems, remarks)
    for said in (*check.problems, *check.remarks):
        assert said.startswith(
            "verslag: de tabel loopt van 1 januari 2023 tot en met 1 oktober 2024, maar de noot erbij zegt van"
        )


@pytest.mark.parametrize(
    ("title", "value", "check", "agrees"),
    [
        ("Aandeel GGZ01W t.o.v. alle indicaties", "25,4%", "aandelen tegen de tabel", True),
        ("Aandeel GGZ01W t.o.v. alle indicaties", "52,4%", "aandelen tegen de tabel", False),
        ("Stijging GGZ01W t.o.v. vorig kwartaal", "4,8%", "stijgingen tegen de tabel", True),
        ("Stijging GGZ01W t.o.v. vorig kwartaal", "8,4%", "stijgingen tegen de tabel", False),
        ("Stijging GGZ01W t.o.v. vorig jaar", "21,0%", "stijgingen tegen de tabel", True),
        ("Stijging GGZ01W t.o.v. vorig jaar", "4,8%", "stijgingen tegen de tabel", False),
    ],
)
def test_a_key_figure_a_quarter_after_the_table_is_compared_softly(title: str, value: str, check: str, agrees: bool) -> None:
    found = _check(_table() + _card(title, value))[check]
    assert (found.checked, found.problems == ()) == (1, agrees)
    for problem in found.problems:
        assert f"'{title}' is {value} (31 december 2024), maar de tabel geeft voor GGZ01W " in problem
        assert " % op 1 oktober 2024; meer dan " in problem


@pytest.mark.parametrize("day", ["31-12-2022", "31-12-2026"])
def test_a_key_figure_of_another_time_than_the_table_is_not_compared(day: str) -> None:
    assert (
        _check(_table() + _card("Aandeel GGZ01W t.o.v. alle indicaties", "90,0%", day))["aandelen tegen de tabel"].checked == 0
    )


def test_a_share_and_a_count_together_may_not_contradict_the_totals_of_the_table() -> None:
    name = "aandeel en aantal samen tegen de tabel"
    # 4 × 1,05^8 thousand is 5.910 at the end of 2024.
    agreeing = _card("Aandeel uit de Wmo t.o.v. alle indicaties", "50,0%") + _card("Aantal uit de Wmo", "2,95K")
    assert _check(_table() + agreeing)[name] == FigureCheck(name, 1, ())
    (problem,) = _check(_table() + agreeing.replace("2,95K", "2,59K"))[name].problems
    assert "2,59K (Aantal uit de Wmo) is 50,0% van het geheel" in problem and "5.180" in problem and "5.628" in problem


def test_a_key_figure_of_a_profile_without_a_row_is_named() -> None:
    (problem,) = _check(_table() + _card("Aandeel GGZ07W", "2,5%"))["kerncijfers met een rij in de tabel"].problems
    assert problem == "verslag: 'Aandeel GGZ07W' is 2,5% (31 december 2024): in de tabel staat geen rij GGZ07W."


def test_a_key_figure_that_stands_twice_with_another_value_is_named() -> None:
    name = "kerncijfers die tweemaal voorkomen"
    once = _card("Aandeel jongeren", "12,5%")
    assert _check(f"Kop\n\nEen zin.\n{once}{once}")[name].problems == ()
    (problem,) = _check(f"Kop\n\nEen zin.\n{once}{once.replace('12,5', '15,2')}")[name].problems
    assert problem == "verslag: 'Aandeel jongeren' (31 december 2024) staat er twee keer, met 12,5% en met 15,2%."
    assert _check(f"Kop\n\nEen zin.\n{once}{once.replace('12,5', '15,2').replace('2024', '2023')}")[name].problems == ()


@pytest.mark.parametrize(
    ("said", "check", "agrees"),
    [
        ("In januari 2024 waren er in totaal circa 5.000 cliënten.", "standen in de tekst tegen de tabel", True),
        ("In januari 2024 waren er in totaal circa 6.000 cliënten.", "standen in de tekst tegen de tabel", False),
        ("In 2023 stroomden tussen de 60 en 75 cliënten per maand in.", "instroom in de tekst tegen de netto toename", True),
        ("In 2023 stroomden tussen de 90 en 99 cliënten per maand in.", "instroom in de tekst tegen de netto toename", False),
    ],
)
def test_numbers_in_prose_are_held_against_the_totals_of_their_period(said: str, check: str, agrees: bool) -> None:
    # The totals are 4.000 on 1 January 2023 and 4.863 on 1 January 2024: 72 a month.
    found = _check(f"Instroom\n\n{said}\n\n{_table()}")[check]
    assert (found.checked, found.problems == ()) == (1, agrees)
    assert all("4.863" in problem or "72 per maand" in problem for problem in found.problems)


@pytest.fixture(scope="module")
def report() -> tuple[tuple[Figure, ...], dict[str, str]]:
    text = REPORT.read_text(encoding="utf-8")
    return _find(text), {"verslag": text}


def test_every_figure_of_the_report_is_printed_where_it_says(report: tuple[tuple[Figure, ...], dict[str, str]]) -> None:
    figures, texts = report
    assert len(figures) > 150
    verify_figures(figures, texts)


@pytest.mark.parametrize(
    "change",
    [
        lambda figure: replace(figure, value=figure.value + 0.01),
        lambda figure: replace(figure, value=-figure.value),
        lambda figure: replace(figure, upper=figure.value + 1000),
        lambda figure: replace(figure, span=Span(figure.span.begin + 1, figure.span.end + 1)),
        lambda figure: replace(figure, span=Span(figure.span.begin, figure.span.begin)),
        lambda figure: replace(figure, span=Span(0, 3)),
    ],
)
def test_a_figure_that_is_not_printed_where_it_says_is_named_with_series_and_printed_form(
    report: tuple[tuple[Figure, ...], dict[str, str]], change: Callable[[Figure], Figure]
) -> None:
    figures, texts = report
    one_each = {figure.series: figure for figure in figures}
    for figure in one_each.values():
        changed = change(figure)
        with pytest.raises(FigureMismatchError) as caught:
            verify_figures([changed], texts)
        printed = changed.span.of(texts["verslag"])
        assert all(words in str(caught.value) for words in ("verslag", figure.series, f"'{printed}'"))
