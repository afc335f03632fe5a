"""With the keyboard alone: skip to the content, ask, reach the first source, open it; the focus is always to be seen."""

from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser import visiting
from tests.browser.conftest import OpenPage
from tests.browser.visiting import expect_turn, request_answer
from tests.browser.watching import DESKTOP

MOST_STEPS = 80
MOST_STOPS = 40  # along the whole page, which may be a document with hundreds of them
MATCHES = "selector => document.activeElement.matches(selector)"
# What has the focus, where it is in the order of reading, and whether it can be seen: an outline or shadow around it, nothing
# around it that is hidden from sight by being one pixel large, and something of it that nothing else lies over.
FOCUSED = """() => {
  const focused = document.activeElement;
  const style = getComputedStyle(focused);
  const all = [...document.querySelectorAll('*')];
  let hidden = false;
  for (let part = focused; part; part = part.parentElement) {
    const box = part.getBoundingClientRect();
    hidden ||= getComputedStyle(part).overflow !== 'visible' && (box.width <= 1 || box.height <= 1);
  }
  const [box] = focused.getClientRects();
  const uncovered = [0.1, 0.5, 0.9].some((down) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * down);
    return top && (focused.contains(top) || top.contains(focused));
  });
  const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  return {tag: focused.localName, place: all.indexOf(focused), html: focused.outerHTML.slice(0, 120), seen: ringed && !hidden && uncovered};
}"""
PHONE: ViewportSize = {"width": 360, "height": 740}
ADDRESSES = (f"/?vraag={visiting.COMPUTED}", "/formulering", "/cijfers", "/documenten/phrenos-taskforces-epa?zoek=zorg")


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until this has the focus."""
    for _ in range(MOST_STEPS):
        if page.evaluate(MATCHES, selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached in {MOST_STEPS} steps")


def test_the_first_stop_is_a_link_to_the_content_and_it_works(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    expect(page.locator("a.skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, "textarea#vraag")


def test_a_question_is_asked_and_its_source_opened_without_a_mouse(open_page: OpenPage) -> None:
    page = open_page()
    tab_to(page, "textarea#vraag")
    page.keyboard.type(visiting.LITERAL)
    page.keyboard.press("Enter")
    expect_turn(page, visiting.LITERAL)
    tab_to(page, "article.turn a.reference")
    page.keyboard.press("Enter")
    expect(page.locator("li.card:target")).to_be_in_viewport()
    tab_to(page, "li.card:target a.in-document")
    page.keyboard.press("Enter")
    citation = request_answer(page, visiting.LITERAL)["citaten"][0]
    mark = page.locator(f"mark#t{citation['begin']}-{citation['eind']}")
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()


def test_a_new_line_can_be_typed_with_shift_and_enter(open_page: OpenPage) -> None:
    page = open_page()
    page.locator("#vraag").focus()
    page.keyboard.type("een")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("twee")
    expect(page.locator("#vraag")).to_have_value("een\ntwee")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_focus_goes_in_reading_order_and_is_always_seen(address: str, size: ViewportSize, open_page: OpenPage) -> None:
    page = open_page(address, viewport=size)
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "body" or (stops and stop["place"] <= stops[0]["place"]):
            break
        stops.append(stop)
    assert [stop["html"] for stop in stops if not stop["seen"]] == []
    places = [stop["place"] for stop in stops]
    assert len(places) > 5 and places == sorted(places)


def test_the_focus_can_leave_every_field(open_page: OpenPage) -> None:
    for address, field in (("/", "#vraag"), ("/formulering", "textarea#tekst")):
        page = open_page(address)
        page.locator(field).focus()
        page.keyboard.press("Tab")
        assert not page.evaluate(MATCHES, field)
        page.keyboard.press("Shift+Tab")
        expect(page.locator(field)).to_be_focused()
