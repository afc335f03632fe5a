"""Makes a follow-up question stand by itself, out of the talk before it: "En in Nijmegen?", "Wie ondertekenden die?".

A question that stands by itself is left alone, so that a change of subject is one.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from indexer.dutch_dates import find_dates
from indexer.store import OpenIndex
from indexer.words import find_informative_stems
from service.figures.asking.follow_up import join_figure_follow_up, keeps_to_talk
from service.figures.asking.profile_names import find_profiles
from service.figures.cards import name_sibling_card
from service.follow_ups.antecedents import Wanted, find_antecedent
from service.follow_ups.bare_questions import complete_bare_question
from service.follow_ups.ellipsis import find_name_slots, is_place_name, replace_slot
from service.follow_ups.moved_dates import SHIFT, shift_beyond, shift_dates
from service.follow_ups.noun_phrases import find_noun_phrases
from service.follow_ups.pointers import find_pointer
from service.follow_ups.pointing_back import fill_in
from service.follow_ups.word_classes import PREPOSITIONS, QUESTION_WORDS, RELATIONAL, VERBS, find_verb, split_tokens
from service.question_form import find_names
from service.types import LONGEST_QUESTION, Question, Turn

_COURTESY = r"(?:(?:oké|oke|ok|okay|goed|dank je(?: wel)?|bedankt|dankjewel|duidelijk|thanks|prima|ja|nee)\b[\s,.!]*)?"
_OPENS_FOLLOW_UP = re.compile(
    rf"^\s*{_COURTESY}(?:en|maar|of|ook|oké|ok|and|but|or)\b[\s,]*(?=\S|$)"
    rf"|^\s*{_COURTESY}(?=hoe zit|geldt|what about|how about|wat betreft)",
    re.IGNORECASE,
)
_SAME_FOR = re.compile(
    r"^(?:(?:hoe )?(?:zit|zat|is|was) (?:het|dat) (?:dan |eigenlijk )?(?:met\s+|(?=in\b|bij\b|voor\b))"
    r"|hoe (?:dan )?(?=(?:in|bij|voor)\b)|geldt (?:dat|dit|het) (?:ook )?(?=in\b|bij\b|voor\b|op\b)|(?:what|how) about\s+|wat betreft\s+)",
    re.IGNORECASE,
)
_DEMONSTRATIVE_SLOT = re.compile(r"^\s*(?:die|dat|deze)\s+(?=(?:in|van|bij|voor|uit)\s+\S+(?:\s+\S+)?\s*\??$)", re.IGNORECASE)
_GO_ON = (
    "",
    "dan",
    "nu",
    "verder",
    "ga door",
    "ga verder",
    "wat nog meer",
    "nog meer",
    "zijn er nog meer",
    "meer niet",
    "go on",
)
_SPEAKER = re.compile(r"\b(?:ik|mijn|mij|wij|we|ons|onze|i|my|we|our)\b", re.IGNORECASE)
# Who says these says it to us, and leaves nothing out.
_PARTNERS = ("je", "u", "jij", "ik", "wij", "we", "mij", "you", "i", "hallo", "hoi", "tot", "bedankt", "dank")
_LACKS_OWNER = re.compile(
    r"(?:wat|wie|wanneer|hoe \w+|welke?|what|who|when|which) (?:is|zijn|was|waren|are|were) "
    rf"(?:(?:de|het|een|the) )?(?:\w+e )?(?:{RELATIONAL})",
    re.IGNORECASE,
)

# A question with this many words that carry a subject stands by itself, also where it says "die".
ENOUGH_STEMS = 6
LONGEST_ELLIPSIS_WORDS = 9

LONGEST_TALK = 4 * LONGEST_QUESTION
"""Characters of earlier questions that are read, the newest first: time goes with every one, and a real talk has fewer."""
LONGEST_ANSWERED = 40_000
"""Characters of the answers to them that are read."""


def make_standalone(question: Question, index: OpenIndex) -> str:
    """The question as it would be asked without the talk before it.

    With what the talk adds it has at most ``LONGEST_QUESTION`` characters: where it would have more, it is read by itself.
    """
    earlier: list[str] = []
    answer = ""
    for turn in _keep_newest(question.turns):
        earlier.append(_join_within_limit(earlier, turn.question, index, answer))
        answer = turn.answer
    return _join_within_limit(earlier, question.text, index, answer)


def _keep_newest(turns: Sequence[Turn]) -> Sequence[Turn]:
    """The last turns of which the questions have at most ``LONGEST_TALK`` characters and the answers ``LONGEST_ANSWERED``."""
    asked = accumulate(len(turn.question) for turn in reversed(turns))
    answered = accumulate(len(turn.answer) for turn in reversed(turns))
    kept = sum(
        question <= LONGEST_TALK and answer <= LONGEST_ANSWERED for question, answer in zip(asked, answered, strict=True)
    )
    return turns[len(turns) - kept :]


def _join_within_limit(questions: Sequence[str], current: str, index: OpenIndex, answer: str) -> str:
    plain = " ".join(current.split())
    joined = join_follow_up(questions, plain, index, answer)
    return joined if len(joined) <= LONGEST_QUESTION else plain


def join_follow_up(questions: Sequence[str], current: str, index: OpenIndex, answer: str = "") -> str:
    """The current question with what it leaves out taken from the questions before it or from the answer to the last.

    ``questions`` stand by themselves, oldest first. Unchanged where the current one does so too.
    """
    earlier = questions[-1] if questions else ""
    if not split_tokens(earlier):
        return current
    opened = _OPENS_FOLLOW_UP.match(current)
    said = current[opened.end() :] if opened else current
    plain = said.strip(" ?.!,").lower()
    if plain in _GO_ON and (opened or plain):
        return earlier
    if not split_tokens(said):
        return earlier if opened else current
    of_figures = join_figure_follow_up(said, questions, index.profiles, opened=bool(opened))
    sibling = of_figures or name_sibling_card(said, earlier, index)
    if sibling:
        return sibling
    whole = _complete(said, earlier, answer, index, opened=bool(opened))
    return whole if whole and keeps_to_talk(whole, said, earlier, index.profiles) else current


def _complete(said: str, earlier: str, answer: str, index: OpenIndex, *, opened: bool) -> str | None:
    """What a follow-up means in full; None where it stands by itself."""
    shifted = _shift(said, earlier, opened=opened)
    if shifted:
        return shifted
    same = _SAME_FOR.match(said) or _DEMONSTRATIVE_SLOT.match(said)
    if same and len(said[same.end() :].split()) <= LONGEST_ELLIPSIS_WORDS:
        return replace_slot(earlier, said[same.end() :], index)
    bare = complete_bare_question(said, earlier, answer, index)
    if bare:
        return bare
    if _is_elliptic(said, index, opened=opened):
        return replace_slot(earlier, said, index)
    pointer = find_pointer(said, index)
    if pointer and pointer.place == 0 and "?" not in said:
        return None
    if pointer and len(find_informative_stems(said)) < ENOUGH_STEMS:
        return fill_in(said, pointer, earlier, answer, index) or f"{earlier} {said[0].upper()}{said[1:]}"
    if _LACKS_OWNER.fullmatch(said.strip(" ?.!")):
        return _add_owner(said, earlier, answer, index)
    return _add_circumstance(said, earlier, answer, index, opened=opened)


def _shift(said: str, earlier: str, *, opened: bool) -> str | None:
    """The earlier question at another time, where no more than that is said; the follow-up with its time reckoned, where it is."""
    shift = SHIFT.search(said)
    if not shift:
        return shift_beyond(earlier, said)
    moved = shift_dates(earlier, shift)
    rest = said[: shift.start()] + said[shift.end() :]
    if not find_informative_stems(rest) and len(rest.split()) <= 5:
        return moved or f"{earlier.rstrip(' ?.!')} {said.strip(' ?.!')}?"
    return None


def _is_elliptic(said: str, index: OpenIndex, *, opened: bool) -> bool:
    """Whether a follow-up has neither a verb nor a question word; without "en" before it, only a name, date or profile counts."""
    tokens = split_tokens(said)
    if not tokens or len(tokens) > LONGEST_ELLIPSIS_WORDS:
        return False
    if any(token.folded in VERBS or token.folded in QUESTION_WORDS or token.folded in _PARTNERS for token in tokens):
        return False
    if opened:
        return True
    rest = tokens[1:] if tokens[0].folded in PREPOSITIONS else tokens
    bare = said[rest[0].begin : rest[-1].end] if rest else ""
    if not bare or len(rest) > 3:
        return False
    if index.profiles and not find_profiles(bare, index.profiles).rest.strip():
        return True
    dates = find_dates(bare)
    dated = bool(dates) and dates[0].end - dates[0].begin == len(bare)
    named = is_place_name(bare, index) or (len(rest) < len(tokens) and bare[0].isupper())
    return dated or (named and (len(rest) < len(tokens) or bare[0].isupper()))


def _add_owner(said: str, earlier: str, answer: str, index: OpenIndex) -> str | None:
    """ "Wat is het doel?" with what it is the goal of."""
    topic = find_antecedent(earlier, answer, Wanted(), index)
    return f"{said[0].upper()}{said[1:].rstrip(' ?.!')} van {topic.text}?" if topic else None


def _add_circumstance(said: str, earlier: str, answer: str, index: OpenIndex, *, opened: bool) -> str | None:
    """A question behind "en" that names no thing of its own, with the place or the subject before; None where it names one."""
    tokens = split_tokens(said)
    verb = find_verb(tokens)
    phrases = find_noun_phrases(said, index)
    own = [phrase for phrase in phrases if not phrase.asked and phrase.begin > (tokens[verb].begin if verb >= 0 else 0)]
    specific = any(len(phrase.of(said).split()) > 1 for phrase in phrases)
    if not opened or own or specific or verb <= 0 or _SPEAKER.search(said) or find_names(said):
        return None
    if not _is_known(said, index):
        return None
    places = [slot for slot in find_name_slots(earlier, index) if slot.is_place]
    topic = None if places else find_antecedent(earlier, answer, Wanted(), index)
    whole = said[0].upper() + said[1:].rstrip(" ?.!")
    if places:
        return f"{whole} in {earlier[places[-1].begin : places[-1].end]}?"
    return f"{whole} bij {topic.text}?" if topic else None


def _is_known(said: str, index: OpenIndex) -> bool:
    """Whether the documents have every word that a question is about: one that they lack makes it a new subject."""
    return all(stem in index.vocabulary for stem in find_informative_stems(said))
