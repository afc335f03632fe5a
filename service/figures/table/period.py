"""Places the dates of a question on the reference dates of the table, or says why they don't fit."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from indexer.dutch_dates import DateMention, date_to_dutch, find_dates, mention_to_dutch, move_months
from service.figures.asking.asked_period import AskedPeriod
from service.figures.asking.query import FigureQuery
from service.figures.table.cells import FigureCells, outside_figures


@dataclass(frozen=True, slots=True)
class ChosenDates:
    """Reference dates, at least one, ascending. ``is_span``: only the first and the last count, and what lies between for a series.

    ``notes`` tells of a date how it was chosen ("de laatste peildatum van 2022"); ``reckoned_from`` is the day that relative
    dates ("vorig jaar") were counted from.
    """

    days: tuple[str, ...]
    is_span: bool
    notes: dict[str, str] = field(default_factory=dict)


def reckon_dates(query: FigureQuery, reference_date: str) -> tuple[FigureQuery, tuple[str, ...]]:
    """The query with its relative dates counted from an ISO day, and a Dutch sentence that says what they came to; or as it is."""
    if not query.period.is_relative():
        return query, ()
    mentions = find_dates(query.period.text, reference_date)
    told = [
        f"“{query.period.text[mention.begin : mention.end]}” is {mention_to_dutch(mention)}"
        for mention in mentions
        if mention.relative and mention.form != "unclear"
    ]
    period = replace(query.period, mentions=mentions)
    # The 29th of February of "vorig jaar" may or may not be a day.
    reckoned = replace(query, period=period, impossible_date=period.find_impossible())
    return reckoned, (f"Gerekend vanaf {date_to_dutch(reference_date)}: {', '.join(told)}.",) if told else ()


def choose_dates(query: FigureQuery, cells: FigureCells) -> ChosenDates:
    """The reference dates that a question is about; raises OutsideFiguresError for a date that isn't one."""
    if query.impossible_date:
        raise outside_figures(cells, f"De datum {query.impossible_date} bestaat niet")
    chosen = _choose_named(query, cells)
    if not query.period.months_back:
        return chosen
    other = day_before(chosen.days[-1], query.period.months_back, cells)
    return ChosenDates(tuple(sorted((other, chosen.days[-1]))), is_span=True)


def _choose_named(query: FigureQuery, cells: FigureCells) -> ChosenDates:
    period = query.period
    if not period.mentions:
        return _choose_unasked(query, cells)
    if period.link != "points":
        return _choose_span(query, cells)
    if _asks_change(query) and len(period.mentions) == 1 and not period.pick:
        (mention,) = period.mentions
        if mention.form == "stretch":
            return ChosenDates(_days_within(mention, cells, period.text), is_span=True)
        if _is_long(mention):
            return _choose_change_within(mention, cells, period.text)
    days: set[str] = set()
    notes: dict[str, str] = {}
    for mention in period.mentions:
        inside = _days_within(mention, cells, period.text)
        if _is_long(mention, or_end=True) and (mention.at_end or period.pick):
            chosen = inside[0] if period.pick == "first" and not mention.at_end else inside[-1]
            name = "eerste" if chosen == inside[0] and len(inside) > 1 else "laatste"
            notes[chosen] = f"de {name} peildatum van {mention_to_dutch(mention)}"
            inside = (chosen,)
        days.update(inside)
    return ChosenDates(tuple(sorted(days)), is_span=False, notes=notes)


def day_before(day: str, months_back: int | None, cells: FigureCells) -> str:
    """The reference date that a date is compared with: so many months back, else the one before; raises OutsideFiguresError."""
    position = cells.dates.index(day)
    other = move_months(day, -months_back) if months_back else cells.dates[position - 1]
    if other not in cells.dates or (position == 0 and not months_back):
        what = "eerdere" if (months_back or 0) >= 0 else "latere"
        raise outside_figures(cells, f"Er is geen {what} peildatum om {date_to_dutch(day)} mee te vergelijken")
    return other


def runs_past_last_date(period: AskedPeriod, cells: FigureCells) -> bool:
    """Whether a period ends inside the quarter that follows the last reference date: the table stops, the text may go on."""
    last = date.fromisoformat(cells.dates[-1])
    month = last.month - 1 + 3
    end = date(last.year + month // 12, month % 12 + 1, 1)
    asked = [mention for mention in period.mentions if mention.form == "day" or mention.at_end or period.link == "until"]
    return any(last.isoformat() < mention.last <= end.isoformat() for mention in asked)


def _choose_unasked(query: FigureQuery, cells: FigureCells) -> ChosenDates:
    first, last = cells.dates[0], cells.dates[-1]
    one_profile = len(query.profiles) == 1 or query.over_time
    over_all = (query.operation in ("change", "yearly", "series", "average", "pace", "crossing") and not query.apart) or (
        query.operation in ("highest", "lowest") and one_profile
    )
    if query.period.pick == "first":
        return ChosenDates((first,), is_span=False, notes={first: "de eerste peildatum"})
    if over_all and not query.period.pick and query.period.months_back is None:
        return ChosenDates(cells.dates, is_span=True)
    return ChosenDates((last,), is_span=False, notes={last: "de laatste peildatum"})


def _choose_span(query: FigureQuery, cells: FigureCells) -> ChosenDates:
    period = query.period
    first, last = cells.dates[0], cells.dates[-1]
    if period.link == "since":
        first = _days_within(period.mentions[0], cells, period.text)[0]
    elif period.link == "until":
        last = _days_within(period.mentions[0], cells, period.text)[-1]
    else:
        # "Eind 2022" begins at its end: what comes first is told by the reference dates, not by where a mention begins.
        mentions = sorted(period.mentions, key=lambda mention: mention.first)
        inside = [_days_within(mention, cells, period.text) for mention in mentions]
        ends = [(days[-1] if mention.at_end else days[0], days[-1]) for mention, days in zip(mentions, inside, strict=True)]
        earlier, later = sorted(ends)
        to_end = period.includes_end or query.operation not in ("change", "pace", "yearly", "ratio")
        first, last = earlier[0], later[1 if to_end else 0]
    return ChosenDates(tuple(day for day in cells.dates if first <= day <= last), is_span=True)


def _choose_change_within(mention: DateMention, cells: FigureCells, text: str) -> ChosenDates:
    """A year's change runs from its first reference date to the first of the next year, if the table goes that far."""
    inside = _days_within(mention, cells, text)
    next_day = (date.fromisoformat(mention.last) + timedelta(days=1)).isoformat()
    days = (*inside, next_day) if next_day in cells.dates else inside
    return ChosenDates(days, is_span=True)


def _asks_change(query: FigureQuery) -> bool:
    """Whether a change over a whole year is asked, of one profile or to find the profile that changed most."""
    among_profiles = (
        query.operation in ("highest", "lowest", "ranking", "beyond")
        and query.basis in ("growth", "difference")
        and not query.over_time
    )
    return query.operation in ("change", "pace") or (among_profiles and len(query.profiles) != 1)


def _say_mention(mention: DateMention, text: str) -> str:
    """A date in full; in the reader's own words where it was reckoned from them ("vorige maand", "eind derde kwartaal 2022")."""
    written = text[mention.begin : mention.end]
    reckoned = mention.relative or (mention.form == "day" and written[:1].isalpha())
    return f"‘{written}’" if reckoned else mention_to_dutch(mention)


def _is_long(mention: DateMention, or_end: bool = False) -> bool:
    return mention.form in ("year", "half") and (or_end or not mention.at_end)


def _days_within(mention: DateMention, cells: FigureCells, text: str) -> tuple[str, ...]:
    inside = tuple(day for day in cells.dates if mention.first <= day <= mention.last)
    if inside:
        return inside
    name = _say_mention(mention, text)
    earlier = [day for day in cells.dates if day < mention.first]
    if not earlier or mention.first > cells.dates[-1]:
        first = 1 if name.startswith("‘") else 0
        raise outside_figures(cells, f"{name[: first + 1].upper()}{name[first + 1 :]} ligt buiten de cijferreeks")
    later = [day for day in cells.dates if day > mention.last]
    near = f"de laatste daarvoor is {date_to_dutch(earlier[-1])}"
    near += f" en de eerste daarna {date_to_dutch(later[0])}" if later else ""
    raise outside_figures(cells, f"Voor {name} is er geen peildatum, {near}")
