"""Promises of a question in several sentences: the asking one counts, the others lend profile, date and measure."""

import pytest

from indexer.store import OpenIndex
from service.figures.asking.sentences import gather_sentences
from service.figures.questions import answer_figure_question
from tests.service.figures.figure_answers import PROFILES, ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Ik zoek iets over profiel GGZ05W, maar het aantal ben ik kwijt. Hoe stond het er op 1 juli 2023 voor?", "735"),
        ("In Q3 2023 stond GGZ02W hoger dan een jaar daarvoor. Maar hoeveel procent hoger was dat nu?", "9,06 %"),
        ("Kunt u mij helpen? Ik wil weten hoeveel indicaties GGZ03W er waren op 1 juli 2022. Bedankt!", "11.650"),
        ("Het gaat mij om de groei van GGZ03W. Hoe was die op 1 juli 2022?", "5,48 %"),
        ("ik zit met ggz wonen 3. hoeveel waren dat er op 1 juli 2022? groetjes jan", "11.650"),
        ("GGZ03W ken ik al. Hoeveel indicaties waren er in totaal op 1 juli 2022?", "25.105"),
    ],
)
def test_the_asking_sentence_takes_what_the_others_tell(question: str, said: str, fake_index: OpenIndex) -> None:
    assert said in ask(fake_index, question).text


@pytest.mark.parametrize(
    "question",
    [
        "Het gaat mij om vrouwen. Hoeveel indicaties GGZ03W waren er op 1 juli 2022?",
        "Op 1 juli 2022 ging het goed met GGZ03W. Hoeveel nieuwe cliënten waren dat?",
        "Op 1 juli 2022 ging het goed. Op 1 juli 2023 niet. Hoeveel indicaties GGZ03W waren er?",
    ],
)
def test_what_could_be_meant_otherwise_gets_no_number(question: str, fake_index: OpenIndex) -> None:
    assert answer_figure_question(question, fake_index, 5) is None


def test_a_single_sentence_is_no_gathering() -> None:
    assert gather_sentences("Hoeveel indicaties GGZ03W waren er t.o.v. 1 juli 2022?", PROFILES) is None
