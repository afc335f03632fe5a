"""Reads the key figures of a dashboard: a title, perhaps the day it was measured, and the value alone on its line.

A title says what is counted ("Aandeel …", "Stijging …", "Aantal …"); a number under anything else is a zoom level, a page
number or the axis of a chart, and is left alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Block, CanonicalText, Figure, FigureKind, Measure, Span
from indexer.dutch_dates import find_dates
from indexer.figures.printed_numbers import PrintedNumberError, parse_percentage, parse_shortened_count, read_printed_day
from indexer.figures.table import PROFILE
from indexer.words import fold_word

_GROWTH = r"(?:stijging|groei|toename|daling|afname|krimp|verandering)"
_MEASURES: tuple[tuple[Measure, FigureKind, re.Pattern[str]], ...] = (
    ("groei", "groei", re.compile(rf"(?:\w+e\s)?{_GROWTH}\b|.*\bt\.o\.v\.\s+(?:het\s+)?vorige?\b", re.IGNORECASE)),
    ("aandeel", "aandeel", re.compile(r"(?:aandeel|percentage|deel)\b|.*\bt\.o\.v\.\s+(?:alle|het totaal)\b", re.IGNORECASE)),
    ("aantal", "stand", re.compile(r"(?:totaal\s+)?aantal\b|totaal\b", re.IGNORECASE)),
)
_UNIT = re.compile(r"\b(indicaties|cliënten|personen|aanvragen|besluiten|plaatsen|inwoners|jongeren|woningen)\b", re.IGNORECASE)
_MEASURED_ON = re.compile(r"(?:meet|peil)datum\b|stand (?:per|op)\b|gemeten op\b", re.IGNORECASE)
_VALUE = re.compile(r"[-−–+]?\s?\d[\d.,'\u00a0 ]*(?:%|(?<=[\d\s])[^\W\d_]{1,8}\.?)?")
_VIEWER = re.compile(r"power bi|^\W*\d+\s+(of|van)\s+\d+\W*$|^\W*go back", re.IGNORECASE)
_TO_DATE = re.compile(r"(?:\b(?:t/m|tot en met|tot|per|op|in|eind|ultimo|van)\s+)?$", re.IGNORECASE)
_BASE_OF_SHARE = re.compile(r"\bt\.o\.v\.\s.*|\bten opzichte van\s.*|\bvan (?:alle|het totaal)\b.*", re.IGNORECASE)

LONGEST_TITLE = 160  # characters, over all of its lines
MOST_TITLE_LINES = 3
SHORTEST_BARE_COUNT = 3  # digits; shorter ones are numbers of pages and chapters


@dataclass(frozen=True, slots=True)
class _Card:
    title: Span
    measured_on: str | None
    value: Span


def read_cards(canonical: CanonicalText, blocks: Sequence[Block]) -> tuple[Figure, ...]:
    """The key figures of a text in reading order, with the title as label; ``blocks`` tell what is furniture of the page.

    A value that can't be read, or that its title doesn't name, gives no figure.
    """
    text = canonical.text
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)]
    furniture = {place for block in blocks if block.form == "chrome" for place in range(block.span.begin, block.span.end)}
    cards = (_read_card(text, lines, position, furniture) for position in range(len(lines)))
    figures = (_card_to_figure(canonical, card) for card in cards if card)
    return tuple(figure for figure in figures if figure)


def parse_card_value(measure: Measure, printed: str) -> float:
    """The value of a card: a percentage of -100 or more, or a count that may be shortened; raises PrintedNumberError."""
    if measure == "aantal":
        return parse_shortened_count(printed)
    value = parse_percentage(printed)
    if not printed.endswith("%") or value < -100 or (measure == "aandeel" and not 0 <= value <= 100):
        raise PrintedNumberError(f"'{printed}' is geen percentage dat een {measure} kan zijn.")
    return value


def _read_card(text: str, lines: list[Span], position: int, furniture: set[int]) -> _Card | None:
    value = lines[position]
    if not _VALUE.fullmatch(value.of(text)) or _is_of_viewer(text, lines, position, furniture):
        return None
    above = position - 1
    measured_on = None
    if above >= 0 and _MEASURED_ON.match(lines[above].of(text)):
        measured_on = lines[above].of(text)
        above -= 1
    title = _read_title(text, lines, above, furniture)
    printed = value.of(text)
    if title is None or (measured_on is None and printed.isdigit() and len(printed) < SHORTEST_BARE_COUNT):
        return None
    return _Card(title, measured_on, value)


def _is_of_viewer(text: str, lines: list[Span], position: int, furniture: set[int]) -> bool:
    """Whether a number is of the viewer or of a chart: other numbers or the buttons of the viewer stand right beside it."""
    around = lines[max(0, position - 1) : position] + lines[position + 1 : position + 2]
    beside = [line.of(text) for line in around]
    in_viewer = lines[position].begin in furniture and any(_VIEWER.search(words) for words in beside)
    return in_viewer or any(_VALUE.fullmatch(words) for words in beside)


def _read_title(text: str, lines: list[Span], last: int, furniture: set[int]) -> Span | None:
    """The lines up to ``last`` without a blank line between them; also one before it when the last goes on with it."""
    first = last
    while first > 0 and (_adjoins(text, lines[first - 1], lines[first]) or _goes_on(lines[first].of(text))):
        if lines[first - 1].begin in furniture or not _may_be_title(lines[first - 1].of(text)):
            break
        first -= 1
    if last < 0 or lines[last].begin in furniture or last - first >= MOST_TITLE_LINES:
        return None
    title = Span(lines[first].begin, lines[last].end)
    whole = len(title.of(text)) <= LONGEST_TITLE and all(_may_be_title(line.of(text)) for line in lines[first : last + 1])
    return title if whole and not title.of(text).endswith((".", ";", ":", "?")) else None


def _adjoins(text: str, line: Span, following: Span) -> bool:
    return text.count("\n", line.end, following.begin) == 1


def _goes_on(line: str) -> bool:
    return line[0].islower()


def _may_be_title(line: str) -> bool:
    return "\t" not in line and "|" not in line and not _VALUE.fullmatch(line) and not _MEASURED_ON.match(line)


def _card_to_figure(canonical: CanonicalText, card: _Card) -> Figure | None:
    title = re.sub(r"\s+", " ", card.title.of(canonical.text)).strip("*_ ")
    printed = card.value.of(canonical.text)
    kinds = ((measure, kind) for measure, kind, words in _MEASURES if words.match(title))
    # "Aantal … t.o.v. vorig jaar" with a percent sign is growth: the value decides between what the title allows.
    measure, kind = next((found for found in kinds if (found[0] != "aantal") == printed.endswith("%")), (None, None))
    if measure is None or kind is None:
        return None
    try:
        value = parse_card_value(measure, printed)
    except PrintedNumberError:
        return None
    unit = _UNIT.search(title)
    profile = PROFILE.search(title)
    return Figure(
        series=_name_series(title, measure),
        measure=measure,
        profile=f"{profile['letters']}{profile['number']}{profile['suffix'] or ''}" if profile else None,
        reference_date=read_printed_day(card.measured_on) if card.measured_on else _read_last_day(title),
        value=value,
        unit="procent" if measure != "aantal" else unit.group().lower() if unit else "aantal",
        document_id=canonical.document_id,
        span=card.value,
        kind=kind,
        label=card.title,
    )


def _read_last_day(title: str) -> str | None:
    """The last day of the one date or period in a title: 2023-12-31 for "t/m Q4 2023"."""
    found = [mention.last for mention in find_dates(title) if mention.form != "unclear"]
    return found[0] if len(found) == 1 else None


def _name_series(title: str, measure: Measure) -> str:
    """The title in kebab-case without its dates; of a share the whole it is a part of goes without saying."""
    for mention in reversed(find_dates(title)):
        before = _TO_DATE.sub("", title[: mention.begin])
        title = f"{before}{title[mention.end :]}" if mention.form != "unclear" else title
    if measure == "aandeel":
        title = _BASE_OF_SHARE.sub("", title)
    folded = fold_word(re.sub(r"\bt\.o\.v\.", "tov", title, flags=re.IGNORECASE))
    return re.sub(r"[\W_]+", "-", folded).strip("-")
