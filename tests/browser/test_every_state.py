"""What must hold of every page in every state: WCAG 2.2 A and AA by axe-core, target size, reflow, less motion."""

import importlib.resources
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import OpenPage
from tests.browser.states import STATES, State
from tests.browser.watching import DESKTOP, Watch, open_window

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# axe-core leaves target-size off unless it is named.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
PHONE: ViewportSize = {"width": 360, "height": 740}
WINDOWS: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = ((DESKTOP, "light"), (PHONE, "dark"))
# The narrowest page of WCAG 1.4.10, and what is left of 1280 by 1024 at 400 %.
NARROW: tuple[ViewportSize, ...] = ({"width": 320, "height": 640}, {"width": 320, "height": 256})
WIDER = "() => document.documentElement.scrollWidth - innerWidth"
# What sticks out of the page without a region of its own that scrolls; named, so that a failure says where to look.
STICKING_OUT = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('[role=region][tabindex]'))
  .map((element) => element.outerHTML.slice(0, 120)).slice(0, 5)"""
# Every control's box against 24 by 24; a link inside running text may be smaller (WCAG 2.5.8, "inline").
# What stands in a box of one pixel until it has the focus, such as a skip link, is not there to be hit.
SMALL_TARGETS = """() => {
const kept_out_of_sight = (part) => part && (part.getBoundingClientRect().width === 1 || kept_out_of_sight(part.parentElement));
return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter((element) => element.checkVisibility({visibilityProperty: true}) && !kept_out_of_sight(element))
  .map((element) => [element, (element.labels && element.labels[0] && element.matches('[type=checkbox], [type=radio]')
                               ? element.labels[0] : element).getBoundingClientRect()])
  .filter(([element, box]) => box.width < 24 || box.height < 24)
  .filter(([element]) => !(getComputedStyle(element).display === 'inline' &&
                           element.parentElement.textContent.trim().length > element.textContent.trim().length))
  .map(([element, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`);
}"""
UNFOLD = "open => document.querySelectorAll('details').forEach((part) => { part.open = open })"
MOVING = "() => document.getAnimations().filter((one) => one.effect.getComputedTiming().activeDuration > 10).length"


def by_name(state: State) -> str:
    return state.name


@pytest.fixture(scope="module", params=STATES, ids=by_name)
def page(request: pytest.FixtureRequest, browser: Browser, service: str) -> Iterator[Page]:
    """A window in each of the states in turn; all tests look at the same one, since getting there takes most of the time."""
    state: State = request.param
    watch = Watch(service)
    if state.complaint:
        watch.allow(state.complaint)
    with open_window(browser, watch) as opened:
        opened.goto(state.address)
        state.reach(opened)
        opened.evaluate(AXE)
        yield opened
    assert watch.problems == []


def find_violations(page: Page) -> list[str]:
    """What axe-core, already in the page, finds: the rule and the element."""
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]


def show_in(page: Page, size: ViewportSize, scheme: Literal["light", "dark"] = "light") -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize(("size", "scheme"), WINDOWS, ids=["desktop", "phone-dark"])
def test_axe_finds_no_violation_of_wcag_2_2_a_and_aa(size: ViewportSize, scheme: Literal["light", "dark"], page: Page) -> None:
    show_in(page, size, scheme)
    page.evaluate(UNFOLD, scheme == "dark")  # closed in one window, open in the other
    assert find_violations(page) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_control_is_large_enough_to_hit(size: ViewportSize, page: Page) -> None:
    show_in(page, size)
    page.evaluate(UNFOLD, True)
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("size", NARROW, ids=["320-wide", "zoom-400"])
def test_nothing_makes_the_page_scroll_sideways(size: ViewportSize, page: Page) -> None:
    show_in(page, size)
    page.evaluate(UNFOLD, True)
    assert page.evaluate(WIDER) <= 0, page.evaluate(STICKING_OUT)


def test_axe_sees_what_it_has_to_see(open_page: OpenPage) -> None:
    page = open_page("/over")
    page.evaluate(
        "() => { document.documentElement.lang = ''; document.querySelector('main').append(document.createElement('img')) }"
    )
    page.evaluate(AXE)
    found = " ".join(find_violations(page))
    assert "html-has-lang" in found and "image-alt" in found


@pytest.mark.parametrize("address", ["/", "/formulering", "/cijfers", "/documenten/kpmg-eindrapport-2024#t12500-12917"])
def test_nothing_moves_for_who_asked_for_less_motion(address: str, open_page: OpenPage) -> None:
    page = open_page(address, reduced_motion="reduce")
    assert page.evaluate(MOVING) == 0
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_light_and_dark_are_two_pages_of_colour(open_page: OpenPage) -> None:
    paper = "() => getComputedStyle(document.body).backgroundColor"
    light, dark = open_page("/", color_scheme="light"), open_page("/", color_scheme="dark")
    assert light.evaluate(paper) != dark.evaluate(paper)
