import hashlib

from corpus.types import Span
from indexer.canonical import Piece, assemble_text, clean_line, clean_run, seal_text


def test_items_follow_on_the_next_line_and_everything_else_after_a_blank_line() -> None:
    canonical = assemble_text(
        "d",
        [
            Piece("heading", "Kop", 1),
            Piece("paragraph", "Het plan bevat:"),
            Piece("item", "een", marker="- "),
            Piece("item", "twee", marker="- "),
            Piece("paragraph", "Slot."),
        ],
    )
    assert canonical.text == "Kop\n\nHet plan bevat:\n\n- een\n- twee\n\nSlot."


def test_a_block_covers_the_words_and_not_the_marker_or_the_white_space() -> None:
    canonical = assemble_text("d", [Piece("item", "een", marker="- "), Piece("table", "\t2021\nA\t1")])
    assert canonical.blocks is not None
    assert [block.span.of(canonical.text) for block in canonical.blocks] == ["een", "2021\nA\t1"]
    assert canonical.text == "- een\n\n\t2021\nA\t1"


def test_a_paragraph_with_a_colon_is_a_lead_in_only_directly_before_an_item() -> None:
    canonical = assemble_text(
        "d", [Piece("paragraph", "Let op:"), Piece("paragraph", "Dit zijn ze:"), Piece("item", "een", marker="- ")]
    )
    assert canonical.blocks is not None
    assert [block.form for block in canonical.blocks] == ["paragraph", "lead_in", "item"]


def test_pieces_without_text_leave_no_trace() -> None:
    canonical = assemble_text("d", [Piece("heading", " ", 1), Piece("paragraph", "Tekst"), Piece("paragraph", "")])
    assert canonical.text == "Tekst"
    assert canonical.blocks is not None
    assert canonical.blocks[0].span == Span(0, 5)


def test_the_version_is_the_digest_of_the_text() -> None:
    text = "cliënt"
    assert seal_text("d", text).version == "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def test_a_run_loses_invisible_characters_and_keeps_its_line_breaks() -> None:
    assert clean_run(" doel\u00adgroep\u00a0en \n\n e\u0308en\u200b ") == "doelgroep en\nëen"
    assert clean_line("een\ntwee") == "een twee"
