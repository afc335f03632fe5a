"""Dutch sentences are cut at their ends and not at abbreviations, initials, numbers or dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from indexer.structure.sentences import split_records, split_sentences, trim_span

PIECES = [
    "De raad besluit",
    ".",
    "!",
    "?",
    "…",
    "...",
    " ",
    "\n",
    "\n\n",
    "bijv.",
    "nr. 3",
    "J.P.",
    "“",
    "”",
    ")",
    "*",
    "Em",
    "é",
    "12",
    "’s",
]
sentencelike = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def sentences_of(text: str) -> list[str]:
    return [sentence.of(text) for sentence in split_sentences(text, Span(0, len(text)))]


@given(st.one_of(st.text(max_size=300), sentencelike), st.data())
def test_sentences_hold_every_character_that_is_not_white_space_once_and_in_order(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    within = Span(begin, data.draw(st.integers(begin, len(text))))
    sentences = split_sentences(text, within)
    end = within.begin
    for sentence in sentences:
        assert within.contains(sentence)
        assert end <= sentence.begin
        assert text[end : sentence.begin].strip() == ""
        assert sentence.of(text) == sentence.of(text).strip() != ""
        end = sentence.end
    assert text[end : within.end].strip() == ""


@given(st.text(max_size=50))
def test_trimming_takes_white_space_and_nothing_else(text: str) -> None:
    span = trim_span(text, Span(0, len(text)))
    assert span.of(text) == text.strip()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("De raad besluit.", "Daarna volgt uitvoering."),
        ("Wie betaalt dit?", "Dat is de vraag."),
        ("Doe mee!", "Iedereen is welkom."),
        ("“Wij willen bouwen.”", "Dat zei de wethouder."),
        ("Er is geld (zie bijlage).", "Het is genoeg."),
        ("Dit stopt in 2024.", "Daarna gaan we door."),
        ("De bouw duurt lang…", "Toch gaat het door."),
        ("We beginnen.", "'s Avonds gaat het door."),
        ("Een zin zonder punt\n\n", "Een tweede alinea"),
        ("*Nadruk.*", "*Nog een zin.*"),
        ("Dat is zo.", "3 gemeenten doen mee."),
    ],
)
def test_a_sentence_ends_at_its_mark(first: str, second: str) -> None:
    assert sentences_of(f"{first} {second}") == [first.strip(), second]


@pytest.mark.parametrize(
    "sentence",
    [
        "De kosten, bijv. Huur en zorg, stijgen.",
        "Zie art. 3 van de wet.",
        "De heer J.P. Jansen en mevr. De Vries spreken.",
        "Partijen (o.a. Thuis en In Balans) tekenen.",
        "Dit kost ca. 12 miljoen euro.",
        "Het gaat om 1.234 woningen en 3.5 procent.",
        "Dit geldt t.o.v. Vorig jaar.",
        "Kijk op www.meerdam.nl voor meer.",
        "De vergadering is op 3 mei a.s. Gepland.",
        "Dat ging goed... maar niet overal.",
        "Partijen zijn: 1. De gemeente, 2. Het waterschap en 3. De provincie.",
        "Mr. dr. Smit tekent namens de N.V. Bouwgrond.",
    ],
)
def test_an_abbreviation_a_number_and_an_open_end_do_not_end_a_sentence(sentence: str) -> None:
    assert sentences_of(sentence) == [sentence]


def test_titles_with_a_year_under_each_are_a_record_each() -> None:
    text = "Wonen in de wijk\n2018\nA. Jansen en B. de Boer\nZorg in de wijk\n2019\nC. Visser"
    assert [record.of(text) for record in split_records(text, Span(0, len(text)))] == [
        "Wonen in de wijk\n2018\nA. Jansen en B. de Boer",
        "Zorg in de wijk\n2019\nC. Visser",
    ]


@pytest.mark.parametrize("text", ["Wonen\n2018\nA. Jansen", "De raad besluit.", "A. Jansen\nWonen\n2018\nZorg\n2019"])
def test_lines_without_two_such_titles_stay_whole(text: str) -> None:
    assert split_records(text, Span(0, len(text))) == (Span(0, len(text)),)
