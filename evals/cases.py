"""The regression set: reads ``cases/*.jsonl`` into ``Case`` and refuses, by file and line, whatever is not as agreed.

What each field means is in ``cases/README.md``; the Dutch names of the fields occur here only.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from evals.expressions import check_expression
from service.types import Reason, Status, Turn

Split = Literal["ontwikkeling", "toets"]
CASES_FOLDER = Path(__file__).parent / "cases"


class CasesError(ValueError):
    """A case file that cannot be used; the message names file, line and what to do."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document that answer the question, as they stand in its source.

    ``after`` is what stands right before them, where the words alone stand in several places (a cell of a table).
    """

    document_id: str
    text: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what a right answer must hold, judged from the documents alone.

    ``evidence`` is a tuple of groups: every group is needed, any one quote of a group will do. ``long`` says that the evidence
    does not fit in the first 1,000 characters of citations. ``fingerprint`` changes with every change of the case.
    """

    id: str
    kind: str
    topic: str
    split: Split
    question: str
    turns: tuple[Turn, ...]
    status: Status
    reasons: tuple[Reason, ...]
    evidence: tuple[tuple[Quote, ...], ...]
    required: tuple[str, ...]
    items: tuple[str, ...]
    forbidden: tuple[str, ...]
    value: float | None
    long: bool
    fingerprint: str

    @property
    def answerable(self) -> bool:
        """Whether the documents hold the answer."""
        return self.status == "beantwoord"


def _checked_expression(expression: str) -> str:
    check_expression(expression)
    return expression


_Expression = Annotated[str, AfterValidator(_checked_expression)]
_Text = Annotated[str, Field(min_length=1)]


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _QuoteLine(_Line):
    document: _Text
    citaat: _Text
    na: str = ""


class _ChoiceLine(_Line):
    one_of: list[_QuoteLine] = Field(min_length=2, alias="eenVan")


class _TurnLine(_Line):
    vraag: _Text
    antwoord: _Text


class _CaseLine(_Line):
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    kind: _Text
    topic: _Text
    split: Split
    vraag: _Text
    gesprek: list[_TurnLine] = []
    status: Status
    reden: list[Reason] = []
    bewijs: list[_QuoteLine | _ChoiceLine] = []
    moet: list[_Expression] = []
    lijst: list[_Expression] = []
    mag_niet: list[_Expression] = Field(default=[], alias="magNiet")
    waarde: float | int | None = None
    lang: bool = False

    @model_validator(mode="after")
    def _agrees_with_its_status(self) -> "_CaseLine":
        if self.status == "beantwoord":
            if not self.bewijs:
                raise ValueError("een te beantwoorden vraag heeft bewijs nodig: vul 'bewijs' in")
            if not (self.moet or self.lijst or self.waarde is not None):
                raise ValueError("niets om het antwoord aan te toetsen: vul 'moet', 'lijst' of 'waarde' in")
            if self.reden:
                raise ValueError("een reden hoort bij een weigering: haal 'reden' weg")
        elif self.bewijs or self.moet or self.lijst or self.waarde is not None:
            raise ValueError(f"status is {self.status}: haal 'bewijs', 'moet', 'lijst' en 'waarde' weg")
        return self

    def to_case(self) -> Case:
        """The line as a ``Case``."""
        written = json.dumps(self.model_dump(), ensure_ascii=False, sort_keys=True)
        return Case(
            id=self.id,
            kind=self.kind,
            topic=self.topic,
            split=self.split,
            question=self.vraag,
            turns=tuple(Turn(turn.vraag, turn.antwoord) for turn in self.gesprek),
            status=self.status,
            reasons=tuple(self.reden),
            evidence=tuple(_quotes_of(entry) for entry in self.bewijs),
            required=tuple(self.moet),
            items=tuple(self.lijst),
            forbidden=tuple(self.mag_niet),
            value=None if self.waarde is None else float(self.waarde),
            long=self.lang,
            fingerprint=hashlib.sha256(written.encode()).hexdigest()[:12],
        )


def _quotes_of(entry: _QuoteLine | _ChoiceLine) -> tuple[Quote, ...]:
    lines = [entry] if isinstance(entry, _QuoteLine) else entry.one_of
    return tuple(Quote(line.document, line.citaat, line.na) for line in lines)


def load_cases(paths: Iterable[Path] = ()) -> tuple[Case, ...]:
    """The cases of these files, or of every file in ``cases/``, in order of file and line.

    Raises ``CasesError`` for a file that is missing or empty, a line that is not as agreed, an id used twice, and a topic that
    stands in both halves (what is tuned on one half would then be measured on the other).
    """
    cases: dict[str, Case] = {}
    split_of_topic: dict[str, str] = {}
    for path in tuple(paths) or sorted(CASES_FOLDER.glob("*.jsonl")):
        for number, case in _read_file(path):
            where = f"{path.name}, regel {number}"
            if case.id in cases:
                raise CasesError(f"{where}: het id '{case.id}' is al gebruikt; geef deze vraag een eigen id.")
            if split_of_topic.setdefault(case.topic, case.split) != case.split:
                raise CasesError(f"{where}: onderwerp '{case.topic}' staat al in de andere helft; zet het in één helft.")
            cases[case.id] = case
    return tuple(cases.values())


def _read_file(path: Path) -> list[tuple[int, Case]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise CasesError(f"{path}: niet te lezen ({fault}); geef een bestand met één vraag in JSON per regel.") from fault
    cases = [(number, _read_line(line, f"{path.name}, regel {number}")) for number, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        raise CasesError(f"{path.name}: er staan geen vragen in; zet er één vraag in JSON per regel in.")
    return cases


def _read_line(line: str, where: str) -> Case:
    try:
        return _CaseLine.model_validate_json(line).to_case()
    except ValidationError as fault:
        raise CasesError(f"{where}: {_describe_faults(fault)}") from fault


def _describe_faults(fault: ValidationError) -> str:
    described = []
    for error in fault.errors():
        field = ".".join(str(step) for step in error["loc"] if not str(step).startswith("_"))
        match error["type"]:
            case "json_invalid":
                described.append("geen geldige JSON; controleer haakjes, aanhalingstekens en komma's")
            case "missing":
                described.append(f"'{field}' ontbreekt; vul het in")
            case "extra_forbidden":
                described.append(f"'{field}' is geen bekend veld; verbeter de naam of haal het weg")
            case "value_error":
                described.append(f"{field + ': ' if field else ''}{error['ctx']['error']}")
            case _:
                described.append(f"'{field}' klopt niet; zie evals/cases/README.md voor wat daar mag staan")
    return "; ".join(dict.fromkeys(described)) + "."
