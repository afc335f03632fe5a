"""A follow-up question is made whole from the talk before it, and a question that stands by itself is left alone."""

import pytest

from indexer.dutch_dates import find_dates
from indexer.store import OpenIndex
from service.answering import answer_question
from service.conversation import make_standalone
from service.follow_ups.antecedents import Wanted, find_antecedent
from service.types import Question, Turn

FIGURE = "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"
PLACE = "Hoe ging de casuïstiekbespreking in Flevoland?"
SUBJECT = "Wanneer zijn de bestuurlijke afspraken opgesteld?"


def follow_up(index: OpenIndex, *talk: str) -> str:
    *earlier, current = talk
    return make_standalone(Question(current, tuple(Turn(question, "Antwoord [1].") for question in earlier)), index)


@pytest.mark.parametrize(
    ("said", "profile"),
    [
        *(
            ("En voor GGZ04W?", "GGZ04W"),
            ("En GGZ05W?", "GGZ05W"),
            ("en ggz01w", "ggz01w"),
            ("Hoe zit het met GGZ02W?", "GGZ02W"),
        ),
        *(
            ("Maar GGZ04W dan?", "GGZ04W"),
            ("Ok, en GGZ04W?", "GGZ04W"),
            ("En ggz 1 wonen?", "ggz 1 wonen"),
            ("En profiel 5?", "profiel 5"),
        ),
        *(("Of van GGZ02W?", "GGZ02W"), ("Hoe zit dat voor GGZ01W?", "GGZ01W")),
    ],
)
def test_another_profile_takes_the_place_of_the_one_before(said: str, profile: str, fake_index: OpenIndex) -> None:
    assert follow_up(fake_index, FIGURE, said) == f"Hoeveel {profile}-indicaties waren er op 1 juli 2022?"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        *(("En een jaar eerder?", "2021-07-01"), ("Een jaar eerder?", "2021-07-01"), ("En twee jaar later?", "2024-07-01")),
        *(
            ("En het jaar ervoor?", "2021-07-01"),
            ("En een kwartaal later?", "2022-10-01"),
            ("En een kwartaal eerder?", "2022-04-01"),
        ),
        *(
            ("En drie kwartalen eerder?", "2021-10-01"),
            ("En 1 jaar terug?", "2021-07-01"),
            ("En een jaar daarna?", "2023-07-01"),
        ),
        *(("En op 1 oktober 2023?", "2023-10-01"), ("En op 1-1-2021?", "2021-01-01"), ("En in januari 2021?", "2021-01-01")),
        *(
            ("En in 2023?", "2023-01-01"),
            ("Hoe zit het met 1 april 2021?", "2021-04-01"),
            ("En het kwartaal erna?", "2022-10-01"),
        ),
    ],
)
def test_another_date_takes_the_place_of_the_one_before(said: str, day: str, fake_index: OpenIndex) -> None:
    whole = follow_up(fake_index, FIGURE, said)
    # "in 2023" and "in januari 2021" keep their own preposition: "op 2023" is no Dutch.
    assert whole.startswith("Hoeveel GGZ03W-indicaties waren er in " if " in " in f" {said.lower()}" else f"{FIGURE[:-12]}")
    assert [mention.first for mention in find_dates(whole)] == [day]


@pytest.mark.parametrize(
    ("asked", "said", "day"),
    [
        ("op 29 februari 2024", "En een jaar eerder?", "2023-02-28"),
        ("op 31 maart 2022", "En een kwartaal eerder?", "2021-12-31"),
        ("op 31 december 2022", "En een jaar eerder?", "2021-12-31"),
        ("op 30 november 2022", "En een kwartaal later?", "2023-02-28"),
        ("op 1 januari 2021", "En een kwartaal eerder?", "2020-10-01"),
        ("op 2022-07-01", "En een jaar later?", "2023-07-01"),
        ("in 2022", "En een jaar eerder?", "2021-01-01"),
    ],
)
def test_a_date_moves_by_the_calendar(asked: str, said: str, day: str, fake_index: OpenIndex) -> None:
    whole = follow_up(fake_index, f"Hoeveel GGZ03W-indicaties waren er {asked}?", said)
    assert find_dates(whole)[0].first == day


@pytest.mark.parametrize(
    ("talk", "whole"),
    [
        ((FIGURE, "En voor GGZ04W?"), "Hoeveel GGZ04W-indicaties waren er op 1 juli 2022?"),
        ((FIGURE, "En een jaar eerder?"), "Hoeveel GGZ03W-indicaties waren er op 1 juli 2021?"),
        (
            (FIGURE, "En een jaar eerder?", "En voor GGZ04W?", "En een jaar later?"),
            "Hoeveel GGZ04W-indicaties waren er op 1 juli 2022?",
        ),
        (
            ("Hoeveel GGZ03W waren er in het derde kwartaal van 2022?", "En een jaar eerder?"),
            "Hoeveel GGZ03W waren er op 1 juli 2021?",
        ),
        (("Hoeveel GGZ03W waren er in juli 2022?", "En een kwartaal eerder?"), "Hoeveel GGZ03W waren er op 1 april 2022?"),
        (
            ("Met hoeveel groeide GGZ03W van 1 juli 2021 tot 1 juli 2022?", "En GGZ04W?"),
            "Met hoeveel groeide GGZ04W van 1 juli 2021 tot 1 juli 2022?",
        ),
    ],
)
def test_a_follow_up_gets_the_figures_of_the_whole_question(talk: tuple[str, ...], whole: str, fake_index: OpenIndex) -> None:
    turns = tuple(Turn(question, "Antwoord [1].") for question in talk[:-1])
    answered = answer_question(Question(talk[-1], turns), fake_index)
    directly = answer_question(Question(whole), fake_index)
    assert answered.status == "beantwoord"
    assert [cited.figure for cited in answered.figures] == [cited.figure for cited in directly.figures]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        *(
            ("En in Nijmegen?", "Nijmegen"),
            ("En in Amsterdam?", "Amsterdam"),
            ("En Drenthe?", "Drenthe"),
            ("en in nijmegen", "nijmegen"),
        ),
        *(("Maar in Twente?", "Twente"), ("Ok, en in Amsterdam?", "Amsterdam"), ("Hoe zit het met Zeeland?", "Zeeland")),
        *(
            ("Hoe zit dat in Zeeland?", "Zeeland"),
            ("Die in Zeeland?", "Zeeland"),
            ("En in 't Gooi?", "'t Gooi"),
            ("Of in Zeeland?", "Zeeland"),
        ),
        *(
            ("En in Noord-Holland?", "Noord-Holland"),
            ("oké, en Utrecht?", "Utrecht"),
        ),
    ],
)
def test_another_place_takes_the_place_of_the_one_before(said: str, place: str, fake_index: OpenIndex) -> None:
    assert follow_up(fake_index, PLACE, said) == f"Hoe ging de casuïstiekbespreking in {place}?"


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("Wie waren daar aanwezig?", "Wie waren in Flevoland aanwezig?"),
        ("Welke gemeenten doen daar mee?", "Welke gemeenten doen in Flevoland mee?"),
        ("En wie waren daar aanwezig?", "Wie waren in Flevoland aanwezig?"),
    ],
)
def test_there_is_the_place_before(said: str, whole: str, fake_index: OpenIndex) -> None:
    assert follow_up(fake_index, PLACE, said) == whole


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("Wie ondertekenden die?", "Wie ondertekenden de bestuurlijke afspraken?"),
        ("Wie hebben ze ondertekend?", "Wie hebben de bestuurlijke afspraken ondertekend?"),
        ("Wie heeft deze ondertekend?", "Wie heeft de bestuurlijke afspraken ondertekend?"),
        ("Waarom zijn ze gemaakt?", "Waarom zijn de bestuurlijke afspraken gemaakt?"),
        ("Hoe lang gelden die?", "Hoe lang gelden de bestuurlijke afspraken?"),
        ("En wie ondertekenden die?", "Wie ondertekenden de bestuurlijke afspraken?"),
    ],
)
def test_what_points_back_is_named(said: str, whole: str, fake_index: OpenIndex) -> None:
    assert follow_up(fake_index, SUBJECT, said) == whole


@pytest.mark.parametrize(
    "said",
    ["Waarom?", "En waarom?", "Wat staat erin?", "Wat is het doel daarvan?", "Leg uit", "Kun je dat uitleggen?", "En wie?"],
)
def test_what_says_too_little_gets_the_subject_before(said: str, fake_index: OpenIndex) -> None:
    assert "de bestuurlijke afspraken" in follow_up(fake_index, SUBJECT, said)


@pytest.mark.parametrize("said", ["Waar komen die cijfers vandaan?", "En waarom?", "Wat betekent dat?", "Hoe komt dat?"])
def test_a_date_is_never_the_subject_before(said: str, fake_index: OpenIndex) -> None:
    whole = follow_up(fake_index, FIGURE, said)
    assert "juli" not in whole or FIGURE.rstrip("?") in whole


@pytest.mark.parametrize("earlier", [FIGURE, PLACE, SUBJECT])
@pytest.mark.parametrize(
    "said",
    [
        *("Wat moet een plan bevatten?", "Wat is passende zorg?", "Wie ondertekenden de bestuurlijke afspraken?"),
        *("Hoeveel GGZ01W-indicaties waren er op 1 april 2021?", "Welke gemeenten horen bij zorgkantoorregio Drenthe?"),
        *("Welke partijen doen mee aan de taskforce die in Zeeland is opgezet?", "What is the aim of the action plan?"),
        *("Wat staat er in het plan over het aantal cliënten die langer zorg nodig hebben?", "Hoe vraag ik een pgb aan?"),
    ],
)
def test_a_question_that_stands_by_itself_takes_nothing_from_before(earlier: str, said: str, fake_index: OpenIndex) -> None:
    assert follow_up(fake_index, earlier, said).lower() in (said.lower(), said.lower().removeprefix("en "))


@pytest.mark.parametrize("said", ["En?", "En", "en dan?", "Maar", "Ok", "En ...?", "Of?"])
def test_a_bare_conjunction_leaves_no_gap_in_the_question(said: str, fake_index: OpenIndex) -> None:
    whole = follow_up(fake_index, PLACE, said)
    assert "Flevoland" in whole
    assert " ?" not in whole


def test_a_talk_follows_its_last_subject(fake_index: OpenIndex) -> None:
    assert follow_up(fake_index, PLACE, "En in Nijmegen?", "En in Amsterdam?") == PLACE.replace("Flevoland", "Amsterdam")
    assert follow_up(fake_index, FIGURE, SUBJECT, "Wie ondertekenden die?") == "Wie ondertekenden de bestuurlijke afspraken?"
    assert follow_up(fake_index, PLACE, FIGURE, "En een jaar eerder?", "En voor GGZ04W?").startswith("Hoeveel GGZ04W")


@pytest.mark.parametrize("turns", [1, 2, 19, 20])
def test_a_talk_may_have_twenty_turns(turns: int, fake_index: OpenIndex) -> None:
    talk = [FIGURE, *(f"En voor GGZ0{1 + turn % 5}W?" for turn in range(turns - 1)), "En een jaar eerder?"]
    expected = "3" if turns == 1 else str(1 + (turns - 2) % 5)
    assert follow_up(fake_index, *talk) == f"Hoeveel GGZ0{expected}W-indicaties waren er op 1 juli 2021?"


@pytest.mark.parametrize("text", ["Wat  moet\n een plan\tbevatten?", "😀", "?", "en in Nijmegen?", "die"])
def test_without_a_talk_a_question_keeps_its_words(text: str, fake_index: OpenIndex) -> None:
    assert follow_up(fake_index, text) == " ".join(text.split())


@pytest.mark.parametrize(
    "odd", ["", " ", "😀", "???", "'t", "[1] {0} %s \\1", "x" * 2000, "die " * 400, "\u200b", "En in \\g<0>?"]
)
def test_odd_turns_do_no_harm(odd: str, fake_index: OpenIndex) -> None:
    assert isinstance(follow_up(fake_index, odd, "En in Nijmegen?"), str)
    assert isinstance(follow_up(fake_index, PLACE, odd), str)
    assert isinstance(follow_up(fake_index, FIGURE, odd, "En een jaar eerder?"), str)
    assert follow_up(fake_index, odd, SUBJECT) == SUBJECT


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        (SUBJECT, "de bestuurlijke afspraken"),
        ("Wat is een doelgroepbespreking?", "een doelgroepbespreking"),
        ("Zwaluwdammer kruiwagens?", "Zwaluwdammer kruiwagens"),
        ("Wat is het doel van de regioaanpak?", "de regioaanpak"),
        ("Wat gebeurde er in juni 2023?", None),
        ("", None),
        ("de het een", None),
    ],
)
def test_the_subject_of_a_question_is_its_noun_phrase(question: str, topic: str | None, fake_index: OpenIndex) -> None:
    found = find_antecedent(question, "", Wanted(), fake_index)
    assert (found.text if found else None) == topic
