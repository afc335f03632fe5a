"""However much is sent as the talk before a question, what is made of it has the length of a question."""

import pytest

from indexer.store import OpenIndex
from service.conversation import LONGEST_ANSWERED, LONGEST_TALK, make_standalone
from service.types import LONGEST_QUESTION, Question, Turn
from tests.service.test_conversation import FIGURE, PLACE, follow_up


@pytest.mark.parametrize(
    "said", ["En in de gemeente Nijmegen, Arnhem en Zutphen?", "En bij Arnhem en de hele regio Achterhoek?"]
)
def test_a_question_that_the_talk_would_make_too_long_is_read_by_itself(said: str, fake_index: OpenIndex) -> None:
    long = f"Hoe ging de casuïstiekbespreking over {'wonen ' * 322}in Flevoland?"
    assert len(long) <= LONGEST_QUESTION
    assert follow_up(fake_index, PLACE, said) != said
    assert follow_up(fake_index, long, said) == said


def test_of_a_very_long_talk_the_newest_questions_are_read(fake_index: OpenIndex) -> None:
    long = "En voor GGZ05W?".ljust(LONGEST_QUESTION)
    many = LONGEST_TALK // LONGEST_QUESTION
    assert "1 juli 2022" in follow_up(fake_index, FIGURE, *[long] * (many - 1), "En voor GGZ04W?")
    assert "1 juli 2022" not in follow_up(fake_index, FIGURE, *[long] * many, "En voor GGZ04W?")


@pytest.mark.parametrize(("length", "is_read"), [(LONGEST_ANSWERED // 2, True), (LONGEST_ANSWERED // 2 + 1, False)])
def test_of_very_long_answers_the_newest_are_read(length: int, is_read: bool, fake_index: OpenIndex) -> None:
    turns = (Turn(FIGURE, "x" * length), Turn("En voor GGZ05W?", "x" * length))
    assert ("1 juli 2022" in make_standalone(Question("En voor GGZ04W?", turns), fake_index)) is is_read
