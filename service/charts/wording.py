"""Writes the words of a chart in Dutch: its title, axes, source line, and what it shows for who can't see it."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Document, Figure, Measure
from indexer.dutch_dates import MONTHS, date_to_dutch
from service.charts.chart import Bar, Line
from service.figures.dutch_numbers import figure_to_dutch, number_to_dutch
from service.types import CitedFigure

_AXES: dict[Measure, str] = {"groei": "Groei", "aandeel": "Aandeel", "bedrag": "Bedrag"}
_UNIT_SIGNS = {"procent": "%"}
_LONGEST_NAME = 80  # characters, two lines beside a bar
_MOST_SOURCES = 2


def name_value_axis(figure: Figure) -> str:
    """What the values are: "Aantal indicaties", "Groei (%)"."""
    name = _AXES.get(figure.measure)
    return f"{name} ({_UNIT_SIGNS.get(figure.unit, figure.unit)})" if name else f"Aantal {figure.unit}"


def name_subject(figures: Sequence[CitedFigure], several_measures: bool) -> str:
    """What the figures are about, as the beginning of a title: a table's name, one figure's words, or what several share.

    For a table another measure than "aantal" is named, and "aantal" too where the selection has ``several_measures``.
    """
    first = figures[0].figure
    if first.label is not None:
        axis = name_value_axis(first)
        return name_figure(figures[0]) if len(figures) == 1 else f"Kerncijfers: {axis[0].lower()}{axis[1:]}"
    profiles = {cited.figure.profile for cited in figures}
    name = _series_to_words(first.series) + (f" ({first.profile})" if len(profiles) == 1 and first.profile else "")
    return f"{name}: {first.measure}" if first.measure != "aantal" or several_measures else name


def name_figure(cited: CitedFigure) -> str:
    """A figure outside a table by the words of its document, cut short, or by its series where those aren't cited."""
    label, citation = cited.figure.label, cited.citation
    if label is None or not citation.span.contains(label):
        return _series_to_words(cited.figure.series)
    words = " ".join(citation.words_of(label).split()).strip(" •*–-.:")
    return textwrap.shorten(words, _LONGEST_NAME, placeholder=" …")


def describe_time(figures: Sequence[CitedFigure]) -> str:
    """When the figures are of, as the end of a title: ", 1 januari 2021 tot en met 1 oktober 2023"; empty when undated."""
    dated = [cited.figure for cited in figures if cited.figure.reference_date or cited.figure.period]
    if not dated:
        return ""
    first, last = min(_days_of(figure)[0] for figure in dated), max(_days_of(figure)[1] for figure in dated)
    # Whole years are named as such; between two reference dates there may be days that were not measured.
    if all(figure.period for figure in dated) and (first[4:], last[4:]) == ("-01-01", "-12-31"):
        ends = dict.fromkeys((first[:4], last[:4]))
    else:
        ends = dict.fromkeys((date_to_dutch(first), date_to_dutch(last)))
    return f", {' tot en met '.join(ends)}"


def say_amount(figure: Figure) -> str:
    """A value with all that makes it less than exact: "circa 300 tot 400 (doel)"."""
    said = figure_to_dutch(figure)
    until = ""
    if figure.upper is not None:
        link = "en" if figure.qualifier.lower().startswith("tussen") else "tot"
        until = f" {link} {figure_to_dutch(replace(figure, value=figure.upper))}"
    kind = f" ({figure.kind})" if figure.kind in ("doel", "raming") else ""
    return f"{figure.qualifier} {said}{until}{kind}".strip()


def describe_lines(lines: Sequence[Line]) -> str:
    """A chart of lines in words: the first and the last value of each."""
    sentences = [f"{line.name}: {_say_ends(line)}." for line in lines]
    count = "één lijn" if len(lines) == 1 else f"{number_to_dutch(len(lines))} lijnen"
    return f"Lijndiagram met {count} over peildata. {' '.join(sentences)}"


def describe_bars(bars: Sequence[Bar]) -> str:
    """A chart of bars in words: the value of each."""
    sentences = [f"{bar.name}: {bar.said}." for bar in bars]
    count = "één staaf" if len(bars) == 1 else f"{number_to_dutch(len(bars))} staven"
    return f"Staafdiagram met {count}. {' '.join(sentences)}"


def name_source(figures: Sequence[CitedFigure]) -> str:
    """Who counted and in which documents it stands: "Bron: CIZ-gegevens, gepubliceerd op 19 april 2024, in …"."""
    notes = figures[0].figure.notes
    documents = list(dict.fromkeys(_name_document(cited.citation.document) for cited in figures))
    listed = "; ".join(documents[:_MOST_SOURCES]) + (" en andere documenten" if len(documents) > _MOST_SOURCES else "")
    if notes.source and len({cited.figure.notes for cited in figures}) == 1:
        published = f", gepubliceerd op {date_to_dutch(notes.published)}" if notes.published else ""
        return f"Bron: {notes.source}-gegevens{published}, in {listed}."
    return f"Bron: {listed}."


def _say_ends(line: Line) -> str:
    first, last = (f"{line.said[end]} op {date_to_dutch(line.days[end])}" for end in (0, -1))
    return first if len(line.days) == 1 else f"{first}, {last}"


def _series_to_words(series: str) -> str:
    words = series.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"


def _days_of(figure: Figure) -> tuple[str, str]:
    """First and last day of a figure that has a reference date or a period."""
    return (figure.period.first, figure.period.last) if figure.period else (figure.day, figure.day)


def _name_document(document: Document) -> str:
    return f"{document.title} ({document.publisher}, {_say_date(document.date)})"


def _say_date(written: str) -> str:
    """An ISO date, month or year in full."""
    if len(written) > len("2024-09"):
        return date_to_dutch(written)
    year, _, month = written.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
