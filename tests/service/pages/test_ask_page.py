from dataclasses import replace
from urllib.parse import quote_plus

import pytest
from fastapi.testclient import TestClient

from corpus.types import Figure, Span
from indexer.store import OpenIndex
from service.answering import answer_question
from service.pages.examples import EXAMPLES
from service.personal_data import MASK
from service.routes.pages import ask
from service.types import LONGEST_QUESTION, Answer, CitedFigure, Computation, Provenance, Question, Status
from tests.service.pages.page_fakes import CITATION, DOCUMENT, QUOTED, TEXT, Asked, cite, find, make_answer, read


def test_a_question_is_answered_without_javascript(client: TestClient, asked: Asked) -> None:
    asked.answer = make_answer(text="Dit hoort erbij [1]:\n- wonen\n- hulp [1]")
    soup = read(client, "/?vraag=Waar+woont+men%3F")
    assert asked.question.text == "Waar woont men?"
    assert find(soup, "article h2").text == "Waar woont men?"
    assert "Opgevat als: wonen" in find(soup, "article").text
    assert [item.text for item in soup.select(".answer li")] == ["wonen", "hulp [1]"]
    card = find(soup, str(find(soup, ".answer a")["href"]))
    assert find(card, "blockquote").text == CITATION.quote
    assert "Rapport <over> wonen" in card.text and "Uitgever & Co, september 2024, pagina 12" in card.text
    assert "Inleiding › Wonen" in card.text


def test_the_link_of_a_citation_opens_the_document_with_those_words_marked(client: TestClient) -> None:
    address = str(find(read(client, "/?vraag=wonen"), ".card a")["href"])
    document = read(client, address)
    mark = find(document, "mark")
    assert mark.text == CITATION.quote
    assert address.endswith(f"#{mark['id']}")


@pytest.mark.parametrize("answering", ["Inleiding", "<b>zorg</b>", "wonen.\nWie", "👩‍🦽 thuis", "😀"])
def test_the_answering_words_are_marked_in_the_quote_and_the_quote_stays_whole(
    client: TestClient, asked: Asked, answering: str
) -> None:
    asked.answer = replace(make_answer(), citations=(cite(answering),))
    quoted = find(read(client, "/?vraag=wonen"), ".card blockquote")
    assert [mark.text for mark in quoted.select("mark")] == [answering]
    assert quoted.text == TEXT.strip()


def test_the_link_of_a_marked_quote_opens_all_that_is_cited(client: TestClient, asked: Asked) -> None:
    asked.answer = replace(make_answer(), citations=(cite("Inleiding"),))
    address = str(find(read(client, "/?vraag=wonen"), ".card a")["href"])
    assert "".join(mark.text for mark in read(client, address).select("mark")) == TEXT.strip()


@pytest.mark.parametrize("status", ["beantwoord", "niet-gevonden"])
def test_where_all_that_is_quoted_answers_or_nothing_does_no_words_are_marked(
    client: TestClient, asked: Asked, status: Status
) -> None:
    asked.answer = make_answer(status)
    quoted = find(read(client, "/?vraag=wonen"), ".card blockquote")
    assert quoted.text == CITATION.quote and not quoted.select("mark")


@pytest.mark.parametrize(
    ("status", "provenance", "shown"),
    [
        ("beantwoord", "letterlijk", "Letterlijk uit de bron"),
        ("beantwoord", "berekend", "Berekend uit de bron"),
        ("beantwoord", "gegenereerd", "Herschreven door een taalmodel"),
        ("niet-gevonden", "letterlijk", "Niet gevonden"),
        ("persoonsgegevens", "letterlijk", "Persoonsgegevens"),
    ],
)
def test_an_answer_says_what_it_is(
    client: TestClient, asked: Asked, status: Status, provenance: Provenance, shown: str
) -> None:
    asked.answer = make_answer(status, provenance)
    label = find(read(client, "/?vraag=wonen"), ".provenance")
    assert find(label, "strong").text == shown and find(label, "span").text.endswith(".")


def test_when_nothing_is_found_the_nearest_passages_are_shown(client: TestClient, asked: Asked) -> None:
    asked.answer = make_answer("niet-gevonden", text="Dat staat niet in de documenten.")
    article = find(read(client, "/?vraag=wonen"), "article").text
    assert "Dat staat niet in de documenten." in article
    assert "Ze geven geen antwoord" in article and CITATION.quote in article


def make_figures() -> Answer:
    cells = [
        CitedFigure(Figure("r-w", "aantal", "GGZ03W", day, value, "indicaties", DOCUMENT.id, Span(begin, begin + 3)), CITATION)
        for day, value, begin in [("2022-04-01", 11478.0, QUOTED.begin), ("2022-07-01", 11650.0, QUOTED.begin + 4)]
    ]
    growth = replace(cells[1].figure, measure="groei", value=1.5, unit="procent")
    made = CitedFigure(growth, CITATION, Computation("groei", "11.650 ÷ 11.478", tuple(cells)))
    caveats = ("Let <op>.", "“Noot van de bron.”")
    return Answer("beantwoord", None, "Zo veel [1].", "wonen", "berekend", (CITATION,), (made,), caveats)


def test_figures_are_a_table_in_which_each_printed_number_leads_to_its_place(client: TestClient, asked: Asked) -> None:
    asked.answer = make_figures()
    soup = read(client, "/?vraag=wonen")
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in soup.select("table tr")]
    assert rows == [
        ["Wanneer", "Indicaties", "Bron"],
        ["1 april 2022", "11.478", "[1]"],
        ["1 juli 2022", "11.650", "[1]"],
        ["Berekend: groei 11.650 ÷ 11.478", "1,50 %", ""],
    ]
    assert find(soup, "caption").text == "R w: GGZ03W"
    places = [str(link["href"]).partition("#")[2] for link in soup.select("td .reference")]
    assert places == [f"t{begin}-{begin + 3}" for begin in (QUOTED.begin, QUOTED.begin + 4)]
    assert [mark.text for mark in soup.select("blockquote mark")] == ["Wie", "thu"]


def test_short_caveats_are_open_and_the_words_of_the_source_fold_out(client: TestClient, asked: Asked) -> None:
    asked.answer = make_figures()
    caveats = find(read(client, "/?vraag=wonen"), ".caveats")
    assert [caveat.text for caveat in caveats.select("details li")] == ["“Noot van de bron.”"]
    assert [caveat.text for caveat in caveats.select("li") if not caveat.find_parent("details")] == ["Let <op>."]


def test_a_source_that_a_whole_list_shares_is_linked_once(client: TestClient, asked: Asked) -> None:
    asked.answer = make_answer(text="Dit hoort erbij [1]:\n- wonen [1]\n- hulp [1]")
    said = find(read(client, "/?vraag=wonen"), ".answer")
    assert [item.text.strip() for item in said.select("li")] == ["wonen", "hulp"]
    assert len(said.select("a.reference")) == 1


def test_a_card_leads_to_its_words_in_the_document_and_to_their_check(client: TestClient) -> None:
    card = find(read(client, "/?vraag=wonen"), "li.card#citaat-1")
    assert str(find(card, "a.in-document")["href"]).endswith(f"#t{QUOTED.begin}-{QUOTED.end}")
    assert find(card, "a.check-wording")["href"] == f"/formulering?tekst={quote_plus(CITATION.quote)}"


def test_examples_for_each_kind_of_user_stand_on_the_empty_page_and_step_aside_in_a_talk(client: TestClient) -> None:
    examples = find(read(client, "/"), "#voorbeelden")
    assert [link.text for link in examples.select("a.example")] == [text for group in EXAMPLES for text in group.questions]
    assert find(examples, "a")["href"] == "/?vraag=Wat+is+het+doel+van+de+regioaanpak%3F"
    assert find(read(client, "/?vraag=wonen"), "#voorbeelden").has_attr("hidden") and not examples.has_attr("hidden")


@pytest.mark.parametrize("question", [question for group in EXAMPLES for question in group.questions])
def test_every_example_is_answered_from_the_documents(real_index: OpenIndex, question: str) -> None:
    assert answer_question(Question(question), real_index).status == "beantwoord"


def test_what_was_asked_and_answered_is_shown_and_never_run(client: TestClient, asked: Asked) -> None:
    attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    asked.answer = make_answer(text=f"{attack} [1]")
    soup = read(client, f"/?vraag={quote_plus(attack)}&eerdereVraag={quote_plus(attack)}&eerderAntwoord=ja")
    assert find(soup, "article h2").text == attack
    assert find(soup, ".answer p").text == f"{attack} [1]"
    assert not find(soup, "main").find("img") and all(script.get("src") for script in soup.find_all("script"))
    assert find(soup, "input[name=eerdereVraag]")["value"] == attack


def test_a_question_with_personal_data_comes_back_masked(client: TestClient, asked: Asked) -> None:
    asked.answer = Answer("persoonsgegevens", "persoonsgegevens", "Zonder gegevens.", "")
    soup = read(client, "/?vraag=Wie+heeft+bsn+123456782%3F")
    assert "123456782" not in str(soup)
    assert find(soup, "article h2").text == asked.question.text == f"Wie heeft bsn {MASK}?"


def test_an_earlier_turn_with_personal_data_is_masked_and_kept(client: TestClient, asked: Asked) -> None:
    turn = "eerdereVraag=Wie+heeft+bsn+123456782%3F&eerderAntwoord=Bel+06-12345678"
    soup = read(client, f"/?vraag=wonen&{turn}")
    assert [(turn.question, turn.answer) for turn in asked.question.turns] == [(f"Wie heeft bsn {MASK}?", f"Bel {MASK}")]
    assert "123456782" not in str(soup) and "12345678" not in str(soup)


def test_a_question_that_its_masks_make_longer_is_no_fault_and_stays_within_the_limit(client: TestClient, asked: Asked) -> None:
    read(client, "/?vraag=" + quote_plus("a@b.nl " * 285))
    assert len(asked.question.text) == LONGEST_QUESTION and asked.question.text.startswith(f"{MASK} {MASK}")


def test_a_follow_up_carries_the_earlier_turns(client: TestClient, asked: Asked) -> None:
    first = read(client, "/?vraag=Eerste")
    fields = [(str(field["name"]), str(field["value"])) for field in first.select("input[type=hidden]")]
    read(client, "/?" + "&".join(f"{name}={quote_plus(value)}" for name, value in [*fields, ("vraag", "En nu?")]))
    assert [(turn.question, turn.answer) for turn in asked.question.turns] == [("Eerste", "Thuis [1].")]


def test_the_talk_never_makes_an_address_too_long_nor_has_more_than_twenty_turns(client: TestClient, asked: Asked) -> None:
    talk = "&".join(f"eerdereVraag=v{number}&eerderAntwoord=a{number}" for number in range(30))
    soup = read(client, f"/?vraag=nieuw&{talk}")
    assert [turn.question for turn in asked.question.turns] == [f"v{number}" for number in range(10, 30)]
    kept = [field["value"] for field in soup.select("input[name=eerdereVraag]")]
    assert kept == [*(f"v{number}" for number in range(11, 30)), "nieuw"]
    asked.answer = make_answer(text="é" * 9000)
    wide = "&".join(f"eerdereVraag={quote_plus('é' * 300)}&eerderAntwoord=a" for _ in range(20))
    soup = read(client, f"/?vraag=nieuw&{wide}")
    fields = soup.select("input[type=hidden]")
    assert fields and sum(len(quote_plus(str(field["value"]))) for field in fields) <= ask.MAX_TALK_BYTES


def test_the_words_of_an_earlier_answer_are_never_shown_as_ours(client: TestClient) -> None:
    soup = read(client, "/?vraag=nu&eerdereVraag=toen&eerderAntwoord=De+minister+betaalt")
    assert "De minister betaalt" not in soup.text
    assert soup.find("a", string="toen")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/?vraag=", "Het veld is leeg"),
        ("/?vraag=+%0D%0A+", "Het veld is leeg"),
        ("/?vraag=" + "a" * 2001, "2001 tekens"),
        ("/formulering?tekst=", "Het veld is leeg"),
        ("/formulering?tekst=" + "a" * 5001, "ten hoogste 5000"),
    ],
)
def test_bad_input_is_refused_beside_the_field_that_keeps_it(client: TestClient, address: str, shown: str) -> None:
    soup = read(client, address, 400)
    field = find(soup, "textarea")
    fault = find(soup, ".fault")
    assert shown in fault.text and not fault.has_attr("hidden")
    assert field["aria-invalid"] == "true" and str(fault["id"]) in str(field["aria-describedby"])
    assert field.text.strip() == address.partition("=")[2].strip("+%0DA")


def test_two_thousand_characters_typed_over_several_lines_fit(client: TestClient, asked: Asked) -> None:
    read(client, "/?vraag=" + quote_plus("\r\n".join(["a" * 999, "b" * 1000])))
    assert len(asked.question.text) == 2000
