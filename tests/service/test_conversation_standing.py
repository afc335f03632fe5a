"""Questions that stand by themselves: after any talk they are left alone, byte for byte."""

import pytest

from indexer.store import OpenIndex
from tests.service.test_conversation_table import FIGURE, LESSONS, MEETING, SIGNED, complete

STANDING = [
    "Wat is het hulpmiddel?",
    "Welke regio's deden mee aan de pilot?",
    "En hoe vraag ik een paspoort aan?",
    "En wat is het hulpmiddel?",
    "En wie zitten er in de kerngroep?",
    "En welke bestuurlijke afspraken zijn er gemaakt?",
    "Maar wat doet het CIZ?",
    "Wat moet een plan van aanpak bevatten?",
    "Hoe kunnen gemeenten hun inwoners beter helpen?",
    "Wat vinden cliënten van de zorg die zij krijgen?",
    "Welke gemeenten die meedoen hebben een plan?",
    "Klopt het dat de instroom in de Wlz daalt?",
    "Is het verplicht om een plan van aanpak te maken?",
    "Hoe gaat het in Flevoland?",
    "Wat is het verschil tussen de Wlz en de Wmo?",
    "Welke actie gaat over jongeren onder de 27?",
    "Waarom is de Wlz in 2021 opengesteld?",
    "Wie is Jan Berndsen?",
    "Welke partijen zitten in de kerngroep en wat is hun rol?",
    "Wat gebeurde er in juni 2023?",
    "What is the aim of the action plan?",
    "Which municipalities take part in Flevoland?",
    "Hoeveel GGZ01W-indicaties waren er op 1 april 2021?",
    "deadline plan van aanpak",
    "Hoe vraag ik zorgtoeslag aan?",
    "Kan ik een pgb krijgen?",
    "Wat zijn de drie kortetermijnmaatregelen?",
    "Als gemeenten niet meedoen, wat kunnen zij dan verwachten?",
    "Hoe ziet het dashboard eruit?",
    "wat is passende zorg",
    "Bedankt!",
    "Wat is de regioaanpak en wat houdt die in?",
    "Welke regio's stelden hun plan op tijd vast?",
    "Wat vonden de gemeenten ervan dat het CIZ meedeed?",
    "Hoeveel zorgkantoorregio's zijn er?",
    "Wat doet het CIZ op dit moment?",
    "Vergelijk de bespreking in Nijmegen met die in Amsterdam.",
    "waarom doen ze in nijmegen mee aan de pilot",
    "ok dank je, tot morgen",
    "Hoe zorg je dat de aandacht niet verslapt?",
    "Wat moet er in een startpakket zitten?",
    "Dank je. Wat is beschermd wonen?",
    "Maar mogen gemeenten ook meedoen?",
    "En waar staat Wlz voor?",
    "Wat is er het afgelopen jaar gedaan?",
]


@pytest.mark.parametrize("talk", [FIGURE, MEETING, f"{SIGNED} | {LESSONS}"])
@pytest.mark.parametrize("said", STANDING)
def test_a_question_that_stands_by_itself_is_left_alone(talk: str, said: str, fake_index: OpenIndex) -> None:
    assert complete(fake_index, talk, said) == said


@pytest.mark.parametrize("wordless", ["-", "...", "’", "‰ ‰", "_", "“”", "?!"])
@pytest.mark.parametrize("said", ["Waarom?", "Why?", "En wanneer?", "En in Twente?", "Welke?", "Wat is dat?"])
def test_after_a_turn_without_a_word_every_question_stands_by_itself(wordless: str, said: str, fake_index: OpenIndex) -> None:
    assert complete(fake_index, wordless, said) == said
    assert complete(fake_index, said, wordless) == wordless
