"""Promises of a permalink on the document page: the same words in a newer version, changed words, and words that are gone."""

from fastapi import FastAPI

from tests.service.pages.page_fakes import find
from tests.service.pages.test_document_page import LONG_QUOTE, REPORT, follow_permalink, list_marked, place_of


def test_a_permalink_shows_the_same_words_in_a_newer_version_and_says_so(app: FastAPI) -> None:
    now = "Een nieuwe kop\n\nMet een zin erbij.\n\n" + REPORT.replace("in de hele", "in\nde hele")
    soup = follow_permalink(app, LONG_QUOTE, now)
    assert list_marked(find(soup, "#tekst")).split() == LONG_QUOTE.split()
    assert "dezelfde woorden, in een nieuwere versie" in find(soup, "#plaats-goed").text
    assert find(soup, "#plaats-fout").has_attr("hidden")
    old_place = find(soup, f"#tekst #t{place_of(LONG_QUOTE)}")
    assert old_place.find_next_sibling("mark") == find(soup, "mark.current"), "the old fragment leads to the words"


def test_a_permalink_shows_words_that_changed_and_says_so(app: FastAPI) -> None:
    soup = follow_permalink(app, LONG_QUOTE, REPORT.replace("de hele regio", "elke wijk"))
    assert list_marked(find(soup, "#tekst")) == LONG_QUOTE.replace("de hele regio", "elke wijk")
    fault = find(soup, "#plaats-fout")
    assert "woorden zijn veranderd" in fault.text and not fault.has_attr("hidden")


def test_a_permalink_of_words_that_are_gone_says_so_and_offers_ways_to_find_them(app: FastAPI) -> None:
    soup = follow_permalink(app, LONG_QUOTE, "Heel iets anders, maar lang genoeg om die plaats te hebben. " * 4)
    assert "staan niet meer in dit document" in find(soup, "#plaats-fout").text
    assert not soup.find("mark")
    assert find(soup, f".messages#t{place_of(LONG_QUOTE)}"), "the old fragment leads to what is said"
    assert find(soup, ".messages a.check-wording")["href"] == "/formulering?tekst=Er+zijn+twee+doelen+voor"
    assert find(soup, "input#zoek")["value"] == "Er zijn twee doelen voor"


def test_passages_beside_a_permalink_are_opened_with_it_as_long_as_the_document_has_its_version(app: FastAPI) -> None:
    beside = f"&t={place_of('Aanleiding')}"
    same, newer = (follow_permalink(app, LONG_QUOTE, REPORT, version, beside) for version in ("sha256:oud", "sha256:nieuw"))
    assert "Passage 2 van 2" in find(same, "#passage").text
    assert f"t={place_of('Aanleiding')}" in str(find(same, "#vorige")["href"])
    assert list_marked(find(newer, "#tekst")) == LONG_QUOTE
