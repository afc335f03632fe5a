"""Turns the verdict on a wording into what the page lays out: a line that sums it up, and two columns with the differences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from indexer.store import OpenIndex
from service.pages.permalink import make_permalink
from service.types import Citation
from service.wordings.changes import are_form_only, describe_changes, list_changes
from service.wordings.checking import MOST_MATCHES, StatementForm, Verdict, WordingMatch, WordingVerdict
from service.wordings.differences import Difference
from service.wordings.meaning import list_warnings, warn_of_rest
from service.wordings.text import split_words

PieceForm = Literal["same", "changed", "gap", "rest"]

TITLES: dict[Verdict, str] = {
    "letterlijk": "Staat er letterlijk",
    "afwijkend": "Staat er anders",
    "niet-gevonden": "Niet gevonden",
}
_EXPLANATIONS: dict[Verdict, str] = {
    "letterlijk": (
        "Deze woorden staan zo in de documenten. Alleen spaties, regeleinden, aanhalingstekens, streepjes, de eerste hoofdletter of "
        "de laatste punt kunnen verschillen."
    ),
    "afwijkend": "Iets wat hierop lijkt staat in de documenten, maar niet precies zo.",
    "niet-gevonden": "Deze woorden staan niet in de documenten. Er is ook niets dat er genoeg op lijkt.",
}
_NAMES: dict[StatementForm, tuple[str, str]] = {
    "zin": ("Zin", "zinnen"),
    "citaat": ("Citaat", "citaten"),
    "deel": ("Deel", "delen"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one column: equal, changed, a gap where the other column has words, or the rest of the source's sentence.

    ``joint`` stands between this piece and the next: the rest of a sentence brings its own white space or comma.
    """

    form: PieceForm
    text: str
    joint: str = " "


@dataclass(frozen=True, slots=True)
class ComparedPlace:
    """One place in a source beside the pasted words; ``summary`` says in one line what differs, empty where nothing does."""

    citation: Citation
    permalink: str
    percentage: int
    summary: str
    warnings: tuple[str, ...]
    own: tuple[Piece, ...]
    source: tuple[Piece, ...]
    is_cut_off: bool


@dataclass(frozen=True, slots=True)
class CheckedStatement:
    """A sentence of the pasted text, or all of it, with its places, best first; ``heading`` is empty where it is all of it."""

    heading: str
    text: str
    verdict: Verdict
    places: tuple[ComparedPlace, ...]


@dataclass(frozen=True, slots=True)
class WordingView:
    """The verdict as a whole, said in a title, one line and an explanation; below it each statement."""

    verdict: Verdict
    title: str
    summary: str
    explanation: str
    statements: tuple[CheckedStatement, ...]


def view_wording(verdict: WordingVerdict, text: str, index: OpenIndex) -> WordingView:
    """What the page shows of this verdict on the pasted text."""
    if verdict.statements:
        return _view_statements(verdict, index)
    whole = CheckedStatement("", text, verdict.verdict, _view_places(verdict.matches, index))
    title, summary = TITLES[verdict.verdict], whole.places[0].summary if whole.places else ""
    if verdict.verdict == "letterlijk" and len(whole.places) > 1:
        summary = f"Op {'ten minste ' if len(whole.places) == MOST_MATCHES else ''}{len(whole.places)} plaatsen"
    return WordingView(verdict.verdict, title, summary, _EXPLANATIONS[verdict.verdict], (whole,))


def _view_statements(verdict: WordingVerdict, index: OpenIndex) -> WordingView:
    judged = verdict.statements
    statements = tuple(
        CheckedStatement(
            f"{_NAMES[statement.form][0]} {number}: {TITLES[statement.verdict][:1].lower()}{TITLES[statement.verdict][1:]}",
            statement.text,
            statement.verdict,
            _view_places(statement.matches, index),
        )
        for number, statement in enumerate(judged, start=1)
    )
    forms = {statement.form for statement in judged}
    found = [statement.verdict for statement in judged]
    title, explanation = _sum_up(forms, found) if verdict.matches else (TITLES["niet-gevonden"], _EXPLANATIONS["niet-gevonden"])
    return WordingView(verdict.verdict, title, _count_verdicts(forms, found), explanation, statements)


def _sum_up(forms: set[StatementForm], found: Sequence[Verdict]) -> tuple[str, str]:
    """Title and explanation where there are several statements, of which at least one is found."""
    if "niet-gevonden" in found:
        return "Staat er deels", "Een deel van uw tekst staat niet in de documenten. Hieronder ziet u het per stuk."
    if forms == {"citaat"}:
        explanation = (
            "Alleen de woorden tussen aanhalingstekens zijn gecontroleerd. De rest van uw tekst staat niet in de documenten."
        )
        return (f"Citaat: {TITLES[found[0]].lower()}" if len(found) == 1 else "Citaten gecontroleerd"), explanation
    if set(found) == {"letterlijk"} and forms == {"zin"}:
        return "Staat er anders", "Elke zin staat letterlijk in de documenten, maar niet zo achter elkaar."
    if set(found) == {"letterlijk"}:
        return (
            "Staat er anders",
            "Elk deel staat letterlijk in de documenten, maar niet zo achter elkaar. Kijk wat ertussen staat.",
        )
    return TITLES["afwijkend"], "Hieronder ziet u per stuk wat er anders is."


def _count_verdicts(forms: set[StatementForm], found: Sequence[Verdict]) -> str:
    """ "Van uw 4 zinnen staan er 2 letterlijk, 1 anders en 1 niet in de documenten"; empty for a single one."""
    if len(found) == 1:
        return ""
    counts = [
        (found.count("letterlijk"), "letterlijk"),
        (found.count("afwijkend"), "anders"),
        (found.count("niet-gevonden"), "niet"),
    ]
    said = [f"{count} {how}" for count, how in counts if count]
    listed = " en ".join(filter(None, [", ".join(said[:-1]), said[-1]]))
    noun = _NAMES[next(iter(forms))][1] if len(forms) == 1 else "stukken"
    verb = "staat" if said[0].startswith("1 ") else "staan"
    return f"Van uw {len(found)} {noun} {verb} er {listed} in de documenten"


def _view_places(matches: Sequence[WordingMatch], index: OpenIndex) -> tuple[ComparedPlace, ...]:
    return tuple(_view_place(match, index) for match in matches)


def _view_place(match: WordingMatch, index: OpenIndex) -> ComparedPlace:
    cited, changes = match.citation, list_changes(match.differences)
    warnings = (*list_warnings(changes), *warn_of_rest(match.before, match.after))
    summary = describe_changes(changes)
    return ComparedPlace(
        citation=cited,
        permalink=make_permalink(cited.document.id, cited.version, cited.span, cited.quote),
        # Rounded down: what differs in anything is never called 100 % equal.
        percentage=int(match.similarity * 100),
        summary=f"Alle woorden zijn gelijk, {summary}" if are_form_only(changes) else summary,
        warnings=tuple(warning.message for warning in warnings),
        own=tuple(_write_own(match.differences)),
        source=tuple(_write_source(match)),
        is_cut_off=bool(match.before or match.after),
    )


def _write_own(differences: Sequence[Difference]) -> Iterator[Piece]:
    """The pasted words in order, with a gap where the source has words and the pasted text has none in their place."""
    for number, difference in enumerate(differences):
        following = differences[number + 1].kind if number + 1 < len(differences) else "gelijk"
        if difference.kind == "gelijk":
            yield Piece("same", difference.text)
        elif difference.kind == "toegevoegd":
            yield Piece("changed", difference.text)
        elif following != "toegevoegd":
            yield Piece("gap", difference.text)


def _write_source(match: WordingMatch) -> Iterator[Piece]:
    if match.before:
        yield Piece("rest", match.before, "")
    words = [part for part in match.differences if part.kind != "toegevoegd" and split_words(part.text)]
    for number, part in enumerate(words, start=1):
        joint = "" if number == len(words) and match.after else " "
        yield Piece("same" if part.kind == "gelijk" else "changed", part.text, joint)
    if match.after:
        yield Piece("rest", match.after)
