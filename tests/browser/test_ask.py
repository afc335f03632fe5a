"""A visitor asks, follows up, reads the sources, and keeps or clears the talk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import visiting
from tests.browser.conftest import OpenPage
from tests.browser.states import CUT_OFF, TOO_LONG
from tests.browser.visiting import ask, cut_connection, held_answers, request_answer, submit
from tests.browser.watching import Watch

SAID = {
    visiting.LITERAL: "Letterlijk uit de bron",
    visiting.COMPUTED: "Berekend uit de bron",
    visiting.NOT_FOUND: "Niet gevonden",
}


@pytest.mark.parametrize("question", SAID)
def test_an_answer_says_at_once_what_it_is(question: str, open_page: OpenPage) -> None:
    turn = ask(open_page(), question)
    expect(turn.locator(".provenance")).to_contain_text(SAID[question])


def test_a_list_is_shown_as_a_list_that_leads_to_its_source(open_page: OpenPage) -> None:
    turn = ask(open_page(), visiting.LISTED)
    expect(turn.locator(".answer li")).to_have_count(10)
    expect(turn.locator(".answer a.reference").first).to_be_visible()


def test_the_answer_is_announced_and_the_field_is_free_for_the_next_question(open_page: OpenPage) -> None:
    page = open_page()
    expect(page.get_by_role("log")).to_have_count(1)
    turn = ask(page, visiting.LITERAL)
    expect(page.get_by_role("log").locator(turn)).to_be_visible()
    expect(page.get_by_role("status").first).not_to_contain_text("Bezig")
    expect(page.locator("#vraag")).to_have_value("")


def test_while_it_waits_it_says_so(open_page: OpenPage) -> None:
    page = open_page()
    with held_answers(page):
        submit(page, visiting.LITERAL)
        expect(page.get_by_role("status").filter(has_text=re.compile("Bezig|zoek", re.I))).to_be_visible()
    visiting.expect_turn(page, visiting.LITERAL)


def test_a_follow_up_is_understood_from_the_talk(open_page: OpenPage) -> None:
    page = open_page()
    expect(ask(page, visiting.FIGURE).locator(".answer")).to_contain_text("11.650")
    turn = ask(page, visiting.FOLLOW_UP)
    expect(turn.locator(".answer")).to_contain_text("8.480")
    expect(turn).to_contain_text("Hoeveel GGZ03W-indicaties waren er op 1 juli 2021?")
    expect(page.locator("article.turn")).to_have_count(2)


def test_the_talk_survives_a_reload_and_a_visit_to_a_source(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, visiting.FIGURE)
    ask(page, visiting.FOLLOW_UP)
    page.reload()
    expect(page.locator("article.turn")).to_have_count(2)
    visiting.expect_turn(page, visiting.FIGURE).locator("a.in-document").first.click()
    expect(page.locator("#tekst")).to_be_visible()
    page.goto("/")
    expect(page.locator("article.turn")).to_have_count(2)
    expect(ask(page, "En op 1 januari 2023?").locator(".answer")).to_contain_text("GGZ03W")


def test_a_cleared_talk_is_gone_and_forgotten(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, visiting.FIGURE)
    page.get_by_text("Gesprek wissen").click()
    expect(page.locator("article.turn")).to_have_count(0)
    page.reload()
    expect(page.locator("article.turn")).to_have_count(0)
    expect(page.locator("#vraag")).to_be_visible()


def test_the_exported_talk_holds_questions_answers_quotes_and_sources(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, visiting.LITERAL)
    ask(page, visiting.LISTED)
    with page.expect_download() as started:
        page.get_by_role("button", name=re.compile("bewaren|opslaan|download|Markdown", re.I)).click()
    exported = Path(started.value.path()).read_text(encoding="utf-8")
    assert started.value.suggested_filename.endswith(".md")
    for question in (visiting.LITERAL, visiting.LISTED):
        answer = request_answer(page, question)
        assert question in exported
        for citation in answer["citaten"]:
            assert citation["titel"] in exported
            assert f"{citation['begin']}-{citation['eind']}" in exported
            assert citation["citaat"].split("\n")[0].strip()[:60] in exported
    assert exported.index(visiting.LITERAL) < exported.index(visiting.LISTED)


def test_what_is_not_found_comes_with_the_nearest_passages(open_page: OpenPage) -> None:
    page = open_page()
    turn = ask(page, visiting.NOT_FOUND)
    nearest = request_answer(page, visiting.NOT_FOUND)["dichtstbij"]
    assert nearest
    expect(turn.locator(".card:visible")).to_have_count(len(nearest))
    expect(turn.locator(".answer a.reference")).to_have_count(0)
    for place, citation in enumerate(nearest):
        assert turn.locator(".card blockquote").nth(place).text_content() == citation["citaat"]


def test_personal_data_are_refused_and_do_not_stay_on_the_page(open_page: OpenPage) -> None:
    page = open_page()
    submit(page, visiting.PERSONAL)
    expect(page.locator("article.turn .provenance")).to_contain_text("Persoonsgegevens")
    assert "123456782" not in page.content()
    assert "123456782" not in page.evaluate("() => JSON.stringify({...sessionStorage, ...localStorage}) + location.href")


def test_when_the_server_is_gone_the_page_says_what_to_do_and_keeps_the_question(open_page: OpenPage, watch: Watch) -> None:
    watch.allow(CUT_OFF)
    page = open_page()
    cut_connection(page)
    submit(page, visiting.LITERAL)
    expect(page.get_by_role("alert")).to_contain_text("probeer het opnieuw")
    expect(page.locator("#vraag")).to_have_value(visiting.LITERAL)
    page.unroute_all()
    page.locator("#vraagformulier button[type=submit]").click()
    visiting.expect_turn(page, visiting.LITERAL)
    expect(page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize(("sent", "said"), [("   ", "leeg"), (TOO_LONG, "te lang")])
def test_a_question_that_can_not_be_asked_is_kept_with_a_word_on_what_to_do(sent: str, said: str, open_page: OpenPage) -> None:
    page = open_page()
    submit(page, sent)
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(page.locator("#vraag")).to_have_value(sent)
    expect(page.locator("#vraag")).to_be_focused()
    expect(page.locator("#vraag")).to_have_attribute("aria-invalid", "true")


def test_the_longest_question_is_answered(open_page: OpenPage) -> None:
    page = open_page()
    submit(page, ("Wat moet een plan bevatten? " * 80)[:2000].strip())
    expect(page.locator("article.turn .provenance")).to_be_visible()


def test_an_answer_on_paper_is_the_answer_without_the_form(open_page: OpenPage) -> None:
    page = open_page()
    turn = ask(page, visiting.LITERAL)
    page.emulate_media(media="print")
    expect(turn).to_be_visible()
    expect(turn.locator(".card").first).to_be_visible()
    for gone in ("#vraagformulier", "nav[aria-label=Hoofdmenu]"):
        expect(page.locator(gone)).to_be_hidden()
    expect(turn.locator(".card .links a").first).to_be_hidden()
    citation = request_answer(page, visiting.LITERAL)["citaten"][0]
    place = turn.locator(".card .links").first.evaluate("line => getComputedStyle(line, '::after').content")
    assert f"{citation['documentId']}#t{citation['begin']}-{citation['eind']}" in place, "paper can't be clicked"
