"""Answers a question for a number with the sentence that tells it: its counted noun, its time and all its words must fit.

The sentence is quoted whole. Where it tells a part of a whole ("22 van de 31") a share or what remains is computed from both.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.types import Figure, FigureKind, Span
from indexer.dutch_dates import DateForm, DateMention, find_dates, mention_to_dutch
from indexer.store import OpenIndex
from indexer.words import STOP_WORDS, match_stems, split_words, stem_words
from service.figures.asking import vocabulary as words
from service.figures.caveats import caveats_of
from service.figures.dutch_numbers import figure_to_dutch
from service.figures.selection import cite_key_figure
from service.figures.table import operations
from service.figures.told_figures import add_total
from service.phrasing import strip_bullets, tidy_words
from service.question_form import asks_number
from service.types import Answer, CitedFigure

MOST_TOLD = 3
SHORTEST_PARTICIPLE = 6

_RELATIVE = words.PERCENT | words.SHARE | words.GROWTH
_NEGATIONS = frozenset(("geen", "niet"))
_GOALS = frozenset("doel doelen doelstelling streven streefgetal target beoogd beoogde".split())
_EXPECTATIONS = frozenset("verwacht verwachte verwachting raming geraamd geraamde".split())
_CHANGES = words.GROWTH | words.DIFFERENCE - words.COMPARATIVE
_CHANGES |= frozenset("afnemen afname verminderen vermindering verminderd dalen daling toenemen stijgen omlaag".split())
_FORMS: dict[int, DateForm] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_UNITS_OF_TIME = frozenset(("maand", "jaar", "kwartaal", "week"))
_PERIOD_WORDS = {"maandelijkse": "maand", "maandelijks": "maand", "jaarlijkse": "jaar", "jaarlijks": "jaar", "maanden": "maand"}
# Words of a unit that don't say what is counted.
_BARE = frozenset(("per", "nieuwe", "procent", "euro")) | _UNITS_OF_TIME


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question for a number: the stems of what it is about, its dates, the time that a flow is asked per, and how."""

    stems: frozenset[str]
    mentions: tuple[DateMention, ...]
    per: frozenset[str]
    relative: bool
    changes: bool
    negated: bool
    kind: FigureKind | None


def answer_told_figure(question: str, index: OpenIndex, max_citations: int) -> Answer | None:
    """The answer in the sentence or sentences that tell the number asked for; None where none fits every word of the question."""
    asked = _take_apart(question)
    if not (asks_number(question) or asked.relative or asked.per) or not asked.stems:
        return None
    worded = [figure for figure in index.figures if _is_in_words(figure) and _fits(figure, asked, index)]
    fitting = [figure for figure in worded if _fits_dates(figure, asked, index)]
    if worded and not fitting:
        return _refuse_date(question, worded, index)
    chosen = _choose(_keep_usual(fitting, asked), index)[: min(MOST_TOLD, max_citations)]
    if not chosen or ((asked.negated or _asks_part(asked, chosen)) and chosen[0].whole is None):
        return None
    cited = tuple(cite_key_figure(index, figure, number) for number, figure in enumerate(chosen, 1))
    statements = [f"In “{one.citation.document.title}” staat: {_say(one)} [{one.citation.number}]" for one in cited]
    computed = _compute_part(cited[0], asked, index)
    if computed:
        statements.append(f"{_say_part(computed, asked)} [{computed.citation.number}].")
    figures = (*cited, computed) if computed else cited
    answer = Answer(
        status="beantwoord",
        reason=None,
        text="\n".join(statements),
        standalone_question=question,
        provenance="berekend" if computed else "letterlijk",
        citations=tuple(one.citation for one in cited),
        figures=figures,
        caveats=caveats_of(chosen, index),
    )
    return add_total(answer, index, max_citations)


def _take_apart(question: str) -> _Asked:
    rest = question
    mentions = tuple(mention for mention in find_dates(question) if mention.form != "unclear")
    for mention in mentions:
        rest = Span(mention.begin, mention.end).blanked(rest)
    said = frozenset(_PERIOD_WORDS.get(word, word) for word in split_words(rest))
    per = said & _UNITS_OF_TIME
    subject = said - STOP_WORDS - _UNITS_OF_TIME - words.HOW_MANY - words.PERCENT - words.SHARE - _NEGATIONS - {"per"}
    kind: FigureKind | None = "doel" if said & _GOALS else ("raming" if said & _EXPECTATIONS else None)
    stems = frozenset(stem_words(sorted(subject - _CHANGES if said & _RELATIVE else subject)))
    return _Asked(stems, mentions, per, bool(said & _RELATIVE), bool(said & _CHANGES), bool(said & _NEGATIONS), kind)


def _fits(figure: Figure, asked: _Asked, index: OpenIndex) -> bool:
    unit = split_words(figure.unit)
    if asked.per != frozenset(unit) & _UNITS_OF_TIME:
        return False
    nouns = _nouns_of(figure.unit) or _nouns_of(figure.series.replace("-", " "))
    counts_it = asked.changes if figure.measure == "groei" else bool(asked.per)
    if not counts_it and not any(match_stems(noun, stem) > 0 for noun in nouns for stem in asked.stems):
        return False
    if (asked.relative and figure.measure == "aantal" and figure.whole is None) or asked.kind not in (None, figure.kind):
        return False
    told = _told_stems(figure, index)
    return all(any(match_stems(stem, other) > 0 for other in told) for stem in asked.stems)


def _fits_dates(figure: Figure, asked: _Asked, index: OpenIndex) -> bool:
    """Whether every date of the question overlaps that of the figure, or stands in the sentence of one that has none."""
    if not figure.period and not figure.reference_date:
        own = [(mention.first, mention.last) for mention in find_dates(_label_of(figure, index))]
    elif figure.period:
        own = [(figure.period.first, figure.period.last)]
    else:
        own = [(figure.day, figure.day)]
    return all(any(first <= mention.last and mention.first <= last for first, last in own) for mention in asked.mentions)


@lru_cache(maxsize=10_000)
def _nouns_of(unit: str) -> tuple[str, ...]:
    return tuple(stem_words(word for word in split_words(unit) if word not in _BARE))


def _told_stems(figure: Figure, index: OpenIndex) -> frozenset[str]:
    """The stems of a figure's sentence and of the headings above it, with the words for what kind of number it is."""
    path = cite_key_figure(index, figure, 1).citation.path
    kinds = {"doel": _GOALS, "raming": _EXPECTATIONS}.get(figure.kind, frozenset())
    told = split_words(" ".join((*path, _label_of(figure, index))))
    # A participle and its verb: "gestart" and "starten".
    participles = [word[2:] for word in told if word.startswith("ge") and len(word) > SHORTEST_PARTICIPLE]
    return frozenset(stem_words([*told, *participles, *sorted(kinds)]))


def _refuse_date(question: str, worded: Sequence[Figure], index: OpenIndex) -> Answer | None:
    """The refusal of a number that the documents tell of another time only; None where that time isn't told."""
    dated = [figure for figure in worded if figure.period or figure.reference_date]
    if len(dated) < len(worded):
        return None
    nearest = tuple(cite_key_figure(index, figure, number).citation for number, figure in enumerate(dated[:MOST_TOLD], 1))
    said = f"Dit cijfer staat niet in de documenten voor die tijd, alleen voor {_name_times(dated)}."
    return Answer("niet-gevonden", "buiten-cijferreeks", said, question, nearest=nearest, confidence=0.0)


def _name_times(dated: Sequence[Figure]) -> str:
    """The times that figures are of, in order, as readers name them: "2022" and "het eerste kwartaal van 2024"."""
    times = sorted({(figure.period.first, figure.period.last) if figure.period else (figure.day,) * 2 for figure in dated})
    return " en ".join(_name_time(first, last) for first, last in times)


def _name_time(first: str, last: str) -> str:
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1
    form = "day" if first == last else _FORMS.get(months, "stretch")
    return mention_to_dutch(DateMention(0, 0, form, first, last))


def _keep_usual(fitting: Sequence[Figure], asked: _Asked) -> Sequence[Figure]:
    """Of a bare "hoeveel regio's zijn er?" the number that the documents name most; any other question keeps all."""
    if not all(
        any(match_stems(stem, noun) > 0 for figure in fitting for noun in _nouns_of(figure.unit)) for stem in asked.stems
    ):
        return fitting
    if asked.mentions or asked.per or asked.relative or asked.kind:
        return fitting
    whole = [figure for figure in fitting if figure.whole is None and figure.period is None]
    counts = Counter(figure.value for figure in whole).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return ()
    return [figure for figure in whole if figure.value == counts[0][0]]


def _choose(fitting: Sequence[Figure], index: OpenIndex) -> list[Figure]:
    """The figures with the shortest sentences, each value once; a part comes before the whole that stands in the same sentence."""
    wholes = {(figure.document_id, figure.whole) for figure in fitting if figure.whole}
    parts = [figure for figure in fitting if (figure.document_id, figure.span) not in wholes]
    # A heading or a list item that holds the number says less than a sentence does.
    lengths = {figure: (not _label_of(figure, index).endswith("."), len(_label_of(figure, index))) for figure in parts}
    ordered = sorted(parts, key=lambda figure: (*lengths[figure], figure.document_id, figure.span.begin))
    return list({(figure.value, figure.upper, figure.period): figure for figure in reversed(ordered)}.values())[::-1]


def _asks_part(asked: _Asked, chosen: Sequence[Figure]) -> bool:
    return asked.relative and chosen[0].measure == "aantal"


def _compute_part(part: CitedFigure, asked: _Asked, index: OpenIndex) -> CitedFigure | None:
    """The share that a part is of its whole, or what remains of the whole, where that is asked."""
    wanted = (asked.relative and part.figure.measure == "aantal") or asked.negated
    wholes: Iterable[Figure] = index.figures if wanted and part.figure.whole else ()
    for figure in wholes:
        if figure.document_id == part.figure.document_id and figure.span == part.figure.whole:
            whole = CitedFigure(figure, part.citation)
            rest = operations.subtract(whole, part) if asked.negated else part
            return operations.compute_share(rest, whole) if asked.relative else rest
    return None


def _say_part(computed: CitedFigure, asked: _Asked) -> str:
    formula = computed.computation.formula if computed.computation else ""
    said = figure_to_dutch(computed.figure)
    return f"{'Voor de andere geldt dat niet' if asked.negated else 'Als aandeel'}: {said} ({formula.split(' = ')[0]})"


def _say(cited: CitedFigure) -> str:
    return strip_bullets(tidy_words(cited.citation.quote))


def _label_of(figure: Figure, index: OpenIndex) -> str:
    return (figure.label or figure.span).of(index.texts[figure.document_id].text)


def _is_in_words(figure: Figure) -> bool:
    return figure.label is not None and figure.label.contains(figure.span)
