"""Promises of the page of figures about what stands outside the table: in groups, with time, words and place."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from indexer.figures.checks import FigureCheck
from indexer.store import OpenIndex
from tests.service.pages.figures_serving import place_of, serve
from tests.service.pages.page_fakes import find, read
from tests.tiny_index import build_tiny_index


@pytest.fixture(scope="module")
def figures(fake_index: OpenIndex) -> TestClient:
    return serve(fake_index)


def test_other_figures_stand_in_groups_of_plain_dutch_with_counts_folded_in_last(figures: TestClient) -> None:
    soup = read(figures, "/cijfers")
    titles = [title.get_text() for title in soup.select("#kerncijfers ~ h3")]
    assert titles == ["Standen", "Instroom", "Aandelen en stijgingen", "Doelen", "Verwachtingen"]
    counts = find(soup, "h3#verwachtingen ~ details.counts")
    assert "Tellingen" in find(counts, "summary").get_text()
    shown = {strong.get_text() for strong in soup.select(".said strong")}
    folded = {strong.get_text() for strong in counts.select(".said strong")}
    assert "5 stappen" in folded and "22 van de 31 zorgkantoorregio's" in folded
    assert {"circa 27.000 cliënten", "300 tot 400 cliënten per maand", "26,94 %", "ten minste 20 %"} <= shown - folded


def test_a_key_figure_carries_its_time_its_words_and_their_place(figures: TestClient, fake_index: OpenIndex) -> None:
    entries = read(figures, "/cijfers").select(".key-figures > li")
    whens = {find(entry, "strong").get_text(): find(entry, ".said .meta").get_text() for entry in entries}
    assert whens["circa 27.000 cliënten"] == "januari 2023"
    assert whens["300 tot 400 cliënten per maand"] == "2022"
    assert whens["minder dan 240 cliënten per maand"] == "het eerste kwartaal van 2024"
    assert whens["26,94 %"] == "GGZ01W, 31 december 2023"
    assert whens["ongeveer 40 nieuwe ggz-w indicaties per maand"] == "zonder datum"
    for entry in entries:
        document, begin, end = place_of(find(entry, "a"))
        quote = find(entry, "blockquote")
        assert quote.get_text() == fake_index.texts[document].text[begin:end]
        assert find(quote, "mark").get_text()


def test_what_is_said_at_several_places_stands_there_once_with_all_of_them(figures: TestClient, fake_index: OpenIndex) -> None:
    entries = read(figures, "/cijfers").select(".key-figures > li")
    (repeated,) = [entry for entry in entries if find(entry, "strong").get_text().startswith("31 zorgkan")]
    assert "Ook op" in find(repeated, "summary").get_text()
    expected = sum(figure.value == 31 and figure.series == "zorgkantoorregios" for figure in fake_index.figures)
    assert len(repeated.select("blockquote mark")) == expected > 2


def test_targets_and_estimates_say_that_they_were_not_measured(figures: TestClient) -> None:
    soup = read(figures, "/cijfers")
    assert find(soup, "h3#doelen + .cautions").get_text(strip=True) == "Dit is een doel, geen gemeten cijfer."
    assert find(soup, "h3#verwachtingen + .cautions").get_text(strip=True) == "Dit is een verwachting, geen gemeten cijfer."
    # What holds for the whole group isn't said again of each.
    assert soup.text.count("geen gemeten cijfer") == 2


def test_the_checks_of_the_figures_stand_in_one_line(fake_index: OpenIndex) -> None:
    checks = (FigureCheck("a", 4, ("fout",), ()), FigureCheck("b", 0, (), ()), FigureCheck("c", 1, (), ("let op", "en dit")))
    attributes = {name: getattr(fake_index, name) for name in ("figures", "documents", "texts", "passages", "profiles")}
    soup = read(serve(SimpleNamespace(**attributes, info=SimpleNamespace(figure_checks=checks))), "/cijfers")
    line = next(" ".join(line.get_text().split()) for line in soup.select("main p") if "gecontroleerd" in line.get_text())
    assert "op 2 manieren gecontroleerd: één fout en 2 opmerkingen" in line
    assert soup.select("main p.meta > a[href='/documenten']")


def test_documents_without_figures_say_so(tmp_path: Path) -> None:
    soup = read(serve(build_tiny_index(tmp_path, {"a": "# Wonen\n\nWie thuis woont, krijgt hulp.\n"})), "/cijfers")
    assert "staan geen cijfers" in find(soup, ".lead").get_text()
    assert not soup.select("#cijferkeuze, #resultaat, #kerncijfers")


def test_documents_without_a_table_show_their_other_figures(tmp_path: Path) -> None:
    text = "# Instroom\n\nIn 2022 lag de instroom rond 300 cliënten per maand.\n"
    client = serve(build_tiny_index(tmp_path, {"a": text}))
    soup = read(client, "/cijfers?profiel=GGZ01W")
    assert not soup.select("#cijferkeuze, #resultaat")
    assert find(soup, ".said strong").get_text() == "rond 300 cliënten per maand"
    assert client.get("/cijfers/grafiek").status_code == 400
