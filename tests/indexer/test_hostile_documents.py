"""A document that is made to stop a build costs that document at most: it is read or left out, and the others are indexed."""

import time
from pathlib import Path

import pytest

from corpus.manifest import load_manifest
from indexer import gathering
from indexer.build import build_index
from indexer.gathering import gather_documents
from indexer.limited_worker import CallLimits
from tests.fakes import FakeEncoder
from tests.indexer.hostile_calls import gather_as_told
from tests.indexer.hostile_documents import make_hostile_documents, share_stream_pdf
from tests.indexer.small_corpus import ADVIES, VISIE, write_files

LIMITS = CallLimits(seconds=5, megabytes=700)
SECONDS_TO_START_ANEW = 20
HOW_THEY_END = {
    "wait-for-ever": "duurde langer dan 5 seconden",
    "take-memory": "vroeg meer dan 700 MB geheugen",
    "exit-silently": "brak onverwacht af (uitgangswaarde 3)",
    "nest-for-ever": "ging iets onverwacht mis (RecursionError in hostile_calls.py",
}


@pytest.fixture(scope="module")
def hostile() -> dict[str, bytes]:
    return make_hostile_documents()


def test_hostile_documents_are_read_or_left_out_and_a_good_one_before_and_after_is_indexed(
    tmp_path: Path, hostile: dict[str, bytes]
) -> None:
    corpus_dir = write_files(tmp_path / "corpus", {"visie.txt": VISIE, **hostile, "advies.txt": ADVIES})
    started = time.monotonic()
    gathered = gather_documents(load_manifest(corpus_dir), corpus_dir, LIMITS)
    assert time.monotonic() - started < len(hostile) * (LIMITS.seconds + SECONDS_TO_START_ANEW)
    read = [document.id for document, _ in gathered.texts]
    left_out = {left.name: left.reason for left in gathered.left_out}
    assert (read[0], read[-1]) == ("visie", "advies")
    assert len(read) + len(left_out) == len(hostile) + 2
    assert all(reason.startswith("sources/") and reason.endswith(".") for reason in left_out.values())
    assert not [reason for reason in left_out.values() if "onverwacht" in reason]
    assert "duurde langer" in left_out["gedeelde-stroom-pdf"]
    assert "uitgepakt groter dan 100 MB" in left_out["bom-docx"]


def test_whatever_reading_a_document_does_the_sentence_says_what_happened_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = {f"{name}.txt": ADVIES for name in HOW_THEY_END}
    corpus_dir = write_files(tmp_path / "corpus", {"visie.txt": VISIE, **documents, "advies.txt": ADVIES})
    monkeypatch.setattr(gathering, "gather_document", gather_as_told)
    gathered = gather_documents(load_manifest(corpus_dir), corpus_dir, LIMITS)
    assert [document.id for document, _ in gathered.texts] == ["visie", "advies"]
    reasons = {left.name: left.reason for left in gathered.left_out}
    assert list(reasons) == list(HOW_THEY_END)
    for name, how in HOW_THEY_END.items():
        assert reasons[name].startswith(f"sources/{name}.txt: ") and how in reasons[name]
        assert " lever het in een andere vorm aan" in reasons[name] or "BELEIDSWIJZER_READING_" in reasons[name]


def test_a_document_that_never_ends_costs_its_time_alone_and_the_index_is_built_of_the_others(tmp_path: Path) -> None:
    documents: dict[str, str | bytes] = {
        "visie.txt": VISIE,
        "stroom.pdf": share_stream_pdf(2_000, 60_000),
        "advies.txt": ADVIES,
    }
    corpus_dir = write_files(tmp_path / "corpus", documents)
    info = build_index(corpus_dir, tmp_path / "index", FakeEncoder(), limits=CallLimits(seconds=2)).info
    ((name, reason),) = info.left_out
    assert (info.documents, name) == (2, "stroom-pdf")
    assert "duurde langer dan 2 seconden" in reason and "BELEIDSWIJZER_READING_SECONDS" in reason


def test_documents_give_in_another_process_what_they_give_in_this_one(tmp_path: Path) -> None:
    corpus_dir = write_files(tmp_path / "corpus", {"visie.txt": VISIE, "leeg.txt": b"", "advies.txt": ADVIES})
    manifest = load_manifest(corpus_dir)
    within, apart = (gather_documents(manifest, corpus_dir, limits) for limits in (None, LIMITS))
    assert within == apart
