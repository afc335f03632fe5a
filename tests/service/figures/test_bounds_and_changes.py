"""Promises of bounds on growth and shares, of falls, comparisons with another time, and two questions in one."""

import pytest

from indexer.store import OpenIndex
from service.figures.questions import answer_figure_question
from tests.service.figures.figure_answers import ask, assert_traceable


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wanneer kwam de kwartaalgroei van GGZ03W voor het eerst onder de 5 procent?", "op 1 oktober 2022 onder 5 %: 3,86 %"),
        ("Vanaf welk moment groeide GGZ01W met minder dan 10 % per kwartaal?", "sinds 1 april 2022 onder 10 %: 8,46 %"),
        (
            "Welke profielen groeiden in Q3 2022 meer dan 5%",
            "boven 5 % bij GGZ01W (5,64 %), GGZ03W (5,48 %) en GGZ04W (5,04 %)",
        ),
        ("Welke profielen groeiden in 2022 meer dan 23 procent?", "boven 23 % bij GGZ01W (24,20 %) en GGZ05W (30,30 %)"),
        ("is het aandeel GGZ03W op 1 juli 2022 groter dan 50%?", "46,41 %, dat is niet boven 50 %"),
        ("Welk profiel daalde in 2022?", "bij geen enkel profiel"),
        ("Welk profiel daalde het meest in 2022?", "bij geen enkel profiel"),
        ("Wanneer daalde GGZ03W voor het eerst?", "op geen van deze peildata onder 0"),
        ("Groeide GGZ04W of GGZ05W op 1 juli 2023 harder?", "GGZ04W (7,85 %) en GGZ05W (4,26 %)"),
        ("Welk profiel groeide het meest op 1 juli 2023 ten opzichte van een jaar eerder?", "GGZ05W: 30,09 %"),
        ("gemiddelde aantal GGZ04W over de vier peildata van 2022", "gemiddeld 1.218,75"),
        ("Is GGZ03W verdubbeld sinds 1 januari 2021?", "2,63 keer zoveel"),
        ("wat is het kleinste profiel", "GGZ05W op 1 oktober 2023: 780"),
        ("GGZ03W in Q3 2022 ten opzichte van Q3 2021", "toe met 3.170 (37,38 %)"),
        ("Met hoeveel procent groeide GGZ03W per jaar?", "21,20 % (2.200 indicaties)"),
        ("aandeel GGZ01W in Q3 2022 vergeleken met Q3 2021", "van 25,85 % naar 27,25 %: 1,4 procentpunt meer"),
        ("hoeveel procentpunt scheelt het aandeel van GGZ01W en GGZ02W op 1 juli 2022", "8,13 procentpunt hoger"),
        ("Hoeveel GGZ01W'ers waren er per 1/4/2022?", "6.475"),
        ("hoeveel procent kwam er bij ggz05w bij op 1 april 2022 vergeleken met drie maanden eerder", "10,10 %"),
        ("Hoeveel GGZ03W waren er op 1 juli 2022 en een jaar daarna?", "van 11.650 naar 13.565"),
        ("GGZ03W 10.000 wanneer", "op 1 januari 2022 op of boven 10.000: 10.375"),
        ("hoeveel mensen zijn er in Q3 2022 ingestroomd in GGZ03W", "dit is de netto toename, niet de instroom"),
        ("aandeel per profiel 1 oktober 2023", "GGZ05W 2,61 %"),
        ("Sinds wanneer zijn er in totaal meer dan 100 indicaties?", "dat is de eerste peildatum die er is"),
        ("Hoeveel indicaties komen uit de Wmo en welk aandeel is dat?", "81,57 %"),
        ("What share of indications comes from the Wmo?", "81,57 %"),
        ("How much did indications for young people grow?", "12,61 %"),
        ("hoeveel mensen had men er op termijn per maand verwacht?", "40 nieuwe ggz-w indicaties"),
        ("hoeveel geld komen ze tekort als er elke maand 300 man bij blijft komen", "282 miljoen"),
    ],
)
def test_the_figure_is_said(question: str, said: str, fake_index: OpenIndex) -> None:
    answer = ask(fake_index, question)
    assert said in answer.text
    assert_traceable(fake_index, answer)


@pytest.mark.parametrize(
    "span",
    [
        *("tussen 1 juli 2022 en eind 2022", "tussen eind 2022 en 1 juli 2022", "van 1 juli 2022 naar eind 2022"),
        *("tussen halverwege 2022 en eind 2022", "van medio 2022 tot eind 2022", "tussen Q3 2022 en het einde van 2022"),
    ],
)
def test_the_end_of_a_year_comes_after_every_date_in_it(span: str, fake_index: OpenIndex) -> None:
    for question in (f"Wat is het verschil {span} voor GGZ03W?", f"Hoeveel nam GGZ03W toe {span}?"):
        answer = ask(fake_index, question)
        assert answer.text.startswith(
            "Van 1 juli 2022 tot 1 oktober 2022 nam het aantal indicaties GGZ03W toe met 450 (3,86 %)"
        )
        assert_traceable(fake_index, answer)


@pytest.mark.parametrize("span", ["tussen 1 oktober 2022 en eind 2022", "tussen eind 2022 en eind 2022"])
def test_a_change_between_two_names_of_one_day_is_refused_with_that_reason(span: str, fake_index: OpenIndex) -> None:
    refusal = ask(fake_index, f"Hoeveel nam GGZ03W toe {span}?")
    assert (refusal.status, refusal.reason) == ("niet-gevonden", "buiten-cijferreeks")
    assert "Naast 1 oktober 2022 is er in die periode geen andere peildatum" in refusal.text


def test_the_29th_of_february_of_a_relative_year_is_a_day_or_does_not_exist(fake_index: OpenIndex) -> None:
    question = "Hoeveel indicaties GGZ03W waren er op 29 februari vorig jaar?"
    refusal = answer_figure_question(question, fake_index, 5, "2023-10-01")
    assert refusal is not None and "De datum 29 februari vorig jaar bestaat niet" in refusal.text
    refusal = answer_figure_question(question, fake_index, 5, "2025-10-01")
    assert refusal is not None and "ligt buiten de cijferreeks" in refusal.text


def test_of_two_questions_in_one_both_are_answered(fake_index: OpenIndex) -> None:
    answer = ask(fake_index, "Hoeveel indicaties komen uit de Wmo en welk aandeel is dat?")
    assert [cited.figure.measure for cited in answer.figures] == ["aantal", "aandeel"]


def test_dates_that_are_not_as_many_as_the_question_says_get_no_average(fake_index: OpenIndex) -> None:
    assert answer_figure_question("gemiddelde aantal GGZ04W over de drie peildata van 2022", fake_index, 5) is None
