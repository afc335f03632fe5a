"""What callers send is taken as the contract says, and the names in it are those of the open index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from indexer.store import OpenIndex
from service.personal_data import MASK, mask_personal_data
from service.types import LONGEST_QUESTION, Question, Turn
from service.wire.requests import (
    LONGEST_ANSWER,
    LONGEST_WORDING,
    Cijferselectie,
    Formulering,
    KnownNames,
    Vraag,
    Zoekopdracht,
    list_known_names,
)

KNOWN = KnownNames(kinds=frozenset({"rapport", "hulpmiddel"}), profiles=frozenset({"GGZ03W"}))


def test_a_question_with_everything_becomes_the_noun() -> None:
    body = (
        '{"vraag": " En dan? ", "gesprek": [{"vraag": "Wat?", "antwoord": "Dit [1]."}],'
        ' "documentsoorten": ["rapport", "rapport"], "maximumCitaten": 3}'
    )
    turns = (Turn("Wat?", "Dit [1]."),)
    asked = Vraag.model_validate_json(body, context=KNOWN)
    assert asked.to_question() == Question("En dan?", turns, frozenset({"rapport"}), 3)


def test_a_question_alone_asks_every_documentsoort_for_five_citations() -> None:
    assert Vraag.model_validate_json('{"vraag": "x"}', context=KNOWN).to_question() == Question("x")


@pytest.mark.parametrize("day", ["1900-01-01", "2023-10-01", "2100-12-31"])
def test_vorig_jaar_may_count_from_a_day_of_two_centuries(day: str) -> None:
    assert Vraag(vraag="x", referentiedatum=day).to_question().reference_date == day


@pytest.mark.parametrize("day", ["0001-01-01", "0099-12-31", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_vorig_jaar_of_another_century_is_refused_with_what_may_be_given(day: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Vraag(vraag="x", referentiedatum=day)
    (fault,) = refused.value.errors()
    assert fault["ctx"]["melding"] == "Geef een datum van 1900-01-01 tot en met 2100-12-31."


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40))
def test_a_question_keeps_every_character_but_the_white_space_around_it(text: str) -> None:
    asked = Vraag.model_construct(vraag=text).model_dump_json(by_alias=True)
    try:
        assert Vraag.model_validate_json(asked, context=KNOWN).vraag in mask_personal_data(text)
    except ValidationError:
        assert not text.strip()


def test_every_free_text_is_masked_before_anything_reads_it() -> None:
    turn = {"vraag": "Ik ben 123456782?", "antwoord": "Bel 06-12345678 [1]."}
    asked = Vraag.model_validate({"vraag": "Mail jan@voorbeeld.nl", "gesprek": (turn,)}, context=KNOWN)
    assert asked.to_question() == Question(f"Mail {MASK}", (Turn(f"Ik ben {MASK}?", f"Bel {MASK} [1]."),))
    assert Zoekopdracht(zoekvraag="bsn 123456782").zoekvraag == f"bsn {MASK}"
    assert Formulering(tekst="bsn 123456782").tekst == f"bsn {MASK}"


def test_masks_never_make_a_text_longer_than_what_may_be_sent() -> None:
    addresses = "a@b.nl " * 5000
    assert len(Zoekopdracht(zoekvraag=addresses[:LONGEST_QUESTION]).zoekvraag) == LONGEST_QUESTION
    assert len(Formulering(tekst=addresses[:LONGEST_WORDING]).tekst) == LONGEST_WORDING


def test_of_an_earlier_answer_no_more_is_read_than_a_follow_up_needs() -> None:
    asked = Vraag.model_validate({"vraag": "x", "gesprek": ({"vraag": "x", "antwoord": "é" * 100_000},)}, context=KNOWN)
    assert asked.gesprek[0].antwoord == "é" * LONGEST_ANSWER


@pytest.mark.parametrize("since", [None, "2022-01-01", "2022-07-01"])
def test_a_period_may_begin_where_it_ends_or_be_open(since: str | None) -> None:
    assert Cijferselectie.model_validate({"vanaf": since, "tot": "2022-07-01"}, context=KNOWN).tot == "2022-07-01"


def test_the_known_names_are_those_of_the_documents_their_parts_and_the_figures(fake_index: OpenIndex) -> None:
    known = list_known_names(fake_index)
    assert known.kinds >= {passage.kind for passage in fake_index.passages}
    assert known.profiles == {figure.profile for figure in fake_index.figures} - {None}
