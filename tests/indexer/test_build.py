"""A build takes what can be read, says what it left out, and publishes whole or not at all."""

import resource
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

import indexer.build
import indexer.gathering
from corpus.manifest import ManifestError
from corpus.types import Block, CanonicalText, Span
from indexer.build import BuildError, build_index
from indexer.embedding import MOST_IN_BATCH
from indexer.figures.finding import FoundFigures, find_figures
from indexer.publishing import PublishingError, find_version_in_use, lock_index
from indexer.store import open_index
from tests.conftest import CORPUS
from tests.fakes import FakeEncoder
from tests.indexer.hostile_calls import gather_as_told
from tests.indexer.reading_files import draw_lines, make_docx, make_pdf
from tests.indexer.small_corpus import ADVIES, VISIE, FailingEncoder, build_small, snapshot_folder, write_corpus, write_files

STAGES = [
    *((indexer.gathering, name) for name in ("read_document", "find_blocks", "cut_passages", "find_figures", "split_words")),
    *((indexer.build, name) for name in ("gather_documents", "build_vector_store", "write_database", "save_vector_store")),
    *((indexer.build, name) for name in ("build_lexical_index", "write_checksums", "publish_folder")),
]


def test_every_passage_of_a_built_index_slices_true_and_has_its_own_row(tmp_path: Path) -> None:
    _, index_dir, report = build_small(tmp_path)
    index = open_index(index_dir, FakeEncoder())
    assert (report.info.documents, report.info.passages, report.info.left_out) == (2, len(index.passages), ())
    for row, passage in enumerate(index.passages):
        assert index.passage_text(passage) == passage.span.of(index.texts[passage.document_id].text)
        assert index.rows[passage.id] == row


@pytest.mark.parametrize(("module", "stage"), STAGES)
def test_a_failure_in_any_stage_leaves_the_old_index_in_use_and_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, stage: str
) -> None:
    corpus_dir, index_dir, report = build_small(tmp_path)
    before = snapshot_folder(index_dir)
    (corpus_dir / "sources" / "advies.txt").write_text("Iets heel anders. Dat staat er nu.")

    def fail(*_: object, **__: object) -> None:
        raise MemoryError("vol")

    with monkeypatch.context() as patch:
        patch.setattr(module, stage, fail)
        with pytest.raises(MemoryError):
            # The stages of one document fail in this process, where no limits make them cost that document only.
            build_index(corpus_dir, index_dir, FakeEncoder(), limits=None)
    assert snapshot_folder(index_dir) == before
    assert open_index(index_dir, FakeEncoder()).info == report.info
    assert build_index(corpus_dir, index_dir, FakeEncoder()).info.version != report.info.version
    assert not list(index_dir.rglob(".building-*"))


def test_a_full_disk_is_told_with_what_to_do_and_leaves_the_old_index_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus_dir, index_dir, report = build_small(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(indexer.build, "write_database", fail)
        with pytest.raises(PublishingError, match=r"No space left.*Maak ruimte"):
            build_index(corpus_dir, index_dir, FakeEncoder())
    assert open_index(index_dir, FakeEncoder()).info == report.info


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Makes writing fail beyond so many bytes of a file, for SQLite and FAISS too, as it does on a disk that is full."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@pytest.mark.parametrize("size", [0, 500, 5_000, 50_000, 100_000, 150_000, 200_000, 250_000])
def test_a_disk_that_is_really_full_is_told_whatever_was_being_written(tmp_path: Path, size: int) -> None:
    corpus_dir, index_dir, report = build_small(tmp_path)
    many = "\n\n".join(f"Kop {n}\n\nDe raad neemt besluit nummer {n}." for n in range(300))
    (corpus_dir / "sources" / "advies.txt").write_text(many)
    with largest_file(size), pytest.raises(PublishingError, match="Maak ruimte of kies een andere map"):
        build_index(corpus_dir, index_dir, FakeEncoder(), limits=None)
    assert open_index(index_dir, FakeEncoder()).info == report.info


def test_an_encoder_that_fails_halfway_leaves_the_old_index_in_use(tmp_path: Path) -> None:
    index_dir = tmp_path / "index"
    corpus_dir = write_corpus(tmp_path / "corpus")
    old = build_index(corpus_dir, index_dir, FakeEncoder())
    many = "\n\n".join(f"Kop {n}\n\nDe raad neemt besluit nummer {n}." for n in range(2 * MOST_IN_BATCH))
    (corpus_dir / "sources" / "advies.txt").write_text(many)
    with pytest.raises(RuntimeError, match="geheugen"):
        build_index(corpus_dir, index_dir, FailingEncoder())
    assert open_index(index_dir, FakeEncoder()).info == old.info


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    corpus_dir, index_dir, _ = build_small(tmp_path)
    with lock_index(index_dir), pytest.raises(PublishingError, match="loopt al een bouw"):
        build_index(corpus_dir, index_dir, FakeEncoder())


BROKEN: dict[str, tuple[bytes, str]] = {
    "kapot.pdf": (make_pdf(lambda canvas: draw_lines(canvas, 700, "Tekst"))[:300], "sources/kapot.pdf"),
    "leeg.txt": (b"", "leeg"),
    "wit.txt": (b" \n\n ", "leeg"),
    "plaatje.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "geen tekst"),
    "webpagina.pdf": (b"<!DOCTYPE html><html><body>Hallo</body></html>", "geen PDF"),
    "kapot.docx": (make_docx(lambda document: document.add_paragraph("Tekst"))[:200], "sources/kapot.docx"),
    "rekenblad.xlsx": (b"PK\x03\x04", ".xlsx"),
}


def test_a_document_that_brings_python_down_costs_that_document_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexer.gathering, "gather_document", gather_as_told)
    corpus_dir = write_corpus(tmp_path / "corpus", visie=VISIE, crash=ADVIES, advies=ADVIES)
    info = build_index(corpus_dir, tmp_path / "index", FakeEncoder()).info
    ((name, reason),) = info.left_out
    assert (info.documents, name) == (2, "crash")
    assert "brak onverwacht af (signaal 11)" in reason


def test_a_process_that_can_not_be_started_is_told_and_leaves_the_old_index_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus_dir, index_dir, report = build_small(tmp_path)
    monkeypatch.setattr(sys, "executable", "/bestaat/niet")
    with pytest.raises(BuildError, match="is niet te starten"):
        build_index(corpus_dir, index_dir, FakeEncoder())
    assert open_index(index_dir, FakeEncoder()).info == report.info


def test_every_unreadable_file_is_reported_by_name_and_the_others_are_indexed(tmp_path: Path) -> None:
    contents: dict[str, str | bytes] = {name: raw for name, (raw, _) in BROKEN.items()}
    corpus_dir = write_files(tmp_path / "corpus", {"visie.txt": VISIE, **contents, "advies.txt": ADVIES})
    report = build_index(corpus_dir, tmp_path / "index", FakeEncoder())
    reasons = dict(report.info.left_out)
    assert report.info.documents == 2
    assert list(reasons) == [name.replace(".", "-").removesuffix("-txt") for name in BROKEN]
    for (name, (_, expected)), reason in zip(BROKEN.items(), reasons.values(), strict=True):
        assert f"sources/{name}" in reason
        assert expected in reason
        assert reason.endswith(".")


def test_a_fault_in_one_document_of_the_manifest_is_reported_and_the_others_are_indexed(tmp_path: Path) -> None:
    corpus_dir = write_corpus(tmp_path / "corpus")
    manifest = corpus_dir / "manifest.toml"
    manifest.write_text(manifest.read_text().replace('publisher = "Gemeente"', 'uitgever = "Gemeente"', 1))
    info = build_index(corpus_dir, tmp_path / "index", FakeEncoder()).info
    assert (info.documents, info.left_out[0][0]) == (1, "visie")
    assert "onbekende sleutel 'uitgever'" in info.left_out[0][1]


@pytest.mark.parametrize("manifest", ["[[document]\n", "", "[[documents]]\n"])
def test_a_manifest_that_cannot_be_understood_leaves_the_old_index_in_use(tmp_path: Path, manifest: str) -> None:
    corpus_dir, index_dir, report = build_small(tmp_path)
    (corpus_dir / "manifest.toml").write_text(manifest)
    with pytest.raises(ManifestError):
        build_index(corpus_dir, index_dir, FakeEncoder())
    assert open_index(index_dir, FakeEncoder()).info == report.info


def test_without_a_usable_document_nothing_is_built_and_every_reason_is_told(tmp_path: Path) -> None:
    corpus_dir, index_dir, report = build_small(tmp_path)
    for name in ("visie", "advies"):
        (corpus_dir / "sources" / f"{name}.txt").write_bytes(b"")
    with pytest.raises(BuildError, match=r"sources/visie\.txt.*leeg(.|\n)*sources/advies\.txt.*leeg"):
        build_index(corpus_dir, index_dir, FakeEncoder())
    assert open_index(index_dir, FakeEncoder()).info == report.info


def test_a_document_of_nothing_but_furniture_is_no_usable_document(tmp_path: Path) -> None:
    corpus_dir = write_corpus(tmp_path / "corpus", menu="Menu\n\nZoeken\n\nCookie-instellingen\n")
    with pytest.raises(BuildError, match="Geen enkel document"):
        build_index(corpus_dir, tmp_path / "index", FakeEncoder())
    assert find_version_in_use(tmp_path / "index") is None


def test_a_part_whose_heading_is_missing_is_a_remark(tmp_path: Path) -> None:
    corpus_dir = write_corpus(tmp_path / "corpus")
    with (corpus_dir / "manifest.toml").open("a") as manifest:
        manifest.write('[[document.part]]\nheading = "Bijlage"\nkind = "hulpmiddel"\n')
    (remark,) = build_index(corpus_dir, tmp_path / "index", FakeEncoder()).info.remarks
    assert remark.startswith("advies: de kop 'Bijlage' staat niet in het document")


def test_the_same_documents_give_the_same_version_wherever_they_stand(tmp_path: Path) -> None:
    corpus_dir, index_dir, first = build_small(tmp_path)
    assert build_index(corpus_dir, index_dir, FakeEncoder()).info.version == first.info.version
    elsewhere = shutil.copytree(corpus_dir, tmp_path / "elders")
    assert build_index(elsewhere, tmp_path / "index2", FakeEncoder()).info.version == first.info.version
    other = FakeEncoder()
    other.name = "ander-model"
    assert build_index(corpus_dir, tmp_path / "index3", other).info.version != first.info.version


def test_the_five_documents_are_all_indexed_without_remarks(fake_index_dir: Path) -> None:
    info = open_index(fake_index_dir, FakeEncoder()).info
    assert (info.documents, info.left_out, info.remarks, info.figures > 100) == (5, (), (), True)
    assert CORPUS.is_dir()


def test_a_figure_that_is_not_printed_where_it_says_fails_the_build_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus_dir, index_dir, report = build_small(tmp_path)
    (corpus_dir / "sources" / "advies.txt").write_text("Advies\n\nEen zin.\n\nAandeel jongeren\n\n12,5%\n\nNog een zin.\n")

    def find_moved_figures(canonical: CanonicalText, blocks: tuple[Block, ...]) -> FoundFigures:
        figures = find_figures(canonical, blocks).figures
        return FoundFigures(tuple(replace(one, span=Span(one.span.begin + 1, one.span.end)) for one in figures))

    with monkeypatch.context() as patch:
        patch.setattr(indexer.gathering, "find_figures", find_moved_figures)
        with pytest.raises(BuildError, match=r"In advies staat op .* '2,5%', .* 12\.5 procent van de reeks aandeel-jongeren"):
            build_index(corpus_dir, index_dir, FakeEncoder(), limits=None)
    assert open_index(index_dir, FakeEncoder()).info == report.info
    assert build_index(corpus_dir, index_dir, FakeEncoder()).info.figures == 1


def test_the_checks_of_the_figures_are_part_of_what_is_said_of_an_index(fake_index_dir: Path) -> None:
    checks = open_index(fake_index_dir, FakeEncoder()).info.figure_checks
    assert [check.name for check in checks if check.problems] == []
    assert [check.name for check in checks if check.remarks] == ["peildata tegen de noot bij de tabel"]
    assert sum(check.checked for check in checks) > 300
