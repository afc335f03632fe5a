"""Texts that make an expression do the most work, made from the expression itself: what it repeats, repeated, and no end.

Each text is what leads to a repeat, what the repeat matches, and what makes the match fail behind it.
"""

from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# A repeat of at most so many is taken to be of fixed cost, a longer one may multiply with another.
_BOUNDED = 20
_ALPHABETS = ("a1 .-\n\"é_A,(:\t'", "1 a-.,\n_é", " \n\ta.1-", ".-\"',:;(*[/_ a1\n")
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
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def can_grow(pattern: str | bytes, flags: int) -> bool:
    """Whether anything in the expression may repeat at length; without that a match has a fixed longest cost."""
    return any(True for _ in _find_repeats(_parse(pattern, flags), "", 0))


def texts_against(pattern: str | bytes, flags: int) -> Iterator[tuple[str, str, str]]:
    """What to begin with, to repeat and to end with: each once."""
    parsed = _parse(pattern, flags)
    repeated = [body for _, body in _find_repeats(parsed, "", 0)]
    made = dict.fromkeys(
        ("", unit, "") for unit in _GENERIC if any(_may_hold(body, letter) for body in repeated for letter in unit)
    )
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


def _may_hold(items: Any, letter: str) -> bool:
    """Whether anything in the items matches the letter."""
    return any(
        _is_in([(code, argument)], letter.lower()) or any(_may_hold(inner, letter) for inner in _inner(code, argument))
        for code, argument in items
    )


def _parse(pattern: str | bytes, flags: int) -> Any:
    return parser.parse(pattern, flags)


def _find_repeats(items: Any, before: str, variant: int) -> Iterator[tuple[str, Any]]:
    """Every long repeat: what leads to it, and what it repeats."""
    for code, argument in items:
        if code in _REPEATS and argument[1] > _BOUNDED:
            yield before, argument[2]
        for inner in _inner(code, argument):
            yield from _find_repeats(inner, before, variant)
        before += _example([(code, argument)], variant)


def _inner(code: Any, argument: Any) -> list[Any]:
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code in _REPEATS:
        return [argument[2]]
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
        elif code in _REPEATS:
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
    negated = members[0][0] is codes.NEGATE
    return negated != any(_has(code, argument, letter) for code, argument in members)


def _has(code: Any, argument: Any, letter: str) -> bool:
    if code is codes.ANY:
        return letter != "\n"
    if code in (codes.LITERAL, codes.NOT_LITERAL):
        return bool((ord(letter) == argument) == (code is codes.LITERAL))
    if code is codes.IN:
        return _is_in(argument, letter)
    if code is codes.RANGE:
        return bool(argument[0] <= ord(letter) <= argument[1])
    if code is codes.CATEGORY:
        kind = str(argument).rpartition("_")[2]
        held = {"DIGIT": letter.isdigit(), "SPACE": letter.isspace(), "WORD": letter.isalnum() or letter == "_"}[kind]
        return held != ("_NOT_" in str(argument))
    return False
