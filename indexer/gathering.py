"""Reads the documents of a manifest into what an index is made of: texts, passages, sentences, words and figures.

Each document is read in a process of its own with limits, since a file can be made, or be broken, so that reading it never
ends, takes all memory or brings Python down: that costs the document, never the others.
"""

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from corpus.manifest import LeftOut, Manifest
from corpus.types import CanonicalText, Document, Figure, Passage
from indexer.figures.checks import FigureCheck, check_figures, join_checks
from indexer.figures.finding import find_figures
from indexer.limited_process import EndedCallError, LimitedProcess
from indexer.limited_worker import CallLimits, Ending
from indexer.reading import ReadingError, read_document
from indexer.structure.blocks import find_blocks
from indexer.structure.passages import cut_passages, passage_to_search_text
from indexer.structure.sections import find_missing_parts, find_sections
from indexer.words import STOP_WORDS, split_words

# Words that get a vector, the most frequent first: enough for some hundred documents, and minutes at most to embed.
MOST_WORDS = 20_000
SHORTEST_WORD = 3

DEFAULT_LIMITS = CallLimits()

_ENDINGS: dict[Ending, str] = {
    "time": "het lezen duurde langer dan {seconds:g} seconden en is afgebroken. "
    "Lever het document in delen of in een andere vorm aan, of verhoog BELEIDSWIJZER_READING_SECONDS.",
    "memory": "het lezen vroeg meer dan {megabytes} MB geheugen en is afgebroken. "
    "Lever het document in delen of in een andere vorm aan, of verhoog BELEIDSWIJZER_READING_MEGABYTES.",
    "death": "het lezen brak onverwacht af ({detail}). Sla het document opnieuw op of lever het in een andere vorm aan.",
    "fault": "bij het lezen ging iets onverwacht mis ({detail}). "
    "Sla het document opnieuw op of lever het in een andere vorm aan, en meld deze fout.",
}


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """What one document gave."""

    canonical: CanonicalText
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    figure_checks: tuple[FigureCheck, ...]
    remarks: tuple[str, ...]


@dataclass(slots=True)
class Gathered:
    """What the documents gave, in the order of the manifest. ``sentences`` are (passage, position in it, words)."""

    texts: list[tuple[Document, CanonicalText]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    search_texts: list[str] = field(default_factory=list)
    sentences: list[tuple[Passage, int, str]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    figure_checks: tuple[FigureCheck, ...] = ()

    def add_passages(self, document: Document, canonical: CanonicalText, passages: tuple[Passage, ...]) -> None:
        """Adds a document with its passages, their search texts and their sentences."""
        self.texts.append((document, canonical))
        self.passages += passages
        self.search_texts += [passage_to_search_text(passage, document.title, canonical.text) for passage in passages]
        for passage in passages:
            self.sentences += [(passage, n, span.of(canonical.text)) for n, span in enumerate(passage.sentences)]

    def words_by_document(self) -> dict[str, str]:
        """The canonical text of each document by its id."""
        return {document.id: canonical.text for document, canonical in self.texts}

    def find_words(self) -> list[str]:
        """The folded words that carry a subject, the most frequent first, at most ``MOST_WORDS``."""
        counts = Counter(word for text in self.search_texts for word in split_words(text))
        return [
            word
            for word, _ in counts.most_common()
            if word not in STOP_WORDS and len(word) >= SHORTEST_WORD and not word.isdigit()
        ][:MOST_WORDS]


def gather_documents(manifest: Manifest, corpus_dir: Path, limits: CallLimits | None = DEFAULT_LIMITS) -> Gathered:
    """Everything that the documents of a manifest hold. A document that can't be read is left out, and ``left_out`` says why.

    ``limits`` is what reading one document may take. None reads in this process, where nothing limits it: for experiments that
    put something else in the place of a step. Raises ProcessStartError.
    """
    gathered = Gathered(left_out=list(manifest.left_out))
    checks = [check_figures((), {})]
    with ExitStack() as stack:
        gather = gather_document if limits is None else stack.enter_context(LimitedProcess(gather_document, limits)).call
        for document in manifest.documents:
            try:
                content = gather(document, corpus_dir)
            except EndedCallError as error:
                content = LeftOut(document.id, f"{document.file}: {_explain_ending(error, limits or DEFAULT_LIMITS)}")
            if isinstance(content, LeftOut):
                gathered.left_out.append(content)
                continue
            gathered.add_passages(document, content.canonical, content.passages)
            gathered.figures += content.figures
            gathered.remarks += content.remarks
            checks.append(content.figure_checks)
    gathered.figure_checks = join_checks(checks)
    return gathered


def gather_document(document: Document, corpus_dir: Path) -> DocumentContent | LeftOut:
    """Everything that one document holds, or why it can't be read."""
    try:
        canonical = read_document(document, corpus_dir)
    except ReadingError as error:
        return LeftOut(document.id, str(error))
    blocks = canonical.blocks if canonical.blocks is not None else find_blocks(canonical.text, document.language)
    passages = cut_passages(canonical, find_sections(document, canonical, blocks))
    found = find_figures(canonical, blocks)
    remarks = [f"{document.id}: {found.problem}"] if found.problem else []
    for part in find_missing_parts(document, canonical, blocks):
        remarks.append(
            f"{document.id}: de kop '{part.heading}' staat niet in het document; dat deel telt niet als {part.kind}. "
            "Verbeter [[document.part]] in het manifest."
        )
    checks = check_figures(found.figures, {document.id: canonical.text})
    return DocumentContent(canonical, passages, found.figures, checks, tuple(remarks))


def _explain_ending(error: EndedCallError, limits: CallLimits) -> str:
    return _ENDINGS[error.ending].format(seconds=limits.seconds, megabytes=limits.megabytes, detail=error.detail)
