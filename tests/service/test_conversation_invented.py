"""Follow-ups over documents that a test wrote itself: the rules know forms, not the subjects of the five documents."""

import pytest

from indexer.store import OpenIndex
from tests.service.test_conversation_table import complete
from tests.tiny_index import build_tiny_index

HELP = """# Verordening huishoudelijke hulp Dorpsum

## Wat de regeling inhoudt

De regeling huishoudelijke hulp is er voor inwoners die hun huis niet zelf schoon kunnen houden. De gemeente betaalt de hulp
voor ten hoogste twee jaar. De hulp wordt uitgevoerd door Thuisgoed en Zorgstek. De inwoner betaalt een eigen bijdrage.

## Voorwaarden

De volgende voorwaarden gelden voor de regeling:

- de inwoner woont in Dorpsum
- de inwoner heeft een indicatie
- het huishouden heeft geen gezonde volwassen huisgenoot

## Evaluatie

Het college stelde de evaluatie vast in maart 2021. De wijkteams in Oosterhoek en in Westerveld voerden keukentafelgesprekken.
"""
PARKING = """# Nota parkeren Waterstad

## Betaald parkeren

In de binnenstad van Waterstad geldt betaald parkeren. Bewoners kunnen een parkeervergunning aanvragen. De vergunning kost 48 euro
per jaar. De proef met deelauto's begon in 2022 in Havenkwartier en loopt in Molenbuurt door tot 2024.

## Partijen

De ondernemersvereniging, de bewonersraad en het parkeerbedrijf stelden de nota op. Het parkeerbedrijf handhaaft.
"""
NOTE_ANSWER = "In “Nota parkeren Waterstad”, onder “Partijen”, staat: De nota is opgesteld door Parkeerbeheer Waterstad. [1]"

LEANING_ON_INVENTED = [
    ("Wie voert de huishoudelijke hulp uit?", "Hoe lang duurt die?", "Hoe lang duurt de huishoudelijke hulp?"),
    (
        "Wat is de regeling huishoudelijke hulp?",
        "Welke voorwaarden gelden daarvoor?",
        "Welke voorwaarden gelden voor de regeling huishoudelijke hulp?",
    ),
    (
        "Hoe gingen de keukentafelgesprekken in Oosterhoek?",
        "En in Westerveld?",
        "Hoe gingen de keukentafelgesprekken in Westerveld?",
    ),
    (
        "Hoe gingen de keukentafelgesprekken in Oosterhoek?",
        "Wie waren daarbij?",
        "Wie waren bij de keukentafelgesprekken in Oosterhoek?",
    ),
    ("Wanneer is de evaluatie vastgesteld?", "Door wie?", "Door wie is de evaluatie vastgesteld?"),
    ("Wat kost een parkeervergunning?", "Wie kan die aanvragen?", "Wie kan een parkeervergunning aanvragen?"),
    (
        "Wanneer begon de proef met deelauto's in Havenkwartier?",
        "En in Molenbuurt?",
        "Wanneer begon de proef met deelauto's in Molenbuurt?",
    ),
    ("Geldt er betaald parkeren in Waterstad?", "Sinds wanneer?", "Sinds wanneer geldt er betaald parkeren in Waterstad?"),
    ("Welke partijen stelden de nota op?", "Wat vonden zij ervan?", "Wat vonden de partijen die de nota opstelden ervan?"),
    ("Wat is de taak van het parkeerbedrijf?", "En de bewonersraad?", "Wat is de taak van de bewonersraad?"),
    ("Hoeveel voorwaarden gelden voor de regeling?", "Welke zijn dat?", "Welke voorwaarden gelden voor de regeling?"),
    ("Wie stelde de nota op?", "Wat deden zij nog meer?", "Wat deed Parkeerbeheer Waterstad nog meer?"),
]

LEANING_ON_WHAT_NO_DOCUMENT_HAS = [
    (
        "Wat staat er in de samenwerkingsagenda?",
        "Wie hebben eraan meegeschreven?",
        "Wie hebben aan de samenwerkingsagenda meegeschreven?",
    ),
    ("Wat staat er in de samenwerkingsagenda?", "En wat ontbreekt er nog in?", "Wat ontbreekt nog in de samenwerkingsagenda?"),
    ("Welke subsidies zijn er voor verenigingen?", "Hoe vraag ik die aan?", "Hoe vraag ik de subsidies aan?"),
    ("Welke subsidies zijn er voor verenigingen?", "En voor scholen?", "Welke subsidies zijn er voor scholen?"),
    ("Wat staat er in de nota over laadpalen?", "En over deelfietsen?", "Wat staat er in de nota over deelfietsen?"),
    ("Wie mag een laadpaal aanvragen?", "Wat kost die?", "Wat kost een laadpaal?"),
    ("Hoeveel inwoners heeft Bergdorp?", "En Lageveen?", "Hoeveel inwoners heeft Lageveen?"),
    ("Kan een jongere van 17 een vergunning krijgen?", "En van 18?", "Kan een jongere van 18 een vergunning krijgen?"),
    ("Wat is het beleid voor evenementen?", "Geldt dat ook voor buurtfeesten?", "Wat is het beleid voor buurtfeesten?"),
]
STANDING_ON_INVENTED = [
    "Wat kost een parkeervergunning per jaar?",
    "En hoe werkt de parkeerapp van Bergdorp?",
    "En mag mijn buurman ook een vergunning aanvragen?",
    "Welke voorwaarden gelden voor de regeling huishoudelijke hulp?",
    "Wie betaalt de hulp die Thuisgoed levert?",
    "Is het waar dat de proef met deelauto's stopt?",
    "Hoe helpt het wijkteam inwoners met hun huishouden?",
    "En wanneer wordt het zwembad geopend?",
]


@pytest.fixture(scope="module")
def invented_index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    return build_tiny_index(tmp_path_factory.mktemp("invented"), {"huishoudelijke-hulp": HELP, "parkeren": PARKING})


@pytest.mark.parametrize(("talk", "said", "whole"), LEANING_ON_INVENTED + LEANING_ON_WHAT_NO_DOCUMENT_HAS)
def test_a_follow_up_about_documents_never_seen_is_made_whole(
    talk: str, said: str, whole: str, invented_index: OpenIndex
) -> None:
    assert complete(invented_index, talk, said, NOTE_ANSWER) == whole


@pytest.mark.parametrize("talk", ["Wie voert de huishoudelijke hulp uit?", "Wat kost parkeren in Waterstad?"])
@pytest.mark.parametrize("said", STANDING_ON_INVENTED)
def test_a_question_about_documents_never_seen_is_left_alone(talk: str, said: str, invented_index: OpenIndex) -> None:
    assert complete(invented_index, talk, said) == said
