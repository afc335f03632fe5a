"""What belongs together stays together, and what is on the page but not of the text stays apart."""

import pytest

from indexer.canonical import Piece
from tests.indexer.structure.structure_checks import passages_of
from tests.indexer.structure.test_overviews import cut_pieces

SENTENCE = "De gemeente bouwt de komende jaren woningen voor ouderen en voor starters in alle kernen."


def words_of(text: str) -> list[str]:
    return [passage.span.of(text) for passage in passages_of(text)]


def test_a_month_of_a_timeline_is_one_passage_though_the_axis_stands_in_it() -> None:
    axis = "Mei 2024\n\nJuni 2024\n\nJuli 2024"
    text = (
        f"Planning\n\nMei 2024\n\n{SENTENCE * 4}\n\n{axis}\n\n{SENTENCE * 4}\n\n"
        "Juni 2024\n\nDe bouw begint.\n\nJuli 2024\n\nDe bouw stopt."
    )
    (may,) = [passage for passage in passages_of(text) if passage.path[-1] == "Mei 2024" and passage.form == "card"]
    assert may.span.of(text).count(SENTENCE) == 8
    assert not [sentence for sentence in may.sentences if "Juli" in sentence.of(text)]


@pytest.mark.parametrize("mark", ["**", "¹ ", "Noot*: ", "[1] "])
def test_a_footnote_is_a_passage_of_its_page_and_not_of_the_last_heading(mark: str) -> None:
    note = f"{mark}Dit cijfer is van vorig jaar."
    text = f"De bouw gaat dit jaar sneller dan in de jaren hiervoor is gebleken\n\nHuur\n\nEr is geld.\n\nKoop\n\nEr is grond.\n\n{note}"
    assert words_of(text)[-2:] == ["Koop\n\nEr is grond.", note]
    assert passages_of(text)[-1].path == passages_of(text)[-2].path[:-1]


def test_a_footnote_right_under_its_heading_stays_with_it() -> None:
    text = "Doel*\n\n**Dit doel is van vorig jaar."
    assert words_of(text) == [text]


def test_a_list_stays_with_a_lead_in_that_a_heading_parts_from_it() -> None:
    text = "Wonen\n\nEr is overlegd. Het plan gaat in op:\n\nOnderwerpen\n\n- huur\n- koop"
    (found,) = [passage for passage in passages_of(text) if passage.form == "list"]
    assert found.span.of(text) == "Het plan gaat in op:\n\nOnderwerpen\n\n- huur\n- koop"
    assert words_of(text)[0] == "Wonen\n\nEr is overlegd."


def test_a_lead_in_before_several_headings_is_not_moved_to_the_first() -> None:
    text = "Wonen\n\nEr zijn twee sporen:\n\nHuur\n\n- sociaal\n- vrij\n\nKoop\n\n- nieuw\n- oud"
    assert "Huur\n\n- sociaal\n- vrij" in words_of(text)
    assert "Wonen\n\nEr zijn twee sporen:" in words_of(text)


def test_a_list_of_a_format_with_blocks_takes_the_sentence_before_it_as_lead_in() -> None:
    canonical, passages = cut_pieces(
        Piece("paragraph", "Er is geld. Drie gemeenten doen mee."),
        Piece("item", "Meerdam", marker="- "),
        Piece("item", "Zandwijk", marker="- "),
    )
    assert [passage.span.of(canonical.text) for passage in passages] == [
        "Er is geld.",
        "Drie gemeenten doen mee.\n\n- Meerdam\n- Zandwijk",
    ]


def test_members_that_count_anew_after_a_blank_line_are_of_the_next_article() -> None:
    text = "1. De raad besluit.\n2. De raad betaalt.\n\n1. Het college voert uit.\n2. Het college meldt."
    assert [len(passage.items) for passage in passages_of(text)] == [2, 2]


def test_items_with_blank_lines_between_them_stay_one_list() -> None:
    text = "Stappen:\n\n1. kijken\n\n2. kiezen\n\n3. doen"
    assert [len(passage.items) for passage in passages_of(text)] == [3]


def test_a_table_stays_with_its_caption() -> None:
    text = "Bouw\n\nTabel 3. Woningen per jaar.\n\nJaar\tHuur\n2024\t120"
    assert words_of(text) == [text]


def test_furniture_after_a_lead_in_does_not_part_it_from_its_text() -> None:
    text = "Uitgaven van de regio:\n\nLees meer\n\nHet plan voor wonen is uitgegeven.\n\nDaarna volgde zorg."
    assert words_of(text)[0].startswith("Uitgaven van de regio:") and "Het plan" in words_of(text)[0]
