"""Opens windows and watches all that the browser reports in them: what a person would not notice must still fail the test."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize, WebError

PATIENCE_MS = 10_000  # for a busy machine of two cores; nothing waits longer than it has to
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
LOCAL_SCHEMES = ("blob:", "data:", "about:", "chrome-error:")  # no request leaves the browser for these


class Watch:
    """Collects the errors of the console and of scripts, violations of the security policy, and requests to other hosts."""

    def __init__(self, service: str) -> None:
        self.service = service
        self._allowed: list[str] = []
        self._seen: list[str] = []

    def observe(self, context: BrowserContext) -> None:
        """Listens to every page of this context, those that open later included."""
        context.on("console", self._note_console)
        context.on("weberror", self._note_error)
        context.on("request", self._note_request)

    def allow(self, pattern: str) -> None:
        """Lets pass what this pattern is found in: a test that breaks something on purpose sees the browser say so."""
        self._allowed.append(pattern)

    @property
    def problems(self) -> list[str]:
        """What went wrong and was not allowed, in order."""
        return [line for line in self._seen if not any(re.search(pattern, line) for pattern in self._allowed)]

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "assert"):  # Chromium reports violations of the security policy as errors
            self._seen.append(f"console: {message.text}")

    def _note_error(self, error: WebError) -> None:
        self._seen.append(f"script: {error.error}")

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.service + "/", *LOCAL_SCHEMES)):
            self._seen.append(f"another host: {request.url}")


@contextmanager
def open_window(browser: Browser, watch: Watch, **options: Any) -> Iterator[Page]:
    """A fresh, empty window under this watch, with no memory of others; options as Playwright's ``new_context`` takes them."""
    settings = {"base_url": watch.service, "viewport": DESKTOP, "locale": "nl-NL", **options}
    with browser.new_context(**settings) as context:
        context.set_default_timeout(PATIENCE_MS)
        watch.observe(context)
        yield context.new_page()
