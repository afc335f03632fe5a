"""Each judge says yes to a good answer and no, with a reason, to one that breaks its promise."""

import pytest

from evals.cases import Quote
from evals.evidence import cut_citations, find_quote
from evals.expressions import fold_text, occurs_in
from evals.numbers import unsupported_numbers
from evals.reply import read_reply
from evals.scorers import (
    Verdict,
    score_answer,
    score_citations,
    score_early_answer,
    score_evidence,
    score_failure,
    score_list,
    score_numbers,
    score_reason,
    score_reply,
    score_status,
)
from service.number_gate import read_written_number
from tests.evals.making import REFUSAL, TEXT, make_case, make_citation, make_reply, make_response, text_of

PLAN = "Elke regio maakt een plan."
COUNT = "De telling: 11650 op 1 juli 2022."


def judge_evidence(quotes: tuple[str, ...], *cited: str) -> dict[str, bool]:
    verdicts = score_evidence(make_case(quotes=quotes), make_reply("Zo [1].", *cited), text_of)
    return {verdict.measure: verdict.good for verdict in verdicts}


def test_evidence_is_found_when_all_of_it_is_cited() -> None:
    assert judge_evidence((PLAN, COUNT), PLAN, COUNT) == {"bewijs-1000": True, "bewijs-geheel": True, "bewijs-deels": True}


def test_evidence_is_found_in_part_when_one_of_two_is_cited() -> None:
    assert judge_evidence((PLAN, COUNT), COUNT) == {"bewijs-1000": False, "bewijs-geheel": False, "bewijs-deels": True}


def test_evidence_counts_from_four_fifths_of_its_characters() -> None:
    assert judge_evidence((PLAN,), PLAN[:-4])["bewijs-geheel"]
    assert not judge_evidence((PLAN,), PLAN[:-8])["bewijs-geheel"]


def test_evidence_may_be_spread_over_two_citations() -> None:
    assert judge_evidence((PLAN,), PLAN[:13], PLAN[13:])["bewijs-geheel"]


def test_evidence_after_the_first_characters_is_found_but_late() -> None:
    text = "x" * 1000 + PLAN
    reply = make_reply("Zo [1].")
    long = make_citation(PLAN) | {"begin": 0, "eind": len(text), "citaat": text}
    reply = make_reply("Zo [1].", citaten=[long])
    early, whole, _ = score_evidence(make_case(quotes=(PLAN,)), reply, lambda _: text)
    assert (early.good, early.why, whole.good) == (False, "pas na 1.000 tekens aangehaald", True)


def test_the_first_characters_are_counted_over_all_citations() -> None:
    reply = make_reply("Zo [1].", citaten=[make_citation(PLAN), make_citation(COUNT, 2)])
    cut = cut_citations(reply.citations, len(PLAN) + 5)
    assert [(citation.begin, citation.end - citation.begin) for citation in cut] == [(0, len(PLAN)), (TEXT.index(COUNT), 5)]


def test_the_same_place_in_another_document_is_no_evidence() -> None:
    elsewhere = make_citation(PLAN) | {"documentId": "ander"}
    verdicts = score_evidence(make_case(quotes=(PLAN,)), make_reply("Zo [1].", citaten=[elsewhere]), text_of)
    assert not any(verdict.good for verdict in verdicts)


def test_a_long_case_is_not_judged_on_its_first_characters() -> None:
    verdicts = score_evidence(make_case(long=True), make_reply("Zo [1].", PLAN), text_of)
    assert [verdict.measure for verdict in verdicts] == ["bewijs-geheel", "bewijs-deels"]


def test_one_quote_of_a_group_is_enough() -> None:
    case = make_case()
    other = Quote("rapport", COUNT)
    either = type(case)(**{name: getattr(case, name) for name in case.__slots__} | {"evidence": ((*case.evidence[0], other),)})
    assert score_evidence(either, make_reply("Zo [1].", COUNT), text_of)[1].good


def test_a_quote_is_found_through_white_space_and_markup_and_after_what_precedes_it() -> None:
    places = find_quote(Quote("rapport", "de *rode*\ndraad", "los "), "de rode draad, los de  <i>rode</i> draad")
    assert [(place[0], place[-1]) for place in places] == [(19, 39)]


def test_an_answer_is_good_when_it_says_all_it_must() -> None:
    case = make_case(required=("een plan", "/20 ?%/"), forbidden=("geen plan",))
    assert score_answer(case, make_reply("Elke regio maakt een  Plan [1], met 20 % minder [2].", PLAN)) == Verdict(
        "antwoord-goed", True
    )


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("Elke regio doet iets [1].", "mist: een plan"),
        ("Elke regio maakt een planning [1].", "mist: een plan"),
        ("Er is geen plan, maar een plan [1].", "bevat: geen plan"),
    ],
)
def test_an_answer_is_wrong_when_it_lacks_or_adds_something(answer: str, why: str) -> None:
    case = make_case(required=("een plan",), forbidden=("geen plan",))
    assert score_answer(case, make_reply(answer, PLAN)) == Verdict("antwoord-goed", False, why)


def test_a_refusal_of_an_answerable_question_is_a_wrong_answer() -> None:
    verdict = score_answer(make_case(required=("documenten",)), read_reply(REFUSAL))
    assert verdict == Verdict("antwoord-goed", False, "status is niet-gevonden (geen-bewijs), had moeten zijn: beantwoord")


@pytest.mark.parametrize(("written", "good"), [("11.650", True), ("11650", True), ("11.651", False), ("1.165", False)])
def test_a_value_counts_in_whatever_notation(written: str, good: bool) -> None:
    verdict = score_answer(make_case(value=11650), make_reply(f"Er waren er {written} [1].", COUNT))
    assert verdict is not None
    assert verdict.good is good


def test_a_list_is_complete_only_with_every_item() -> None:
    case = make_case(items=("Doel", "Planning"))
    assert score_list(case, make_reply("Doel en planning [1].", PLAN)) == Verdict("lijst-volledig", True)
    assert score_list(case, make_reply("Planning [1].", PLAN)) == Verdict("lijst-volledig", False, "1 van 2; mist: Doel")
    assert score_list(make_case(), make_reply("Planning [1].", PLAN)) is None


def test_an_answer_that_says_it_late_is_good_but_not_in_the_first_characters() -> None:
    case, late = make_case(required=("een plan",)), make_reply("x" * 1000 + " Elke regio maakt een plan [1].", PLAN)
    assert score_answer(case, late) == Verdict("antwoord-goed", True)
    assert score_early_answer(case, late) == Verdict("antwoord-1000", False, "mist: een plan")
    assert score_early_answer(make_case(long=True), late) is None
    assert score_early_answer(make_case(status="niet-gevonden"), late) is None


def test_answering_and_refusing_are_judged_apart() -> None:
    refusal, answer = read_reply(REFUSAL), make_reply("Zo [1].", PLAN)
    assert score_status(make_case(), answer) == Verdict("terecht-beantwoord", True)
    assert not score_status(make_case(), refusal).good
    assert score_status(make_case(status="niet-gevonden"), refusal) == Verdict("terecht-geweigerd", True)
    assert not score_status(make_case(status="niet-gevonden"), answer).good
    assert not score_status(make_case(status="persoonsgegevens"), refusal).good


def test_the_reason_of_a_right_refusal_must_be_an_accepted_one() -> None:
    case = make_case(status="niet-gevonden")
    assert score_reason(case, read_reply(REFUSAL)) == Verdict("reden-juist", True)
    wrong = score_reason(case, read_reply(REFUSAL | {"reden": "ander-onderwerp"}))
    assert wrong == Verdict("reden-juist", False, "reden is ander-onderwerp, had moeten zijn: geen-bewijs")
    assert score_reason(case, make_reply("Zo [1].", PLAN)) is None


def test_citations_are_whole_when_they_slice_true_and_are_numbered_from_one() -> None:
    assert score_citations(make_reply("Zo [1] en zo [2].", PLAN, COUNT), text_of) == Verdict("citaten-heel", True)
    assert score_citations(read_reply(REFUSAL), text_of) is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"citaat": "Elke regio maakt plannen."}, "citaat is niet de tekst op zijn plaats"),
        ({"begin": 1}, "citaat is niet de tekst op zijn plaats"),
        ({"citaat": "", "begin": 3, "eind": 3}, "citaat is niet de tekst op zijn plaats"),
        ({"documentVersie": "sha256:0"}, "documentVersie hoort niet bij de tekst"),
        ({"documentId": "weg"}, "onbekend document"),
        ({"nummer": 2}, "nummers lopen niet van 1 tot n"),
    ],
)
@pytest.mark.parametrize("field", ["citaten", "dichtstbij"])
def test_a_citation_that_is_not_the_text_is_broken(field: str, change: dict[str, object], why: str) -> None:
    response = make_response("Zo [1].", PLAN) if field == "citaten" else dict(REFUSAL)
    response[field] = [make_citation(PLAN) | change]
    verdict = score_citations(read_reply(response), text_of)
    assert verdict is not None
    if field == "dichtstbij" and "nummer" in change:
        assert verdict.good
    else:
        assert not verdict.good
        assert why in verdict.why


@pytest.mark.parametrize(("answer", "why"), [("Zo [2].", "nummers zonder citaat: [2]"), ("Zo.", "geen enkel citaat")])
def test_an_answer_must_use_its_own_citation_numbers(answer: str, why: str) -> None:
    verdict = score_citations(make_reply(answer, PLAN), text_of)
    assert verdict is not None
    assert why in verdict.why


def test_a_number_must_stand_in_a_citation_a_figure_or_a_formula() -> None:
    figure = {
        "waarde": 2200,
        "profiel": "GGZ03W",
        "peildatum": "2023-01-01",
        "bewerking": {
            "naam": "verschil",
            "formule": "12575 − 10000 − 375",
            "invoer": [{"waarde": 10375, "peildatum": "2022-07-31"}],
        },
    }
    text = "Op 31 juli 2022 telde GGZ03W er 10.375; in 2023 12.575, dat is 2.200 meer; 20 % in het rapport van 2024 [1]."
    assert unsupported_numbers(make_reply(text, "Er is 20% minder instroom.", cijfers=[figure])) == ()
    verdict = score_numbers(make_reply("Er waren er 11.650, 2.200 en 12,5 [1].", COUNT))
    assert verdict == Verdict("getallen-gedragen", False, "nergens aangehaald: 2.200, 12,5")


def test_the_numbering_of_a_list_and_of_citations_is_no_claim() -> None:
    assert score_numbers(make_reply("Dit is de lijst [1]:\n1. Doel\n2) Planning", PLAN)) == Verdict("getallen-gedragen", True)


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("645", {645.0}),
        ("11.650", {11650.0, 11.65}),
        ("34,01", {34.01}),
        ("1.234,5", {1234.5}),
        ("1,234.5", {1234.5}),
        ("1.2.2022", {1.0, 2.0, 2022.0}),
    ],
)
def test_a_number_is_read_in_dutch_and_english_notation(written: str, values: set[float]) -> None:
    assert read_written_number(written) == values


def test_words_are_matched_whole_and_without_regard_to_case_dashes_and_quotes() -> None:
    folded = fold_text("De ‘regio’ [2] kiest 18–27\u00a0jaar, *RIBW’s* mee.")
    assert folded == "de 'regio' kiest 18-27 jaar, ribw's mee."
    assert occurs_in("RIBW's", folded)
    assert occurs_in("/18-2\\d JAAR/", folded)
    assert not occurs_in("regi", folded)


def test_a_question_without_an_answer_misses_everything_it_is_judged_on() -> None:
    case = make_case(items=("Doel",))
    judged = {v.measure for v in score_reply(case, make_reply("Doel [1].", PLAN), text_of)}
    failed = score_failure(case, "geen verbinding")
    assert {verdict.measure for verdict in failed} == judged - {"citaten-heel", "getallen-gedragen"}
    assert {(verdict.good, verdict.why) for verdict in failed} == {(False, "geen verbinding")}
    assert [verdict.measure for verdict in score_failure(make_case(status="niet-gevonden"), "x")] == ["terecht-geweigerd"]


def test_the_text_of_these_tests_is_what_they_cite() -> None:
    assert PLAN in TEXT
    assert COUNT in TEXT
