import pytest

from corpus.types import CanonicalText
from service.pages.document_layout import lay_out, read_blocks
from service.pages.document_search import MAX_HITS, find_words
from tests.service.pages.page_fakes import DOCUMENT

TEXT = """De gemeente maakt plannen voor jongeren. Elk plan is anders.

Voor de jongeren in de regio maakt de gemeente in 2024 een nieuw plan, samen met het zorgkantoor.

Het vliegplan staat los hiervan, net als Planning (een).
"""
LINES = lay_out(TEXT, read_blocks(CanonicalText(DOCUMENT.id, TEXT, "sha256:0"), "nl"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("plan", ["plan", "plan", "plan", "Plan"]),
        ("DE   gemeente", ["De gemeente", "de gemeente"]),
        ("(een)", ["(een)"]),
        ("", []),
        ("...", []),
        ("de het een", []),
        ("onvindbaar", []),
    ],
)
def test_a_phrase_is_found_at_the_start_of_words_in_any_case(wanted: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span in find_words(wanted, TEXT, LINES)] == found


def test_words_that_are_no_phrase_are_found_where_they_stand_closest_in_any_form() -> None:
    found = [span.of(TEXT) for span in find_words("plannen van jongeren", TEXT, LINES)]
    assert found == ["jongeren. Elk plan", "jongeren in de regio maakt de gemeente in 2024 een nieuw plan"]


def test_a_word_that_stands_everywhere_gives_no_more_than_the_first_places() -> None:
    text = "plan " * (MAX_HITS + 5)
    assert len(find_words("plan", text, lay_out(text, ()))) == MAX_HITS
