from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Document, Figure, Span
from service.pages.answer_view import (
    TextBlock,
    format_date,
    format_moment,
    link_to_citation,
    link_to_place,
    link_to_wording,
    part_caveats,
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


@given(text=st.text(min_size=1, max_size=40), data=st.data())
def test_the_pieces_of_a_quote_join_to_it_and_the_marked_one_is_what_answers(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    core = Span(10 + begin, 10 + end)
    citation = replace(make_citation(1), span=Span(10, 10 + len(text)), quote=text, core=core)
    pieces = split_quote(citation)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.marked] == ([] if core == citation.span else [text[begin:end]])


def test_the_signs_around_emphasis_in_a_quote_are_there_but_not_shown() -> None:
    text = "De **eis** is *blijvend*, 2 * 3 is 6."
    citation = replace(make_citation(1), span=Span(10, 10 + len(text)), quote=text, core=Span(15, 18))
    pieces = split_quote(citation)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.marked] == ["eis"]
    assert "".join(piece.text for piece in pieces if piece.shown) == "De eis is blijvend, 2 * 3 is 6."


def test_a_citation_links_to_its_words_for_the_server_and_for_the_browser() -> None:
    assert link_to_place(make_citation(1)) == "/documenten/rapport-2024?t=10-20#t10-20"
    assert link_to_citation(make_citation(1)).startswith(
        "/documenten/rapport-2024?versie=0&begin=10&eind=20&van=tien&tot=tekens&"
    )


def test_the_other_citations_in_the_same_document_are_opened_beside_it() -> None:
    own = make_citation(1)
    near = replace(own, number=2, span=Span(30, 40))
    far = replace(near, number=3, document=replace(DOCUMENT, id="ander"))
    alone = link_to_citation(own)
    assert link_to_citation(own, (own, near, far)) == alone.replace("#", "&t=30-40#")
    assert link_to_citation(far, (own, near, far)) == link_to_citation(far)


def test_after_the_number_of_a_citation_a_new_line_is_a_new_statement() -> None:
    assert [words(block) for block in split("een\ntwee [1]\ndrie [2].\nvier")] == [["een\ntwee [1]"], ["drie [2]."], ["vier"]]


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Dit [1]:\n- wonen [1]\n- werken [1]", 1),
        ("Dit [1]:\n- wonen [1]\n- werken [2]", None),
        ("Dit [1]:\n- wonen [1]\n- werken", None),
        ("Dit:\n- wonen [1]\n- werken [1]", None),
        ("- wonen [1]\n- werken [1]", None),
    ],
)
def test_a_citation_is_shared_by_a_list_only_when_all_of_it_and_the_line_above_carry_it(text: str, shared: int | None) -> None:
    assert split(text)[-1].shared == shared


def make_cell(value: float, begin: int = 10, end: int = 14) -> CitedFigure:
    figure = Figure("reeks", "aantal", "GGZ03W", "2022-07-01", value, "indicaties", DOCUMENT.id, Span(begin, end))
    return CitedFigure(figure, make_citation(1))


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("Op 1 juli 2022 waren er 11.650 [1].", ["11.650"]),
        ("Van 11.650 naar 211.650 en 11.650,5 [1].", ["11.650"]),
        ("Er waren er minder [1].", []),
    ],
)
def test_the_number_that_answers_stands_out_and_no_part_of_another(text: str, strong: list[str]) -> None:
    answer = Answer("beantwoord", None, text, "?", citations=(make_citation(1),), figures=(make_cell(11650.0),))
    pieces = split_answer(answer)[0].lines[0].pieces
    assert [piece.text for piece in pieces if piece.strong] == strong
    assert "".join(piece.text for piece in pieces) == text


def test_a_number_that_could_be_a_day_does_not_stand_out() -> None:
    answer = Answer(
        "beantwoord", None, "Op 12 juli waren er 12 [1].", "?", citations=(make_citation(1),), figures=(make_cell(12.0),)
    )
    assert not [piece for piece in split_answer(answer)[0].lines[0].pieces if piece.strong]


def test_a_number_that_a_quoted_sentence_tells_stands_out_in_the_answer() -> None:
    quote = "Er zijn 31 regio's."
    citation = replace(make_citation(1), span=Span(10, 10 + len(quote)), quote=quote, core=Span(18, 20))
    answer = Answer("beantwoord", None, f"Er staat: {quote} [1]", "?", citations=(citation,))
    assert [piece.text for piece in split_answer(answer)[0].lines[0].pieces if piece.strong] == ["31"]


def test_in_a_quote_that_is_all_answer_the_printed_numbers_of_the_figures_are_marked() -> None:
    citation = replace(make_citation(1), span=Span(10, 20), quote="1234 5678.", core=Span(10, 20))
    first, last = make_cell(1234.0, 10, 14), make_cell(5678.0, 15, 19)
    computed = replace(last, computation=Computation("verschil", "5.678 − 1.234", (first, last)))
    assert [(piece.text, piece.marked) for piece in split_quote(citation, (computed,))] == [
        ("1234", True),
        (" ", False),
        ("5678", True),
        (".", False),
    ]
    elsewhere = replace(first, figure=replace(first.figure, document_id="ander-document"))
    assert not [piece for piece in split_quote(citation, (elsewhere,)) if piece.marked]


def test_short_caveats_stand_apart_from_what_the_source_says_at_length() -> None:
    parted = part_caveats(("“Noot: kort.”", "Dit zijn standen.", "Lang. " * 40))
    assert parted.brief == ("Dit zijn standen.",)
    assert parted.notes == ("“Noot: kort.”", "Lang. " * 40)


def test_the_answering_words_are_sent_to_be_checked_and_a_bare_number_with_its_sentence() -> None:
    quote = "Kop\nWie thuis woont & hulp krijgt, telt mee als 31."
    whole = Span(10, 10 + len(quote))
    told = replace(make_citation(1), span=whole, quote=quote, core=Span(14, whole.end))
    assert link_to_wording(told) == "/formulering?tekst=Wie+thuis+woont+%26+hulp+krijgt%2C+telt+mee+als+31."
    number = replace(told, core=Span(whole.end - 3, whole.end - 1))
    assert link_to_wording(number).startswith("/formulering?tekst=Kop%0AWie")


def test_no_more_words_are_sent_to_be_checked_than_are_taken() -> None:
    long = replace(make_citation(1), span=Span(0, 3000), quote="a" * 3000, core=Span(0, 3000))
    assert len(link_to_wording(long).partition("=")[2]) == 2000
