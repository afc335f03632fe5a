import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from indexer.reading import ReadingError
from tests.indexer.hostile_documents import fill_docx, item_docx, understate_sizes, wide_table_docx
from tests.indexer.reading_files import forms_of, make_docx, read_bytes

Fill = Callable[["docx.document.Document"], object]


def _forms(folder: Path, fill: Fill) -> list[tuple[str, str]]:
    return forms_of(read_bytes(folder, "x.docx", make_docx(fill)))


def _fill_report(document: "docx.document.Document") -> None:
    document.add_heading("Aanleiding", 1)
    document.add_paragraph("Het plan bevat:")
    document.add_paragraph("Doelgroep", style="List Bullet")
    document.add_paragraph("diep", style="List Bullet 2")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Jaar", "Aantal"), ("2021", "10.375"))):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_paragraph("Na de tabel.")


def test_headings_lists_and_tables_come_in_the_order_of_the_body(tmp_path: Path) -> None:
    canonical = read_bytes(tmp_path, "x.docx", make_docx(_fill_report))
    assert (
        canonical.text == "Aanleiding\n\nHet plan bevat:\n\n- Doelgroep\n  - diep\n\nJaar\tAantal\n2021\t10.375\n\nNa de tabel."
    )
    assert [form for form, _ in forms_of(canonical)] == ["heading", "lead_in", "item", "item", "table", "paragraph"]


@pytest.mark.parametrize(("style", "level"), [("Kop 2", 2), ("kop 3", 3), ("Titel", 1), ("Heading 4", 4)])
def test_a_heading_is_known_by_its_style_in_dutch_or_english(tmp_path: Path, style: str, level: int) -> None:
    def fill(document: "docx.document.Document") -> None:
        if style not in [known.name for known in document.styles]:
            document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Kop", style=style)

    canonical = read_bytes(tmp_path, "x.docx", make_docx(fill))
    assert canonical.blocks is not None
    assert (canonical.blocks[0].form, canonical.blocks[0].level) == ("heading", level)


def test_a_house_style_based_on_a_heading_is_a_heading(tmp_path: Path) -> None:
    def fill(document: "docx.document.Document") -> None:
        document.styles.add_style("Huisstijl", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Heading 2"]
        document.add_paragraph("Kop", style="Huisstijl")

    assert _forms(tmp_path, fill) == [("heading", "Kop")]


def test_a_house_style_based_on_a_dutch_heading_without_outline_is_a_heading_too(tmp_path: Path) -> None:
    def fill(document: "docx.document.Document") -> None:
        document.styles.add_style("Kop 3", WD_STYLE_TYPE.PARAGRAPH)
        document.styles.add_style("Huisstijl", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Kop 3"]
        document.add_paragraph("Kop", style="Huisstijl")

    assert _forms(tmp_path, fill) == [("heading", "Kop")]


def test_text_in_content_controls_and_tracked_insertions_is_read_and_deletions_are_not(tmp_path: Path) -> None:
    def fill(document: "docx.document.Document") -> None:
        inserted = "<w:ins><w:r><w:t xml:space='preserve'>erbij</w:t></w:r></w:ins>"
        deleted = "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
        paragraph = f"<w:p><w:r><w:t xml:space='preserve'>Tekst </w:t></w:r>{inserted}{deleted}</w:p>"
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>")
        document.element.body.insert(0, control)

    assert _forms(tmp_path, fill) == [("paragraph", "Tekst erbij")]


def test_a_table_of_contents_is_no_text_of_the_document(tmp_path: Path) -> None:
    def fill(document: "docx.document.Document") -> None:
        document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Aanleiding 3", style="toc 1")

    assert _forms(tmp_path, fill) == [("chrome", "Aanleiding 3")]


def test_a_frame_of_one_column_is_read_as_the_text_that_it_frames(tmp_path: Path) -> None:
    def fill(document: "docx.document.Document") -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Kader"
        cell.add_paragraph("Punt", style="List Bullet")

    assert _forms(tmp_path, fill) == [("paragraph", "Kader"), ("item", "Punt")]


def test_a_merged_cell_leaves_its_columns_in_line(tmp_path: Path) -> None:
    def fill(document: "docx.document.Document") -> None:
        table = document.add_table(2, 3)
        for column in range(3):
            table.cell(1, column).text = str(column)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "breed"
        table.cell(0, 2).text = "smal"

    assert _forms(tmp_path, fill) == [("table", "breed\t\tsmal\n0\t1\t2")]


def test_numbering_on_the_paragraph_itself_makes_an_item(tmp_path: Path) -> None:
    def fill(document: "docx.document.Document") -> None:
        numbering = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", "1"), ("w:numId", "1")):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            numbering.append(child)
        document.add_paragraph("punt")._p.get_or_add_pPr().append(numbering)

    assert read_bytes(tmp_path, "x.docx", make_docx(fill)).text == "  - punt"


@pytest.mark.parametrize(("level", "indent"), [("2000000000", 16), ("9" * 5_000, 0), ("-1", 0), ("x", 0), ("²", 0), ("3", 6)])
def test_an_item_stands_no_deeper_than_word_lets_it(tmp_path: Path, level: str, indent: int) -> None:
    assert read_bytes(tmp_path, "x.docx", fill_docx(item_docx(level))).text == f"{' ' * indent}- punt"


@pytest.mark.parametrize(("span", "width"), [("1500000000", 1_000), ("9" * 5_000, 1), ("-1", 1), ("x", 1), ("2", 2)])
def test_a_cell_is_never_wider_than_a_thousand_columns(tmp_path: Path, span: str, width: int) -> None:
    words = read_bytes(tmp_path, "x.docx", fill_docx(wide_table_docx(span))).text
    assert words == "breed" + "\t" * width + "smal"


@pytest.mark.parametrize("lies", [False, True])
def test_a_document_that_unpacks_to_more_than_any_real_one_is_refused_before_it_fills_memory(
    tmp_path: Path, lies: bool
) -> None:
    bomb = fill_docx("<w:p><w:r><w:t>woord</w:t></w:r></w:p>" * 3_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(ReadingError, match="beschadigd" if lies else "uitgepakt groter dan 100 MB"):
            read_bytes(tmp_path, "x.docx", understate_sizes(bomb, "word/document.xml") if lies else bomb)
        assert tracemalloc.get_traced_memory()[1] < 350_000_000
    finally:
        tracemalloc.stop()


def test_paragraphs_without_a_style_are_read_in_time_in_proportion_to_them(tmp_path: Path) -> None:
    many = fill_docx("<w:p><w:r><w:t>woord</w:t></w:r></w:p>" * 3_000)
    started = time.process_time()
    assert read_bytes(tmp_path, "x.docx", many).text.count("woord") == 3_000
    assert time.process_time() - started < 3
