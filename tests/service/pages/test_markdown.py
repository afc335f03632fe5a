from dataclasses import replace

from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.types import Figure, Span
from service.pages.markdown import escape_markdown, write_turn
from service.types import Answer, CitedFigure, Computation
from tests.service.pages.page_fakes import CITATION, DOCUMENT, QUOTED, cite, find, make_answer

READER = MarkdownIt("commonmark").enable("table")
SIGNS = "ab1 .,-+=#>*_`[](){}<>|~&!\\:\n\t😀é"


def read_back(markdown: str) -> BeautifulSoup:
    return BeautifulSoup(READER.render(markdown), "html.parser")


@given(st.text(alphabet=SIGNS, max_size=40))
def test_a_reader_of_markdown_shows_the_text_as_it_is(text: str) -> None:
    line = " ".join(text.split())
    soup = read_back(escape_markdown(line))
    assert soup.text.strip() == line
    assert {tag.name for tag in soup.find_all(True)} <= {"p"}


@example("# geen kop\n- geen lijst")
@given(st.text(alphabet=SIGNS, min_size=1, max_size=60).filter(str.strip))
def test_a_quote_keeps_all_its_words_and_its_lines(quote: str) -> None:
    span = Span(0, len(quote))
    citation = replace(CITATION, span=span, core=span, quote=quote)
    soup = read_back(write_turn("vraag", replace(make_answer(), citations=(citation,))))
    shown = " ".join(block.get_text(" ") for block in soup.select("blockquote"))
    assert "".join(shown.split()) == "".join(quote.split())


def test_a_turn_holds_question_answer_and_each_source_with_its_place() -> None:
    answer = make_answer(text="Dit hoort erbij [1]:\n- wonen [1]\n- hulp [1]\nOok staat daar: *meer* [1]")
    markdown = write_turn("Waar woont men?", answer)
    soup = read_back(markdown)
    assert find(soup, "h2").text == "Waar woont men?"
    assert "**Letterlijk uit de bron.**" in markdown and "Opgevat als: wonen" in markdown
    assert [item.text for item in soup.select("li")] == ["wonen [1]", "hulp [1]"]
    assert soup.find("p", string="Ook staat daar: *meer* [1]")
    assert "Uitgever & Co, september 2024, pagina 12. Onderdeel: Inleiding › Wonen." in soup.text
    assert find(soup, "blockquote").text.strip() == CITATION.quote
    assert str(find(soup, "a")["href"]).endswith(f"#t{QUOTED.begin}-{QUOTED.end}")


def test_only_an_address_of_this_site_stands_as_the_browser_looks_for_it() -> None:
    hostile = cite("😀")
    hostile = replace(hostile, quote="Lees [dit](</elders>) eens", span=Span(0, 26), core=Span(0, 26))
    markdown = write_turn("](</weg>)", replace(make_answer(), citations=(hostile,)))
    assert markdown.count("](</") == 1 and markdown.count("](</documenten/") == 1


def test_figures_are_a_table_with_formula_and_caveats() -> None:
    cell = CitedFigure(Figure("r", "aantal", "GGZ03W", "2022-07-01", 11650.0, "indicaties", DOCUMENT.id, QUOTED), CITATION)
    growth = CitedFigure(
        replace(cell.figure, measure="groei", value=1.5, unit="procent"),
        CITATION,
        Computation("groei", "11.650 ÷ 11.478", (cell,)),
    )
    soup = read_back(
        write_turn("?", Answer("beantwoord", None, "Zo [1].", "?", "berekend", (CITATION,), (growth,), ("Let <op>.",)))
    )
    assert [[cell.text for cell in row.select("th, td")] for row in soup.select("tr")] == [
        ["Wanneer", "Zorgprofiel", "Maat", "Indicaties", "Berekening"],
        ["1 juli 2022", "GGZ03W", "aantal", "11.650", ""],
        ["1 juli 2022", "GGZ03W", "groei", "1,50 %", "11.650 ÷ 11.478"],
    ]
    assert [item.text for item in soup.select("li")] == ["Let <op>."]


def test_what_is_not_found_says_so_and_gives_the_nearest_passages() -> None:
    soup = read_back(write_turn("?", make_answer("niet-gevonden", text="Dat staat er niet.")))
    assert "Niet gevonden." in soup.text and "Ze geven geen antwoord" in soup.text
    assert find(soup, "blockquote").text.strip() == CITATION.quote
