"""Finds the figures of a document: what the answers look up and compute with."""

from corpus.types import CanonicalText, Figure
from indexer.figures.table import SERIES, FigureTableError, parse_cell, read_figure_tables

__all__ = ["SERIES", "FigureTableError", "find_figures", "parse_cell"]


def find_figures(canonical: CanonicalText) -> tuple[Figure, ...]:
    """Every figure of the text, each with the span of its printed number, in reading order; raises FigureTableError."""
    return read_figure_tables(canonical)
