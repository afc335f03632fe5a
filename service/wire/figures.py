"""The Dutch shape of figures on the wire, as JSON and as CSV for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from corpus.types import Figure, Measure
from service.types import CitedFigure, Computation
from service.wire.citations import Citaat, ResponseShape, citation_to_wire

_CSV_HEADER = (
    "reeks,maat,profiel,peildatum,waarde,eenheid,documentId,documentVersie,titel,onderdeel,pagina,begin,eind,citaat,link"
)


class Bewerking(ResponseShape):
    """Hoe een cijfer is berekend."""

    naam: str
    """Naam van de bewerking, bijvoorbeeld verschil."""
    formule: str
    """De berekening in Nederlandse notatie."""
    invoer: "tuple[Cijfer, ...]"
    """De cijfers waarmee is gerekend."""


class Cijfer(ResponseShape):
    """Eén cijfer met de cel waaruit het komt."""

    reeks: str
    """De reeks waarbij het cijfer hoort."""
    maat: Measure
    """Wat het cijfer meet."""
    profiel: str | None
    """Zorgprofiel, als de reeks daarnaar is uitgesplitst."""
    peildatum: str | None
    """De dag waarvoor het cijfer geldt (ISO 8601); null als het van een periode is of zonder datum staat."""
    waarde: int | float
    """De waarde in de eenheid; 34.01 procent is 34,01%."""
    eenheid: str
    """Eenheid van de waarde."""
    citaat: Citaat
    """De cel, letterlijk."""
    bewerking: Annotated[Bewerking | None, Field(exclude_if=lambda computation: computation is None)] = None
    """Alleen bij een berekend cijfer: hoe het is berekend."""


class Cijfers(ResponseShape):
    """Een selectie uit de cijfers, met wat een lezer erbij moet weten."""

    cijfers: tuple[Cijfer, ...]
    """De cijfers."""
    kanttekeningen: tuple[str, ...]
    """Wat een lezer bij deze cijfers moet weten."""


def figure_to_wire(cited: CitedFigure) -> Cijfer:
    """A figure with its cell, and how it was computed if it was."""
    figure = cited.figure
    return Cijfer(
        reeks=figure.series,
        maat=figure.measure,
        profiel=figure.profile,
        peildatum=figure.reference_date,
        waarde=_wire_value(figure),
        eenheid=figure.unit,
        citaat=citation_to_wire(cited.citation),
        bewerking=_computation_to_wire(cited.computation) if cited.computation else None,
    )


def figures_to_wire(figures: Iterable[CitedFigure], caveats: Sequence[str]) -> Cijfers:
    """A selection of figures with its caveats."""
    return Cijfers(cijfers=tuple(figure_to_wire(figure) for figure in figures), kanttekeningen=tuple(caveats))


def figures_to_csv(selection: Cijfers) -> str:
    """The figures as RFC 4180 text: a header row, then one row a figure, with the cell's place in flat columns."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(_CSV_HEADER.split(","))
    for figure in selection.cijfers:
        cell = figure.citaat
        path = " > ".join(cell.onderdeel)
        value = (figure.reeks, figure.maat, figure.profiel, figure.peildatum, figure.waarde, figure.eenheid)
        source = (cell.document_id, cell.document_versie, cell.titel, path, cell.pagina)
        writer.writerow((*value, *source, cell.begin, cell.eind, cell.citaat, cell.link))
    return target.getvalue()


def _computation_to_wire(computation: Computation) -> Bewerking:
    inputs = tuple(figure_to_wire(figure) for figure in computation.inputs)
    return Bewerking(naam=computation.name, formule=computation.formula, invoer=inputs)


def _wire_value(figure: Figure) -> int | float:
    """Counts go as whole numbers; a percentage stays a fraction even where it happens to be whole."""
    counts = figure.unit == "indicaties" and figure.value.is_integer()
    return int(figure.value) if counts else figure.value
