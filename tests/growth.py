"""Measures how the work of an expression grows with the text, in a program of its own that the kernel ends when it takes too long.

As a program this module reads expressions on standard input, tries on each the texts made against it, and says what it found.
"""

import json
import re
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from tests.expressions import Expression
from tests.pumping import can_grow, texts_against

# Seconds of processor time for one text, of whichever length: a thousand times what an ordinary one takes.
TEXT_CAP = 1.5

# Characters of the two texts tried first. What is linear takes six times as long over the second, what is quadratic thirty-six
# times; what takes over ten times, and longer than a clock's unrest, is measured on.
_SCREENED = (500, 3_000)
_SUSPECT = 10
_FLOOR = 0.0003

# Over four times the text, linear work takes four times as long and quadratic work sixteen times: below the first of these
# nothing is the matter, and above the second, at a length where a clock tells well, something is.
_HARMLESS = 6
_WORSE = 8
_CLEAR = 0.05
_LARGEST = 40_000

# From here on processor time tells; it goes in steps of some milliseconds, so that the wall clock tells what is shorter.
_LONG = 0.04


def find_offenders(expressions: Sequence[Expression]) -> dict[str, str]:
    """The places of the expressions whose work grows faster than the text, with what shows it."""
    left = [expression for expression in expressions if can_grow(expression.pattern, expression.flags)]
    found: dict[str, str] = {}
    while left:
        said = _run(left)
        for expression, (grows, *shown) in zip(left, said, strict=False):
            if grows:
                _note(found, expression, f"4 times the text takes {shown[1]:.0f} times as long: {shown[0]}")
        if len(said) < len(left):
            _note(found, left[len(said)], f"no end within {TEXT_CAP} s: {_run(left[len(said) : len(said) + 1], tell=True)[-1]}")
        left = left[len(said) + 1 :]
    return found


def _run(expressions: Sequence[Expression], *, tell: bool = False) -> list[Any]:
    """What the program says of the expressions, in order, up to one that it is ended for; with ``tell`` each text it tries."""
    lines = [
        json.dumps((one.place, _to_text(one.pattern), one.flags, one.mode, isinstance(one.pattern, bytes)))
        for one in expressions
    ]
    command = [sys.executable, "-m", "tests.growth", *(["--tell"] if tell else [])]
    run = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=False)
    if run.returncode not in (0, -signal.SIGPROF):
        raise RuntimeError(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def _note(found: dict[str, str], expression: Expression, fault: str) -> None:
    shown = f"{expression.mode} {_to_text(expression.pattern)[:80]!r}: {fault}"
    found[expression.place] = "; ".join(filter(None, (found.get(expression.place), shown)))


def _to_text(pattern: str | bytes) -> str:
    return pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern


def find_growth(expression: Expression, *, tell: bool = False) -> tuple[object, ...]:
    """Whether any text makes the work grow clearly faster than the text; the first that does, and by how much over four times it."""
    for text in texts_against(expression.pattern, expression.flags):
        if tell:
            _say(text)
        # Without a handler of ours the kernel ends this program, also in the midst of a match.
        signal.setitimer(signal.ITIMER_PROF, TEXT_CAP)
        if all(_is_suspect(expression, text, times) for times in (1, 3, 5)):
            growth = _confirm(expression, text)
            if growth:
                return True, text, growth
    return (False,)


def _is_suspect(expression: Expression, text: tuple[str, str, str], times: int) -> bool:
    large = _measure(expression, text, _SCREENED[1], times)
    return large > _FLOOR and large > _SUSPECT * _measure(expression, text, _SCREENED[0], times)


def _confirm(expression: Expression, text: tuple[str, str, str]) -> float:
    """How many times as long four times the text takes, at the first length at which that is sure; 0 where nothing is the matter."""
    size = _SCREENED[1]
    taken = _measure(expression, text, size, 3)
    while size < _LARGEST:
        size *= 4
        before, taken = taken, _measure(expression, text, size, 3)
        if taken < _HARMLESS * before:
            break
        if taken > _CLEAR and taken > _WORSE * before:
            return taken / before
    return 0.0


def _measure(expression: Expression, text: tuple[str, str, str], size: int, times: int) -> float:
    """The least time of a few calls over about so many characters."""
    before, unit, ending = text
    whole = before + unit * (size // len(unit)) + ending
    target: Any = whole.encode("utf-8") if isinstance(expression.pattern, bytes) else whole
    compiled: Any = re.compile(expression.pattern, expression.flags)
    everywhere = {"search": lambda said: deque(compiled.finditer(said), 0)}
    call = everywhere.get(expression.mode) or getattr(compiled, expression.mode)
    return min(_time(call, target) for _ in range(times))


def _time(call: Callable[[Any], object], target: Any) -> float:
    wall, processor = time.perf_counter(), time.process_time()
    call(target)
    wall = time.perf_counter() - wall
    return wall if wall < _LONG else min(wall, time.process_time() - processor)


def main() -> None:
    """Read expressions, one a line, and say of each what was found."""
    for line in sys.stdin:
        place, pattern, flags, mode, is_bytes = json.loads(line)
        expression = Expression(place, pattern.encode("latin-1") if is_bytes else pattern, flags, mode)
        _say(find_growth(expression, tell="--tell" in sys.argv))


def _say(what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
