"""The published numbers of the last evaluation: what the page about may say of how good the answers are.

``python -m evals publish`` writes them. The service reads a file because it may not import what measures it.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

PUBLISHED_FILE = Path(__file__).parent / "evaluation.json"
PUBLISH_COMMAND = "python -m evals publish"


class EvaluationError(ValueError):
    """Published numbers that can't be used; the message names the file and what to do."""


class _Published(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PublishedShare(_Published):
    """``good`` of ``total`` on one measure, with its Dutch heading."""

    measure: str
    heading: str
    good: int = Field(ge=0)
    total: int = Field(ge=1)

    @model_validator(mode="after")
    def _refuse_more_than_all(self) -> "PublishedShare":
        if self.good > self.total:
            raise ValueError("more good than there are")
        return self

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.good / self.total


class PublishedKind(_Published):
    """How many questions of a kind were answered well, or for questions without an answer: rightly refused."""

    kind: str
    good: int = Field(ge=0)
    total: int = Field(ge=1)


class PublishedGroup(_Published):
    """The numbers of all questions ("alles") or of a half ("ontwikkeling", "toets"); ``values`` are shares of the group as a whole."""

    name: str
    questions: int = Field(ge=1)
    shares: tuple[PublishedShare, ...]
    values: dict[str, float]
    kinds: tuple[PublishedKind, ...]

    def share_of(self, measure: str) -> PublishedShare | None:
        """The share on a measure, None where it was not measured."""
        return next((share for share in self.shares if share.measure == measure), None)


class Evaluation(_Published):
    """A whole evaluation. ``code`` is the fingerprint of the code that was measured, ``cases`` that of the questions."""

    measured_on: date = Field(strict=False)
    index_version: str
    model: str
    code: str
    cases: str
    groups: tuple[PublishedGroup, ...]

    def group(self, name: str) -> PublishedGroup | None:
        """The numbers of a half or of the whole, None where they were not published."""
        return next((group for group in self.groups if group.name == name), None)


def read_evaluation(path: Path = PUBLISHED_FILE) -> Evaluation | None:
    """The published numbers, None where nothing is published. Raises ``EvaluationError``."""
    if not path.is_file():
        return None
    try:
        return Evaluation.model_validate_json(path.read_bytes())
    except ValidationError as fault:
        raise EvaluationError(
            f"{path.name}: geen uitslag van deze versie; schrijf hem opnieuw met '{PUBLISH_COMMAND}'."
        ) from fault


@cache
def load_evaluation() -> Evaluation | None:
    """The same of the file that comes with the service, read once."""
    return read_evaluation()


def write_evaluation(evaluation: Evaluation, path: Path = PUBLISHED_FILE) -> None:
    """Writes the numbers where the service reads them."""
    path.write_text(evaluation.model_dump_json(indent=1) + "\n", encoding="utf-8")


def share_out_hundred(counts: Sequence[int]) -> tuple[int, ...]:
    """The counts as whole numbers out of a hundred that add up to a hundred: what is left goes to the largest remainders."""
    total = sum(counts)
    if not total:
        return tuple(0 for _ in counts)
    exact = [100 * count / total for count in counts]
    shared = [int(number) for number in exact]
    largest = sorted(range(len(counts)), key=lambda place: shared[place] - exact[place])
    for place in largest[: 100 - sum(shared)]:
        shared[place] += 1
    return tuple(shared)
