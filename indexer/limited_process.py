"""Calls a function in a process of its own, with limits on time and memory: whatever happens there, the caller goes on.

One process does many calls in turn, since starting one takes longer than most calls, and is replaced when it ends. It is a
fresh Python and no copy of this process: a copy of one in which torch has threads can stand still for ever.
"""

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, Generic, Literal, Self, TypeVar, cast

from indexer.limited_worker import CallLimits, Ending

R = TypeVar("R")

LONGEST_START_SECONDS = 120
"""For Python and what the function imports: half a second, and far more on a busy machine."""

LAST_BREATH_SECONDS = 5
"""Between closing its side and being gone."""

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[2:]; from indexer.limited_worker import serve_calls; serve_calls(int(sys.argv[1]))"
)


class EndedCallError(RuntimeError):
    """A call gave no result. ``ending`` says why; ``detail`` is what else is known of it (Dutch), or empty."""

    def __init__(self, ending: Ending, detail: str) -> None:
        super().__init__(f"{ending} {detail}")
        self.ending = ending
        self.detail = detail


class ProcessStartError(RuntimeError):
    """There is no process to call in and none can be started; the message (Dutch) says why and what to do."""


class LimitedProcess(Generic[R]):
    """Calls one function, which stands in a module by its own name. Used in a ``with``, at the end of which the process ends."""

    def __init__(self, function: Callable[..., R], limits: CallLimits) -> None:
        self._function = function
        self._limits = limits
        self._started: tuple[subprocess.Popen[bytes], Connection] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def call(self, *arguments: object) -> R:
        """What the function gives for these arguments. Raises EndedCallError, after which another call is as good as any,
        and ProcessStartError.
        """
        process, connection = self._started or self._start()
        answer: tuple[Ending | Literal["result"], Any]
        try:
            connection.send(arguments)
            answer = connection.recv() if connection.poll(self._limits.seconds) else ("time", "")
        except (EOFError, OSError):
            answer = _explain_death(process)
        ending, value = answer
        if ending == "result":
            return cast("R", value)
        if ending != "fault":
            # What has run out of time or memory is in no state to go on; the next call starts anew.
            self._end()
        raise EndedCallError(ending, value)

    def _start(self) -> tuple[subprocess.Popen[bytes], Connection]:
        here, there = Pipe()
        command = [sys.executable, "-c", _PROGRAM, str(there.fileno()), *sys.path]
        try:
            with there:
                process = subprocess.Popen(  # noqa: S603 - our own program, with numbers and folders
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, pass_fds=[there.fileno()]
                )
            self._started = process, here
            here.send((self._function, self._limits))
            if here.poll(LONGEST_START_SECONDS) and here.recv() == "ready":
                return self._started
            reason = f"het antwoordde niet binnen {LONGEST_START_SECONDS} seconden"
        except (EOFError, ConnectionError):
            reason = "het brak meteen af"
        except OSError as fault:
            reason = str(fault)
        here.close()
        self._end()
        raise ProcessStartError(
            f"Het proces dat documenten leest is niet te starten: {reason}. Maak geheugen vrij en bouw opnieuw."
        )

    def _end(self) -> None:
        if self._started is not None:
            process, connection = self._started
            self._started = None
            process.kill()
            process.wait()
            connection.close()


def _explain_death(process: subprocess.Popen[bytes]) -> tuple[Ending, str]:
    """What a process died of that has just closed its side."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(LAST_BREATH_SECONDS)
    status = process.returncode
    if status == -signal.SIGXCPU:
        return "time", ""
    return "death", f"signaal {-status}" if status is not None and status < 0 else f"uitgangswaarde {status}"
