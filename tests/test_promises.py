"""The promises of every answer, held against every question of the regression set, over the real documents and model."""

from dataclasses import replace

import pytest

from evals.cases import load_cases
from indexer.figures.checks import verify_figures
from indexer.store import OpenIndex
from service.answering import answer_question
from service.types import Answer, Question
from tests.answer_promises import PROMISES, Promise, find_broken_promises

QUESTIONS = {case.id: Question(case.question, case.turns) for case in load_cases()}


@pytest.fixture(scope="module")
def answers(real_index: OpenIndex) -> dict[str, Answer]:
    return {name: answer_question(question, real_index) for name, question in QUESTIONS.items()}


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_every_answer_of_the_regression_set_keeps_its_promise(
    promise: Promise, answers: dict[str, Answer], real_index: OpenIndex
) -> None:
    broken = {name: list(promise(answer, real_index)) for name, answer in answers.items()}
    assert len(broken) > 200
    assert {name: breaches for name, breaches in broken.items() if breaches} == {}


def test_no_answer_of_the_regression_set_has_more_than_five_citations(answers: dict[str, Answer]) -> None:
    assert {name: len(answer.citations) for name, answer in answers.items() if len(answer.citations) > 5} == {}


def test_the_same_question_gives_the_same_answer_again(answers: dict[str, Answer], real_index: OpenIndex) -> None:
    every_third = list(QUESTIONS)[::3]
    assert [name for name in every_third if answer_question(QUESTIONS[name], real_index) != answers[name]] == []


@pytest.mark.parametrize("max_citations", [1, 10])
def test_the_promises_do_not_depend_on_the_model(max_citations: int, fake_index: OpenIndex) -> None:
    broken = {}
    for name, question in QUESTIONS.items():
        answer = answer_question(replace(question, max_citations=max_citations), fake_index)
        again = answer_question(replace(question, max_citations=max_citations), fake_index)
        broken[name] = find_broken_promises(answer, fake_index)
        broken[name] += ["another answer the second time"] if answer != again else []
        broken[name] += [f"{len(answer.citations)} citations"] if len(answer.citations) > max_citations else []
    assert {name: breaches for name, breaches in broken.items() if breaches} == {}


def test_every_passage_sentence_and_item_is_a_slice_within_its_passage(real_index: OpenIndex) -> None:
    assert len(real_index.passages) > 100
    for passage in real_index.passages:
        text = real_index.texts[passage.document_id].text
        assert passage.span.of(text) == text[passage.span.begin : passage.span.end] == real_index.passage_text(passage)
        assert passage.span.of(text).strip()
        assert passage.span.end <= len(text)
        for span in (*passage.items, *passage.sentences):
            assert span.of(text).strip()
        for item in passage.items:
            assert passage.span.contains(item)


def test_every_figure_is_printed_where_it_says(real_index: OpenIndex) -> None:
    assert len(real_index.figures) > 150
    verify_figures(real_index.figures, {name: canonical.text for name, canonical in real_index.texts.items()})
