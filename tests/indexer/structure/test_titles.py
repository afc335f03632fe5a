"""What may be a title, a date, a figure or a footnote is told from its shape."""

import pytest

from indexer.structure.titles import is_footnote, looks_like_title


@pytest.mark.parametrize(
    "words", ["Wonen", "Waar staan we nu? (najaar 2018)", "Over dit rapport", "Dit willen we bereiken", "2.1 Doelgroep"]
)
def test_words_without_a_full_stop_may_be_a_title(words: str) -> None:
    assert looks_like_title(words)


@pytest.mark.parametrize(
    "words",
    ["Wij bouwen.", "wonen", "Deze notitie gaat over wonen", "Wij werken in de wijk met de", "J.P. de Boer", "Antwoord 12"],
)
def test_a_sentence_a_name_and_a_line_that_goes_on_are_no_title(words: str) -> None:
    assert not looks_like_title(words)


@pytest.mark.parametrize(
    "words", ["¹ Zie bijlage 2.", "**De cijfers zijn voorlopig.*", "Noot: cijfers van mei.", "*Dit is het plan van mei."]
)
def test_a_paragraph_with_the_mark_of_a_note_is_a_footnote(words: str) -> None:
    assert is_footnote(words)


@pytest.mark.parametrize("words", ["*Nadruk op wonen.*", "**Vet.** En gewoon.", "Noodopvang is duur.", "1 Doel"])
def test_emphasis_is_no_footnote(words: str) -> None:
    assert not is_footnote(words)
