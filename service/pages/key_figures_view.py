"""Turns the figures outside the table into groups of plain Dutch: what kind they are, how much, when, and in which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.types import Figure, FigureKind
from indexer.dutch_dates import date_to_dutch, period_to_dutch
from indexer.figures.finding import SERIES
from indexer.store import OpenIndex
from service.figures.dutch_numbers import number_to_dutch
from service.figures.selection import cite_key_figure
from service.pages.figures_view import split_caveats
from service.types import Citation


class _GroupName(NamedTuple):
    title: str
    anchor: str
    kinds: tuple[FigureKind, ...]


# In the order in which policy is talked about; what is merely counted comes last.
_GROUPS = (
    _GroupName("Standen", "standen", ("stand",)),
    _GroupName("Instroom", "instroom", ("stroom",)),
    _GroupName("Aandelen en stijgingen", "aandelen", ("aandeel", "groei")),
    _GroupName("Doelen", "doelen", ("doel",)),
    _GroupName("Verwachtingen", "verwachtingen", ("raming",)),
    _GroupName("Tellingen", "tellingen", ("telling",)),
)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One amount with every place where a document says it. ``when`` is a Dutch date or period, or "" where none is named.

    ``caveats`` are those that don't hold for its whole group; ``notes`` are what the document says beside it.
    """

    said: str
    when: str
    profile: str
    places: tuple[Citation, ...]
    caveats: tuple[str, ...]
    notes: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class KeyFigureGroup:
    """The key figures of one kind; ``is_count`` tells the small ones ("vijf stappen") that only who looks for them needs.

    ``caveats`` hold for every figure of the group.
    """

    title: str
    anchor: str
    is_count: bool
    figures: tuple[KeyFigure, ...]
    caveats: tuple[str, ...]


def group_key_figures(index: OpenIndex) -> tuple[KeyFigureGroup, ...]:
    """The groups that have figures, each in reading order; an amount that is said more than once stands there once."""
    order = {document_id: place for place, document_id in enumerate(index.documents)}
    own = [figure for figure in index.figures if figure.series != SERIES or figure.label is not None or figure.profile is None]
    own.sort(key=lambda figure: (order[figure.document_id], figure.span.begin))
    groups = (_make_group(name, [figure for figure in own if figure.kind in name.kinds], index) for name in _GROUPS)
    return tuple(group for group in groups if group.figures)


def _make_group(name: _GroupName, figures: Sequence[Figure], index: OpenIndex) -> KeyFigureGroup:
    same: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        same.setdefault(_what_is_said(figure, index), []).append(figure)
    shown = [_make_key_figure(group, index) for group in same.values()]
    shared = [caveat for caveat in shown[0].caveats if all(caveat in one.caveats for one in shown)] if shown else []
    own = tuple(replace(one, caveats=tuple(caveat for caveat in one.caveats if caveat not in shared)) for one in shown)
    return KeyFigureGroup(name.title, name.anchor, "telling" in name.kinds, own, tuple(shared))


def _what_is_said(figure: Figure, index: OpenIndex) -> tuple[object, ...]:
    """Two figures of which all of this is equal say the same."""
    what = (figure.series, figure.measure, figure.kind, figure.profile, figure.qualifier)
    return (*what, figure.value, figure.upper, figure.reference_date, figure.period, _whole_of(figure, index))


def _make_key_figure(same: Sequence[Figure], index: OpenIndex) -> KeyFigure:
    first = same[0]
    caveats, notes = split_caveats(same, index)
    return KeyFigure(
        said=_say(first, _whole_of(first, index)),
        when=_say_when(first),
        profile=first.profile or "",
        places=tuple(cite_key_figure(index, figure, 1).citation for figure in same),
        caveats=caveats,
        notes=notes,
    )


def _whole_of(figure: Figure, index: OpenIndex) -> str:
    return figure.whole.of(index.texts[figure.document_id].text) if figure.whole else ""


def _say(figure: Figure, whole: str) -> str:
    """The amount in Dutch with all that makes it less or more than a number: "circa 300 tot 400 cliënten per maand"."""
    amount = _say_number(figure.value)
    if figure.upper is not None:
        link = "en" if figure.qualifier.lower().startswith("tussen") else "tot"
        amount = f"{amount} {link} {_say_number(figure.upper)}"
    if whole:
        amount = f"{amount} van de {whole}"
    unit = "%" if figure.unit == "procent" else figure.unit
    return re.sub(r"\s+", " ", f"{figure.qualifier} {amount} {unit}").strip()


def _say_number(value: float) -> str:
    """With the decimals it has and no more: a document that writes "twintig procent" doesn't claim 20,00 %."""
    decimals = len(f"{value:.2f}".rstrip("0").partition(".")[2])
    return number_to_dutch(value, decimals)


def _say_when(figure: Figure) -> str:
    if figure.reference_date:
        return date_to_dutch(figure.reference_date)
    # What stands in a line of its own needs no "de periode van".
    return period_to_dutch(figure.period.first, figure.period.last).removeprefix("de periode van ") if figure.period else ""
