"""Runs the regression set: asks every question, has each answer judged, keeps it all with what it was measured on."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from evals.cases import Case
from evals.evidence import TextOf
from evals.reply import Reply, ReplyError, read_reply
from evals.scorers import Verdict, score_failure, score_reply

Ask = Callable[[dict[str, object]], object]
"""From the JSON of a request to ``POST /v1/vragen`` to the JSON of its response; raises ``AskError``."""


class AskError(RuntimeError):
    """A question that got no answer: the service failed, refused the request, or could not be reached."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case with what was answered and what the judges say. ``milliseconds`` is the time until the answer was there."""

    case_id: str
    case_fingerprint: str
    kind: str
    topic: str
    split: str
    question: str
    status: str
    reason: str | None
    answer: str
    milliseconds: float
    verdicts: tuple[Verdict, ...]

    def verdict_on(self, measure: str) -> Verdict | None:
        """The verdict on a measure, or None where it does not apply."""
        return next((verdict for verdict in self.verdicts if verdict.measure == measure), None)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What was measured: two runs with the same fingerprint must have the same verdicts."""

    index_version: str
    built_at: str
    model: str
    cases: str


@dataclass(frozen=True, slots=True)
class RunResult:
    """A whole run: what it was measured on and every outcome, in the order of the cases."""

    fingerprint: Fingerprint
    outcomes: tuple[Outcome, ...]


def run_evals(cases: Iterable[Case], ask: Ask, text_of: TextOf, model: str) -> RunResult:
    """Asks every case through ``ask`` and judges the answers; ``model`` is only recorded.

    A question that fails is an outcome with status "fout", never the end of the run.
    """
    outcomes = []
    indexes: Counter[tuple[str, str]] = Counter()
    for case in cases:
        outcome, reply = _run_case(case, ask, text_of)
        outcomes.append(outcome)
        if reply:
            indexes[reply.index.version, reply.index.built_at] += 1
    version, built_at = indexes.most_common(1)[0][0] if indexes else ("onbekend", "")
    if len(indexes) > 1:
        version = "wisselend: " + ", ".join(sorted(name for name, _ in indexes))
    fingerprint = Fingerprint(version, built_at, model, fingerprint_cases(outcomes))
    return RunResult(fingerprint, tuple(outcomes))


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
        return _outcome(case, reply.status, reply.reason, reply.text, milliseconds, score_reply(case, reply, text_of)), reply
    except (AskError, ReplyError) as fault:
        milliseconds = 1000 * (time.perf_counter() - begin)
        return _outcome(case, "fout", None, str(fault), milliseconds, score_failure(case, str(fault))), None


def _outcome(
    case: Case, status: str, reason: str | None, answer: str, milliseconds: float, verdicts: tuple[Verdict, ...]
) -> Outcome:
    return Outcome(
        case_id=case.id,
        case_fingerprint=case.fingerprint,
        kind=case.kind,
        topic=case.topic,
        split=case.split,
        question=case.question,
        status=status,
        reason=reason,
        answer=answer,
        milliseconds=round(milliseconds, 1),
        verdicts=verdicts,
    )
