"""One rename puts an index in use; until then, and after any failure, the one before it is."""

import json
from pathlib import Path

import pytest

from indexer import publishing
from indexer.info import IndexUnusableError, read_index_info
from indexer.publishing import (
    PublishingError,
    digest_file,
    find_damaged_file,
    find_version_in_use,
    lock_index,
    open_building_folder,
    publish_folder,
    write_checksums,
)


def publish(index_dir: Path, name: str, content: str = "inhoud") -> Path:
    index_dir.mkdir(exist_ok=True)
    with open_building_folder(index_dir, name) as folder:
        (folder / "map").mkdir()
        (folder / "map" / "bestand").write_text(content)
        return publish_folder(index_dir, folder)


def names_in(index_dir: Path) -> list[str]:
    return sorted(path.name for path in (index_dir / "versions").iterdir())


def test_nothing_is_in_use_before_the_first_publication(tmp_path: Path) -> None:
    assert find_version_in_use(tmp_path) is None
    assert find_version_in_use(tmp_path / "bestaat-niet") is None


def test_a_published_folder_is_in_use_under_its_own_name(tmp_path: Path) -> None:
    folder = publish(tmp_path, "een")
    assert folder == tmp_path / "versions" / "een" == find_version_in_use(tmp_path)
    assert (folder / "map" / "bestand").read_text() == "inhoud"
    assert names_in(tmp_path) == ["een"]


def test_the_one_before_is_kept_and_older_ones_are_removed(tmp_path: Path) -> None:
    for name in ("een", "twee", "drie"):
        publish(tmp_path, name)
    assert names_in(tmp_path) == ["drie", "twee"]
    assert find_version_in_use(tmp_path) == tmp_path / "versions" / "drie"


@pytest.mark.parametrize("step", ["_sync", "write_text", "rename", "replace"])
def test_a_failure_at_any_step_leaves_the_old_one_in_use_and_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old = publish(tmp_path, "oud", "oude inhoud")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(publishing if step == "_sync" else Path, step, fail)
        with pytest.raises(OSError, match="No space"), open_building_folder(tmp_path, "nieuw") as folder:
            (folder / "bestand").write_bytes(b"nieuwe inhoud")
            publish_folder(tmp_path, folder)
    assert find_version_in_use(tmp_path) == old
    assert (old / "map" / "bestand").read_text() == "oude inhoud"
    publish(tmp_path, "later")
    assert not [name for name in names_in(tmp_path) if name.startswith(".building-")]
    assert find_version_in_use(tmp_path) == tmp_path / "versions" / "later"


def test_what_a_killed_build_left_behind_is_cleared_by_the_next(tmp_path: Path) -> None:
    left_behind = tmp_path / "versions" / ".building-gestopt"
    left_behind.mkdir(parents=True)
    (left_behind / "half").write_text("half")
    publish(tmp_path, "een")
    assert names_in(tmp_path) == ["een"]


def test_a_build_that_publishes_nothing_leaves_nothing(tmp_path: Path) -> None:
    with open_building_folder(tmp_path, "een") as folder:
        (folder / "half").write_text("half")
    assert names_in(tmp_path) == []


def test_a_second_build_at_once_is_refused_and_a_later_one_is_not(tmp_path: Path) -> None:
    with lock_index(tmp_path), pytest.raises(PublishingError, match="loopt al een bouw"), lock_index(tmp_path):
        pass
    with lock_index(tmp_path):
        pass


def test_a_place_that_cannot_be_written_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(PublishingError, match="--index") as raised, lock_index(tmp_path / "bestand"):
        pass
    assert str(tmp_path / "bestand") in str(raised.value)


def test_a_pointer_never_leads_out_of_the_index(tmp_path: Path) -> None:
    (tmp_path / "in-use").write_text("../../elders\n")
    assert find_version_in_use(tmp_path) == tmp_path / "versions" / "elders"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00", b"x" * 300])
def test_a_pointer_that_is_damaged_names_no_index(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in-use").write_bytes(content)
    with pytest.raises(IndexUnusableError, match="Maak hem opnieuw: python -m indexer build"):
        read_index_info(tmp_path)


def test_checksums_find_the_file_that_was_changed_or_removed(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for name in ("een", "map/twee"):
        (tmp_path / name).write_text(name)
    write_checksums(tmp_path, {"version": "1"})
    description = json.loads((tmp_path / "index.json").read_text())
    sums = description.pop("files")
    assert description == {"version": "1"}
    assert sums == {"een": digest_file(tmp_path / "een"), "map/twee": digest_file(tmp_path / "map" / "twee")}
    assert find_damaged_file(tmp_path, sums) is None
    (tmp_path / "map" / "twee").write_text("anders")
    assert find_damaged_file(tmp_path, sums) == "map/twee"
    (tmp_path / "een").unlink()
    assert find_damaged_file(tmp_path, sums) == "een"
