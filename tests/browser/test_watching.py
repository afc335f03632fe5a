"""The watch sees what it has to see: without these, a silent watch would let everything pass."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.watching import Watch, open_window

HARM: tuple[tuple[Literal["console", "weberror", "request"], str, str], ...] = (
    ("console", "console: eigen melding", "console.error('eigen melding')"),
    ("weberror", "script: .*kapot", "setTimeout(() => { throw new Error('kapot') })"),
    (
        "console",
        "console: .*Content Security Policy",
        "document.body.append(document.createElement('style').appendChild(new Text('p{}')).parentNode)",
    ),
    ("request", "another host: http://localhost", "location.href = 'http://localhost:9/'"),
)


@pytest.mark.parametrize(("event", "seen", "script"), HARM)
def test_the_watch_sees_what_goes_wrong_in_a_page(
    event: Literal["console", "weberror", "request"], seen: str, script: str, browser: Browser, service: str
) -> None:
    watch = Watch(service)
    with open_window(browser, watch) as page:
        page.goto("/over")
        assert watch.problems == []
        with page.context.expect_event(event):
            page.evaluate(f"() => {{ {script} }}")
    assert [problem for problem in watch.problems if re.search(seen, problem)]
    watch.allow(seen)
    assert not [problem for problem in watch.problems if re.search(seen, problem)]
