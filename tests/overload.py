"""``python -m tests.overload``: what a crowd does to the service. Starts it, sends hostile questions all at once, prints what they got.

On this machine alone, bounded in number and time, and over by itself. The index must have been built.
"""

import argparse
import random
import statistics
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import httpx

from indexer.settings import IndexSettings
from tests.serving import start_service

ANSWER_SECONDS = 60.0


def main() -> int:
    """Prints the statuses, the waiting of those that were answered and turned away, of health checks, and the memory."""
    parser = argparse.ArgumentParser(prog="python -m tests.overload")
    parser.add_argument("--questions", type=int, default=60, help="how many at once (default 60)")
    parser.add_argument("--characters", type=int, default=1900, help="of each question (default 1900)")
    chosen = parser.parse_args()
    with start_service(IndexSettings().index.resolve()) as service:
        url, pid = service.address, service.pid
        before = read_memory(pid)
        over = threading.Event()
        health: list[float] = []
        watch = threading.Thread(target=watch_health, args=(url, over, health))
        watch.start()
        answered: list[tuple[int, float]] = []
        crowd = [
            threading.Thread(target=ask, args=(url, make_question(number, chosen.characters), answered))
            for number in range(chosen.questions)
        ]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        over.set()
        watch.join()
        peak = read_memory(pid, "VmHWM")
    for status, number in sorted(Counter(status for status, _ in answered).items()):
        seconds = sorted(taken for other, taken in answered if other == status)
        print(f"{status or 'no answer'}: {number}, median {statistics.median(seconds):.2f} s, longest {seconds[-1]:.2f} s")
    print(
        f"/health/ready and /health/live: {len(health)}, median {statistics.median(health):.3f} s, longest {max(health):.3f} s"
    )
    print(f"memory: {before} MB before, {peak} MB at its highest")
    return 0 if all(status in (200, 503) for status, _ in answered) else 1


def make_question(number: int, characters: int) -> str:
    """A question of invented words, each of which the service has to look up."""
    chance = random.Random(number)
    words: list[str] = []
    while sum(map(len, words)) + len(words) < characters - 12:
        words.append("".join(chance.choice("bdfgklmnprstvwz") + chance.choice("aeiou") for _ in range(4)))
    return f"Wat is {' '.join(words)}?"[:characters]


def ask(url: str, question: str, answered: list[tuple[int, float]]) -> None:
    """Asks once and adds (status, seconds); status 0 for no answer in time."""
    begun = time.monotonic()
    try:
        status = httpx.post(f"{url}/v1/vragen", json={"vraag": question}, timeout=ANSWER_SECONDS).status_code
    except httpx.HTTPError:
        status = 0
    answered.append((status, time.monotonic() - begun))


def watch_health(url: str, over: threading.Event, seconds: list[float]) -> None:
    """Asks for health ten times a second and adds how long each check took."""
    with httpx.Client(base_url=url, timeout=ANSWER_SECONDS) as client:
        while not over.wait(0.1):
            for path in ("/health/live", "/health/ready"):
                begun = time.monotonic()
                client.get(path)
                seconds.append(time.monotonic() - begun)


def read_memory(pid: int, key: str = "VmRSS") -> int:
    """The memory of a process now (or VmHWM, its highest), in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith(f"{key}:")).split()[1]) // 1024


if __name__ == "__main__":
    sys.exit(main())
