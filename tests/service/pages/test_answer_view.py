from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Document, Figure, Measure, Span
from service.pages.answer_view import (
    TextBlock,
    format_date,
    format_moment,
    format_value,
    link_to_citation,
    list_figure_rows,
    split_answer,
    split_quote,
)
from service.types import Answer, Citation, CitedFigure, Computation

DOCUMENT = Document("rapport-2024", "sources/r.txt", "Rapport", "Uitgever", "2024-09", "rapport", "nl")


def make_citation(number: int) -> Citation:
    return Citation(number, DOCUMENT, "sha256:0", "rapport", ("Hoofdstuk",), None, Span(10, 20), "tien tekens", Span(10, 20))


def split(text: str, citations: int = 2) -> tuple[TextBlock, ...]:
    return split_answer(Answer("beantwoord", None, text, "?", citations=tuple(map(make_citation, range(1, citations + 1)))))


def words(block: TextBlock) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in block.lines]


def test_lines_that_begin_with_a_dash_become_one_list() -> None:
    lead_in, items, closing = split("Er zijn twee eisen [1]:\n- wonen\n- werken [2]\n\nMeer niet.")
    assert (lead_in.form, items.form, closing.form) == ("paragraph", "bullets", "paragraph")
    assert words(items) == ["wonen", "werken [2]"]


def test_numbered_items_keep_the_numbers_they_were_printed_with() -> None:
    (block,) = split("3. derde\n4. vierde\n7. zevende")
    assert block.form == "numbers"
    assert [line.number for line in block.lines] == [3, 4, 7]


def test_a_blank_line_between_items_does_not_cut_the_list() -> None:
    assert [words(block) for block in split("1. een\n\n2. twee")] == [["een", "twee"]]


def test_an_indented_line_under_an_item_belongs_to_that_item() -> None:
    assert [words(block) for block in split("- een\n  vervolg\n- twee")] == [["een\nvervolg", "twee"]]


def test_paragraphs_are_cut_at_blank_lines_and_keep_their_line_breaks() -> None:
    assert [words(block) for block in split("een\ntwee\n\ndrie")] == [["een\ntwee"], ["drie"]]


@pytest.mark.parametrize("text", ["2023. Een jaartal.", "-5 procent", "1.250 cliënten", "[1]"])
def test_what_only_looks_like_a_list_item_stays_a_paragraph(text: str) -> None:
    assert [(block.form, words(block)) for block in split(text)] == [("paragraph", [text])]


def test_only_numbers_of_real_citations_become_references() -> None:
    (block,) = split("Volgens noot [7] is het zo [2].")
    assert [(piece.text, piece.citation) for piece in block.lines[0].pieces] == [
        ("Volgens noot [7] is het zo ", None),
        ("[2]", 2),
        (".", None),
    ]


@given(st.text(alphabet="ab 1.-•[]\n\t😀é"))
def test_no_character_that_a_reader_sees_is_lost(text: str) -> None:
    shown = "".join(
        ("".join(str(line.number or "")) + "".join(piece.text for piece in line.pieces))
        for block in split(text)
        for line in block.lines
    )
    ignored = str.maketrans("", "", " \n\t.-•0")
    assert shown.translate(ignored) == text.translate(ignored)


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2024", "2024"), ("2024-09", "september 2024"), ("2022-07-01", "1 juli 2022"), ("najaar 2018", "najaar 2018"), ("", "")],
)
def test_dates_read_as_dutch(date: str, shown: str) -> None:
    assert format_date(date) == shown


def test_a_moment_says_that_it_is_in_utc() -> None:
    assert format_moment("2026-11-22T08:05:00Z") == "22 november 2026 om 08.05 uur (UTC)"
    assert format_moment("onbekend") == "onbekend"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (11650.0, "indicaties", "11.650 indicaties"),
        (34.01, "procent", "34,01 %"),
        (-2.5, "procent", "-2,50 %"),
        (1.5, "fte", "1,5 fte"),
    ],
)
def test_values_read_as_dutch(value: float, unit: str, shown: str) -> None:
    assert format_value(Figure("reeks", "aantal", None, "2022", value, unit, DOCUMENT.id, Span(0, 1))) == shown


@given(text=st.text(min_size=1, max_size=40), data=st.data())
def test_the_pieces_of_a_quote_join_to_it_and_the_marked_one_is_what_answers(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    core = Span(10 + begin, 10 + end)
    citation = replace(make_citation(1), span=Span(10, 10 + len(text)), quote=text, core=core)
    pieces = split_quote(citation)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.marked] == ([] if core == citation.span else [text[begin:end]])


def test_a_citation_links_to_its_words_for_the_server_and_for_the_browser() -> None:
    assert link_to_citation(make_citation(1)) == "/documenten/rapport-2024?begin=10&eind=20#t10-20"


def test_a_computed_figure_comes_after_the_cells_that_went_into_it_and_no_row_comes_twice() -> None:
    def cite(value: float, measure: Measure = "aantal", computation: Computation | None = None) -> CitedFigure:
        figure = Figure("reeks", measure, "GGZ03W", "2022-07-01", value, "indicaties", DOCUMENT.id, Span(10, 20))
        return CitedFigure(figure, make_citation(1), computation)

    first, last = cite(10375), cite(12575)
    rows = list_figure_rows((first, cite(2200, computation=Computation("verschil", "12575 − 10375", (first, last)))))
    assert [(row.value, row.computation) for row in rows] == [
        ("10.375 indicaties", ""),
        ("12.575 indicaties", ""),
        ("2.200 indicaties", "verschil"),
    ]
