"""Chooses the words that answer: the whole list where a list is asked, else the shortest run of sentences that answers."""

import re
from dataclasses import dataclass

from corpus.types import Passage, Span
from indexer.embedding import Embeddings
from indexer.store import OpenIndex
from service.coverage import cover_words
from service.question_form import asks_explanation, asks_list
from service.retrieval import scale_cosine

# Shares of a sentence's score: what it means, and which of the question's words it holds.
MEANING_SHARE = 0.6
WORDS_SHARE = 0.4

# A neighbour this near to the best sentence's score belongs to the answer.
NEIGHBOUR_SHARE = 0.40
LONGEST_RUN = 4
LONGEST_RUN_CHARACTERS = 600

# An item of a list answers by itself when it has words of the question and scores this many times every other.
ITEM_STANDS_OUT = 1.25

# A sentence that begins so leans on the one before it.
_LEANS_BACK = re.compile(
    r"\s*[*_“\"(]*(dit|deze|dat|die|zij|hij|ze|hierbij|hiervoor|hierdoor|hierin|hieruit|daarbij|daarvoor|daardoor|daarmee|daarnaast|echter"
    r"|ook|bovendien|hun|zo|dergelijke|enerzijds|anderzijds|vervolgens|daarom)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words chosen from a passage: ``span`` is cited whole; ``items`` are its list items, empty for running text.

    ``lead_in`` is what introduces the items, None where the heading path has to.
    """

    passage: Passage
    span: Span
    lead_in: Span | None = None
    items: tuple[Span, ...] = ()


def quote_passage(question: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> Quotation:
    """The words of this passage that answer best: the whole of a card, the whole list or its one fitting item, a run of sentences."""
    if passage.form == "card":
        return Quotation(passage, passage.span)
    if not passage.items:
        return Quotation(passage, _choose_run(question, passage, query_embedding, index))
    item = None if asks_list(question) else _choose_item(question, passage, query_embedding, index)
    if item:
        return Quotation(passage, item)
    introduction = [sentence for sentence in passage.sentences if sentence.begin < passage.items[0].begin]
    return Quotation(passage, passage.span, introduction[-1] if introduction else None, passage.items)


def _choose_item(question: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> Span | None:
    """The one item of a list that answers a question that asks for no list; None when no item stands out, or in an overview."""
    if passage.form == "overview":
        return None
    text = index.texts[passage.document_id].text
    scores = score_sentences(question, passage, query_embedding, index)
    *others, best = sorted(
        (score, sentence.begin, sentence.end) for score, sentence in zip(scores, passage.sentences, strict=True)
    )
    item = Span(best[1], best[2])
    stands_out = all(best[0] >= ITEM_STANDS_OUT * score for score, _, _ in others)
    return item if item in passage.items and stands_out and cover_words(question, item.of(text), index) > 0 else None


def _choose_run(question: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> Span:
    sentences = passage.sentences
    if len(sentences) <= 1:
        return passage.span
    text = index.texts[passage.document_id].text
    scores = score_sentences(question, passage, query_embedding, index)
    # A heading alone is no answer: it is chosen only together with what stands under it.
    headings = {position for position in range(len(sentences) - 1) if is_heading(sentences[position].of(text), passage)}
    best = max(
        (position for position in range(len(sentences)) if position not in headings), key=lambda position: scores[position]
    )
    first = last = best
    # A row of a table answers by itself; a reason takes a sentence more.
    longest = 1 if passage.form == "table" else LONGEST_RUN + asks_explanation(question)
    while (
        first > 0 and first - 1 not in headings and last - first + 1 < longest and _LEANS_BACK.match(sentences[first].of(text))
    ):
        first -= 1
    share = NEIGHBOUR_SHARE * scores[best]
    while last - first + 1 < longest:
        after = scores[last + 1] if last + 1 < len(sentences) else -1.0
        before = scores[first - 1] if first > 0 and first - 1 not in headings else -1.0
        if max(after, before) < share:
            break
        begin, end = (sentences[first], sentences[last + 1]) if after >= before else (sentences[first - 1], sentences[last])
        if end.end - begin.begin > LONGEST_RUN_CHARACTERS:
            break
        first, last = (first, last + 1) if after >= before else (first - 1, last)
    return Span(sentences[first].begin, sentences[last].end)


def fit_list(question: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> float:
    """How well what introduces a list, its heading and lead-in, fits the question: 0 to about 1. Its items say little of that."""
    text = index.texts[passage.document_id].text
    before = [position for position, sentence in enumerate(passage.sentences) if sentence.begin < passage.items[0].begin]
    cosines = index.sentence_cosines(query_embedding, index.rows[passage.id])
    meaning = max((scale_cosine(float(cosines[position])) for position in before), default=0.0)
    introduction = " ".join((*passage.path[-1:], Span(passage.span.begin, passage.items[0].begin).of(text)))
    return MEANING_SHARE * meaning + WORDS_SHARE * cover_words(question, introduction, index)


def score_sentences(question: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> list[float]:
    """One score a sentence of a passage, 0 to about 1."""
    text = index.texts[passage.document_id].text
    cosines = index.sentence_cosines(query_embedding, index.rows[passage.id])
    return [
        MEANING_SHARE * scale_cosine(float(cosine)) + WORDS_SHARE * cover_words(question, sentence.of(text), index)
        for sentence, cosine in zip(passage.sentences, cosines, strict=True)
    ]


def is_heading(words: str, passage: Passage) -> bool:
    """Whether a sentence of a passage is the heading above it."""
    return bool(passage.path) and fold_title(words) == fold_title(passage.path[-1])


def fold_title(words: str) -> str:
    """Letters and digits alone: two ways to print one heading."""
    return re.sub(r"[\W_]+", "", words).lower()
