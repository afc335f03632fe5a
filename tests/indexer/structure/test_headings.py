"""A title is a heading when it stands above something, and its level is that of the headings it belongs with."""

import pytest

from indexer.structure.headings import LEVEL_CHAPTER, LEVEL_HEADLINE, LEVEL_SUBHEAD
from tests.indexer.structure.structure_checks import levels_of, words_of

STATEMENT = "De komende jaren zijn er meer betaalbare woningen nodig voor ouderen in onze regio"


def test_a_sentence_that_the_next_paragraph_goes_on_with_is_no_heading() -> None:
    text = "Wonen\n\nDe regio helpt de gemeenten met advies en via de weg van\n\novertuiging en goede voorbeelden."
    assert words_of(text, "heading") == ["Wonen"]
    assert words_of("Wonen\n\nMet advies\n\nen met geld.", "heading") == ["Wonen"]


@pytest.mark.parametrize("title", ["Dit rapport beschrijft de bouw", "A.B. Jansen", "Antwoord 3", "Reactie"])
def test_a_sentence_about_the_document_a_name_and_the_label_of_an_answer_are_no_headings(title: str) -> None:
    assert words_of(f"Wonen\n\n{title}\n\nEr wordt gebouwd.", "heading") == ["Wonen"]


def test_a_question_and_its_answer_stay_under_one_heading() -> None:
    text = (
        "Vraag 1\n\nHoeveel woningen zijn er gebouwd?\n\nAntwoord 1\n\nEr zijn er tien gebouwd.\n\n"
        "Vraag 2\n\nWaarom niet meer dan dat?\n\nAntwoord 2\n\nEr was geen geld."
    )
    assert levels_of(text) == {"Vraag 1": LEVEL_HEADLINE, "Vraag 2": LEVEL_HEADLINE}


def test_headings_that_count_the_same_have_the_same_level() -> None:
    text = "Stap 1 Kijken\n\nWie\n\nDe raad kijkt.\n\nStap 2 Kiezen\n\nDe raad kiest.\n\nStap 3 Doen\n\nDe raad doet."
    assert {levels_of(text)[f"Stap {number}"] for number in ("1 Kijken", "2 Kiezen", "3 Doen")} == {LEVEL_HEADLINE}


def test_an_article_is_a_heading_though_a_colon_stands_before_it() -> None:
    text = "Partijen komen overeen:\n\nArtikel 1 Doel\n\nZij bouwen.\n\nArtikel 2 Geld\n\nZij betalen."
    assert words_of(text, "heading") == ["Artikel 1 Doel", "Artikel 2 Geld"]


def test_a_numbered_annex_is_not_part_of_the_last_chapter() -> None:
    text = "1 Aanpak\n\nWij bouwen.\n\nBijlage 1 Betrokkenen\n\nIedereen in de stad deed mee."
    assert levels_of(text)["Bijlage 1 Betrokkenen"] == LEVEL_CHAPTER


def test_a_line_between_two_numbered_headings_is_the_text_of_the_first() -> None:
    text = "2.1 Vraag\n\nHoe lang wacht men op een woning?\n\n2.2 Leeswijzer\n\nHierna volgt het antwoord."
    assert words_of(text, "heading") == ["2.1 Vraag", "2.2 Leeswijzer"]


def test_numbered_headings_in_a_row_are_no_list_of_names() -> None:
    text = "2.1 Vraag\n\n2.2 Doel\n\n2.3 Aanpak\n\n2.4 Geld\n\nDat is er genoeg."
    assert words_of(text, "heading") == ["2.1 Vraag", "2.2 Doel", "2.3 Aanpak", "2.4 Geld"]


def test_the_first_heading_under_a_page_heading_is_below_it_even_where_a_label_follows() -> None:
    text = f"{STATEMENT}\n\nOuderen in de stad\n\nAantal per wijk\n\nPer wijk zijn er tien.\n\n{STATEMENT} en elders\n\nEr is geld."
    assert levels_of(text)[STATEMENT] == LEVEL_HEADLINE
    assert levels_of(text)["Ouderen in de stad"] == levels_of(text)["Aantal per wijk"] == LEVEL_SUBHEAD


def test_a_title_above_the_label_of_a_key_figure_is_on_the_level_of_its_page() -> None:
    figures = "Aandeel starters in de stad\n\n45%\n\nAandeel ouderen\n\n12%"
    text = f"{STATEMENT}\n\nStarters\n\nEr zijn er veel.\n\nCijfers van dit jaar\n\n{figures}"
    assert levels_of(text)["Cijfers van dit jaar"] == LEVEL_SUBHEAD


def test_the_label_of_a_carousel_is_no_heading() -> None:
    text = "Regio's\n\nMeerdam\n\n1 van 3\n\nZandwijk\n\n2 van 3\n\nHolterbeek\n\n3 van 3\n\nKies uw regio op de kaart."
    assert words_of(text, "heading") == ["Regio's"]
