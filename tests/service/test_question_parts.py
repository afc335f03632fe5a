"""A question is read in parts: the sentences that ask, the sides of a comparison, its names, numbers and what it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service import question_form

# A question that says by itself what it is about.
ENOUGH = "Welke gemeenten betalen samen de nieuwe speeltuinen, schommels en waterkranen in de wijk Zuid?"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"Ik werk bij een gemeente. {ENOUGH}", ENOUGH),
        (f"Ik ben nieuw! {ENOUGH} Alvast bedankt.", ENOUGH),
        (f"Wat nu? Ik ben nieuw. {ENOUGH}", f"Wat nu? {ENOUGH}"),
        ("Wat nu? En dan?", "Wat nu? En dan?"),
        ("Geef de lijst.", "Geef de lijst."),
        ("Ik werk in Twente. Geef de lijst.", "Ik werk in Twente. Geef de lijst."),
        ("Wat moet een plan bevatten?", "Wat moet een plan bevatten?"),
        ("", ""),
        ("?", "?"),
        ("...", "..."),
        ("Wat staat in artikel 3.2.1 van de wet?", "Wat staat in artikel 3.2.1 van de wet?"),
        (f"Ik lees mee. {ENOUGH[:-1]}, ca. 3.500 euro?", f"{ENOUGH[:-1]}, ca. 3.500 euro?"),
        ("Hoeveel waren er op 01.07.2022?", "Hoeveel waren er op 01.07.2022?"),
        ("Geldt dat bijv. ook voor de Wmo?", "Geldt dat bijv. ook voor de Wmo?"),
    ],
)
def test_only_the_sentences_that_ask_are_kept_whole(text: str, asked: str) -> None:
    assert question_form.find_asking_sentence(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        *("Ik werk bij een gemeente. Wat moet ik doen?", "In Twente is een pilot met wijkteams. Hoe zat dat ook alweer?"),
        *("De wethouder sprak over speeltuinen! Wie betaalt?", "Ik zoek de lijst. Is die er?"),
    ],
)
def test_a_question_that_leans_on_the_sentences_before_it_keeps_them_and_not_what_follows(text: str) -> None:
    assert question_form.find_asking_sentence(text) == text
    assert question_form.find_asking_sentence(f"{text} Alvast bedankt.") == text


@given(st.lists(st.sampled_from(["Ik ben nieuw.", "Wie betaalt?", ENOUGH, "Dank!", "Geef art. 3.2 s.v.p."]), max_size=6))
def test_what_is_kept_are_the_sentences_that_ask_and_what_goes_before_them_only_where_they_lean(sentences: list[str]) -> None:
    asking = [place for place, sentence in enumerate(sentences) if sentence.endswith("?")]
    kept = question_form.find_asking_sentence(" ".join(sentences))
    if ENOUGH in sentences:
        assert kept == " ".join(sentences[place] for place in asking)
    else:
        assert kept == " ".join(sentences[: asking[-1] + 1] if asking else sentences)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Welke vijf regio's doen mee?", ("vijf",)),
        ("Noem de 12 acties en drie lessen", ("12", "drie")),
        ("Wat gebeurde er in 2019?", ()),
        ("Wie is er één?", ()),
        ("Wat is een plan?", ()),
        ("", ()),
    ],
)
def test_the_numbers_in_a_question_are_found_and_years_are_not(question: str, numbers: tuple[str, ...]) -> None:
    assert question_form.find_numbers(question) == numbers


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Hoeveel nieuwe cliënten zijn er?", ("nieuwe", "clienten")),
        ("Welk aantal gemeenten doet mee?", ("gemeenten",)),
        ("How many municipalities are there?", ("municipalities",)),
        ("Hoeveel zijn er?", ()),
        ("Hoe lang duurt het?", ()),
        ("Wie telt de cliënten?", ()),
    ],
)
def test_what_is_to_be_counted_stands_behind_the_question_word(question: str, counted: tuple[str, ...]) -> None:
    assert question_form.find_counted_words(question) == counted


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
