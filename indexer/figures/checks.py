"""Checks the figures of all documents, and says of every check how much it looked at and what it found."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.types import Figure
from indexer.figures import key_figure_checks, table_checks
from indexer.figures.cards import parse_card_value
from indexer.figures.figure_set import FigureSet, Verdict, is_card, lay_out_figures
from indexer.figures.printed_numbers import PrintedNumberError
from indexer.figures.prose_numbers import parse_number
from indexer.figures.table import SERIES, parse_cell


class FigureMismatchError(ValueError):
    """The printed form of a figure isn't at its span; the message names the document, the series and the printed form."""


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """One check: its Dutch name, how many things it looked at, and Dutch sentences for what doesn't agree.

    ``remarks`` is what a reader should know though the figures don't contradict each other.
    """

    name: str
    checked: int
    problems: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def check_figures(figures: Iterable[Figure], texts: Mapping[str, str]) -> tuple[FigureCheck, ...]:
    """Every check over the figures, document by document; ``texts`` are the canonical texts by document.

    A check that a document's figures give no reason for looks at nothing of it. Problems name document, series or profile,
    date and the values that differ.
    """
    by_document: dict[str, list[Figure]] = {}
    for figure in figures:
        by_document.setdefault(figure.document_id, []).append(figure)
    sets = [lay_out_figures(document, texts[document], own) for document, own in by_document.items()]
    return tuple(_run_check(name, check, sets) for name, check in _CHECKS.items())


def join_checks(of_documents: Iterable[tuple[FigureCheck, ...]]) -> tuple[FigureCheck, ...]:
    """The checks of several documents as one row of checks: what was looked at and found by each, document after document."""
    return tuple(
        FigureCheck(
            same[0].name,
            sum(check.checked for check in same),
            tuple(problem for check in same for problem in check.problems),
            tuple(remark for check in same for remark in check.remarks),
        )
        for same in zip(*of_documents, strict=True)
    )


def verify_figures(figures: Iterable[Figure], texts: Mapping[str, str]) -> None:
    """Reads every figure again where it says that it is printed; raises FigureMismatchError for the first that isn't there."""
    for figure in figures:
        printed = figure.span.of(texts[figure.document_id])
        expected = [figure.value] if figure.upper is None else [figure.value, figure.upper]
        if _read_again(figure, printed) != expected:
            values = " tot ".join(f"{value:.10g}" for value in expected)
            raise FigureMismatchError(
                f"In {figure.document_id} staat op [{figure.span.begin}:{figure.span.end}] '{printed}', en dat is niet het cijfer "
                f"{values} {figure.unit} van de reeks {figure.series}. Dit is een fout in het lezen van cijfers: meld haar."
            )


def _read_again(figure: Figure, printed: str) -> list[float]:
    try:
        if figure.series == SERIES:
            return [parse_cell(figure.measure, printed)]
        if is_card(figure):
            return [parse_card_value(figure.measure, printed)]
        number = parse_number(printed)
    except PrintedNumberError:
        return []
    return [number.value] if number.upper is None else [number.value, number.upper]


def _run_check(name: str, check: Callable[[FigureSet], Iterator[Verdict]], sets: list[FigureSet]) -> FigureCheck:
    found = [(figures.document_id, verdict) for figures in sets for verdict in check(figures)]
    problems = tuple(f"{document}: {verdict.problem}" for document, verdict in found if verdict.problem)
    remarks = tuple(f"{document}: {verdict.remark}" for document, verdict in found if verdict.remark)
    return FigureCheck(name, len(found), problems, remarks)


_CHECKS: dict[str, Callable[[FigureSet], Iterator[Verdict]]] = {
    "afgedrukte groei tegen de aantallen": table_checks.check_growth,
    "cellen die er horen te zijn": table_checks.check_holes,
    "cellen die tweemaal voorkomen": table_checks.check_duplicates,
    "aantallen gelijk afgerond": table_checks.check_rounding,
    "peildata op gelijke afstand en op volgorde": table_checks.check_dates,
    "zorgprofielen zonder gat": table_checks.check_profiles,
    "afgedrukt totaal tegen de profielen": table_checks.check_printed_totals,
    "peildata tegen de noot bij de tabel": table_checks.check_stated_range,
    "kerncijfers met een rij in de tabel": key_figure_checks.check_card_profiles,
    "aandelen tegen de tabel": key_figure_checks.check_shares,
    "stijgingen tegen de tabel": key_figure_checks.check_growths,
    "aandeel en aantal samen tegen de tabel": key_figure_checks.check_implied_totals,
    "kerncijfers die tweemaal voorkomen": key_figure_checks.check_repeated_figures,
    "standen in de tekst tegen de tabel": key_figure_checks.check_stocks_in_prose,
    "instroom in de tekst tegen de netto toename": key_figure_checks.check_flows_in_prose,
}
