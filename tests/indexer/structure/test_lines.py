"""Lines without a blank line between them are parted where their author parted them, however they were wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.structure.lines import are_labelled, ends_sentence, opens_item, split_parts
from tests.indexer.structure.structure_checks import shape_text
from tests.indexer.structure.test_blocks import PIECES

WRAPPED = (
    "De gemeente bouwt de komende jaren driehonderd woningen voor ouderen en\n"
    "starters, in overleg met de corporaties en de zorgaanbieders in de stad.\n"
)


def parts_of(words: str) -> list[str]:
    return [words[begin:end] for begin, end in split_parts(words)]


@given(st.lists(st.sampled_from([piece for piece in PIECES if "\n" not in piece]), min_size=1, max_size=6), st.data())
def test_parts_hold_every_line_once_and_in_order(pieces: list[str], data: st.DataObject) -> None:
    lines = [line for line in pieces if line.strip()] or ["x"]
    lines += data.draw(st.lists(st.sampled_from(lines), max_size=6))
    words = "\n".join(lines)
    assert "\n".join(parts_of(words)) == words


def test_a_title_between_two_wrapped_paragraphs_is_a_heading_without_a_blank_line() -> None:
    text = f"{WRAPPED}Betaalbaarheid\n{WRAPPED}Zorg in de wijk\n{WRAPPED}"
    assert [words for form, words in shape_text(text) if form == "heading"] == ["Betaalbaarheid", "Zorg in de wijk"]


def test_a_name_at_the_begin_of_a_wrapped_line_ends_nothing() -> None:
    text = "De gemeenten en het waterschap hebben met de\nProvincie en het Rijk een plan gemaakt voor\nOost en West."
    assert parts_of(text) == [text]


def test_a_paragraph_ends_where_its_last_line_breaks_off() -> None:
    first, second = WRAPPED + "Dat kost geld.", WRAPPED.strip()
    assert parts_of(f"{first}\n{second}") == [first, second]


def test_lines_that_were_never_wrapped_are_a_paragraph_each() -> None:
    paragraph = " ".join(["De raad besluit over de bouw van woningen voor ouderen."] * 4)
    assert parts_of(f"{paragraph}\n{paragraph}") == [paragraph, paragraph]


def test_one_very_long_line_does_not_part_the_wrapped_lines_beside_it() -> None:
    wrapped = "Het bestuur van de regio vergadert over de plannen van de vier gemeenten aan de\nMaas en over de kosten."
    long = " ".join(["De raad besluit over de bouw van woningen voor ouderen."] * 5)
    assert parts_of(f"{wrapped}\n{long}") == [wrapped, long]


@pytest.mark.parametrize("last", ["De burgemeester,\nA.B. Jansen", "hierna te noemen: partijen", "Partijen tekenen."])
def test_an_item_does_not_swallow_what_stands_under_its_list(last: str) -> None:
    text = f"Partijen spreken af:\n- zij bouwen vierhonderd woningen voor ouderen en voor starters;\n- zij delen de kosten;\n{last}"
    assert [words for form, words in shape_text(text) if form == "item"][-1] == "- zij delen de kosten;"
    assert text.endswith(shape_text(text)[-1][1])


def test_an_item_keeps_its_wrapped_and_its_indented_lines() -> None:
    text = "Het plan noemt:\n- huur\n  Vooral in het centrum.\n- koop en\nverkoop"
    assert [words for form, words in shape_text(text) if form == "item"] == [
        "- huur\n  Vooral in het centrum.",
        "- koop en\nverkoop",
    ]


def test_a_bullet_alone_on_its_line_opens_an_item_that_runs_to_the_next() -> None:
    last = "Daarna tekent u de papieren bij de notaris in de stad."
    text = f"U kiest uit:\n-\nHuur\nU betaalt per maand.\n-\nKoop\nU betaalt in één keer.\n{last}"
    assert shape_text(text) == [
        ("lead_in", "U kiest uit:"),
        ("item", "-\nHuur\nU betaalt per maand."),
        ("item", "-\nKoop\nU betaalt in één keer."),
        ("paragraph", last),
    ]


def test_a_bullet_whose_words_stand_after_a_blank_line_makes_them_an_item() -> None:
    text = "Het plan is gericht op:\n\n  • -\n\n    huren in de wijk\n\n  • a.\n\n    Kopen in de wijk\n\nDe raad besluit."
    assert [entry for entry in shape_text(text) if entry[0] != "chrome"] == [
        ("lead_in", "Het plan is gericht op:"),
        ("item", "huren in de wijk"),
        ("item", "Kopen in de wijk"),
        ("paragraph", "De raad besluit."),
    ]


def test_labels_with_their_values_are_the_rows_of_a_table() -> None:
    text = "Leden van de stuurgroep\n\nGemeente Meerdam: A. Jansen, B. de Boer\nWaterschap: C. Visser\nCorporaties: D. Smit"
    assert shape_text(text) == [("heading", "Leden van de stuurgroep"), ("table", text.split("\n\n")[1])]


def test_a_label_that_goes_on_on_the_next_line_is_text_and_not_a_cut_row() -> None:
    text = "Doel: meer woningen.\nAanpak: samen met de corporaties en de\nbewoners van de wijk."
    assert all(form != "table" or "bewoners" not in words for form, words in shape_text(text))
    assert "Aanpak: samen met de corporaties en de\nbewoners van de wijk." in [words for _, words in shape_text(text)]


def test_who_said_it_stays_under_a_quote() -> None:
    quote = "“Wij leren elke week van elkaar en van de regio's om ons heen, en dat\nhelpt ons.”"
    text = f"Leren\n\n{quote}\nAnna Jansen, projectleider\n\nDe regio gaat door."
    assert [form for form, _ in shape_text(text)] == ["heading", "paragraph", "paragraph"]


def test_short_lines_under_each_other_stay_together() -> None:
    text = "Postbus 100\n1234 AB Meerdam\nTelefoon 14 000"
    assert parts_of(text) == [text]


def test_a_table_right_under_its_title_is_a_table_under_a_heading() -> None:
    text = f"{WRAPPED}Planning\nWat\tWie\nBesluit\traad\nStart\tcollege"
    assert shape_text(text)[1:] == [("heading", "Planning"), ("table", "Wat\tWie\nBesluit\traad\nStart\tcollege")]


@pytest.mark.parametrize(
    ("lines", "labelled"),
    [
        (["VWS: A. Jansen", "VNG: B. de Boer"], True),
        (["VWS: A. Jansen"], False),
        (["- VWS: A. Jansen", "- VNG: B. de Boer"], False),
        (["Er is geld. Dat is: genoeg", "VNG: B. de Boer"], False),
    ],
)
def test_labelled_lines_are_two_or_more_without_bullets(lines: list[str], labelled: bool) -> None:
    assert are_labelled(lines) == labelled


@pytest.mark.parametrize("words", ["Klaar.", "Klaar?", "zo:", "een;", "“Ja.”", "waarom?1"])
def test_a_mark_at_the_end_closes_a_sentence(words: str) -> None:
    assert ends_sentence(words)
    assert not ends_sentence(words + " en")


@pytest.mark.parametrize("line", ["- huur", "a. huur", "3) huur", "•", "• 1.", "b."])
def test_a_bullet_opens_an_item_with_its_words_or_without(line: str) -> None:
    assert opens_item(line)


@pytest.mark.parametrize("line", ["01", "A", "huur", "2024 was een goed jaar", "---"])
def test_a_card_number_a_letter_and_a_rule_open_no_item(line: str) -> None:
    assert not opens_item(line)
