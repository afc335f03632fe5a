from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.types import Span
from service.pages.document_view import RangeError
from service.pages.permalink import Permalink, link_to_passages, make_permalink, read_permalink, resolve_permalink

TEXT = (
    "Inleiding 😀\n\nDe regio maakt een plan van aanpak voor passende zorg, samen met gemeenten en aanbieders in de regio.\n\n"
    "Het zorgkantoor volgt elk kwartaal hoe het gaat, en overlegt daarover met de partijen die het plan hebben gemaakt.\n"
)
QUOTE = "Het zorgkantoor volgt elk kwartaal hoe het gaat, en overlegt daarover met de partijen die het plan hebben gemaakt."
WORDS = st.lists(st.text(st.sampled_from("abcdeé😀🏽\u0301"), min_size=1, max_size=6), min_size=1, max_size=12)


def span_of(quote: str, text: str = TEXT) -> Span:
    begin = text.index(quote)
    return Span(begin, begin + len(quote))


def link_to(quote: str, text: str = TEXT) -> Permalink:
    address = make_permalink("rapport", "sha256:oud", span_of(quote, text), quote)
    link = read_permalink(dict(parse_qsl(urlsplit(address).query)))
    assert link is not None
    return link


def test_a_permalink_names_document_version_place_and_first_and_last_words() -> None:
    address = urlsplit(make_permalink("een/rapport", "sha256:" + "0123456789abcdef" * 4, span_of(QUOTE), QUOTE))
    query = dict(parse_qsl(address.query))
    begin, end = span_of(QUOTE).begin, span_of(QUOTE).end
    assert address.path == "/documenten/een%2Frapport" and address.fragment == f"t{begin}-{end}"
    assert query.pop("som").startswith(f"{len(''.join(QUOTE.split()))}-")
    assert query == {
        "versie": "0123456789abcdef",
        "begin": str(begin),
        "eind": str(end),
        "van": "Het zorgkantoor volgt elk kwartaal",
        "tot": "die het plan hebben gemaakt.",
    }


def test_in_the_same_version_a_permalink_is_its_own_span() -> None:
    found = resolve_permalink(link_to(QUOTE), "sha256:oud", TEXT)
    assert (found.outcome, found.span) == ("same_version", span_of(QUOTE))


def test_the_same_words_are_found_when_lines_break_elsewhere() -> None:
    now = "Nieuw voorwoord. " + TEXT.replace("elk kwartaal hoe", "elk\n  kwartaal\u00a0hoe")
    found = resolve_permalink(link_to(QUOTE), "sha256:nieuw", now)
    assert found.outcome == "same_words" and found.span is not None
    assert found.span.of(now).split() == QUOTE.split()


def test_of_the_same_words_twice_the_nearest_to_the_old_place_is_taken() -> None:
    between = "Iets anders. " * 40
    twice = f"{QUOTE}\n\n{between}{QUOTE}"
    first, second = span_of(QUOTE, twice), Span(len(twice) - len(QUOTE), len(twice))
    assert resolve_permalink(link_to(QUOTE, f"Kop {QUOTE}"), "sha256:nieuw", twice).span == first
    assert resolve_permalink(link_to(QUOTE, f"{between} {QUOTE}"), "sha256:nieuw", twice).span == second


def test_words_that_changed_in_the_middle_are_shown_and_told() -> None:
    now = TEXT.replace("elk kwartaal hoe het gaat", "elk kwartaal en elk half jaar hoe het gaat")
    found = resolve_permalink(link_to(QUOTE), "sha256:nieuw", now)
    assert found.outcome == "changed_words" and found.span is not None
    assert found.span.of(now) == QUOTE.replace("kwartaal", "kwartaal en elk half jaar")


@pytest.mark.parametrize(
    "now",
    [
        "",
        " \n",
        "Iets heel anders.",
        TEXT.replace(QUOTE, ""),
        TEXT.replace("Het zorgkantoor volgt", "Het kantoor volgt"),
        TEXT.replace("hebben gemaakt", "hadden gemaakt"),
        TEXT.replace("hoe het gaat", "hoe het gaat " * 40),
    ],
)
def test_words_of_which_an_end_is_gone_or_that_stand_far_apart_now_are_gone(now: str) -> None:
    assert resolve_permalink(link_to(QUOTE), "sha256:nieuw", now).outcome == "gone"


def test_a_short_quote_is_not_found_inside_another_word_nor_guessed() -> None:
    assert resolve_permalink(link_to("plan"), "sha256:nieuw", "planning en beplant").outcome == "gone"
    assert resolve_permalink(link_to("De regio maakt"), "sha256:nieuw", "De zorg maakt").outcome == "gone"


@given(before=WORDS, quote=WORDS, after=WORDS, put_before=WORDS, put_after=WORDS, data=st.data())
def test_changes_elsewhere_never_lose_the_words(
    before: list[str], quote: list[str], after: list[str], put_before: list[str], put_after: list[str], data: st.DataObject
) -> None:
    text = " ".join([*before, *quote, *after])
    begin = len(" ".join(before)) + 1
    link = link_to_span(text, Span(begin, begin + len(" ".join(quote))))
    kept_before, kept_after = before[data.draw(st.integers(0, len(before))) :], after[: data.draw(st.integers(0, len(after)))]
    now = "\n".join([*put_before, *kept_before, *quote, *kept_after, *put_after])
    found = resolve_permalink(link, "sha256:nieuw", now)
    assert found.outcome == "same_words" and found.span is not None
    assert "".join(found.span.of(now).split()) == "".join(quote)


@given(quote=st.lists(st.text(st.sampled_from("abcd"), min_size=4, max_size=8), min_size=6, max_size=30), data=st.data())
def test_a_change_inside_is_always_told(quote: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(quote) - 1))
    new = data.draw(st.lists(st.sampled_from(["xxxx", "yy", "zzzzzz"]), max_size=3))
    assume(new != [quote[place]])
    link = link_to_span(" ".join(quote), Span(0, len(" ".join(quote))))
    changed = [*quote[:place], *new, *quote[place + 1 :]]
    found = resolve_permalink(link, "sha256:nieuw", " ".join(changed))
    inner = max(1, len(quote) // 3)
    if min(5, inner) <= place < len(quote) - min(5, inner):
        assert found.outcome == "changed_words" and found.span is not None
        assert found.span.begin == 0 or "xx" not in " ".join(changed)[: found.span.begin]
    assert found.outcome in ("changed_words", "gone")


def link_to_span(text: str, span: Span) -> Permalink:
    link = read_permalink(dict(parse_qsl(urlsplit(make_permalink("d", "sha256:oud", span, span.of(text))).query)))
    assert link is not None
    return link


@pytest.mark.parametrize(
    "broken", [{"begin": "x"}, {"eind": "1"}, {"begin": "-1"}, {"som": ""}, {"som": "0-0000000000000000"}, {"som": "9-zz"}]
)
def test_a_mangled_permalink_is_refused_in_plain_words(broken: dict[str, str]) -> None:
    query = {"versie": "oud", "begin": "3", "eind": "9", "van": "a", "tot": "b", "som": "6-0123456789abcdef"}
    with pytest.raises(RangeError, match="Kopieer de hele link"):
        read_permalink(query | broken)


def test_a_query_without_a_version_is_no_permalink() -> None:
    assert read_permalink({"begin": "3", "eind": "9"}) is None


def test_an_address_of_several_passages_names_them_all_and_the_one_to_open() -> None:
    assert link_to_passages("a b", [Span(1, 2), Span(5, 9)], 2) == "/documenten/a%20b?t=1-2&t=5-9&plaats=2#t5-9"
    assert link_to_passages("a", [Span(1, 2)]) == "/documenten/a?t=1-2#t1-2"
