"""Groups the passages that stand together: what a passage's surroundings are about says what it is about itself.

A short document is one group; of a long one, each chapter or section that is short enough.
"""

from collections.abc import Sequence
from itertools import groupby

from corpus.types import Passage

# Passages. The answers of citizens' questions on which contexts were measured have four to five sections each.
LARGEST_CONTEXT = 12


def group_passages(passages: Sequence[Passage]) -> tuple[int, ...]:
    """The number of each passage's group, from 0, in the order of the passages. A group never spans two documents."""
    groups: list[list[int]] = []
    for _, rows in groupby(range(len(passages)), key=lambda row: passages[row].document_id):
        groups += _split(list(rows), passages, 0)
    numbers = {row: number for number, rows in enumerate(groups) for row in rows}
    return tuple(numbers[row] for row in range(len(passages)))


def _split(rows: list[int], passages: Sequence[Passage], depth: int) -> list[list[int]]:
    """These rows as one group where they are few, else parted by the heading at this depth of their path."""
    if len(rows) <= LARGEST_CONTEXT:
        return [rows]
    if all(len(passages[row].path) <= depth for row in rows):
        return [rows[begin : begin + LARGEST_CONTEXT] for begin in range(0, len(rows), LARGEST_CONTEXT)]
    parts = [list(part) for _, part in groupby(rows, key=lambda row: passages[row].path[: depth + 1])]
    return [group for part in parts for group in _split(part, passages, depth + 1)]
