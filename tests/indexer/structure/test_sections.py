"""Every block comes in one section, under the right headings and with the right kind."""

from dataclasses import replace

import pytest

from corpus.types import Part
from indexer.structure.sections import clean_heading, find_missing_parts, find_sections
from tests.indexer.structure.structure_checks import PROOF, cut_text

TEXT = (
    "Inhoud\n\n1. Opgave\t3\n2. Bijlage\t9\n\n1. Opgave\n\nHuizen\n\nEr is een tekort.\n\nBijlage\n\nDit hoort bij de opgave.\n\n"
    "2. Bijlage\n\nBegrippen\n\nEen woning is een huis.\n\nNog wat\n\nEinde."
)


def paths_of(text: str) -> list[tuple[str, ...]]:
    return [section.path for section in cut_text(text)[2]]


def test_a_section_knows_the_headings_above_it() -> None:
    assert paths_of(TEXT) == [
        ("1. Opgave",),
        ("1. Opgave", "Huizen"),
        ("1. Opgave", "Bijlage"),
        ("2. Bijlage",),
        ("2. Bijlage", "Begrippen"),
        ("2. Bijlage", "Nog wat"),
    ]


def test_text_before_the_first_heading_is_a_section_without_a_path() -> None:
    assert paths_of("Dit is een begin. Met twee zinnen.\n\nKop\n\nTekst hieronder.") == [(), ("Kop",)]


def test_every_block_but_furniture_at_the_very_begin_is_in_one_section() -> None:
    _, blocks, sections, _ = cut_text("Menu\n\n" + TEXT)
    held = [block for section in sections for block in section.blocks]
    assert [block for block in blocks if block.form != "chrome"] == [block for block in held if block.form != "chrome"]
    assert len(held) == len(set(held))


def test_a_heading_that_is_repeated_stands_once_in_the_path() -> None:
    text = "Inhoud\n\n1\tVoorwoord\t3\n2\tSlot\t9\n\n1\n\nVoorwoord\n\nVoorwoord\n\nVoor u ligt een visie."
    assert paths_of(text)[-1] == ("Voorwoord",)


def test_a_part_counts_as_its_own_kind_up_to_the_next_heading_of_its_level() -> None:
    document = replace(PROOF, parts=(Part("2. bijlage", "hulpmiddel"),))
    kinds = {section.path: section.kind for section in cut_text(TEXT, document)[2]}
    assert kinds["1. Opgave", "Bijlage"] == "rapport"
    assert kinds["2. Bijlage",] == kinds["2. Bijlage", "Nog wat"] == "hulpmiddel"


def test_of_two_headings_with_the_name_of_a_part_the_higher_one_is_meant() -> None:
    text = "Inhoud\n\n1\tOpgave\t3\n2\tBijlage\t9\n\n1\n\nOpgave\n\nBijlage\n\nHoort bij de opgave.\n\n2\n\nBijlage\n\nEinde."
    document = replace(PROOF, parts=(Part("Bijlage", "hulpmiddel"),))
    kinds = {section.path: section.kind for section in cut_text(text, document)[2]}
    assert kinds["Opgave", "Bijlage"] == "rapport"
    assert kinds["Bijlage",] == "hulpmiddel"


def test_a_part_whose_heading_is_not_there_is_reported() -> None:
    document = replace(PROOF, parts=(Part("2. Bijlage", "hulpmiddel"), Part("Bestaat niet", "anders")))
    canonical, blocks, _, _ = cut_text(TEXT, document)
    assert find_missing_parts(document, canonical, blocks) == (Part("Bestaat niet", "anders"),)


def test_a_document_of_nothing_but_furniture_has_no_sections() -> None:
    canonical, blocks, _, _ = cut_text("Menu\n\nZoeken\n\nCookie-instellingen")
    assert find_sections(PROOF, canonical, blocks) == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("**Wonen\nin de regio**", "Wonen in de regio"),
        ("Pilot buurt- gesprekken", "Pilot buurtgesprekken"),
        ("Wonen- en zorg", "Wonen- en zorg"),
        ("Doel 20% minder*", "Doel 20% minder"),
        ("Toegang¹", "Toegang"),
        ("## Aanpak:", "Aanpak"),
    ],
)
def test_a_heading_is_shown_on_one_line_without_marks(words: str, shown: str) -> None:
    assert clean_heading(words) == shown
