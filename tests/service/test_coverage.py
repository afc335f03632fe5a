"""A text covers a question as far as it holds its words, rare words weighing more."""

import pytest

from indexer.store import OpenIndex
from indexer.words import find_informative_stems, split_words, stem_words
from service.coverage import cover_stems, stands_in, weigh_stem


def stems_of(text: str) -> frozenset[str]:
    return frozenset(stem_words(split_words(text)))


def cover(question: str, text: str, index: OpenIndex) -> float:
    return cover_stems(find_informative_stems(question), stems_of(text), index)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wie ondertekenden de afspraken?", "De afspraak is ondertekend: zij ondertekenden allen."),
        ("Wat is casuïstiek?", "casuistiek"),
        ("Regio's?", "Elke regio doet mee."),
        ("Wat doet het CIZ?", "Het CIZ."),
    ],
)
def test_a_text_with_all_the_words_covers_the_question(question: str, text: str, fake_index: OpenIndex) -> None:
    assert cover(question, text, fake_index) == pytest.approx(1.0)


@pytest.mark.parametrize(("question", "text"), [("Wat is casuïstiek?", "Iets over fietsen."), ("Zeeland", ""), ("Wlz?", "Wmo")])
def test_a_text_with_none_of_the_words_covers_nothing(question: str, text: str, fake_index: OpenIndex) -> None:
    assert cover(question, text, fake_index) == 0


@pytest.mark.parametrize("question", ["", "?", "Wat is het?", "😀", "de het een"])
def test_a_question_without_a_subject_is_covered_by_nothing(question: str, fake_index: OpenIndex) -> None:
    assert cover(question, "Wat is het plan?", fake_index) == 0


def test_a_compound_covers_partly(fake_index: OpenIndex) -> None:
    assert 0 < cover("aanmelding", "aanmeldingsformulier", fake_index) < 1


def test_more_of_the_words_cover_more_and_never_beyond_1(fake_index: OpenIndex) -> None:
    question = "Welke gemeenten tekenden het plan van aanpak in Zeeland?"
    shares = [cover(question, " ".join(question.split()[:size]), fake_index) for size in range(len(question.split()) + 1)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == pytest.approx(1.0)


def test_a_rare_word_weighs_more_than_a_common_one(fake_index: OpenIndex) -> None:
    weights = [weigh_stem(stem, fake_index) for stem in find_informative_stems("zorg plan Drenthe zwaluwdam")]
    assert weights == sorted(weights)
    assert all(weight > 0 for weight in weights)


def test_the_rare_word_decides_what_is_covered(fake_index: OpenIndex) -> None:
    assert cover("zorg in Drenthe", "Drenthe", fake_index) > cover("zorg in Drenthe", "zorg", fake_index)


@pytest.mark.parametrize(
    ("stem", "others", "stands"),
    [
        ("zorg", {"zorg"}, True),
        ("zorg", {"verzorgd"}, False),
        ("aanmelding", {"aanmeldingsformulier"}, True),
        ("zorgkantor", {"zorgkantoor"}, True),
        ("aanvraag", {"aanpak"}, False),
        ("zorg", set(), False),
        ("", {"zorg"}, False),
    ],
)
def test_a_word_stands_there_as_itself_a_compound_or_a_slip(stem: str, others: set[str], stands: bool) -> None:
    assert stands_in(stem, others) is stands
