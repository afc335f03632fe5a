"""The nouns of a chart: all that is drawn and said of it, with nothing left to decide for whoever draws."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One figure over time: ISO ``days`` ascending with a value each; ``said`` are those values in Dutch notation."""

    name: str
    days: tuple[str, ...]
    values: tuple[float, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure by itself. A range ends at ``upper``; ``measured`` is False for a target or an estimate."""

    name: str
    value: float
    said: str
    upper: float | None = None
    measured: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines or bars, never both. ``subject_axis`` is what the bars are of; lines always run over reference dates.

    ``description`` is the whole chart in words, for who can't see it; ``footnotes`` stand under it, the source first.
    """

    title: str
    value_axis: str
    subject_axis: str
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    footnotes: tuple[str, ...]
    description: str
