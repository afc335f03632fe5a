"""The judges: each looks at one promise of an answer and says yes or no, and why not.

A scorer returns None where its promise does not apply to the case. None of them knows how an answer came about.
"""

import hashlib
import re
from dataclasses import dataclass

from evals.cases import Case
from evals.evidence import FIRST_READ, TextOf, cut_citations, groups_shown
from evals.expressions import fold_text, occurs_in
from evals.numbers import is_written_in, stated_numbers, unsupported_numbers
from evals.reply import CitedText, Reply

MEASURES = {
    "bewijs-1000": "Bewijs in de eerste 1.000 tekens",
    "bewijs-geheel": "Al het bewijs aangehaald",
    "bewijs-deels": "Een deel van het bewijs aangehaald",
    "antwoord-goed": "Antwoord goed",
    "antwoord-1000": "Antwoord goed in de eerste 1.000 tekens",
    "lijst-volledig": "Lijst volledig",
    "terecht-beantwoord": "Terecht beantwoord",
    "terecht-geweigerd": "Terecht geweigerd",
    "reden-juist": "Reden van weigering juist",
    "citaten-heel": "Citaten ongebroken",
    "getallen-gedragen": "Getallen gedragen door de bron",
    "cijfer-goed": "Cijfervraag goed",
    "geen-foute-waarde": "Geen foute waarde gegeven",
}
"""Every measure with its Dutch heading, in the order of a report."""

MOST_NAMED = 5
"""An answer that quotes a whole table says as much with its first numbers."""

_CITATION_NUMBER = re.compile(r"\[(\d+)\]")
_FIGURE_TOPIC = re.compile(r"cijfers-.+|kengetallen|profielvergelijking|zorgprofielen")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one measure says of one answer; ``why`` is empty when it is good."""

    measure: str
    good: bool
    why: str = ""


def score_reply(case: Case, reply: Reply, text_of: TextOf) -> tuple[Verdict, ...]:
    """Every verdict that applies to this case and its answer, in the order of ``MEASURES``."""
    verdicts = (
        *score_evidence(case, reply, text_of),
        score_answer(case, reply),
        score_early_answer(case, reply),
        score_list(case, reply),
        score_status(case, reply),
        score_reason(case, reply),
        score_citations(reply, text_of),
        score_numbers(reply),
        score_figure(case, reply),
        score_wrong_value(case, reply),
    )
    return tuple(verdict for verdict in verdicts if verdict)


def score_failure(case: Case, why: str) -> tuple[Verdict, ...]:
    """The verdicts on a question that got no answer at all: whatever the case would be judged on is missed."""
    measures = ["terecht-geweigerd"]
    if case.answerable:
        measures = ["bewijs-geheel", "bewijs-deels", "antwoord-goed", "terecht-beantwoord"]
        measures += ["lijst-volledig"] if case.items else []
        measures += [] if case.long else ["bewijs-1000", "antwoord-1000"]
    # Who got no answer got no wrong value either.
    measures += ["cijfer-goed"] if asks_a_figure(case) else []
    return tuple(Verdict(measure, False, why) for measure in MEASURES if measure in measures)


def score_evidence(case: Case, reply: Reply, text_of: TextOf) -> tuple[Verdict, ...]:
    """Whether the citations show the evidence: all within the first 1,000 characters, all of it, and any of it."""
    if not case.answerable:
        return ()
    shown = groups_shown(case, reply.citations, text_of)
    missed = "; ".join(
        f"niet aangehaald: {group[0].text[:80]}" for group, found in zip(case.evidence, shown, strict=True) if not found
    )
    verdicts = [_verdict("bewijs-geheel", missed), Verdict("bewijs-deels", any(shown), "" if any(shown) else missed)]
    if not case.long:
        early = groups_shown(case, cut_citations(reply.citations, FIRST_READ), text_of)
        verdicts.insert(0, _verdict("bewijs-1000", missed or ("" if all(early) else "pas na 1.000 tekens aangehaald")))
    return tuple(verdicts)


def score_answer(case: Case, reply: Reply) -> Verdict | None:
    """Whether the answer says what it must, all of it, and nothing that it may not."""
    if not case.answerable:
        return None
    if reply.status != case.status:
        return Verdict("antwoord-goed", False, _wrong_status(case, reply))
    answer = fold_text(reply.text)
    faults = [f"mist: {wanted}" for wanted in (*case.required, *case.items) if not occurs_in(wanted, answer)]
    faults += [f"bevat: {unwanted}" for unwanted in case.forbidden if occurs_in(unwanted, answer)]
    if case.value is not None and not is_written_in(case.value, reply.text):
        faults.append(f"mist de waarde {case.value:g}")
    return _verdict("antwoord-goed", "; ".join(faults))


def score_early_answer(case: Case, reply: Reply) -> Verdict | None:
    """Whether the answer is still good when only its first 1,000 characters are read; not where the evidence is longer."""
    if case.long:
        return None
    verdict = score_answer(case, reply.model_copy(update={"text": reply.text[:FIRST_READ]}))
    return verdict and Verdict("antwoord-1000", verdict.good, verdict.why)


def score_list(case: Case, reply: Reply) -> Verdict | None:
    """Whether every item of the list is in the answer."""
    if not case.items:
        return None
    answer = fold_text(reply.text)
    missed = [item for item in case.items if not occurs_in(item, answer)]
    why = f"{len(case.items) - len(missed)} van {len(case.items)}; mist: {', '.join(missed)}" if missed else ""
    return _verdict("lijst-volledig", why)


def score_status(case: Case, reply: Reply) -> Verdict:
    """Whether the question was answered or refused as it should be."""
    measure = "terecht-beantwoord" if case.answerable else "terecht-geweigerd"
    return _verdict(measure, "" if reply.status == case.status else _wrong_status(case, reply))


def score_reason(case: Case, reply: Reply) -> Verdict | None:
    """Whether the reason of a refusal is one that the case accepts; only for refusals that are right."""
    if case.answerable or not case.reasons or reply.status != case.status:
        return None
    accepted = " of ".join(case.reasons)
    return _verdict(
        "reden-juist", "" if reply.reason in case.reasons else f"reden is {reply.reason}, had moeten zijn: {accepted}"
    )


def score_citations(reply: Reply, text_of: TextOf) -> Verdict | None:
    """Whether every quote is the canonical text sliced, and the numbers run 1 to n and are the ones the answer uses."""
    if reply.status != "beantwoord" and not reply.citations and not reply.nearest:
        return None
    faults = [fault for cited in (*reply.citations, *reply.nearest) if (fault := _broken_quote(cited, text_of))]
    return _verdict("citaten-heel", "; ".join(faults + _numbering_faults(reply)))


def score_numbers(reply: Reply) -> Verdict | None:
    """Whether every number in the answer stands in a citation, a figure or its formula."""
    if reply.status != "beantwoord":
        return None
    unsupported = unsupported_numbers(reply)
    return _verdict("getallen-gedragen", f"nergens aangehaald: {', '.join(unsupported)}" if unsupported else "")


def asks_a_figure(case: Case) -> bool:
    """Whether a case is about figures: with a value, of kind ``cijfer``, or to be refused under a topic of figures."""
    if case.answerable:
        return case.value is not None or case.kind == "cijfer"
    return _FIGURE_TOPIC.fullmatch(case.topic) is not None


def score_figure(case: Case, reply: Reply) -> Verdict | None:
    """Whether a question about figures got a good answer, or was refused where it must be."""
    if not asks_a_figure(case):
        return None
    judged = score_answer(case, reply) or score_status(case, reply)
    return _verdict("cijfer-goed", judged.why)


def score_wrong_value(case: Case, reply: Reply) -> Verdict | None:
    """Whether a question about figures was spared a wrong value; a refusal gives none, also where it should have answered."""
    if not asks_a_figure(case):
        return None
    return _verdict("geen-foute-waarde", _wrong_value(case, reply) if reply.status == "beantwoord" else "")


def _wrong_value(case: Case, reply: Reply) -> str:
    stated = stated_numbers(reply.text, case.question) or tuple(f"{figure.value:g}" for figure in reply.figures)
    if not stated or _says_something_right(case, reply):
        return ""
    wanted = f"{case.value:g}" if case.value is not None else " of ".join((*case.required, *case.items)) or "niets"
    return f"noemt {_name_some(tuple(dict.fromkeys(stated)))}, goed was geweest: {wanted}"


def _name_some(numbers: tuple[str, ...]) -> str:
    more = len(numbers) - MOST_NAMED
    return ", ".join(numbers[:MOST_NAMED]) + (f" en {more} meer" if more > 0 else "")


def _says_something_right(case: Case, reply: Reply) -> bool:
    # A list of which one figure is missing is not complete, but none of its figures is wrong.
    if case.value is not None:
        return is_written_in(case.value, reply.text)
    answer = fold_text(reply.text)
    return any(occurs_in(wanted, answer) for wanted in (*case.required, *case.items))


def _verdict(measure: str, why: str) -> Verdict:
    return Verdict(measure, not why, why)


def _wrong_status(case: Case, reply: Reply) -> str:
    reason = f" ({reply.reason})" if reply.reason else ""
    return f"status is {reply.status}{reason}, had moeten zijn: {case.status}"


def _broken_quote(cited: CitedText, text_of: TextOf) -> str:
    where = f"{cited.document_id} [{cited.begin}:{cited.end}]"
    try:
        text = text_of(cited.document_id)
    except LookupError:
        return f"onbekend document: {where}"
    if not cited.quote or text[cited.begin : cited.end] != cited.quote:
        return f"citaat is niet de tekst op zijn plaats: {where}"
    if cited.version != "sha256:" + hashlib.sha256(text.encode()).hexdigest():
        return f"documentVersie hoort niet bij de tekst: {where}"
    return ""


def _numbering_faults(reply: Reply) -> list[str]:
    faults = []
    numbers = [cited.number for cited in reply.citations]
    if numbers != list(range(1, len(numbers) + 1)):
        faults.append(f"nummers lopen niet van 1 tot n: {numbers}")
    used = {int(number) for number in _CITATION_NUMBER.findall(reply.text)}
    if unknown := used - set(numbers):
        faults.append(f"nummers zonder citaat: {sorted(unknown)}")
    if reply.status == "beantwoord" and not used:
        faults.append("het antwoord noemt geen enkel citaat")
    return faults
