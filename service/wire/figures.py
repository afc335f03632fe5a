"""The Dutch shape of figures on the wire, as JSON and as CSV for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from corpus.types import Figure, FigureKind, Measure, Period, Span
from service.types import CitedFigure, Computation
from service.wire.citations import Citaat, ResponseShape, citation_to_wire

_CSV_HEADER = (
    "reeks,maat,profiel,peildatum,waarde,eenheid,documentId,documentVersie,titel,onderdeel,pagina,begin,eind,citaat,link,"
    "soort,periodeVanaf,periodeTot,bovengrens,voorbehoud,omschrijving,formule"
)
# What a percentage or a ratio is given in; anything else is counted, and a whole count goes as a whole number.
_FRACTIONAL_UNITS = ("procent", "keer")
# A spreadsheet takes a text that begins so for a formula, unless it is a number.
_FORMULA = re.compile(r"(?![-+]?\d[\d., ]*%?\Z)[=+\-@\t\r]")


class Bewerking(ResponseShape):
    """Hoe een cijfer is berekend."""

    naam: str
    """Naam van de bewerking, bijvoorbeeld verschil."""
    formule: str
    """De berekening in Nederlandse notatie."""
    invoer: "tuple[Cijfer, ...]"
    """De cijfers waarmee is gerekend."""


class Periode(ResponseShape):
    """De dagen waarover een cijfer gaat, beide inbegrepen."""

    vanaf: str
    """Eerste dag (ISO 8601)."""
    tot: str
    """Laatste dag (ISO 8601)."""


class Cijfer(ResponseShape):
    """Eén cijfer met de cel of de woorden waaruit het komt."""

    reeks: str
    """De reeks waarbij het cijfer hoort."""
    maat: Measure
    """Wat het cijfer meet."""
    profiel: str | None
    """Zorgprofiel, als de reeks daarnaar is uitgesplitst."""
    peildatum: str | None
    """De dag waarvoor het cijfer geldt (ISO 8601); null als het van een periode is of zonder datum staat."""
    waarde: int | float
    """De waarde in de eenheid; 34.01 procent is 34,01%. Van een bereik de ondergrens."""
    eenheid: str
    """Eenheid van de waarde."""
    soort: FigureKind
    """Wat voor cijfer het is: een stand op een dag, een stroom in een tijd, een doel, een raming, …"""
    periode: Periode | None
    """De tijd waarover het cijfer gaat; null als het van één dag is of zonder datum staat."""
    bovengrens: int | float | None
    """Van een bereik ("300 tot 400") de hoogste waarde; null als het cijfer één waarde heeft."""
    voorbehoud: str | None
    """Hoe zeker het document het getal noemt, zoals het er staat ("circa", "ten minste"); null als het niets zegt."""
    omschrijving: str | None
    """De woorden van het document die zeggen wat het cijfer is; null bij een cel van een tabel."""
    citaat: Citaat
    """De cel, of de woorden waarin het cijfer staat, letterlijk; kern is het gedrukte getal."""
    bewerking: Annotated[Bewerking | None, Field(exclude_if=lambda computation: computation is None)] = None
    """Alleen bij een berekend cijfer: hoe het is berekend."""


class Cijfers(ResponseShape):
    """Een selectie uit de cijfers, met wat een lezer erbij moet weten."""

    cijfers: tuple[Cijfer, ...]
    """De cijfers; van een selectie in pagina's die van deze pagina."""
    kanttekeningen: tuple[str, ...]
    """Wat een lezer bij deze cijfers moet weten."""
    totaal: int
    """Hoeveel cijfers de hele selectie telt."""


def figure_to_wire(cited: CitedFigure) -> Cijfer:
    """A figure with its cell or its words, and how it was computed if it was."""
    figure = cited.figure
    return Cijfer(
        reeks=figure.series,
        maat=figure.measure,
        profiel=figure.profile,
        peildatum=figure.reference_date,
        waarde=_wire_value(figure, figure.value),
        eenheid=figure.unit,
        soort=figure.kind,
        periode=_period_to_wire(figure.period) if figure.period else None,
        bovengrens=None if figure.upper is None else _wire_value(figure, figure.upper),
        voorbehoud=figure.qualifier or None,
        omschrijving=read_label(cited),
        citaat=citation_to_wire(cited.citation),
        bewerking=_computation_to_wire(cited.computation) if cited.computation else None,
    )


def read_label(cited: CitedFigure) -> str | None:
    """The words of a figure's label, sliced from its citation; None without a label, or where the citation leaves it out."""
    label, around = cited.figure.label, cited.citation.span
    if label is None or cited.computation or not around.contains(label):
        return None
    return Span(label.begin - around.begin, label.end - around.begin).of(cited.citation.quote)


def figures_to_wire(figures: Iterable[CitedFigure], caveats: Sequence[str], total: int | None = None) -> Cijfers:
    """A selection of figures with its caveats; ``total`` counts the whole selection where these are one page of it."""
    written = tuple(figure_to_wire(figure) for figure in figures)
    return Cijfers(cijfers=written, kanttekeningen=tuple(caveats), totaal=len(written) if total is None else total)


def figures_to_csv(selection: Cijfers) -> str:
    """The figures as RFC 4180 text: a header row, then one row a figure, with the cell's place in flat columns.

    A text that a spreadsheet would compute gets an apostrophe before it; a printed number such as "-2,20 %" does not.
    """
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(_CSV_HEADER.split(","))
    for figure in selection.cijfers:
        writer.writerow([_guard(value) if isinstance(value, str) else value for value in _list_columns(figure)])
    return target.getvalue()


def _list_columns(figure: Cijfer) -> tuple[object, ...]:
    cell, period = figure.citaat, figure.periode
    path = " > ".join(cell.onderdeel)
    value = (figure.reeks, figure.maat, figure.profiel, figure.peildatum, figure.waarde, figure.eenheid)
    source = (cell.document_id, cell.document_versie, cell.titel, path, cell.pagina)
    place = (cell.begin, cell.eind, cell.citaat, cell.link)
    time = (period.vanaf, period.tot) if period else (None, None)
    formula = figure.bewerking.formule if figure.bewerking else None
    return (
        *(*value, *source, *place),
        *(figure.soort, *time, figure.bovengrens, figure.voorbehoud, figure.omschrijving, formula),
    )


def _guard(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _period_to_wire(period: Period) -> Periode:
    return Periode(vanaf=period.first, tot=period.last)


def _computation_to_wire(computation: Computation) -> Bewerking:
    inputs = tuple(figure_to_wire(figure) for figure in computation.inputs)
    return Bewerking(naam=computation.name, formule=computation.formula, invoer=inputs)


def _wire_value(figure: Figure, value: float) -> int | float:
    """Counts go as whole numbers; a percentage stays a fraction even where it happens to be whole."""
    return int(value) if figure.unit not in _FRACTIONAL_UNITS and value == int(value) else value
