import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Block, PageStart, Span
from service.pages.document_layout import lay_out
from service.pages.document_view import Element, Piece, RangeError, build_elements, name_place, read_range

LETTERS = st.text(st.sampled_from("ab *-1\t\n😀👩🏽\u0301"), max_size=60)


def list_pieces(elements: tuple[Element, ...]) -> list[Piece]:
    return [piece for element in elements for row in element.rows for shown in row for piece in shown.pieces]


@given(text=LETTERS, data=st.data())
def test_the_pieces_join_to_the_text_and_the_marked_ones_to_what_is_marked(text: str, data: st.DataObject) -> None:
    def draw_span() -> Span:
        begin = data.draw(st.integers(0, len(text)))
        return Span(begin, data.draw(st.integers(begin, len(text))))

    blocks = (Block(data.draw(st.sampled_from(["paragraph", "item", "table", "chrome"])), draw_span()),)
    hits = [span for span in (draw_span(), draw_span(), draw_span()) if span.begin < span.end]
    pages = [PageStart(number, place) for number, place in enumerate(sorted(data.draw(st.sets(st.integers(0, 60)))), start=1)]
    pieces = list_pieces(build_elements(text, lay_out(text, blocks), hits, hits[0] if hits else None, pages))
    assert "".join(piece.text for piece in pieces) == text
    inside = {place for hit in hits for place in range(hit.begin, hit.end)}
    assert "".join(piece.text for piece in pieces if piece.marked) == "".join(text[place] for place in sorted(inside))
    assert "".join(piece.text for piece in pieces if piece.current) == (hits[0].of(text) if hits else "")
    ids = [name for piece in pieces for name in piece.ids]
    assert len(ids) == len(set(ids)) and set(ids) <= {name_place(hit) for hit in hits}
    assert all(piece.marked and piece.shown for piece in pieces if piece.ids)


def test_offsets_count_code_points_also_after_an_emoji_and_a_combining_accent() -> None:
    text = "👩‍🦽 zorg 😀 cafe\u0301 thuis"
    begin = text.index("thuis")
    pieces = list_pieces(build_elements(text, lay_out(text, ()), [Span(begin, begin + 5)]))
    assert [(piece.text, piece.ids) for piece in pieces if piece.marked] == [("thuis", (f"t{begin}-{begin + 5}",))]


def test_a_mark_across_blocks_has_its_id_where_it_is_first_seen() -> None:
    text = "- een\n- twee\n\nSlot"
    blocks = (Block("item", Span(0, 5)), Block("item", Span(6, 12)), Block("paragraph", Span(14, 18)))
    elements = build_elements(text, lay_out(text, blocks), [Span(0, 18)])
    assert [element.form for element in elements] == ["bullet", "paragraph"]
    assert [(piece.text, piece.shown, piece.ids) for piece in list_pieces(elements)] == [
        ("- ", False, ()),
        ("een", True, ("t0-18",)),
        ("\n", False, ()),
        ("- ", False, ()),
        ("twee", True, ()),
        ("\n\n", False, ()),
        ("Slot", True, ()),
    ]


def test_two_passages_that_begin_together_both_have_their_id() -> None:
    pieces = list_pieces(build_elements("een twee", lay_out("een twee", ()), [Span(0, 8), Span(0, 3)]))
    assert [(piece.text, piece.ids) for piece in pieces] == [("een", ("t0-3", "t0-8")), (" twee", ())]


def test_a_page_is_announced_where_its_first_words_are_seen() -> None:
    text = "Een.\n\nTwee."
    blocks = (Block("paragraph", Span(0, 4)), Block("paragraph", Span(6, 11)))
    pieces = list_pieces(build_elements(text, lay_out(text, blocks), pages=[PageStart(1, 0), PageStart(2, 5)]))
    assert [(piece.text, piece.page) for piece in pieces if piece.page] == [("Een.", 1), ("Twee.", 2)]


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("", ""),
        ("1", ""),
        ("2", "2"),
        ("5", "3"),
        ("0", "11"),
        ("-1", "3"),
        ("a", "3"),
        ("²", "³"),
        ("1", "9" * 5000),
        ("1.5", "3"),
    ],
)
def test_a_range_that_the_text_does_not_have_is_refused_in_plain_words(begin: str, end: str) -> None:
    with pytest.raises(RangeError, match="staat niet in dit document"):
        read_range(begin, end, "tien teken")


def test_a_range_up_to_the_end_is_read() -> None:
    assert read_range("0", "10", "tien teken") == Span(0, 10)
