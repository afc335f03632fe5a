"""A text of one thing repeated is read, structured and searched for figures in time in proportion to its length."""

import time
from pathlib import Path

import pytest

from indexer.gathering import DocumentContent, gather_document
from tests.indexer.reading_files import document_for

# Each made reading of 40,000 characters last from ten seconds to for ever before.
REPEATED = (
    "a",
    ".",
    " ",
    "a ",
    "A. ",
    "art. Aa ",
    "- punt\n",
    "1.\n",
    "1. Kop\n",
    " \n",
    "©",
    "circa 12 ",
    "t.o.v. ",
    "nam ",
    "12 ",
)
LENGTH = 40_000
MOST_SECONDS = 8


@pytest.mark.parametrize("unit", REPEATED)
def test_a_text_of_one_thing_repeated_takes_no_longer_than_its_length(tmp_path: Path, unit: str) -> None:
    (tmp_path / "x.txt").write_text(f"Titel\n\n{unit * (LENGTH // len(unit))}\n\nEen zin.\n", encoding="utf-8")
    started = time.process_time()
    assert isinstance(gather_document(document_for("x.txt"), tmp_path), DocumentContent)
    assert time.process_time() - started < MOST_SECONDS


@pytest.mark.parametrize("spaces", [120, LENGTH])
def test_a_line_of_the_contents_with_many_spaces_is_read_at_once(tmp_path: Path, spaces: int) -> None:
    (tmp_path / "x.txt").write_text(f"Inhoudsopgave\n1 Aanleiding{' ' * spaces}x\n\nAanleiding\n\nEen zin.\n", encoding="utf-8")
    started = time.process_time()
    assert isinstance(gather_document(document_for("x.txt"), tmp_path), DocumentContent)
    assert time.process_time() - started < MOST_SECONDS
