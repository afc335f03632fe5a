"""Indexes of documents that a test writes itself, for what the five real ones don't show."""

from collections.abc import Mapping
from pathlib import Path

from indexer.build import build_index
from indexer.store import OpenIndex, open_index
from tests.fakes import FakeEncoder

_ENTRY = """
[[document]]
id = "{name}"
file = "sources/{name}.md"
title = "Stuk {name}"
publisher = "Gemeente Voorbeeld"
date = "2024"
kind = "{kind}"
language = "nl"
"""


def build_tiny_index(folder: Path, documents: Mapping[str, str], kinds: Mapping[str, str] | None = None) -> OpenIndex:
    """An open index of these Markdown documents by their id, made with the fake encoder; a document is a "rapport" unless told."""
    sources = folder / "corpus" / "sources"
    sources.mkdir(parents=True)
    entries = []
    for name, text in documents.items():
        (sources / f"{name}.md").write_text(text, encoding="utf-8")
        entries.append(_ENTRY.format(name=name, kind=(kinds or {}).get(name, "rapport")))
    (folder / "corpus" / "manifest.toml").write_text("".join(entries), encoding="utf-8")
    build_index(folder / "corpus", folder / "index", FakeEncoder())
    return open_index(folder / "index", FakeEncoder())
