"""Places the dates of a question on the reference dates of the table, or says why they don't fit."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from indexer.dutch_dates import DateMention, date_to_dutch, mention_to_dutch
from service.figures.cells import FigureCells, outside_figures
from service.figures.query import AskedPeriod, FigureQuery


@dataclass(frozen=True, slots=True)
class ChosenDates:
    """Reference dates, ascending. ``is_span``: only the first and the last count, and what lies between for a series.

    ``notes`` tells of a date how it was chosen ("de laatste peildatum van 2022").
    """

    days: tuple[str, ...]
    is_span: bool
    notes: dict[str, str] = field(default_factory=dict)


def choose_dates(query: FigureQuery, cells: FigureCells) -> ChosenDates:
    """The reference dates that a question is about; raises OutsideFiguresError for a date that isn't one."""
    period = query.period
    if not period.mentions:
        return _choose_unasked(query, cells)
    if period.link != "points":
        return _choose_span(query, cells)
    if _asks_change(query) and len(period.mentions) == 1 and _is_long(period.mentions[0]) and not period.pick:
        return _choose_change_within(period.mentions[0], cells)
    days: set[str] = set()
    notes: dict[str, str] = {}
    for mention in period.mentions:
        inside = _days_within(mention, cells)
        if _is_long(mention, or_end=True) and (mention.at_end or period.pick):
            chosen = inside[0] if period.pick == "first" and not mention.at_end else inside[-1]
            name = "eerste" if chosen == inside[0] and len(inside) > 1 else "laatste"
            notes[chosen] = f"de {name} peildatum van {mention_to_dutch(mention)}"
            inside = (chosen,)
        days.update(inside)
    return ChosenDates(tuple(sorted(days)), is_span=False, notes=notes)


def day_before(day: str, years_back: int | None, cells: FigureCells) -> str:
    """The reference date that a date is compared with: a year back, else the one before it; raises OutsideFiguresError."""
    position = cells.dates.index(day)
    earlier = f"{int(day[:4]) - 1}{day[4:]}" if years_back else cells.dates[position - 1]
    if position == 0 or earlier not in cells.dates:
        raise outside_figures(cells, f"Er is geen eerdere peildatum om {date_to_dutch(day)} mee te vergelijken")
    return earlier


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
    over_all = query.operation in ("change", "series", "average") or (query.operation in ("highest", "lowest") and one_profile)
    if query.period.pick == "first":
        return ChosenDates((first,), is_span=False, notes={first: "de eerste peildatum"})
    if over_all and not query.period.pick:
        return ChosenDates(cells.dates, is_span=True)
    return ChosenDates((last,), is_span=False, notes={last: "de laatste peildatum"})


def _choose_span(query: FigureQuery, cells: FigureCells) -> ChosenDates:
    period = query.period
    first, last = cells.dates[0], cells.dates[-1]
    if period.link == "since":
        first = _days_within(period.mentions[0], cells)[0]
    elif period.link == "until":
        last = _days_within(period.mentions[0], cells)[-1]
    else:
        earlier, later = sorted(period.mentions, key=lambda mention: mention.first)
        first = _days_within(earlier, cells)[-1 if earlier.at_end else 0]
        to_end = period.includes_end or later.at_end or query.operation != "change"
        last = _days_within(later, cells)[-1 if to_end else 0]
    return ChosenDates(tuple(day for day in cells.dates if first <= day <= last), is_span=True)


def _choose_change_within(mention: DateMention, cells: FigureCells) -> ChosenDates:
    """A year's change runs from its first reference date to the first of the next year, if the table goes that far."""
    inside = _days_within(mention, cells)
    next_day = (date.fromisoformat(mention.last) + timedelta(days=1)).isoformat()
    days = (*inside, next_day) if next_day in cells.dates else inside
    return ChosenDates(days, is_span=True)


def _asks_change(query: FigureQuery) -> bool:
    """Whether a change over a whole year is asked, of one profile or to find the profile that changed most."""
    among_profiles = (
        query.operation in ("highest", "lowest") and query.basis in ("growth", "difference") and not query.over_time
    )
    return query.operation == "change" or (among_profiles and len(query.profiles) != 1)


def _is_long(mention: DateMention, or_end: bool = False) -> bool:
    return mention.form in ("year", "half") and (or_end or not mention.at_end)


def _days_within(mention: DateMention, cells: FigureCells) -> tuple[str, ...]:
    inside = tuple(day for day in cells.dates if mention.first <= day <= mention.last)
    if inside:
        return inside
    name = mention_to_dutch(mention)
    earlier = [day for day in cells.dates if day < mention.first]
    if not earlier or mention.first > cells.dates[-1]:
        raise outside_figures(cells, f"{name[0].upper()}{name[1:]} ligt buiten de cijferreeks")
    raise outside_figures(cells, f"Voor {name} is er geen peildatum, de laatste daarvoor is {date_to_dutch(earlier[-1])}")
