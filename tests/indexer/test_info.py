"""An index says what it is made of, and when it may not be used."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.fingerprints import INDEX_FORMAT
from indexer.info import IndexUnusableError, find_changed_corpus, find_mismatch, read_index_info
from indexer.publishing import find_version_in_use
from tests.indexer.small_corpus import build_small, write_corpus


def test_a_built_index_is_described_as_its_build_reported(tmp_path: Path) -> None:
    _, index_dir, report = build_small(tmp_path)
    info, folder, sums = read_index_info(index_dir)
    assert info == report.info
    assert folder == find_version_in_use(index_dir)
    assert set(sums) == {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"index.json"}
    assert info.built_at.endswith("Z")


def test_a_folder_without_an_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusableError, match=r"nog geen index.*python -m indexer build --index"):
        read_index_info(tmp_path)


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b'{"version": "1"}', b"\xff\xfe", b'{"files": {}, "left_out": [1]}']
)
def test_an_unreadable_description_is_refused_with_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    _, index_dir, _ = build_small(tmp_path)
    folder = find_version_in_use(index_dir)
    assert folder is not None
    (folder / "index.json").unlink()
    if content is not None:
        (folder / "index.json").write_bytes(content)
    with pytest.raises(IndexUnusableError, match="Maak hem opnieuw: python -m indexer build"):
        read_index_info(index_dir)


def test_an_unknown_field_in_the_description_is_refused(tmp_path: Path) -> None:
    _, index_dir, _ = build_small(tmp_path)
    folder = find_version_in_use(index_dir)
    assert folder is not None
    content = json.loads((folder / "index.json").read_text())
    (folder / "index.json").write_text(json.dumps(content | {"nieuw": 1}))
    with pytest.raises(IndexUnusableError, match="niet te lezen"):
        read_index_info(index_dir)


def test_an_index_of_this_model_code_and_format_may_be_used(tmp_path: Path) -> None:
    assert find_mismatch(build_small(tmp_path)[2].info, "fake") is None


def test_another_model_code_or_format_is_named(tmp_path: Path) -> None:
    info = build_small(tmp_path)[2].info
    assert find_mismatch(info, "ander") == "is gemaakt met het model 'fake', niet met 'ander'"
    assert find_mismatch(replace(info, code="0"), "fake") == "is gemaakt door een andere versie van de code"
    reason = find_mismatch(replace(info, format=INDEX_FORMAT + 1), "fake")
    assert reason is not None and f"leest vorm {INDEX_FORMAT}" in reason


def test_a_changed_added_or_removed_document_makes_an_index_one_of_other_documents(tmp_path: Path) -> None:
    corpus_dir, _, report = build_small(tmp_path)
    assert find_changed_corpus(report.info, corpus_dir) is None
    source = corpus_dir / "sources" / "visie.txt"
    text = source.read_text()
    source.write_text(text + "Nog een zin.\n")
    reason = find_changed_corpus(report.info, corpus_dir)
    assert reason is not None and str(corpus_dir) in reason
    source.write_text(text)
    assert find_changed_corpus(report.info, corpus_dir) is None
    source.unlink()
    assert find_changed_corpus(report.info, corpus_dir) is not None


def test_a_manifest_with_an_error_takes_no_index_out_of_use(tmp_path: Path) -> None:
    corpus_dir, _, report = build_small(tmp_path)
    (corpus_dir / "manifest.toml").write_text("[[document]\n")
    assert find_changed_corpus(report.info, corpus_dir) is None
    assert find_changed_corpus(report.info, tmp_path / "bestaat-niet") is None


def test_an_index_of_another_corpus_is_known_as_such(tmp_path: Path) -> None:
    report = build_small(tmp_path)[2]
    assert find_changed_corpus(report.info, write_corpus(tmp_path / "ander", nota="Kop\n\nIets anders.\n")) is not None
