"""Finds the figures of a document: what the answers look up and compute with."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Block, CanonicalText, Figure
from indexer.figures.cards import read_cards
from indexer.figures.notes import attach_notes
from indexer.figures.prose import read_prose_figures
from indexer.figures.table import SERIES, FigureTableError, parse_cell, read_figure_tables
from indexer.structure.sentences import split_sentences

__all__ = ["SERIES", "FigureTableError", "FoundFigures", "find_figures", "parse_cell"]


@dataclass(frozen=True, slots=True)
class FoundFigures:
    """The figures of a text in reading order; ``problem`` says why its tables could not be read, the rest was all the same."""

    figures: tuple[Figure, ...]
    problem: str | None = None


def find_figures(canonical: CanonicalText, blocks: Sequence[Block]) -> FoundFigures:
    """Every figure of the text, each with the span of its printed number and the notes beside it; ``blocks`` is its structure."""
    try:
        tables, problem = read_figure_tables(canonical), None
    except FigureTableError as error:
        tables, problem = (), str(error)
    text = canonical.text
    said = [block for block in blocks if block.form not in ("chrome", "table")]
    sentences = [sentence for block in said for sentence in split_sentences(text, block.span)]
    noted = attach_notes(canonical, blocks, (*tables, *read_cards(canonical, blocks)))
    figures = (*noted, *read_prose_figures(canonical, sentences))
    return FoundFigures(tuple(sorted(figures, key=lambda figure: figure.span.begin)), problem)
