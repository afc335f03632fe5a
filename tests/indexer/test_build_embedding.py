"""A build embeds only what is new, each text once, in batches that fit; what it takes over is what would have been computed."""

from pathlib import Path

import pytest

from corpus.manifest import load_manifest
from indexer.build import LARGEST_BATCH, build_index, publish_index
from indexer.embedding import MOST_IN_BATCH
from indexer.gathering import gather_documents
from indexer.publishing import find_version_in_use, lock_index
from indexer.store import open_index
from indexer.words import fold_word
from tests.fakes import FakeEncoder
from tests.indexer.small_corpus import ADVIES, BatchEncoder, build_small, write_corpus


def test_unchanged_documents_are_not_embedded_again_and_changed_ones_are(tmp_path: Path) -> None:
    corpus_dir, index_dir, first = build_small(tmp_path)
    assert first.embedded > 0
    encoder = FakeEncoder()
    again = build_index(corpus_dir, index_dir, encoder)
    assert (encoder.encoded, again.embedded) == ([], 0)
    (corpus_dir / "sources" / "advies.txt").write_text(ADVIES.replace("Meerdam", "Zandwijk"))
    changed = build_index(corpus_dir, index_dir, encoder)
    assert changed.embedded == len(encoder.encoded) > 0
    assert all("zandwijk" in fold_word(text) for text in encoder.encoded)


def test_of_a_changed_document_only_the_words_that_are_new_are_embedded(tmp_path: Path) -> None:
    corpus_dir, index_dir, _ = build_small(tmp_path)
    known = set(open_index(index_dir, FakeEncoder()).words)
    (corpus_dir / "sources" / "advies.txt").write_text(ADVIES + "\nDe raad wil een zwembad in Meerdam.\n")
    encoder = FakeEncoder()
    build_index(corpus_dir, index_dir, encoder)
    index = open_index(index_dir, FakeEncoder())
    assert set(index.words) == known | {"zwembad"}
    assert "zwembad" in encoder.encoded and not known & set(encoder.encoded)
    assert index.nearest_word(FakeEncoder().encode_queries(["zwembad"])[0])[0] == "zwembad"


def test_what_was_gathered_elsewhere_is_published_and_taken_over_the_next_time(tmp_path: Path) -> None:
    corpus_dir, index_dir = write_corpus(tmp_path / "corpus"), tmp_path / "index"
    with lock_index(index_dir):
        first, embedded = publish_index(
            gather_documents(load_manifest(corpus_dir), corpus_dir), "eerste", index_dir, FakeEncoder()
        )
        second, again = publish_index(
            gather_documents(load_manifest(corpus_dir), corpus_dir), "tweede", index_dir, FakeEncoder()
        )
    assert (embedded > 0, again) == (True, 0)
    assert (first.corpus, second.corpus) == ("eerste", "tweede")
    index = open_index(index_dir, FakeEncoder())
    assert (index.info, bool(index.words)) == (second, True)


def test_vectors_taken_over_are_the_vectors_that_would_have_been_computed(tmp_path: Path) -> None:
    corpus_dir, index_dir, _ = build_small(tmp_path)
    build_index(corpus_dir, index_dir, FakeEncoder())
    taken_over = find_version_in_use(index_dir)
    build_index(corpus_dir, tmp_path / "fresh", FakeEncoder())
    computed = find_version_in_use(tmp_path / "fresh")
    assert taken_over is not None and computed is not None
    for name in ("vectors.faiss", "sentences.faiss", "words.faiss"):
        assert (taken_over / name).read_bytes() == (computed / name).read_bytes()


@pytest.mark.parametrize("name", ["vectors.faiss", "sentences.faiss", "words.faiss"])
def test_vectors_of_a_damaged_index_or_of_another_model_are_not_taken_over(tmp_path: Path, name: str) -> None:
    corpus_dir, index_dir, first = build_small(tmp_path)
    in_use = find_version_in_use(index_dir)
    assert in_use is not None
    vectors = bytearray((in_use / name).read_bytes())
    vectors[-1] ^= 1
    (in_use / name).write_bytes(vectors)
    assert build_index(corpus_dir, index_dir, FakeEncoder()).embedded == first.embedded
    other = FakeEncoder()
    other.name = "ander-model"
    assert build_index(corpus_dir, index_dir, other).embedded == first.embedded


def test_equal_texts_are_embedded_once_and_progress_ends_at_the_total(tmp_path: Path) -> None:
    corpus_dir = write_corpus(tmp_path / "corpus", een="Kop\n\n" + "De raad stemt in. " * 30)
    encoder = FakeEncoder()
    seen: list[tuple[int, int]] = []
    report = build_index(corpus_dir, tmp_path / "index", encoder, lambda done, total: seen.append((done, total)))
    assert len(encoder.encoded) == len(set(encoder.encoded)) == report.embedded
    assert seen[-1] == (report.embedded, report.embedded)


def test_texts_are_embedded_in_batches_that_fit_and_a_longer_text_alone(tmp_path: Path) -> None:
    many = "\n\n".join(f"Kop {n}\n\nDe raad neemt besluit nummer {n}." for n in range(2 * MOST_IN_BATCH))
    table = "\n".join(f"kolom\t{n}\t{n * n}" for n in range(LARGEST_BATCH // 8))
    encoder = BatchEncoder()
    report = build_index(write_corpus(tmp_path / "corpus", veel=many, lang=table), tmp_path / "index", encoder)
    assert sum(len(batch) for batch in encoder.batches) == report.embedded
    assert len(encoder.batches) < report.embedded / 10
    for batch in encoder.batches:
        assert len(batch) <= MOST_IN_BATCH
        assert len(batch) == 1 or len(batch) * max(map(len, batch)) <= LARGEST_BATCH
    assert any(len(text) > LARGEST_BATCH for (text, *others) in encoder.batches if not others)
