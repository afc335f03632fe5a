"""Reads the questions to the table that a talk holds, so that a follow-up can take over what it leaves out."""

from dataclasses import dataclass

from service.figures.asking.asked_period import find_comparison
from service.figures.asking.back_references import name_all_profiles
from service.figures.asking.query import FigureQuery, parse_figure_question
from service.figures.asking.question_parts import QuestionParts, take_apart
from service.figures.asking.sentences import gather_sentences


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """A question as asked before: its parts, with the time that it compares with ("ten opzichte van een jaar eerder") apart."""

    parts: QuestionParts
    comparison: str
    query: FigureQuery

    @property
    def kind(self) -> tuple[str, str]:
        """What is computed of which numbers, as the typed question says it."""
        return self.query.operation, self.query.basis

    @property
    def days(self) -> tuple[tuple[str, str], ...]:
        """The first and last day of each date it names."""
        return tuple((mention.first, mention.last) for mention in self.parts.mentions)


def read_asked_before(question: str, known: tuple[str, ...]) -> AskedBefore | None:
    """The question with its parts, read from several sentences where one alone asks too little; None if it isn't to the table."""
    text = name_all_profiles(" ".join(question.split()), known)
    query = parse_figure_question(text, known)
    if query is None:
        text = gather_sentences(text, known) or ""
        query = parse_figure_question(text, known) if text else None
    if query is None:
        return None
    comparison = find_comparison(text)
    bare = " ".join(text.replace(comparison, " ", 1).split()) if comparison else text
    return AskedBefore(take_apart(bare, known), comparison.strip(), query)
