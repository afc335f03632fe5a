"""From a number in the answer to the same words in the document, and on with them: copied, kept as a link, looked around in."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import visiting
from tests.browser.conftest import OpenPage
from tests.browser.visiting import ask, request_answer

REPORT = "kpmg-eindrapport-2024"


def read_marked(page: Page) -> str:
    """The marked words of the document page, joined."""
    expect(page.locator("#tekst mark").first).to_be_visible()
    return "".join(page.locator("#tekst mark").all_text_contents())


def test_a_number_in_the_answer_leads_to_its_card(open_page: OpenPage) -> None:
    page = open_page()
    turn = ask(page, visiting.LITERAL)
    citation = request_answer(page, visiting.LITERAL)["citaten"][0]
    turn.locator(".answer a.reference").first.click()
    card = page.locator("li.card:target")
    expect(card).to_be_in_viewport()
    assert card.locator("blockquote").text_content() == citation["citaat"]
    for shown in (citation["titel"], citation["uitgever"], citation["onderdeel"][-1]):
        expect(card).to_contain_text(shown)


def test_the_answering_figure_is_marked_in_the_quote_of_its_card(open_page: OpenPage) -> None:
    page = open_page()
    figure = request_answer(page, visiting.FIGURE)["cijfers"][0]
    card = ask(page, visiting.FIGURE).locator(".card").first
    assert [re.sub(r"\D", "", marked) for marked in card.locator("mark").all_text_contents()] == [str(figure["waarde"])]


@pytest.mark.parametrize("question", [visiting.LITERAL, visiting.LISTED, visiting.FIGURE])
def test_a_citation_opens_its_document_with_the_very_words_marked(question: str, open_page: OpenPage) -> None:
    page = open_page()
    turn = ask(page, question)
    citation = request_answer(page, question)["citaten"][0]
    turn.locator("a.in-document").first.click()
    page.wait_for_url(re.compile(f"/documenten/{citation['documentId']}.*#t{citation['begin']}-{citation['eind']}$"))
    assert read_marked(page) == citation["citaat"]
    expect(page.locator(f"mark#t{citation['begin']}-{citation['eind']}")).to_be_in_viewport()


def test_a_permalink_alone_marks_the_words(open_page: OpenPage) -> None:
    page = open_page("/over")
    citation = request_answer(page, visiting.LISTED)["citaten"][0]
    page.goto(citation["link"])
    assert read_marked(page) == citation["citaat"]
    expect(page.locator("#tekst mark").first).to_be_in_viewport()


def test_a_place_that_is_not_in_the_document_is_said_not_to_be(open_page: OpenPage) -> None:
    page = open_page(f"/documenten/{REPORT}#t999999998-999999999")
    expect(page.get_by_role("alert")).to_contain_text("document")
    expect(page.locator("#tekst mark")).to_have_count(0)


def test_the_contents_lead_to_their_places(open_page: OpenPage) -> None:
    page = open_page(f"/documenten/{REPORT}")
    contents = page.locator("nav#inhoudsopgave")
    link = contents.locator("a[href*='#']").nth(3)
    if not link.is_visible():
        contents.locator("summary").click()
    fragment = urlsplit(str(link.get_attribute("href"))).fragment
    link.click()
    expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()


def test_the_copy_button_copies_the_quote_with_its_reference(open_page: OpenPage) -> None:
    page = open_page("/", permissions=["clipboard-read", "clipboard-write"])
    citation = request_answer(page, visiting.LITERAL)["citaten"][0]
    ask(page, visiting.LITERAL).locator("a.in-document").first.click()
    page.locator("button#kopieer").click()
    expect(page.get_by_role("status").filter(has_text=re.compile("gekopieerd", re.I))).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert " ".join(citation["citaat"].split()) in " ".join(copied.split())
    for part in (citation["titel"], citation["uitgever"], f"#t{citation['begin']}-{citation['eind']}"):
        assert part in copied


def test_next_and_previous_walk_along_the_hits(open_page: OpenPage) -> None:
    page = open_page("/documenten/phrenos-taskforces-epa?zoek=zorg")
    expect(page.locator("#passage")).to_contain_text("Passage 1 van")
    first = page.locator("#tekst mark.current").first
    place = first.get_attribute("id")
    page.locator("a#volgende").click()
    expect(page.locator("#passage")).to_contain_text("Passage 2 van")
    expect(page.locator("#tekst mark.current").first).to_be_in_viewport()
    assert page.locator("#tekst mark.current").first.get_attribute("id") != place
    page.locator("a#vorige").click()
    expect(page.locator("#passage")).to_contain_text("Passage 1 van")
    assert first.get_attribute("id") == place


def test_the_permalink_opens_the_same_words_elsewhere(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, visiting.LITERAL).locator("a.in-document").first.click()
    marked = read_marked(page)
    page.locator("#verwijzing summary").click()
    permalink = str(page.locator("a#permalink").get_attribute("href"))
    assert read_marked(open_page(permalink)) == marked
    older = open_page(re.sub(r"(?<=versie=)[0-9a-f]{4}", "0000", permalink))
    assert read_marked(older) == marked
    expect(older.get_by_role("status").first).to_contain_text("versie")


def test_from_a_citation_its_wording_can_be_checked(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, visiting.LITERAL).locator("a.check-wording").first.click()
    expect(page.locator("#oordeel")).to_contain_text("letterlijk")
