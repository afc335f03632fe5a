"""A fingerprint changes with what it is of, and with nothing else."""

from pathlib import Path

from corpus.manifest import load_manifest
from indexer.fingerprints import code_fingerprint, corpus_fingerprint
from tests.indexer.small_corpus import write_corpus


def fingerprint_of(corpus_dir: Path) -> str:
    return corpus_fingerprint(corpus_dir, load_manifest(corpus_dir))


def test_the_same_documents_have_the_same_fingerprint_wherever_they_stand(tmp_path: Path) -> None:
    assert fingerprint_of(write_corpus(tmp_path / "een")) == fingerprint_of(write_corpus(tmp_path / "twee"))


def test_one_changed_byte_of_a_document_or_of_the_manifest_changes_it(tmp_path: Path) -> None:
    corpus_dir = write_corpus(tmp_path)
    seen = {fingerprint_of(corpus_dir)}
    with (corpus_dir / "sources" / "visie.txt").open("a") as source:
        source.write("!")
    seen.add(fingerprint_of(corpus_dir))
    with (corpus_dir / "manifest.toml").open("a") as manifest:
        manifest.write("# opmerking\n")
    seen.add(fingerprint_of(corpus_dir))
    assert len(seen) == 3


def test_the_code_has_one_fingerprint() -> None:
    assert code_fingerprint() == code_fingerprint()
    assert len(code_fingerprint()) == 64
