"""The form of a question is read from its words: list, reason, person, amount, time, language, questions."""

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


QUESTIONS_FOR = {
    "person": ("Wie tekende het akkoord?",),
    "number": (
        *("Hoeveel mensen wachten er?", "Hoe lang duurt een traject?", "Welk percentage stroomt in?"),
        "How many people wait?",
    ),
    "time": ("Wanneer start de pilot?", "In welk jaar begon het?", "Voor welke datum moet het af zijn?"),
    "person number time": ("Wie betaalt hoeveel en wanneer?",),
    "": ("Wat is passende zorg?", "Hoe werkt de keuzehulp?", "Wieteke vroeg iets", ""),
}


@pytest.mark.parametrize(("asked", "question"), [(asked, one) for asked, many in QUESTIONS_FOR.items() for one in many])
def test_a_question_for_a_person_an_amount_or_a_time_is_seen(asked: str, question: str) -> None:
    forms = {"person": question_form.asks_person, "number": question_form.asks_number, "time": question_form.asks_time}
    assert " ".join(name for name, asks in forms.items() if asks(question)) == asked


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
    "question",
    [
        *("Welke vragen stelt de checklist?", "Wat is de eerste vraag?", "Wat moet ik nagaan?", "Wat valt er te checken?"),
        *("Which questions are on it?", "What should I check?", "Staat er een CHECKLIST in?"),
    ],
)
def test_a_question_for_questions_is_seen(question: str) -> None:
    assert question_form.asks_for_questions(question)


@pytest.mark.parametrize("question", ["Wat is de zorgvraag?", "Wie is aangevraagd?", "Wat is passende zorg?", "?", ""])
def test_other_questions_ask_for_no_questions(question: str) -> None:
    assert not question_form.asks_for_questions(question)


@pytest.mark.parametrize("question", ["What can there be done?", "Would you name some?", "Are they from the region?"])
def test_english_without_a_question_word_that_dutch_lacks_is_seen_too(question: str) -> None:
    assert question_form.is_english(question)


def test_no_english_filler_is_a_dutch_word_that_carries_a_question() -> None:
    dutch = {"in", "is", "was", "me", "of", "over", "die", "met", "want", "we", "had", "arts", "man", "men", "en", "er"}
    assert not question_form.ENGLISH_FILLERS & dutch
