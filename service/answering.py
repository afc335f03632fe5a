"""Answers a question: reads like the way a question takes."""

from dataclasses import dataclass, replace
from itertools import islice

from indexer.plain_characters import write_plainly
from indexer.store import OpenIndex
from service.citing import cite_span
from service.conversation import join_follow_up, make_standalone
from service.coverage import cover_words
from service.evidence import Evidence, weigh_evidence
from service.figures.asking.profile_names import find_profiles
from service.figures.questions import answer_figure_question
from service.figures.told_figures import add_told_figures, asks_figure, shows_bare_figures
from service.number_gate import guard_numbers
from service.personal_data import MASK, mask_personal_data
from service.phrasing import phrase_quotation, phrase_refusal
from service.question_form import asks_for_questions, asks_list, find_asking_sentence, is_question, split_question
from service.quoting import Quotation, fit_list, names_an_item, only_asks, quote_passage, says_it_all
from service.retrieval import Search, search_passages
from service.types import Answer, Citation, Hit, Question, Reason, Turn

MOST_NEAREST = 3
MOST_QUOTED = 3

# Hits that are looked at for an answer.
LOOKED_AT = 40

# A list asked for gains by how well its introduction fits, beyond what any text fits; an overview that nobody asked for loses.
LIST_WEIGHT = 0.35
USUAL_LIST_FIT = 0.20
OVERVIEW_PENALTY = 0.13

# A passage that only asks is seldom an answer, unless questions are asked for.
ASKING_PENALTY = 0.07

# A further passage is quoted beside the best one when its score is this near and all that is cited stays this short (characters).
ALSO_WITHIN = 0.105
LONGEST_CITED = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """What a question led to before it is decided whether that answers it: ``asked`` is what was searched for."""

    asked: str
    search: Search
    quotations: list[Quotation]


def answer_question(question: Question, index: OpenIndex) -> Answer:
    """The answer to a question over this index: with citations, computed from figures, or a refusal with its reason.

    The same question on the same index gives the same answer. The quotes are slices of the canonical texts.
    """
    # What came in over HTTP is masked already; the mask tells that there was something to mask.
    masked = mask_personal_data(question.text)
    if MASK in masked:
        return Answer("persoonsgegevens", "persoonsgegevens", phrase_refusal("persoonsgegevens"), masked, confidence=0.0)
    question = _write_plainly(question)
    standalone = mask_personal_data(make_standalone(question, index))
    figures = answer_figure_question(standalone, index, question.max_citations, question.reference_date)
    if figures is None or not _is_of_kinds(figures, question.kinds):
        return guard_numbers(_answer_in_words(standalone, question, index), index)
    return guard_numbers(figures, index)


def _write_plainly(question: Question) -> Question:
    """The question and the talk before it in the characters that patterns and tables of words know."""
    turns = tuple(Turn(write_plainly(turn.question), write_plainly(turn.answer)) for turn in question.turns)
    return replace(question, text=write_plainly(question.text), turns=turns)


def _answer_in_words(standalone: str, question: Question, index: OpenIndex) -> Answer:
    """The answer in the words of the documents, with the figures that those words tell if a number was asked."""
    found = find_quotations(standalone, question, index)
    if not found.quotations or not is_question(standalone):
        return _refuse("geen-bewijs", standalone, found.search.hits, index)
    evidence = weigh_evidence(found.asked, found.search, found.quotations, index)
    if not evidence.is_enough:
        return _refuse(evidence.reason, standalone, found.search.hits, index, evidence)
    if asks_figure(found.asked) and _leaves_words_over(found, index):
        return _refuse("geen-bewijs", standalone, found.search.hits, index)
    answer = _quote_answer(standalone, found.quotations, evidence.probability, index)
    counted = add_told_figures(answer, index, question.max_citations) if asks_figure(found.asked) else answer
    return counted if _is_of_kinds(counted, question.kinds) else answer


def _leaves_words_over(found: Found, index: OpenIndex) -> bool:
    """Whether a number of a table, a card or a profile is asked and what would be quoted isn't of all that the question says."""
    best = found.quotations[0]
    text = index.texts[best.passage.document_id].text
    of_profile = bool(index.profiles and find_profiles(found.asked, index.profiles).codes)
    if not of_profile and not shows_bare_figures(best.passage.document_id, best.span, index):
        return False
    return cover_words(found.search.words, " ".join((*best.passage.path, best.span.of(text))), index) < 1


def find_quotations(standalone: str, question: Question, index: OpenIndex) -> Found:
    """What would be quoted for a question that stands by itself; nothing is quoted where nothing is found."""
    asked = find_asking_sentence(standalone)
    search = search_passages(asked, index, question.kinds, LOOKED_AT)
    quotations = _choose_for_every_part(asked, question, search, index) if search.hits else []
    return Found(asked, search, quotations)


def _is_of_kinds(answer: Answer, kinds: frozenset[str]) -> bool:
    """Whether everything that an answer shows is of the kinds asked for; no kinds means all."""
    return not kinds or all(citation.kind in kinds for citation in (*answer.citations, *answer.nearest))


def _quote_answer(standalone: str, quotations: list[Quotation], confidence: float, index: OpenIndex) -> Answer:
    citations: list[Citation] = []
    statements = []
    for number, quotation in enumerate(quotations, start=1):
        citation = cite_span(index, quotation.passage.document_id, quotation.span, number, quotation.core)
        text = index.texts[quotation.passage.document_id].text
        also = bool(citations) and citations[-1].document.id == citation.document.id
        statements.append(phrase_quotation(quotation, citation, text, also=also))
        citations.append(citation)
    return Answer("beantwoord", None, "\n".join(statements), standalone, "letterlijk", tuple(citations), confidence=confidence)


def _choose_for_every_part(asked: str, question: Question, search: Search, index: OpenIndex) -> list[Quotation]:
    """The words for each side of a comparison or each half of a double question; else the words for the one question."""
    parts = split_question(asked)
    if len(parts) == 1:
        return choose_quotations(asked, question.max_citations, search, index)
    quotations: list[Quotation] = []
    for part in parts:
        side = part if part == parts[0] else join_follow_up(parts[:1], part, index)
        found = search_passages(side, index, question.kinds, LOOKED_AT)
        best = choose_quotations(side, 1, found, index)
        quotations += [one for one in best if not any(_say_the_same(one, other, index) for other in quotations)]
    return quotations[: question.max_citations]


def choose_quotations(question: str, max_citations: int, search: Search, index: OpenIndex) -> list[Quotation]:
    """The best passage's words, and those of others that are about as good, stand elsewhere, and keep the answer short.

    Words that say all that the question asks stand alone.
    """
    ranked = rank_for_answer(question, search, index)
    quotations: list[Quotation] = []
    cited = 0
    for hit, score in ranked:
        if len(quotations) >= min(max_citations, MOST_QUOTED) or (quotations and score < ranked[0][1] - ALSO_WITHIN):
            break
        quotation = quote_passage(question, search.words, hit.passage, search.query_embedding, index)
        if not quotations and says_it_all(question, search.words, quotation, index):
            return [replace(quotation, span=quotation.core)]
        length = quotation.span.end - quotation.span.begin
        if quotations and cited + length > LONGEST_CITED:
            continue
        if not any(_say_the_same(quotation, other, index) for other in quotations):
            quotations.append(quotation)
            cited += length
    return quotations


def rank_for_answer(question: str, search: Search, index: OpenIndex) -> list[tuple[Hit, float]]:
    """The hits with their score for this form of question, best first."""
    wants_list = asks_list(question)
    wants_questions = asks_for_questions(question)
    ranked = []
    for hit in search.hits:
        asking = ASKING_PENALTY if only_asks(hit.passage, index) and not wants_questions else 0.0
        ranked.append((hit, hit.score + _weigh_form(hit, search, index, wants_list=wants_list) - asking))
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0].passage.id))


def _weigh_form(hit: Hit, search: Search, index: OpenIndex, *, wants_list: bool) -> float:
    """What the form of a passage adds: a list asked for gains by its introduction; an overview that nobody asked for loses."""
    passage = hit.passage
    overview = passage.form == "overview"
    if not passage.items or not wants_list or (overview and names_an_item(search.words, passage, index)):
        return -OVERVIEW_PENALTY if overview else 0.0
    return LIST_WEIGHT * (fit_list(search.words, passage, search.query_embedding, index) - USUAL_LIST_FIT)


def _refuse(
    reason: Reason, standalone: str, hits: tuple[Hit, ...], index: OpenIndex, evidence: Evidence | None = None
) -> Answer:
    telling = (hit.passage for hit in hits if hit.passage.form != "overview" and not only_asks(hit.passage, index))
    nearest = [
        cite_span(index, passage.document_id, passage.span, number)
        for number, passage in enumerate(islice(telling, MOST_NEAREST), start=1)
    ]
    names = evidence.unknown_names if evidence else ()
    confidence = evidence.probability if evidence and not names else 0.0
    return Answer(
        "niet-gevonden", reason, phrase_refusal(reason, names), standalone, nearest=tuple(nearest), confidence=confidence
    )


def _say_the_same(one: Quotation, other: Quotation, index: OpenIndex) -> bool:
    """Whether two quotations share words of one place, or are the same words in two places."""
    if one.passage.document_id == other.passage.document_id and one.span.overlaps(other.span):
        return True
    words, others = (each.span.of(index.texts[each.passage.document_id].text) for each in (one, other))
    return words.split() == others.split()
