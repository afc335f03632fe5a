"""Plain ways of searching the same documents with the same model: what a team gets from the libraries in an afternoon.

They answer in the shape of the wire, with whole chunks quoted, so that the same judges judge them. A second home for llama-index and
bm25s on purpose: the defaults of the libraries are what is compared with, so nothing of our own indexing may slip in.
"""

from collections.abc import Iterable, Mapping

import bm25s
import Stemmer
from llama_index.core import Document, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.llms import MockLLM
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.retrievers import BaseRetriever, QueryFusionRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode
from pydantic import PrivateAttr

from corpus.types import CanonicalText
from evals.asking import Ask
from indexer.embedding import Encoder

CHUNKS_SHOWN = 5
"""As many as the service cites at most."""


class EncoderEmbedding(BaseEmbedding):  # type: ignore[misc]  # llama-index's classes carry no types here
    """Our encoder as llama-index wants its embedding models."""

    _encoder: Encoder = PrivateAttr()

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(model_name=encoder.name, embed_batch_size=16)
        self._encoder = encoder

    def _get_query_embedding(self, query: str) -> list[float]:
        return _to_floats(self._encoder.encode_queries([query])[0])

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return _to_floats(self._encoder.encode_passages([text])[0])

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [_to_floats(row) for row in self._encoder.encode_passages(texts)]


def _to_floats(row: Iterable[float]) -> list[float]:
    return [float(value) for value in row]


class Bm25Retriever(BaseRetriever):  # type: ignore[misc]  # llama-index's classes carry no types here
    """BM25 as bm25s offers it for Dutch: its own stop words, the Dutch Snowball stemmer, its default weights."""

    def __init__(self, nodes: list[TextNode]) -> None:
        super().__init__()
        self._nodes = nodes
        self._bm25 = bm25s.BM25()
        self._bm25.index(self._tokenize([node.text for node in nodes]), show_progress=False)

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        count = min(CHUNKS_SHOWN, len(self._nodes))
        rows, scores = self._bm25.retrieve(self._tokenize([query_bundle.query_str]), k=count, show_progress=False)
        ranked = zip(rows[0], scores[0], strict=True)
        return [NodeWithScore(node=self._nodes[int(row)], score=float(score)) for row, score in ranked if score > 0]

    def _tokenize(self, texts: list[str]) -> list[list[str]]:
        stemmer = Stemmer.Stemmer("dutch")
        tokens: list[list[str]] = bm25s.tokenize(texts, stopwords="nl", stemmer=stemmer, return_ids=False, show_progress=False)
        return tokens


def build_baselines(texts: Iterable[CanonicalText], encoder: Encoder) -> Mapping[str, Ask]:
    """Three plain ways over these documents, by their Dutch name: llama-index's defaults, BM25, and its fusion of both.

    Chunks are those of llama-index's ``SentenceSplitter`` as it comes (1,024 tokens, 200 overlapping). A way never refuses, but for
    want of any hit; its ``zekerheid`` is its best score. Embeds every chunk: seconds for a hundred pages.
    """
    by_id = {text.document_id: text for text in texts}
    documents = [Document(text=text.text, id_=text.document_id) for text in by_id.values()]
    nodes = SentenceSplitter().get_nodes_from_documents(documents)
    index = VectorStoreIndex(nodes, embed_model=EncoderEmbedding(encoder))
    vectors = index.as_retriever(similarity_top_k=CHUNKS_SHOWN)
    words = Bm25Retriever(nodes)
    fusion = QueryFusionRetriever(
        [vectors, words],
        llm=MockLLM(),  # never asked: with one query there is nothing to rewrite
        mode="reciprocal_rerank",
        num_queries=1,
        similarity_top_k=CHUNKS_SHOWN,
        use_async=False,
    )
    ways = {"llama-index, vectoren": vectors, "BM25": words, "llama-index, beide samen": fusion}
    return {name: _ask_with(retriever, by_id) for name, retriever in ways.items()}


def _ask_with(retriever: BaseRetriever, texts: Mapping[str, CanonicalText]) -> Ask:
    def ask(request: dict[str, object]) -> object:
        return _quote_chunks(retriever.retrieve(str(request["vraag"])), texts)

    return ask


def _quote_chunks(found: list[NodeWithScore], texts: Mapping[str, CanonicalText]) -> dict[str, object]:
    citations = [_cite_chunk(number, hit.node, texts) for number, hit in enumerate(found, start=1)]
    return {
        "status": "beantwoord" if found else "niet-gevonden",
        "reden": None if found else "geen-bewijs",
        "antwoord": "\n\n".join(f"{citation['citaat']} [{citation['nummer']}]" for citation in citations),
        "zekerheid": max((float(hit.score or 0.0) for hit in found), default=0.0),
        "citaten": citations,
        "index": {"versie": "vergelijking"},
    }


def _cite_chunk(number: int, node: TextNode, texts: Mapping[str, CanonicalText]) -> dict[str, object]:
    """The chunk as a citation; llama-index says where in the document it stands."""
    text = texts[node.ref_doc_id]
    begin, end = node.start_char_idx, node.end_char_idx
    return {
        "nummer": number,
        "documentId": text.document_id,
        "documentVersie": text.version,
        "begin": begin,
        "eind": end,
        "citaat": text.text[begin:end],
    }
