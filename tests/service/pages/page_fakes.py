"""The small document and the answers that the tests of the page work with, and how they look into a page."""

from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.types import Document, Span
from service.types import Answer, Citation, Provenance, Question, Status

TEXT = "😀 Inleiding\r\nDe <b>zorg</b> & het wonen.\nWie thuis woont, krijgt hulp 👩‍🦽 thuis.\n"
DOCUMENT = Document("rapport-2024", "sources/r.txt", "Rapport <over> wonen", "Uitgever & Co", "2024-09", "rapport", "nl")
QUOTED = Span(TEXT.index("Wie"), TEXT.index("👩") - 1)
CITATION = Citation(1, DOCUMENT, "sha256:0", "rapport", ("Inleiding", "Wonen"), 12, QUOTED, QUOTED.of(TEXT), QUOTED)
EVERY_PAGE = [
    "/",
    "/?vraag=wonen",
    "/?vraag=",
    "/documenten",
    "/documenten/rapport-2024",
    "/documenten/geen",
    "/over",
    "/cijfers",
    "/formulering",
    "/toegankelijkheid",
]
EVERY_PAGE += ["/documenten/rapport-2024?begin=1&eind=5", "/documenten/rapport-2024?begin=x", "/formulering?tekst=wonen"]


def make_answer(status: Status = "beantwoord", provenance: Provenance = "letterlijk", text: str = "Thuis [1].") -> Answer:
    if status != "beantwoord":
        return Answer(status, "geen-bewijs", text, "wonen", provenance, nearest=(CITATION,))
    return Answer(status, None, text, "wonen", provenance, (CITATION,))


def cite(answering: str, number: int = 1) -> Citation:
    """A citation of the whole document in which these words answer."""
    whole = Span(0, len(TEXT.rstrip()))
    begin = TEXT.index(answering)
    return Citation(
        number, DOCUMENT, "sha256:0", "rapport", (), None, whole, whole.of(TEXT), Span(begin, begin + len(answering))
    )


class Asked:
    """Stands in for answering: remembers the question it got and gives the answer it was told to give."""

    def __init__(self) -> None:
        self.answer = make_answer()
        self.question = Question("")

    def __call__(self, question: Question, index: object) -> Answer:
        self.question = question
        return self.answer


def read(client: TestClient, address: str, status: int = 200) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == status
    # As a browser does: Beautiful Soup by itself makes one line break of a piece of text that holds nothing but white space.
    return BeautifulSoup(response.text, "html.parser", preserve_whitespace_tags={"div", "textarea"})


def find(soup: Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found
