from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.canonical import assemble_text
from indexer.readers.html import html_to_pieces
from tests.indexer.reading_files import forms_of, read_bytes


def _forms(markup: str) -> list[tuple[str, str]]:
    return forms_of(assemble_text("proef", html_to_pieces(markup)))


def test_headings_have_their_level_and_paragraphs_their_words(tmp_path: Path) -> None:
    canonical = read_bytes(
        tmp_path, "x.html", b"<html><body><h1>Een <em>kop</em></h1><p>Tekst met\n <b>vet</b>.</p><h3>Drie</h3></body></html>"
    )
    assert canonical.text == "Een kop\n\nTekst met vet.\n\nDrie"
    assert canonical.blocks is not None
    assert [(block.form, block.level) for block in canonical.blocks] == [("heading", 1), ("paragraph", 0), ("heading", 3)]


def test_a_list_reads_as_lines_with_a_dash_and_has_a_lead_in() -> None:
    markup = "<p>Het plan bevat:</p><ul><li>een</li><li>twee<ul><li>diep</li></ul></li><li><p>drie</p><p>vervolg</p></li></ul>"
    canonical = assemble_text("proef", html_to_pieces(markup))
    assert canonical.text == "Het plan bevat:\n\n- een\n- twee\n  - diep\n- drie\nvervolg"
    assert forms_of(canonical) == [
        ("lead_in", "Het plan bevat:"),
        ("item", "een"),
        ("item", "twee"),
        ("item", "diep"),
        ("item", "drie\nvervolg"),
    ]


def test_a_numbered_list_keeps_the_numbers_that_a_browser_shows() -> None:
    assert assemble_text("d", html_to_pieces("<ol start=3><li>c<li>d</ol>")).text == "3. c\n4. d"


@pytest.mark.parametrize("start", ["²", "--5", "-", "", "drie", "9" * 5_000, "٣"])
def test_a_number_that_is_none_starts_a_list_at_one(start: str) -> None:
    assert assemble_text("d", html_to_pieces(f"<ol start='{start}'><li>a</ol>")).text == "1. a"


@pytest.mark.parametrize("span", ["²", "-2", "0", "x", "9" * 5_000, "٣"])
def test_a_size_that_is_none_is_one_column_and_one_row(span: str) -> None:
    markup = f"<table><tr><td colspan='{span}' rowspan='{span}'>a<td>b</tr><tr><td>c<td>d</tr></table>"
    assert _forms(markup) == [("table", "a\tb\nc\td")]


def test_a_row_is_never_much_wider_than_a_thousand_columns() -> None:
    row = f"<tr>{'<td colspan=999999999 rowspan=999999999>a' * 50}</tr>"
    ((_, words),) = _forms(f"<table>{row * 3}</table>")
    assert max(line.count("\t") for line in words.split("\n")) < 1_000 + 50 * 3


@pytest.mark.parametrize(
    "tag", ["div", "b", "p", "blockquote", "section", "x-eigen", "h2", "ul><li", "ol><li", "dl><dd", "table><tr><td"]
)
def test_what_stands_very_deep_is_read_and_what_stands_after_it_too(tag: str) -> None:
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    canonical = assemble_text(
        "d", html_to_pieces(f"<body><p>Ervoor.</p>{f'<{tag}>' * 1_500}Diep.{closing * 1_500}<p>Erna.</p>")
    )
    assert canonical.text.split("\n")[0] == "Ervoor." and "Diep." in canonical.text and "Erna." in canonical.text


def test_an_item_stands_no_deeper_than_word_lets_it() -> None:
    lines = assemble_text("d", html_to_pieces("<ul><li>a" * 20)).text.split("\n")
    assert [line.index("-") for line in lines] == [*range(0, 16, 2), *[16] * 12]


def test_a_table_has_a_row_a_line_and_its_columns_stay_in_line() -> None:
    markup = (
        "<table><caption>Cijfers</caption><tr><th>Jaar<th colspan=2>2021<th>2022</tr>"
        "<tr><td rowspan=2>A<td>1<td>2<td>3</tr><tr><td>4<td>5<td>6</tr></table>"
    )
    assert _forms(markup) == [("paragraph", "Cijfers"), ("table", "Jaar\t2021\t\t2022\nA\t1\t2\t3\n\t4\t5\t6")]


def test_a_table_that_only_lays_out_is_read_as_what_it_holds() -> None:
    assert _forms("<table><tr><td><h2>Kop</h2><p>Tekst</p></td><td>Naast</td></tr></table>") == [
        ("heading", "Kop"),
        ("paragraph", "Tekst"),
        ("paragraph", "Naast"),
    ]


def test_a_term_and_what_it_means_stay_together() -> None:
    markup = "<p>Vooraf</p><dl><dt>Looptijd</dt><dd>2023</dd><dd>2024</dd><dt>Regio</dt><dd><p>Twente</p></dd></dl>"
    assert [words for _, words in _forms(markup)] == ["Vooraf", "Looptijd\n2023\n2024", "Regio\nTwente"]


def test_a_quotation_and_a_preformatted_text_are_paragraphs() -> None:
    assert _forms("<blockquote><p>Citaat</p></blockquote><pre>een\ntwee</pre>") == [
        ("paragraph", "Citaat"),
        ("paragraph", "een\ntwee"),
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><ul><li>Menu</li></ul></nav>",
        "<header><a href='/'>Logo</a></header>",
        "<footer>Voettekst</footer>",
        "<script>var x = 1</script>",
        "<style>p {color: red}</style>",
        "<form><label>Zoek</label><input></form>",
        "<div class='cookie-banner'><p>Wij gebruiken cookies</p></div>",
        "<div id='CookieConsent'>Akkoord?</div>",
        "<div role='dialog'>Venster</div>",
        "<div hidden>Verborgen</div>",
        "<a class='skip-link' href='#x'>Naar inhoud</a>",
        "<button>Delen</button>",
        "<!-- opmerking -->",
        "<noscript>Zet scripts aan</noscript>",
    ],
)
def test_furniture_is_left_out(furniture: str) -> None:
    assert _forms(f"<html><body>{furniture}<p>Inhoud</p>{furniture}</body></html>") == [("paragraph", "Inhoud")]


def test_only_the_main_content_is_read() -> None:
    markup = "<body><div>Zijbalk</div><main><header><h1>Titel</h1></header><p>Inhoud</p></main><div>Onder</div></body>"
    assert _forms(markup) == [("heading", "Titel"), ("paragraph", "Inhoud")]


def test_a_form_around_the_whole_page_does_not_hide_it() -> None:
    assert _forms("<body><form><h1>Titel</h1><p>Inhoud</p></form></body>") == [("heading", "Titel"), ("paragraph", "Inhoud")]


def test_a_page_about_cookies_is_read() -> None:
    assert _forms("<div class='cookie-policy'><h1>Cookies</h1><p>Uitleg</p></div>") == [
        ("heading", "Cookies"),
        ("paragraph", "Uitleg"),
    ]


def test_a_question_on_an_accordion_button_stays_a_heading() -> None:
    assert _forms("<h3><button>Wat is de Wlz?</button></h3><p>Een wet.</p>") == [
        ("heading", "Wat is de Wlz?"),
        ("paragraph", "Een wet."),
    ]


def test_a_declared_encoding_is_believed(tmp_path: Path) -> None:
    raw = "<html><head><meta charset='iso-8859-1'></head><body><p>cliënt</p></body></html>".encode("iso-8859-1")
    assert read_bytes(tmp_path, "x.html", raw).text == "cliënt"


_WORDS = st.text(alphabet="abé \u00a0\n\t\u00ad:&é\u0308", max_size=12).map(lambda text: text.replace("&", "&amp;"))
_TAGS = st.sampled_from(
    "p div ul ol li h1 h2 table tr td th dl dt dd blockquote b span br pre section x-eigen nav form main article".split()
)
_MARKUP = st.recursive(
    _WORDS,
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", _TAGS, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@given(_MARKUP)
def test_blocks_slice_true_in_order_and_without_overlap(markup: str) -> None:
    canonical = assemble_text("proef", html_to_pieces(markup))
    end = 0
    for block in canonical.blocks or ():
        words = block.span.of(canonical.text)
        assert words
        assert words == words.strip()
        assert block.span.begin >= end
        end = block.span.end
    between = canonical.text
    for block in reversed(canonical.blocks or ()):
        between = between[: block.span.begin] + between[block.span.end :]
    assert not any(character.isalpha() for character in between)
