import io
import logging
from pathlib import Path

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.reading import ReadingError
from tests.indexer.reading_files import draw_lines, make_pdf, read_bytes

SENTENCES = [
    "Een regio maakt een plan voor passende zorg en stelt dat vast.",
    "Het zorgkantoor nodigt gemeenten en aanbieders uit voor overleg.",
    "De minister meldt de uitkomst voor de zomer aan de Tweede Kamer.",
    "Op verzoek van cliënten wordt de werkwijze elk jaar herzien.",
    "Ten slotte volgt een evaluatie door een onafhankelijk bureau.",
]


def _text(folder: Path, *lines: str) -> str:
    return read_bytes(folder, "x.pdf", make_pdf(lambda canvas: draw_lines(canvas, 700, *lines))).text


def _numbered_page(number: int, sentence: str, canvas: Canvas) -> None:
    draw_lines(canvas, 800, "Eindrapport Regioaanpak", size=8)
    draw_lines(canvas, 700, sentence)
    draw_lines(canvas, 30, str(number + 2), size=8, left=500)
    draw_lines(canvas, 30, f"Pagina {number} van 5", size=8)


def _report(pages: int) -> bytes:
    draws = [lambda canvas, n=n, s=s: _numbered_page(n, s, canvas) for n, s in enumerate(SENTENCES[:pages], start=1)]
    return make_pdf(*draws)


def test_every_word_has_the_page_that_it_stands_on(tmp_path: Path) -> None:
    canonical = read_bytes(tmp_path, "x.pdf", _report(5))
    assert [page.number for page in canonical.pages] == [1, 2, 3, 4, 5]
    for number, sentence in enumerate(SENTENCES, start=1):
        begin = canonical.text.index(sentence)
        assert {canonical.page_at(offset) for offset in range(begin, begin + len(sentence))} == {number}


def test_running_headers_footers_and_page_numbers_are_dropped_from_four_pages_on(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "x.pdf", _report(5)).text == "\n\n".join(SENTENCES)


def test_on_fewer_pages_a_returning_line_may_be_text_and_stays(tmp_path: Path) -> None:
    text = read_bytes(tmp_path, "x.pdf", _report(3)).text
    assert text.count("Eindrapport Regioaanpak") == 3
    assert "Pagina" not in text


def test_the_page_number_of_a_single_page_is_dropped_and_another_number_is_not(tmp_path: Path) -> None:
    assert _text(tmp_path, "Een zin over iets.", "", "", "1") == "Een zin over iets."
    assert _text(tmp_path, "Een zin over iets.", "", "", "240") == "Een zin over iets.\n\n240"


def test_a_chapter_number_is_not_taken_for_a_page_number(tmp_path: Path) -> None:
    pages = [lambda canvas, n=n: draw_lines(canvas, 700, n, "", "Een zin over iets.") for n in ("01", "07", "02")]
    text = read_bytes(tmp_path, "x.pdf", make_pdf(*pages)).text
    assert [line for line in text.split("\n") if line.isdigit()] == ["01", "07", "02"]


def test_a_page_without_text_starts_where_the_next_one_does(tmp_path: Path) -> None:
    raw = make_pdf(
        lambda c: draw_lines(c, 700, "Eerste."), lambda c: None, lambda c: draw_lines(c, 700, "Derde."), lambda c: None
    )
    canonical = read_bytes(tmp_path, "x.pdf", raw)
    assert [(page.number, page.begin) for page in canonical.pages] == [(1, 0), (2, 9), (3, 9), (4, 15)]
    assert canonical.page_at(canonical.text.index("Derde")) == 3


def test_wrapped_lines_become_one_paragraph_and_a_gap_ends_it(tmp_path: Path) -> None:
    lines = (
        "De partijen uit de regio maken samen",
        "een plan van aanpak en stellen het",
        "vast.",
        "",
        "Daarna begint de uitvoering.",
    )
    assert _text(tmp_path, *lines) == (
        "De partijen uit de regio maken samen een plan van aanpak en stellen het vast.\n\nDaarna begint de uitvoering."
    )


def test_a_paragraph_that_runs_on_over_the_page_is_one(tmp_path: Path) -> None:
    raw = make_pdf(
        lambda c: draw_lines(c, 700, "De partijen uit de regio maken samen een"),
        lambda c: draw_lines(c, 700, "plan van aanpak."),
    )
    canonical = read_bytes(tmp_path, "x.pdf", raw)
    assert canonical.text == "De partijen uit de regio maken samen een plan van aanpak."
    assert canonical.page_at(canonical.text.index("plan")) == 2
    assert canonical.page_at(canonical.text.index("een")) == 1


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("De doelgroepbe-", "spreking begint.", "De doelgroepbespreking begint."),
        ("Het gaat om zorg-", "en hulpverlening.", "Het gaat om zorg- en hulpverlening."),
        ("De instroom in de Wlz-", "zorg daalt.", "De instroom in de Wlz-zorg daalt."),
        ("Het gaat om de Wlz-ggz-", "wonen groep.", "Het gaat om de Wlz-ggz-wonen groep."),
        ("De periode 2023-", "2024 telt mee.", "De periode 2023-2024 telt mee."),
    ],
)
def test_a_word_broken_over_a_line_end_is_mended_and_a_real_hyphen_stays(
    tmp_path: Path, first: str, second: str, joined: str
) -> None:
    assert _text(tmp_path, first, second) == joined


def test_a_hyphen_stays_where_the_document_writes_the_word_so_elsewhere(tmp_path: Path) -> None:
    assert _text(tmp_path, "Wij zoeken de mede-eigenaar en elke mede-", "eigenaar meldt zich.").endswith(
        "elke mede-eigenaar meldt zich."
    )


def test_headings_items_and_table_rows_keep_their_own_lines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        draw_lines(canvas, 760, "Een kop die zo lang is dat hij", "over twee regels loopt", size=12, font="Helvetica-Bold")
        draw_lines(canvas, 700, "In het plan van de regio staan ten minste deze onderwerpen:")
        draw_lines(
            canvas, 680, "• Doelgroep waarop het plan zich in de eerste plaats", "  richt", "• Planning", "a) Monitoring"
        )
        draw_lines(canvas, 600, "Profiel\t2021\t2022", "GGZ03W\t10.375\t11.650")

    assert read_bytes(tmp_path, "x.pdf", make_pdf(draw)).text == (
        "Een kop die zo lang is dat hij over twee regels loopt\n\n"
        "In het plan van de regio staan ten minste deze onderwerpen:\n\n"
        "• Doelgroep waarop het plan zich in de eerste plaats richt\n• Planning\na) Monitoring\n\n"
        "Profiel\t2021\t2022\nGGZ03W\t10.375\t11.650"
    )


def test_cells_that_the_file_runs_together_are_parted_and_stretched_sentences_are_not(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 10)
        for top, cells in (
            (700, ("Profiel", "2021")),
            (680, ("GGZ03W", "10.375")),
            (600, ("de", "partijen", "maken", "samen")),
        ):
            for column, cell in enumerate(cells):
                text.setTextOrigin(72 + 120 * column, top)
                text.textOut(cell)
        canvas.drawText(text)

    assert read_bytes(tmp_path, "x.pdf", make_pdf(draw)).text == "Profiel\t2021\nGGZ03W\t10.375\n\nde partijen maken samen"


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_report(1)))
    writer.encrypt("geheim", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    with pytest.raises(ReadingError, match=r"x\.pdf: de PDF is met een wachtwoord beveiligd\. Lever"):
        read_bytes(tmp_path, "x.pdf", target.getvalue())


def test_a_pdf_that_only_restricts_printing_is_read(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_report(1)))
    writer.encrypt("", owner_password="geheim", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    assert SENTENCES[0] in read_bytes(tmp_path, "x.pdf", target.getvalue()).text


def test_a_scan_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"x\.pdf: de PDF bevat geen tekst; waarschijnlijk is het een scan.*OCR"):
        read_bytes(tmp_path, "x.pdf", make_pdf(lambda canvas: canvas.rect(10, 10, 100, 100)))


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.4\n", b"%PDF-1.7\nkapot", _report(2)[:400], b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>"]
)
def test_a_damaged_pdf_is_refused_and_nothing_is_logged(tmp_path: Path, raw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(ReadingError, match=r"x\.pdf: de PDF (is beschadigd|bevat geen tekst)"):
        read_bytes(tmp_path, "x.pdf", raw)
    assert [record for record in caplog.records if record.name.startswith("pypdf")] == []


def test_the_level_of_the_log_of_the_library_is_left_as_it_was(tmp_path: Path) -> None:
    logger = logging.getLogger("pypdf")
    before = logger.level
    read_bytes(tmp_path, "x.pdf", _report(1))
    assert logger.level == before
