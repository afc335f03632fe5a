"""Promises of numbers that a sentence tells: every word of the question must fit, with the same unit and the same time."""

from dataclasses import replace

import pytest

from indexer.store import OpenIndex
from service.answering import answer_question
from service.figures.questions import answer_figure_question
from service.types import Answer, Question
from tests.service.figures.figure_answers import assert_traceable


def _ask(index: OpenIndex, question: str) -> Answer | None:
    return answer_figure_question(question, index, 5)


@pytest.mark.parametrize(
    ("question", "words", "value"),
    [
        ("Hoeveel zorgkantoorregio's hebben een vaste projectstructuur?", "In 22 van de 31", 22),
        ("Van hoeveel regio's is een update ontvangen?", "van 29 zorgkantoorregio's een update ontvangen", 29),
        ("Hoe groot is het tekort in 2024?", "circa 282 miljoen euro", 282_000_000),
        ("Hoeveel cliënten stroomden er in 2022 per maand in?", "tussen de 300 en 400 cliënten per maand", 300),
        ("Hoeveel regio's startten in 2023 met de pilot?", "vijf regio's gestart", 5),
        ("Op hoeveel indicaties per maand zou de instroom stabiliseren?", "ongeveer 40 nieuwe ggz-w indicaties", 40),
        ("Hoeveel zorgkantoorregio's zijn er?", "31", 31),
        ("in hoeveel regios een vaste projectstructuur", "In 22 van de 31", 22),
        ("tekort wlz-kader 2024 in miljoenen bij instroom 300 pm", "circa 282 miljoen euro", 282_000_000),
        ("doel lange termijn max nieuwe wlz indicaties ggz wonen per maand", "maximaal 100 nieuwe", 100),
    ],
)
def test_a_number_is_answered_with_the_sentence_that_tells_it(
    question: str, words: str, value: float, fake_index: OpenIndex
) -> None:
    answer = _ask(fake_index, question)
    assert answer is not None
    assert answer.status == "beantwoord"
    assert words in answer.text
    assert answer.figures[0].figure.value == value
    assert answer.provenance == "letterlijk"
    assert_traceable(fake_index, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel zorgkantoorregio's hebben een vaste projectleider?",
        "Hoeveel gemeenten hebben een vaste projectstructuur?",
        "Hoe groot is het overschot in 2024?",
        "Hoeveel cliënten stroomden er in 2022 per week in?",
        "Hoeveel cliënten stroomden er in 2022 per maand uit?",
        "Hoeveel vrouwen stroomden er in 2022 per maand in?",
        "Hoeveel bestuurders hebben een update ontvangen?",
        "Hoeveel kost een vaste projectstructuur?",
        "doel korte termijn max nieuwe wlz indicaties ggz wonen per maand",
        "doel lange termijn min nieuwe wlz indicaties ggz wonen per maand",
        "tekort wlz-kader 2024 in miljoenen bij instroom 500 pm",
        "overschot wlz-kader 2024 in miljoenen",
        "Wat moet een plan bevatten?",
    ],
)
def test_a_near_miss_gets_no_number(question: str, fake_index: OpenIndex) -> None:
    answer = _ask(fake_index, question)
    assert answer is None or (answer.status == "niet-gevonden" and not answer.figures)


@pytest.mark.parametrize(
    ("question", "there_is"),
    [
        ("Hoe groot was het tekort in het Wlz-kader in 2021?", "2024"),
        ("Hoeveel cliënten stroomden er in 2019 per maand in?", "2022"),
    ],
)
def test_another_time_than_the_sentence_tells_is_refused_with_the_time_there_is(
    question: str, there_is: str, fake_index: OpenIndex
) -> None:
    answer = _ask(fake_index, question)
    assert answer is not None
    assert (answer.status, answer.reason) == ("niet-gevonden", "buiten-cijferreeks")
    assert there_is in answer.text
    assert answer.nearest


def test_the_share_of_a_part_is_computed_from_the_part_and_its_whole(fake_index: OpenIndex) -> None:
    answer = _ask(fake_index, "Hoeveel procent van de regio's heeft een vaste projectstructuur?")
    assert answer is not None and answer.provenance == "berekend"
    share = answer.figures[-1]
    assert share.figure.value == 70.97
    assert share.computation and [one.figure.value for one in share.computation.inputs] == [31, 22]
    assert "70,97 %" in answer.text and "22 ÷ 31" in answer.text


def test_what_remains_of_a_whole_is_computed_where_a_question_denies(fake_index: OpenIndex) -> None:
    answer = _ask(fake_index, "Van hoeveel regio's is geen update ontvangen?")
    assert answer is not None and answer.provenance == "berekend"
    assert answer.figures[-1].figure.value == 2
    assert "31 − 29" in answer.text


def test_targets_and_expectations_are_called_so(fake_index: OpenIndex) -> None:
    target = _ask(fake_index, "Hoeveel cliënten per maand is het doel?")
    expected = _ask(fake_index, "Hoe groot is het tekort in 2024?")
    assert target and "Dit is een doel, geen gemeten cijfer." in target.caveats
    assert {one.figure.kind for one in target.figures} == {"doel"}
    assert expected and "Dit is een verwachting, geen gemeten cijfer." in expected.caveats


def test_a_stock_in_a_sentence_stands_beside_the_total_of_the_table(fake_index: OpenIndex) -> None:
    answer = _ask(fake_index, "Hoeveel cliënten waren er in januari 2023 in totaal ingestroomd?")
    assert answer is not None
    assert "circa 27.000" in answer.text and "27.050" in answer.text
    assert len(answer.citations) == 2


def test_kinds_that_leave_the_document_out_leave_its_figures_out(fake_index: OpenIndex) -> None:
    question = Question("Hoeveel zorgkantoorregio's hebben een vaste projectstructuur?")
    assert answer_question(question, fake_index).figures
    narrowed = answer_question(replace(question, kinds=frozenset(["regioproject"])), fake_index)
    assert not narrowed.figures
