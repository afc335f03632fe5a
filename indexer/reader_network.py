"""The network that reads: one encoder for passages and questions, and small heads that lay a question beside a passage.

A passage is encoded alone, when the index is made. What is kept of it is one vector of the whole and a short one for each of its
tokens. A question is encoded when it is asked; then its tokens look for their likes among those of a passage (late interaction),
and two light layers, in which question and passage attend to each other, say how surely the passage answers and which tokens do.

Shapes: q tokens of a question, p of a passage, ``ENCODED`` numbers a token as encoded, ``KEPT`` as kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from indexer.packaged_weights import PackagedModel

ENCODED = 384
KEPT = 128

LONGEST_QUESTION_TOKENS = 96
LONGEST_HEADING_TOKENS = 32
LONGEST_PASSAGE_TOKENS = 256
QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "

BEGIN_ID, PAD_ID, END_ID, UNKNOWN_ID = 0, 1, 2, 3

# Tokens of one padded batch: more no longer makes two cores faster.
TOKENS_IN_BATCH = 3200


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as the encoder takes it: ``ids`` with begin and end, of which ``[begin:end]`` are the words themselves.

    ``offsets`` are the stretches of the original text that those words' tokens stand for, in code points.
    """

    ids: tuple[int, ...]
    begin: int
    end: int
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text after the encoder: ``tokens`` (p or q, ENCODED) of the words themselves, ``whole`` (ENCODED,) of length 1."""

    tokens: Tensor
    whole: Tensor


class Tokenizer:
    """Cuts texts into the encoder's pieces and remembers where each stands in the text."""

    def __init__(self, packaged: PackagedModel) -> None:
        self._tokenizer = packaged.tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._normal_forms = packaged.normal_forms

    def cut_question(self, question: str) -> Pieces:
        """A question; of one longer than ``LONGEST_QUESTION_TOKENS`` the end, where what is asked stands."""
        prefix, _ = self._cut(QUERY_PREFIX)
        ids, offsets = self._cut(question)
        ids, offsets = ids[-LONGEST_QUESTION_TOKENS:], offsets[-LONGEST_QUESTION_TOKENS:]
        begin = 1 + len(prefix)
        return Pieces((BEGIN_ID, *prefix, *ids, END_ID), begin, begin + len(ids), tuple(offsets))

    def cut_passage(self, headings: str, text: str) -> Pieces:
        """A passage under its headings; only the tokens of the text itself are kept, at most ``LONGEST_PASSAGE_TOKENS``."""
        above, _ = self._cut(PASSAGE_PREFIX + headings)
        above = above[:LONGEST_HEADING_TOKENS]
        ids, offsets = self._cut(text)
        room = LONGEST_PASSAGE_TOKENS - len(above) - 2
        begin = 1 + len(above)
        return Pieces((BEGIN_ID, *above, *ids[:room], END_ID), begin, begin + len(ids[:room]), tuple(offsets[:room]))

    def _cut(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        normal: list[str] = []
        places: list[int] = []
        for place, character in enumerate(text):
            for form in character.translate(self._normal_forms):
                if not (form == " " and normal and normal[-1] == " "):
                    normal.append(form)
                    places.append(place)
        encoding = self._tokenizer.encode("".join(normal), add_special_tokens=False)
        offsets = [
            (places[begin], places[min(end, len(places)) - 1] + 1) if end > begin else (0, 0) for begin, end in encoding.offsets
        ]
        return list(encoding.ids), offsets


class ReaderNetwork(nn.Module):
    """Encoder and heads. Everything but ``encode`` works on what an index keeps, so it costs little when a question is asked."""

    def __init__(self, packaged: PackagedModel) -> None:
        super().__init__()
        self.bert = packaged.bert
        self.keep = nn.Linear(ENCODED, KEPT, bias=False)
        self.weigh = nn.Linear(ENCODED, 1)
        self.scale = nn.Parameter(torch.tensor(3.0))
        self.whole_share = nn.Parameter(torch.tensor(1.0))
        self.reading = Reading()
        nn.init.orthogonal_(self.keep.weight)
        nn.init.zeros_(self.weigh.weight)
        nn.init.zeros_(self.weigh.bias)

    def encode(self, texts: Sequence[Pieces]) -> list[Encoded]:
        """Every text encoded, in the given order; texts of about the same length share a batch."""
        order = sorted(range(len(texts)), key=lambda number: len(texts[number].ids))
        encoded: dict[int, Encoded] = {}
        batch: list[int] = []
        for number in order:
            if batch and (len(batch) + 1) * len(texts[number].ids) > TOKENS_IN_BATCH:
                encoded |= zip(batch, self._encode_batch([texts[n] for n in batch]), strict=True)
                batch = []
            batch.append(number)
        if batch:
            encoded |= zip(batch, self._encode_batch([texts[n] for n in batch]), strict=True)
        return [encoded[number] for number in range(len(texts))]

    def _encode_batch(self, texts: Sequence[Pieces]) -> list[Encoded]:
        longest = max(len(text.ids) for text in texts)
        device = self.scale.device
        ids = torch.tensor([[*text.ids, *[PAD_ID] * (longest - len(text.ids))] for text in texts], device=device)
        mask = torch.tensor([[1] * len(text.ids) + [0] * (longest - len(text.ids)) for text in texts], device=device)
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        share = mask.unsqueeze(-1).float()
        wholes = functional.normalize((hidden * share).sum(1) / share.sum(1), dim=-1)
        return [Encoded(hidden[row, text.begin : text.end], wholes[row]) for row, text in enumerate(texts)]

    def shorten(self, tokens: Tensor) -> Tensor:
        """Tokens as they are kept, shape (…, KEPT), of length 1."""
        return functional.normalize(self.keep(tokens), dim=-1)

    def weigh_tokens(self, question: Encoded) -> Tensor:
        """How much each token of a question counts, shape (q,), together 1."""
        return torch.softmax(self.weigh(question.tokens).squeeze(-1), 0)

    def score(self, weights: Tensor, best: Tensor, wholes: Tensor) -> Tensor:
        """How near passages are, shape (passages,): the weighted mean of each question token's best cosine, and the cosine of the wholes.

        ``best`` has shape (q, passages), ``wholes`` (passages,).
        """
        return weights @ best + self.whole_share * wholes


class Reading(nn.Module):
    """Reads a question beside passages: two layers in which each looks at the other, then what each token and the whole say."""

    def __init__(self, width: int = KEPT, layers: int = 2, dropout: float = 0.1) -> None:
        super().__init__()
        self.take_question = nn.Linear(ENCODED, width)
        self.take_passage = nn.Linear(KEPT, width)
        self.take_match = nn.Linear(1, width)
        self.layers = nn.ModuleList(ReadingLayer(width, dropout) for _ in range(layers))
        self.says_answer = nn.Sequential(
            nn.LayerNorm(2 * width + 2), nn.Linear(2 * width + 2, width), nn.GELU(), nn.Linear(width, 1)
        )
        self.says_tokens = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, width), nn.GELU(), nn.Linear(width, 2))

    def forward(
        self, question: Tensor, weights: Tensor, passages: Tensor, present: Tensor, matches: Tensor, scores: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The answer logit of each passage, shape (passages,), and of each token whether it is evidence and core, (passages, p, 2).

        ``question`` (q, ENCODED) with ``weights`` (q,), ``passages`` (passages, p, KEPT) of which ``present`` says what is no
        padding, ``matches`` (q, passages, p) cosines, ``scores`` (passages,).
        """
        best_of_question = matches.amax(-1).T.unsqueeze(-1)
        best_of_passage = matches.amax(0).unsqueeze(-1)
        asked = self.take_question(question).expand(len(passages), -1, -1) + self.take_match((best_of_question - 0.5) * 4)
        words = self.take_passage(passages) + self.take_match((best_of_passage - 0.5) * 4)
        for layer in self.layers:
            asked, words = layer(asked, words, present)
        tokens = self.says_tokens(words)
        strongest = tokens[..., 0].masked_fill(~present, -30.0).amax(-1, keepdim=True)
        of_question = weights @ asked
        of_passage = words.masked_fill(~present.unsqueeze(-1), -30.0).amax(1)
        said = torch.cat([of_question, of_passage, scores.unsqueeze(-1), strongest], dim=-1)
        return self.says_answer(said).squeeze(-1), tokens


class ReadingLayer(nn.Module):
    """The question looks at the passage, the passage at the question, and each thinks it over."""

    def __init__(self, width: int, dropout: float, heads: int = 4) -> None:
        super().__init__()
        self.ask = nn.MultiheadAttention(width, heads, dropout=dropout, batch_first=True)
        self.tell = nn.MultiheadAttention(width, heads, dropout=dropout, batch_first=True)
        self.asked_norm, self.words_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.asked_thought, self.words_thought = _think(width, dropout), _think(width, dropout)

    def forward(self, asked: Tensor, words: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Both with what they saw, shapes (passages, q, width) and (passages, p, width)."""
        from_question, from_passage = self.asked_norm(asked), self.words_norm(words)
        seen, _ = self.ask(from_question, from_passage, from_passage, key_padding_mask=~present, need_weights=False)
        told, _ = self.tell(from_passage, from_question, from_question, need_weights=False)
        asked, words = asked + seen, words + told
        return asked + self.asked_thought(asked), words + self.words_thought(words)


def _think(width: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(
        nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.GELU(), nn.Dropout(dropout), nn.Linear(2 * width, width)
    )
