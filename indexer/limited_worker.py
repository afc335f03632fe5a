"""The far side of ``limited_process``: a process that does one call after another and renews its limits before each."""

import pickle
import resource
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

Ending = Literal["time", "memory", "death", "fault"]
"""Why a call gave nothing: it took too long or too much, its process died, or the function let an error through."""


@dataclass(frozen=True, slots=True)
class CallLimits:
    """What one call may take: seconds, of the clock and of the processor alike, and memory besides what was in use before it."""

    seconds: float = 120
    megabytes: int = 2_000


def serve_calls(descriptor: int) -> None:
    """Receives a function with its limits, then arguments; sends ("result", value) or (ending, detail) for each, until closed."""
    # Whoever stops the build with Ctrl-C stops the other side, which ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # On a machine that is out of memory this process has to go, not the build.
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    _set_limit(resource.RLIMIT_CORE, 0)
    connection = Connection(descriptor)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        function, limits = connection.recv()
        connection.send("ready")
        while True:
            arguments = connection.recv()
            _renew_limits(limits)
            connection.send_bytes(_call(function, arguments))


def _renew_limits(limits: CallLimits) -> None:
    """Allows the seconds and the memory of one call on top of what the calls before it took, so that their order does not matter.

    The other side watches the clock; the limit on the processor ends a call whose other side is gone.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _set_limit(resource.RLIMIT_CPU, ceil(usage.ru_utime + usage.ru_stime + limits.seconds) + 1)
    _set_limit(resource.RLIMIT_AS, _measure_address_space() + limits.megabytes * 1_000_000)


def _set_limit(name: int, value: int) -> None:
    _, highest = resource.getrlimit(name)
    # Some systems know a limit and don't let it be set; the clock is watched all the same.
    with suppress(OSError, ValueError):
        resource.setrlimit(name, (value if highest == resource.RLIM_INFINITY else min(value, highest), highest))


def _measure_address_space() -> int:
    """Bytes; 0 where the system does not tell."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    return 0


def _call(function: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    try:
        return pickle.dumps(("result", function(*arguments)))
    except MemoryError:
        return pickle.dumps(("memory", ""))
    except Exception as fault:  # whatever it is, it is told to the other side
        return pickle.dumps(("fault", _describe_fault(fault)))


def _describe_fault(fault: Exception) -> str:
    *_, last = traceback.extract_tb(fault.__traceback__)
    return f"{type(fault).__name__} in {Path(last.filename).name}, regel {last.lineno}"
