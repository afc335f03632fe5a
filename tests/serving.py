"""Starts the real service as a process of its own, on a free port of this machine, and ends it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import httpx

PROJECT = Path(__file__).parent.parent
START_SECONDS = 90
ANSWER_SECONDS = 30
STOP_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: its address without a slash at the end, and its process."""

    address: str
    pid: int


@contextmanager
def start_service(index_dir: Path) -> Iterator[Service]:
    """The service over this index, ready to answer; it is ended with the context."""
    command = [sys.executable, "-m", "service", "--index", str(index_dir), "--host", "127.0.0.1", "--port", "0"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BELEIDSWIJZER_")}
    process = subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    assert process.stdout
    lines: list[str] = []
    reader = threading.Thread(target=_read_lines, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        address = _wait_for_address(process, lines)
        _wait_until_ready(address, process, lines)
        yield Service(address, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)
        reader.join(STOP_SECONDS)
        process.stdout.close()


def _read_lines(stream: IO[str], lines: list[str]) -> None:
    lines.extend(iter(stream.readline, ""))


def _wait_for_address(process: "subprocess.Popen[str]", lines: list[str]) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        for line in lines:
            if line.startswith("Beleidswijzer: http://127.0.0.1:"):
                return line.split()[1]
        time.sleep(0.05)
    raise AssertionError("no address was printed:\n" + "".join(lines))


def _wait_until_ready(address: str, process: "subprocess.Popen[str]", lines: list[str]) -> None:
    with httpx.Client(base_url=address, timeout=ANSWER_SECONDS, trust_env=False) as client:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            if client.get("/health/ready").status_code == 200:
                return
            time.sleep(0.1)
    raise AssertionError("not ready:\n" + "".join(lines))
