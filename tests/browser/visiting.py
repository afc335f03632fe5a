"""What a visitor does, in the words of the page: ask, wait, check a wording. Tests, screenshots and measurements share it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

LITERAL = "Wie is de bestuurlijk aanjager?"
LISTED = "Wat moet een plan bevatten?"
FIGURE = "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?"
COMPUTED = "Met hoeveel groeide GGZ03W van 1 juli 2021 tot 1 juli 2022?"
CHARTED = "Hoe ontwikkelde GGZ03W zich tussen 2021 en 2023?"
NOT_FOUND = "Hoe vraag ik een pgb aan?"
PERSONAL = "Mijn bsn is 123456782, heb ik recht op zorg?"
FOLLOW_UP = "En een jaar eerder?"
FETCHES = ("fetch", "xhr")  # what a script asks for; a form or a link is a document


def submit(page: Page, question: str) -> None:
    """Puts the question in the field and sends it; does not wait for the answer."""
    page.locator("#vraag").fill(question)
    page.locator("#vraagformulier button[type=submit]").click()


def ask(page: Page, question: str) -> Locator:
    """Asks and waits for the answer: the article that has this question as its heading."""
    submit(page, question)
    return expect_turn(page, question)


def expect_turn(page: Page, question: str) -> Locator:
    """The answer to this question, once it is shown."""
    turn = page.locator("article.turn", has=page.get_by_role("heading", name=question))
    expect(turn).to_be_visible()
    return turn


def check_wording(page: Page, wording: str) -> Locator:
    """Sends the wording on the page for it and waits for the judgement."""
    page.locator("textarea#tekst").fill(wording)
    page.locator("main form button[type=submit]").first.click()
    judgement = page.locator("#oordeel")
    expect(judgement).to_be_visible()
    return judgement


def request_answer(page: Page, question: str) -> dict[str, Any]:
    """The same question put to the API of the same service: what the page has to show."""
    response = page.request.post("/v1/vragen", data={"vraag": question})
    assert response.ok
    answer: dict[str, Any] = response.json()
    return answer


def cut_connection(page: Page) -> None:
    """From now on every request of a script fails as it does when the server is gone."""
    page.route("**/*", lambda route: route.abort("connectionrefused") if _is_fetch(route) else route.continue_())


@contextmanager
def held_answers(page: Page) -> Iterator[list[Route]]:
    """While this lasts no request of a script gets an answer; afterwards they all do."""
    held: list[Route] = []
    page.route("**/*", lambda route: held.append(route) if _is_fetch(route) else route.continue_())
    yield held
    for route in held:
        route.continue_()
    page.unroute_all()


def _is_fetch(route: Route) -> bool:
    return route.request.resource_type in FETCHES
