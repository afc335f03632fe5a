import re

import pytest
from bs4 import Tag
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.types import CanonicalText, Passage, Span
from indexer.store import OpenIndex
from service.citing import cite_span
from service.pages.answer_view import link_to_citation
from service.pages.rendering import ASSETS
from service.routes import pages
from tests.service.pages.page_fakes import DOCUMENT, TEXT, find, read

ADDRESS = "/documenten/rapport-2024"
REPORT = """Aanleiding

Er zijn twee doelen voor het wonen in de hele regio, zo spraken de gemeenten samen af:

- wonen in de wijk
- *zorg* dichtbij 😀 huis

Doelen

De regio werkt hier de komende jaren aan, samen met alle zorgkantoren.

\t2022\t2023
Wonen\t10\t20
"""
LONG_QUOTE = "Er zijn twee doelen voor het wonen in de hele regio, zo spraken de gemeenten samen af:"
OPENED = ["", "?begin=12&eind=40", "?t=0-10&t=12-40&t=12-20&plaats=2", "?zoek=wonen", "?zoek=niets", "?t=1-99999", "?versie=x"]


def test_a_document_shows_its_canonical_text_character_for_character(client: TestClient) -> None:
    soup = read(client, "/documenten/rapport-2024")
    assert find(soup, "#tekst").text == TEXT
    assert not soup.find("mark") and not soup.find("b")


def test_a_carriage_return_is_written_so_that_the_browser_keeps_it(client: TestClient) -> None:
    html = client.get("/documenten/rapport-2024").text
    assert "&#13;\n" in html and "\r" not in html


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


@pytest.fixture
def report(app: FastAPI) -> TestClient:
    """The page of a document with headings, a list, a table and a word that stands in it more than once."""
    install(app, REPORT)
    return TestClient(app)


def install(app: FastAPI, text: str, version: str = "sha256:oud") -> None:
    """Makes this the text of the document, as a new index does."""
    app.state.index.texts = {DOCUMENT.id: CanonicalText(DOCUMENT.id, text, version)}
    path = ("Aanleiding", "Doelen")
    app.state.index.passages = (Passage("p1", DOCUMENT.id, "rapport", path, Span(0, len(text)), "text"),)


def place_of(words: str, text: str = REPORT) -> str:
    begin = text.index(words)
    return f"{begin}-{begin + len(words)}"


def list_shown(tag: Tag) -> str:
    """The words that a reader sees."""
    return "".join(str(words) for words in tag.find_all(string=True) if not words.find_parent(class_="unshown"))


def list_marked(tag: Tag) -> str:
    return "".join(mark.text for mark in tag.select("mark"))


def test_headings_lists_and_tables_are_shown_as_such_and_the_text_is_still_whole(report: TestClient) -> None:
    soup = read(report, ADDRESS)
    text = find(soup, "#tekst")
    assert text.text == REPORT
    headings = text.select("h2, h3, h4")
    assert [(heading.name, list_shown(heading)) for heading in headings] == [("h2", "Aanleiding"), ("h2", "Doelen")]
    assert [list_shown(item) for item in text.select("ul > li")] == ["wonen in de wijk", "zorg dichtbij 😀 huis"]
    assert find(text, "li em").text == "zorg"
    assert [list_shown(cell) for cell in text.select("tr:last-child > *")] == ["Wonen", "10", "20"]
    assert [cell["scope"] for cell in text.select("th")] == ["col", "col", "row"]
    links = soup.select("nav#inhoudsopgave details li a")
    assert [(link.text, link["href"]) for link in links] == [(list_shown(head), f"#{head['id']}") for head in headings]


@pytest.mark.parametrize("query", OPENED)
def test_whatever_an_address_opens_every_id_is_one_place_and_every_link_leads_there(report: TestClient, query: str) -> None:
    soup = read(report, ADDRESS + query)
    assert find(soup, "#tekst").text == REPORT
    identifiers = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(identifiers) == len(set(identifiers))
    assert all(str(link["href"])[1:] in identifiers for link in soup.select("a[href^='#']"))


def test_a_quote_across_a_list_is_marked_whole_with_its_id_where_it_is_seen(report: TestClient) -> None:
    place = place_of("- wonen in de wijk\n- *zorg* dichtbij 😀 huis")
    begin, end = place.split("-")
    soup = read(report, f"{ADDRESS}?begin={begin}&eind={end}")
    assert list_marked(find(soup, "#tekst")) == "- wonen in de wijk\n- *zorg* dichtbij 😀 huis"
    assert find(soup, f"mark#t{place}").text == "wonen in de wijk"
    assert not soup.select("#vorige, #volgende") and "passage" in find(soup, "#passage h2").text


def test_several_passages_are_gone_through_with_previous_and_next(report: TestClient) -> None:
    places = [place_of("Aanleiding"), place_of("wonen in de wijk"), place_of("Doelen")]
    query = "&".join(f"t={place}" for place in reversed(places))
    soup = read(report, f"{ADDRESS}?{query}&plaats=2")
    assert find(soup, "#passage h2").text == "Passage 2 van 3"
    assert [mark["id"] for mark in soup.select("mark")] == [f"t{place}" for place in places]
    assert [mark["id"] for mark in soup.select("mark.current")] == [f"t{places[1]}"]
    following = str(find(soup, "a#volgende")["href"])
    assert following.endswith(f"&plaats=3#t{places[2]}")
    last = read(report, following)
    assert find(last, "#passage h2").text == "Passage 3 van 3"
    assert not find(last, "a#volgende").has_attr("href") and find(last, "a#volgende")["aria-disabled"] == "true"
    assert find(read(report, str(find(last, "a#vorige")["href"])), "#passage h2").text == "Passage 2 van 3"
    assert not find(read(report, f"{ADDRESS}?{query}"), "a#vorige").has_attr("href")


def test_the_cited_place_is_the_one_to_show_among_other_passages_of_an_answer(report: TestClient) -> None:
    begin, end = place_of("Doelen").split("-")
    soup = read(report, f"{ADDRESS}?begin={begin}&eind={end}&t={place_of('Aanleiding')}")
    assert find(soup, "#passage h2").text == "Passage 2 van 2"


@pytest.mark.parametrize("plaats", ["0", "9", "-1", "x", "²", "٢", "0000000019999", "1" + "0" * 9, "9" * 5000])
def test_a_passage_number_that_can_not_be_shows_the_first(report: TestClient, plaats: str) -> None:
    assert find(read(report, f"{ADDRESS}?zoek=wonen&plaats={plaats}"), "#passage h2").text == "Passage 1 van 3"


def test_a_passage_number_of_an_address_with_places_can_be_as_wrong(report: TestClient) -> None:
    for plaats, shown in (("0000000019999", 1), ("0" * 5000 + "2", 2), ("9" * 5000, 1)):
        soup = read(report, f"{ADDRESS}?t=0-10&t=12-40&plaats={plaats}")
        assert find(soup, "#passage h2").text == f"Passage {shown} van 2"


def test_words_are_searched_within_the_document(report: TestClient) -> None:
    soup = read(report, f"{ADDRESS}?zoek=WONEN&plaats=2")
    assert [mark.text for mark in soup.select("mark")] == ["wonen", "wonen", "Wonen"]
    assert find(soup, "#passage h2").text == "Passage 2 van 3"
    assert find(soup, "input#zoek")["value"] == "WONEN"
    assert str(find(soup, "#volgende")["href"]).startswith("?zoek=WONEN&plaats=3#t")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("zoek=treinen", "“treinen” staat niet in dit document"),
        ("zoek=+", "Het zoekveld is leeg"),
        ("zoek=" + "a" * 201, "te veel tekst"),
        ("t=5", "staat niet in dit document"),
        ("t=5-1", "staat niet in dit document"),
        ("versie=oud&begin=1&eind=5", "niet volledig"),
    ],
)
def test_what_can_not_be_opened_is_said_in_a_sentence(report: TestClient, query: str, said: str) -> None:
    soup = read(report, f"{ADDRESS}?{query}")
    fault = find(soup, "#plaats-fout")
    assert said in fault.text and not fault.has_attr("hidden")
    assert not soup.find("mark") and find(soup, "#passage").has_attr("hidden")


def test_a_passage_comes_with_its_source_to_copy_and_a_link_to_check_its_words(report: TestClient) -> None:
    begin, end = place_of("wonen in de wijk").split("-")
    soup = read(report, f"{ADDRESS}?begin={begin}&eind={end}")
    source = find(soup, "#bronvermelding")
    words = [line for line in source.text.splitlines() if line]
    permalink = str(find(source, "a#permalink")["href"])
    assert words == [
        "“wonen in de wijk”",
        "Rapport <over> wonen. Uitgever & Co, september 2024.",
        "Onderdeel: Aanleiding › Doelen.",
        "http://testserver" + permalink,
    ]
    assert permalink.startswith(f"{ADDRESS}?versie=oud&begin={begin}") and permalink.endswith(f"#t{begin}-{end}")
    assert find(soup, "#passage a.check-wording")["href"] == "/formulering?tekst=wonen+in+de+wijk"
    assert find(soup, "button#kopieer").has_attr("hidden"), "without a script it would do nothing"
    assert find(soup, "#gekopieerd")["role"] == "status"


def test_a_quote_that_the_wording_check_can_not_take_is_cut_between_words(app: FastAPI) -> None:
    install(app, "zorg " * 600)
    soup = read(TestClient(app), f"{ADDRESS}?begin=0&eind=2999")
    link = str(find(soup, "#passage a.check-wording")["href"])
    assert link == "/formulering?tekst=" + "+".join(["zorg"] * 399), "the longest that ends with a whole word under 2,000"


def test_the_panel_of_a_passage_can_be_had_alone(report: TestClient) -> None:
    panel = read(report, f"{ADDRESS}/passage?t={place_of('Doelen')}")
    whole = read(report, f"{ADDRESS}?t={place_of('Doelen')}")
    assert panel.select_one("main") is None
    assert find(panel, "#passage").text.split() == find(whole, "#passage").text.split()
    assert find(panel, "#permalink") == find(whole, "#permalink")
    assert find(read(report, "/documenten/geen/passage?t=0-1", 404), "h1").text == "Dit document is er niet"


def follow_permalink(app: FastAPI, quote: str, now: str, version: str = "sha256:nieuw", more: str = "") -> Tag:
    """The page that a permalink of this quote, with ``more`` in its query, opens when the document has become what it is now."""
    install(app, REPORT)
    client = TestClient(app)
    permalink = str(find(read(client, f"{ADDRESS}?t={place_of(quote)}"), "#permalink")["href"])
    install(app, now, version)
    return read(client, permalink.replace("#", f"{more}#"))
