"""Passages cut between sentences, lists and tables, never inside them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from indexer.structure.passages import cut_passages, passage_to_search_text
from indexer.structure.sentences import split_sentences
from indexer.structure.units import LONGEST_TEXT
from tests.indexer.structure.structure_checks import cut_text, passages_of
from tests.indexer.structure.test_blocks import documentlike

SENTENCE = "De gemeente bouwt de komende jaren woningen voor ouderen en voor starters in alle kernen."
LONG = " ".join([SENTENCE] * 20)


def words_of(text: str, form: str | None = None) -> list[str]:
    return [passage.span.of(text) for passage in passages_of(text) if form in (None, passage.form)]


@given(st.one_of(st.text(max_size=300), documentlike))
def test_every_passage_of_any_text_slices_true(text: str) -> None:
    canonical, _, sections, passages = cut_text(text)
    assert passages == cut_passages(canonical, sections)
    ids = [passage.id for passage in passages]
    assert len(ids) == len(set(ids))
    for passage in passages:
        words = passage.span.of(text)
        assert words == words.strip() != ""
        assert all(passage.span.contains(part) for part in (*passage.items, *passage.sentences))
        assert passage.sentences
        assert all(sentence.of(text).strip() for sentence in passage.sentences)


@given(st.one_of(st.text(max_size=300), documentlike))
def test_every_paragraph_and_item_of_any_text_is_inside_a_passage(text: str) -> None:
    _, blocks, _, passages = cut_text(text)
    said = [block.span for block in blocks if block.form in ("paragraph", "lead_in", "item", "table")]
    for span in said:
        pieces = split_sentences(text, span)
        assert all(any(passage.span.contains(piece) for passage in passages) for piece in pieces)


def test_short_paragraphs_of_a_section_are_packed_with_their_heading() -> None:
    text = "Wonen\n\nWij bouwen.\n\nWij verhuren."
    assert words_of(text) == [text]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    passages = passages_of(f"Wonen\n\n{LONG}")
    assert len(passages) > 2
    text = f"Wonen\n\n{LONG}"
    assert all(passage.span.of(text).removeprefix("Wonen\n\n").startswith("De gemeente") for passage in passages)
    assert all(passage.span.of(text).endswith(".") and len(passage.span.of(text)) <= LONGEST_TEXT + 10 for passage in passages)


def test_a_list_is_one_passage_with_the_last_sentence_of_its_lead_in() -> None:
    text = "Plan\n\nElke regio maakt een plan. Daarin staan:\n\n- huur\n- koop\n- zorg"
    (passage,) = [passage for passage in passages_of(text) if passage.form == "list"]
    assert passage.span.of(text) == "Daarin staan:\n\n- huur\n- koop\n- zorg"
    assert [item.of(text) for item in passage.items] == ["- huur", "- koop", "- zorg"]
    assert [sentence.of(text) for sentence in passage.sentences] == ["Daarin staan:", "- huur", "- koop", "- zorg"]


def test_a_list_stays_with_its_lead_in_when_a_page_number_stands_between() -> None:
    text = "Plan\n\nDaarin staan:\n\nPagina 3 van 12\n\n- huur\n\nPagina 4 van 12\n\n- koop"
    (passage,) = passages_of(text)
    assert len(passage.items) == 2


def test_a_list_stays_with_its_lead_in_when_a_label_stands_before_it() -> None:
    text = "Plan\n\nAanbevelingen:\n\nDe regio's noemen het volgende:\n\n- huur\n- koop"
    (passage,) = [passage for passage in passages_of(text) if passage.form == "list"]
    assert "De regio's noemen het volgende:" in passage.span.of(text)
    assert any("Aanbevelingen:" in words for words in words_of(text))


def test_a_list_right_under_a_heading_takes_the_heading_as_its_lead_in() -> None:
    text = "Wat staat er in het plan?\n\n- huur\n- koop"
    assert words_of(text, "list") == [text]


def test_a_very_long_list_is_never_cut() -> None:
    text = "Plan\n\nDaarin staan:\n\n" + "\n".join(f"- {SENTENCE} Nummer {number}." for number in range(40))
    (passage,) = passages_of(text)
    assert len(passage.items) == 40


def test_numbered_cards_are_each_one_passage_and_their_titles_an_overview() -> None:
    text = "Wat wij leerden\n\n01\n\nGeduld\n\nAlles kost tijd.\n\n02\n\nMoed\n\nProbeer iets.\n\n03\n\nRust\n\nWacht soms."
    assert words_of(text, "card") == ["Geduld\n\nAlles kost tijd.", "Moed\n\nProbeer iets.", "Rust\n\nWacht soms."]
    (overview,) = [passage for passage in passages_of(text) if passage.form == "overview"]
    assert [item.of(text) for item in overview.items] == ["Geduld", "Moed", "Rust"]
    assert [sentence.of(text) for sentence in overview.sentences] == ["Wat wij leerden"]


def test_two_headings_below_a_heading_give_no_overview() -> None:
    assert not words_of("Lessen\n\n01\n\nGeduld\n\nAlles kost tijd.\n\n02\n\nMoed\n\nProbeer iets.", "overview")


def test_a_table_is_one_passage_with_its_announcement_and_a_sentence_for_each_row() -> None:
    text = "Bouw\n\nDe verdeling:\n\nJaar\tHuur\tKoop\n2024\t120\t80\n2025\t140\t60"
    (passage,) = passages_of(text)
    assert passage.form == "table"
    assert [row.of(text) for row in passage.sentences][-1] == "2025\t140\t60"


def test_a_label_is_one_sentence_with_what_it_announces() -> None:
    text = "Regio Zuid\n\nGemeenten:\n\nMeerdam en Zandwijk.\n\nThema:\n\nWonen"
    assert [sentence.of(text) for sentence in passages_of(text)[0].sentences][-1].startswith("Thema:")
    assert "Gemeenten:\n\nMeerdam en Zandwijk." in [sentence.of(text) for sentence in passages_of(text)[0].sentences]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Cijfers\n\nEr is gemeten.\n\nAandeel huurders\n\n45%", "Aandeel huurders\n\n45%"),
        ("Cijfers\n\n45%\n\nvan de huishoudens huurt een woning", "45%\n\nvan de huishoudens huurt een woning"),
    ],
)
def test_a_key_figure_is_in_one_passage_with_its_label(text: str, one: str) -> None:
    assert any(one in words for words in words_of(text))


def test_furniture_between_paragraphs_parts_passages() -> None:
    text = "Wonen\n\nWij bouwen.\n\nPagina 3 van 12\n\nWij verhuren."
    assert words_of(text) == ["Wonen\n\nWij bouwen.", "Wij verhuren."]


def test_what_is_searched_is_title_path_and_words() -> None:
    text = "Wonen\n\nWij bouwen."
    (passage,) = passages_of(text)
    assert passage_to_search_text(passage, "Visie", text) == "Visie > Wonen\nWonen\n\nWij bouwen."


@pytest.mark.parametrize(
    ("title", "path", "above"),
    [("Visie", (), "Visie\n"), ("", ("Wonen",), "Wonen\n"), ("", ("", "Wonen"), "Wonen\n"), ("", (), ""), ("", ("",), "")],
)
def test_a_missing_title_or_heading_leaves_nothing_in_front_of_the_words(title: str, path: tuple[str, ...], above: str) -> None:
    text = "Wij bouwen."
    (passage,) = passages_of(text)
    assert passage_to_search_text(replace(passage, path=path), title, text) == f"{above}Wij bouwen."


def test_of_an_overview_only_the_headings_are_searched() -> None:
    cards = "\n\n".join(f"0{number}\n\nKaart {number}\n\n{SENTENCE * 6}" for number in range(1, 6))
    text = f"Wat wij leerden\n\n{cards}"
    (overview,) = [passage for passage in passages_of(text) if passage.form == "overview"]
    searched = passage_to_search_text(overview, "Visie", text)
    assert searched == "Visie > Wat wij leerden\nWat wij leerden\nKaart 1\nKaart 2\nKaart 3\nKaart 4\nKaart 5"


def test_furniture_inside_a_passage_is_neither_searched_nor_a_sentence() -> None:
    text = "Plan\n\nDaarin staan:\n\nPagina 3 van 12\n\n- huur\n- koop"
    (passage,) = passages_of(text)
    assert passage_to_search_text(passage, "Visie", text) == "Visie > Plan\nPlan\n\nDaarin staan:\n- huur\n- koop"
    assert not [sentence for sentence in passage.sentences if "Pagina" in sentence.of(text)]


def test_an_enumeration_within_a_sentence_is_never_cut() -> None:
    parties = ", ".join(f"de gemeente nummer {number}" for number in range(60))
    text = f"Wonen\n\n{SENTENCE} {SENTENCE} De partijen zijn: {parties} en het waterschap. {SENTENCE}"
    assert any(f"De partijen zijn: {parties} en het waterschap." in words for words in words_of(text))


def test_an_empty_text_has_no_passages() -> None:
    assert passages_of("") == ()
    assert Span(0, 0).of("") == ""
