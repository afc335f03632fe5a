"""A manifest is read whole or refused with words that name the file; a fault in one document leaves out only that one."""

from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

import pytest

from corpus.manifest import DOCUMENT_KEYS, Manifest, ManifestError, load_manifest
from corpus.types import Document, Part

GOOD = {
    "id": "woonzorgvisie-2025",
    "file": "sources/visie.txt",
    "title": "Woonzorgvisie",
    "publisher": "Gemeente Meerdam",
    "date": "2025-03",
    "kind": "visie",
    "language": "nl",
}
OTHER = GOOD | {"id": "convenant-wonen", "file": "sources/convenant.txt"}


def write_manifest(folder: Path, *tables: Mapping[str, str | None], more: str = "") -> Path:
    """A corpus folder whose manifest holds these documents; a key with None is left out."""
    (folder / "sources").mkdir(exist_ok=True)
    for name in ("visie.txt", "convenant.txt"):
        (folder / "sources" / name).write_text("Tekst.", encoding="utf-8")
    lines = []
    for table in tables:
        lines += ["[[document]]", *(f'{key} = "{value}"' for key, value in table.items() if value is not None)]
    (folder / "manifest.toml").write_text("\n".join(lines) + "\n" + more, encoding="utf-8")
    return folder


def only_fault(manifest: Manifest) -> str:
    """The reason of the one document that was left out; the other one must be there."""
    assert [document.id for document in manifest.documents] == ["convenant-wonen"]
    (left_out,) = manifest.left_out
    assert "manifest.toml" in left_out.reason
    return left_out.reason


def test_every_key_of_a_document_and_of_its_parts_is_read(tmp_path: Path) -> None:
    part = '[[document.part]]\nheading = "Bijlage 1"\nkind = "hulpmiddel"\n'
    manifest = load_manifest(write_manifest(tmp_path, dict(GOOD), more=part))
    assert manifest == Manifest((Document(**GOOD, parts=(Part("Bijlage 1", "hulpmiddel"),)),), ())


def test_documents_keep_the_order_of_the_file(tmp_path: Path) -> None:
    manifest = load_manifest(write_manifest(tmp_path, dict(OTHER), dict(GOOD)))
    assert [document.id for document in manifest.documents] == ["convenant-wonen", "woonzorgvisie-2025"]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    write_manifest(tmp_path, dict(GOOD))
    path = tmp_path / "manifest.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_manifest(tmp_path).documents


@pytest.mark.parametrize("key", DOCUMENT_KEYS)
def test_a_missing_key_leaves_out_only_that_document_and_is_named(tmp_path: Path, key: str) -> None:
    reason = only_fault(load_manifest(write_manifest(tmp_path, GOOD | {key: None}, dict(OTHER))))
    assert f"'{key}'" in reason
    assert "Vul het in" in reason


@pytest.mark.parametrize("key", DOCUMENT_KEYS)
def test_an_empty_value_leaves_out_only_that_document(tmp_path: Path, key: str) -> None:
    assert f"'{key}'" in only_fault(load_manifest(write_manifest(tmp_path, GOOD | {key: "  "}, dict(OTHER))))


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"datum": "2024"}, "onbekende sleutel 'datum'. Bekend zijn: id, file"),
        ({"id": "Woonzorg Visie"}, "'id' is 'Woonzorg Visie'"),
        ({"kind": "Visie!"}, "'kind' is 'Visie!'"),
        ({"language": "Nederlands"}, "zoals nl"),
        ({"date": "2024-13"}, "ISO-datum"),
        ({"date": "12 maart 2024"}, "ISO-datum"),
        ({"date": "2024-02-32"}, "ISO-datum"),
        ({"file": "sources/weg.txt"}, "'sources/weg.txt' ontbreekt"),
        ({"file": "sources/vi\\u0000sie.txt"}, "geen bestandsnaam"),
        ({"file": "../geheim.txt"}, "buiten de map"),
        ({"file": "/etc/hostname"}, "buiten de map"),
    ],
)
def test_a_wrong_value_leaves_out_only_that_document_and_says_what_is_expected(
    tmp_path: Path, wrong: dict[str, str], expected: str
) -> None:
    (tmp_path / "geheim.txt").write_text("Niet voor anderen.", encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    assert expected in only_fault(load_manifest(write_manifest(corpus, GOOD | wrong, dict(OTHER))))


@pytest.mark.parametrize("date", ["2024-02-30", "2023-02-29", "2024-04-31", "0000-01-01"])
def test_a_day_that_does_not_exist_is_no_date(tmp_path: Path, date: str) -> None:
    assert "ISO-datum" in only_fault(load_manifest(write_manifest(tmp_path, GOOD | {"date": date}, dict(OTHER))))


@pytest.mark.parametrize("date", ["2024", "2024-02", "2024-02-29"])
def test_a_year_a_month_and_a_day_are_dates(tmp_path: Path, date: str) -> None:
    (document,) = load_manifest(write_manifest(tmp_path, GOOD | {"date": date})).documents
    assert document.date == date


def test_of_two_documents_with_the_same_id_the_first_is_kept(tmp_path: Path) -> None:
    manifest = load_manifest(write_manifest(tmp_path, dict(GOOD), OTHER | {"id": GOOD["id"]}))
    assert [document.file for document in manifest.documents] == ["sources/visie.txt"]
    assert "komt al eerder voor" in manifest.left_out[0].reason


@pytest.mark.parametrize(
    "more",
    [
        '[[document.part]]\nheading = "Bijlage"\n',
        '[[document.part]]\nheading = "Bijlage"\nkind = "Een Hulpmiddel"\n',
        '[[document.part]]\nheading = "Bijlage"\nkind = "hulpmiddel"\nsoort = "x"\n',
        'part = "Bijlage"\n',
    ],
)
def test_a_wrong_part_leaves_out_only_its_document(tmp_path: Path, more: str) -> None:
    only_fault(load_manifest(write_manifest(tmp_path, dict(OTHER), dict(GOOD), more=more)))


def test_a_document_without_an_id_is_called_by_its_file_or_its_place(tmp_path: Path) -> None:
    manifest = load_manifest(write_manifest(tmp_path, GOOD | {"id": None}, {"title": "Losse titel"}))
    assert [left.name for left in manifest.left_out] == ["sources/visie.txt", "document 2"]


@pytest.mark.parametrize("name", ["x" * 300, "sources/" + "map/" * 2_000 + "x.txt"])
def test_a_name_that_no_file_can_have_leaves_out_only_its_document(tmp_path: Path, name: str) -> None:
    reason = only_fault(load_manifest(write_manifest(tmp_path, GOOD | {"file": name}, dict(OTHER))))
    assert "te openen" in reason and "Verbeter 'file'" in reason


def test_a_link_that_goes_round_leaves_out_only_its_document(tmp_path: Path) -> None:
    write_manifest(tmp_path, GOOD | {"file": "sources/rond.txt"}, dict(OTHER))
    (tmp_path / "sources" / "rond.txt").symlink_to("rond.txt")
    assert "Verbeter 'file'" in only_fault(load_manifest(tmp_path))


def test_an_id_is_no_longer_than_the_name_of_a_file_may_be(tmp_path: Path) -> None:
    assert load_manifest(write_manifest(tmp_path, GOOD | {"id": "a" * 100})).left_out == ()
    reason = only_fault(load_manifest(write_manifest(tmp_path, GOOD | {"id": "a" * 101}, dict(OTHER))))
    assert "101 tekens" in reason and "Kies een korter id" in reason


def test_a_manifest_that_is_no_file_to_read_is_refused(tmp_path: Path) -> None:
    write_manifest(tmp_path, dict(GOOD))
    refuse = patch.object(Path, "read_text", side_effect=PermissionError(13, "Permission denied"))
    with refuse, pytest.raises(ManifestError, match=r"niet te openen \(Permission denied\)"):
        load_manifest(tmp_path)


def test_a_folder_in_place_of_a_file_is_left_out(tmp_path: Path) -> None:
    assert "ontbreekt" in only_fault(load_manifest(write_manifest(tmp_path, GOOD | {"file": "sources"}, dict(OTHER))))


def test_a_link_that_leads_out_of_the_corpus_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("Niet voor anderen.", encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write_manifest(corpus, GOOD | {"file": "sources/link.txt"}, dict(OTHER))
    (corpus / "sources" / "link.txt").symlink_to(tmp_path / "geheim.txt")
    assert "buiten de map" in only_fault(load_manifest(corpus))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[[document]\nid = "a"', "geen geldige TOML"),
        (b'[[document]]\nid = "a"\nid = "b"\n', "geen geldige TOML"),
        (b'[[document]]\ntitle = "Casu\xefstiek"', "geen UTF-8"),
        (b"[[document]]\nid = " + b"[" * 3_000, "te veel lijsten in elkaar"),
        (b"", "noemt geen documenten"),
        (b"document = []", "noemt geen documenten"),
        (b'document = "sources/visie.txt"', "noemt geen documenten"),
        (b'[[documenten]]\nid = "a"', "onbekende sleutel 'documenten'"),
    ],
)
def test_a_manifest_that_cannot_be_understood_is_refused_whole(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "manifest.toml").write_bytes(content)
    with pytest.raises(ManifestError, match=expected) as raised:
        load_manifest(tmp_path)
    assert str(tmp_path / "manifest.toml") in str(raised.value)


def test_a_missing_manifest_is_refused_with_the_way_to_point_to_another_folder(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="--corpus"):
        load_manifest(tmp_path)


def test_the_five_documents_of_the_project_are_all_usable() -> None:
    manifest = load_manifest(Path(__file__).parents[2] / "corpus")
    assert len(manifest.documents) == 5
    assert manifest.left_out == ()
