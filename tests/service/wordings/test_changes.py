"""Each changed word is counted as what it is: another word, left out, put in, moved, or only another form."""

import pytest

from service.wordings.changes import are_form_only, describe_changes, list_changes
from service.wordings.differences import compare_wordings
from service.wordings.text import Wording, split_words


def describe(source: str, own: str) -> str:
    return describe_changes(
        list_changes(compare_wordings(*(Wording(text, split_words(text)) for text in (source, own))).differences)
    )


@pytest.mark.parametrize(
    ("source", "own", "said"),
    [
        ("De regio maakt een plan.", "De regio maakt een plan", ""),
        ("De regio maakt een plan.", "De regio maakt een rapport.", "1 woord anders"),
        ("De regio maakt een goed plan.", "De regio maakt een plan.", "1 woord weggelaten"),
        ("De regio maakt een plan.", "De regio maakt een heel goed plan.", "2 woorden toegevoegd"),
        ("De regio maakt een goed plan van aanpak.", "Een regio maakt een plan van aanpak.", "1 woord anders, 1 weggelaten"),
        (
            "De zorg moet in de toekomst betaalbaar blijven.",
            "De zorg moet betaalbaar in de toekomst blijven.",
            "1 woord verplaatst",
        ),
        ("De regio maakt een plan.", "De Regio maakt een Plan.", "2 hoofdletters anders"),
        ("De werkgroep kwam bijeen om te praten.", "De werkgroep kwam bijeen, om te praten.", "1 leesteken anders"),
        ("Zij zijn nog in leven. Dat klopt.", "Zij zijn nog in leven.1 Dat klopt.", "1 leesteken anders"),
        ("De grens is 5% per jaar nu.", "De grens is 5 per jaar nu.", "1 woord anders"),
        (
            "Een lastige opgave om dit te doen. Dat klopt.",
            "Een lastige opgave. Dat klopt.",
            "4 woorden weggelaten, 1 leesteken anders",
        ),
    ],
)
def test_changes_are_counted_in_one_line(source: str, own: str, said: str) -> None:
    assert describe(source, own) == said


def test_only_capitals_and_punctuation_are_only_form() -> None:
    def changes(source: str, own: str) -> bool:
        compared = compare_wordings(*(Wording(text, split_words(text)) for text in (source, own)))
        return are_form_only(list_changes(compared.differences))

    assert changes("Het is een plan, en goed.", "Het is een Plan en goed.")
    assert not changes("Het is een plan, en goed.", "Het is een rapport en goed.")
    assert not changes("Het is een plan.", "Het is een plan.")
