"""Makes a follow-up question stand by itself, out of the questions before it: "En in Nijmegen?", "Wie ondertekenden die?".

A question that stands by itself is left alone, so that a change of subject is one.
"""

import re
from calendar import monthrange
from datetime import date
from itertools import groupby

from corpus.types import Span
from indexer.dutch_dates import date_to_dutch, find_dates
from indexer.store import OpenIndex
from indexer.words import STOP_WORDS, find_informative_stems, fold_word, split_words
from service.figures.profile_names import find_profiles
from service.question_form import find_names
from service.types import Question

_OPENS_FOLLOW_UP = re.compile(
    r"^\s*(?:(?:oké|ok|goed|dank je)\b[\s,.]*)?(en|maar|of|ook|oké|ok|hoe zit (het|dat) (dan )?(met|in|bij|voor))\b[\s,]*",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(die|deze|dat|dit|daar|daarvan|daarbij|daarvoor|daarmee|daarover|daarin|ervan|erbij|ervoor|ermee|erover|erin"
    r"|hij|zij|ze|hun|hen|hem|het(?=\?|$))\b(?!\s+(jaar|keer|maand)\b)",
    re.IGNORECASE,
)
# "die in Flevoland": the same thing, elsewhere.
_DEMONSTRATIVE_SLOT = re.compile(r"^\s*(die|dat|deze)\s+(in|van|bij|voor|uit)\s+\S+(\s+\S+)?\s*\??$", re.IGNORECASE)
_QUESTION_WORD = re.compile(
    r"\b(wie|wat|waar\w*|wanneer|welke?|hoe\w*|waarom|noem|geef|who|what|which|when|why|how)\b", re.IGNORECASE
)
_SHIFT = re.compile(
    r"\b(?P<count>een|één|1|twee|2|drie|3|het)\s+(?P<unit>jaar|jaren|kwartaal|kwartalen)\s+(?P<way>eerder|ervoor|daarvoor|terug|later|erna|daarna)\b",
    re.IGNORECASE,
)
_COUNTS = {"een": 1, "één": 1, "1": 1, "het": 1, "twee": 2, "2": 2, "drie": 3, "3": 3}
_PLACE = re.compile(
    r"\b(?:in|bij|voor|van|namens|rond|regio|zorgkantoorregio)\s+((?:['’]t\s+|de\s+|het\s+)?[A-ZÀ-Þ][\w'’/-]*(?:\s+[A-ZÀ-Þ][\w'’/-]*)*)"
)
_PREPOSITION = re.compile(r"^(in|bij|voor|op|van|over|namens|per|rond|sinds|vanaf)\s+", re.IGNORECASE)

# A question with this many words that carry a subject stands by itself, also where it says "die".
ENOUGH_WORDS = 4
LONGEST_TOPIC_WORDS = 5


def make_standalone(question: Question, index: OpenIndex) -> str:
    """The question as it would be asked without the talk before it."""
    standalone = ""
    for text in (*(turn.question for turn in question.turns), question.text):
        standalone = join_follow_up(standalone, " ".join(text.split()), index)
    return standalone


def join_follow_up(earlier: str, current: str, index: OpenIndex) -> str:
    """The current question with what it leaves out taken from the earlier one; unchanged where it stands by itself."""
    if not earlier:
        return current
    opened = _OPENS_FOLLOW_UP.match(current)
    said = current[opened.end() :] if opened else current
    if opened and said.strip(" ?.!").lower() in ("", "dan", "nu", "verder"):
        return earlier
    shift = _SHIFT.search(said)
    if shift:
        return _shift_dates(earlier, shift) or current
    if opened and not _QUESTION_WORD.search(said):
        return _replace_slots(earlier, said, index)
    if _DEMONSTRATIVE_SLOT.match(said):
        return _replace_slots(earlier, said, index)
    if _points_back(current, opened=bool(opened)):
        return _fill_in_topic(said, earlier, index)
    return current


def _points_back(current: str, *, opened: bool) -> bool:
    """Whether a question leans on the one before it: it points back, or it says too little to be searched for."""
    stems = find_informative_stems(current)
    says_little = len(stems) < ENOUGH_WORDS and not find_names(current)
    if _POINTS_BACK.search(current):
        return opened or says_little
    return (opened and says_little) or not stems


def _replace_slots(earlier: str, said: str, index: OpenIndex) -> str:
    """The earlier question with its profile, date or name replaced by what is said now; else with that put behind it."""
    said = said.strip(" ?.!")
    known = tuple(sorted({figure.profile for figure in index.figures if figure.profile}))
    for old, new in (
        (_profile_spans(earlier, known), _profile_spans(said, known)),
        (_date_spans(earlier), _date_spans(said)),
        (
            _name_spans(earlier),
            _name_spans(said) or [Span(match.end() if (match := _PREPOSITION.match(said)) else 0, len(said))],
        ),
    ):
        if old and new:
            begin, end = new[0].begin, new[-1].end
            replaced = earlier[: old[0].begin] + said[begin:end] + earlier[old[-1].end :]
            return replaced[0].upper() + replaced[1:]
    joined = f"{earlier.rstrip(' ?.!')} {said}?"
    return joined[0].upper() + joined[1:]


def _fill_in_topic(said: str, earlier: str, index: OpenIndex) -> str:
    """The question with what it points back to named: the place for "daar", else the subject of the earlier question."""
    places = _name_spans(earlier)
    pointer = _POINTS_BACK.search(said)
    word = pointer.group(1).lower() if pointer else ""
    if pointer and word == "daar" and places:
        replaced = said[: pointer.start()] + "in " + places[-1].of(earlier) + said[pointer.end() :]
    else:
        topic = find_topic(earlier, index) or earlier.rstrip(" ?.!")
        ends = said.rstrip(" ?.!")
        if pointer and word in ("die", "deze", "ze", "zij", "hij", "hen", "hem", "dat", "dit", "het"):
            replaced = said[: pointer.start()] + topic + said[pointer.end() :]
        else:
            replaced = f"{ends} ({topic})?"
    return replaced[0].upper() + replaced[1:]


def find_topic(question: str, index: OpenIndex) -> str | None:
    """The subject of a question: its longest run of words that stands so in the documents, with its article."""
    for span in _date_spans(question):
        question = span.blanked(question)
    words = list(re.finditer(r"[\w'’-]+", question))
    folded = [fold_word(match.group()) for match in words]
    best: tuple[int, int, int] | None = None
    for size in range(min(LONGEST_TOPIC_WORDS, len(words)), 0, -1):
        for begin in range(len(words) - size + 1):
            run = folded[begin : begin + size]
            if run[0] in STOP_WORDS or run[-1] in STOP_WORDS:
                continue
            phrase = f" {' '.join(split_words(' '.join(run)))} "
            count = sum(text.count(phrase) for text in index.folded_texts)
            if count and (best is None or (size, -count) > best[:2]):
                best = (size, -count, begin)
        if best:
            break
    if best is None:
        return None
    begin = best[2]
    if begin and folded[begin - 1] in ("de", "het", "een"):
        begin -= 1
    return question[words[begin].start() : words[best[2] + best[0] - 1].end()]


def _shift_dates(earlier: str, shift: re.Match[str]) -> str | None:
    """The earlier question with its date moved by years or quarters; None when it has no date to move."""
    mentions = [mention for mention in find_dates(earlier) if mention.first]
    if not mentions:
        return None
    mention = mentions[-1]
    months = _COUNTS[shift["count"].lower()] * (12 if shift["unit"].lower().startswith("ja") else 3)
    back = shift["way"].lower() in ("eerder", "ervoor", "daarvoor", "terug")
    day = _move_months(mention.first, -months if back else months)
    written = date_to_dutch(day) if mention.form == "day" or mention.first != mention.last else day
    if mention.form == "year":
        written = day[:4]
    return earlier[: mention.begin] + written + earlier[mention.end :]


def _move_months(day: str, months: int) -> str:
    moved = date.fromisoformat(day)
    year, month = divmod(moved.year * 12 + moved.month - 1 + months, 12)
    return moved.replace(year=year, month=month + 1, day=min(moved.day, monthrange(year, month + 1)[1])).isoformat()


def _profile_spans(text: str, known: tuple[str, ...]) -> list[Span]:
    """Where a text names profiles; ``find_profiles`` puts spaces in their place."""
    if not known:
        return []
    rest = find_profiles(text, known).rest
    changed = [position for position, (left, right) in enumerate(zip(text, rest, strict=True)) if left != right]
    runs = [list(run) for _, run in groupby(enumerate(changed), key=lambda pair: pair[1] - pair[0])]
    spans = [Span(run[0][1], run[-1][1] + 1) for run in runs]
    return [Span(spans[0].begin, spans[-1].end)] if spans else []


def _date_spans(text: str) -> list[Span]:
    return [Span(mention.begin, mention.end) for mention in find_dates(text)][-1:]


def _name_spans(text: str) -> list[Span]:
    return [Span(match.start(1), match.end(1)) for match in _PLACE.finditer(text)][-1:]
