"""Makes citations: the one place where words of a document become a quote, by slicing and by nothing else."""

from corpus.types import Passage, Span
from indexer.store import OpenIndex
from service.types import Citation


def cite_span(index: OpenIndex, document_id: str, span: Span, number: int, core: Span | None = None) -> Citation:
    """A numbered citation of this span, with the section path and page of the passage it stands in.

    ``core`` are the words in it that answer; without it they all do.

    A span outside every passage (a loose key figure) is cited with the path of the nearest passage before it.
    """
    canonical = index.texts[document_id]
    document = index.documents[document_id]
    passage = _passage_around(index, document_id, span)
    return Citation(
        number=number,
        document=document,
        version=canonical.version,
        kind=passage.kind if passage else document.kind,
        path=passage.path if passage else (),
        page=canonical.page_at(span.begin),
        span=span,
        quote=span.of(canonical.text),
        core=core or span,
    )


def _passage_around(index: OpenIndex, document_id: str, span: Span) -> Passage | None:
    before = [p for p in index.passages if p.document_id == document_id and p.span.begin <= span.begin]
    holding = [p for p in before if p.span.contains(span)]
    nearest = holding or before
    return nearest[-1] if nearest else None
