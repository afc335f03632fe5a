"""Reads the figures that running text states, each with its number's span, unit, kind, date and the sentence that says it.

A number that counts nothing, or stands in a date, a question, a table row or alone on its line, is no figure of prose.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.types import CanonicalText, Figure, FigureKind, Period, Span
from indexer.figures.printed_numbers import PrintedNumberError
from indexer.figures.prose_clauses import (
    Dated,
    Statement,
    find_date,
    find_opening_date,
    read_dates,
    split_clauses,
    split_statements,
)
from indexer.figures.prose_counted import Counted, find_counted, is_reference
from indexer.figures.prose_kinds import (
    decide_kind,
    decide_measure,
    find_baseline,
    is_definite,
    says_stock,
    split_qualifier,
)
from indexer.figures.prose_nouns import slug_noun, unify_slugs
from indexer.figures.prose_numbers import PrintedNumber, find_numbers, parse_number
from indexer.structure.titles import is_figure
from indexer.words import STOP_WORDS

# Characters. What is longer is no sentence but a table that lost its lines.
_LONGEST_STATEMENT = 2000
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?")
_PART_OF = re.compile(r"(?:\s[^\W\d_][\w'’-]*){0,2}\s(?:van|op)\sde\s(?:in\stotaal\s)?")
_OUT_OF = re.compile(r"\bvan\s(?:de|alle)\s$", re.IGNORECASE)
_RATE_NAME = re.compile(r"-per-(?:maand|jaar|week|kwartaal|dag)$")
_ROW = re.compile(r"\t|\|")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A number of a statement, what it counts and what it is part of; ``before`` stands before it and its qualifier."""

    number: PrintedNumber
    before: str
    qualifier: str
    counted: Counted
    whole: PrintedNumber | None = None


def read_prose_figures(canonical: CanonicalText, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures in the sentences and list items of a text, in reading order, each number once.

    Headings may be given as sentences too; rows of a table give nothing. Series of the same noun in one text have the same name.
    """
    figures: dict[Span, Figure] = {}
    for statement in split_statements(canonical, sentences):
        for figure in _read_statement(canonical, statement):
            figures.setdefault(figure.span, figure)
    ordered = sorted(figures.values(), key=lambda figure: figure.span.begin)
    return _unify_series(canonical.text, ordered)


def parse_printed(figure: Figure, printed: str) -> float:
    """The value that a printed form says, in the unit of its figure: 20 for "twintig", 24880 for "24.88K".

    Raises PrintedNumberError where it is no number, or a range that ends elsewhere than the figure's.
    """
    number = parse_number(printed)
    if number.upper != figure.upper:
        raise PrintedNumberError(f"'{printed}' loopt niet tot {figure.upper}.")
    return number.value


def _read_statement(canonical: CanonicalText, statement: Statement) -> Iterator[Figure]:
    words = statement.words
    is_row = len(words) > _LONGEST_STATEMENT or _ROW.search(statement.span.of(canonical.text))
    if is_row or words.rstrip("*_ ").endswith("?"):
        return
    numbers = [number for number in find_numbers(words) if not _stands_alone(canonical.text, statement.span, number)]
    undated = words
    for number in numbers:
        if _is_surely_counted(words, number):
            undated = Span(number.begin, number.end).blanked(undated)
    dates = read_dates(undated)
    free = [number for number in numbers if all(number.end <= dated.begin or dated.end <= number.begin for dated in dates)]
    for mention in _read_mentions(words, free):
        yield _mention_to_figure(canonical.document_id, statement, mention, dates)


def _stands_alone(text: str, statement: Span, number: PrintedNumber) -> bool:
    """Whether the number has its line to itself: a key figure of a card, which is read with its title elsewhere."""
    begin, end = statement.begin + number.begin, statement.begin + number.end
    line_end = text.find("\n", end)
    return is_figure(text[text.rfind("\n", 0, begin) + 1 : line_end if line_end >= 0 else len(text)].strip())


def _is_surely_counted(words: str, number: PrintedNumber) -> bool:
    """Whether the number can be no year or day, although it may look like one: "circa 2000 cliënten", "in mei 15 regio's"."""
    before, qualifier = split_qualifier(words[: number.begin])
    counted = find_counted(words, number, before)
    year_like = _YEAR_LIKE.fullmatch(words[number.begin : number.end])
    return bool(counted and (not year_like or qualifier or counted.period or counted.measure != "aantal"))


def _read_mentions(words: str, numbers: Sequence[PrintedNumber]) -> Iterator[_Mention]:
    """The numbers that count something; "22 van de 31 regio's" and "Van de 31 regio's hebben 22 een plan" count the same."""
    whole: _Mention | None = None
    for position, number in enumerate(numbers):
        mention = _read_mention(words, number)
        following = _read_mention(words, numbers[position + 1]) if position + 1 < len(numbers) else None
        if following and _is_part_of(words, number, following):
            whole = following
        if whole and _counts_part(words, number, mention, whole):
            before, qualifier = split_qualifier(words[: number.begin])
            yield _Mention(number, before, qualifier, mention.counted if mention else whole.counted, whole.number)
        elif mention:
            yield mention
        if mention and _OUT_OF.search(mention.before):
            whole = mention


def _read_mention(words: str, number: PrintedNumber) -> _Mention | None:
    before, qualifier = split_qualifier(words[: number.begin])
    counted = find_counted(words, number, before)
    return _Mention(number, before, qualifier, counted) if counted else None


def _is_part_of(words: str, number: PrintedNumber, following: _Mention) -> bool:
    return bool(_PART_OF.fullmatch(words[number.end : following.number.begin]))


def _counts_part(words: str, number: PrintedNumber, mention: _Mention | None, whole: _Mention) -> bool:
    """Whether a number counts some of what the whole counts: with the same noun, or with none of its own."""
    if not 1 < number.value < whole.number.value or whole.counted.measure != "aantal":
        return False
    if mention:
        return mention.counted.measure == "aandeel" or mention.counted.series == whole.counted.series
    if _is_part_of(words, number, whole):
        return True
    next_word = re.match(r"\s?([^\W\d_]*)", words[number.end :])
    return not is_reference(words[: number.begin]) and bool(next_word and (not next_word[1] or next_word[1] in STOP_WORDS))


def _mention_to_figure(document_id: str, statement: Statement, mention: _Mention, dates: Sequence[Dated]) -> Figure:
    number, counted = mention.number, mention.counted
    baseline = find_baseline(mention.before)
    clause = next(clause for clause in split_clauses(statement.words) if clause.holds(number.begin))
    begin = clause.begin if baseline is None else baseline
    own_words = statement.words[begin : clause.end]
    measure = decide_measure(counted, mention.before[begin:], statement.words[number.end : clause.end])
    around = "" if baseline is not None else f"{statement.lead_in} {statement.words}"
    kind = decide_kind(counted, measure, mention.before, mention.qualifier, own_words, around)
    dated = find_date(statement.words, dates, number.begin, baseline)
    if not dated and not dates:
        dated = _find_date_around(statement, kind, mention)
    if kind == "telling" and dated and dated.form in ("day", "month") and measure == "aantal" and says_stock(own_words):
        kind = "stand"
    on_a_day = dated is not None and dated.form == "day"
    return Figure(
        series=counted.series,
        measure=measure,
        profile=None,
        reference_date=dated.first if dated and on_a_day else None,
        value=number.value,
        unit=counted.unit,
        document_id=document_id,
        span=_place(statement, number),
        kind=kind,
        period=Period(dated.first, dated.last) if dated and not on_a_day else None,
        upper=number.upper,
        qualifier=mention.qualifier,
        label=statement.span,
        whole=_place(statement, mention.whole) if mention.whole else None,
    )


def _find_date_around(statement: Statement, kind: FigureKind, mention: _Mention) -> Dated | None:
    """The date of the list ("Doelen voor 2027:"), or for a fact that of the sentence before ("In 2024 is …")."""
    listed = read_dates(statement.lead_in)
    if len(listed) == 1:
        return listed[0]
    follows = kind in ("telling", "stroom") and not is_definite(mention.before)
    return find_opening_date(statement.before) if follows else None


def _place(statement: Statement, number: PrintedNumber) -> Span:
    return Span(statement.span.begin + number.begin, statement.span.begin + number.end)


def _unify_series(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, with one name for the series of a noun that the text spells in more than one way."""
    written = {slug_noun(word) for word in set(re.findall(r"[^\W\d_][\w'’-]*", text))}
    spelled = unify_slugs({*written, *(_RATE_NAME.sub("", figure.series) for figure in figures)})

    def name_series(series: str) -> str:
        noun = _RATE_NAME.sub("", series)
        return spelled[noun] + series[len(noun) :]

    return tuple(replace(figure, series=name_series(figure.series)) for figure in figures)
