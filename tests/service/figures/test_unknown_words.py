"""Properties that keep a wrong number from ever being given: what isn't understood gets none."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.store import OpenIndex
from service.figures.asking import vocabulary as words
from service.figures.asking.typing_errors import mend_typing_errors
from service.figures.questions import answer_figure_question
from tests.service.figures.figure_answers import DAYS, PROFILES, assert_traceable

ASKED = tuple(f"Hoeveel indicaties {profile} {{}} waren er op {day}?" for profile in PROFILES for day in DAYS[::5])
# Words that ask for something else, as people in the regions would.
OTHER_SUBJECTS = (
    *(
        "vrouwen",
        "mannen",
        "jongeren",
        "ouderen",
        "wachtlijst",
        "wachtenden",
        "kosten",
        "budget",
        "leeftijd",
        "nieuwe",
        "uitstroom",
    ),
    *("aanvragen", "besluiten", "afwijzingen", "overleden", "verhuisd", "zorgaanbieders", "plaatsen", "bedden", "medewerkers"),
    *(
        "waarom",
        "verwacht",
        "volgens Dimence",
        "behalve",
        "zonder",
        "niet",
        "pgb",
        "herindicaties",
        "crisis",
        "jeugd",
        "dak- en thuislozen",
    ),
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_word_that_asks_for_something_else_never_gets_a_number(fake_index: OpenIndex) -> None:
    for question in ASKED:
        for word in OTHER_SUBJECTS:
            assert answer_figure_question(question.format(word), fake_index, 5) is None, (question, word)


@quick
@given(st.sampled_from(ASKED), st.text("abcdefghijklmnoprstuvwz", min_size=3, max_size=14))
def test_an_unknown_word_never_gets_a_number(fake_index: OpenIndex, question: str, word: str) -> None:
    mended = mend_typing_errors(f"x {word}").split()[1]
    answer = answer_figure_question(question.format(word), fake_index, 5)
    if mended not in words.VOCABULARY:
        assert answer is None or answer.status == "niet-gevonden"


@quick
@given(st.lists(st.sampled_from(sorted(words.VOCABULARY)), min_size=1, max_size=4), st.sampled_from(ASKED))
def test_whatever_words_of_the_list_are_asked_together_every_number_said_is_traceable(
    fake_index: OpenIndex, said: list[str], question: str
) -> None:
    answer = answer_figure_question(question.format(" ".join(said)), fake_index, 5)
    if answer is not None and answer.status == "beantwoord":
        assert_traceable(fake_index, answer)
