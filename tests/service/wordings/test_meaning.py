"""A change that may turn the meaning is warned of, and one that can't is not."""

import pytest

from service.wordings.changes import list_changes
from service.wordings.differences import compare_wordings
from service.wordings.meaning import list_warnings, warn_of_rest
from service.wordings.text import Wording, split_words


def warn(source: str, own: str) -> list[tuple[str, str]]:
    compared = compare_wordings(*(Wording(text, split_words(text)) for text in (source, own)))
    return [(warning.kind, warning.message) for warning in list_warnings(list_changes(compared.differences))]


@pytest.mark.parametrize(
    ("source", "own", "kind", "message"),
    [
        ("Dit mag niet altijd zo zijn.", "Dit mag altijd zo zijn.", "ontkenning", "“niet” ontbreekt in uw zin."),
        (
            "Dit mag altijd zo zijn.",
            "Dit mag niet altijd zo zijn.",
            "ontkenning",
            "“niet” staat in uw zin, maar niet in de bron.",
        ),
        ("Er is geen plan nodig.", "Er is een plan nodig.", "ontkenning", "in de bron staat “geen”, in uw zin “een”."),
        (
            "Het bleek dat dit niet helder is.",
            "Het bleek niet dat dit helder is.",
            "ontkenning",
            "“niet” staat op een andere plaats dan in de bron.",
        ),
        ("De regio moet dit doen.", "De regio kan dit doen.", "modaal", "in de bron staat “moet”, in uw zin “kan”."),
        ("Er zijn 300 cliënten in zorg.", "Er zijn 301 cliënten in zorg.", "getal", "in de bron staat “300”, in uw zin “301”."),
        (
            "Er zijn twee partijen in de regio.",
            "Er zijn drie partijen in de regio.",
            "getal",
            "in de bron staat “twee”, in uw zin “drie”.",
        ),
        ("De grens is 5% per jaar nu.", "De grens is 5 per jaar nu.", "getal", "in de bron staat “5%”, in uw zin “5”."),
        (
            "2. De regio maakt een plan.",
            "3. De regio maakt een plan.",
            "opsommingsnummer",
            "in de bron staat “2.”, in uw zin “3.”.",
        ),
        (
            "Op basis van ernst en duur samen.",
            "Op basis van ernst of duur samen.",
            "voegwoord",
            "in de bron staat “en”, in uw zin “of”.",
        ),
        (
            "Dit geldt alleen voor jongeren hier.",
            "Dit geldt voor jongeren hier.",
            "voorwaarde",
            "“alleen” ontbreekt in uw zin.",
        ),
    ],
)
def test_what_may_turn_the_meaning_is_named(source: str, own: str, kind: str, message: str) -> None:
    assert warn(source, own) == [(kind, message)]


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ("De regio maakt een plan.", "De regio schrijft een plan."),
        ("De regio moet dit nu doen.", "De regio's moeten dit nu doen."),
        ("Er zijn 10.375 cliënten in zorg.", "Er zijn 10375 cliënten in zorg."),
        ("Dit is niet, zoals men zegt, waar.", "Dit is niet zoals men zegt waar."),
        ("Zij zijn nog in leven. Dat klopt.", "Zij zijn nog in leven.1 Dat klopt."),
        ("De zorg en de hulp zijn goed.", "De zorg plus de hulp zijn goed."),
    ],
)
def test_another_word_form_or_notation_is_not_warned_of(source: str, own: str) -> None:
    assert warn(source, own) == []


def test_in_a_long_run_of_changes_no_two_words_are_said_to_have_changed_places() -> None:
    (warning,) = warn(
        "Overleg resulteert doorgaans in een besluit over de aanpak.", "Overleg leidt tot drie besluiten over de aanpak."
    )
    assert warning == ("getal", "“drie” staat in uw zin, maar niet in de bron.")


def test_a_condition_in_the_rest_of_the_sentence_is_warned_of() -> None:
    assert [warning.message for warning in warn_of_rest("", ", tenzij de regio anders besluit.")] == [
        "in het deel van de zin dat u niet plakte staat “tenzij”."
    ]
    assert warn_of_rest("De regio zegt dat ", " en dat is goed.") == ()
