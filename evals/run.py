"""Runs the regression set: asks every question, has each answer judged, keeps it all with what it was measured on."""

import hashlib
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from evals.asking import Ask, AskError, Subject
from evals.cases import Case
from evals.evidence import TextOf
from evals.reply import Reply, ReplyError, read_reply
from evals.scorers import Verdict, score_failure, score_reply


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case with what was answered and what the judges say.

    ``confidence`` is the ``zekerheid`` of the answer, None where it names none; ``cited`` counts the characters of its citations;
    ``milliseconds`` is the time until the answer was there.
    """

    case_id: str
    case_fingerprint: str
    kind: str
    topic: str
    split: str
    question: str
    status: str
    reason: str | None
    answer: str
    confidence: float | None
    cited: int
    milliseconds: float
    verdicts: tuple[Verdict, ...]

    @property
    def answered(self) -> bool:
        """Whether an answer was given, right or wrong."""
        return self.status == "beantwoord"

    @property
    def answerable(self) -> bool:
        """Whether the documents hold the answer: the judges of answering spoke, not those of refusing."""
        return self.verdict_on("terecht-beantwoord") is not None

    @property
    def faults(self) -> tuple[Verdict, ...]:
        """The verdicts that are not good."""
        return tuple(verdict for verdict in self.verdicts if not verdict.good)

    def verdict_on(self, measure: str) -> Verdict | None:
        """The verdict on a measure, or None where it does not apply."""
        return next((verdict for verdict in self.verdicts if verdict.measure == measure), None)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What was measured: two runs with the same fingerprint must have the same verdicts."""

    index_version: str
    built_at: str
    model: str
    corpus: str
    code: str
    cases: str


@dataclass(frozen=True, slots=True)
class BaselineRun:
    """What a plain way of searching makes of the same cases; the answers themselves, whole chunks, are not kept."""

    name: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class RunResult:
    """A whole run: what it was measured on and every outcome, in the order of the cases; beside it the baselines."""

    fingerprint: Fingerprint
    outcomes: tuple[Outcome, ...]
    baselines: tuple[BaselineRun, ...] = ()


def run_evals(cases: Iterable[Case], subject: Subject) -> RunResult:
    """Asks the subject every case and judges the answers.

    A question that fails is an outcome with status "fout", never the end of the run.
    """
    outcomes = []
    indexes: Counter[tuple[str, str]] = Counter()
    for case in cases:
        outcome, reply = _run_case(case, subject.ask, subject.text_of)
        outcomes.append(outcome)
        if reply:
            indexes[reply.index.version, reply.index.built_at] += 1
    version, built_at = indexes.most_common(1)[0][0] if indexes else ("onbekend", "")
    if len(indexes) > 1:
        version = "wisselend: " + ", ".join(sorted(name for name, _ in indexes))
    asked = fingerprint_cases(outcomes)
    return RunResult(Fingerprint(version, built_at, subject.model, subject.corpus, subject.code, asked), tuple(outcomes))


def run_baseline(name: str, cases: Iterable[Case], ask: Ask, text_of: TextOf) -> BaselineRun:
    """Asks a plain way of searching the same cases, judged by the same judges."""
    return BaselineRun(name, tuple(replace(_run_case(case, ask, text_of)[0], answer="") for case in cases))


def fingerprint_cases(outcomes: Iterable[Outcome]) -> str:
    """One fingerprint of all the cases of a run, whatever their order."""
    parts = sorted(f"{outcome.case_id}:{outcome.case_fingerprint}" for outcome in outcomes)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def case_to_request(case: Case) -> dict[str, object]:
    """The request that a caller would send for this case."""
    request: dict[str, object] = {"vraag": case.question}
    if case.turns:
        request["gesprek"] = [{"vraag": turn.question, "antwoord": turn.answer} for turn in case.turns]
    return request


def _run_case(case: Case, ask: Ask, text_of: TextOf) -> tuple[Outcome, Reply | None]:
    begin = time.perf_counter()
    try:
        response = ask(case_to_request(case))
        milliseconds = 1000 * (time.perf_counter() - begin)
        reply = read_reply(response)
    except (AskError, ReplyError) as fault:
        milliseconds = 1000 * (time.perf_counter() - begin)
        return _make_outcome(case, None, str(fault), milliseconds, score_failure(case, str(fault))), None
    return _make_outcome(case, reply, reply.text, milliseconds, score_reply(case, reply, text_of)), reply


def _make_outcome(case: Case, reply: Reply | None, said: str, milliseconds: float, verdicts: tuple[Verdict, ...]) -> Outcome:
    """The outcome of a case; without a reply it failed, and ``said`` is why."""
    return Outcome(
        case_id=case.id,
        case_fingerprint=case.fingerprint,
        kind=case.kind,
        topic=case.topic,
        split=case.split,
        question=case.question,
        status=reply.status if reply else "fout",
        reason=reply.reason if reply else None,
        answer=said,
        confidence=reply.confidence if reply else None,
        cited=sum(citation.end - citation.begin for citation in reply.citations) if reply else 0,
        milliseconds=round(milliseconds, 1),
        verdicts=verdicts,
    )
