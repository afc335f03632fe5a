import io
import time
import zipfile
from pathlib import Path

import pytest

from corpus.types import CanonicalText
from indexer import reading
from indexer.readers.content import recognise_content
from indexer.reading import READERS, ReadingError, read_document
from tests.indexer.reading_files import document_for, draw_lines, make_docx, make_pdf, read_bytes

CORPUS = Path(__file__).parents[2] / "corpus"


def _zip(**members: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


PDF = make_pdf(lambda canvas: draw_lines(canvas, 700, "Een regel tekst."))
WORD = make_docx(lambda document: document.add_paragraph("Een alinea."))
HTML = b"<!DOCTYPE html><html><body><p>Een alinea.</p></body></html>"
WRONG_CONTENT = [
    (
        "rapport.pdf",
        HTML,
        "dit is geen PDF (begint met '<!DOCTYPE'). Geef het bestand de extensie .html of lever de PDF opnieuw aan.",
    ),
    ("rapport.txt", PDF, "dit is geen tekst (begint met '%PDF-1."),
    ("rapport.html", PDF, "extensie .pdf"),
    ("rapport.md", WORD, "extensie .docx"),
    ("rapport.docx", PDF, "dit is geen Word-document"),
    ("rapport.docx", b"gewone tekst", "dit is geen Word-document (begint met 'gewone te')"),
    ("rapport.docx", _zip(lees_txt="x"), "een zip-archief"),
    ("rapport.docx", _zip(xl__workbook_xml="x"), "een Excel-werkmap"),
    ("rapport.docx", b"PK\x03\x04kapot", "een beschadigd zip-bestand"),
    ("rapport.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "met een wachtwoord beveiligd Office-bestand"),
    ("rapport.txt", HTML, "extensie .html"),
    ("rapport.txt", b"\xef\xbb\xbf" + HTML, "extensie .html"),
    ("rapport.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "een afbeelding (PNG)"),
    ("rapport.txt", bytes(range(256)) * 20, "binair bestand"),
    ("rapport.md", bytes(500) + b"x", "binair bestand"),
    ("rapport.html", b"alleen maar woorden", "dit is geen HTML (begint met 'alleen ma')"),
    ("rapport.pdf", b"gewone tekst", "dit is geen PDF (begint met 'gewone te'). Lever de PDF opnieuw aan."),
]


@pytest.mark.parametrize(("name", "raw", "says"), WRONG_CONTENT)
def test_a_file_that_is_not_what_its_name_says_is_refused_by_name(tmp_path: Path, name: str, raw: bytes, says: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(tmp_path, name, raw)
    assert str(caught.value).startswith(f"{name}: ")
    assert says in str(caught.value)


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_refused_whatever_its_kind(tmp_path: Path, suffix: str, raw: bytes) -> None:
    with pytest.raises(ReadingError, match=r"x\.\w+: het bestand is leeg"):
        read_bytes(tmp_path, f"x{suffix}", raw)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("x.txt", "\u00a0\ufeff \n".encode()),
        ("x.md", b"---\ntitel: x\n---\n"),
        ("x.html", b"<html><body><nav>Menu</nav></body></html>"),
    ],
)
def test_a_file_without_words_is_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    with pytest.raises(ReadingError, match=rf"{name}: .*(geen tekst|tekst in|geen leesbare tekst)"):
        read_bytes(tmp_path, name, raw)


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"sources/weg\.pdf: het bestand bestaat niet\. Zet het"):
        read_document(document_for("sources/weg.pdf"), tmp_path)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "map.txt").mkdir()
    with pytest.raises(ReadingError, match=r"map\.txt: het bestand is niet te openen"):
        read_document(document_for("map.txt"), tmp_path)


@pytest.mark.parametrize(("name", "says"), [("x.doc", "de extensie .doc"), ("LEESMIJ", "een naam zonder extensie")])
def test_an_unsupported_ending_is_refused_with_those_that_are_read(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(tmp_path, name, b"tekst")
    assert says in str(caught.value)
    assert ".txt .md .html .pdf .docx" in str(caught.value)


def test_a_too_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(ReadingError, match=r"groot\.txt: het bestand is 100 MB en dus te groot \(hoogstens 100 MB\)"):
        read_document(document_for("groot.txt"), tmp_path)


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LARGEST_FILE_BYTES", 5)
    assert read_bytes(tmp_path, "x.txt", b"vijf!").text == "vijf!"


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "X.TXT", b"tekst").text == "tekst"


@pytest.mark.parametrize(
    ("name", "raw"), [("x.txt", b"Tekst."), ("x.md", b"# Tekst"), ("x.html", HTML), ("x.pdf", PDF), ("x.docx", WORD)]
)
def test_every_kind_gives_a_text_under_the_id_of_its_document(tmp_path: Path, name: str, raw: bytes) -> None:
    canonical: CanonicalText = read_bytes(tmp_path, name, raw)
    assert canonical.document_id == "proef"
    assert canonical.text.strip()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("sources/*.txt")), ids=lambda path: path.stem)
def test_the_real_documents_keep_the_offsets_of_their_files(path: Path) -> None:
    canonical = read_document(document_for(f"sources/{path.name}"), CORPUS)
    assert canonical.text == path.read_text(encoding="utf-8")
    assert canonical.blocks is None
    assert canonical.pages == ()


def test_a_damaged_word_document_is_refused(tmp_path: Path) -> None:
    raw = _zip(word__document_xml="<kapot", **{"[Content_Types]_xml": "<ook"})
    with pytest.raises(ReadingError, match=r"x\.docx: het Word-document is beschadigd"):
        read_bytes(tmp_path, "x.docx", raw)


def test_a_word_document_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"x\.docx: het Word-document bevat geen tekst"):
        read_bytes(tmp_path, "x.docx", make_docx(lambda document: None))


@pytest.mark.parametrize("opening", [b"<!---->\n", b" ", b"<?xml ", b"<!-- x -->", b"<", b"<!--"])
def test_what_a_file_is_is_known_in_time_in_proportion_to_it(opening: bytes) -> None:
    started = time.process_time()
    assert recognise_content(opening * (40_000 // len(opening)) + b"Tekst") is None
    assert recognise_content(b"<!-- a -->\n" * 3_000 + b"<!DOCTYPE html><html>") == ".html"
    assert time.process_time() - started < 1
