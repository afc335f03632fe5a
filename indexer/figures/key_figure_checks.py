"""Checks of the figures outside the table (key figures of a dashboard, figures in prose) against the table and each other.

Most are of another day than the table's, so they are compared softly: with how much the table itself moves per step.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.types import Figure
from indexer.dutch_dates import date_to_dutch
from indexer.figures.figure_set import FINE, FigureSet, Verdict, is_card, month_of, name_cell
from indexer.figures.printed_numbers import number_to_print

# Percentage points that a share or growth may always differ from the table's nearest date, and how many times the largest
# change of the last steps it may differ beyond that.
_LEAST_SLACK = 1.0
_TIMES_LARGEST_CHANGE = 2
_LAST_STEPS = 4
_MOST_STEPS_AFTER_TABLE = 4
_DAYS_PER_MONTH = 365.25 / 12

# Shares of their value that an approximate and a plain stock, and a flow against the net increase, may differ.
_SLACK_OF_CIRCA, _SLACK_OF_STOCK, _SLACK_OF_FLOW = 0.05, 0.01, 0.10

_STEP_NAMES = {1: "maand", 3: "kwartaal", 6: "half jaar", 12: "jaar"}
_PEOPLE = ("indicaties", "cliënten", "personen", "mensen")


@dataclass(frozen=True, slots=True)
class _Expected:
    """What the table has on its date nearest to a figure's, and how far that figure may lie from it."""

    value: float
    slack: float
    day: str


def check_shares(figures: FigureSet) -> Iterator[Verdict]:
    """A key figure's share of a profile lies near the share that the table gives on its nearest reference date."""
    for card in figures.loose:
        if card.measure == "aandeel" and card.profile in figures.profiles and card.reference_date:
            counts = ((day, figures.counts[card.profile, day].value, figures.totals[day]) for day in figures.totals)
            yield from _compare(figures, card, {day: count / total * 100 for day, count, total in counts if total})


def check_growths(figures: FigureSet) -> Iterator[Verdict]:
    """A key figure's growth of a profile lies near the growth that the table gives over as many months."""
    for card in figures.loose:
        steps = _steps_of_growth(figures, card)
        if card.profile in figures.profiles and card.reference_date and steps:
            counts = {day: figures.counts[card.profile, day].value for day in figures.totals}
            yield from _compare(figures, card, _grow(counts, steps))


def check_implied_totals(figures: FigureSet) -> Iterator[Verdict]:
    """The whole that two key figures imply (24.880 is 81,57 % of 30.501) is one that the table's totals can have grown to."""
    growths = _grow(dict(figures.totals), 1)
    for share in figures.loose:
        if share.measure != "aandeel" or not share.value or not share.reference_date or not _is_of_all(figures, share):
            continue
        nearest = _expect(figures, growths, share.reference_date)
        for parts, part in _find_parts(figures, share):
            implied = part / share.value * 100
            if nearest:
                yield _compare_total(figures, share, nearest, parts, implied)


def check_card_profiles(figures: FigureSet) -> Iterator[Verdict]:
    """A profile that a key figure names has a row in the table."""
    for card in figures.loose:
        if card.profile:
            missing = f"{_name(figures, card)}: in de tabel staat geen rij {card.profile}."
            yield FINE if card.profile in figures.profiles else Verdict(missing)


def check_repeated_figures(figures: FigureSet) -> Iterator[Verdict]:
    """A key figure that is printed twice has the same value both times."""
    seen: dict[tuple[object, ...], Figure] = {}
    for card in figures.loose:
        if is_card(card):
            first = seen.setdefault((card.series, card.measure, card.profile, card.reference_date, card.unit), card)
            values = f"met {first.span.of(figures.text)} en met {card.span.of(figures.text)}"
            same = first.value == card.value
            yield FINE if same else Verdict(f"'{_title(figures, card)}' ({_date_of(card)}) staat er twee keer, {values}.")


def check_stocks_in_prose(figures: FigureSet) -> Iterator[Verdict]:
    """A number of clients in prose agrees with the table's total on a reference date in its period."""
    for stock in figures.loose:
        counted = stock.kind == "stand" and stock.unit.startswith(_PEOPLE) and not stock.profile and not stock.whole
        if not counted or is_card(stock):
            continue
        slack = _SLACK_OF_CIRCA if stock.qualifier else _SLACK_OF_STOCK
        for day in _days_within(figures, stock):
            low, high = stock.value * (1 - slack), (stock.upper or stock.value) * (1 + slack)
            says = f"in de tekst staat {_printed(figures, stock)}, maar {name_cell(None, day)} is volgens de tabel "
            agrees = low <= figures.totals[day] <= high
            yield FINE if agrees else Verdict(f"{says}{number_to_print(figures.totals[day])}.")


def check_flows_in_prose(figures: FigureSet) -> Iterator[Verdict]:
    """An inflow per month in prose agrees roughly with the net increase per month of the table over the same period."""
    for flow in figures.loose:
        begin, end = _period_of(flow)
        if flow.kind != "stroom" or not flow.unit.endswith("per maand") or not end:
            continue
        reached = [day for day in figures.totals if 0 <= month_of(day) - month_of(end) <= 1 and day > end]
        if begin in figures.totals and reached:
            months = month_of(reached[0]) - month_of(begin)
            net = (figures.totals[reached[0]] - figures.totals[begin]) / months
            low, high = flow.value * (1 - _SLACK_OF_FLOW), (flow.upper or flow.value) * (1 + _SLACK_OF_FLOW)
            says = f"in de tekst staat {_printed(figures, flow)} per maand, maar de tabel neemt van {date_to_dutch(begin)} tot "
            says += f"{date_to_dutch(reached[0])} netto met {number_to_print(net)} per maand toe."
            yield FINE if low <= net <= high else Verdict(says)


def _compare(figures: FigureSet, card: Figure, by_day: dict[str, float]) -> Iterator[Verdict]:
    expected = _expect(figures, by_day, str(card.reference_date))
    if expected:
        says = f"{_name(figures, card)}, maar de tabel geeft voor {card.profile} {number_to_print(expected.value, 2)} % op "
        says += f"{date_to_dutch(expected.day)}; meer dan {number_to_print(expected.slack, 2)} procentpunt verschil past niet."
        yield FINE if abs(card.value - expected.value) <= expected.slack else Verdict(says)


def _compare_total(figures: FigureSet, share: Figure, growth: _Expected, parts: str, implied: float) -> Verdict:
    total = figures.totals[growth.day]
    steps = max(0, _steps_between(figures, growth.day, str(share.reference_date)))
    # On a date of the table itself nothing has grown yet.
    usual = growth.value if steps else 0
    low, high = (total * (1 + (usual + slack) / 100) ** max(1, steps) for slack in (-growth.slack, growth.slack))
    says = f"{parts} is {share.span.of(figures.text)} van het geheel ({_title(figures, share)}), dus het geheel zou op "
    says += f"{_date_of(share)} {number_to_print(implied)} zijn; uit de tabel ({' + '.join(figures.profiles)} is "
    says += f"{number_to_print(total)} op {date_to_dutch(growth.day)}) volgt "
    says += f"{number_to_print(low)} tot {number_to_print(high)}."
    return FINE if low <= implied <= high else Verdict(says)


def _expect(figures: FigureSet, by_day: dict[str, float], wanted: str) -> _Expected | None:
    """The value on the day nearest to the wanted one; None when the table is too short, or the day too far from it."""
    if len(by_day) < 3 or not figures.months_apart:
        return None
    nearest = min(by_day, key=lambda day: abs(_days_between(day, wanted)))
    before = [value for day, value in sorted(by_day.items()) if day <= nearest]
    changes = [abs(later - earlier) for earlier, later in pairwise(before)][-_LAST_STEPS:]
    if not changes or not 0 <= _steps_between(figures, nearest, wanted) <= _MOST_STEPS_AFTER_TABLE:
        return None
    return _Expected(by_day[nearest], max(_LEAST_SLACK, _TIMES_LARGEST_CHANGE * max(changes)), nearest)


def _grow(by_day: dict[str, float], steps: int) -> dict[str, float]:
    """The growth in percent on each day over so many steps before it."""
    days = sorted(by_day)
    pairs = zip(days, days[steps:], strict=False)
    return {later: (by_day[later] / by_day[earlier] - 1) * 100 for earlier, later in pairs if by_day[earlier]}


def _find_parts(figures: FigureSet, share: Figure) -> Iterator[tuple[str, float]]:
    """What a share is the share of, by another key figure of the same day: its printed number, or its last count grown on."""
    for other in figures.loose:
        if other.reference_date != share.reference_date:
            continue
        if other.measure == "aantal" and _subject(other) == _subject(share):
            yield f"{other.span.of(figures.text)} ({_title(figures, other)})", other.value
        last = figures.days[-1] if figures.days else ""
        of_profile = share.profile in figures.profiles and other.profile == share.profile and last in figures.totals
        of_one_step = of_profile and _steps_of_growth(figures, other) == 1
        if of_one_step and _steps_between(figures, last, str(other.reference_date)) == 1:
            count = figures.counts[share.profile, last].value
            yield f"{count:g} + {other.span.of(figures.text)} ({_title(figures, other)})", count * (1 + other.value / 100)


def _steps_of_growth(figures: FigureSet, card: Figure) -> int:
    """Over how many steps of the table a key figure's growth is ("t.o.v. vorig kwartaal"); 0 when it doesn't say, or between two."""
    if card.measure != "groei" or card.label is None or not figures.months_apart:
        return 0
    said = re.search(r"\bvorige?\s+(maand|kwartaal|half\s?jaar|jaar)\b", _title(figures, card), re.IGNORECASE)
    months = next((months for months, name in _STEP_NAMES.items() if said and said[1].lower() == name), 0)
    return months // figures.months_apart if months % figures.months_apart == 0 else 0


def _steps_between(figures: FigureSet, earlier: str, later: str) -> int:
    return round(_days_between(earlier, later) / (figures.months_apart * _DAYS_PER_MONTH))


def _days_between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _days_within(figures: FigureSet, figure: Figure) -> list[str]:
    begin, end = _period_of(figure)
    return [day for day in figures.totals if begin <= day <= end] if begin else []


def _period_of(figure: Figure) -> tuple[str, str]:
    if figure.period:
        return figure.period.first, figure.period.last
    return figure.reference_date or "", figure.reference_date or ""


def _subject(card: Figure) -> str:
    return card.series.partition("-")[2]


def _is_of_all(figures: FigureSet, card: Figure) -> bool:
    return bool(re.search(r"\b(?:alle|totaal|totale)\b", _title(figures, card), re.IGNORECASE))


def _name(figures: FigureSet, card: Figure) -> str:
    return f"'{_title(figures, card)}' is {card.span.of(figures.text)} ({_date_of(card)})"


def _date_of(card: Figure) -> str:
    return date_to_dutch(card.reference_date) if card.reference_date else "zonder datum"


def _title(figures: FigureSet, card: Figure) -> str:
    return " ".join(card.label.of(figures.text).split()) if card.label else card.series


def _printed(figures: FigureSet, figure: Figure) -> str:
    words = " ".join(figure.span.of(figures.text).split())
    return f"'{figure.qualifier} {words}'".replace("' ", "'")
