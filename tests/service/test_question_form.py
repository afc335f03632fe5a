"""The form of a question is read from its words: list, reason, person, amount, time, language, names, parts."""

import pytest

from service import question_form


@pytest.mark.parametrize(
    "question",
    [
        *("Welke partijen doen mee?", "Wat zijn de randvoorwaarden?", "Wie zijn de ondertekenaars?", "Noem de acties."),
        *("Som de stappen op", "Geef een opsomming van de doelen", "Wat zit er allemaal in?", "Waaruit bestaat de werkwijze?"),
        *("Wat moet een plan bevatten?", "Uit welke onderdelen bestaat het?", "Which topics are covered?", "Geef de lijst"),
    ],
)
def test_a_question_for_several_things_asks_a_list(question: str) -> None:
    assert question_form.asks_list(question)


@pytest.mark.parametrize(
    "question", ["Wanneer begint het?", "Hoeveel kost dat?", "Waarom is dat zo?", "Is er een plan?", "", "😀"]
)
def test_a_question_for_one_thing_asks_no_list(question: str) -> None:
    assert not question_form.asks_list(question)


@pytest.mark.parametrize(
    "question", ["Waarom nam het af?", "Hoe komt dat?", "Leg uit wat dat is", "Wat is de oorzaak?", "Why?"]
)
def test_a_question_for_a_reason_asks_an_explanation(question: str) -> None:
    assert question_form.asks_explanation(question)


@pytest.mark.parametrize("question", ["Wanneer nam het af?", "Wie komt er?", "Een redenering", ""])
def test_other_questions_ask_no_explanation(question: str) -> None:
    assert not question_form.asks_explanation(question)


@pytest.mark.parametrize(
    ("question", "person", "number", "time"),
    [
        ("Wie tekende het akkoord?", True, False, False),
        ("Hoeveel mensen wachten er?", False, True, False),
        ("Hoe lang duurt een traject?", False, True, False),
        ("Welk percentage stroomt in?", False, True, False),
        ("How many people wait?", False, True, False),
        ("Wanneer start de pilot?", False, False, True),
        ("In welk jaar begon het?", False, False, True),
        ("Voor welke datum moet het af zijn?", False, False, True),
        ("Wie betaalt hoeveel en wanneer?", True, True, True),
        ("Wat is passende zorg?", False, False, False),
        ("Hoe werkt de keuzehulp?", False, False, False),
        ("Wieteke vroeg iets", False, False, False),
        ("", False, False, False),
    ],
)
def test_a_question_for_a_person_an_amount_or_a_time_is_seen(question: str, person: bool, number: bool, time: bool) -> None:
    asked = (question_form.asks_person(question), question_form.asks_number(question), question_form.asks_time(question))
    assert asked == (person, number, time)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Wat nu?",
            "plan van aanpak",
            "casuïstiek Zeeland",
            "Ik wil graag weten wat passende zorg is",
            "noem alle partijen in de regio",
        ),
        *(
            "Vertel me alles over de pilot die in het oosten liep",
            "Could you tell us something about the pilot in the east?",
        ),
        *(
            "Graag een overzicht van alle acties in de verschillende regio's",
            "Overzicht van de deelnemende partijen in de eerste ronde",
        ),
    ],
)
def test_a_request_or_a_few_loose_words_ask_something(text: str) -> None:
    assert question_form.is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "De directeur ondertekende gisteren in alle rust de overeenkomst",
        "Gisteren regende het urenlang boven de hele provincie en daarna scheen de zon",
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed",
    ],
)
def test_a_statement_asks_nothing(text: str) -> None:
    assert not question_form.is_question(text)


@pytest.mark.parametrize(
    "question",
    ["What is the aim of the plan?", "Which parties signed?", "How many people were there?", "Who should do the work?"],
)
def test_an_english_question_is_seen(question: str) -> None:
    assert question_form.is_english(question)


@pytest.mark.parametrize(
    "question",
    ["Wat is het doel?", "Wat is een task force?", "Wie doet de intake?", "", "???", "GGZ03W", "Wat moet er in the plan?"],
)
def test_a_dutch_or_wordless_question_is_not_english(question: str) -> None:
    assert not question_form.is_english(question)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik werk bij een gemeente. Wat moet ik doen?", "Wat moet ik doen?"),
        ("Ik ben nieuw! Wie betaalt? Alvast bedankt.", "Wie betaalt?"),
        ("Wat nu? En dan?", "Wat nu? En dan?"),
        ("Geef de lijst.", "Geef de lijst."),
        ("Ik werk in Twente. Geef de lijst.", "Ik werk in Twente. Geef de lijst."),
        ("Wat moet een plan bevatten?", "Wat moet een plan bevatten?"),
        ("", ""),
        ("?", "?"),
        ("...", "..."),
        ("Wat staat in artikel 3.2.1 van de wet?", "Wat staat in artikel 3.2.1 van de wet?"),
        ("Ik lees mee. Wat kost dat, ca. 3.500 euro?", "Wat kost dat, ca. 3.500 euro?"),
        ("Hoeveel waren er op 01.07.2022?", "Hoeveel waren er op 01.07.2022?"),
        ("Geldt dat bijv. ook voor de Wmo?", "Geldt dat bijv. ook voor de Wmo?"),
    ],
)
def test_only_the_sentences_that_ask_are_kept_whole(text: str, asked: str) -> None:
    assert question_form.find_asking_sentence(text) == asked


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Wat is het verschil tussen een wijkteam en een sociaal team?", ("Een wijkteam?", "Een sociaal team?")),
        ("Welke overeenkomst tussen preventie en herstel is er?", ("Preventie?", "Herstel is er?")),
        ("What is the difference between care and support?", ("Care?", "Support?")),
        ("Vergelijk de aanpak van Zeeland met die van Drenthe.", ("De aanpak van Zeeland?", "Die van Drenthe?")),
        ("Wie betaalt het traject en wanneer begint het dan?", ("Wie betaalt het traject", "wanneer begint het dan?")),
        ("Hoeveel kost het, en hoe lang duurt het?", ("Hoeveel kost het", "hoe lang duurt het?")),
    ],
)
def test_a_comparison_or_double_question_has_two_parts(question: str, parts: tuple[str, ...]) -> None:
    assert question_form.split_question(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        *(
            "Wat is het verschil?",
            "Wie betaalt en wanneer?",
            "Wat is het doel van zorg en ondersteuning?",
            "",
            "en",
            "Wat en hoe?",
        ),
        *(
            "Wat is het verschil tussen  en b?",
            "Vergelijk  met alles",
            "Welke gemeenten en aanbieders doen mee?",
            "verschil tussen",
        ),
    ],
)
def test_one_question_stays_whole(question: str) -> None:
    assert question_form.split_question(question) == (question,)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Wat doet Zeeland?", ("Zeeland",)),
        ("Wat gebeurde er in Drenthe in 2019?", ("Drenthe", "2019")),
        ("Hallo. Wat doet Amsterdam?", ("Amsterdam",)),
        ("VWS wil wat?", ("VWS",)),
        ("Maar Nijmegen dan?", ("Nijmegen",)),
        ("Wat is Wlz-ggz-w?", ("Wlz-ggz-w",)),
        ("Wat wil “Zilveren Kruis”?", ("Zilveren", "Kruis")),
        ("Wat doen Zeeland en Zeeland?", ("Zeeland",)),
        ("Wat doet het Éénloket?", ("Éénloket",)),
        ("wat doet zeeland", ()),
        ("Wat is passende zorg?", ()),
        ("Wie betaalt? Wat kost 2500 euro?", ()),
        ("Casuïstiek? Goed!", ()),
        ("", ()),
        ("20190 of 120212", ()),
    ],
)
def test_names_and_years_are_found_and_first_words_are_not(question: str, names: tuple[str, ...]) -> None:
    assert question_form.find_names(question) == names
