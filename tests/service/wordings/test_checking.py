import random
import re
from dataclasses import dataclass, field
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.types import CanonicalText, Document, Passage, Span
from indexer.canonical import seal_text
from indexer.store import OpenIndex
from service.wordings.checking import WordingMatch, WordingVerdict, check_wording
from service.wordings.text import reduce_text

REPORT = (
    "De instroom\n\nIn 2023 lag de instroom in de Wlz-ggz-w rond 300 cliënten per maand. Het hulpmiddel “toegang ggz-wlz” helpt "
    "bij twijfel over de toegangscriteria.\n\nHet plan bevat:\n\n- *Doelgroep:* wie het betreft\n- Planning van de doelgroepbe-\n"
    "spreking\n\nIn juli waren er 10.375 indicaties voor jongeren van 18-27 jaar. Regio's werken samen.\n"
)
LETTER = "Geachte lezer,\n\nRegio's werken samen. De regio's stellen elk jaar een plan op en sturen dat aan het ministerie van VWS.\n"


@dataclass
class SmallIndex:
    """As much of an index as checking a wording needs."""

    documents: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, CanonicalText] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()


def index_of(**texts: str) -> OpenIndex:
    index = SmallIndex()
    for document_id, text in texts.items():
        index.documents[document_id] = Document(document_id, f"{document_id}.txt", "Titel", "Uitgever", "2024", "rapport", "nl")
        index.texts[document_id] = seal_text(document_id, text)
    return cast(OpenIndex, index)


INDEX = index_of(rapport=REPORT, brief=LETTER)


def quotes(verdict: WordingVerdict) -> list[str]:
    return [match.citation.quote for match in verdict.matches]


def joined(match: WordingMatch, *kinds: str) -> list[str]:
    return " ".join(difference.text for difference in match.differences if difference.kind in kinds).split()


@pytest.mark.parametrize(
    ("pasted", "quote"),
    [
        ("rond 300 cliënten per maand", "rond 300 cliënten per maand"),
        ("rond  300\ncliënten\u00a0per maand", "rond 300 cliënten per maand"),
        ("In 2023 lag de instroom in de Wlz ggz w", "In 2023 lag de instroom in de Wlz-ggz-w"),
        ("Het hulpmiddel 'toegang ggz–wlz' helpt", "Het hulpmiddel “toegang ggz-wlz” helpt"),
        ("Het hulpmiddel toegang ggz-wlz helpt", "Het hulpmiddel “toegang ggz-wlz” helpt"),
        ('"toegang ggz-wlz"', "“toegang ggz-wlz”"),
        ("Planning van de doelgroepbespreking", "Planning van de doelgroepbe-\nspreking"),
        ("Planning van de doelgroep-\nbespreking", "Planning van de doelgroepbe-\nspreking"),
        ("Planning van de doelgroep\u00adbespreking", "Planning van de doelgroepbe-\nspreking"),
        ("• Doelgroep: wie het betreft\n• Planning", "Doelgroep:* wie het betreft\n- Planning"),
        ("**Doelgroep:** wie het betreft", "Doelgroep:* wie het betreft"),
        ("jongeren van 18 – 27 jaar", "jongeren van 18-27 jaar"),
        ("Regio’s werken samen", "Regio's werken samen"),
        ("clie\u0308nten per maand", "cliënten per maand"),
        ("Bij twijfel over de toegangscriteria", "bij twijfel over de toegangscriteria"),
        ("het plan bevat", "Het plan bevat"),
        ("wie het betreft.", "wie het betreft"),
    ],
)
def test_only_white_space_quotes_hyphens_bullets_and_the_edges_may_differ(pasted: str, quote: str) -> None:
    verdict = check_wording(pasted, INDEX)
    assert verdict.verdict == "letterlijk"
    assert quotes(verdict)[0].lstrip("*") == quote


@pytest.mark.parametrize(
    "pasted",
    [
        "rond 300 Cliënten per maand",
        "rond 301 cliënten per maand",
        "jongeren van 1827 jaar",
        "waren er 10 indicaties voor jongeren",
        "waren er 10375 indicaties voor jongeren",
        "rond 300 clienten per maand",
        "Regio's werken nauw samen.",
    ],
)
def test_a_capital_digit_accent_or_word_makes_a_wording_deviate(pasted: str) -> None:
    assert check_wording(pasted, INDEX).verdict == "afwijkend"


@pytest.mark.parametrize(
    "pasted", ["zorgvuldig", "groep", "10", "375", "  ", "…", "- “”", "De olifant eet pannenkoeken in de zon."]
)
def test_what_does_not_stand_there_as_whole_words_is_not_found(pasted: str) -> None:
    assert check_wording(pasted, INDEX) == WordingVerdict("niet-gevonden", ())


def test_each_place_is_cited_with_its_own_number_in_the_order_of_the_documents() -> None:
    verdict = check_wording("Regio's werken samen.", INDEX)
    assert [(match.citation.number, match.citation.document.id) for match in verdict.matches] == [(1, "rapport"), (2, "brief")]
    assert all(match.similarity == 1 for match in verdict.matches)
    assert [joined(match, "gelijk") for match in verdict.matches] == [["Regio's", "werken", "samen."]] * 2


def test_no_more_than_three_places_are_given() -> None:
    verdict = check_wording("een plan", index_of(a="een plan en een plan", b="een plan, een plan"))
    assert len(verdict.matches) == 3


def test_differences_show_what_was_left_out_and_what_was_put_in() -> None:
    verdict = check_wording("De regio's stellen elk kwartaal een goed plan op en sturen dat aan ministerie van VWS.", INDEX)
    assert verdict.verdict == "afwijkend"
    assert [(difference.kind, difference.text) for difference in verdict.matches[0].differences] == [
        ("gelijk", "De regio's stellen elk"),
        ("weggelaten", "jaar"),
        ("toegevoegd", "kwartaal"),
        ("gelijk", "een"),
        ("toegevoegd", "goed"),
        ("gelijk", "plan op en sturen dat aan"),
        ("weggelaten", "het"),
        ("gelijk", "ministerie van VWS."),
    ]


def test_words_written_together_or_apart_are_equal_in_a_deviating_wording_too() -> None:
    verdict = check_wording("In 2022 lag de in stroom in de 'Wlz ggz w' rond 300 cliënten per maand", INDEX)
    assert [difference.text for difference in verdict.matches[0].differences if difference.kind != "gelijk"] == ["2023", "2022"]


def test_a_changed_first_word_is_shown_with_the_word_that_it_took_the_place_of() -> None:
    verdict = check_wording("Alle regio's stellen elk jaar een plan op", INDEX)
    assert [(d.kind, d.text) for d in verdict.matches[0].differences][:2] == [("weggelaten", "De"), ("toegevoegd", "Alle")]


def test_of_several_places_the_nearest_comes_first() -> None:
    index = index_of(a="de raad stelt elk jaar een plan vast", b="de raad stelt elk jaar een begroting op")
    verdict = check_wording("de raad stelt elk jaar een plan op", index)
    assert [match.citation.number for match in verdict.matches] == list(range(1, len(verdict.matches) + 1))
    assert [match.similarity for match in verdict.matches] == sorted((m.similarity for m in verdict.matches), reverse=True)
    assert {match.citation.document.id for match in verdict.matches} == {"a", "b"}


def test_a_few_common_words_are_not_a_match() -> None:
    assert (
        check_wording("In het kader van de energietransitie worden woningen in de regio verduurzaamd", INDEX).verdict
        == "niet-gevonden"
    )


def _sentences(index: OpenIndex) -> list[tuple[str, int, str]]:
    """Whole sentences without footnote marks, each with where it stands."""
    pattern = re.compile(r"(?<=[.\n] )[A-Z][^.!?\n\t²³¹]{20,300}\.(?=\s)|(?<=\n)[A-Z][^.!?\n\t²³¹]{20,300}\.(?=\s)")
    return [
        (document_id, found.start(), found[0])
        for document_id, canonical in index.texts.items()
        for found in pattern.finditer(canonical.text)
    ]


def test_every_sentence_of_the_documents_is_literal_where_it_stands(fake_index: OpenIndex) -> None:
    sentences = _sentences(fake_index)
    assert len(sentences) > 300
    for document_id, begin, sentence in sentences:
        verdict = check_wording(sentence, fake_index)
        first = verdict.matches[0].citation
        assert verdict.verdict == "letterlijk"
        assert reduce_text(first.quote).letters == reduce_text(sentence).letters
        places = [(match.citation.document.id, match.citation.span.begin) for match in verdict.matches]
        assert (document_id, begin) in places or len(places) == 3


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_slice_of_whole_words_is_literal_and_its_quote_slices_true(fake_index: OpenIndex, data: st.DataObject) -> None:
    canonical = fake_index.texts[data.draw(st.sampled_from(sorted(fake_index.texts)))]
    words = list(re.finditer(r"\S+", canonical.text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = min(len(words) - 1, first + data.draw(st.integers(0, 60)))
    pasted = canonical.text[words[first].start() : words[last].end()]
    verdict = check_wording(pasted, fake_index)
    if not any(map(str.isalnum, reduce_text(pasted).letters)):
        assert verdict.verdict == "niet-gevonden"
        return
    assert verdict.verdict == "letterlijk"
    for match in verdict.matches:
        cited = match.citation
        assert cited.span.of(fake_index.texts[cited.document.id].text) == cited.quote
        assert reduce_text(cited.quote).letters == reduce_text(pasted).letters


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_changed_word_is_the_only_one_marked(fake_index: OpenIndex, data: st.DataObject) -> None:
    sentences = [entry for entry in _sentences(fake_index) if 8 <= len(entry[2].split()) <= 40]
    _, _, sentence = data.draw(st.sampled_from(sentences))
    words = sentence.split()
    place = data.draw(st.integers(1, len(words) - 2))
    original, words[place] = words[place], "gewijzigd"
    match = check_wording(" ".join(words), fake_index).matches[0]
    marked = [(difference.kind, difference.text) for difference in match.differences if difference.kind != "gelijk"]
    assert marked == [("weggelaten", original), ("toegevoegd", "gewijzigd")]
    assert match.similarity == pytest.approx(1 - 1 / len(words))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_differences_hold_all_words_of_both_sides(fake_index: OpenIndex, data: st.DataObject) -> None:
    _, _, sentence = data.draw(st.sampled_from(_sentences(fake_index)))
    chooser = random.Random(data.draw(st.integers(0, 1_000)))
    words = [word for word in sentence.split() if chooser.random() > 0.1]
    words.insert(chooser.randrange(len(words) + 1), "tussengevoegd")
    pasted = " ".join(words)
    verdict = check_wording(pasted, fake_index)
    for match in verdict.matches:
        assert joined(match, "gelijk", "weggelaten") == match.citation.quote.split()
        ours = reduce_text(" ".join(joined(match, "gelijk", "toegevoegd"))).letters
        assert ours.casefold().removesuffix(".") == reduce_text(pasted).letters.casefold().removesuffix(".")
        assert 0.6 <= match.similarity <= 1
    spans = [(match.citation.document.id, match.citation.span) for match in verdict.matches]
    assert not any(a[0] == b[0] and a[1].overlaps(b[1]) for n, a in enumerate(spans) for b in spans[n + 1 :])


@pytest.mark.parametrize("begin", [5_000, 30_000, 50_000])
def test_a_long_wording_with_other_words_throughout_is_found(begin: int, fake_index: OpenIndex) -> None:
    text = fake_index.texts["kpmg-eindrapport-2024"].text
    words = text[begin : begin + 2_000].split()
    words[::15] = ["anders"] * len(words[::15])
    verdict = check_wording(" ".join(words)[:2_000], fake_index)
    assert verdict.verdict == "afwijkend"
    assert verdict.matches[0].citation.span.overlaps(Span(begin, begin + 2_000))
