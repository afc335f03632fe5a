"""Every regular expression that our code has, found in its modules and in its source, with how each is matched."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from types import ModuleType

PACKAGES = ("corpus", "indexer", "service", "evals")

# From the narrowest: what the next one tries includes what this one tries.
MODES = ("unseen", "fullmatch", "match", "search")
_MODE_OF = {"fullmatch": "fullmatch", "match": "match"} | dict.fromkeys(
    ("search", "finditer", "findall", "sub", "subn", "split"), "search"
)
# What a value that is only known when the code runs is replaced by.
_SOME_WORDS = "woord"


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression, where it stands, and the widest way in which it is matched."""

    place: str
    pattern: str | bytes
    flags: int
    mode: str


def import_modules() -> list[ModuleType]:
    """Every module of the four packages."""
    found = []
    for name in PACKAGES:
        package = importlib.import_module(name)
        found.append(package)
        found += [importlib.import_module(module.name) for module in pkgutil.walk_packages(package.__path__, f"{name}.")]
    return found


def find_expressions(modules: list[ModuleType]) -> tuple[list[Expression], list[str]]:
    """The expressions of these modules, each once, and the places of calls whose expression can't be told from the source."""
    trees = {module.__name__: ast.parse(Path(str(module.__file__)).read_bytes()) for module in modules}
    found: dict[tuple[str | bytes, int], Expression] = {}
    unknown = []
    for module in modules:
        uses = _find_uses(trees[module.__name__])
        for name, value in list(vars(module).items()):
            for pattern in _find_patterns(value):
                mode = uses.get(name, "unseen")
                _add(found, Expression(f"{module.__name__}.{name}", pattern.pattern, pattern.flags & ~re.UNICODE, mode))
        for expression in _find_called(module, trees[module.__name__]):
            if isinstance(expression, str):
                unknown.append(expression)
            else:
                _add(found, expression)
    # What no module matches by its name may be matched in any way.
    return [replace(one, mode="search") if one.mode == "unseen" else one for one in found.values()], unknown


def _add(found: dict[tuple[str | bytes, int], Expression], new: Expression) -> None:
    key = (new.pattern, new.flags)
    known = found.get(key)
    if known is None or MODES.index(new.mode) > MODES.index(known.mode):
        found[key] = new


def _find_patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """The compiled expressions in a value: itself, in a collection, or in a field of a dataclass of ours."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 5:
        for part in _parts_of(value):
            yield from _find_patterns(part, depth + 1)


def _parts_of(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, type) and value.__module__.partition(".")[0] in PACKAGES:
        return list(vars(value).values())
    return []


def _find_uses(tree: ast.AST) -> dict[str, str]:
    """The widest way in which each name is matched; a name that is handed on may be matched anywhere.

    A collection that is gone through is matched as its parts are, by their names in the loop.
    """
    nodes = list(ast.walk(tree))
    ways: dict[ast.AST, str] = {
        node.value: _MODE_OF.get(node.attr, "fullmatch") for node in nodes if isinstance(node, ast.Attribute)
    }
    ways |= {part: "fullmatch" for node in nodes if isinstance(node, ast.Compare) for part in ast.iter_child_nodes(node)}
    for loop, target, collection in _find_loops(nodes):
        names = {name.id for name in _names_in(target)}
        # In a loop over pairs only one of the two is an expression: the one that something is matched with.
        matched = {way.id for part in loop for way in _matched_names(part)} & names or names
        inside = [_find_uses(part) for part in loop]
        widest = max((uses.get(name, "fullmatch") for uses in inside for name in matched), key=MODES.index)
        ways = dict.fromkeys(_names_in(collection), widest) | ways
    uses: dict[str, str] = {}
    for name in _names_in(tree):
        if isinstance(name.ctx, ast.Load):
            uses[name.id] = max(ways.get(name, "search"), uses.get(name.id, "fullmatch"), key=MODES.index)
    return uses


def _find_loops(nodes: list[ast.AST]) -> Iterator[tuple[list[ast.AST], ast.AST, ast.AST]]:
    """What is done with each, the name of each, and what they are of."""
    for node in nodes:
        if isinstance(node, ast.For):
            yield list(node.body), node.target, node.iter
        for each in getattr(node, "generators", ()):
            yield [part for part in ast.iter_child_nodes(node) if part is not each] + each.ifs, each.target, each.iter


def _matched_names(tree: ast.AST) -> list[ast.Name]:
    owners = [node.value for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in _MODE_OF]
    return [owner for owner in owners if isinstance(owner, ast.Name)]


def _names_in(node: ast.AST) -> list[ast.Name]:
    return [part for part in ast.walk(node) if isinstance(part, ast.Name)]


def _find_called(module: ModuleType, tree: ast.Module) -> Iterator[Expression | str]:
    """The expressions that functions hand to ``re`` as they run; the place alone of one that can't be told."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "re":
                mode = "search" if node.func.attr == "compile" else _MODE_OF.get(node.func.attr)
                place = f"{module.__name__}.{function.name}"
                if mode is None:
                    continue
                pattern = _read_value(node.args[0], module)
                if isinstance(pattern, str | bytes):
                    yield Expression(place, pattern, _read_flags(node), mode)
                elif not isinstance(pattern, re.Pattern):
                    yield place


def _read_value(node: ast.expr, module: ModuleType) -> object:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(_read_value(part, module) or _SOME_WORDS) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        node = node.value
    try:
        return eval(compile(ast.Expression(node), "<expression>", "eval"), vars(module))
    except NameError:
        return None


def _read_flags(call: ast.Call) -> int:
    written = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
    names = {part.attr for node in written for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    return sum(int(flag) for name, flag in re.RegexFlag.__members__.items() if name in names and name != "NOFLAG")
