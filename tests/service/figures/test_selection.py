"""Promises of selecting figures for a table or a file."""

from dataclasses import replace

import pytest

from corpus.types import Figure, Period, Span
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.figures.selection import cite_key_figure, select_figures
from tests.service.figures.figure_answers import DAYS, all_figures, stand_in

TABLE = frozenset({SERIES})
REPORT = "kpmg-eindrapport-2024"
DATED = Figure("op-een-dag", "aandeel", "GGZ01W", "2023-12-31", 26.94, "procent", REPORT, Span(30, 35), label=Span(10, 28))
FLOW = Figure("per-maand", "aantal", None, None, 300, "cliënten per maand", REPORT, Span(60, 63), "stroom", label=Span(50, 70))
FLOW = replace(FLOW, period=Period("2022-01-01", "2022-12-31"))
UNDATED = Figure("zonder-datum", "aantal", None, None, 31, "regio's", REPORT, Span(90, 92), "telling", label=Span(80, 99))


def choose(index: OpenIndex, since: str | None = None, until: str | None = None, profile: str = "") -> list[str]:
    profiles = frozenset({profile} if profile else ())
    found = select_figures(index, profiles, None, since, until, frozenset({"op-een-dag", "per-maand", "zonder-datum"}))
    return [cited.figure.series for cited in found]


@pytest.fixture(scope="module")
def mixed_index(fake_index: OpenIndex) -> OpenIndex:
    """The cells of the table, with three figures from outside it."""
    cells = tuple(figure for figure in fake_index.figures if figure.series == SERIES)
    return stand_in(fake_index, (DATED, FLOW, *cells, UNDATED))


def test_all_figures_are_listed_by_profile_date_and_measure(fake_index: OpenIndex) -> None:
    found = select_figures(fake_index, frozenset(), None, None, None, TABLE)
    assert len(found) == 60 + 55 + 60
    keys = [(str(cited.figure.profile), cited.figure.reference_date, cited.figure.measure) for cited in found]
    order = {"aantal": 0, "groei": 1, "aandeel": 2}
    assert keys == sorted(keys, key=lambda key: (key[0], key[1], order[key[2]]))
    assert [cited.citation.number for cited in found] == list(range(1, len(found) + 1))


def test_figures_are_selected_by_profile_measure_and_period(fake_index: OpenIndex) -> None:
    found = select_figures(fake_index, frozenset({"GGZ03W", "GGZ04W"}), "aantal", "2022-01-01", "2022-07-01")
    assert [cited.figure.value for cited in found] == [10375, 11045, 11650, 1115, 1190, 1250]
    assert all(cited.citation.quote == f"{cited.figure.value:.0f}" for cited in found)
    assert select_figures(fake_index, frozenset({"GGZ09W"}), None, None, None) == ()


@pytest.mark.parametrize("day", DAYS)
def test_shares_of_a_date_add_up_to_a_hundred_and_carry_their_computation(fake_index: OpenIndex, day: str) -> None:
    shares = select_figures(fake_index, frozenset(), "aandeel", day, day, TABLE)
    assert sum(share.figure.value for share in shares) == pytest.approx(100, abs=0.03)
    for number, share in enumerate(shares, 1):
        assert share.computation is not None and share.computation.name == "aandeel"
        assert share.figure.kind == "aandeel"
        assert {figure.citation.number for figure in all_figures([share])} == {number}


def test_every_figure_of_the_index_is_there_the_cells_first(mixed_index: OpenIndex) -> None:
    found = select_figures(mixed_index, frozenset(), None, None, None)
    assert [cited.figure for cited in found[-3:]] == [DATED, FLOW, UNDATED]
    assert {cited.figure.series for cited in found[:-3]} == TABLE
    assert set(mixed_index.figures) <= {cited.figure for cited in found}
    assert [cited.citation.number for cited in found] == list(range(1, len(found) + 1))
    assert all(cited.citation.core == cited.figure.span for cited in found)


def test_figures_outside_the_table_are_there_without_a_table(fake_index: OpenIndex) -> None:
    bare = stand_in(fake_index, (DATED,))
    assert [cited.figure for cited in select_figures(bare, frozenset(), None, None, None)] == [DATED]


def test_a_choice_of_profiles_leaves_out_what_has_none(mixed_index: OpenIndex) -> None:
    assert choose(mixed_index, profile="GGZ01W") == ["op-een-dag"]
    assert choose(mixed_index, profile="GGZ02W") == []


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        (None, None, ["op-een-dag", "per-maand", "zonder-datum"]),
        ("2022-12-31", None, ["op-een-dag", "per-maand"]),
        ("2023-01-01", None, ["op-een-dag"]),
        (None, "2022-01-01", ["per-maand"]),
        (None, "2021-12-31", []),
        ("2022-06-01", "2022-06-02", ["per-maand"]),
        ("2023-12-31", "2023-12-31", ["op-een-dag"]),
        ("2024-01-01", None, []),
    ],
)
def test_a_period_counts_where_it_overlaps_and_an_undated_figure_only_without_dates(
    mixed_index: OpenIndex, since: str | None, until: str | None, chosen: list[str]
) -> None:
    assert choose(mixed_index, since, until) == chosen


@pytest.mark.parametrize("label", [Span(10, 28), Span(40, 60), Span(20, 50), None])
def test_a_figure_outside_the_table_is_cited_with_its_words_and_its_number_as_core(
    fake_index: OpenIndex, label: Span | None
) -> None:
    figure = replace(DATED, label=label)
    citation = cite_key_figure(fake_index, figure, 4).citation
    assert citation.number == 4
    assert citation.core == figure.span
    assert citation.span.contains(figure.span) and (label is None or citation.span.contains(label))
    assert citation.quote == citation.span.of(fake_index.texts[REPORT].text)


def test_what_the_caveats_say_stands_in_the_report(fake_index: OpenIndex) -> None:
    text = fake_index.texts["kpmg-eindrapport-2024"].text
    for words in ("op de gekozen peildatum een geldige indicatie", "per kwartaal (cumulatief)", "CIZ-gegevens", "4/19/2024"):
        assert words in text
    assert "niet 1 op 1 met elkaar vergeleken kunnen worden" in text
