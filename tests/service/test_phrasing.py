"""Quoted words are put into an answer without layout marks and without another word of our own than where they stand."""

import re
from typing import get_args

import pytest

from corpus.types import Document, Passage, Span
from service.phrasing import clean_line, phrase_items, phrase_quotation, phrase_refusal, tidy_words
from service.quoting import Quotation
from service.types import Citation, Reason

DOCUMENT = Document("nota", "sources/nota.md", "Nota Groen", "Gemeente", "2024", "nota", "nl")


def phrase(
    text: str,
    items: tuple[str, ...] = (),
    path: tuple[str, ...] = ("Groen",),
    *,
    number: int = 1,
    also: bool = False,
    core: str | None = None,
) -> str:
    """The answer from a text that is one passage, with these of its lines as list items; all of it answers unless told."""
    span = Span(0, len(text))
    spans = tuple(Span(text.index(item), text.index(item) + len(item)) for item in items)
    passage = Passage("nota-1", "nota", "nota", path, span, "list" if items else "text", None, spans)
    lead_in = Span(0, spans[0].begin) if spans and text[: spans[0].begin].strip() else None
    answering = Span(text.index(core), text.index(core) + len(core)) if core else span
    citation = Citation(number, DOCUMENT, "sha256:0", "nota", path, None, span, text, answering)
    return phrase_quotation(Quotation(passage, span, answering, lead_in, spans), citation, text, also=also)


def test_running_text_is_one_line_with_source_and_number() -> None:
    assert phrase("Er komen\nmeer  bomen.") == "In “Nota Groen”, onder “Groen”, staat: Er komen meer bomen. [1]"


def test_the_answering_words_are_said_and_nothing_that_is_not_cited() -> None:
    said = phrase("De raad vergadert. Er komen\nmeer **bomen**. Dat was het.", core="Er komen\nmeer **bomen**.")
    source, _, words = said.partition(": ")
    assert source == "In “Nota Groen”, onder “Groen”, staat"
    assert "Er komen meer bomen." in words
    assert words.removesuffix(" [1]") in "De raad vergadert. Er komen meer bomen. Dat was het."


def test_a_heading_that_is_quoted_itself_is_not_said_twice() -> None:
    assert phrase("Groen\n\nEr komen bomen.") == "In “Nota Groen” staat: Groen: Er komen bomen. [1]"


@pytest.mark.parametrize("heading", ["Mei 2023", "Doel: 20% minder", "Nota Groen"])
def test_a_heading_with_a_number_or_of_the_document_is_not_said(heading: str) -> None:
    assert phrase("Er komen bomen.", path=(heading,)) == "In “Nota Groen” staat: Er komen bomen. [1]"


def test_a_second_quote_of_a_document_says_so() -> None:
    assert re.fullmatch(r"Ook .*staat.*: Er komen bomen\. \[2\]", phrase("Er komen bomen.", number=2, also=True))


def test_a_list_has_its_lead_in_and_every_item_with_the_number() -> None:
    said = phrase("Er komen:\n- bomen\n- heggen", ("- bomen", "- heggen"), number=3)
    assert said == "In “Nota Groen”, onder “Groen”, staat: Er komen [3]:\n- bomen [3]\n- heggen [3]"


def test_a_list_without_lead_in_is_introduced_by_its_heading() -> None:
    said = phrase("- bomen\n- heggen", ("- bomen", "- heggen"), ("Groen", "Wat er komt"))
    assert said.splitlines()[0] == "In “Nota Groen” staat: Wat er komt [1]:"


def test_a_list_without_lead_in_or_heading_is_introduced_by_its_document() -> None:
    assert phrase("- bomen\n- heggen", ("- bomen", "- heggen"), ()).splitlines()[0] == "In “Nota Groen” staat: Nota Groen [1]:"


@pytest.mark.parametrize("mark", ["-", "•", "*", "–", "·", "▪", "◦", "‣", "●", "✓", "1.", "12)", "a)", "(b)"])
def test_an_item_loses_its_bullet_and_nothing_else(mark: str) -> None:
    item = f"{mark} a-b 2. groen"
    assert phrase_items((Span(0, len(item)),), item, "[4]") == ["- a-b 2. groen [4]"]


@pytest.mark.parametrize(
    ("words", "tidy"),
    [
        ("Een zin.", "Een zin."),
        ("**Vet** en *schuin* en _ook_.", "Vet en schuin en ook."),
        ("2 * 3 en snake_case_naam", "2 * 3 en snake_case_naam"),
        ("Zie [de site](https://voorbeeld.nl/a).", "Zie de site."),
        ("regel een\nregel twee", "regel een regel twee"),
        ("woord\u00a0 \u2003 woord", "woord woord"),
        ("Kop\n\nDe tekst.", "Kop: De tekst."),
        ("Een zin.\n\nNog een.", "Een zin. Nog een."),
        ("Wie?\n\nIedereen!\n \nKlaar:\n\nja", "Wie? Iedereen! Klaar: ja"),
        ("“Citaat”\n\nna", "“Citaat” na"),
        ("groei²³ en zorg”¹", "groei en zorg”"),
        ("10 m² blijft", "10 m² blijft"),
        ("a\tb\tc\td", "a: b | c | d"),
        ("", ""),
        (" \n\n \t ", ""),
        ("1.250,5 %", "1.250,5 %"),
    ],
)
def test_layout_marks_go_and_words_stay(words: str, tidy: str) -> None:
    assert tidy_words(words) == tidy


@pytest.mark.parametrize("words", ["Zoals eerder gemeld [3].", "Zie [12] en [1, 2].", "- [4] bron", "[7]"])
def test_a_source_s_own_reference_cannot_be_taken_for_a_citation_number(words: str) -> None:
    said = phrase(words, number=5)
    assert set(re.findall(r"\[\d+(?:,\s*\d+)*\]", said)) == {"[5]"}


@pytest.mark.parametrize("reason", get_args(Reason))
@pytest.mark.parametrize("names", [(), ("Zwaluwdam",), ("{0}", "%s", "}{")])
def test_a_refusal_is_one_plain_sentence_or_two(reason: Reason, names: tuple[str, ...]) -> None:
    said = phrase_refusal(reason, names)
    assert said.endswith(".")
    assert "\n" not in said
    assert "[" not in said


def test_a_refusal_names_what_is_unknown() -> None:
    assert (
        phrase_refusal("onbekende-naam-of-tijd", ("Zwaluwdam",))
        == "Dit staat niet in de documenten: “Zwaluwdam” komt er niet in voor."
    )


def test_a_refusal_names_several_unknown_names_in_the_plural() -> None:
    said = phrase_refusal("onbekende-naam-of-tijd", ("Zwaluwdam", "2091"))
    assert said == "Dit staat niet in de documenten: “Zwaluwdam” en “2091” komen er niet in voor."


@pytest.mark.parametrize("reason", get_args(Reason))
def test_a_refusal_says_nothing_of_documents_that_an_index_may_not_hold(reason: Reason) -> None:
    assert not re.search(r"wlz|ggz|zorg|regio", phrase_refusal(reason, ("Zwaluwdam",)), re.IGNORECASE)


def test_a_line_is_cleaned_to_one_line() -> None:
    assert clean_line("  a\n b\r\n\tc ") == "a b: c"
