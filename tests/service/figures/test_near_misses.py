"""Promises of what gets no number: groups, places, times and measures that no table, card or sentence tells."""

import pytest

from indexer.store import OpenIndex
from service.figures.questions import answer_figure_question

GROUPS = (
    *("vrouwen", "mannen", "65-plussers", "ouderen", "kinderen", "statushouders", "dakloze mensen", "wachtenden"),
    *(
        "mensen op de wachtlijst",
        "mensen met een pgb",
        "mensen met VPT",
        "mensen met MPT",
        "mensen met verblijf",
        "herindicaties",
    ),
)
QUESTIONS = (
    *(f"Hoeveel {group} hadden op 1 juli 2022 GGZ03W?" for group in GROUPS),
    *(
        f"Het gaat mij om {group}. Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"
        for group in ("vrouwen", "ouderen", "mannen")
    ),
    *(f"Wat is het aandeel {group} op 1 oktober 2023?" for group in ("vrouwen", "65-plussers", "statushouders")),
    *(
        f"Hoeveel indicaties GGZ02W waren er op {day}?"
        for day in ("1 juli 2019", "1 juli 2020", "1 januari 2024", "1 april 2026")
    ),
    *(
        f"Hoeveel indicaties GGZ02W waren er op {day}?"
        for day in ("31 februari 2022", "32-13-2022", "0 juli 2022", "31-06-2022")
    ),
    *(f"Hoeveel indicaties GGZ02W waren er op {day}?" for day in ("2 juli 2022", "15 augustus 2021", "30 september 2023")),
    *(
        f"Hoeveel indicaties {profile} waren er op 1 juli 2022?"
        for profile in ("GGZ06W", "GGZ09W", "GGZ03B", "VV04", "LG06", "profiel 8")
    ),
    *(
        f"Hoeveel GGZ03W-indicaties waren er op 1 juli 2022 in {place}?"
        for place in ("Twente", "Zwolle", "Den Haag", "Zeeland", "Drenthe")
    ),
    *(f"Hoeveel indicaties per {split} op 1 juli 2022?" for split in ("regio", "gemeente", "zorgkantoor", "provincie")),
    "Wat kost een cliënt met GGZ03W op 1 juli 2022?",
    "Hoeveel euro is het tekort per cliënt?",
    "Hoe groot was het tekort in het Wlz-kader in 2021?",
    "Hoeveel nieuwe GGZ03W-indicaties kwamen er in 2022 bij?",
    "Hoeveel cliënten GGZ03W stroomden uit in 2022?",
    "Hoeveel mensen stroomden er in 2022 per maand uit?",
    "Hoeveel mensen stroomden er in 2019 per maand in?",
    "Hoeveel mannen stroomden er in 2022 per maand in?",
    "Hoeveel cliënten stroomden er in 2022 per week in?",
    "Hoeveel cliënten stroomden er in 2022 per maand per regio in?",
    "Wat is de gemiddelde leeftijd bij GGZ03W op 1 juli 2022?",
    "Hoeveel indicaties GGZ03W worden er in 2026 verwacht?",
    "Hoeveel indicaties GGZ03W verwacht men op 1 juli 2023?",
    "Hoeveel geld komen ze tekort als er elke maand 500 man bij komt?",
    "Hoeveel GGZ03W-indicaties werden er in 2022 afgewezen?",
    "Hoeveel GGZ03W-indicaties werden er in 2022 afgegeven?",
    "Hoe lang duurt een indicatie GGZ03W op 1 juli 2022?",
    "Wat was het doel van GGZ03W op 1 juli 2022?",
    "Neemt de groei van GGZ03W af?",
    "Wanneer is GGZ03W verdubbeld?",
    "Wanneer kwamen er meer dan 500 indicaties GGZ03W bij?",
    "Hoeveel indicaties behalve GGZ03W op 1 juli 2022?",
    "Hoeveel indicaties uit de Zvw komen er?",
    "Hoeveel indicaties komen uit de Wmo in Zwolle?",
    "Welk aandeel van de vrouwen komt uit de Wmo?",
    "Welk aandeel komt uit de Wmo op 31 februari 2023?",
    "How many women had GGZ03W on 1 July 2022?",
    "How many indications for old people were there on 1 July 2022?",
    "What share of women comes from the Wmo?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_near_miss_gets_no_number_from_table_card_or_sentence(fake_index: OpenIndex, question: str) -> None:
    answer = answer_figure_question(question, fake_index, 5)
    assert answer is None or (answer.status == "niet-gevonden" and not answer.figures and not answer.citations), answer
