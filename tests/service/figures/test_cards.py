"""Promises of the key figures: a card answers what its title says, whatever the wording, and nothing else."""

from dataclasses import replace

import pytest

from corpus.types import Figure, Measure
from indexer.store import OpenIndex
from service.figures.card_answers import answer_from_cards
from service.figures.cards import find_cards, is_card, name_sibling_card
from service.figures.questions import answer_figure_question
from service.types import Answer


def _card(index: OpenIndex, measure: Measure, words: str) -> Figure:
    (found,) = [
        figure
        for figure in index.figures
        if is_card(figure)
        and figure.measure == measure
        and figure.label is not None
        and words in figure.label.of(index.texts[figure.document_id].text)
    ]
    return found


def _answer(index: OpenIndex, question: str) -> Answer | None:
    return answer_figure_question(question, index, 5)


@pytest.mark.parametrize(
    ("question", "measure", "title", "said"),
    [
        ("Welk deel van de indicaties heeft als herkomst de Wmo?", "aandeel", "Wmo", "81,57 %"),
        ("aandeel wmo", "aandeel", "Wmo", "81,57 %"),
        ("Hoeveel procent van de indicaties kwam eind 2023 uit de Wmo?", "aandeel", "Wmo", "81,57 %"),
        ("Hoeveel indicaties zijn afkomstig uit de Wmo?", "aantal", "Wmo", "24.880"),
        ("Wat is het aandeel van jongeren tussen 18 en 26 jaar?", "aandeel", "18-26", "10,25 %"),
        ("Welk percentage van de indicaties is van 18-26-jarigen?", "aandeel", "18-26", "10,25 %"),
        ("Hoe hard groeide de groep 18-26 jaar in een jaar tijd?", "groei", "18-26", "12,61 %"),
        ("Wat is de stijging van het aantal indicaties bij jongeren?", "groei", "18-26", "12,61 %"),
        ("Met hoeveel procent steeg GGZ01W in Q4 2023?", "groei", "GGZ01W", "1,54 %"),
        ("Wat was op 31 december 2023 het aandeel van zzp 1?", "aandeel", "GGZ01W", "26,94 %"),
        ("welk deel vd indicaties heeft als herkomst Wmo volgens het dashbord", "aandeel", "Wmo", "81,57 %"),
        (
            "Ik werk bij een gemeente. Welk percentage van de indicaties had een herkomst in de Wmo?",
            "aandeel",
            "Wmo",
            "81,57 %",
        ),
        ("hoeveel % meer indicaties 18 t/m 26 jr vergeleken met vorig jaar", "groei", "18-26", "12,61 %"),
        ("Was meer dan tien procent van de indicaties voor jongeren van 18-26 jaar?", "aandeel", "18-26", "Ja. Aandeel"),
        ("Kwam minder dan 80 procent van de indicaties uit de Wmo?", "aandeel", "Wmo", "Nee. Aandeel"),
    ],
)
def test_a_card_is_found_by_what_its_title_says(
    question: str, measure: Measure, title: str, said: str, fake_index: OpenIndex
) -> None:
    answer = _answer(fake_index, question)
    assert answer is not None, question
    assert answer.status == "beantwoord"
    assert said in answer.text
    assert "op 31 december 2023" in answer.text
    card = _card(fake_index, measure, title)
    (cited,) = [one for one in answer.figures if one.figure == card]
    citation = answer.citations[cited.citation.number - 1]
    assert citation.core == card.span
    assert citation.quote == citation.span.of(fake_index.texts[citation.document.id].text)


@pytest.mark.parametrize(
    "question",
    [
        "Welk aandeel heeft de herkomst Zvw?",
        "Hoeveel procent van de mannen komt uit de Wmo?",
        "Hoeveel procent van de jongeren heeft een indicatie?",
        "Wat is de stijging bij 65-plussers?",
        "Wat is het aandeel van 27 tot 40 jaar?",
        "Hoeveel indicaties komen uit de Wmo in Twente?",
        "Hoeveel indicaties van jongeren zijn er?",
        "Wat zegt de Wmo over beschermd wonen?",
        "Hoeveel kost de Wmo?",
        "Het gaat mij om vrouwen. Welk deel van de indicaties komt uit de Wmo?",
        "Ik vraag dit voor Twente. Welk deel van de indicaties komt uit de Wmo?",
        "Was meer dan tien procent van de jongeren afkomstig uit de Wmo?",
        "Met hoeveel procent stegen de indicaties bij 18-26 jaar ten opzichte van vorig kwartaal?",
        "",
    ],
)
def test_a_question_with_a_word_left_over_is_left_to_the_text(question: str, fake_index: OpenIndex) -> None:
    assert answer_from_cards(question, fake_index, 5) is None


@pytest.mark.parametrize("day", ["op 1 januari 2022", "in 2022", "eind 2024"])
def test_another_date_than_the_cards_is_refused_with_the_date_there_is(day: str, fake_index: OpenIndex) -> None:
    answer = answer_from_cards(f"Wat was het aandeel met herkomst Wmo {day}?", fake_index, 5)
    assert answer is not None
    assert (answer.status, answer.reason) == ("niet-gevonden", "buiten-cijferreeks")
    assert "31 december 2023" in answer.text
    assert "81" not in answer.text
    assert answer.nearest[0].quote.endswith("81.57%")


def test_a_share_without_a_date_is_told_from_the_table_and_from_the_card(fake_index: OpenIndex) -> None:
    answer = _answer(fake_index, "Wat is het aandeel van GGZ01W?")
    assert answer is not None
    assert "27,24 %" in answer.text and "1 oktober 2023" in answer.text
    assert "26,94 %" in answer.text and "31 december 2023" in answer.text
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert answer.provenance == "berekend"


def test_a_share_at_the_end_of_the_last_quarter_names_the_card_first(fake_index: OpenIndex) -> None:
    answer = _answer(fake_index, "Welk deel van alle indicaties is GGZ01W tot en met Q4 2023?")
    assert answer is not None
    assert answer.text.index("26,94 %") < answer.text.index("27,24 %")


def test_a_share_on_a_date_of_the_table_is_told_from_the_table_alone(fake_index: OpenIndex) -> None:
    answer = _answer(fake_index, "Wat was het aandeel van GGZ01W op 1 juli 2022?")
    assert answer is not None
    assert "26,94" not in answer.text


def test_a_stock_told_in_words_stands_beside_the_total_of_the_table(fake_index: OpenIndex) -> None:
    answer = _answer(fake_index, "Hoeveel indicaties waren er in totaal op 1 januari 2023?")
    assert answer is not None
    assert "27.050" in answer.text
    assert "27.000" in answer.text
    assert any("bij benadering" in caveat for caveat in answer.caveats)


def test_cards_of_another_edition_are_read_by_the_same_rule(fake_index: OpenIndex) -> None:
    """A card with another title: its words are asked for, nothing is known beforehand."""
    card = _card(fake_index, "aandeel", "Wmo")
    text = fake_index.texts[card.document_id]
    other = replace(text, text=text.text.replace("herkomst Wmo*\nt.o.v.", "herkomst Zvw*\nt.o.v."))
    assert other.text != text.text
    fake_index.texts[card.document_id] = other
    try:
        assert find_cards("Hoeveel procent van de indicaties komt uit de Zvw?", fake_index) == (card,)
        assert card not in find_cards("Hoeveel procent van de indicaties komt uit de Wmo?", fake_index)
    finally:
        fake_index.texts[card.document_id] = text


@pytest.mark.parametrize(
    ("earlier", "said", "standalone"),
    [
        ("Hoeveel procent van de indicaties komt uit de Wmo?", "hoeveel zijn dat er", "Aantal indicaties met herkomst Wmo?"),
        (
            "Hoeveel indicaties komen uit de Wmo?",
            "welk aandeel is dat",
            "Aandeel indicaties met herkomst Wmo t.o.v. alle indicaties?",
        ),
        ("Wat is het aandeel van jongeren?", "de stijging", "Stijging aantal indicaties 18-26 jr t.o.v. vorig jaar?"),
        ("Wat is het aandeel van jongeren?", "hoeveel vrouwen zijn dat", None),
        ("Wat moet een plan bevatten?", "hoeveel zijn dat er", None),
    ],
)
def test_a_follow_up_asks_for_the_card_beside_it(
    earlier: str, said: str, standalone: str | None, fake_index: OpenIndex
) -> None:
    assert name_sibling_card(said, earlier, fake_index) == standalone
