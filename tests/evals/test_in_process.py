"""The service in this process is asked and judged as it would be over HTTP."""

import pytest

from evals import in_process
from evals.asking import AskError, SubjectError
from evals.fingerprints import code_fingerprint
from evals.in_process import open_in_process, subject_of
from evals.run import run_evals
from indexer.store import OpenIndex
from tests.evals.making import make_case


def test_an_open_index_answers_in_the_shapes_of_the_wire(fake_index: OpenIndex) -> None:
    subject = subject_of(fake_index)
    cases = [make_case(case_id="a", status="niet-gevonden"), make_case(case_id="b", status="persoonsgegevens")]
    result = run_evals(cases, subject)
    assert "fout" not in {outcome.status for outcome in result.outcomes}
    printed = result.fingerprint
    assert (printed.index_version, printed.model) == (fake_index.info.version, fake_index.info.model)
    assert fake_index.info.corpus.startswith(printed.corpus)
    assert printed.code == code_fingerprint()
    assert all(verdict.good for o in result.outcomes if (verdict := o.verdict_on("citaten-heel")))


def test_a_fault_of_the_service_is_a_question_without_an_answer(fake_index: OpenIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(question: object, index: object) -> None:
        raise ZeroDivisionError("stuk")

    monkeypatch.setattr(in_process, "answer_question", fail)
    with pytest.raises(AskError, match="ZeroDivisionError: stuk"):
        subject_of(fake_index).ask({"vraag": "Wat?"})


def test_the_text_of_a_document_that_is_not_there_is_a_lookup_error(fake_index: OpenIndex) -> None:
    with pytest.raises(LookupError):
        subject_of(fake_index).text_of("weg")


def test_an_index_that_cannot_be_opened_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("BELEIDSWIJZER_INDEX", str(tmp_path_factory.mktemp("leeg")))
    monkeypatch.setattr(in_process, "load_encoder", lambda name: None)
    with pytest.raises(SubjectError, match="python -m indexer build"):
        open_in_process()
