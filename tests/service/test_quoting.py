"""The words chosen from a passage are whole sentences, whole lists and whole cards, and never a heading alone."""

import pytest

from corpus.types import Passage
from indexer.store import OpenIndex
from service.quoting import (
    LONGEST_RUN,
    Quotation,
    fit_list,
    fold_title,
    is_heading,
    quote_passage,
    score_sentences,
)
from tests.tiny_index import build_tiny_index

QUESTIONS = (
    *("Wat moet een plan bevatten?", "Waarom nam de instroom af?", "Wie ondertekende de afspraken?", "😀", "de het een"),
    *("Hoeveel casuïstiekbesprekingen zijn er in Nijmegen geweest?", "What is the aim?"),
)

NOTE = """# Nota speeltuinen

## Aanleg van speeltuinen

De wethouder opende gisteren een schaatsbaan bij het kanaal. Elke wijk krijgt een speeltuin met schommels. Daarvoor is een budget
vastgesteld door de raad. Bakkers leveren ondertussen krentenbollen aan het stadhuis.

## Eisen aan een speeltuin

Een speeltuin heeft ten minste:

- een hek
- een bankje
- een waterkraan

## Een andere kop

- fietsen
- steppen
"""


@pytest.fixture(scope="module")
def note_index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    return build_tiny_index(tmp_path_factory.mktemp("note"), {"nota": NOTE})


def quote(question: str, passage: Passage, index: OpenIndex) -> Quotation:
    return quote_passage(question, passage, index.encoder.encode_queries([question])[0], index)


def passage_with(words: str, index: OpenIndex) -> Passage:
    return next(passage for passage in index.passages if words in index.passage_text(passage) and passage.form != "overview")


def words_of(quotation: Quotation, index: OpenIndex) -> str:
    return quotation.span.of(index.texts[quotation.passage.document_id].text)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_quote_lies_in_its_passage_and_cuts_no_sentence(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        quotation = quote(question, passage, fake_index)
        assert quotation.passage is passage
        assert passage.span.contains(quotation.span)
        assert words_of(quotation, fake_index).strip()
        for sentence in passage.sentences:
            assert quotation.span.contains(sentence) or not quotation.span.overlaps(sentence), passage.id


@pytest.mark.parametrize("question", ["Wat moet een plan bevatten?", "Welke partijen?", "Noem de punten", "which topics?"])
def test_a_list_that_is_asked_for_is_quoted_whole(question: str, fake_index: OpenIndex) -> None:
    lists = [passage for passage in fake_index.passages if passage.items]
    assert lists
    for passage in lists:
        quotation = quote(question, passage, fake_index)
        assert (quotation.span, quotation.items) == (passage.span, passage.items)


@pytest.mark.parametrize("question", QUESTIONS)
def test_of_a_list_nothing_is_quoted_but_the_whole_or_one_item(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        quotation = quote(question, passage, fake_index)
        if passage.items and quotation.span != passage.span:
            assert quotation.span in passage.items
            assert passage.form != "overview"
            assert (quotation.lead_in, quotation.items) == (None, ())


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_card_is_quoted_whole(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        if passage.form == "card":
            assert quote(question, passage, fake_index) == Quotation(passage, passage.span)


@pytest.mark.parametrize("question", QUESTIONS)
def test_running_text_is_short_and_never_a_heading_alone(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        if passage.items or passage.form == "card" or len(passage.sentences) < 2:
            continue
        quotation = quote(question, passage, fake_index)
        inside = [sentence for sentence in passage.sentences if quotation.span.contains(sentence)]
        assert 1 <= len(inside) <= LONGEST_RUN + 1
        assert not is_heading(words_of(quotation, fake_index), passage)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_lead_in_stands_before_the_first_item(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        lead_in = quote(question, passage, fake_index).lead_in
        if lead_in:
            assert passage.items
            assert passage.span.begin <= lead_in.begin < lead_in.end <= passage.items[0].begin
            assert lead_in.of(fake_index.texts[passage.document_id].text).strip()


def test_the_sentence_that_answers_is_chosen_and_not_its_neighbours(note_index: OpenIndex) -> None:
    passage = passage_with("schaatsbaan", note_index)
    words = words_of(quote("Wie leveren krentenbollen?", passage, note_index), note_index)
    assert "krentenbollen" in words
    assert "schaatsbaan" not in words


def test_a_sentence_that_leans_back_brings_the_one_before(note_index: OpenIndex) -> None:
    passage = passage_with("schaatsbaan", note_index)
    words = words_of(quote("Door wie is het budget vastgesteld?", passage, note_index), note_index)
    assert "Daarvoor is een budget" in words
    assert "Elke wijk krijgt een speeltuin" in words


def test_a_list_with_a_lead_in_is_quoted_with_it(note_index: OpenIndex) -> None:
    quotation = quote("Welke eisen gelden voor een speeltuin?", passage_with("bankje", note_index), note_index)
    text = note_index.texts["nota"].text
    assert quotation.lead_in is not None
    assert quotation.lead_in.of(text).strip() == "Een speeltuin heeft ten minste:"
    assert [item.of(text).strip(" -*\n") for item in quotation.items] == ["een hek", "een bankje", "een waterkraan"]


def test_a_list_without_a_lead_in_is_quoted_without(note_index: OpenIndex) -> None:
    quotation = quote("Welke zijn er?", passage_with("steppen", note_index), note_index)
    introduction = quotation.lead_in.of(note_index.texts["nota"].text).strip() if quotation.lead_in else ""
    assert introduction in ("", "Een andere kop")


def test_the_one_item_that_answers_is_quoted_alone(note_index: OpenIndex) -> None:
    quotation = quote("Is er een waterkraan?", passage_with("bankje", note_index), note_index)
    assert words_of(quotation, note_index).strip(" -") == "een waterkraan"


@pytest.mark.parametrize("question", ["😀", "de het een", "?", "xqzv"])
def test_no_item_stands_out_for_a_question_that_says_nothing(question: str, note_index: OpenIndex) -> None:
    passage = passage_with("bankje", note_index)
    assert quote(question, passage, note_index).span == passage.span


def test_a_list_fits_the_question_that_its_introduction_answers(note_index: OpenIndex) -> None:
    passage = passage_with("bankje", note_index)

    def fit(question: str) -> float:
        return fit_list(question, passage, note_index.encoder.encode_queries([question])[0], note_index)

    assert fit("Welke eisen gelden voor een speeltuin?") > fit("Wie levert de krentenbollen?")
    assert 0 <= fit("?") <= 1.2


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_sentence_has_one_score_in_range(question: str, fake_index: OpenIndex) -> None:
    embedding = fake_index.encoder.encode_queries([question])[0]
    for passage in fake_index.passages:
        scores = score_sentences(question, passage, embedding, fake_index)
        assert len(scores) == len(passage.sentences)
        assert all(0 <= score <= 1.2 for score in scores)


@pytest.mark.parametrize(("one", "other"), [("## Kop 1", "kop 1"), ("*Kóp*-1", "KÓP 1"), ("a_b", "ab"), ("“Kop”", "Kop")])
def test_a_heading_is_the_same_however_it_is_printed(one: str, other: str) -> None:
    assert fold_title(one) == fold_title(other)


def test_only_the_nearest_heading_is_the_heading(note_index: OpenIndex) -> None:
    passage = passage_with("bankje", note_index)
    assert is_heading("## Eisen aan een speeltuin", passage)
    assert not is_heading("Nota speeltuinen", passage)
    assert not is_heading("Eisen", passage)
