"""Every page in every state that a visitor can bring about, by name: what must hold of all of them is tested on this list."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser import visiting
from tests.browser.visiting import ask, check_wording, cut_connection, submit

WORDED = "Het uitgangspunt is dat er bij twijfel geen aanvraag voor de Wlz wordt ingediend."
REWORDED = "Het uitgangspunt is dat er bij twijfel nooit een aanvraag voor de Wlz wordt ingediend."
UNWORDED = "Zwaluwen bouwen nesten onder het dak van de kapel."
SEVERAL = f"{WORDED} {UNWORDED}"
TOO_LONG = "Hoeveel mensen wonen beschermd? " * 80
WORDING_TOO_LONG = TOO_LONG * 3
REFUSED = "server responded with a status of 4"  # how Chromium reports a page or request that is refused
SLOWNESS_MS = 60_000  # of a connection on which no answer comes as long as a test looks at the page
CUT_OFF = "net::ERR_CONNECTION_REFUSED"


@dataclass(frozen=True, slots=True)
class State:
    """A page brought into a state; ``complaint`` is what the browser says where something is wrong on purpose."""

    name: str
    address: str
    reach: Callable[[Page], object] = lambda page: None
    complaint: str = ""


def _after(question: str) -> Callable[[Page], object]:
    return lambda page: ask(page, question)


def _follow_up(page: Page) -> None:
    ask(page, visiting.FIGURE)
    ask(page, visiting.FOLLOW_UP)


def _tell_about_a_person(page: Page) -> None:
    submit(page, visiting.PERSONAL)  # the question is not repeated as it was
    expect(page.locator("article.turn")).to_be_visible()


def _send(question: str) -> Callable[[Page], object]:
    def reach(page: Page) -> None:
        submit(page, question)
        expect(page.locator("#vraag-fout")).to_be_visible()

    return reach


def _lose_server(page: Page) -> None:
    cut_connection(page)
    _send(visiting.LITERAL)(page)


def _wait(page: Page) -> None:
    slow = {"offline": False, "latency": SLOWNESS_MS, "downloadThroughput": -1, "uploadThroughput": -1}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    submit(page, visiting.LITERAL)
    expect(page.locator("#stand")).not_to_be_empty()


def _open_citation(page: Page) -> None:
    ask(page, visiting.LITERAL).locator("a.in-document").first.click()
    expect(page.locator("#tekst mark").first).to_be_visible()


def _worded(wording: str) -> Callable[[Page], object]:
    return lambda page: check_wording(page, wording)


STATES = (
    State("leeg", "/"),
    State("letterlijk", "/", _after(visiting.LITERAL)),
    State("lijst", "/", _after(visiting.LISTED)),
    State("cijfer", "/", _after(visiting.FIGURE)),
    State("berekend", "/", _after(visiting.COMPUTED)),
    State("grafiek", "/", _after(visiting.CHARTED)),
    State("vervolg", "/", _follow_up),
    State("niet-gevonden", "/", _after(visiting.NOT_FOUND)),
    State("persoonsgegevens", "/", _tell_about_a_person),
    State("leeg-verstuurd", "/", _send("")),
    State("te-lang", "/", _send(TOO_LONG)),
    State("storing", "/", _lose_server, CUT_OFF),
    State("wachten", "/", _wait),
    State("document", "/documenten/twente-jeugdzorg-plus"),
    State("document-gemarkeerd", "/", _open_citation),
    State("document-doorzocht", "/documenten/phrenos-taskforces-epa?zoek=zorg"),
    State("document-verkeerde-plaats", "/documenten/phrenos-taskforces-epa#t999999998-999999999"),
    State("formulering", "/formulering"),
    State("formulering-letterlijk", "/formulering", _worded(WORDED)),
    State("formulering-afwijkend", "/formulering", _worded(REWORDED)),
    State("formulering-niet-gevonden", "/formulering", _worded(UNWORDED)),
    State("formulering-meer-zinnen", "/formulering", _worded(SEVERAL)),
    State("formulering-leeg-verstuurd", "/formulering?tekst=", complaint=REFUSED),
    State("documenten", "/documenten"),
    State("cijfers", "/cijfers"),
    State("cijfers-gekozen", "/cijfers?profiel=GGZ03W&profiel=GGZ04W&maat=aantal&vanaf=2022-01-01&tot=2023-10-01"),
    State("cijfers-onmogelijk", "/cijfers?profiel=GGZ03W&maat=aantal&vanaf=1990-01-01&tot=1991-01-01", complaint=REFUSED),
    State("over", "/over"),
    State("toegankelijkheid", "/toegankelijkheid"),
    State("bestaat-niet", "/documenten/bestaat-niet", complaint=REFUSED),
)
