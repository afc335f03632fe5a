"""``python -m evals.training.check [NUMBER …]``: is the training material whole? Names every fault; exit 1 when there is one."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

KINDS = frozenset("feit getal tijd persoon plaats lijst reden wijze definitie vergelijking jaNee voorwaarde gevolg".split())
STYLES = frozenset("formeel gewoon spreektaal slordig trefwoorden omslachtig engels".split())

WORDS = (250, 6000)
SHORT_DOCUMENT = 600  # words; below it fewer questions can be asked
FEWEST_QUESTIONS, FEWEST_OF_SHORT = 28, 18
UNANSWERABLE_SHARE = (0.3, 0.5)
MOST_PLAIN_SHARE = 0.7  # of the styles that a test set is full of anyway


def find_faults(folder: Path = FOLDER, numbers: Sequence[str] = ()) -> Iterator[str]:
    """What is wrong with the documents of these numbers (all, when none are named), a line each."""
    for document in sorted((folder / "documents").glob("*.md")):
        if not numbers or document.name.startswith(tuple(numbers)):
            text = document.read_text(encoding="utf-8")
            if not WORDS[0] <= len(text.split()) <= WORDS[1]:
                yield f"{document.name}: {len(text.split())} woorden"
            yield from _check_questions(folder / "questions" / f"{document.stem}.jsonl", text)


def _check_questions(file: Path, text: str) -> Iterator[str]:
    if not file.is_file():
        yield f"{file.name}: ontbreekt"
        return
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    questions: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        try:
            questions.append(json.loads(line))
        except ValueError as fault:
            yield f"{file.name}, regel {number}: {fault}"
            continue
        yield from (f"{file.name}, regel {number}: {fault}" for fault in _check_question(questions[-1], text))
    asked = Counter((*question.get("earlier", []), str(question.get("q", "")).lower()) for question in questions)
    yield from (f"{file.name}: twee keer gevraagd: {words[-1]}" for words, times in asked.items() if times > 1)
    yield from _check_shares(file.name, questions, len(text.split()))


def _check_question(question: dict[str, Any], text: str) -> Iterator[str]:
    if missing := {"q", "evidence", "core", "kind", "style"} - question.keys():
        yield f"zonder {', '.join(sorted(missing))}"
        return
    if question["kind"] not in KINDS or question["style"] not in STYLES:
        yield f"onbekende soort of stijl: {question['kind']}, {question['style']}"
    if "earlier" in question and not (question["earlier"] and question.get("standalone")):
        yield "een vervolgvraag heeft earlier en standalone"
    yield from _check_slices(question, text)


def _check_slices(question: dict[str, Any], text: str) -> Iterator[str]:
    evidence = question["evidence"]
    yield from (f"evidence staat niet in het document: {words[:60]!r}" for words in evidence if words not in text)
    loose = [words for words in question["core"] if not any(words in each for each in evidence)]
    yield from (f"core staat niet in evidence: {words[:60]!r}" for words in loose)
    if not evidence and (not question.get("near") or question["near"] not in text):
        yield "near staat niet in het document"
    if not evidence and not question.get("why"):
        yield "zonder why"


def _check_shares(name: str, questions: Sequence[dict[str, Any]], words: int) -> Iterator[str]:
    if len(questions) < (FEWEST_QUESTIONS if words >= SHORT_DOCUMENT else FEWEST_OF_SHORT):
        yield f"{name}: maar {len(questions)} vragen"
    if not questions:
        return
    unanswerable = sum(not question.get("evidence") for question in questions) / len(questions)
    if not UNANSWERABLE_SHARE[0] <= unanswerable <= UNANSWERABLE_SHARE[1]:
        yield f"{name}: {unanswerable:.0%} niet te beantwoorden"
    plain = sum(question.get("style") in ("gewoon", "formeel") for question in questions) / len(questions)
    if plain > MOST_PLAIN_SHARE:
        yield f"{name}: {plain:.0%} in gewone of formele stijl"


def main(numbers: Sequence[str]) -> int:
    """Prints every fault; 0 when there is none."""
    faults = list(find_faults(numbers=numbers))
    print("\n".join(faults) or "Alles klopt.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
