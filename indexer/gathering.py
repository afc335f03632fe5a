"""Reads the documents of a manifest into what an index is made of: texts, passages, sentences, words and figures."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from corpus.manifest import LeftOut, Manifest
from corpus.types import CanonicalText, Document, Figure, Passage
from indexer.figures.checks import FigureCheck, check_figures
from indexer.figures.finding import find_figures
from indexer.reading import ReadingError, read_document
from indexer.structure.blocks import find_blocks
from indexer.structure.passages import cut_passages, passage_to_search_text
from indexer.structure.sections import find_missing_parts, find_sections
from indexer.words import STOP_WORDS, split_words

# Words that get a vector, the most frequent first: enough for some hundred documents, and minutes at most to embed.
MOST_WORDS = 20_000
SHORTEST_WORD = 3


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


def gather_documents(manifest: Manifest, corpus_dir: Path) -> Gathered:
    """Everything that the documents of a manifest hold. A document that can't be read is left out, and ``left_out`` says why."""
    gathered = Gathered(left_out=list(manifest.left_out))
    for document in manifest.documents:
        try:
            canonical = read_document(document, corpus_dir)
        except ReadingError as error:
            gathered.left_out.append(LeftOut(document.id, str(error)))
            continue
        blocks = canonical.blocks if canonical.blocks is not None else find_blocks(canonical.text, document.language)
        gathered.add_passages(document, canonical, cut_passages(canonical, find_sections(document, canonical, blocks)))
        found = find_figures(canonical, blocks)
        gathered.figures += found.figures
        gathered.remarks += [f"{document.id}: {found.problem}"] if found.problem else []
        for part in find_missing_parts(document, canonical, blocks):
            gathered.remarks.append(
                f"{document.id}: de kop '{part.heading}' staat niet in het document; dat deel telt niet als {part.kind}. "
                "Verbeter [[document.part]] in het manifest."
            )
    gathered.figure_checks = check_figures(gathered.figures, gathered.words_by_document())
    return gathered
