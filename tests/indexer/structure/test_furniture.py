"""Menus, buttons and page numbers are left out; what a document says is not, even where it looks like them."""

import pytest

from indexer.structure.furniture import (
    find_running_lines,
    is_contents_title,
    is_furniture,
    is_percentage,
    is_topic_word,
    read_contents_line,
)
from tests.indexer.structure.structure_checks import shape_text, words_of


@pytest.mark.parametrize(
    "words",
    [
        "Skip to content",
        "Ga naar de inhoud",
        "Terug naar overzicht",
        "Back to top",
        "Menu",
        "Zoeken",
        "Home",
        "Home > Projecten > Wonen",
        "Lees meer",
        "Deel deze pagina",
        "Cookie-instellingen",
        "Alle cookies accepteren",
        "Privacyverklaring",
        "Facebook | LinkedIn | Print",
        "Pagina 3 van 12",
        "3 van 12",
        "© 2025 Gemeente Meerdam",
        "(c) 2024 Gemeente Meerdam",
        "Alle rechten voorbehouden.",
        "← Vorige",
        "Lees verder →",
        "Schrijf je in voor onze nieuwsbrief!",
        "3. [Convenant wonen](#)",
        "Aantal woningen per wi...",
        "12/04/2025",
        "* * *",
        "",
    ],
)
def test_what_stands_on_every_page_is_furniture(words: str) -> None:
    assert is_furniture(words, "nl")


@pytest.mark.parametrize(
    "words",
    [
        "De gemeente informeert bewoners elke maand met een nieuwsbrief.",
        "Wij zoeken naar woonruimte voor jongeren.",
        "(c) de subsidie bedraagt in 2024 hoogstens € 3.000;",
        "Instroom → doorstroom → uitstroom",
        "→ Meer samenwerking tussen huisarts en wijkteam",
        "- Alleen met toestemming, tenzij...",
        "Toegankelijkheid van gebouwen",
        "Contact met de bewoners",
        "Op pagina 3 van 12 rapporten staat niets.",
        "45 procent van de huishoudens huurt.",
        "De raad stemde op 12/04/2025 in.",
        "Terug naar de kern: wat bewoners van de gemeente vragen",
    ],
)
def test_a_sentence_or_topic_with_such_a_word_in_it_is_not(words: str) -> None:
    assert not is_furniture(words, "nl")


@pytest.mark.parametrize(
    "words",
    ["Deel op LinkedIn", "Volg ons op X", "Lees ook", "Meer nieuws", "Was deze informatie nuttig?", "Foto: A. Jansen", "(12)"],
)
def test_what_invites_to_share_or_to_read_on_is_furniture(words: str) -> None:
    assert is_furniture(words, "nl")


@pytest.mark.parametrize(
    "words",
    [
        "Verwijder de cookies en de geschiedenis van het programma waarmee u zoekt. Dit doet u via de instellingen van het programma.",
        "Was deze informatie eerder bekend, dan had de raad anders besloten.",
        "Meer nieuwbouw in de wijk",
    ],
)
def test_a_sentence_about_such_things_is_text(words: str) -> None:
    assert not is_furniture(words, "nl")


def test_the_foot_of_every_page_is_furniture_whatever_its_words() -> None:
    pages = [f"De raad besluit over punt {number}.\n\n31 mei 2017 {number + 3}" for number in range(1, 4)]
    assert words_of("\n\n".join(pages), "chrome") == ["31 mei 2017 4", "31 mei 2017 5", "31 mei 2017 6"]


def test_headings_that_count_are_no_foot_of_a_page() -> None:
    assert find_running_lines("Stap 1\n\nKijk.\n\nStap 2\n\nKies.\n\nStap 3\n\nDoe.") == frozenset()
    assert find_running_lines("Visie op wonen 3\n\nTekst.\n\nVisie op wonen 2\n\nTekst.\n\nVisie op wonen 5") == frozenset()


def test_an_english_summary_of_a_dutch_document_is_text() -> None:
    assert not is_furniture(
        "The municipality and its partners agree that more houses are to be built and that the costs of it are shared by all.",
        "nl",
    )


ENGLISH = "A photo of the river is shown in the background with a bridge and many people that are walking to the other side."


def test_an_english_description_of_a_picture_is_furniture_in_a_dutch_document_only() -> None:
    assert is_furniture(ENGLISH, "nl")
    assert not is_furniture(ENGLISH, "en")


def test_a_dutch_paragraph_with_an_english_term_is_text() -> None:
    assert not is_furniture(
        "De gemeente zet in op het principe van 'housing first' en op de best practices van andere regio's.", "nl"
    )


@pytest.mark.parametrize("word", ["Contact", "Privacy", "Toegankelijkheid"])
def test_a_word_of_a_menu_is_a_heading_when_text_stands_right_under_it(word: str) -> None:
    assert is_topic_word(word)
    text = f"Over het plan\n\nHet plan is vastgesteld.\n\n{word}\n\nDe gemeente let hierop bij elk besluit."
    assert words_of(text, "heading") == ["Over het plan", word]


def test_the_same_word_among_other_words_of_a_menu_is_furniture() -> None:
    text = "Home\n\nZoeken\n\nContact\n\nToegankelijkheid\n\nSitemap"
    assert {form for form, _ in shape_text(text)} == {"chrome"}


def test_a_percentage_is_furniture_only_beside_other_furniture() -> None:
    assert is_percentage("135%")
    assert words_of("De tekst.\n\nGa naar inhoud\n\n135%\n\nMenu", "chrome") == ["Ga naar inhoud", "135%", "Menu"]
    assert words_of("Aandeel huurders\n\n45%", "chrome") == []


def test_a_cookie_button_under_a_list_is_no_item_of_it() -> None:
    text = "Het plan gaat in op:\n\n- huur\n- koop\nCookie-instellingen"
    assert [form for form, _ in shape_text(text)] == ["lead_in", "item", "item", "chrome"]


@pytest.mark.parametrize("last", ["zoeken.", "contact", "100%", "2 van 3"])
def test_the_last_line_of_a_wrapped_paragraph_is_never_furniture(last: str) -> None:
    text = f"De gemeente wil dat bewoners elkaar in de wijk\nvaker kunnen vinden en dat zij niet hoeven te\n{last}"
    assert words_of(text, "chrome") == []


@pytest.mark.parametrize("title", ["Inhoudsopgave", "INHOUD", "**Inhoud**"])
def test_a_table_of_contents_is_known_by_its_title(title: str) -> None:
    assert is_contents_title(title)
    assert not is_contents_title(f"{title} van het plan")


@pytest.mark.parametrize(
    ("line", "chapter"),
    [
        ("01\tVoorwoord\t<i>Pagina 3</i>", ("01", "Voorwoord")),
        ("2.1 Doelgroep ........ 14", ("2.1", "Doelgroep")),
        ("Samenvatting\t4", ("", "Samenvatting")),
        ("A. Begrippen     31", ("A", "Begrippen")),
        ("Er zijn in 2024 zo'n 300 woningen gebouwd", None),
        ("Voorwoord", None),
    ],
)
def test_a_line_of_the_contents_gives_number_and_title(line: str, chapter: tuple[str, str] | None) -> None:
    assert read_contents_line(line) == chapter
