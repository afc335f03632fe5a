from pathlib import Path

import pytest

from tests.indexer.reading_files import read_bytes

DUTCH = "De cliënten krijgen geïndiceerde zorg – coördinatie “passend” kost € 100."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [DUTCH, "Eén cliënt.", DUTCH * 40])
def test_dutch_text_reads_the_same_in_every_usual_encoding(tmp_path: Path, encoding: str, text: str) -> None:
    assert read_bytes(tmp_path, "x.txt", text.encode(encoding)).text == text


def test_line_ends_and_accents_are_made_one_kind_and_nothing_else_changes(tmp_path: Path) -> None:
    raw = "  Eerste\r\nregel\rderde\n\n\tvijf  \n e\u0308 \u00a0.\n".encode()
    assert read_bytes(tmp_path, "x.txt", raw).text == "  Eerste\nregel\nderde\n\n\tvijf  \n ë \u00a0.\n"
