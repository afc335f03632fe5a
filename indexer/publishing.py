"""Publishes an index: a build writes beside the index in use and takes its place in one rename, so that a kill at any moment
leaves the old index in use.

    index/in-use                 names the version in use
    index/versions/<name>/       one published index, never changed afterwards
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POINTER_FILE = "in-use"
VERSIONS_FOLDER = "versions"
INDEX_FILE = "index.json"
LOCK_FILE = ".lock"
BUILDING_PREFIX = ".building-"

# The one in use and the one before it: a service that was started a moment ago may still be reading the latter.
KEPT_VERSIONS = 2


class PublishingError(RuntimeError):
    """An index could not be published; the one in use is still in use."""


@contextmanager
def lock_index(index_dir: Path) -> Iterator[None]:
    """Holds the index folder for one build at a time. Raises PublishingError when another build holds it."""
    try:
        index_dir.mkdir(parents=True, exist_ok=True)
        handle = (index_dir / LOCK_FILE).open("w")
    except OSError as error:
        raise PublishingError(
            f"In {index_dir} kan niet geschreven worden ({error.strerror}). Kies een andere map met --index."
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise PublishingError(f"In {index_dir} loopt al een bouw. Wacht tot die klaar is.") from error
        yield


@contextmanager
def open_building_folder(index_dir: Path, name: str) -> Iterator[Path]:
    """A new folder to build in, beside the index in use; removed again when the build does not publish it."""
    versions = index_dir / VERSIONS_FOLDER
    versions.mkdir(exist_ok=True)
    for left_behind in versions.glob(f"{BUILDING_PREFIX}*"):
        shutil.rmtree(left_behind)
    folder = versions / f"{BUILDING_PREFIX}{name}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish_folder(index_dir: Path, folder: Path) -> Path:
    """Writes a finished folder to disk for good and points to it; returns its place. Only then is it in use."""
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)
    final = _free_name(folder.with_name(folder.name.removeprefix(BUILDING_PREFIX)))
    folder.rename(final)
    _sync(final.parent)
    pointer = index_dir / f"{POINTER_FILE}.new"
    pointer.write_text(final.name + "\n", encoding="utf-8")
    _sync(pointer)
    pointer.replace(index_dir / POINTER_FILE)
    _sync(index_dir)
    _remove_old_versions(index_dir, final)
    return final


def find_version_in_use(index_dir: Path) -> Path | None:
    """The folder of the index in use, or None when nothing was published yet."""
    pointer = index_dir / POINTER_FILE
    if not pointer.is_file():
        return None
    # A pointer that is no text names a version that does not exist, which is told as such.
    name = pointer.read_text(encoding="utf-8", errors="replace").strip()
    return index_dir / VERSIONS_FOLDER / Path(name).name


def write_checksums(folder: Path, description: dict[str, object]) -> None:
    """Writes ``index.json``: the description with the SHA-256 of every other file in the folder."""
    sums = {str(path.relative_to(folder)): digest_file(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    content = json.dumps({**description, "files": sums}, ensure_ascii=False, indent=2)
    (folder / INDEX_FILE).write_text(content + "\n", encoding="utf-8")


def find_damaged_file(folder: Path, sums: dict[str, str]) -> str | None:
    """The first file that is missing or differs from its checksum, or None when all are whole."""
    for name, digest in sums.items():
        path = folder / name
        if not path.is_file() or digest_file(path) != digest:
            return name
    return None


def digest_file(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _free_name(wanted: Path) -> Path:
    """The name itself, or with a number: two builds of the same documents can end in the same second."""
    names = [wanted, *(wanted.with_name(f"{wanted.name}-{number}") for number in range(2, KEPT_VERSIONS + 3))]
    return next(name for name in names if not name.exists())


def _remove_old_versions(index_dir: Path, in_use: Path) -> None:
    others = [path for path in (index_dir / VERSIONS_FOLDER).iterdir() if path != in_use]
    for path in sorted(others, key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEPT_VERSIONS - 1 :]:
        shutil.rmtree(path, ignore_errors=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
