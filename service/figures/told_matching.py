"""Holds a question for a number against the sentences that tell one: counted noun, time, unit and every informative word must fit."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.types import Figure, FigureKind, Span
from indexer.dutch_dates import DateMention, find_dates
from indexer.store import OpenIndex
from indexer.words import STOP_WORDS, match_stems, split_words, stem_words
from service.figures.asking import vocabulary as words
from service.figures.asking.framings import cut_framing
from service.figures.asking.spellings import write_out
from service.figures.selection import cite_key_figure

SHORTEST_PARTICIPLE = 6

_RELATIVE = words.PERCENT | words.SHARE | words.GROWTH
_NEGATIONS = frozenset(("geen", "niet"))
_GOALS = frozenset("doel doelen doelstelling streven streefgetal target beoogd beoogde".split())
_EXPECTATIONS = frozenset("verwacht verwachte verwachting raming geraamd geraamde".split())
_CHANGES = words.GROWTH | words.DIFFERENCE - words.COMPARATIVE
_CHANGES |= frozenset("afnemen afname verminderen vermindering verminderd dalen daling toenemen stijgen omlaag".split())
_MONEY = frozenset("geld euro bedrag geldbedrag".split())
_PEOPLE = frozenset(split_words(" ".join(words.PEOPLE)))
_PEOPLE_OR_INDICATIONS = frozenset(stem_words(sorted(_PEOPLE | words.INDICATIONS)))
# "Als er elke maand 300 man bij blijft komen": not what is asked, but what the sentence must say too.
_CONDITION = re.compile(
    r"\b(?:als|wanneer|indien|bij)\b(?:\s+er)?(?:\s+(?:elke|iedere|per)\s+maand)?\s+(?P<number>\d+)\s+"
    r"(?:man|mensen|personen|cliënten|clienten)\b(?:\s+(?:elke|iedere|per)\s+maand)?(?:\s+(?:bij|erbij|blijven|blijft|komen|bijkomen)\b)*",
    re.IGNORECASE,
)
# "Tekort bij een instroom van 300 pm": the flow under which a number is told.
_GIVEN_FLOW = re.compile(
    r"\b(?:bij|met)\s+(?:een\s+)?(?:\w+e\s+)?(?P<flow>instroom)\s+(?:van\s+)?(?P<number>\d+)\b"
    r"(?:\s+(?:man|mensen|personen|cliënten|clienten))?(?:\s+(?:elke|iedere|per)\s+maand)?",
    re.IGNORECASE,
)
_IN_MILLIONS = re.compile(r"\bin\s+(?:miljoenen|mln|miljoen)\b", re.IGNORECASE)
_SHORTENED = ((re.compile(r"\bregios\b", re.IGNORECASE), "regio's"), (re.compile(r"\bmln\b", re.IGNORECASE), "miljoen"))
# A limit that a question names must be that of the figure, whichever of these words says it.
_AT_MOST = frozenset("max maximaal maximum maximale hooguit hoogstens".split())
_AT_LEAST = frozenset("min minimaal minimum minimale minstens tenminste".split())
_LIMITS = {"maximaal": "most", "hooguit": "most", "hoogstens": "most", "minder dan": "most"}
_LIMITS |= {"ten minste": "least", "minstens": "least", "minimaal": "least", "meer dan": "least"}
# "Op korte termijn … en op de langere termijn 100": the number belongs to the term named last before it.
_TERM = re.compile(r"\b(?P<length>kort|lang|middellang)e(?:re)?[\s-]*termijn", re.IGNORECASE)
# Who flows out doesn't flow in, though the words look alike.
_FLOWS_OUT = re.compile(
    r"\b(?:stroom\w*|stromen)\b(?:(?!\bstroom|\bstromen\b)[^?.])*\buit\b|\buit(?:\s+|ge)?str(?:oom|om)", re.IGNORECASE
)
_PER = re.compile(r"\bper\s+(?P<each>[^\W\d_]+)", re.IGNORECASE)
_UNITS_OF_TIME = frozenset(("maand", "jaar", "kwartaal", "week"))
_PERIOD_WORDS = {"maandelijkse": "maand", "maandelijks": "maand", "jaarlijkse": "jaar", "jaarlijks": "jaar", "maanden": "maand"}
# Words of a unit that don't say what is counted.
_BARE = frozenset(("per", "nieuwe", "procent", "euro")) | _UNITS_OF_TIME


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """A question for a number: the stems of what it is about, its dates, the time that a flow is asked per, and how.

    ``per`` also holds anything else that is asked per ("per cliënt"). ``people``: a flow of people, which are counted as clients
    or as indications; ``given``: the number of its condition; ``outflow``: of those who leave; ``limit``: "most" or "least";
    ``term``: "kort" or "lang"; ``in_millions``: an amount of money by that.
    """

    stems: frozenset[str]
    mentions: tuple[DateMention, ...]
    per: frozenset[str]
    relative: bool
    changes: bool
    negated: bool
    kind: FigureKind | None
    people: bool
    money: bool
    given: str | None
    outflow: bool
    limit: str | None = None
    term: str | None = None
    in_millions: bool = False


def read_asked_number(question: str) -> AskedNumber:
    """The question taken apart: what is counted, of when, per what, under which condition."""
    question = write_out_question(question)
    condition = _CONDITION.search(question) or _GIVEN_FLOW.search(question)
    rest = Span(*condition.span()).blanked(question) if condition else question
    in_millions = _IN_MILLIONS.search(rest)
    rest = Span(*in_millions.span()).blanked(rest) if in_millions else rest
    mentions = tuple(mention for mention in find_dates(question) if mention.form != "unclear")
    for mention in mentions:
        rest = Span(mention.begin, mention.end).blanked(rest)
    said = frozenset(_PERIOD_WORDS.get(word, word) for word in split_words(rest))
    per = said & _UNITS_OF_TIME | frozenset(split_words(" ".join(_PER.findall(rest))))
    subject = said - STOP_WORDS - _UNITS_OF_TIME - words.HOW_MANY - words.PERCENT - words.SHARE - _NEGATIONS - _MONEY - {"per"}
    subject -= _AT_MOST | _AT_LEAST
    if per:
        subject -= _PEOPLE
    term = _TERM.search(rest)
    kind: FigureKind | None = "doel" if said & _GOALS else ("raming" if said & _EXPECTATIONS else None)
    stems = frozenset(stem_words(sorted(subject - _CHANGES if said & _RELATIVE else subject)))
    return AskedNumber(
        stems=stems,
        mentions=mentions,
        per=per,
        relative=bool(said & _RELATIVE),
        changes=bool(said & _CHANGES),
        negated=bool(said & _NEGATIONS),
        kind=kind,
        people=bool(per and said & _PEOPLE),
        money=bool(said & _MONEY or in_millions),
        given=condition["number"] if condition else None,
        outflow=bool(_FLOWS_OUT.search(rest)),
        limit="most" if said & _AT_MOST else ("least" if said & _AT_LEAST else None),
        term=term["length"].lower() if term else None,
        in_millions=bool(in_millions),
    )


def write_out_question(question: str) -> str:
    """The question without what frames it and with its abbreviations in full: "pm", "regios"."""
    text = cut_framing(write_out(question))
    for pattern, full in _SHORTENED:
        text = pattern.sub(full, text)
    return text


def fits_words(figure: Figure, asked: AskedNumber, index: OpenIndex) -> bool:
    """Whether every informative word of the question stands with a figure, in its sentence or a heading above it."""
    if not _fits_unit(figure, asked, index):
        return False
    nouns = list_nouns(figure.unit) or list_nouns(figure.series.replace("-", " "))
    counts_it = asked.changes if figure.measure == "groei" else bool(asked.per)
    if not counts_it and not any(match_stems(stem, noun) > 0 for noun in nouns for stem in asked.stems):
        return False
    if (asked.relative and figure.measure == "aantal" and figure.whole is None) or asked.kind not in (None, figure.kind):
        return False
    told = _told_stems(figure, index)
    return all(any(match_stems(stem, other) > 0 for other in told) for stem in asked.stems)


def _fits_unit(figure: Figure, asked: AskedNumber, index: OpenIndex) -> bool:
    """Whether a figure counts per the time that is asked, people or money where those are, under the given number."""
    if asked.per != frozenset(split_words(figure.unit)) & _UNITS_OF_TIME or (asked.money and figure.measure != "bedrag"):
        return False
    if asked.people and _PEOPLE_OR_INDICATIONS.isdisjoint(list_nouns(figure.unit)):
        return False
    label = label_of(figure, index)
    if asked.outflow and not _FLOWS_OUT.search(label):
        return False
    if (asked.limit and asked.limit != _LIMITS.get(figure.qualifier)) or (asked.term and asked.term != _term_of(figure, index)):
        return False
    return asked.given is None or asked.given in split_words(label)


def _term_of(figure: Figure, index: OpenIndex) -> str | None:
    """The term that a sentence tells a figure for: the last one named before it, else the first behind it; "uiteindelijk" is long."""
    label, begin = label_of(figure, index), (figure.label or figure.span).begin
    terms = list(_TERM.finditer(label))
    before = [term for term in terms if term.start() < figure.span.begin - begin]
    if terms:
        return (before[-1] if before else terms[0])["length"].lower()
    return "lang" if "uiteindelijk" in split_words(label) else None


def fits_dates(figure: Figure, asked: AskedNumber, index: OpenIndex) -> bool:
    """Whether every date of the question overlaps that of the figure, or stands in the sentence of one that has none."""
    if not figure.period and not figure.reference_date:
        own = [(mention.first, mention.last) for mention in find_dates(label_of(figure, index))]
    elif figure.period:
        own = [(figure.period.first, figure.period.last)]
    else:
        own = [(figure.day, figure.day)]
    return all(any(first <= mention.last and mention.first <= last for first, last in own) for mention in asked.mentions)


@lru_cache(maxsize=10_000)
def list_nouns(unit: str) -> tuple[str, ...]:
    """The stems of what a unit counts: of "cliënten per maand" that of "cliënten"."""
    return tuple(stem_words(word for word in split_words(unit) if word not in _BARE))


def _told_stems(figure: Figure, index: OpenIndex) -> frozenset[str]:
    """The stems of a figure's sentence and of the headings above it, with the words for what kind of number it is."""
    path = cite_key_figure(index, figure, 1).citation.path
    return _stem_told(" ".join((*path, label_of(figure, index))), figure.kind)


@lru_cache(maxsize=10_000)
def _stem_told(text: str, kind: FigureKind) -> frozenset[str]:
    kinds = {"doel": _GOALS, "raming": _EXPECTATIONS}.get(kind, frozenset())
    told = split_words(text)
    # A participle and its verb: "gestart" and "starten".
    participles = [word[2:] for word in told if word.startswith("ge") and len(word) > SHORTEST_PARTICIPLE]
    in_the_end = ["lange", "termijn"] if "uiteindelijk" in told else []
    # "Langere termijn" is what people call the long one.
    in_the_end += [word.removesuffix("re") for word in told if word.endswith("ere")]
    return frozenset(stem_words([*told, *participles, *in_the_end, *sorted(kinds)]))


def label_of(figure: Figure, index: OpenIndex) -> str:
    """The words that say what a figure is: its sentence."""
    return (figure.label or figure.span).of(index.texts[figure.document_id].text)


def is_in_words(figure: Figure) -> bool:
    """Whether a figure stands in the sentence that says what it is, not in a table or a card."""
    return figure.label is not None and figure.label.contains(figure.span)
