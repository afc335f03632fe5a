"""The plain ways search the same documents, quote whole chunks true to the text, and are judged as we are."""

from collections.abc import Mapping

import pytest

from evals import baselines
from evals.asking import Ask
from evals.baselines import CHUNKS_SHOWN, build_baselines
from evals.reply import Reply, read_reply
from evals.scorers import score_citations
from indexer.canonical import seal_text
from indexer.store import OpenIndex
from tests.fakes import FakeEncoder

NAMES = ["llama-index, vectoren", "BM25", "llama-index, beide samen"]


@pytest.fixture(scope="module")
def ways(fake_index: OpenIndex) -> Mapping[str, Ask]:
    return build_baselines(fake_index.texts.values(), fake_index.encoder)


def ask(ways: Mapping[str, Ask], name: str, question: str) -> Reply:
    return read_reply(ways[name]({"vraag": question}))


def test_there_are_three_plain_ways(ways: Mapping[str, Ask]) -> None:
    assert list(ways) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_plain_way_quotes_its_best_chunks_true_to_the_canonical_text(
    ways: Mapping[str, Ask], fake_index: OpenIndex, name: str
) -> None:
    reply = ask(ways, name, "Wat staat er over de regio Twente en de jeugdzorg?")
    assert (reply.status, len(reply.citations)) == ("beantwoord", CHUNKS_SHOWN)
    verdict = score_citations(reply, lambda document_id: fake_index.texts[document_id].text)
    assert verdict is not None
    assert verdict.why == ""
    assert all(citation.quote in reply.text for citation in reply.citations)
    assert "twente" in {citation.document_id.split("-")[0] for citation in reply.citations}


@pytest.mark.parametrize("name", NAMES)
def test_a_plain_way_answers_the_same_twice(ways: Mapping[str, Ask], name: str) -> None:
    question = "Welke zorgkantoren doen mee?"
    assert ask(ways, name, question) == ask(ways, name, question)


def test_its_confidence_is_its_best_score(
    ways: Mapping[str, Ask], fake_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(baselines, "CHUNKS_SHOWN", 1)
    best_alone = build_baselines(fake_index.texts.values(), fake_index.encoder)
    for name in NAMES[:2]:
        near, best, far = (
            ask(chosen, name, question).confidence or 0.0
            for chosen, question in (
                (ways, "taskforces EPA Phrenos"),
                (best_alone, "taskforces EPA Phrenos"),
                (ways, "de maan"),
            )
        )
        assert near == pytest.approx(best)
        assert near > far


def test_words_that_stand_nowhere_are_the_one_thing_it_refuses(ways: Mapping[str, Ask]) -> None:
    reply = ask(ways, "BM25", "qwertyuiop?")
    assert (reply.status, reply.reason, reply.citations) == ("niet-gevonden", "geen-bewijs", ())
    assert reply.confidence == 0.0


def test_bm25_finds_a_dutch_word_by_its_stem() -> None:
    texts = [seal_text(name, f"Er {words}.") for name, words in (("een", "lagen plannen"), ("twee", "stonden bomen"))]
    reply = ask(build_baselines(texts, FakeEncoder()), "BM25", "plan boom")
    assert {citation.document_id for citation in reply.citations} == {"een", "twee"}
