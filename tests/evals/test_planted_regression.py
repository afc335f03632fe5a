"""A regression planted in the real index is caught, with the right questions named; nothing planted, nothing named."""

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest

from evals import __main__ as command
from evals.asking import Subject
from evals.cases import Case, Quote, load_cases
from evals.evidence import find_quote
from evals.in_process import subject_of
from evals.reply import read_reply
from evals.results import save_run
from evals.run import RunResult, case_to_request, run_evals
from evals.scorers import score_reply
from evals.summary import count_shares
from indexer.build import build_index
from indexer.embedding import SentenceEncoder
from indexer.store import OpenIndex, open_index
from tests.conftest import CORPUS

# Questions for a long list, from one half: enough of one list to see it cut, few enough to ask five times.
CASES = tuple(case for case in load_cases() if len(case.items) >= 5 and case.split == "ontwikkeling")


@pytest.fixture(scope="module")
def sound(real_index: OpenIndex) -> RunResult:
    return run_evals(CASES, subject_of(real_index))


@pytest.fixture
def sound_folder(sound: RunResult, tmp_path: Path) -> Path:
    save_run(sound, tmp_path / "goed")
    return tmp_path / "goed"


def compare(old: Path, subject: Subject, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and the words of ``compare`` between the kept run and a new one of this subject."""
    save_run(run_evals(CASES, subject), old.parent / "nieuw")
    status = command.main(["compare", str(old), str(old.parent / "nieuw")])
    return status, capsys.readouterr().out


def named_as_worse(told: str) -> set[str]:
    """The cases under the heading of what got worse."""
    worse = told.partition("## Verslechterd\n\n")[2].partition("\n\n")[0]
    return {line.split("`")[1] for line in worse.splitlines()}


def test_an_unchanged_rerun_shows_no_flip_and_says_so(
    real_index: OpenIndex, sound_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(sound_folder, subject_of(real_index), capsys) == (
        0,
        "Geen enkel oordeel is anders. Corpus, index, model, code en vragen zijn dezelfde.\n\nUitkomst: geen achteruitgang.\n",
    )


def find_longest_list(sound: RunResult, index: OpenIndex) -> tuple[Quote, int, int]:
    """The longest list that is the evidence of a question answered well, with where its second half begins and ends."""
    good = {outcome.case_id for outcome in sound.outcomes if not outcome.faults}
    quotes = [quote for case in CASES if case.id in good for group in case.evidence for quote in group]
    longest = max(quotes, key=lambda quote: len(quote.text))
    text = index.texts[longest.document_id].text
    place = find_quote(longest, text)[0]
    return longest, text.index("\n", place[len(place) // 2]), place[-1] + 1


def cut_list(index: OpenIndex, index_dir: Path, sound: RunResult, folder: Path) -> OpenIndex:
    """The real index, but of documents of which one list has lost its second half."""
    quote, begin, end = find_longest_list(sound, index)
    text = index.texts[quote.document_id].text
    shutil.copytree(CORPUS, folder / "corpus")
    shutil.copytree(index_dir, folder / "index")
    source = folder / "corpus" / index.documents[quote.document_id].file
    source.write_text(text[:begin] + text[end:], encoding="utf-8")
    build_index(folder / "corpus", folder / "index", index.encoder)
    return open_index(folder / "index", index.encoder)


def lacks_evidence(case: Case, index: OpenIndex) -> bool:
    """Whether any of what the case needs stands nowhere in the documents of this index."""
    return not all(any(find_quote(quote, index.texts[quote.document_id].text) for quote in group) for group in case.evidence)


def test_a_list_cut_in_one_document_is_caught_and_exactly_its_questions_are_named(
    real_index: OpenIndex,
    real_index_dir: Path,
    sound: RunResult,
    sound_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    cut = cut_list(real_index, real_index_dir, sound, sound_folder.parent)
    shown = {outcome.case_id for outcome in sound.outcomes if (verdict := outcome.verdict_on("bewijs-geheel")) and verdict.good}
    of_the_list = {case.id for case in CASES if lacks_evidence(case, cut)} & shown
    assert of_the_list
    status, told = compare(sound_folder, subject_of(cut), capsys)
    assert status == 1
    assert named_as_worse(told) == of_the_list
    assert "- corpus: " in told


class BlindEncoder:
    """The real encoder, to which all questions look alike: the dense signal switched off, everything else as it was."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._encoder, name)
        if "quer" not in name:
            return found
        return lambda texts, *others: found(["vraag"] * len(texts), *others)


@pytest.fixture(scope="module")
def blind(real_index: OpenIndex, real_encoder: SentenceEncoder) -> Subject:
    index = copy.copy(real_index)
    index.encoder = BlindEncoder(real_encoder)
    return subject_of(index)


@pytest.fixture(scope="module")
def blind_faults(blind: Subject) -> dict[str, set[str]]:
    """The measures on which each case fails without the signal, asked and judged without any run."""
    faults = {}
    for case in CASES:
        verdicts = score_reply(case, read_reply(blind.ask(case_to_request(case))), blind.text_of)
        faults[case.id] = {verdict.measure for verdict in verdicts if not verdict.good}
    return faults


def test_a_signal_switched_off_is_caught_and_exactly_the_questions_that_fail_are_named(
    blind: Subject,
    blind_faults: dict[str, set[str]],
    sound: RunResult,
    sound_folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = {outcome.case_id: {verdict.measure for verdict in outcome.verdicts if verdict.good} for outcome in sound.outcomes}
    fallen = {case_id for case_id, faults in blind_faults.items() if good[case_id] & faults}
    status, told = compare(sound_folder, blind, capsys)
    assert (status, bool(fallen)) == (1, True)
    assert named_as_worse(told) == fallen


def test_a_signal_switched_off_falls_below_floors_and_the_run_names_the_questions(
    blind: Subject,
    blind_faults: dict[str, set[str]],
    sound: RunResult,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    reached = count_shares(sound.outcomes)["lijst-volledig"].value
    monkeypatch.setattr(command, "load_cases", lambda paths: CASES)
    monkeypatch.setattr(command, "find_subject", lambda url: blind)
    monkeypatch.setattr(command, "load_floors", lambda: {"alles": {"lijst-volledig": reached}})
    assert command.main(["run", "--no-baselines", "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    incomplete = {case_id for case_id, faults in blind_faults.items() if "lijst-volledig" in faults}
    assert "Onder de ondergrens: Lijst volledig" in told
    assert set(told.partition("Fout: ")[2].rstrip(".\n").split(", ")) == incomplete
