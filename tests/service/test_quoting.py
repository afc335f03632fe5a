"""The words chosen from a passage are whole sentences, whole lists and whole cards, and never a heading alone.

What is cited around them is whole sentences of the same passage.
"""

import pytest

from indexer.store import OpenIndex
from service.quoting import LONGEST_RUN, WIDEST_SURROUNDINGS, Quotation, is_heading
from tests.service.asking_passages import NOTE, QUESTIONS, passage_with, quote, words_of
from tests.tiny_index import build_tiny_index


@pytest.fixture(scope="module")
def note_index(tmp_path_factory: pytest.TempPathFactory) -> OpenIndex:
    return build_tiny_index(tmp_path_factory.mktemp("note"), {"nota": NOTE})


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answering_words_and_what_is_cited_lie_in_one_passage_and_cut_no_sentence(
    question: str, fake_index: OpenIndex
) -> None:
    for passage in fake_index.passages:
        quotation = quote(question, passage, fake_index)
        assert quotation.passage is passage
        assert passage.span.contains(quotation.span)
        assert quotation.span.contains(quotation.core)
        assert words_of(quotation, fake_index).strip()
        for sentence in passage.sentences:
            assert quotation.span.contains(sentence) or not quotation.span.overlaps(sentence), passage.id
            assert quotation.core.contains(sentence) or not quotation.core.overlaps(sentence), passage.id


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_cited_around_the_answering_words_stays_short(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        quotation = quote(question, passage, fake_index)
        length = quotation.span.end - quotation.span.begin
        assert length <= WIDEST_SURROUNDINGS or quotation.span == quotation.core, passage.id


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_cited_is_as_wide_as_fits(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        quotation = quote(question, passage, fake_index)
        around = [sentence for sentence in passage.sentences if not quotation.span.contains(sentence)]
        if passage.form == "text" and around:
            begin, end = quotation.span.begin, quotation.span.end
            wider = [max(end, sentence.end) - min(begin, sentence.begin) for sentence in around]
            assert max(wider) > WIDEST_SURROUNDINGS, passage.id


def test_what_the_answering_words_lean_on_is_cited_with_them(note_index: OpenIndex) -> None:
    passage = passage_with("schaatsbaan", note_index)
    quotation = quote("Wie leveren krentenbollen?", passage, note_index)
    cited = quotation.span.of(note_index.texts["nota"].text)
    assert "schaatsbaan" not in words_of(quotation, note_index)
    assert "schaatsbaan" in cited and "krentenbollen" in cited


def test_the_same_question_is_quoted_the_same(fake_index: OpenIndex) -> None:
    for passage in fake_index.passages[::7]:
        assert quote(QUESTIONS[0], passage, fake_index) == quote(QUESTIONS[0], passage, fake_index)


@pytest.mark.parametrize("question", ["Wat moet een plan bevatten?", "Welke partijen?", "Noem de punten", "which topics?"])
def test_a_list_that_is_asked_for_is_quoted_whole(question: str, fake_index: OpenIndex) -> None:
    lists = [passage for passage in fake_index.passages if passage.items]
    assert lists
    for passage in lists:
        quotation = quote(question, passage, fake_index)
        assert (quotation.span, quotation.core, quotation.items) == (passage.span, passage.span, passage.items)


@pytest.mark.parametrize("question", QUESTIONS)
def test_of_a_list_nothing_is_quoted_but_the_whole_or_one_item(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        quotation = quote(question, passage, fake_index)
        if passage.items and quotation.core != passage.span:
            assert quotation.core in passage.items
            assert passage.form != "overview"
            assert (quotation.lead_in, quotation.items) == (None, ())


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_card_is_quoted_whole(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        if passage.form == "card":
            assert quote(question, passage, fake_index) == Quotation(passage, passage.span, passage.span)


@pytest.mark.parametrize("question", QUESTIONS)
def test_running_text_is_short_and_never_a_heading_alone(question: str, fake_index: OpenIndex) -> None:
    for passage in fake_index.passages:
        if passage.form != "text" or len(passage.sentences) < 2:
            continue
        quotation = quote(question, passage, fake_index)
        inside = [sentence for sentence in passage.sentences if quotation.core.contains(sentence)]
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
