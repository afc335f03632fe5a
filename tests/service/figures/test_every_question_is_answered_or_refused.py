"""Whatever is asked, nothing breaks: the figure path answers, refuses with a reason, or leaves the question to the documents."""

from random import Random

import pytest

from indexer.store import OpenIndex
from service.figures.questions import answer_figure_question
from service.number_gate import guard_numbers
from tests.service.figures.question_grammar import REFERENCE_DATES, make_questions

PARTS = 8
QUESTIONS_A_PART = 5_100


@pytest.mark.parametrize("part", range(PARTS))
def test_no_figure_question_breaks_anything_or_is_withheld(fake_index: OpenIndex, part: int) -> None:
    random = Random(part)
    for question in make_questions(QUESTIONS_A_PART, seed=part):
        reference_date = random.choice(REFERENCE_DATES)
        try:
            answer = answer_figure_question(question, fake_index, random.choice((1, 2, 5)), reference_date)
            kept = guard_numbers(answer, fake_index) if answer else None
        except Exception as error:
            raise AssertionError(f"{question!r} from {reference_date}") from error
        assert kept is answer, f"withheld: {question!r} from {reference_date}: {answer}"
        assert answer is None or (answer.status == "beantwoord") == bool(answer.figures), question
