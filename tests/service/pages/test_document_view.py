import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Passage, Span
from service.pages.document_view import ContentsEntry, RangeError, list_contents, read_range, split_document


def make_passage(path: tuple[str, ...], begin: int) -> Passage:
    return Passage(f"p{begin}", "d", "rapport", path, Span(begin, begin + 5), "text")


@given(text=st.text(max_size=60), data=st.data())
def test_the_pieces_join_to_the_text_and_the_marked_ones_to_the_quote(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    marked = Span(begin, data.draw(st.integers(begin, len(text))))
    entries = [ContentsEntry("kop", 1, place) for place in data.draw(st.lists(st.integers(0, 80), max_size=4))]
    pieces = split_document(text, marked, entries)
    assert "".join(piece.text for piece in pieces) == text
    assert "".join(piece.text for piece in pieces if piece.marked) == marked.of(text)


def test_offsets_count_code_points_also_after_an_emoji() -> None:
    text = "👩‍🦽 zorg 😀 thuis"
    begin = text.index("thuis")
    pieces = split_document(text, Span(begin, begin + 5), ())
    assert [piece.text for piece in pieces if piece.marked] == ["thuis"]


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


def test_the_contents_name_each_heading_once_where_its_first_passage_begins() -> None:
    passages = [
        make_passage(("A", "A1"), 0),
        make_passage(("A", "A1", "diep"), 10),
        make_passage(("A", "A2"), 20),
        make_passage(("B",), 30),
        make_passage(("B", "A2"), 40),
    ]
    assert [(entry.title, entry.level, entry.begin) for entry in list_contents(reversed(passages))] == [
        ("A", 1, 0),
        ("A1", 2, 0),
        ("A2", 2, 20),
        ("B", 1, 30),
        ("A2", 2, 40),
    ]


def test_the_contents_come_back_to_a_heading_after_another() -> None:
    passages = [make_passage(("A",), 0), make_passage(("B",), 10), make_passage(("A",), 20)]
    assert [entry.title for entry in list_contents(passages)] == ["A", "B", "A"]
