"""Everything works without JavaScript too, as forms and links that the server answers."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import visiting
from tests.browser.conftest import OpenPage
from tests.browser.states import REFUSED, REWORDED, TOO_LONG, UNWORDED, WORDED
from tests.browser.test_figures import CHOSEN
from tests.browser.visiting import ask, check_wording, request_answer, submit
from tests.browser.watching import Watch


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page("/", java_script_enabled=False)


def test_a_question_and_its_follow_up_are_answered(page: Page) -> None:
    expect(ask(page, visiting.FIGURE).locator(".answer")).to_contain_text("11.650")
    expect(ask(page, visiting.FOLLOW_UP).locator(".answer")).to_contain_text("8.480")
    expect(page.locator("main")).to_contain_text(visiting.FIGURE)


def test_a_citation_opens_its_document_with_the_very_words_marked(page: Page) -> None:
    citation = request_answer(page, visiting.LISTED)["citaten"][0]
    ask(page, visiting.LISTED).locator("a.in-document").first.click()
    expect(page.locator(f"mark#t{citation['begin']}-{citation['eind']}")).to_be_in_viewport()
    assert "".join(page.locator("#tekst mark").all_text_contents()) == citation["citaat"]


@pytest.mark.parametrize(("wording", "judgement"), [(WORDED, "letterlijk"), (REWORDED, "anders"), (UNWORDED, "Niet gevonden")])
def test_a_wording_is_judged(wording: str, judgement: str, page: Page) -> None:
    page.goto("/formulering")
    expect(check_wording(page, wording)).to_contain_text(judgement)


def test_figures_are_chosen_shown_and_taken_along(page: Page) -> None:
    page.goto(f"/cijfers?{CHOSEN}")
    expect(page.locator("main table").first).to_contain_text("GGZ04W")
    with page.expect_download() as started:
        page.locator("a#csv").click()
    assert b"GGZ04W" in Path(started.value.path()).read_bytes()
    page.locator("form#cijferkeuze input[name=profiel][value=GGZ04W]").uncheck()
    page.locator("form#cijferkeuze button[type=submit]").click()
    expect(page.locator("main table").first).not_to_contain_text("GGZ04W")


@pytest.mark.parametrize(("sent", "said"), [("", "leeg"), (TOO_LONG, "te lang")])
def test_a_question_that_can_not_be_asked_is_kept_with_a_word_on_what_to_do(
    sent: str, said: str, page: Page, watch: Watch
) -> None:
    watch.allow(REFUSED)
    submit(page, sent)
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(page.locator("#vraag")).to_have_value(sent.strip())


def test_what_only_works_with_javascript_is_not_shown(page: Page) -> None:
    ask(page, visiting.LITERAL)
    expect(page.get_by_role("button", name=re.compile("kopi", re.I)).and_(page.locator(":visible"))).to_have_count(0)
