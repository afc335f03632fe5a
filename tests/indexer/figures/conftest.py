"""The report with one thing changed, gathered as a build does: what the tests of mutated reports share."""

import re
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from corpus.manifest import Manifest, load_manifest
from indexer.gathering import gather_documents
from tests.conftest import CORPUS
from tests.indexer.figures.report_table import DOCUMENT, Gather


@pytest.fixture(scope="module")
def whole_report() -> str:
    return (CORPUS / "sources" / f"{DOCUMENT}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report(whole_report: str) -> str:
    """The chapter with the dashboard and a sentence with its total: all that a change of the table is checked against."""
    (stock,) = re.findall(r"In januari 2023 waren er in totaal circa 27\.000 cliënten[^.]*\.", whole_report)
    chapter = whole_report[whole_report.index("Dashboard regioaanpak Wlz- ggz-W") : whole_report.index("**Hulpmiddel tijdens")]
    return f"{stock}\n\n{chapter}"


@pytest.fixture(scope="module")
def gather(tmp_path_factory: pytest.TempPathFactory) -> Gather:
    """Gathers a copy of the corpus whose report has this text; gives all that the summary of a build says of its figures."""
    folder = Path(shutil.copytree(CORPUS, tmp_path_factory.mktemp("mutated") / "corpus", ignore=shutil.ignore_patterns("*.py")))
    manifest = load_manifest(folder)
    # The parts of the report are not in its chapter with the dashboard.
    only_report = tuple(replace(document, parts=()) for document in manifest.documents if document.id == DOCUMENT)
    return partial(_gather, folder, replace(manifest, documents=only_report))


def _gather(folder: Path, manifest: Manifest, text: str) -> list[str]:
    (folder / "sources" / f"{DOCUMENT}.txt").write_text(text, encoding="utf-8")
    gathered = gather_documents(manifest, folder, limits=None)
    said = [*gathered.remarks, *(words for check in gathered.figure_checks for words in (*check.problems, *check.remarks))]
    assert all(DOCUMENT in words for words in said)
    return said
