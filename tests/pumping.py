"""Texts that make an expression do the most work, made from the expression itself: what it repeats, repeated, and no end.

``texts_against`` derives them by walking the parsed expression. As a program this module reads expressions on standard
input and measures how the work grows with the text; the kernel ends it when one call takes too long.
"""

import json
import re
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# A repeat of at most so many is taken to be of fixed cost, a longer one may multiply with another.
_BOUNDED = 20
_ALPHABETS = ("a1 .-\n\"é_A,(:\t'", "1 a-.,\n_é", " \n\ta.1-", ".-\"',:;(*[/_ a1\n", "\nA b")
_GENERIC = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    "\t",
    ".",
    "-",
    "'",
    '"',
    "*",
    "|",
    "(",
    "[",
    "<",
    "a ",
    "1 ",
    "1.",
    "a. ",
    "A b ",
    "<!---->",
    ", ",
)
_ENDINGS = ("", "\x01")

# Seconds of processor time for one call; ten thousand times what an ordinary one takes.
CALL_CAP = 1.0

# Characters of the two texts tried first, six times as long: what is linear takes six times as long, what is quadratic
# thirty-six times. Only what takes over ten times, and longer than a clock's unrest, is measured on.
_SCREENED = (500, 3_000)
_SUSPECT = 10
_FLOOR = 0.0003
# Four times the text is to take four times as long; sixteen is quadratic. Measured where it takes long enough to tell.
_MOST_GROWTH = 8
_CLEAR = 0.05
_LARGEST = 100_000


def can_grow(pattern: str | bytes, flags: int) -> bool:
    """Whether anything in the expression may repeat at length; without that a match has a fixed longest cost."""
    return any(True for _ in _find_repeats(_parse(pattern, flags), "", 0))


def texts_against(pattern: str | bytes, flags: int) -> Iterator[tuple[str, str, str]]:
    """What to begin with, to repeat and to end with: each once."""
    parsed = _parse(pattern, flags)
    made = dict.fromkeys(("", unit, "") for unit in _GENERIC)
    for variant in range(len(_ALPHABETS)):
        for before, body in _find_repeats(parsed, "", variant):
            once = _example(body, variant)
            made |= dict.fromkeys((("", before + once, ""), ("", before, ""), ("", f"{before} ", ""), (before, once, "")))
            made |= dict.fromkeys((before, once, ending) for ending in _letters_outside(body))
        whole = _example(parsed, variant)
        made |= dict.fromkeys((("", whole, ""), ("", f"{whole} ", ""), ("", whole[:-1], "")))
    yield from dict.fromkeys(
        (before, unit, end) for before, unit, ending in made if unit for end in ([ending] if ending else _ENDINGS)
    )


def _letters_outside(body: Any) -> list[str]:
    """A letter that ends the repeat of one kind of letters, where it is of that."""
    code, argument = body[0]
    if len(body) > 1 or code is not codes.IN:
        return []
    return [letter for letter in _ALPHABETS[0] if not _is_in(argument, letter)][:1]


def _parse(pattern: str | bytes, flags: int) -> Any:
    return parser.parse(pattern, flags)


def _find_repeats(items: Any, before: str, variant: int) -> Iterator[tuple[str, Any]]:
    """Every long repeat: what leads to it, and what it repeats."""
    for code, argument in items:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            if argument[1] > _BOUNDED:
                yield before, argument[2]
            yield from _find_repeats(argument[2], before, variant)
        else:
            for inner in _inner(code, argument):
                yield from _find_repeats(inner, before, variant)
        before += _example([(code, argument)], variant)


def _inner(code: Any, argument: Any) -> list[Any]:
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.BRANCH:
        return list(argument[1])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [argument[1]]
    if code is codes.ATOMIC_GROUP:
        return [argument]
    if code is codes.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return []


def _example(items: Any, variant: int) -> str:
    """A text that the items match, as far as can be told item by item; variants choose other letters and alternatives."""
    said = ""
    for code, argument in items:
        if code is codes.LITERAL:
            said += chr(argument)
        elif code in (codes.NOT_LITERAL, codes.ANY, codes.IN):
            said += _letter(code, argument, variant)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            # Once where it may be left out, in the even variants: what is optional may be what leads to the repeat.
            said += _example(argument[2], variant) * min(max(argument[0], 1 - variant % 2), 3)
        elif code is codes.ASSERT and argument[0] < 0:
            said += _example(argument[1], variant)
        elif code is codes.BRANCH:
            said += _example(argument[1][variant % len(argument[1])], variant)
        elif code in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
            said += _example(_inner(code, argument)[0], variant)
    return said


def _letter(code: Any, argument: Any, variant: int) -> str:
    alphabet = _ALPHABETS[variant]
    if code is codes.ANY:
        return alphabet[0] if alphabet[0] != "\n" else alphabet[1]
    if code is codes.NOT_LITERAL:
        return next(letter for letter in alphabet if letter != chr(argument))
    for letter in alphabet:
        if _is_in(argument, letter):
            return letter
    first = next((part for part in argument if part[0] in (codes.LITERAL, codes.RANGE)), None)
    if first is None:
        return "a"
    return chr(first[1] if first[0] is codes.LITERAL else first[1][0])


def _is_in(members: Any, letter: str) -> bool:
    negated: bool = members[0][0] is codes.NEGATE
    return negated != any(_has(code, argument, letter) for code, argument in members)


def _has(code: Any, argument: Any, letter: str) -> bool:
    if code is codes.LITERAL:
        return bool(ord(letter) == argument)
    if code is codes.RANGE:
        return bool(argument[0] <= ord(letter) <= argument[1])
    if code is codes.CATEGORY:
        kind = str(argument).rpartition("_")[2]
        held = {"DIGIT": letter.isdigit(), "SPACE": letter.isspace(), "WORD": letter.isalnum() or letter == "_"}[kind]
        return held != ("_NOT_" in str(argument))
    return False


def measure(pattern: str | bytes, flags: int, mode: str, text: tuple[str, str, str], size: int, times: int = 2) -> float:
    """The least processor time of a few calls over about so many characters."""
    before, unit, ending = text
    whole = before + unit * (size // len(unit)) + ending
    target: Any = whole.encode("utf-8") if isinstance(pattern, bytes) else whole
    compiled: Any = re.compile(pattern, flags)
    call = {"fullmatch": compiled.fullmatch, "match": compiled.match, "search": lambda said: deque(compiled.finditer(said), 0)}[
        mode
    ]
    taken = []
    for _ in range(times):
        # Without a handler of ours the kernel ends this program, also in the midst of a match.
        signal.setitimer(signal.ITIMER_PROF, CALL_CAP)
        begin = time.process_time()
        call(target)
        taken.append(time.process_time() - begin)
        signal.setitimer(signal.ITIMER_PROF, 0)
    return min(taken)


def find_growth(pattern: str | bytes, flags: int, mode: str, announce: Callable[[object], None]) -> tuple[object, float] | None:
    """The first text over which the work grows clearly faster than the text, with how many times more four times the text takes."""
    for text in texts_against(pattern, flags):
        announce(text)
        if all(_is_suspect(pattern, flags, mode, text, times) for times in (1, 3, 5)):
            growth = _confirm(pattern, flags, mode, text)
            if growth:
                return text, growth
    return None


def _is_suspect(pattern: str | bytes, flags: int, mode: str, text: tuple[str, str, str], times: int) -> bool:
    small, large = (measure(pattern, flags, mode, text, size, times) for size in _SCREENED)
    return large > _FLOOR and large > _SUSPECT * small


def _confirm(pattern: str | bytes, flags: int, mode: str, text: tuple[str, str, str]) -> float:
    """How many times more four times the text takes, at the first size at which that takes long; 0 when it never is much more."""
    size = _SCREENED[1]
    taken = measure(pattern, flags, mode, text, size, 3)
    while size < _LARGEST:
        size *= 4
        before, taken = taken, measure(pattern, flags, mode, text, size, 3)
        if taken > _CLEAR:
            return taken / before if taken > _MOST_GROWTH * before else 0.0
    return 0.0


def main() -> None:
    """Read expressions, one a line; say of each what is tried, and what grows."""
    for line in sys.stdin:
        place, pattern, flags, mode, is_bytes = json.loads(line)
        _say(["begin", place])
        found = find_growth(pattern.encode("latin-1") if is_bytes else pattern, flags, mode, lambda text: _say(["try", text]))
        _say(["end", found, time.process_time()])


def _say(what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
