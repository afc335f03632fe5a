"""Headings that together answer a question are one list, on any level and in any format."""

from corpus.types import Block, CanonicalText, Passage
from indexer.canonical import Piece, assemble_text
from indexer.structure.passages import cut_passages
from indexer.structure.sections import find_sections
from tests.indexer.structure.structure_checks import PROOF, passages_of


def overviews_of(text: str) -> list[list[str]]:
    return [[item.of(text) for item in passage.items] for passage in passages_of(text) if passage.form == "overview"]


def cut_pieces(*pieces: Piece) -> tuple[CanonicalText, tuple[Passage, ...]]:
    canonical = assemble_text("proef", pieces)
    blocks: tuple[Block, ...] = canonical.blocks or ()
    return canonical, cut_passages(canonical, find_sections(PROOF, canonical, blocks))


def under(level: int, *titles: str) -> list[Piece]:
    return [
        piece for title in titles for piece in (Piece("heading", title, level), Piece("paragraph", f"Dit gaat over {title}."))
    ]


def listed(canonical: CanonicalText, passages: tuple[Passage, ...]) -> list[list[str]]:
    return [[item.of(canonical.text) for item in passage.items] for passage in passages if passage.form == "overview"]


def test_headings_that_a_sentence_announces_are_a_list_with_that_sentence() -> None:
    text = (
        "De gemeenten willen samen meer bouwen en daarvoor zijn afspraken gemaakt\n\nAchtergrond\n\nEr is een tekort.\n\n"
        "Afspraken\n\nEr is overleg geweest. De afspraken staan hieronder.\n\nSneller bouwen\n\nDat gaat zo.\n\nLanger huren\n\nDat kan nu."
    )
    assert ["Sneller bouwen", "Langer huren"] in overviews_of(text)
    (announced,) = [passage for passage in passages_of(text) if passage.form == "overview" and len(passage.items) == 2]
    assert [sentence.of(text) for sentence in announced.sentences] == ["De afspraken staan hieronder."]
    assert announced.path[-1] == "Afspraken"


def test_the_next_page_announces_no_list() -> None:
    text = "Over bouwen\n\nOp de volgende pagina staat meer.\n\nSneller\n\nDat gaat zo.\n\nLanger\n\nDat kan nu."
    assert overviews_of(text) == []


def test_headings_of_the_second_level_of_a_format_that_states_them_are_a_list() -> None:
    canonical, passages = cut_pieces(
        Piece("heading", "Visie", 1), Piece("heading", "Speerpunten", 2), *under(3, "Huur", "Koop", "Zorg")
    )
    assert listed(canonical, passages) == [["Huur", "Koop", "Zorg"]]


def test_a_heading_above_headings_with_a_list_of_their_own_gives_none() -> None:
    first = [Piece("heading", "Wonen", 2), *under(3, "Huur", "Koop", "Bouw")]
    second = [Piece("heading", "Zorg", 2), *under(3, "Thuis", "Wijk", "Stad")]
    canonical, passages = cut_pieces(Piece("heading", "Visie", 1), *first, *second, *under(2, "Slot"))
    assert listed(canonical, passages) == [["Huur", "Koop", "Bouw"], ["Thuis", "Wijk", "Stad"]]


def test_the_fields_of_a_form_are_no_list_and_what_they_describe_is_one() -> None:
    actions = [
        piece
        for name in ("Verhuren", "Verkopen", "Verbouwen")
        for piece in (Piece("heading", name, 2), *under(3, "Wie", "Wanneer", "Geld"))
    ]
    canonical, passages = cut_pieces(Piece("heading", "Acties", 1), *actions)
    assert listed(canonical, passages) == [["Verhuren", "Verkopen", "Verbouwen"]]


def test_where_to_ask_for_more_is_no_item() -> None:
    canonical, passages = cut_pieces(Piece("heading", "Wonen", 1), *under(2, "Huur", "Koop", "Zorg", "Meer informatie?"))
    assert listed(canonical, passages) == [["Huur", "Koop", "Zorg"]]
