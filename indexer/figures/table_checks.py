"""Checks of a table against itself and against the note beside it: what a changed, moved or missing cell gives away."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from indexer.dutch_dates import DateMention, date_to_dutch, find_dates
from indexer.figures.figure_set import FINE, FigureSet, Verdict, month_of, name_cell
from indexer.figures.printed_numbers import count_decimals, number_to_print

# From so many counts on, and when at least this share of them is a multiple of 5 or 10, they have been rounded to that.
_FEWEST_ROUNDED = 12
_SHARE_ROUNDED = 0.9
_ROUNDINGS = (100, 10, 5)


def check_growth(figures: FigureSet) -> Iterator[Verdict]:
    """Every printed growth equals that of its counts, as exactly as its decimals can say."""
    for (profile, day), printed in figures.growths.items():
        earlier = [other for other in figures.days if other < day]
        before = figures.counts.get((profile, earlier[-1])) if earlier else None
        after = figures.counts.get((profile, day))
        if not earlier:
            why = f"de groei van {name_cell(profile, day)} is niet na te rekenen: de tabel heeft geen eerdere peildatum."
            yield Verdict(remark=why)
        elif before and after and before.value:
            growth = (after.value - before.value) / before.value * 100
            decimals = count_decimals(printed.span.of(figures.text))
            agrees = abs(growth - printed.value) <= 0.5 * 10**-decimals + 1e-9
            says = f"bij {name_cell(profile, day)} staat een groei van {number_to_print(printed.value, 2)} %, maar "
            says += f"de aantallen ({before.value:g} en {after.value:g}) geven {number_to_print(growth, 2)} %."
            yield FINE if agrees else Verdict(says)


def check_rounding(figures: FigureSet) -> Iterator[Verdict]:
    """Where nearly all counts are rounded to the same step, all are: another one has a wrong digit."""
    counts = [figure for (profile, _), figure in figures.counts.items() if profile]
    for step in _ROUNDINGS:
        odd = [figure for figure in counts if figure.value % step]
        if len(counts) >= _FEWEST_ROUNDED and len(odd) <= (1 - _SHARE_ROUNDED) * len(counts):
            for figure in counts:
                where = f"het aantal van {name_cell(figure.profile, figure.day)} ({figure.value:g}) is niet op {step} afgerond"
                yield Verdict(f"{where}, de andere aantallen wel.") if figure in odd else FINE
            return


def check_holes(figures: FigureSet) -> Iterator[Verdict]:
    """Every profile has a count on every date, and a growth on every date but the first where growth is printed at all."""
    for profile in dict.fromkeys(figure.profile for figure in figures.table):
        for position, day in enumerate(figures.days):
            cell = (profile, day)
            yield FINE if cell in figures.counts else Verdict(f"het aantal van {name_cell(*cell)} ontbreekt.")
            if figures.growths and position:
                yield FINE if cell in figures.growths else Verdict(f"de groei van {name_cell(*cell)} ontbreekt.")


def check_duplicates(figures: FigureSet) -> Iterator[Verdict]:
    """A cell that stands twice has the same value both times."""
    seen: dict[tuple[str, str | None, str], float] = {}
    for figure in figures.table:
        first = seen.setdefault((figure.measure, figure.profile, figure.day), figure.value)
        where = f"{figure.measure} van {name_cell(figure.profile, figure.day)} staat er twee keer"
        yield FINE if first == figure.value else Verdict(f"{where}, met {first:g} en met {figure.value:g}.")


def check_dates(figures: FigureSet) -> Iterator[Verdict]:
    """The reference dates are equally far apart, fall on the same day of the month, and stand in order."""
    for earlier, later in pairwise(figures.days):
        between = f"tussen {date_to_dutch(earlier)} en {date_to_dutch(later)}"
        months = month_of(later) - month_of(earlier)
        if figures.months_apart and months % figures.months_apart:
            yield Verdict(f"{between} zit {months} maand(en), waar dat er anders {figures.months_apart} zijn.")
        elif months > figures.months_apart:
            yield Verdict(f"{between} ontbreekt een peildatum.")
        else:
            same = _day_of_month(earlier) == _day_of_month(later)
            where = f"de peildata {date_to_dutch(earlier)} en {date_to_dutch(later)} vallen niet op dezelfde dag van de maand."
            yield FINE if same else Verdict(where)
    printed = list(dict.fromkeys(figure.day for figure in figures.table))
    if printed not in (sorted(printed), sorted(printed, reverse=True)):
        fallen = next((pair for pair in pairwise(printed) if pair[0] > pair[1]), (printed[0], printed[-1]))
        yield Verdict(f"de peildata staan niet op volgorde: {date_to_dutch(fallen[0])} staat voor {date_to_dutch(fallen[1])}.")


def check_profiles(figures: FigureSet) -> Iterator[Verdict]:
    """The numbers of profiles of one kind follow each other: after GGZ02W comes GGZ03W."""
    for earlier, later in pairwise(figures.profiles):
        if re.sub(r"\d+", "", earlier) != re.sub(r"\d+", "", later):
            continue
        first, second = (int(re.sub(r"\D", "", profile)) for profile in (earlier, later))
        yield FINE if second == first + 1 else Verdict(f"in de tabel ontbreekt een profiel tussen {earlier} en {later}.")


def check_printed_totals(figures: FigureSet) -> Iterator[Verdict]:
    """A printed row of totals equals the sum of the profiles, but for their rounding."""
    for day, total in figures.totals.items():
        printed = figures.counts.get((None, day))
        if printed:
            # Each count and the total may be rounded to 5.
            agrees = abs(printed.value - total) <= 2.5 * (len(figures.profiles) + 1)
            says = f"{name_cell(None, day)} is volgens de tabel {printed.value:g}, maar de profielen zijn samen {total:g}."
            yield FINE if agrees else Verdict(says)


def check_stated_range(figures: FigureSet) -> Iterator[Verdict]:
    """The table covers the period that its note states ("vanaf 01-01-2021 t/m 1-01-2024").

    One reference date short at the end is a remark, since a period may be counted up to its end; anything else is a problem.
    """
    if not figures.days:
        return
    first, last = figures.days[0], figures.days[-1]
    sentences = {sentence for figure in figures.table for sentence in figure.notes.sentences}
    ranges = {stated for sentence in sentences for stated in _find_ranges(sentence.of(figures.text))}
    for begin, end in sorted(ranges):
        covers = f"de tabel loopt van {date_to_dutch(first)} tot en met {date_to_dutch(last)}, maar de noot erbij zegt van "
        covers += f"{date_to_dutch(begin)} tot en met {date_to_dutch(end)}."
        short = month_of(end) - month_of(last)
        if month_of(begin) != month_of(first) or not 0 <= short <= max(1, figures.months_apart):
            yield Verdict(covers)
        else:
            yield Verdict(remark=covers) if short == figures.months_apart > 0 else FINE


def _find_ranges(sentence: str) -> Iterator[tuple[str, str]]:
    for earlier, later in pairwise(find_dates(sentence)):
        between = sentence[earlier.end : later.begin]
        before = sentence[: earlier.begin].rstrip().lower()
        joined = re.fullmatch(r"\s*(?:t/m|tot en met|tot)\s*", between)
        if joined and before.endswith(("vanaf", "van", "periode")) and _is_day(earlier) and _is_day(later):
            yield earlier.first, later.last


def _is_day(mention: DateMention) -> bool:
    return mention.form == "day"


def _day_of_month(day: str) -> int:
    """The day of the month, with the last of every month the same: 30 June and 30 September, 31 March too."""
    parsed = date.fromisoformat(day)
    return 31 if (parsed + timedelta(days=1)).day == 1 else parsed.day
