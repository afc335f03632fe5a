from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Block, BlockForm, CanonicalText, Span
from indexer.store import OpenIndex
from service.pages.document_layout import Line, lay_out, list_contents, read_blocks

TEXT = """Hoofdstuk een

Een alinea met *nadruk* en **meer nadruk**, maar 5 * 3 * 2 is een som, en noot* a*b*c* niet.

Er zijn drie punten:

- het eerste
  - dat dieper staat
2. het tweede

\t01-01-22\t01-04-22
GGZ01\t5970\t6475

© 2024 <i>Alle</i> rechten
"""


def block(form: BlockForm, words: str, level: int = 0) -> Block:
    begin = TEXT.index(words)
    return Block(form, Span(begin, begin + len(words)), level)


BLOCKS = (
    block("heading", "Hoofdstuk een", 3),
    block("paragraph", TEXT.splitlines()[2]),
    block("lead_in", "Er zijn drie punten:"),
    block("item", "het eerste"),
    block("item", "dat dieper staat"),
    block("item", "2. het tweede"),
    block("table", "01-01-22\t01-04-22\nGGZ01\t5970\t6475"),
    block("chrome", "© 2024 <i>Alle</i> rechten"),
)


def shown(line: Line) -> str:
    return TEXT[line.shown_begin : line.shown_end]


@given(text=st.text(st.sampled_from("ab -*1.\t\n😀\u0301"), max_size=80), data=st.data())
def test_the_lines_of_any_text_with_any_blocks_join_to_that_text(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    forms: st.SearchStrategy[BlockForm] = st.sampled_from(["heading", "paragraph", "lead_in", "item", "table", "chrome"])
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    blocks = tuple(Block(data.draw(forms), Span(begin, end), data.draw(st.integers(1, 5))) for begin, end in pairs)
    lines = lay_out(text, blocks)
    assert "".join(text[line.begin : line.end] for line in lines) == text
    assert all(line.begin <= line.shown_begin <= line.shown_end <= line.end for line in lines)
    said = {place for line in lines for place in range(line.begin, line.end) if not text[place].isspace()}
    seen = {place for line in lines for place in range(line.shown_begin, line.shown_end)}
    assert all(text[place] in "-*" for place in said - seen), "but for bullets, all that is said is shown"


def test_the_real_documents_are_laid_out_whole(fake_index: OpenIndex) -> None:
    for document_id, canonical in fake_index.texts.items():
        lines = lay_out(canonical.text, read_blocks(canonical, fake_index.documents[document_id].language))
        assert "".join(canonical.text[line.begin : line.end] for line in lines) == canonical.text
        assert {"heading", "paragraph"} <= {line.form for line in lines}


def test_items_are_shown_without_their_bullet_but_with_their_number() -> None:
    items = [line for line in lay_out(TEXT, BLOCKS) if line.form in ("bullet", "number")]
    assert [(line.form, shown(line), line.level) for line in items] == [
        ("bullet", "het eerste", 0),
        ("bullet", "dat dieper staat", 1),
        ("number", "2. het tweede", 0),
    ]


def test_a_table_has_a_line_for_each_cell_and_knows_its_head() -> None:
    cells = [line for line in lay_out(TEXT, BLOCKS) if line.form == "cell"]
    assert [(shown(line), line.row, line.heads) for line in cells] == [
        ("", 0, True),
        ("01-01-22", 0, True),
        ("01-04-22", 0, True),
        ("GGZ01", 1, False),
        ("5970", 1, False),
        ("6475", 1, False),
    ]


def test_emphasis_is_what_stands_between_a_pair_of_signs() -> None:
    line = lay_out(TEXT, BLOCKS)[1]
    assert [(TEXT[begin:end], width) for begin, end, width in line.emphasis] == [("*nadruk*", 1), ("**meer nadruk**", 2)]


def test_only_furniture_hides_the_tags_of_a_converter() -> None:
    line = lay_out(TEXT, BLOCKS)[-1]
    assert [TEXT[begin:end] for begin, end in line.markup] == ["<i>", "</i>"]
    assert lay_out("De <b>zorg</b>.", (Block("paragraph", Span(0, 15)),))[0].markup == ()


def test_headings_nest_without_leaps_whatever_their_levels() -> None:
    text = "a\nb\nc\nd\ne"
    levels = [4, 1, 3, 5, 1]
    lines = lay_out(text, tuple(Block("heading", Span(2 * n, 2 * n + 1), level) for n, level in enumerate(levels)))
    assert [line.level for line in lines] == [1, 1, 2, 3, 1]


def test_the_contents_name_the_headings_of_two_levels_and_no_repeated_title() -> None:
    text = "**Een\nkop**\nEen kop\nDiep\nTwee"
    spans = [Span(0, 11), Span(12, 19), Span(20, 24), Span(25, 29)]
    lines = lay_out(text, tuple(Block("heading", span, level) for span, level in zip(spans, [1, 2, 3, 1], strict=True)))
    assert [(entry.title, entry.level, entry.anchor) for entry in list_contents(text, lines)] == [
        ("Een kop", 1, "onderdeel-0"),
        ("Twee", 1, "onderdeel-25"),
    ]


def test_the_blocks_that_the_format_states_go_before_inferred_ones() -> None:
    stated = (Block("heading", Span(0, 2), 1),)
    assert read_blocks(CanonicalText("d", "Kop", "sha256:0", blocks=stated), "nl") == stated
    assert read_blocks(CanonicalText("d", "Een hele zin.", "sha256:0"), "nl")[0].form == "paragraph"
