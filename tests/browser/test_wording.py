"""A member of staff checks how something is worded: it stands there, it stands there otherwise, or it does not."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.states import REFUSED, REWORDED, UNWORDED, WORDED, WORDING_TOO_LONG
from tests.browser.visiting import check_wording
from tests.browser.watching import Watch


@pytest.mark.parametrize(("wording", "judgement"), [(WORDED, "letterlijk"), (REWORDED, "anders"), (UNWORDED, "Niet gevonden")])
def test_each_of_the_three_judgements_is_said(wording: str, judgement: str, open_page: OpenPage) -> None:
    page = open_page("/formulering")
    expect(check_wording(page, wording)).to_contain_text(judgement)
    expect(page.locator("textarea#tekst")).to_have_value(wording)


def test_a_literal_wording_is_shown_in_its_source_with_the_way_there(open_page: OpenPage) -> None:
    page = open_page("/formulering")
    check_wording(page, WORDED)
    expect(page.locator(".card blockquote").first).to_contain_text(WORDED)
    page.locator(".card a.in-document").first.click()
    expect(page.locator("#tekst mark").first).to_be_in_viewport()
    assert WORDED in " ".join("".join(page.locator("#tekst mark").all_text_contents()).split())


def test_a_different_wording_shows_each_difference_in_more_than_colour(open_page: OpenPage) -> None:
    page = open_page("/formulering")
    check_wording(page, REWORDED)
    gone, added = page.locator("del").filter(has_text="nooit").first, page.locator("ins").filter(has_text="geen").first
    expect(gone).to_be_visible()
    expect(added).to_be_visible()
    decorations = "element => getComputedStyle(element).textDecorationLine"
    assert gone.evaluate(decorations) == "line-through"
    assert added.evaluate(decorations) == "underline"


def test_a_wording_that_is_not_there_is_not_compared_with_anything(open_page: OpenPage) -> None:
    page = open_page("/formulering")
    check_wording(page, UNWORDED)
    expect(page.locator("#oordeel ~ * del, #oordeel ~ * ins")).to_have_count(0)


@pytest.mark.parametrize(("sent", "said"), [("   ", "leeg"), (WORDING_TOO_LONG, "te lang")])
def test_a_wording_that_can_not_be_checked_gets_a_word_on_what_to_do(
    sent: str, said: str, open_page: OpenPage, watch: Watch
) -> None:
    watch.allow(REFUSED)
    page = open_page("/formulering")
    page.locator("textarea#tekst").fill(sent)
    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("alert")).to_contain_text(said)
