"""Reads the training documents and their questions into what is learned from: passages, and which of them answer what with which words.

A passage here is cut as the index cuts it, so that what is learned is what is met. Documents whose number divides by twelve are
never trained on: they tell how well documents are read that nobody has seen.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.types import Document, Passage, Span
from indexer.readers.markdown import read_markdown
from indexer.structure.blocks import find_blocks
from indexer.structure.passages import cut_passages
from indexer.structure.sections import find_sections

KEPT_OUT_EVERY = 12

# A passage holds a slice when at least this share of the slice stands in it.
HELD_SHARE = 0.5

# What Markdown puts between the words of a slice and the canonical text leaves out.
_WORD_OR_SIGN = re.compile(r"\w+|[^\w\s*_#>|\-]")
_BETWEEN = r"[\s*_#>|\-]*"


class LessonsError(ValueError):
    """The training material is missing or not of the form that README.md describes; the message names the file and what to do."""


@dataclass(frozen=True, slots=True)
class LessonPassage:
    """A passage with the headings above it; ``sentences`` are the smallest stretches of ``text`` that can answer."""

    headings: str
    text: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Which words of one passage answer a question; ``core`` is empty where all of ``evidence`` is meant."""

    evidence: tuple[Span, ...]
    core: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LessonQuestion:
    """A question as it is read: a follow-up with what was asked before it. ``answered`` is by the position of a passage.

    ``near`` are the passages that a hasty reader would quote for a question that the document doesn't answer.
    ``entry`` numbers the questions that ask the same, where that is known.
    """

    text: str
    kind: str
    style: str
    answered: dict[int, Answered]
    near: tuple[int, ...] = ()
    entry: int | None = None

    @property
    def answerable(self) -> bool:
        """Whether the document answers it."""
        return bool(self.answered)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A document with its questions; ``number`` says whether it is kept out."""

    name: str
    number: int
    passages: tuple[LessonPassage, ...]
    questions: tuple[LessonQuestion, ...]

    @property
    def is_kept_out(self) -> bool:
        """Whether this document is for measuring only."""
        return self.number % KEPT_OUT_EVERY == 0


def load_lessons(folder: Path) -> list[Lesson]:
    """The lessons of ``documents/NNN-*.md`` and ``questions/NNN-*.jsonl`` in this folder, by number. Raises LessonsError."""
    documents = sorted((folder / "documents").glob("*.md"))
    if not documents:
        raise LessonsError(f"In {folder}/documents staan geen documenten om van te leren.")
    return [_load_lesson(file, folder / "questions" / f"{file.stem}.jsonl") for file in documents]


def _load_lesson(file: Path, questions: Path) -> Lesson:
    if not questions.is_file():
        raise LessonsError(f"{questions} ontbreekt: elk document om van te leren heeft vragen.")
    canonical = read_markdown(file.read_bytes(), file.stem)
    blocks = canonical.blocks if canonical.blocks is not None else find_blocks(canonical.text)
    document = Document(file.stem, str(file), _find_title(canonical.text), "", "2024", "rapport", "nl")
    passages = [p for p in cut_passages(canonical, find_sections(document, canonical, blocks)) if p.form != "overview"]
    read = tuple(_read_questions(questions, canonical.text, passages))
    lesson_passages = tuple(_to_lesson_passage(passage, document.title, canonical.text) for passage in passages)
    return Lesson(file.stem, int(file.stem.partition("-")[0]), lesson_passages, read)


def _find_title(text: str) -> str:
    return next((line.strip("# ").strip() for line in text.splitlines() if line.strip("# ").strip()), "")


def _to_lesson_passage(passage: Passage, title: str, text: str) -> LessonPassage:
    headings = " > ".join(dict.fromkeys(part for part in (title, *passage.path) if part))
    sentences = tuple(_inside(span, passage) for span in passage.sentences)
    return LessonPassage(headings, passage.span.of(text), sentences)


def _read_questions(file: Path, text: str, passages: Sequence[Passage]) -> Iterator[LessonQuestion]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            written = json.loads(line)
            question = _read_question(written, text, passages)
        except (ValueError, KeyError) as fault:
            raise LessonsError(f"{file.name}, regel {number}: {fault}. Draai python -m evals.training.check.") from fault
        # Where evidence falls apart over passages so that none holds half of any slice, nothing can be learned.
        if question.answerable or not written["evidence"]:
            yield question


def _read_question(written: dict[str, object], text: str, passages: Sequence[Passage]) -> LessonQuestion:
    evidence = _find_slices(written["evidence"], text)
    core = _find_slices(written["core"], text)
    near = _find_slices([written["near"]], text) if written.get("near") and not evidence else []
    answered = {}
    for position, passage in enumerate(passages):
        if held := [_inside(slice_, passage) for slice_ in evidence if _is_held(slice_, passage)]:
            within = [_inside(slice_, passage) for slice_ in core if passage.span.contains(slice_)]
            answered[position] = Answered(tuple(held), tuple(within))
    nearest = tuple(n for n, passage in enumerate(passages) if any(_is_held(slice_, passage) for slice_ in near))
    earlier = written.get("earlier", [])
    asked = " ".join([*(earlier if isinstance(earlier, list) else []), str(written["q"])])
    return LessonQuestion(asked, str(written["kind"]), str(written["style"]), answered, nearest)


def _find_slices(slices: object, text: str) -> list[Span]:
    """Where slices of the Markdown stand in the canonical text, which lacks its marks."""
    if not isinstance(slices, list):
        raise ValueError("een lijst van tekststukken ontbreekt")
    found = []
    for words in map(str, slices):
        begin = text.find(words)
        if begin >= 0:
            found.append(Span(begin, begin + len(words)))
            continue
        match = re.search(_BETWEEN.join(map(re.escape, _WORD_OR_SIGN.findall(words))), text)
        if match and match.group():
            found.append(Span(*match.span()))
    return found


def _is_held(slice_: Span, passage: Passage) -> bool:
    held = min(slice_.end, passage.span.end) - max(slice_.begin, passage.span.begin)
    return held >= HELD_SHARE * min(slice_.end - slice_.begin, passage.span.end - passage.span.begin)


def _inside(slice_: Span, passage: Passage) -> Span:
    """The part of a slice that stands in a passage, counted from where the passage begins."""
    begin = passage.span.begin
    return Span(max(slice_.begin, begin) - begin, min(slice_.end, passage.span.end) - begin)
