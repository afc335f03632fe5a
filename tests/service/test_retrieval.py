"""Passages are found by meaning and by words, in one order, each score with the signals that it is made of."""

from collections import defaultdict

import numpy as np
import pytest

from indexer.store import OpenIndex
from indexer.words import split_words
from service import retrieval
from service.retrieval import SURROUNDINGS_WEIGHT, WEIGHTS, find_hits, scale_cosines, search_passages
from tests.tiny_index import build_tiny_index

QUESTIONS = (
    *("Wat moet een plan bevatten?", "casuïstiekbespreking Nijmegen", "Wie betaalt de zorg?", "😀", "?", "xqzv wrtk", "GGZ03W"),
    *("What is the aim of the plan?", "de het een", "Jeugdzorg plus in Twente"),
)
SUBJECTS = ("fietspaden", "zwembaden", "bibliotheken", "speeltuinen", "lantaarns", "rioleringen", "bushaltes", "volkstuinen")
RARE_WORD = "kruiwagensubsidie"
COSINES = ("vector", "zin", "context")
TWO_NOTES = {
    "een": "# Bibliotheken\n\nDe gemeente opent bibliotheken.\n\n# Bedrag\n\nDat is honderd euro per jaar.\n",
    "twee": "# Zwembaden\n\nDe gemeente opent zwembaden.\n\n# Bedrag\n\nDat is honderd euro per jaar.\n",
}


@pytest.fixture(scope="module")
def wide_index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    """Forty short documents of two kinds, one of which holds a word that no other has."""
    documents = {}
    for number in range(40):
        subject = SUBJECTS[number % len(SUBJECTS)]
        documents[f"stuk-{number:02}"] = f"# Nota {number}\n\nDe gemeente legt in wijk {number} nieuwe {subject} aan.\n"
    documents["stuk-33"] += f"\nDaarnaast bestaat er een {RARE_WORD} voor bewoners met plannen, dromen, ideeën en wensen.\n"
    kinds = dict.fromkeys(list(documents)[::4], "regeling")
    return build_tiny_index(tmp_path_factory.mktemp("wide"), documents, kinds)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_hit_has_a_score_and_its_signals_in_range(question: str, fake_index: OpenIndex) -> None:
    hits = find_hits(question, fake_index, count=len(fake_index.passages))
    for hit in hits:
        assert list(hit.signals) == [*COSINES, "woorden", "omgeving"]
        assert all(-1 <= hit.signals[name] <= 1.00001 for name in COSINES)
        assert hit.signals["woorden"] >= 0
        assert 0 <= hit.signals["omgeving"] <= 1.2
        assert 0 <= hit.score <= 1.2


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_score_is_the_weighed_sum_of_its_signals(question: str, fake_index: OpenIndex) -> None:
    hits = find_hits(question, fake_index, count=len(fake_index.passages))
    most_words = max(hit.signals["woorden"] for hit in hits) or 1.0
    for hit in hits:
        shares = scale_cosines(np.array([hit.signals[name] for name in COSINES], dtype=np.float32))
        own = sum(WEIGHTS[name] * float(share) for name, share in zip(COSINES, shares, strict=True))
        own += WEIGHTS["woorden"] * hit.signals["woorden"] / most_words
        assert hit.score == pytest.approx(
            (1 - SURROUNDINGS_WEIGHT) * own + SURROUNDINGS_WEIGHT * hit.signals["omgeving"], abs=1e-4
        )


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_cosines_are_those_of_the_passage_its_best_sentence_and_its_context(question: str, fake_index: OpenIndex) -> None:
    search = search_passages(question, fake_index, count=len(fake_index.passages))
    contexts = fake_index.context_cosines(search.query_embedding)
    for hit in search.hits:
        row = fake_index.rows[hit.passage.id]
        (passage,) = fake_index.passage_cosines(search.query_embedding, np.array([row]))
        sentence = fake_index.sentence_cosines(search.query_embedding, row).max(initial=-1.0)
        expected = [passage, sentence if hit.passage.sentences else passage, contexts[fake_index.contexts[row]]]
        assert [hit.signals[name] for name in COSINES] == pytest.approx(expected, abs=1e-5)


def test_the_weights_of_a_passage_s_own_signals_are_shares() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1.0)
    assert 0 < SURROUNDINGS_WEIGHT < 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_surroundings_of_a_passage_are_worth_the_best_own_score_there(question: str, fake_index: OpenIndex) -> None:
    own = defaultdict(list)
    said = defaultdict(set)
    for hit in find_hits(question, fake_index, count=len(fake_index.passages)):
        context = int(fake_index.contexts[fake_index.rows[hit.passage.id]])
        surroundings = hit.signals["omgeving"]
        own[context].append((hit.score - SURROUNDINGS_WEIGHT * surroundings) / (1 - SURROUNDINGS_WEIGHT))
        said[context].add(surroundings)
    for context, scores in own.items():
        assert len(said[context]) == 1
        assert said[context].pop() == pytest.approx(max(scores), abs=1e-4)


def test_of_two_passages_with_the_same_words_the_one_whose_surroundings_fit_comes_first(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    index = build_tiny_index(tmp_path_factory.mktemp("two"), TWO_NOTES)
    for subject, note in (("bibliotheken", "een"), ("zwembaden", "twee")):
        hits = find_hits(f"Hoeveel euro per jaar is dat voor de {subject}?", index)
        amounts = [hit.passage.document_id for hit in hits if "honderd euro" in index.passage_text(hit.passage)]
        assert amounts[0] == note


@pytest.mark.parametrize("question", QUESTIONS)
def test_below_the_limit_every_passage_is_weighed_once_in_one_order(question: str, fake_index: OpenIndex) -> None:
    assert len(fake_index.passages) <= retrieval.CANDIDATES
    hits = find_hits(question, fake_index, count=len(fake_index.passages))
    assert {hit.passage.id for hit in hits} == {passage.id for passage in fake_index.passages}
    assert [(-hit.score, hit.passage.id) for hit in hits] == sorted((-hit.score, hit.passage.id) for hit in hits)
    assert hits == find_hits(question, fake_index, count=len(fake_index.passages))


@pytest.mark.parametrize("count", [1, 7, 10, 10_000])
def test_the_best_hits_are_the_first_of_all_hits(count: int, fake_index: OpenIndex) -> None:
    everything = find_hits("plan van aanpak", fake_index, count=len(fake_index.passages))
    assert find_hits("plan van aanpak", fake_index, count=count) == everything[:count]


@pytest.mark.parametrize("kind", ["rapport", "regioproject", "hulpmiddel", "bestuurlijke-afspraken"])
def test_only_passages_of_the_kinds_asked_for_are_found(kind: str, fake_index: OpenIndex) -> None:
    everything = len(fake_index.passages)
    hits = find_hits("Wat moet een plan bevatten?", fake_index, frozenset({kind}), everything)
    assert {hit.passage.id for hit in hits} == {passage.id for passage in fake_index.passages if passage.kind == kind}
    assert hits


def test_a_kind_that_no_document_has_finds_nothing(fake_index: OpenIndex) -> None:
    assert find_hits("Wat moet een plan bevatten?", fake_index, frozenset({"wetsvoorstel"})) == ()


def test_several_kinds_are_found_together(fake_index: OpenIndex) -> None:
    kinds = frozenset({"hulpmiddel", "bestuurlijke-afspraken"})
    hits = find_hits("plan", fake_index, kinds, len(fake_index.passages))
    assert {hit.passage.kind for hit in hits} == kinds


def test_the_embedding_of_the_question_comes_along(fake_index: OpenIndex) -> None:
    search = search_passages("plan van aanpak", fake_index)
    assert search.query_embedding.shape == (fake_index.encoder.dimension,)
    assert search.hits == find_hits("plan van aanpak", fake_index)


def test_a_question_in_words_of_the_documents_is_searched_by_those_words(fake_index: OpenIndex) -> None:
    question = "Wat moet een plan van aanpak bevatten?"
    assert split_words(search_passages(question, fake_index).words) == split_words(question)


def test_a_word_that_the_documents_lack_is_searched_by_the_one_nearest_to_it(
    wide_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wide_index, "nearest_word", lambda _: (RARE_WORD, 1.0))
    search = search_passages("Wat doet xqzvwk?", wide_index)
    assert RARE_WORD in search.words.split() and "xqzvwk" not in search.words
    worded = [hit.passage for hit in search.hits if hit.signals["woorden"] > 0]
    assert worded and RARE_WORD in wide_index.passage_text(worded[0])


def test_a_kind_that_no_document_has_still_gives_words_and_embedding(fake_index: OpenIndex) -> None:
    search = search_passages("plan van aanpak", fake_index, frozenset({"wetsvoorstel"}))
    assert (search.hits, search.words) == ((), "plan van aanpak")
    assert search.query_embedding.shape == (fake_index.encoder.dimension,)


def test_the_words_of_a_passage_find_that_passage(fake_index: OpenIndex) -> None:
    asked = [passage for passage in fake_index.passages if passage.form == "text"][::5]
    found = [find_hits(fake_index.passage_text(passage)[:2000], fake_index, count=2) for passage in asked]
    missed = [passage.id for passage, hits in zip(asked, found, strict=True) if passage not in [hit.passage for hit in hits]]
    assert len(missed) <= len(asked) // 10, missed


def test_the_real_model_finds_what_is_said_in_other_words(real_index: OpenIndex) -> None:
    hits = find_hits("Wie zette een handtekening onder de afspraken?", real_index, count=10)
    assert any("ondertekend" in real_index.passage_text(hit.passage) for hit in hits)


def test_a_question_in_english_is_also_searched_by_the_dutch_words(real_index: OpenIndex) -> None:
    search = search_passages("Which topics did the municipalities discuss?", real_index)
    assert any(word.startswith("onderwerp") for word in search.words.split())
    assert any(word.startswith("gemeente") for word in search.words.split())
    assert "topics" not in search.words
    assert max(hit.signals["woorden"] for hit in search.hits) > 0


@pytest.mark.parametrize(
    "question", ["Waar legt de gemeente lantaarns aan?", f"Is er een {RARE_WORD}?", "wijk 12", "nieuwe zwembaden"]
)
@pytest.mark.parametrize("kinds", [frozenset[str](), frozenset({"regeling"})])
def test_above_the_limit_the_order_is_that_of_everything_weighed(
    question: str, kinds: frozenset[str], wide_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = {hit.passage.id: hit for hit in find_hits(question, wide_index, kinds, 100)}
    monkeypatch.setattr(retrieval, "CANDIDATES", 5)
    hits = find_hits(question, wide_index, kinds, 100)
    assert hits == find_hits(question, wide_index, kinds, 100)
    assert hits[0].passage.id == next(iter(everything))
    assert len({hit.passage.id for hit in hits}) == len(hits)
    assert kinds or len(hits) < len(everything)
    for hit in hits:
        assert hit.signals == pytest.approx(everything[hit.passage.id].signals, abs=1e-5)
        assert hit.score == pytest.approx(everything[hit.passage.id].score, abs=1e-5)


def test_above_the_limit_the_passages_around_the_best_come_along(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = build_tiny_index(tmp_path_factory.mktemp("around"), TWO_NOTES)
    monkeypatch.setattr(retrieval, "CANDIDATES", 1)
    hits = find_hits("zwembaden", index)
    assert {hit.passage.id for hit in hits} == {passage.id for passage in index.passages if passage.document_id == "twee"}
    assert len(hits) > 1


def test_above_the_limit_a_rare_word_is_still_found(wide_index: OpenIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "CANDIDATES", 1)
    hits = find_hits(f"{RARE_WORD} lantaarns wijk nieuwe gemeente legt aan", wide_index)
    assert len(hits) < len(wide_index.passages)
    assert any(RARE_WORD in wide_index.passage_text(hit.passage) for hit in hits)


def test_above_the_limit_kinds_still_hold(wide_index: OpenIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "CANDIDATES", 3)
    hits = find_hits("nieuwe lantaarns in de wijk", wide_index, frozenset({"regeling"}), 100)
    assert {hit.passage.kind for hit in hits} == {"regeling"}


@pytest.mark.parametrize(("cosine", "scaled"), [(-1.0, 0.0), (0.0, 0.0), (0.75, 0.0), (0.85, 0.5), (0.95, 1.0), (1.0, 1.2)])
def test_a_cosine_is_spread_over_0_to_about_1(cosine: float, scaled: float) -> None:
    assert scale_cosines(np.array([cosine, cosine], dtype=np.float32)) == pytest.approx([scaled, scaled], abs=1e-6)
