"""A text of several sentences gets a verdict per sentence, so that an invented one is not hidden among real ones."""

from indexer.store import OpenIndex
from service.wordings.checking import check_wording
from service.wordings.differences import Difference

REAL = "Het belangrijkste uitgangspunt voor ons blijft de best passende zorg voor de cliënt."
OTHER = "Vanuit daar nemen we vervolgstappen in het project."
INVENTED = "Gisteren besloot koning Willem plotseling dat zeventien bakkers honderd gulden moesten betalen aan hun buurman."


def test_a_real_and_an_invented_sentence_are_both_shown(fake_index: OpenIndex) -> None:
    verdict = check_wording(f"{REAL} {INVENTED}", fake_index)
    assert [(statement.text, statement.verdict) for statement in verdict.statements] == [
        (REAL, "letterlijk"),
        (INVENTED, "niet-gevonden"),
    ]
    assert verdict.verdict == "afwijkend"
    assert Difference("toegevoegd", INVENTED) in verdict.matches[0].differences
    assert 0.3 < verdict.matches[0].similarity < 0.7


def test_each_statement_stands_where_it_says_in_the_pasted_text(fake_index: OpenIndex) -> None:
    pasted = f"{OTHER}\n{INVENTED} {REAL}"
    for statement in check_wording(pasted, fake_index).statements:
        assert statement.span.of(pasted) == statement.text


def test_sentences_in_another_order_are_literal_one_by_one_and_not_together(fake_index: OpenIndex) -> None:
    verdict = check_wording(f"{OTHER} {REAL}", fake_index)
    assert verdict.verdict == "afwijkend"
    assert {statement.verdict for statement in verdict.statements} == {"letterlijk"}


def test_a_single_sentence_and_a_literal_paragraph_have_no_statements_of_their_own(fake_index: OpenIndex) -> None:
    assert check_wording(REAL, fake_index).statements == ()
    assert check_wording(REAL.replace("blijft", "is"), fake_index).statements == ()
    canonical = fake_index.texts["twente-instroom-wlz-ggz"].text
    begin = canonical.index("In 2021 is de Wlz")
    paragraph = canonical[begin : canonical.index("\n", begin)]
    assert check_wording(paragraph, fake_index).verdict == "letterlijk"
    assert check_wording(paragraph, fake_index).statements == ()


def test_a_quotation_in_a_sentence_of_ones_own_is_checked_by_itself(fake_index: OpenIndex) -> None:
    verdict = check_wording(
        "Zij zeggen: “uitgangspunt voor ons blijft de best passende zorg” en dat vinden wij mooi gezegd.", fake_index
    )
    assert [(statement.form, statement.verdict) for statement in verdict.statements] == [("citaat", "letterlijk")]


def test_the_parts_beside_an_ellipsis_are_checked_by_themselves(fake_index: OpenIndex) -> None:
    verdict = check_wording("Het belangrijkste uitgangspunt (…) de best passende zorg voor de cliënt.", fake_index)
    assert [(statement.form, statement.verdict) for statement in verdict.statements] == [("deel", "letterlijk")] * 2


def test_a_wording_in_capitals_is_found_with_nothing_but_capitals_different(fake_index: OpenIndex) -> None:
    verdict = check_wording(REAL.upper(), fake_index)
    assert verdict.verdict == "afwijkend" and verdict.matches[0].similarity > 0.85


def test_a_scrap_of_common_words_is_no_match(fake_index: OpenIndex) -> None:
    assert check_wording("De zorg in de regio", fake_index).verdict == "niet-gevonden"


def test_the_comma_after_half_a_sentence_is_no_difference(fake_index: OpenIndex) -> None:
    verdict = check_wording("gemiddeld advies uit over hoe de regionale overlegstructuur", fake_index)
    assert [difference.kind for difference in verdict.matches[0].differences][-1] == "gelijk"


def test_the_rest_of_the_sentence_is_what_the_source_has_around_the_words(fake_index: OpenIndex) -> None:
    match = check_wording("uitgangspunt voor ons blijft de best passende zorg", fake_index).matches[0]
    assert (match.before, match.after) == ("Het belangrijkste ", " voor de cliënt.")
    whole = check_wording(REAL, fake_index).matches[0]
    assert (whole.before, whole.after) == ("", "")
