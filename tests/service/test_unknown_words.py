"""A word that the documents lack is bridged to the word of theirs that is nearest; one that they have needs no bridge."""

from collections.abc import Sequence

import numpy as np
import pytest

from indexer.embedding import Embeddings
from indexer.store import OpenIndex
from service.question_form import ENGLISH_FILLERS
from service.unknown_words import (
    LONGEST_BRIDGED,
    MOST_BRIDGED,
    MOST_LOOKED_UP,
    abbreviate,
    bridge_words,
    cross_bridges,
    find_unknown_words,
    is_known,
)
from tests.tiny_index import build_tiny_index

NOTE = """# Nota speelplekken

De gemeente legt speelplekken aan voor kinderen in de binnenstad. Wie meedoet, krijgt een waterkraan.

De Vereniging Groene Straten (VGS) betaalt mee.
"""


@pytest.fixture(scope="module")
def note_index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    return build_tiny_index(tmp_path_factory.mktemp("note"), {"nota": NOTE})


def test_no_word_of_the_documents_is_unknown(fake_index: OpenIndex) -> None:
    assert find_unknown_words(" ".join(fake_index.words), fake_index) == []


@pytest.mark.parametrize(
    "question",
    [
        *("Waar is een speelplek?", "SPEELPLEKKEN", "speelplékken", "Wat doet de gemeenten?"),
        *("Is er een kinderspeelplek?", "Waar is de gemeentewaterkraan?", "Wie zijn de binnenstadskinderen?"),
        *("Waar zijn speelpleken?", "Waar is de waterkran?", "de binenstad"),
    ],
)
def test_a_known_word_in_another_form_in_a_compound_or_misspelt_needs_no_bridge(question: str, note_index: OpenIndex) -> None:
    assert find_unknown_words(question, note_index) == []
    assert bridge_words(question, note_index)[1] == {}


@pytest.mark.parametrize(
    "question", ["", "?", "😀", "2019 of 12.500", "de het een wat", "what must the they", "a b", "Wat moet er?"]
)
def test_what_carries_no_subject_needs_no_bridge(question: str, note_index: OpenIndex) -> None:
    assert find_unknown_words(question, note_index) == []
    assert bridge_words(question, note_index)[1] == {}


def test_unknown_words_come_folded_each_once_in_the_order_of_the_question(note_index: OpenIndex) -> None:
    asked = "Wie regelt het Zwémbad, de gemeente of de schouwburg? En wie sluit het zwembad?"
    found = find_unknown_words(asked, note_index)
    assert [word for word in found if word in ("zwembad", "schouwburg")] == ["zwembad", "schouwburg"]
    assert "gemeente" not in found
    assert len(found) == len(set(found))


def test_a_bridge_leads_from_an_unknown_word_to_a_word_of_the_documents(fake_index: OpenIndex) -> None:
    question = "Waarover is gepraatsessies, bovenregionaalst en xqzvwk?"
    _, bridges = bridge_words(question, fake_index)
    assert set(bridges) <= set(find_unknown_words(question, fake_index))
    assert set(bridges.values()) <= set(fake_index.words)


def test_the_embedding_is_that_of_the_question_alone(fake_index: OpenIndex) -> None:
    for question in ("Wat moet een plan bevatten?", "xqzvwk en wrtklm", "Which topics?", ""):
        embedding, _ = bridge_words(question, fake_index)
        assert np.array_equal(embedding, fake_index.encoder.encode_queries([question])[0])


def test_of_very_many_unknown_words_only_some_are_bridged(note_index: OpenIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_index, "nearest_word", lambda _: ("gemeente", 1.0))
    question = " ".join(f"{first}{second}xqzv" for first in "bcdfgh" for second in "jklmnp")
    assert len(find_unknown_words(question, note_index)) == 36
    assert len(bridge_words(question, note_index)[1]) == MOST_BRIDGED


@pytest.mark.parametrize(("likeness", "bridged"), [(0.0, False), (1.0, True)])
@pytest.mark.parametrize("question", ["Wat doet xqzvwk?", "What should the xqzvwk do with them?"])
def test_only_a_word_that_is_near_enough_is_a_bridge(
    question: str, likeness: float, bridged: bool, note_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_index, "nearest_word", lambda _: ("gemeente", likeness))
    assert bridge_words(question, note_index)[1] == ({"xqzvwk": "gemeente"} if bridged else {})


def test_across_the_bridges_other_words_stay_in_their_order_and_english_fillers_go() -> None:
    bridges = {"topics": "onderwerpen", "goal": "doel"}
    assert cross_bridges("What are the Topics and goal for GGZ03W?", bridges) == "onderwerpen doel ggz03w"
    assert cross_bridges("Wat is het doel?", {}) == "wat is het doel"
    assert cross_bridges(" ".join(ENGLISH_FILLERS), bridges) == ""


def test_what_the_documents_abbreviate_is_also_looked_for_by_its_abbreviation(note_index: OpenIndex) -> None:
    assert abbreviate("Wat betaalt de vereniging groene straten?", note_index) == ["VGS"]
    assert abbreviate("Welke vereniging is er?", note_index) == []
    assert abbreviate("Wat doet de buurtvereniging groene straten?", note_index) == []


def test_a_word_is_known_by_itself_and_not_by_a_few_letters(note_index: OpenIndex) -> None:
    assert is_known("waterkran", note_index)
    assert not is_known("xqzvwk", note_index)
    assert not is_known("ader", note_index)


@pytest.mark.parametrize(
    ("question", "word", "dutch"),
    [
        ("Which topics must the regions discuss?", "topics", "onderwerp"),
        ("What are the lessons from the pilots?", "lessons", "les"),
        ("Which municipalities took part in this?", "municipalities", "gemeente"),
        ("What are the goals of this programme?", "goals", "doel"),
        ("Who pays the costs for housing?", "costs", "kosten"),
        ("What is done about the quality of the support?", "quality", "kwaliteit"),
    ],
)
def test_an_english_word_finds_its_dutch_word(question: str, word: str, dutch: str, real_index: OpenIndex) -> None:
    assert bridge_words(question, real_index)[1][word].startswith(dutch)


def test_an_everyday_word_finds_the_word_of_the_documents(real_index: OpenIndex) -> None:
    _, bridges = bridge_words("Waarover werd er gepraat?", real_index)
    assert bridges["gepraat"].startswith("gespre")


@pytest.mark.parametrize(
    "question",
    [
        *("Welke huisarts doet mee?", "Hoe zit het met de zorgkantorregio?", "casuistiekbesprekinggen", "regioaanpakken"),
        *("Wat doen zorgaanbieders en gemeenten samen?", "Which zorgkantoor should do this?"),
    ],
)
def test_a_word_that_the_real_documents_have_in_any_form_needs_no_bridge(question: str, real_index: OpenIndex) -> None:
    assert bridge_words(question, real_index)[1] == {}


@pytest.mark.parametrize("question", ["Wat doet xqzvwk?", "Hoe plant een schildpad zich voort?", "Wat kost een banaan?"])
def test_a_word_about_something_else_altogether_has_no_bridge(question: str, real_index: OpenIndex) -> None:
    bridges = bridge_words(question, real_index)[1]
    assert not {"xqzvwk", "schildpad", "banaan"} & set(bridges)


def test_a_question_is_embedded_apart_from_its_words_so_that_none_is_padded_to_its_length(
    note_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches: list[list[str]] = []
    encode = note_index.encoder.encode_queries

    def record(texts: Sequence[str]) -> Embeddings:
        batches.append(list(texts))
        return encode(texts)

    monkeypatch.setattr(note_index.encoder, "encode_queries", record)
    question = " ".join(f"{'bdfgk'[number % 5]}{'aeiou'[number % 4]}zw{number}x" for number in range(300)) + " " + "z" * 500
    bridge_words(question, note_index)
    assert batches[0] == [question]
    assert len(batches) == 2 and len(batches[1]) == MOST_BRIDGED
    assert all(len(word) <= LONGEST_BRIDGED for word in batches[1])


def test_no_more_than_so_many_words_are_compared_with_the_vocabulary(
    note_index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def compare(stem: str, _index: OpenIndex) -> bool:
        compared.append(stem)
        return False

    monkeypatch.setattr("service.unknown_words.is_known", compare)
    find_unknown_words(" ".join(f"woord{number}x" for number in range(400)), note_index)
    assert len(compared) == MOST_LOOKED_UP
