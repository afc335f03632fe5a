"""Cites the cells that an answer is made of: a row of the table for the reader, the cell itself for every figure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.types import Figure, Span
from indexer.store import OpenIndex
from service.citing import cite_span
from service.types import Citation, CitedFigure

# Up to two rows read well apart; of more, the reader wants the table.
_MOST_ROWS_APART = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """The citations of an answer, numbered from 1, and the index from which more exact ones are made."""

    index: OpenIndex
    citations: tuple[Citation, ...]

    def number_of(self, figure: Figure) -> int:
        """The number of the citation in which this cell stands; an error if none does."""
        return next(
            citation.number
            for citation in self.citations
            if citation.document.id == figure.document_id and citation.span.contains(figure.span)
        )


def gather_evidence(index: OpenIndex, figures: Iterable[Figure], max_citations: int) -> Evidence:
    """Citations of the rows in which these cells stand: one each for a row or two, else one for the stretch of rows."""
    rows = sorted({(figure.document_id, span.begin, span.end) for figure in figures for span in [_row_of(index, figure)]})
    if len(rows) > min(_MOST_ROWS_APART, max_citations):
        documents = dict.fromkeys(document_id for document_id, _, _ in rows)
        own = {name: [row for row in rows if row[0] == name] for name in documents}
        rows = [(name, stretch[0][1], stretch[-1][2]) for name, stretch in own.items()]
    citations = [cite_span(index, name, Span(begin, end), number) for number, (name, begin, end) in enumerate(rows, 1)]
    return Evidence(index, tuple(citations))


def cite_cell(evidence: Evidence, figure: Figure) -> CitedFigure:
    """The cell with its own exact citation, which carries the number of the row it stands in."""
    row = next(citation for citation in evidence.citations if citation.number == evidence.number_of(figure))
    canonical = evidence.index.texts[figure.document_id]
    words, page = figure.span.of(canonical.text), canonical.page_at(figure.span.begin)
    exact = replace(row, span=figure.span, quote=words, core=figure.span, page=page)
    return CitedFigure(figure, exact)


def cell_numbers(figures: Iterable[CitedFigure]) -> tuple[int, ...]:
    """The numbers of the citations that carry these figures, with those of the cells that they were computed from."""
    numbers: set[int] = set()
    for figure in figures:
        numbers.add(figure.citation.number)
        if figure.computation:
            numbers.update(cell_numbers(figure.computation.inputs))
    return tuple(sorted(numbers))


def _row_of(index: OpenIndex, figure: Figure) -> Span:
    """The line of the table around a cell, without the spaces at its ends."""
    text = index.texts[figure.document_id].text
    begin = text.rfind("\n", 0, figure.span.begin) + 1
    end = text.find("\n", figure.span.end)
    line = text[begin : end if end >= 0 else len(text)]
    return Span(begin + len(line) - len(line.lstrip()), begin + len(line.rstrip()))
