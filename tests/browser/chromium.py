"""Finds and starts the browser: Debian's own Chromium, driven by Playwright, which brings no browser of its own here."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "Chromium is niet geïnstalleerd, en zonder Chromium kan de pagina niet in een echte browser worden bekeken. "
    "Installeer het met “apt-get install chromium” en probeer het opnieuw."
)


class ChromiumMissingError(RuntimeError):
    """No Chromium on this machine; the message says how to get it."""


def find_chromium() -> str:
    """The path of the first Chromium on the PATH; raises ChromiumMissingError when there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise ChromiumMissingError(MISSING)


def require_chromium() -> str:
    """The path of Chromium; without one the test is skipped, and fails where ``CI`` is set, so that CI can't leave it out unseen."""
    try:
        return find_chromium()
    except ChromiumMissingError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error), pytrace=False)
        pytest.skip(f"De browsertests zijn weggelaten. {error}")


@contextmanager
def start_chromium(path: str) -> Iterator[Browser]:
    """One headless browser. It runs without the sandbox, which root in a container can't have; it only visits this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=False)
        try:
            yield browser
        finally:
            browser.close()
