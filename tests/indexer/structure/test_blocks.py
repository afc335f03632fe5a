"""The structure of a plain text is found by its shape alone: headings, lists, cards, tables, timelines, key figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.structure.blocks import find_blocks
from indexer.structure.headings import LEVEL_ANNEX, LEVEL_CARD, LEVEL_CHAPTER, LEVEL_HEADLINE, LEVEL_SUBHEAD
from tests.indexer.structure.structure_checks import levels_of, shape_text, words_of

# Pieces from which texts are made that look like documents; plain random letters would never reach the rules.
PIECES = [
    "\n",
    "\n\n",
    " ",
    "\t",
    "- ",
    "• ",
    "1. ",
    "2) ",
    "01",
    "A",
    "Inhoudsopgave",
    "Kop",
    "een zin.",
    "Vraag?",
    "zo:",
    "45%",
]
PIECES += [
    "mei 2023",
    "2024",
    "**",
    "*",
    "…",
    "...",
    "Contact",
    "Cookie-instellingen",
    "12,5",
    "©",
    "é",
    "💬",
    "\xa0",
    "(a) ",
    "|",
]
documentlike = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(st.one_of(st.text(max_size=300), documentlike))
def test_blocks_of_any_text_come_in_order_without_overlap_and_hold_all_its_words(text: str) -> None:
    blocks = find_blocks(text)
    end = 0
    for block in blocks:
        words = block.span.of(text)
        assert end <= block.span.begin
        assert words == words.strip() != ""
        assert (block.level > 0) == (block.form == "heading")
        assert text[end : block.span.begin].strip() == ""
        end = block.span.end
    assert text[end:].strip() == ""


def test_a_line_without_a_full_stop_is_a_heading_when_something_stands_under_it() -> None:
    text = "Wonen en welzijn\n\nDe gemeente bouwt woningen.\n\nTot slot"
    assert shape_text(text) == [
        ("heading", "Wonen en welzijn"),
        ("paragraph", "De gemeente bouwt woningen."),
        ("paragraph", "Tot slot"),
    ]


def test_a_page_heading_that_is_a_sentence_stands_above_the_headings_on_its_page() -> None:
    statement = "De komende jaren zijn er meer betaalbare woningen nodig voor ouderen en voor starters in onze regio"
    text = f"{statement}\n\nOuderen\n\nVeel ouderen wonen te groot.\n\nStarters\n\nStarters vinden niets."
    assert levels_of(text) == {statement: LEVEL_HEADLINE, "Ouderen": LEVEL_SUBHEAD, "Starters": LEVEL_SUBHEAD}


def test_a_bold_page_heading_on_two_lines_is_one_heading() -> None:
    text = "**Wonen in\nde regio**\n\nDe regio groeit.\n"
    assert words_of(text, "heading") == ["**Wonen in\nde regio**"]


def test_the_table_of_contents_is_left_out_and_gives_the_chapters_their_level() -> None:
    text = (
        "Inhoudsopgave\n\n01\tVoorwoord\t3\n02\tOpgave\t5\n\n01\n\nVoorwoord\n\nVoor u ligt een visie.\n\n"
        "02\n\nOpgave\n\nHuizen\n\nEr is een tekort."
    )
    assert levels_of(text) == {"Voorwoord": LEVEL_CHAPTER, "Opgave": LEVEL_CHAPTER, "Huizen": LEVEL_SUBHEAD}
    assert words_of(text, "chrome")[:2] == ["Inhoudsopgave", "01\tVoorwoord\t3\n02\tOpgave\t5"]


@pytest.mark.parametrize(
    "contents",
    [
        "Inhoud\n\n1. Aanleiding ........ 3\n2. Aanpak ........ 5\n3. Kosten ........ 9",
        "INHOUDSOPGAVE\n\n1 Aanleiding\t3\n2 Aanpak\t5\n3 Kosten\t9",
        "Inhoud\n\n1 Aanleiding     3\n2 Aanpak     5\n3 Kosten     9",
    ],
)
def test_numbered_headings_of_the_table_of_contents_are_chapters(contents: str) -> None:
    text = f"{contents}\n\n1. Aanleiding\n\nEr is een tekort.\n\n2. Aanpak\n\nWij bouwen.\n\n3. Kosten\n\nDat kost geld."
    assert levels_of(text) == {"1. Aanleiding": 1, "2. Aanpak": 1, "3. Kosten": 1}


def test_numbered_headings_nest_by_their_depth_without_a_table_of_contents() -> None:
    text = "1 Aanleiding\n\nEr is een tekort.\n\n1.1 Doelgroep\n\nHet gaat om ouderen.\n\n1.1.2 Leeftijd\n\nVanaf 65 jaar."
    assert levels_of(text) == {"1 Aanleiding": LEVEL_CHAPTER, "1.1 Doelgroep": LEVEL_HEADLINE, "1.1.2 Leeftijd": LEVEL_SUBHEAD}


def test_numbered_headings_with_text_between_them_are_no_list() -> None:
    text = "1. Doel\n\nWij willen bouwen.\n\n2. Middelen\n\nEr is geld.\n\n3. Tijd\n\nHet duurt even."
    assert words_of(text, "heading") == ["1. Doel", "2. Middelen", "3. Tijd"]


def test_a_numbered_heading_that_the_table_of_contents_does_not_know_is_no_chapter() -> None:
    text = "Inhoud\n\n1 Aanpak\t3\n2 Kosten\t9\n\n1 Aanpak\n\n1. Verkennen\n\nEerst kijken.\n\n2 Kosten\n\nDat kost geld."
    assert levels_of(text) == {"1 Aanpak": LEVEL_CHAPTER, "1. Verkennen": LEVEL_SUBHEAD, "2 Kosten": LEVEL_CHAPTER}


def test_a_numbered_heading_right_after_a_numbered_list_is_no_item_of_it() -> None:
    text = "1. Doel\n\nHet doel is drieledig:\n1. bouwen\n2. verhuren\n3. verkopen\n\n2. Middelen\n\nEr is geld."
    assert words_of(text, "heading") == ["1. Doel", "2. Middelen"]
    assert words_of(text, "item") == ["1. bouwen", "2. verhuren", "3. verkopen"]


def test_numbered_items_with_blank_lines_between_them_are_a_list() -> None:
    text = "De stappen zijn:\n\n1. Verkennen\n\n2. Besluiten\n\n3. Uitvoeren\n\nDaarna volgt de evaluatie."
    assert words_of(text, "item") == ["1. Verkennen", "2. Besluiten", "3. Uitvoeren"]


def test_numbered_cards_are_below_the_page_heading_and_their_numbers_are_no_text() -> None:
    text = "Wat bewoners ons vertelden\n\n01\n\nRust\n\nBewoners willen rust.\n\n02\n\nGroen\n\nBewoners willen bomen."
    assert levels_of(text) == {"Wat bewoners ons vertelden": LEVEL_HEADLINE, "Rust": LEVEL_CARD, "Groen": LEVEL_CARD}
    assert words_of(text, "chrome") == ["01", "02"]


def test_card_numbers_are_no_chapter_numbers_even_where_they_are_equal() -> None:
    text = (
        "Inhoudsopgave\n\n01\tVoorwoord\t3\n02\tLessen\t5\n\n01\n\nVoorwoord\n\nVoor u ligt een visie.\n\n02\n\nLessen\n\n"
        "Wat wij leerden van het afgelopen jaar\n\n01\n\nGeduld\n\nAlles kost tijd.\n\n02\n\nMoed\n\nProbeer iets nieuws."
    )
    levels = levels_of(text)
    assert levels["Lessen"] == LEVEL_CHAPTER
    assert levels["Geduld"] == levels["Moed"] == LEVEL_CARD


def test_a_lone_capital_before_a_title_makes_it_an_annex() -> None:
    assert levels_of("B\n\nBegrippen\n\nEen woning is een huis.") == {"Begrippen": LEVEL_ANNEX}


@pytest.mark.parametrize("bullet", ["-", "•", "*", "–", "1.", "2)", "a)", "(b)", "●", "➢", "✓", "→", "\uf0b7"])
def test_a_list_belongs_to_its_lead_in_whatever_its_bullet(bullet: str) -> None:
    text = f"Het plan gaat in op:\n\n{bullet} huur\n{bullet} koop"
    assert shape_text(text) == [("lead_in", "Het plan gaat in op:"), ("item", f"{bullet} huur"), ("item", f"{bullet} koop")]


def test_a_list_right_under_its_lead_in_without_a_blank_line_is_a_list() -> None:
    text = "Het plan gaat in op:\n- huur\n- koop\n  en verkoop"
    assert shape_text(text) == [("lead_in", "Het plan gaat in op:"), ("item", "- huur"), ("item", "- koop\n  en verkoop")]


def test_a_dash_at_the_begin_of_a_wrapped_line_opens_no_list() -> None:
    text = "De gemeente bouwt woningen voor ouderen en\n- waar dat kan\nook voor starters in dezelfde straat."
    assert words_of(text, "item") == []


def test_furniture_between_a_lead_in_and_its_list_does_not_part_them() -> None:
    text = "Het plan gaat in op:\n\nPagina 3 van 12\n\n- huur\n- koop"
    assert [form for form, _ in shape_text(text)] == ["lead_in", "chrome", "item", "item"]


def test_list_items_that_are_also_words_of_a_menu_stay_in_their_list() -> None:
    text = "In het plan staan:\n\n- Privacy\n- Contact\n- Planning\n- Alleen als het past, tenzij..."
    assert words_of(text, "item") == ["- Privacy", "- Contact", "- Planning", "- Alleen als het past, tenzij..."]


def test_a_title_right_above_its_text_is_a_heading() -> None:
    body = "De gemeente wil dat iedereen binnen een kwartier bij een huisarts, een winkel en een bushalte kan komen."
    assert shape_text(f"Voorzieningen dichtbij\n{body}") == [("heading", "Voorzieningen dichtbij"), ("paragraph", body)]


def test_a_paragraph_wrapped_over_lines_stays_one_paragraph() -> None:
    text = "De gemeente Meerdam en de corporaties\nIn Balans en Thuis bouwen de komende\njaren samen driehonderd woningen voor\nouderen."
    assert shape_text(text) == [("paragraph", text)]


def test_questions_of_a_checklist_are_the_text_of_their_cards() -> None:
    text = (
        "Checklist voor het gesprek\n\n01\n\nIs het doel duidelijk?\n\nWeet iedereen wat er gevraagd wordt?\n\n"
        "02\n\nIs er geld?\n\nWie betaalt wat en wanneer?\n\nVervolg\n\nDe uitkomst wordt besproken."
    )
    assert words_of(text, "heading") == ["Checklist voor het gesprek", "Is het doel duidelijk?", "Is er geld?", "Vervolg"]
    assert words_of(text, "paragraph")[:2] == ["Weet iedereen wat er gevraagd wordt?", "Wie betaalt wat en wanneer?"]


def test_dates_are_headings_and_the_axis_of_a_timeline_is_furniture() -> None:
    text = "Planning van het project\n\nMaart 2025\n\nApril 2025\n\nMaart 2025\n\nDe raad besluit.\n\nApril 2025\n\nDe bouw begint."
    assert words_of(text, "heading") == ["Planning van het project", "Maart 2025", "April 2025"]
    assert words_of(text, "chrome") == ["Maart 2025", "April 2025"]


@pytest.mark.parametrize("date", ["2024", "Mei 2024", "Juni – september 2024", "Eerste kwartaal 2025", "Q3 2024"])
def test_a_year_a_month_and_a_quarter_are_headings_on_the_level_of_a_card(date: str) -> None:
    assert levels_of(f"Voortgang\n\n{date}\n\n- De eerste paal is geslagen.") == {"Voortgang": LEVEL_SUBHEAD, date: LEVEL_CARD}


def test_lines_with_tabs_are_a_table_that_its_announcement_introduces() -> None:
    text = "De verdeling is als volgt:\n\nJaar\tHuur\tKoop\n2024\t120\t80\n2025\t140\t60"
    assert shape_text(text) == [
        ("lead_in", "De verdeling is als volgt:"),
        ("table", "Jaar\tHuur\tKoop\n2024\t120\t80\n2025\t140\t60"),
    ]


@pytest.mark.parametrize("figure", ["45%", "12,5%", "1.234", "24.88K", "€ 1,2 miljoen", "€ 340.000", "3 miljard euro"])
def test_a_key_figure_makes_its_label_no_heading_and_stays_in_the_text(figure: str) -> None:
    text = f"Kerncijfers\n\nDe stand van vandaag.\n\nBeschikbaar voor woningen\n\n{figure}\n\nBouw\n\nEr wordt gebouwd."
    assert words_of(text, "heading") == ["Kerncijfers", "Bouw"]
    assert words_of(text, "paragraph")[1:3] == ["Beschikbaar voor woningen", figure]


def test_a_key_figure_above_its_label_stays_in_the_text() -> None:
    text = "Wonen in cijfers\n\n45%\n\nvan de huishoudens huurt een woning\n\nBouw\n\nEr wordt gebouwd."
    assert words_of(text, "paragraph")[:2] == ["45%", "van de huishoudens huurt een woning"]


def test_a_value_after_a_label_with_a_colon_is_no_heading() -> None:
    text = "Regio Zuid\n\nThema:\n\nWonen\n\nDe regio werkt samen."
    assert shape_text(text)[1:3] == [("lead_in", "Thema:"), ("paragraph", "Wonen")]


def test_names_under_each_other_without_bullets_are_text_under_their_heading() -> None:
    text = "Deelnemende gemeenten\n\nMeerdam\n\nZandwijk\n\nOudeveen\n\nHolterbeek"
    assert words_of(text, "heading") == ["Deelnemende gemeenten"]
    assert words_of(text, "paragraph") == ["Meerdam", "Zandwijk", "Oudeveen", "Holterbeek"]
