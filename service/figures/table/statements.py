"""Says in one Dutch sentence what a figure or a computation gives; the numbers come from figures and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.dutch_dates import date_to_dutch
from service.figures.asking.intents import Basis
from service.figures.dutch_numbers import figure_to_dutch, number_to_dutch
from service.figures.table.evidence import cell_numbers
from service.types import CitedFigure

SINCE_BEFORE = " sinds de vorige peildatum"
# A longer row of figures is left to the table that shows them.
_MOST_LISTED = 6

_SERIES_NAMES: dict[Basis, str] = {
    "count": "het aantal indicaties",
    "growth": f"de groei van het aantal indicaties{SINCE_BEFORE}",
    "difference": f"de toename van het aantal indicaties{SINCE_BEFORE}",
    "share": "het aandeel in alle indicaties",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The profiles that count as one: a single profile, or several that are added up. ``name`` follows "indicaties"."""

    profiles: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence without its full stop, and the figures that it says."""

    sentence: str
    figures: tuple[CitedFigure, ...]


def statements_to_text(statements: Sequence[Statement]) -> str:
    """The sentences one after the other, each ending with the numbers of its citations: "… 11.650 indicaties GGZ03W [1]."."""
    marked = []
    for statement in statements:
        numbers = "".join(f"[{number}]" for number in cell_numbers(statement.figures))
        marked.append(f"{statement.sentence[0].upper()}{statement.sentence[1:]} {numbers}.")
    return " ".join(marked)


def name_series(kind: Basis, subject: Subject | None = None) -> str:
    """What a row of figures tells: "het aantal indicaties GGZ03W"."""
    name = _SERIES_NAMES[kind]
    return name.replace("indicaties", f"indicaties {subject.name}", 1) if subject and kind != "share" else name


def say_value(subject: Subject, figure: CitedFigure, note: str | None) -> Statement:
    """A count on one date."""
    return Statement(f"Op {_say_date(figure, note)} waren er {_said(figure)} indicaties {subject.name}", (figure,))


def say_profiles(kind: Basis, figures: Sequence[CitedFigure], note: str | None) -> Statement:
    """The same figure of several profiles on one date."""
    listed = enumerate_parts([f"{figure.figure.profile} {_said(figure)}" for figure in figures])
    return Statement(f"Op {_say_date(figures[0], note)} was {name_series(kind)} per profiel: {listed}", tuple(figures))


def say_series(kind: Basis, subject: Subject, figures: Sequence[CitedFigure]) -> Statement:
    """The same figure of one subject on several dates; of many the first and the last, since the figures tell the rest."""
    if len(figures) > _MOST_LISTED:
        return _say_long_series(kind, subject, figures)
    listed = enumerate_parts([f"{_said(figure)} op {_say_date(figure)}" for figure in figures])
    return Statement(f"{name_row(kind, subject)} was {listed}", tuple(figures))


def _say_long_series(kind: Basis, subject: Subject, figures: Sequence[CitedFigure]) -> Statement:
    first, last = figures[0], figures[-1]
    ends = f"{_said(first)} op {_say_date(first)} en {_said(last)} op {_say_date(last)}"
    return Statement(f"{name_row(kind, subject)} was {ends}; de tabel geeft alle peildata daartussen", tuple(figures))


def name_row(kind: Basis, subject: Subject) -> str:
    """What a row of figures of one subject tells, as the subject of a sentence."""
    return f"het aandeel van {subject.name} in alle indicaties" if kind == "share" else name_series(kind, subject)


def say_growth(subject: Subject, growth: CitedFigure, note: str | None) -> Statement:
    """Growth on a date since the reference date before it, which is not named: the source prints no date for it."""
    amount = f"{number_to_dutch(abs(growth.figure.value), 2)} % {'hoger' if growth.figure.value >= 0 else 'lager'}"
    when = _say_date(growth, note)
    return Statement(f"Op {when} lag het aantal indicaties {subject.name} {amount} dan op de peildatum ervoor", (growth,))


def say_change(subject: Subject, difference: CitedFigure, growth: CitedFigure, *, growth_first: bool) -> Statement:
    """The change of a count between two dates, as a number and as a percentage; the asked one first."""
    earlier, later = _inputs(difference)
    count = number_to_dutch(abs(difference.figure.value))
    percent = f"{number_to_dutch(abs(growth.figure.value), 2)} %"
    amount = f"{percent} ({count} indicaties)" if growth_first else f"{count} ({percent})"
    verb = f"{'toe' if difference.figure.value >= 0 else 'af'} met {amount}"
    sentence = (
        f"Van {_say_date(earlier)} tot {_say_date(later)} nam het aantal indicaties {subject.name} {verb}, "
        f"van {_said(earlier)} naar {_said(later)}"
    )
    return Statement(sentence, (growth, difference) if growth_first else (difference, growth))


def say_share_change(subject: Subject, difference: CitedFigure) -> Statement:
    """The change of a share between two dates, in percentage points."""
    earlier, later = _inputs(difference)
    points = _said(difference).lstrip("-")
    sentence = (
        f"Van {_say_date(earlier)} tot {_say_date(later)} ging het aandeel van {subject.name} in alle indicaties "
        f"van {_said(earlier)} naar {_said(later)}: {points} procentpunt {'meer' if difference.figure.value >= 0 else 'minder'}"
    )
    return Statement(sentence, (difference,))


def say_pace(subject: Subject, pace: CitedFigure) -> Statement:
    """The mean change of a count per month, quarter or year between two dates."""
    earlier, later = _inputs(pace)
    unit = pace.figure.unit.removeprefix("indicaties ")
    sentence = (
        f"Van {_say_date(earlier)} tot {_say_date(later)} was de netto toename van het aantal indicaties {subject.name} "
        f"gemiddeld {_said(pace)} {unit}, van {_said(earlier)} naar {_said(later)}"
    )
    return Statement(sentence, (pace,))


def say_percentage_apart(first: Subject, second: Subject, growth: CitedFigure, note: str | None) -> Statement:
    """How many percent more or fewer indications one profile has than another on one date."""
    below, above = _inputs(growth)
    amount = f"{number_to_dutch(abs(growth.figure.value), 2)} % {'meer' if growth.figure.value >= 0 else 'minder'}"
    sentence = (
        f"Op {_say_date(growth, note)} waren er {amount} indicaties {first.name} dan {second.name}: "
        f"{_said(above)} tegenover {_said(below)}"
    )
    return Statement(sentence, (growth,))


def say_difference(first: Subject, second: Subject, difference: CitedFigure, note: str | None) -> Statement:
    """The difference between two profiles on one date, in indications or, of their shares, in percentage points."""
    if difference.figure.measure == "aandeel":
        return _say_shares_apart(first, second, difference, note)
    below, above = _inputs(difference)
    count = number_to_dutch(abs(difference.figure.value))
    more = "meer" if difference.figure.value >= 0 else "minder"
    sentence = (
        f"Op {_say_date(difference, note)} waren er {count} indicaties {first.name} {more} dan {second.name}: "
        f"{_said(above)} tegenover {_said(below)}"
    )
    return Statement(sentence, (difference,))


def _say_shares_apart(first: Subject, second: Subject, difference: CitedFigure, note: str | None) -> Statement:
    below, above = _inputs(difference)
    points = f"{_said(difference).lstrip('-')} procentpunt {'hoger' if difference.figure.value >= 0 else 'lager'}"
    sentence = (
        f"Op {_say_date(difference, note)} was het aandeel van {first.name} {points} dan dat van {second.name}: "
        f"{_said(above)} tegenover {_said(below)}"
    )
    return Statement(sentence, (difference,))


def say_ratio(first: Subject, second: Subject, ratio: CitedFigure, note: str | None) -> Statement:
    """How many times as many indications one profile has as another, or one date as another."""
    below, above = _inputs(ratio)
    same_day = below.figure.reference_date == above.figure.reference_date
    other = second.name if same_day else f"op {_say_date(below)}"
    sentence = (
        f"Op {_say_date(above, note)} waren er {_said(ratio)} keer zoveel indicaties {first.name} als {other}: "
        f"{_said(above)} tegenover {_said(below)}"
    )
    return Statement(sentence, (ratio,))


def say_share(subject: Subject, share: CitedFigure, note: str | None) -> Statement:
    """The share of a profile in all indications on a date."""
    whole, part = _inputs(share)
    sentence = (
        f"Op {_say_date(share, note)} was het aandeel {subject.name} {_said(share)} van alle indicaties: "
        f"{_said(part)} van de {_said(whole)}"
    )
    return Statement(sentence, (share,))


def say_average(kind: Basis, subject: Subject, average: CitedFigure) -> Statement:
    """The mean over several reference dates or, without dates between them, over several profiles."""
    inputs = _inputs(average)
    days = [figure.figure.day for figure in inputs]
    count = number_to_dutch(len(inputs))
    when = f"Over {count} peildata van {date_to_dutch(days[0])} tot en met {date_to_dutch(days[-1])}"
    if len(set(days)) == 1:
        return Statement(
            f"Op {date_to_dutch(days[0])} was {name_series(kind)} gemiddeld {_said(average)} per profiel", (average,)
        )
    return Statement(f"{when} was {name_series(kind, subject)} gemiddeld {_said(average)}", (average,))


def _inputs(figure: CitedFigure) -> tuple[CitedFigure, ...]:
    return figure.computation.inputs if figure.computation else ()


def _said(figure: CitedFigure) -> str:
    return figure_to_dutch(figure.figure)


def _say_date(figure: CitedFigure, note: str | None = None) -> str:
    return date_to_dutch(figure.figure.day) + (f", {note}," if note else "")


def enumerate_parts(parts: Sequence[str]) -> str:
    """Parts as a reader lists them: "a, b en c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"
