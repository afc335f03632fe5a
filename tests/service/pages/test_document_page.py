import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from indexer.store import OpenIndex
from service.citing import cite_span
from service.pages.answer_view import link_to_citation
from service.pages.rendering import ASSETS
from service.routes import pages
from tests.service.pages.page_fakes import TEXT, find, read


def test_a_document_shows_its_canonical_text_character_for_character(client: TestClient) -> None:
    soup = read(client, "/documenten/rapport-2024")
    assert find(soup, "#tekst").text == TEXT
    assert not soup.find("mark") and not soup.find("b")


def test_a_carriage_return_is_written_so_that_the_browser_keeps_it(client: TestClient) -> None:
    assert "Inleiding&#13;\nDe" in client.get("/documenten/rapport-2024").text


@pytest.mark.parametrize("quoted", ["😀", "Inleiding", "<b>zorg</b>", "👩‍🦽 thuis", TEXT])
def test_exactly_the_asked_code_points_are_marked(client: TestClient, quoted: str) -> None:
    begin = TEXT.index(quoted)
    soup = read(client, f"/documenten/rapport-2024?begin={begin}&eind={begin + len(quoted)}")
    assert "".join(mark.text for mark in soup.select("mark")) == quoted
    assert find(soup, "#tekst").text == TEXT
    assert find(soup, "mark")["id"] == f"t{begin}-{begin + len(quoted)}"


@pytest.mark.parametrize("query", ["begin=5", "begin=9&eind=3", "begin=0&eind=99999", "begin=-1&eind=4", "begin=a&eind=b"])
def test_a_range_outside_the_document_is_said_in_a_sentence(client: TestClient, query: str) -> None:
    soup = read(client, f"/documenten/rapport-2024?{query}")
    fault = find(soup, "#plaats-fout")
    assert "staat niet in dit document" in fault.text and not fault.has_attr("hidden")
    assert not soup.find("mark")
    assert fault.text in re.sub(r'" \+\s+"', "", ASSETS["document.js"].content.decode())


def test_an_unknown_document_is_a_dutch_page_with_status_404(client: TestClient) -> None:
    soup = read(client, "/documenten/bestaat-niet", 404)
    assert find(soup, "h1").text == "Dit document is er niet"
    assert soup.find("a", href="/documenten")


def test_the_list_of_documents_names_publisher_date_and_kind(client: TestClient) -> None:
    card = find(read(client, "/documenten"), ".card")
    assert find(card, "a")["href"] == "/documenten/rapport-2024"
    assert "Uitgever & Co, september 2024" in card.text and "Soort: rapport" in card.text


def test_in_the_real_documents_every_link_opens_its_own_words(fake_index: OpenIndex) -> None:
    app = FastAPI()
    app.state.index = fake_index
    app.include_router(pages.router)
    client = TestClient(app)
    for passage in fake_index.passages[::25]:
        citation = cite_span(fake_index, passage.document_id, passage.span, 1)
        soup = read(client, link_to_citation(citation))
        assert "".join(mark.text for mark in soup.select("mark")) == citation.quote
        assert find(soup, "#tekst").text == fake_index.texts[passage.document_id].text
