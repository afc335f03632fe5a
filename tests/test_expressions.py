"""No expression over free text takes more than linear time: each is tried on the texts that make it work hardest."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from indexer.dutch_dates import MONTHS
from service.figures.asking import profile_names
from tests.expressions import PACKAGES, Expression, find_expressions, import_modules
from tests.growth import find_offenders

# Expressions that are put together as the code runs, with what they are then: the places where the source alone can't tell.
_PUT_TOGETHER = {
    "indexer.figures.table._cut_cells": (r"\t", r"\|", r" {2,}", r" +"),
    "service.figures.asking.profile_names._name_patterns": profile_names._name_patterns(("GGZ03W", "LG07", "VV4B")),
    "service.follow_ups.bare_questions._list_again": (r"\bhoeveel\b", r"\bhow many\b", r"\bwelke\b"),
    "service.pages.answer_view._emphasise": (r"((?<![\d.,])(?:1\.234|5)(?![\d]|[.,]\d))",),
    # Expressions of our own in the regression questions, over answers of our own.
    "evals.expressions.check_expression": (),
    "evals.expressions.occurs_in": (),
    # Slices of the training documents, over those documents.
    "evals.training.lessons._find_slices": (),
}


def test_no_expression_takes_more_than_linear_time() -> None:
    expressions, unknown = find_expressions(import_modules())
    assert set(unknown) == set(_PUT_TOGETHER)
    for place, patterns in _PUT_TOGETHER.items():
        expressions += [
            Expression(place, one.pattern if isinstance(one, re.Pattern) else one, int(re.IGNORECASE), "search")
            for one in patterns
        ]
    assert find_offenders(expressions) == {}


_QUADRATIC: tuple[tuple[str | bytes, str], ...] = (
    (r"\s+x", "search"),
    (r"[\w.+-]+@[\w-]+", "search"),
    (r"de\s+(?:het)?\s*groei", "match"),
    (r"[\d.\s-]*\d[\d.\s]*", "fullmatch"),
)
_EXPONENTIAL: tuple[tuple[str | bytes, str], ...] = (
    (r"(?:a+)+b", "match"),
    (rb"\s*(?:<!--.*?-->\s*)*<html", "match"),
)
_LINEAR: tuple[tuple[str | bytes, str], ...] = (
    (r"(?<!\s)\s+x", "search"),
    (r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+", "search"),
    (r"\[([^\[\]]*)\]\(", "search"),
    (rf"\b(?:{'|'.join(MONTHS)})\s+(?:van\s+)?\d+", "search"),
    (r"\s+x", "match"),
    (r"(?:a++)+b", "match"),
)


def test_what_takes_more_than_linear_time_is_found_and_nothing_else() -> None:
    given = {str(number): one for number, one in enumerate((*_QUADRATIC, *_EXPONENTIAL, *_LINEAR))}
    found = find_offenders([Expression(place, pattern, 0, mode) for place, (pattern, mode) in given.items()])
    assert [given[place] for place in found] == [*_QUADRATIC, *_EXPONENTIAL]


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]


_SOURCE = """
import re
ALONE = re.compile("alone")
WHOLE = re.compile("whole")
FIRST = re.compile("first")
HANDED_ON = re.compile("handed on")
PAIRS = ((re.compile("pair"), 1), (re.compile("other"), 2))
NAMED = {"a": [re.compile("named")]}
WORDS = "een|twee"

def look(text, found):
    ALONE.search(text), WHOLE.fullmatch(text), FIRST.match(text), found(HANDED_ON)
    for pattern, number in PAIRS:
        number += bool(pattern.match(text))
    re.sub(r"called", "", text), re.fullmatch("fully", text, re.IGNORECASE), re.search(rf"{WORDS}|{text}", text)
    re.search(text, text)
"""


def test_expressions_are_found_wherever_they_stand_with_how_they_are_matched(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text(_SOURCE)
    module = ModuleType("planted")
    module.__file__ = str(tmp_path / "planted.py")
    exec(_SOURCE, vars(module))
    vars(module)["RULE"] = _Rule(re.compile("in a dataclass"))
    found, unknown = find_expressions([module])
    assert {str(one.pattern): one.mode for one in found} == {
        **{"alone": "search", "whole": "fullmatch", "first": "match", "handed on": "search", "pair": "match", "other": "match"},
        **{"named": "search", "called": "search", "fully": "fullmatch", "een|twee|woord": "search"},
        "in a dataclass": "search",
    }
    assert {one.flags for one in found if one.pattern == "fully"} == {int(re.IGNORECASE)}
    assert unknown == ["planted.look"]


def test_every_module_with_expressions_is_looked_at() -> None:
    names = {module.__name__ for module in import_modules()}
    assert {name for name in sys.modules if name.partition(".")[0] in PACKAGES} <= names
