"""An index opens whole, and is refused with words that say what to do when it is not what it should be."""

import json
from pathlib import Path

import numpy as np
import pytest

from indexer.build import build_index
from indexer.publishing import find_version_in_use
from indexer.store import IndexUnusableError, OpenIndex, open_index
from indexer.structure.contexts import group_passages
from indexer.structure.passages import passage_to_search_text
from tests.fakes import FakeEncoder
from tests.indexer.small_corpus import build_small, write_corpus


def published(folder: Path) -> tuple[Path, Path]:
    """A small published index, as (index folder, folder of the version in use)."""
    _, index_dir, _ = build_small(folder)
    in_use = find_version_in_use(index_dir)
    assert in_use is not None
    return index_dir, in_use


def test_every_sentence_and_item_slices_true(fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        text = fake_index.texts[passage.document_id].text
        assert 0 <= passage.span.begin < passage.span.end <= len(text)
        assert all(passage.span.contains(span) for span in (*passage.sentences, *passage.items))


def test_a_passage_is_nearest_to_its_own_search_text(fake_index: OpenIndex) -> None:
    for row in range(0, len(fake_index.passages), 17):
        passage = fake_index.passages[row]
        text = fake_index.texts[passage.document_id].text
        title = fake_index.documents[passage.document_id].title
        (embedding,) = FakeEncoder().encode_passages([passage_to_search_text(passage, title, text)])
        ((nearest, cosine),) = fake_index.nearest_passages(embedding, 1)
        assert nearest == row
        assert cosine == pytest.approx(1.0, abs=1e-5)


def test_asking_for_more_passages_than_there_are_gives_all(tmp_path: Path) -> None:
    index_dir, _ = published(tmp_path)
    index = open_index(index_dir, FakeEncoder())
    (embedding,) = FakeEncoder().encode_queries(["wonen"])
    assert len(index.nearest_passages(embedding, 10_000)) == len(index.passages)


def test_the_cosines_of_sentences_belong_to_the_sentences_of_their_passage(fake_index: OpenIndex) -> None:
    for row in range(0, len(fake_index.passages), 23):
        words = [
            span.of(fake_index.texts[fake_index.passages[row].document_id].text) for span in fake_index.passages[row].sentences
        ]
        for place, embedding in enumerate(FakeEncoder().encode_passages(words)):
            cosines = fake_index.sentence_cosines(embedding, row)
            assert cosines.shape == (len(words),)
            assert cosines[place] == pytest.approx(1.0, abs=1e-5)


def test_the_words_of_every_passage_stand_in_the_vocabulary(fake_index: OpenIndex) -> None:
    assert len(fake_index.passage_stems) == len(fake_index.passages)
    assert all(stems <= fake_index.vocabulary for stems in fake_index.passage_stems)


def test_the_cosines_of_passages_are_those_of_a_search_in_any_order_of_rows(fake_index: OpenIndex) -> None:
    (embedding,) = FakeEncoder().encode_queries(["plan van aanpak"])
    nearest = fake_index.nearest_passages(embedding, len(fake_index.passages))
    cosines = fake_index.passage_cosines(embedding, np.array([row for row, _ in nearest]))
    assert cosines.shape == (len(fake_index.passages),)
    assert cosines == pytest.approx([cosine for _, cosine in nearest], abs=1e-5)
    assert fake_index.passage_cosines(embedding, np.array([], dtype=np.int64)).shape == (0,)


def test_every_passage_has_a_context_and_every_context_a_cosine_within_range(fake_index: OpenIndex) -> None:
    assert fake_index.contexts.tolist() == list(group_passages(fake_index.passages))
    (embedding,) = FakeEncoder().encode_queries(["plan van aanpak"])
    cosines = fake_index.context_cosines(embedding)
    assert cosines.shape == (fake_index.contexts.max() + 1,)
    assert np.abs(cosines).max() <= 1.00001


def test_the_cosine_of_a_context_is_that_of_the_mean_of_its_passages(fake_index: OpenIndex) -> None:
    texts = [
        passage_to_search_text(
            passage, fake_index.documents[passage.document_id].title, fake_index.texts[passage.document_id].text
        )
        for passage in fake_index.passages
    ]
    vectors = FakeEncoder().encode_passages(texts)
    (embedding,) = FakeEncoder().encode_queries(["plan van aanpak"])
    for context, cosine in enumerate(fake_index.context_cosines(embedding)):
        mean = vectors[fake_index.contexts == context].mean(axis=0)
        assert cosine == pytest.approx(float(mean @ embedding / np.linalg.norm(mean)), abs=1e-5)


def test_every_word_of_the_documents_is_nearest_to_itself(fake_index: OpenIndex) -> None:
    for word in fake_index.words[::97]:
        nearest, likeness = fake_index.nearest_word(FakeEncoder().encode_queries([word])[0])
        assert nearest == word
        assert likeness == pytest.approx(1.0, abs=1e-5)


def test_a_word_that_is_unlike_every_other_is_not_near(fake_index: OpenIndex) -> None:
    _, likeness = fake_index.nearest_word(FakeEncoder().encode_queries(["xqzvwk"])[0])
    assert likeness < 0.5


def test_an_index_without_words_knows_no_nearest_word(tmp_path: Path) -> None:
    corpus_dir = write_corpus(tmp_path / "corpus", cijfers="1 2 3. 4 5 6.\n")
    manifest = (corpus_dir / "manifest.toml").read_text(encoding="utf-8")
    (corpus_dir / "manifest.toml").write_text(manifest.replace("Titel cijfers", "2025"), encoding="utf-8")
    build_index(corpus_dir, tmp_path / "index", FakeEncoder())
    index = open_index(tmp_path / "index", FakeEncoder())
    assert (index.words, index.nearest_word(FakeEncoder().encode_queries(["wonen"])[0])) == ((), ("", 0.0))


def test_text_and_version_of_every_document_agree(fake_index: OpenIndex) -> None:
    for canonical in fake_index.texts.values():
        assert canonical.version.startswith("sha256:")
        assert "\r" not in canonical.text


def test_where_there_is_no_index_the_command_that_makes_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusableError, match="python -m indexer build"):
        open_index(tmp_path, FakeEncoder())


def test_an_index_of_another_model_is_refused(tmp_path: Path) -> None:
    index_dir, _ = published(tmp_path)
    other = FakeEncoder()
    other.name = "ander-model"
    with pytest.raises(IndexUnusableError, match=r"'fake', niet met 'ander-model'.*Maak hem opnieuw"):
        open_index(index_dir, other)


@pytest.mark.parametrize(
    ("key", "value", "expected"), [("code", "0", "andere versie van de code"), ("format", 0, "heeft vorm 0")]
)
def test_an_index_by_other_code_or_of_another_form_is_refused(tmp_path: Path, key: str, value: object, expected: str) -> None:
    index_dir, in_use = published(tmp_path)
    content = json.loads((in_use / "index.json").read_text())
    (in_use / "index.json").write_text(json.dumps(content | {key: value}))
    with pytest.raises(IndexUnusableError, match=expected):
        open_index(index_dir, FakeEncoder())


@pytest.mark.parametrize(
    "name", ["vectors.faiss", "sentences.faiss", "words.faiss", "index.sqlite", "texts/visie.txt", "lexical/params.index.json"]
)
@pytest.mark.parametrize("harm", ["removed", "cut", "changed"])
def test_a_damaged_or_missing_file_is_named(tmp_path: Path, name: str, harm: str) -> None:
    index_dir, in_use = published(tmp_path)
    path = in_use / name
    raw = path.read_bytes()
    path.unlink()
    if harm != "removed":
        path.write_bytes(raw[: len(raw) // 2] if harm == "cut" else raw[:-1] + bytes([raw[-1] ^ 1]))
    with pytest.raises(IndexUnusableError, match=f"{name} beschadigd of weg. Maak hem opnieuw"):
        open_index(index_dir, FakeEncoder())


def test_a_pointer_to_a_version_that_is_gone_is_refused(tmp_path: Path) -> None:
    index_dir, in_use = published(tmp_path)
    in_use.rename(in_use.with_name("weg"))
    with pytest.raises(IndexUnusableError, match="niet te lezen"):
        open_index(index_dir, FakeEncoder())


def test_an_open_index_answers_on_after_a_newer_one_is_published(tmp_path: Path) -> None:
    index_dir, _ = published(tmp_path)
    index = open_index(index_dir, FakeEncoder())
    (embedding,) = FakeEncoder().encode_queries(["wonen"])
    before = index.nearest_passages(embedding, 3)
    build_small(tmp_path)
    build_small(tmp_path)
    assert index.nearest_passages(embedding, 3) == before


def test_an_index_of_other_documents_than_there_are_now_is_refused(tmp_path: Path) -> None:
    corpus_dir, index_dir, _ = build_small(tmp_path)
    assert open_index(index_dir, FakeEncoder(), corpus_dir).passages
    source = next((corpus_dir / "sources").iterdir())
    source.write_text(source.read_text(encoding="utf-8") + "\n\nEr kwam een alinea bij.\n", encoding="utf-8")
    with pytest.raises(IndexUnusableError, match=r"andere documenten.*indexer build"):
        open_index(index_dir, FakeEncoder(), corpus_dir)


def test_a_manifest_with_an_error_keeps_the_index_in_use(tmp_path: Path) -> None:
    corpus_dir, index_dir, _ = build_small(tmp_path)
    (corpus_dir / "manifest.toml").write_text("[[document]\n", encoding="utf-8")
    assert open_index(index_dir, FakeEncoder(), corpus_dir).passages
