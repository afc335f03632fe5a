"""What decides which words are quoted: how well a sentence, a list or one of its items fits the question."""

import pytest

from indexer.store import OpenIndex
from service.quoting import fit_list, fold_title, is_heading, names_an_item, score_sentences
from tests.service.asking_passages import NOTE, QUESTIONS, passage_with
from tests.tiny_index import build_tiny_index


@pytest.fixture(scope="module")
def note_index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    return build_tiny_index(tmp_path_factory.mktemp("note"), {"nota": NOTE})


def test_a_list_fits_the_question_that_its_introduction_answers(note_index: OpenIndex) -> None:
    passage = passage_with("bankje", note_index)

    def fit(question: str) -> float:
        return fit_list(question, passage, note_index.encoder.encode_queries([question])[0], note_index)

    assert fit("Welke eisen gelden voor een speeltuin?") > fit("Wie levert de krentenbollen?")
    assert 0 <= fit("?") <= 1.2


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_sentence_has_one_score_in_range(question: str, fake_index: OpenIndex) -> None:
    embedding = fake_index.encoder.encode_queries([question])[0]
    for passage in fake_index.passages:
        scores = score_sentences(question, question, passage, embedding, fake_index)
        assert len(scores) == len(passage.sentences)
        assert all(0 <= score <= 1.2 for score in scores)


def test_a_sentence_that_asks_counts_for_less_unless_questions_are_asked_for(note_index: OpenIndex) -> None:
    passage = passage_with("Is een hek", note_index)
    words = "hek speeltuin veilig"
    embedding = note_index.encoder.encode_queries([words])[0]

    def score(question: str) -> list[tuple[str, float]]:
        scores = score_sentences(question, words, passage, embedding, note_index)
        said = [sentence.of(note_index.texts["nota"].text).strip() for sentence in passage.sentences]
        return sorted(zip(said, scores, strict=True))

    for (said, usual), (_, wanted) in zip(score("Hoe veilig is het hek?"), score("Welke vragen zijn er over?"), strict=True):
        assert (usual < wanted) if said.endswith("?") else (usual == wanted)


def test_a_question_that_names_one_item_is_not_about_the_list(note_index: OpenIndex) -> None:
    passage = passage_with("bankje", note_index)
    assert names_an_item("waterkraan", passage, note_index)
    assert not names_an_item("eisen aan een speeltuin", passage, note_index)
    assert not names_an_item("xqzvwk", passage, note_index)


@pytest.mark.parametrize(("one", "other"), [("## Kop 1", "kop 1"), ("*Kóp*-1", "KÓP 1"), ("a_b", "ab"), ("“Kop”", "Kop")])
def test_a_heading_is_the_same_however_it_is_printed(one: str, other: str) -> None:
    assert fold_title(one) == fold_title(other)


def test_only_the_nearest_heading_is_the_heading(note_index: OpenIndex) -> None:
    passage = passage_with("bankje", note_index)
    assert is_heading("## Eisen aan een speeltuin", passage)
    assert not is_heading("Nota speeltuinen", passage)
    assert not is_heading("Eisen", passage)
