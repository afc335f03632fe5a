"""Whatever is said in a talk, and whatever answers come back with it, every turn is answered or refused."""

from random import Random

import pytest

from indexer.plain_characters import write_plainly
from indexer.store import OpenIndex
from service.answering import answer_question
from service.conversation import make_standalone
from service.types import Question, Turn
from tests.service.figures.question_grammar import REFERENCE_DATES
from tests.service.talk_grammar import ANSWERS, make_talks

PARTS = 4
TALKS_A_PART = 100
FOLLOW_UPS_A_PART = 200


@pytest.mark.parametrize("part", range(PARTS))
def test_no_talk_breaks_anything(fake_index: OpenIndex, part: int) -> None:
    random = Random(part)
    for talk in make_talks(TALKS_A_PART, seed=part):
        turns: tuple[Turn, ...] = ()
        for said in talk:
            asked = Question(said, turns, reference_date=random.choice(REFERENCE_DATES))
            try:
                answer = answer_question(asked, fake_index)
            except Exception as error:
                raise AssertionError(repr(asked)) from error
            assert answer.text.strip() and (answer.status == "beantwoord") == bool(answer.citations), asked
            turns = (*turns, Turn(said, answer.text if random.randrange(4) else random.choice(ANSWERS)))


@pytest.mark.parametrize("part", range(PARTS))
def test_no_talk_breaks_making_a_follow_up_whole(fake_index: OpenIndex, part: int) -> None:
    random = Random(part)
    for talk in make_talks(FOLLOW_UPS_A_PART, seed=PARTS + part):
        *earlier, said = map(write_plainly, talk)
        asked = Question(said, tuple(Turn(one, random.choice(ANSWERS)) for one in earlier))
        try:
            make_standalone(asked, fake_index)
        except Exception as error:
            raise AssertionError(repr(asked)) from error
