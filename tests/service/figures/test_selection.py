"""Promises of selecting figures for a table or a file."""

import pytest

from indexer.store import OpenIndex
from service.figures.questions import select_figures
from tests.service.figures.asking import DAYS, all_figures


def test_all_figures_are_listed_by_profile_date_and_measure(fake_index: OpenIndex) -> None:
    found = select_figures(fake_index, frozenset(), None, None, None)
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
    shares = select_figures(fake_index, frozenset(), "aandeel", day, day)
    assert sum(share.figure.value for share in shares) == pytest.approx(100, abs=0.03)
    for number, share in enumerate(shares, 1):
        assert share.computation is not None and share.computation.name == "aandeel"
        assert {figure.citation.number for figure in all_figures([share])} == {number}


def test_what_the_caveats_say_stands_in_the_report(fake_index: OpenIndex) -> None:
    text = fake_index.texts["kpmg-eindrapport-2024"].text
    for words in ("op de gekozen peildatum een geldige indicatie", "per kwartaal (cumulatief)", "CIZ-gegevens", "4/19/2024"):
        assert words in text
    assert "niet 1 op 1 met elkaar vergeleken kunnen worden" in text
