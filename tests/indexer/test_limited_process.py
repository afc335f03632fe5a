"""A call in a process of its own gives its result or says why not, in bounded time, and the next call is as good as any."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.limited_process import EndedCallError, LimitedProcess, ProcessStartError
from indexer.limited_worker import CallLimits
from tests.indexer.hostile_calls import do_as_told

LIMITS = CallLimits(seconds=2, megabytes=500)
AMPLE_SECONDS = 30


@pytest.fixture
def process() -> Iterator[LimitedProcess[object]]:
    with LimitedProcess(do_as_told, LIMITS) as limited:
        yield limited


def is_alive(pid: object) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_many_calls_are_done_by_one_process_that_is_not_this_one_and_ends_at_the_end() -> None:
    with LimitedProcess(do_as_told, LIMITS) as limited:
        (pid,) = {limited.call("") for _ in range(5)}
        assert pid != os.getpid() and is_alive(pid)
    assert not is_alive(pid)


def test_no_process_is_started_where_nothing_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("started"))
    with LimitedProcess(do_as_told, LIMITS):
        pass


@pytest.mark.parametrize(
    ("name", "ending", "detail"),
    [
        ("wait_for_ever", "time", ""),
        ("count_for_ever", "time", ""),
        ("take_memory", "memory", ""),
        ("take_memory_bit_by_bit", "memory", ""),
        ("exit_silently", "death", "uitgangswaarde 3"),
        ("crash", "death", "signaal 11"),
        ("leave", "death", "uitgangswaarde 4"),
        ("nest_for_ever", "fault", "RecursionError in hostile_calls.py, regel "),
        ("raise_fault", "fault", "KeyError in hostile_calls.py, regel "),
        ("return_what_cannot_be_sent", "fault", "in limited_worker.py, regel "),
    ],
)
def test_whatever_a_call_does_it_ends_in_time_with_why_and_the_next_call_works(
    process: LimitedProcess[object], name: str, ending: str, detail: str
) -> None:
    first = process.call("")
    started = time.monotonic()
    with pytest.raises(EndedCallError) as caught:
        process.call(name)
    assert time.monotonic() - started < AMPLE_SECONDS
    assert caught.value.ending == ending
    assert detail in caught.value.detail and bool(detail) == bool(caught.value.detail)
    second = process.call("")
    assert (first == second) == (ending == "fault")
    assert is_alive(first) == (ending == "fault")


def test_what_a_call_prints_is_no_answer(process: LimitedProcess[object], capfd: pytest.CaptureFixture[str]) -> None:
    assert process.call("print_much") == "klaar"
    assert capfd.readouterr().out == ""


def test_a_process_that_was_killed_between_two_calls_is_a_death_and_then_replaced(process: LimitedProcess[object]) -> None:
    pid = process.call("")
    assert isinstance(pid, int)
    os.kill(pid, 9)
    with pytest.raises(EndedCallError, match="signaal 9"):
        process.call("")
    assert process.call("") != pid


def test_the_memory_of_earlier_calls_does_not_count(process: LimitedProcess[object]) -> None:
    """Were it counted from the start, the limit would have to hold Python itself, and depend on the order of the documents."""
    with LimitedProcess(do_as_told, CallLimits(seconds=AMPLE_SECONDS, megabytes=10)) as limited:
        assert limited.call("") == limited.call("")


def test_calls_work_from_any_thread_of_this_process(process: LimitedProcess[object]) -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(process.call("")))
    thread.start()
    thread.join(AMPLE_SECONDS)
    assert found == [process.call("")]


def test_a_process_that_can_not_be_started_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bestaat/niet")
    with LimitedProcess(do_as_told, LIMITS) as limited, pytest.raises(ProcessStartError, match=r"No such file.* Maak geheugen"):
        limited.call("")


def test_a_process_that_breaks_off_at_once_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with LimitedProcess(do_as_told, LIMITS) as limited, pytest.raises(ProcessStartError, match="brak meteen af"):
        limited.call("")


# Calls something that never ends, and tells the number of its process first.
_ABANDONED = """
import sys
from indexer.limited_process import LimitedProcess
from indexer.limited_worker import CallLimits
from tests.indexer.hostile_calls import do_as_told

with LimitedProcess(do_as_told, CallLimits(seconds=2)) as process:
    print(process.call(""), flush=True)
    process.call("count_for_ever")
"""


def test_a_call_whose_caller_is_killed_ends_by_itself() -> None:
    caller = subprocess.Popen([sys.executable, "-c", _ABANDONED], stdout=subprocess.PIPE, text=True)
    try:
        assert caller.stdout is not None
        pid = int(caller.stdout.readline())
        time.sleep(0.3)
        assert is_alive(pid)
    finally:
        caller.kill()
        caller.communicate()
    deadline = time.monotonic() + AMPLE_SECONDS
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_alive(pid)
