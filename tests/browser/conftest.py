"""The browser, the running service, and fresh windows that fail a test on anything the browser complains about."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

from indexer.store import OpenIndex
from tests.browser.chromium import ChromiumMissingError, find_chromium, require_chromium, start_chromium
from tests.browser.serving import serve_index
from tests.browser.watching import PATIENCE_MS, Watch, open_window

expect.set_options(timeout=PATIENCE_MS)


class OpenPage(Protocol):
    """Opens an address in a fresh window; options as Playwright's ``new_context`` takes them."""

    def __call__(self, address: str = "/", **options: Any) -> Page: ...


# Of this package and not of the session: as long as Playwright runs, no other test of the main thread can run an event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with start_chromium(require_chromium()) as started:
        yield started


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says so at the end of a run where the browser tests were left out: a count of skipped tests is easily overlooked."""
    try:
        find_chromium()
    except ChromiumMissingError as error:
        terminalreporter.write_line(f"De browsertests zijn weggelaten. {error}", yellow=True, bold=True)


@pytest.fixture(scope="package")
def service(browser: Browser, real_index: OpenIndex) -> Iterator[str]:
    """The address of the running service; asked for after the browser, so that without one nothing is loaded."""
    with serve_index(real_index) as address:
        yield address


@pytest.fixture
def watch(service: str) -> Iterator[Watch]:
    """What the browser complains about; anything left at the end fails the test."""
    watching = Watch(service)
    yield watching
    assert watching.problems == []


@pytest.fixture
def open_page(browser: Browser, watch: Watch) -> Iterator[OpenPage]:
    with ExitStack() as windows:

        def open_watched(address: str = "/", **options: Any) -> Page:
            page = windows.enter_context(open_window(browser, watch, **options))
            page.goto(address)
            return page

        yield open_watched
