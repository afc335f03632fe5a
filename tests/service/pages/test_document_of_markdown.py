"""The structure that a format itself states, kept by the index, is what the document page shows."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.service.pages.page_fakes import read
from tests.tiny_index import build_tiny_index


def test_the_headings_of_a_markdown_document_keep_their_levels(app: FastAPI, tmp_path: Path) -> None:
    stated = "# Visie\n\n## Wonen\n\nWie thuis woont, krijgt hulp.\n\n### Beschermd\n\nDat kan ook.\n\n## Werken\n\nWie werkt, blijft.\n"
    app.state.index = build_tiny_index(tmp_path, {"visie": stated})
    soup = read(TestClient(app), "/documenten/visie")
    headings = [(heading.name, heading.text.strip()) for heading in soup.select("#tekst :is(h2, h3, h4, h5, h6)")]
    assert headings == [("h2", "Visie"), ("h3", "Wonen"), ("h4", "Beschermd"), ("h3", "Werken")]


def test_a_table_of_a_markdown_document_may_begin_with_an_empty_cell(app: FastAPI, tmp_path: Path) -> None:
    stated = "# Visie\n\nZo staat het ervoor.\n\n|  | 2022 | 2023 |\n| --- | --- | --- |\n| Wonen | 10 | 20 |\n"
    app.state.index = build_tiny_index(tmp_path, {"visie": stated})
    rows = read(TestClient(app), "/documenten/visie").select("#tekst tr")
    assert [[cell.text.strip() for cell in row.find_all(["td", "th"])] for row in rows] == [
        ["", "2022", "2023"],
        ["Wonen", "10", "20"],
    ]
