"""The watch sees what it has to see: without these, a silent watch would let everything pass."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.watching import PATIENCE_MS, Watch, open_window

LOOK_EVERY_MS = 20
HARM = (
    ("console: eigen melding", "console.error('eigen melding')"),
    ("script: .*kapot", "setTimeout(() => { throw new Error('kapot') })"),
    (
        "console: .*Content Security Policy",
        "document.body.append(document.createElement('style').appendChild(new Text('p{}')).parentNode)",
    ),
    ("another host: http://localhost", "setTimeout(() => { location.href = 'http://localhost:9/' })"),
)


@pytest.mark.parametrize(("seen", "script"), HARM)
def test_the_watch_sees_what_goes_wrong_in_a_page(seen: str, script: str, browser: Browser, service: str) -> None:
    watch = Watch(service)
    with open_window(browser, watch) as page:
        page.goto("/over")
        assert watch.problems == []
        page.evaluate(f"() => {{ {script} }}")
        for _ in range(PATIENCE_MS // LOOK_EVERY_MS):
            if any(re.search(seen, problem) for problem in watch.problems):
                break
            page.wait_for_timeout(LOOK_EVERY_MS)
    assert [problem for problem in watch.problems if re.search(seen, problem)]
    watch.allow(seen)
    assert not [problem for problem in watch.problems if re.search(seen, problem)]
