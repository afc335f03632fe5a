"""Chooses the words that answer: the whole list where a list is asked, else the shortest run of sentences that answers.

What is quoted around those words is a little wider, so that a reader sees what they lean on; the answering words are marked in it.
"""

import re
from dataclasses import dataclass

from corpus.types import Passage, Span
from indexer.embedding import Embeddings
from indexer.store import OpenIndex
from service.coverage import cover_words
from service.question_form import asks_explanation, asks_for_questions, asks_list
from service.retrieval import scale_cosines

# Shares of a sentence's score: what it means, and which of the question's words it holds.
MEANING_SHARE = 0.6
WORDS_SHARE = 0.4

# A neighbour this near to the best sentence's score belongs to the answer.
NEIGHBOUR_SHARE = 0.40
LONGEST_RUN = 4
LONGEST_RUN_CHARACTERS = 600

# Characters that are quoted around the answering words, in whole sentences of the same passage.
WIDEST_SURROUNDINGS = 500

# Share of a question's words that stand in the core when it needs no words around it.
SAYS_IT_ALL = 0.90

# A sentence that asks is seldom an answer.
ASKING_SHARE = 0.5

# A table that is asked for as a list is quoted whole up to this length.
LONGEST_TABLE = 1200

# Share of a question's words that one item of a list adds when the question is about that item.
NAMED_BY_ITEM = 0.35

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
    """The words chosen from a passage: ``core`` answers and is marked in ``span``, which is quoted.

    ``items`` are the items of a list, empty for running text; ``lead_in`` is what introduces them, None where the heading has to.
    """

    passage: Passage
    span: Span
    core: Span
    lead_in: Span | None = None
    items: tuple[Span, ...] = ()


def quote_passage(question: str, words: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> Quotation:
    """The words of this passage that answer best: the whole of a card, the whole list or its one fitting item, a run of sentences.

    ``words`` is the question in words of the documents.
    """
    if passage.form == "card":
        return Quotation(passage, passage.span, passage.span)
    if passage.form == "table" and asks_list(question) and passage.span.end - passage.span.begin <= LONGEST_TABLE:
        text = index.texts[passage.document_id].text
        rows = tuple(row for row in passage.sentences if not is_heading(row.of(text), passage))
        return Quotation(passage, passage.span, passage.span, items=rows)
    if not passage.items:
        core = _choose_run(question, words, passage, query_embedding, index)
        return Quotation(passage, _surround(core, passage), core)
    item = None if asks_list(question) else _choose_item(question, words, passage, query_embedding, index)
    if item:
        return Quotation(passage, item, item)
    introduction = [sentence for sentence in passage.sentences if sentence.begin < passage.items[0].begin]
    return Quotation(passage, passage.span, passage.span, introduction[-1] if introduction else None, passage.items)


def _choose_item(question: str, words: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> Span | None:
    """The one item of a list that answers a question that asks for no list; None when no item stands out, or in an overview."""
    if passage.form == "overview":
        return None
    text = index.texts[passage.document_id].text
    scores = score_sentences(question, words, passage, query_embedding, index)
    *others, best = sorted(
        (score, sentence.begin, sentence.end) for score, sentence in zip(scores, passage.sentences, strict=True)
    )
    item = Span(best[1], best[2])
    stands_out = all(best[0] >= ITEM_STANDS_OUT * score for score, _, _ in others)
    return item if item in passage.items and stands_out and cover_words(words, item.of(text), index) > 0 else None


def _choose_run(question: str, words: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> Span:
    sentences = passage.sentences
    if len(sentences) <= 1:
        return passage.span
    text = index.texts[passage.document_id].text
    scores = score_sentences(question, words, passage, query_embedding, index)
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


def _surround(core: Span, passage: Passage) -> Span:
    """The core with the whole sentences after it and then those before it, as far as they fit."""
    span = core
    following = [sentence for sentence in passage.sentences if sentence.begin >= core.end]
    preceding = [sentence for sentence in reversed(passage.sentences) if sentence.end <= core.begin]
    for sentences in (following, preceding):
        for sentence in sentences:
            wider = Span(min(span.begin, sentence.begin), max(span.end, sentence.end))
            if wider.end - wider.begin > WIDEST_SURROUNDINGS:
                break
            span = wider
    return span


def says_it_all(question: str, words: str, quotation: Quotation, index: OpenIndex) -> bool:
    """Whether the core holds, with its heading, the words of a question that asks for no list: nothing need be said around it."""
    if quotation.items or asks_list(question):
        return False
    text = index.texts[quotation.passage.document_id].text
    return cover_words(words, " ".join((*quotation.passage.path[-1:], quotation.core.of(text))), index) >= SAYS_IT_ALL


def fit_list(words: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> float:
    """How well what introduces a list, its heading and lead-in, fits the question: 0 to about 1. Its items say little of that."""
    text = index.texts[passage.document_id].text
    before = [position for position, sentence in enumerate(passage.sentences) if sentence.begin < passage.items[0].begin]
    cosines = scale_cosines(index.sentence_cosines(query_embedding, index.rows[passage.id]))
    meaning = max((float(cosines[position]) for position in before), default=0.0)
    introduction = " ".join((*passage.path[-1:], Span(passage.span.begin, passage.items[0].begin).of(text)))
    return MEANING_SHARE * meaning + WORDS_SHARE * cover_words(words, introduction, index)


def names_an_item(words: str, passage: Passage, index: OpenIndex) -> bool:
    """Whether a question is about one item of a list rather than the list: the item holds words of it that nothing above does."""
    text = index.texts[passage.document_id].text
    introduction = " ".join((*passage.path, Span(passage.span.begin, passage.items[0].begin).of(text)))
    above = cover_words(words, introduction, index)
    return any(cover_words(words, f"{introduction} {item.of(text)}", index) > above + NAMED_BY_ITEM for item in passage.items)


def score_sentences(question: str, words: str, passage: Passage, query_embedding: Embeddings, index: OpenIndex) -> list[float]:
    """One score a sentence of a passage, 0 to about 1. A sentence that asks counts for less, unless questions are asked for."""
    text = index.texts[passage.document_id].text
    cosines = scale_cosines(index.sentence_cosines(query_embedding, index.rows[passage.id]))
    wants_questions = asks_for_questions(question)
    scores = []
    for sentence, cosine in zip(passage.sentences, cosines, strict=True):
        score = MEANING_SHARE * float(cosine) + WORDS_SHARE * cover_words(words, sentence.of(text), index)
        asking = is_asking(sentence.of(text)) and not wants_questions
        scores.append(score * ASKING_SHARE if asking else score)
    return scores


def only_asks(passage: Passage, index: OpenIndex) -> bool:
    """Whether a passage ends in a question and says nothing after it: a theme of a talk, a line of a checklist."""
    return not passage.items and bool(passage.sentences) and is_asking(index.passage_text(passage))


def is_asking(words: str) -> bool:
    """Whether words end in a question mark."""
    return words.rstrip("*_ ”\"')\n").endswith("?")


def is_heading(words: str, passage: Passage) -> bool:
    """Whether a sentence of a passage is the heading above it."""
    return bool(passage.path) and fold_title(words) == fold_title(passage.path[-1])


def fold_title(words: str) -> str:
    """Letters and digits alone: two ways to print one heading."""
    return re.sub(r"[\W_]+", "", words).lower()
