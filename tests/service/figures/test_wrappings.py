"""Promises of how people wrap a question to the table: who asks and why is cut off, what says whom it is about never is."""

import pytest

from indexer.store import OpenIndex
from service.figures.asking.framings import cut_framing
from service.figures.questions import answer_figure_question
from tests.service.figures.figure_answers import ask, assert_traceable


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Mijn manager vraagt hoeveel GGZ04W-indicaties er op 1 oktober 2022 waren. Weet jij dat?",
            "waren er 1.320 indicaties",
        ),
        ("Voor een raadsbrief heb ik het aantal indicaties GGZ05W op 1 april 2023 nodig.", "waren er 705 indicaties GGZ05W"),
        ("Wij zijn benieuwd naar het aantal indicaties voor GGZ01W per 1 april 2022.", "waren er 6.475 indicaties GGZ01W"),
        (
            "Een collega zei dat er op 1 juli 2023 meer dan 14.000 indicaties GGZ03W waren. Klopt dat?",
            "Nee, op 1 juli 2023 waren er 13.565",
        ),
        ("Is het waar dat GGZ05W op 1 januari 2023 minder dan 700 indicaties telde?", "Ja, op 1 januari 2023 waren er 645"),
        ("Had GGZ02W op 1 april 2023 de drempel van 5.000 overschreden?", "Ja, op 1 april 2023 waren er 5.150"),
        ("Als bestuurder van een instelling wil ik weten hoeveel indicaties GGZ02W er op 1 juli 2021 waren.", "waren er 3.545"),
        ("Hoeveel GGZ03W-indicaties kwamen erbij in 2022, en niet als percentage? Alvast dank.", "toe met 2.200 (21,20 %)"),
        (
            "De twee lichtste profielen, GGZ01W en GGZ02W: hoeveel samen op 1 juli 2022?",
            "11.640 indicaties voor GGZ01W en GGZ02W samen",
        ),
        ("GGZ03W, het grootste profiel: hoe groot was het aandeel op 1 juli 2022?", "46,41 %"),
        ("Hoeveel indicaties telden alle vijf de profielen samen op 1 april 2022?", "23.885"),
        ("Hoeveel indicaties zijn er op dit moment?", "Op 1 oktober 2023, de laatste peildatum, waren er 29.830"),
        ("Welk profiel had op 1 juli 2022 meer indicaties: GGZ01W of GGZ02W?", "6.840 tegenover 4.800"),
        ("ggz03w q1 2021 -> q1 2022 groei in procenten", "toe met 95,39 %"),
        ("ggz02w q4 2021 hoeveel procent omhoog tov q3", "toe met 11,99 %"),
        ("GGZ02W nu vergeleken met 1 januari 2021: hoeveel meer?", "toe met 3.150"),
        ("ggz 3 wonen dit jaar 1 juli", "waren er 13.565"),
        ("hoeveel ind. ggz 2 pm erbij in 2022", "gemiddeld 52,92 per maand"),
        ("GGZ03W in juli 2022 (1 juli)", "waren er 11.650"),
        ("overzicht alle profielen 1 jan 2023", "GGZ01W 7.415, GGZ02W 5.045"),
        ("Could you tell me how many GGZ03W indications there were on 1 April 2022?", "11.045"),
        ("Were there fewer than 600 GGZ05W indications on 1 July 2022?", "Ja, op 1 juli 2022 waren er 565"),
        ("What was the total on 1 July 2022 across all five profiles?", "25.105"),
        ("How many GGZ03W indications were added per month in 2022?", "183,33 per maand"),
        ("On 1 July 2022, which was larger, GGZ01W or GGZ02W?", "6.840 tegenover 4.800"),
    ],
)
def test_the_question_inside_its_wrapping_is_answered(question: str, said: str, fake_index: OpenIndex) -> None:
    answer = ask(fake_index, question)
    assert said in answer.text
    assert_traceable(fake_index, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Van de vrouwen wil ik weten hoeveel GGZ03W-indicaties er op 1 juli 2022 waren",
        "Voor de migranten wil ik weten hoeveel GGZ03W-indicaties er op 1 juli 2022 waren",
        "Kunt u mij voor de oudere doelgroep vertellen hoeveel GGZ03W-indicaties er op 1 juli 2022 waren?",
        "Als wethouder van Zwolle wil ik weten hoeveel GGZ03W-indicaties er op 1 juli 2022 waren",
        "In Twente wil men weten hoeveel GGZ03W-indicaties er op 1 juli 2022 waren",
        "Ik wil weten hoeveel werkenden er op 1 juli 2022 een GGZ03W-indicatie hadden",
        "Het gaat mij om werkenden. Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?",
        "Hoeveel GGZ03W in juli 2022 (vrouwen, 1 juli)?",
        "Hoeveel GGZ03W op 1 juli 2022, zoals het dashboard voor vrouwen geeft?",
        "Ik hoorde dat GGZ05W het snelst groeide in 2022. Klopt dat?",
        "Hoeveel hadden de drie profielen samen op 1 juli 2022?",
        "GGZ03W, het profiel voor vrouwen: hoeveel indicaties op 1 juli 2022?",
        "Hoeveel nieuwe indicaties zijn er nu?",
        "Hoeveel mannen zijn er nu met indicaties?",
        "How many GGZ03W indications were there for women on 1 July 2022?",
    ],
)
def test_a_wrapping_that_says_whom_or_what_it_is_about_leaves_no_number(question: str, fake_index: OpenIndex) -> None:
    answer = answer_figure_question(question, fake_index, 5)
    assert answer is None or (answer.status == "niet-gevonden" and not answer.figures)


def test_a_question_without_a_wrapping_stays_as_it_is() -> None:
    question = "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"
    assert cut_framing(question) == question
    assert cut_framing(f"Onze directeur wil graag weten {question[0].lower()}{question[1:]}") == f"h{question[1:]}"
