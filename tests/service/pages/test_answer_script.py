"""The browser's script makes the same answer of the service's JSON as the server's template makes: where Node is, it is run."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.types import Figure
from indexer.store import IndexInfo
from service.pages.rendering import ASSETS
from service.types import Answer, CitedFigure, Computation
from service.wire.answers import answer_to_wire
from tests.service.pages.page_fakes import CITATION, DOCUMENT, QUOTED, Asked, cite, find, make_answer, read

NODE = shutil.which("node")
INFO = IndexInfo("v1", "2026-11-22T08:00:00Z", "fake", 1, "code", "corpus", 1, 1, 1, (), (), ())
QUESTION = "Waar woont men?"

# As much of a browser's document as the script asks for, written out as HTML.
DOCUMENT_STUB = """
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
class Element {
  constructor(tag) { Object.assign(this, { localName: tag, attributes: [], children: [] }); }
  setAttribute(name, value) { this.attributes.push(` ${name}="${escape(String(value))}"`); }
  append(...children) { this.children.push(...children); }
  get lastElementChild() { return this.children.findLast((child) => child instanceof Element); }
  toString() {
    const inside = this.children.map((child) => (child instanceof Element ? child : escape(String(child)))).join("");
    return `<${this.localName}${this.attributes.join("")}>${inside}</${this.localName}>`;
  }
}
globalThis.document = { createElement: (tag) => new Element(tag) };
"""

CELL = CitedFigure(Figure("r", "aantal", "GGZ03W", "2022-07-01", 11650.0, "indicaties", DOCUMENT.id, QUOTED), CITATION)
GROWTH = Figure("r", "groei", None, "2022-07-01", 1.5, "procent", DOCUMENT.id, QUOTED)
COMPUTED = CitedFigure(GROWTH, CITATION, Computation("groei", "11650 ÷ 11478", (CELL,)))
ANSWERS = {
    "letterlijk": make_answer(text="Dit hoort erbij [1]:\n- wonen [1]\n- hulp & <b>zorg</b> [1]\n\n1. een [1]"),
    "gemarkeerd": replace(make_answer(), citations=(cite("👩‍🦽 thuis"), cite("<b>zorg</b>", 2), cite("😀 Inleiding", 3))),
    "berekend": Answer("beantwoord", None, "Zo [1].", "wonen", "berekend", (CITATION,), (COMPUTED,), ("Let <op>.",)),
    "niet-gevonden": make_answer("niet-gevonden", text="Dat staat er niet."),
}


def run_script(answer: Answer) -> Tag:
    """The article that the script makes of an answer."""
    assert NODE
    body = answer_to_wire(QUESTION, answer, INFO).model_dump_json(by_alias=True)
    script = f'{DOCUMENT_STUB}{ASSETS["answer.js"].content.decode()}\nconsole.log(String(makeTurn({body}, "beurt")));'
    command = [NODE, "--input-type=module", "-"]
    ran = subprocess.run(command, input=script.encode(), capture_output=True, timeout=60, check=False)
    assert not ran.returncode, ran.stderr.decode()
    return find(BeautifulSoup(ran.stdout.decode(), "html.parser", preserve_whitespace_tags={"blockquote"}), "article")


def list_elements(article: Tag) -> list[tuple[str, str, str, str]]:
    """Every element with its classes, its address outside the page and its words without white space, which neither shows."""
    return [
        (
            tag.name,
            str(tag.get("class")),
            address if (address := str(tag.get("href", ""))).startswith("/") else "",
            "".join(tag.text.split()),
        )
        for tag in article.find_all(True)
    ]


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
@pytest.mark.parametrize("name", ANSWERS)
def test_the_script_and_the_server_make_the_same_answer(client: TestClient, asked: Asked, name: str) -> None:
    asked.answer = ANSWERS[name]
    made, served = run_script(ANSWERS[name]), find(read(client, f"/?vraag={QUESTION}"), "article")
    assert list_elements(made) == list_elements(served)
    assert [quoted.text for quoted in made.select("blockquote")] == [quoted.text for quoted in served.select("blockquote")]


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
def test_the_script_marks_the_answering_words_counted_in_code_points() -> None:
    made = run_script(ANSWERS["gemarkeerd"])
    assert [mark.text for mark in made.select("blockquote mark")] == ["👩‍🦽 thuis", "<b>zorg</b>", "😀 Inleiding"]
