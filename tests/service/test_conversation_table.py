"""A table of talks over the five documents: what a follow-up is in full."""

import pytest

from indexer.store import OpenIndex
from service.conversation import make_standalone
from service.types import Question, Turn

FIGURE = "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"
MEETING = "Hoe ging de casuïstiekbespreking in Flevoland?"
SIGNED = "Wanneer zijn de bestuurlijke afspraken opgesteld?"
LESSONS = "Welke lessen zijn er uit de regioaanpak getrokken?"
LIST_ANSWER = (
    "In “Eindrapport Regioaanpak Wlz-ggz-w” staat: De volgende zes inzichten en lessen [1]:\n"
    "- Diverse vormgeving [1]\n- Goede voorbereiding [1]\n- Evaluatie voor vervolg [1]"
)
MAY_ANSWER = (
    "In “Eindrapport Regioaanpak Wlz-ggz-w”, onder “Mei 2023”, staat: De bestuurlijke afspraken zijn opgesteld en ondertekend "
    "door VWS, VNG, ZN, MIND, Valente en de Nederlandse ggz. [1]"
)
PLAN_ANSWER = "In “Eindrapport” staat: Door elke regio werd een plan van aanpak opgesteld [1]."


def complete(index: OpenIndex, talk: str, said: str, answer: str = "Antwoord [1].") -> str:
    """The follow-up in full, after a talk of questions with " | " between them; ``answer`` is the last one given."""
    questions = talk.split(" | ")
    answers = [*("Antwoord [1]." for _ in questions[1:]), answer]
    return make_standalone(Question(said, tuple(map(Turn, questions, answers))), index)


LEANING = [
    # Another place, organisation, profile, date or group.
    (MEETING, "En in Amsterdam?", "Hoe ging de casuïstiekbespreking in Amsterdam?"),
    (MEETING, "en in nijmegen", "Hoe ging de casuïstiekbespreking in nijmegen?"),
    (MEETING, "And in Nijmegen?", "Hoe ging de casuïstiekbespreking in Nijmegen?"),
    (MEETING, "In Amsterdam?", "Hoe ging de casuïstiekbespreking in Amsterdam?"),
    (MEETING, "En bij Zilveren Kruis?", "Hoe ging de casuïstiekbespreking bij Zilveren Kruis?"),
    (MEETING, "en de andere regio's?", "Hoe ging de casuïstiekbespreking in de andere regio's?"),
    (MEETING, "Geldt dat ook voor Twente?", "Hoe ging de casuïstiekbespreking in Twente?"),
    (MEETING, "What about Amsterdam?", "Hoe ging de casuïstiekbespreking in Amsterdam?"),
    ("hoe ging de bespreking in flevoland", "en in nijmegen", "Hoe ging de bespreking in nijmegen"),
    ("Wat wil Amsterdam met het hulpmiddel doen?", "En Nijmegen?", "Wat wil Nijmegen met het hulpmiddel doen?"),
    ("Wie is er bij VWS geïnterviewd?", "En bij de VNG?", "Wie is er bij de VNG geïnterviewd?"),
    ("Met wie van MIND is gesproken?", "En van Valente?", "Met wie van Valente is gesproken?"),
    ("Welke gemeenten doen mee in Flevoland?", "En in 2023?", "Welke gemeenten doen mee in Flevoland in 2023?"),
    ("Wat is de rol van de zorgkantoren?", "En de gemeenten?", "Wat is de rol van de gemeenten?"),
    ("Wat is de rol van het CIZ?", "En van de kerngroep?", "Wat is de rol van de kerngroep?"),
    ("Wat zijn de successen van de regioaanpak?", "En de lessen?", "Wat zijn de lessen van de regioaanpak?"),
    ("Wanneer begon de eerste ronde van de pilot?", "En de tweede ronde?", "Wanneer begon de tweede ronde van de pilot?"),
    (FIGURE, "en voor GGZ05W?", "Hoeveel GGZ05W-indicaties waren er op 1 juli 2022?"),
    (FIGURE, "GGZ05W?", "Hoeveel GGZ05W-indicaties waren er op 1 juli 2022?"),
    (FIGURE, "En een jaar eerder?", "Hoeveel GGZ03W-indicaties waren er op 1 juli 2021?"),
    (FIGURE, "En een kwartaal later?", "Hoeveel GGZ03W-indicaties waren er op 1 oktober 2022?"),
    (FIGURE, "En op 1 oktober 2023?", "Hoeveel GGZ03W-indicaties waren er op 1 oktober 2023?"),
    (FIGURE, "Hoeveel waren dat er een jaar later?", "Hoeveel waren dat er op 1 juli 2023 van GGZ03W?"),
    (
        "Met hoeveel groeide GGZ03W van 1 juli 2021 tot 1 juli 2022?",
        "En een jaar later?",
        "Met hoeveel groeide GGZ03W van 1 juli 2022 tot 1 juli 2023?",
    ),
    ("Hoeveel GGZ03W waren er in juli 2022?", "En een kwartaal eerder?", "Hoeveel GGZ03W waren er in april 2022?"),
    ("Hoe hoog was de instroom in 2022?", "En het jaar ervoor?", "Hoe hoog was de instroom in 2021?"),
    ("Wanneer is de eerste ronde van de pilot begonnen?", "En de tweede?", "Wanneer is de tweede ronde van de pilot begonnen?"),
    ("Wat gebeurde er in juni 2023?", "En in juli?", "Wat gebeurde er in juli 2023?"),
    ("Wat gebeurde er in juni 2023?", "En daarna?", "Wat gebeurde er na juni 2023?"),
    ("Wat vond de VNG van de regioaanpak?", "En van de pilot?", "Wat vond de VNG van de pilot?"),
    # A question word, or a request to say more.
    (SIGNED, "Waarom?", "Waarom zijn de bestuurlijke afspraken opgesteld?"),
    (SIGNED, "En door wie?", "Door wie zijn de bestuurlijke afspraken opgesteld?"),
    (SIGNED, "Hoezo?", "Waarom zijn de bestuurlijke afspraken opgesteld?"),
    ("Wie ondertekenden de bestuurlijke afspraken?", "En wanneer?", "Wie ondertekenden de bestuurlijke afspraken, en wanneer?"),
    ("Hoeveel regio's deden mee aan de pilot?", "Welke zijn dat?", "Welke regio's deden mee aan de pilot?"),
    ("Uit hoeveel stappen bestaat de bespreking?", "En welke?", "Uit welke stappen bestaat de bespreking?"),
    ("Zijn er lessen uit de regioaanpak getrokken?", "Welke?", "Welke lessen zijn er uit de regioaanpak getrokken?"),
    ("Is de pilot voortgezet?", "Waarom?", "Waarom is de pilot voortgezet?"),
    (SIGNED, "Leg uit", "Leg de bestuurlijke afspraken uit."),
    (SIGNED, "Kun je dat toelichten?", "Kun je de bestuurlijke afspraken toelichten?"),
    (SIGNED, "Vertel meer", "Vertel meer over de bestuurlijke afspraken."),
    # A word that points back.
    (SIGNED, "Wie ondertekenden die?", "Wie ondertekenden de bestuurlijke afspraken?"),
    (SIGNED, "wie ondertekende die", "Wie ondertekende de bestuurlijke afspraken"),
    (SIGNED, "Wat houdt dat in?", "Wat houden de bestuurlijke afspraken in?"),
    (SIGNED, "Wat staat daarin?", "Wat staat in de bestuurlijke afspraken?"),
    (SIGNED, "Wie waren daarbij?", "Wie waren bij de bestuurlijke afspraken?"),
    (SIGNED, "Zijn die nog geldig?", "Zijn de bestuurlijke afspraken nog geldig?"),
    (MEETING, "Hoe lang duurde dat?", "Hoe lang duurde de casuïstiekbespreking in Flevoland?"),
    (MEETING, "Wie waren daar aanwezig?", "Wie waren in Flevoland aanwezig?"),
    (MEETING, "wat vonden zij ervan?", "Wat vonden de betrokkenen bij de casuïstiekbespreking in Flevoland ervan?"),
    (MEETING, "Welke gemeenten horen bij die regio?", "Welke gemeenten horen bij de regio Flevoland?"),
    (
        "Welke regio's deden mee aan de pilot?",
        "Wat vonden zij ervan?",
        "Wat vonden de regio's die meededen aan de pilot ervan?",
    ),
    ("Wat is de kerngroep?", "Wat is hun rol?", "Wat is de rol van de kerngroep?"),
    ("Wat is het doel van de pilot?", "Hoe lang duurt die?", "Hoe lang duurt de pilot?"),
    ("Wat is de regioaanpak?", "Wat is het doel?", "Wat is het doel van de regioaanpak?"),
    ("Who signed the administrative agreements?", "When were they signed?", "When were the administrative agreements signed?"),
    (
        "Hoe hoog was de maandelijkse instroom in 2022?",
        "Waarom was die zo hoog?",
        "Waarom was de maandelijkse instroom zo hoog?",
    ),
    ("Wie was de bestuurlijk aanjager?", "Wat was zijn conclusie?", "Wat was de conclusie van de bestuurlijk aanjager?"),
    ("Wat is het hulpmiddel?", "Waar kan ik dat vinden?", "Waar kan ik het hulpmiddel vinden?"),
    ("Waar gaan de dashboards naartoe?", "Wanneer gebeurt dat?", "Waar gaan de dashboards naartoe, en wanneer?"),
    (MEETING, "Ging het in Amsterdam beter?", "Ging de casuïstiekbespreking in Amsterdam beter?"),
    (MEETING, "Is daar een verslag van?", "Is er een verslag van de casuïstiekbespreking in Flevoland?"),
    (
        "Hoeveel regio's zijn er met de pilot doelgroepbespreking gestart?",
        "Wie hielp die regio's daarbij?",
        "Wie hielp de regio's bij de pilot doelgroepbespreking?",
    ),
    ("Welke gemeenten doen mee in Flevoland?", "En welke verzekeraar?", "Welke verzekeraar doet mee in Flevoland?"),
    (MEETING, "En welke lessen zijn daar geleerd?", "Welke lessen zijn in Flevoland geleerd?"),
    (
        "Wat is de deadline voor het plan van aanpak?",
        "Is die verschoven?",
        "Is de deadline voor het plan van aanpak verschoven?",
    ),
    ("What is the purpose of the pilot?", "How long does it take?", "How long does the pilot take?"),
    (
        "Wat zijn de drie kortetermijnmaatregelen?",
        "Welke is de belangrijkste?",
        "Welke van de drie kortetermijnmaatregelen is de belangrijkste?",
    ),
    # What the answer names.
    ("Wat gebeurde er in mei 2023?", "Wie ondertekenden die?", "Wie ondertekenden de bestuurlijke afspraken?"),
    ("Wat stelde elke regio op?", "Wat moest in dat plan staan?", "Wat moest in het plan van aanpak staan?"),
    (LESSONS, "Wat houdt de tweede in?", "Wat houdt “Goede voorbereiding” in?"),
    (LESSONS, "Geef de tweede", "Geef “Goede voorbereiding”."),
    (LESSONS, "En de derde?", "Wat houdt “Evaluatie voor vervolg” in?"),
    # Talks of more turns.
    (f"{MEETING} | En in Nijmegen?", "En in Amsterdam?", "Hoe ging de casuïstiekbespreking in Amsterdam?"),
    (f"{FIGURE} | En een jaar eerder?", "En voor GGZ05W?", "Hoeveel GGZ05W-indicaties waren er op 1 juli 2021?"),
    (f"{MEETING} | {SIGNED}", "Wie ondertekenden die?", "Wie ondertekenden de bestuurlijke afspraken?"),
    (f"{SIGNED} | Wie ondertekenden die?", "En wanneer?", "Wie ondertekenden de bestuurlijke afspraken, en wanneer?"),
]
ANSWERS = {"Wat gebeurde er in mei 2023?": MAY_ANSWER, "Wat stelde elke regio op?": PLAN_ANSWER, LESSONS: LIST_ANSWER}


@pytest.mark.parametrize(("talk", "said", "whole"), LEANING)
def test_a_follow_up_is_made_whole(talk: str, said: str, whole: str, fake_index: OpenIndex) -> None:
    assert complete(fake_index, talk, said, ANSWERS.get(talk, "Antwoord [1].")) == whole
