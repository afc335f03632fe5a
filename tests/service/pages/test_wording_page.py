"""The page for who checks a wording: a verdict, a line that sums it up, and the differences beside the source."""

import re
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.types import Span
from indexer.store import OpenIndex
from service.app import create_app
from service.settings import ServiceSettings
from service.wire.requests import LONGEST_WORDING
from service.wordings.checking import StatementVerdict, WordingMatch, WordingVerdict
from service.wordings.differences import Difference
from tests.service.pages.page_fakes import CITATION, find, read

SAME, LOST, GAINED = Difference("gelijk", "Wie"), Difference("weggelaten", "niet"), Difference("toegevoegd", "<daar>")
LITERAL = WordingMatch(CITATION, 1.0, (Difference("gelijk", CITATION.quote),))
DEVIATING = WordingMatch(CITATION, 0.936, (SAME, LOST, GAINED, Difference("gelijk", "woont")))


def flatten(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="module")
def real_client(fake_index: OpenIndex) -> TestClient:
    app: FastAPI = create_app(ServiceSettings(), index=fake_index)
    return TestClient(app)


def test_differences_are_marked_with_signs_and_said_in_words_beside_the_source(
    client: TestClient, verdict: list[WordingVerdict]
) -> None:
    verdict.append(WordingVerdict("afwijkend", (DEVIATING,)))
    soup = read(client, "/formulering?tekst=Wie+daar")
    assert find(soup, "#oordeel").text.strip() == "Staat er anders"
    own, source = (flatten(column.text) for column in soup.select(".beside .words"))
    assert own == "Wie −[alleen in uw zin: <daar>] woont"
    assert source == "Wie +[alleen in de bron: niet] woont"
    assert [find(soup, f".beside {tag} .sign").text for tag in ("del", "ins")] == ["−", "+"]
    assert find(soup, "textarea").text.strip() == "Wie daar"


def test_one_line_sums_up_and_a_negation_is_warned_of(client: TestClient, verdict: list[WordingVerdict]) -> None:
    verdict.append(WordingVerdict("afwijkend", (DEVIATING,)))
    soup = read(client, "/formulering?tekst=Wie+daar")
    assert find(soup, ".summary").text == "1 woord anders."
    assert flatten(find(soup, ".warnings").text) == "Let op: in de bron staat “niet”, in uw zin “<daar>”."


def test_words_that_are_left_out_leave_a_gap_that_is_named(client: TestClient, verdict: list[WordingVerdict]) -> None:
    verdict.append(WordingVerdict("afwijkend", (WordingMatch(CITATION, 0.9, (SAME, LOST)),)))
    soup = read(client, "/formulering?tekst=Wie")
    assert flatten(find(soup, ".beside .gap").text) == "[…][hier ontbreekt: niet]"
    assert find(soup, ".summary").text == "1 woord weggelaten."


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (WordingVerdict("letterlijk", (LITERAL,)), "Staat er letterlijk"),
        (WordingVerdict("niet-gevonden", ()), "Niet gevonden"),
    ],
)
def test_a_verdict_without_differences_is_said_plainly(
    client: TestClient, verdict: list[WordingVerdict], given: WordingVerdict, shown: str
) -> None:
    verdict.append(given)
    soup = read(client, "/formulering?tekst=wonen")
    assert find(soup, "#oordeel").text.strip() == shown
    assert shown in find(soup, "title").text
    assert len(soup.select("blockquote")) == len(given.matches) and not soup.select("ins, del")


def test_a_source_has_its_place_its_link_and_the_right_words_with_their_reference(
    client: TestClient, verdict: list[WordingVerdict]
) -> None:
    verdict.append(WordingVerdict("afwijkend", (DEVIATING,)))
    card = find(read(client, "/formulering?tekst=Wie+daar"), ".card")
    assert "Inleiding › Wonen" in card.text and "Uitgever & Co, september 2024, pagina 12" in card.text
    place = f"#t{CITATION.span.begin}-{CITATION.span.end}"
    assert str(find(card, "a.in-document")["href"]).endswith(place)
    quotable = find(card, ".quotable")
    assert quotable.text.startswith(f"“{CITATION.quote}”\n\nRapport <over> wonen. Uitgever & Co, september 2024.")
    assert quotable.text.rstrip().endswith(place) and "http://testserver/documenten/rapport-2024" in quotable.text
    assert find(card, "button.copy")["data-copies"] == quotable["id"]


def test_the_rest_of_a_cut_off_sentence_is_shown_and_a_condition_in_it_warned_of(
    client: TestClient, verdict: list[WordingVerdict]
) -> None:
    cut_off = WordingMatch(CITATION, 1.0, LITERAL.differences, "Let wel: ", ", tenzij het niet kan.")
    verdict.append(WordingVerdict("letterlijk", (cut_off,)))
    soup = read(client, "/formulering?tekst=Wie")
    assert flatten(find(soup, "blockquote").text).endswith(f"{CITATION.quote}[niet in uw zin: , tenzij het niet kan.]")
    assert "staat “tenzij” en “niet”" in find(soup, ".warnings").text
    assert "De zin is in de bron langer" in soup.text


def test_other_places_stand_behind_the_best_one(client: TestClient, verdict: list[WordingVerdict]) -> None:
    verdict.append(WordingVerdict("afwijkend", (DEVIATING, WordingMatch(CITATION, 0.85, (SAME,)))))
    soup = read(client, "/formulering?tekst=Wie+daar")
    assert flatten(find(soup, "details.more > summary").text) == "Nog een plaats die erop lijkt: 85 procent gelijk"
    assert len(soup.select("details.more blockquote")) == 1


def test_of_several_sentences_each_gets_its_verdict(client: TestClient, verdict: list[WordingVerdict]) -> None:
    real = StatementVerdict("zin", Span(0, 4), "Echt.", "letterlijk", (LITERAL,))
    invented = StatementVerdict("zin", Span(5, 13), "Verzonnen.", "niet-gevonden", ())
    verdict.append(WordingVerdict("afwijkend", (DEVIATING,), (real, invented)))
    soup = read(client, "/formulering?tekst=Echt.+Verzonnen.")
    assert find(soup, "#oordeel").text == "Staat er deels"
    assert find(soup, ".summary").text == "Van uw 2 zinnen staat er 1 letterlijk en 1 niet in de documenten."
    assert [heading.text for heading in soup.select(".statement h3")] == ["Zin 1: staat er letterlijk", "Zin 2: niet gevonden"]
    assert [words.text for words in soup.select(".statement .checked")] == ["Echt.", "Verzonnen."]


def test_sentences_that_each_stand_there_but_not_together_are_no_literal_wording(
    client: TestClient, verdict: list[WordingVerdict]
) -> None:
    each = tuple(StatementVerdict("zin", Span(n, n + 1), "a", "letterlijk", (LITERAL,)) for n in range(2))
    verdict.append(WordingVerdict("afwijkend", (DEVIATING,), each))
    soup = read(client, "/formulering?tekst=a+b")
    assert find(soup, "#oordeel").text == "Staat er anders" and "niet zo achter elkaar" in soup.text


@pytest.mark.parametrize(
    ("text", "said"), [("  ", "Het veld is leeg"), ("x" * (LONGEST_WORDING + 1), "De tekst is te lang: 5001")]
)
def test_a_text_that_cannot_be_checked_gets_a_sentence_on_what_to_do(client: TestClient, text: str, said: str) -> None:
    soup = read(client, f"/formulering?{urlencode({'tekst': text})}", 400)
    assert said in find(soup, "#tekst-fout").text and find(soup, "textarea").has_attr("aria-invalid")
    assert find(soup, "title").text.startswith("Fout: ") and not soup.select("#oordeel")


def test_a_text_of_the_longest_length_is_checked(client: TestClient, verdict: list[WordingVerdict]) -> None:
    soup = read(client, f"/formulering?{urlencode({'tekst': 'a' * LONGEST_WORDING})}")
    assert find(soup, "#oordeel").text == "Niet gevonden"


def test_what_is_not_found_can_be_looked_for_by_its_meaning(client: TestClient) -> None:
    soup = read(client, "/formulering?tekst=iets+anders")
    assert find(soup, ".verdict a")["href"] == "/?vraag=iets+anders"


def test_in_the_real_documents_a_paragraph_with_an_invented_sentence_shows_both(real_client: TestClient) -> None:
    pasted = (
        "Het belangrijkste uitgangspunt voor ons blijft de best passende zorg voor de cliënt. De minister betaalt elke bakker "
        "honderd gulden."
    )
    soup = read(real_client, f"/formulering?{urlencode({'tekst': pasted})}")
    assert [heading.text for heading in soup.select(".statement h3")] == ["Zin 1: staat er letterlijk", "Zin 2: niet gevonden"]
    identifiers = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(identifiers) == len(set(identifiers))
