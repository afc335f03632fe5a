"""``make page-speed``: how soon a page is painted, how soon an answer stands there, how many bytes a page is of its own."""

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from evals.cases import load_cases
from service.http.readiness import open_configured_index
from service.settings import ServiceSettings
from tests.browser.chromium import ChromiumMissingError, find_chromium, start_chromium
from tests.browser.serving import serve_index
from tests.browser.watching import Watch, open_window

ADDRESSES = ("/", "/formulering", "/cijfers", "/documenten", "/documenten/kpmg-eindrapport-2024", "/over", "/toegankelijkheid")
VISITS = 5  # each in a fresh window, with nothing kept from the last
QUESTIONS = 20
MOST_PAINT_MS, MOST_ANSWER_MS, MOST_BYTES = 1000, 300, 60_000

PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
# From sending the form until the frame after the answer has been put in the page.
ANSWER_TIME = """question => new Promise((resolve) => {
  const log = document.getElementById('gesprek');
  document.getElementById('vraag').value = question;
  new MutationObserver(() => {
    if (log.querySelector('article.turn')) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
  }).observe(log, {childList: true, subtree: true});
  const begin = performance.now();
  document.getElementById('vraagformulier').requestSubmit();
})"""
OWN_FILES = """() => [...new Set([
  ...performance.getEntriesByType('resource').map((entry) => entry.name),
  ...[...document.querySelectorAll('link[rel=icon]')].map((link) => link.href),
])].filter((address) => new URL(address).pathname.startsWith('/pagina/'))"""
# What grows with the documents and not with the page: a document as it is laid out, and the words of quotes.
WORDS_OF_DOCUMENTS = """() => [
  ...[...document.querySelectorAll('div#tekst')].map((text) => text.innerHTML),
  ...[...document.querySelectorAll('blockquote')].map((quote) => quote.textContent),
].join('')"""


@dataclass(frozen=True, slots=True)
class PageSpeed:
    """One page: milliseconds until its first paint at each visit, and its bytes with its own css, js and icon."""

    address: str
    paints: tuple[float, ...]
    own_bytes: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the measurements as Markdown; returns the exit status, 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.page_speed", description="Meet hoe snel de pagina is.")
    parser.add_argument("--url", metavar="ADRES", help="een draaiende dienst; zonder deze optie wordt er een gestart")
    url = parser.parse_args(arguments).url
    try:
        chromium = find_chromium()
    except ChromiumMissingError as error:
        print(error, file=sys.stderr)
        return 1
    with start_chromium(chromium) as browser, running_service(url) as service:
        watch = Watch(service)
        measure_page(browser, watch, "/")  # the first visit of all also warms the browser up
        pages = [measure_page(browser, watch, address) for address in ADDRESSES]
        answers = sorted(measure_answers(browser, watch))
    p95 = answers[round(0.95 * (len(answers) - 1))]
    print(write_table(pages, statistics.median(answers), p95))
    slow = p95 > MOST_ANSWER_MS or any(max(page.paints) > MOST_PAINT_MS or page.own_bytes > MOST_BYTES for page in pages)
    return int(slow)


@contextmanager
def running_service(url: str | None) -> Iterator[str]:
    """The address of the service that is to be measured, without a slash at its end."""
    if url:
        yield url.rstrip("/")
        return
    with serve_index(open_configured_index(ServiceSettings())) as service:
        yield service


def measure_page(browser: Browser, watch: Watch, address: str) -> PageSpeed:
    """Visits a page with an empty cache each time."""
    paints = []
    own_bytes = 0
    for _ in range(VISITS):
        with open_window(browser, watch) as page:
            page.goto(address, wait_until="load")
            page.wait_for_function(PAINT)
            paints.append(float(page.evaluate(PAINT)))
            own_bytes = count_own_bytes(page, address)
    return PageSpeed(address, tuple(paints), own_bytes)


def count_own_bytes(page: Page, address: str) -> int:
    """The uncompressed bytes of the page and of its css, js and icon, without a document itself and the words of quotes."""
    bodies = [page.request.get(one).body() for one in (address, *page.evaluate(OWN_FILES))]
    return sum(map(len, bodies)) - len(str(page.evaluate(WORDS_OF_DOCUMENTS)).encode())


def measure_answers(browser: Browser, watch: Watch) -> list[float]:
    """Milliseconds from sending until the answer is painted, of questions spread over the regression set."""
    questions = [case.question for case in load_cases() if not case.turns]
    times = []
    for question in questions[:: len(questions) // QUESTIONS][:QUESTIONS]:
        with open_window(browser, watch) as page:
            page.goto("/")
            times.append(float(page.evaluate(ANSWER_TIME, question)))
    return times


def write_table(pages: Sequence[PageSpeed], median: float, p95: float) -> str:
    """The measurements beside their targets, in Dutch."""
    lines = [
        f"Eerste beeld (mediaan van {VISITS} bezoeken) ten hoogste {MOST_PAINT_MS} ms;",
        f"eigen bytes, zonder de woorden van documenten, ten hoogste {MOST_BYTES:_d}.",
        "",
        "| Pagina | Eerste beeld | Langste | Eigen bytes |",
        "| --- | ---: | ---: | ---: |",
    ]
    for page in pages:
        paint = statistics.median(page.paints)
        lines.append(f"| `{page.address}` | {paint:.0f} ms | {max(page.paints):.0f} ms | {page.own_bytes:_d} |")
    lines += ["", f"Antwoord in beeld bij {QUESTIONS} vragen: mediaan {median:.0f} ms, 95 % binnen {p95:.0f} ms;"]
    lines[-1] += f" ten hoogste {MOST_ANSWER_MS} ms."
    return "\n".join(lines).replace("_", ".")


if __name__ == "__main__":
    sys.exit(main())
