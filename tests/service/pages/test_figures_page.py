"""Promises of the page of figures: what can be chosen, what is shown of it, where each figure comes from, and what it isn't."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from indexer.store import OpenIndex
from service.pages.rendering import ASSETS
from tests.service.pages.figures_serving import place_of, serve
from tests.service.pages.page_fakes import find, read

ALL = ["GGZ01W", "GGZ02W", "GGZ03W", "GGZ04W", "GGZ05W"]
ONE = "/cijfers?profiel=GGZ03W&maat=aantal&vanaf=2022-01-01&tot=2022-10-01"
PERIOD = "maat=aantal&vanaf=2021-01-01&tot=2023-10-01"


@pytest.fixture(scope="module")
def figures(fake_index: OpenIndex) -> TestClient:
    return serve(fake_index)


def read_rows(soup: Tag) -> list[list[str]]:
    return [[" ".join(cell.get_text().split()) for cell in row.select("th, td")] for row in soup.select("#resultaat tr")]


def list_checked(soup: Tag) -> list[str]:
    return [str(box["value"]) for box in soup.select("#cijferkeuze input[checked], #cijferkeuze option[selected]")]


def view_of(drawn: str) -> list[float]:
    return [float(size) for size in str(ElementTree.fromstring(drawn).get("viewBox")).split()[2:]]


def test_without_a_choice_the_whole_table_is_shown_and_chosen(figures: TestClient) -> None:
    soup = read(figures, "/cijfers")
    assert list_checked(soup) == [*ALL, "aantal", "2021-01-01", "2023-10-01"]
    rows = read_rows(soup)
    assert rows[0] == ["Peildatum", *ALL, "Totaal"]
    assert rows[7] == ["1 juli 2022", "6.840", "4.800", "11.650", "1.250", "565", "25.105"]
    assert len(rows) == 13
    headers = [(header["scope"], header.name) for header in soup.select("#resultaat th")]
    assert headers == [("col", "th")] * 7 + [("row", "th")] * 12
    assert find(soup, "#resultaat caption").get_text(strip=True) == "Aantal indicaties"


@pytest.mark.parametrize("measure", ["aantal", "groei", "aandeel"])
def test_every_cell_leads_to_the_place_where_it_stands(figures: TestClient, fake_index: OpenIndex, measure: str) -> None:
    links = read(figures, f"/cijfers?maat={measure}").select("#resultaat td a")
    assert len(links) == (55 if measure == "groei" else 60)
    counts = [link.get_text() for link in read(figures, "/cijfers").select("#resultaat td a")]
    # A share leads to the count that it was computed from.
    said = counts if measure == "aandeel" else [link.get_text() for link in links]
    for link, words in zip(links, said, strict=True):
        document, begin, end = place_of(link)
        printed = fake_index.texts[document].text[begin:end]
        assert re.sub(r"\D", "", printed) == re.sub(r"\D", "", words)


def test_a_choice_narrows_the_table_and_stays_in_the_form(figures: TestClient) -> None:
    soup = read(figures, ONE)
    assert read_rows(soup) == [
        ["Peildatum", "GGZ03W"],
        ["1 januari 2022", "10.375"],
        ["1 april 2022", "11.045"],
        ["1 juli 2022", "11.650"],
        ["1 oktober 2022", "12.100"],
    ]
    assert list_checked(soup) == ["GGZ03W", "aantal", "2022-01-01", "2022-10-01"]


def test_counts_of_some_profiles_are_added_up_under_another_name_than_the_total(figures: TestClient) -> None:
    rows = read_rows(read(figures, f"/cijfers?profiel=GGZ04W&profiel=GGZ05W&{PERIOD}"))
    assert rows[0] == ["Peildatum", "GGZ04W", "GGZ05W", "Samen"]
    assert rows[1] == ["1 januari 2021", "555", "195", "750"]


@pytest.mark.parametrize("measure", ["groei", "aandeel"])
def test_percentages_are_never_added_up(figures: TestClient, measure: str) -> None:
    rows = read_rows(read(figures, f"/cijfers?maat={measure}"))
    assert rows[0] == ["Peildatum", *ALL]
    assert all(re.fullmatch(r"-?\d+,\d\d %", value) for row in rows[1:] for value in row[1:])


@pytest.mark.parametrize(
    ("measure", "label", "words"),
    [
        ("aantal", "Letterlijk uit de bron", "heeft het programma opgeteld"),
        ("groei", "Letterlijk uit de bron", "staan zo in het document"),
        ("aandeel", "Berekend uit de bron", "gedeeld door het aantal van alle zorgprofielen"),
    ],
)
def test_it_says_of_every_measure_whether_it_was_printed_or_computed(
    figures: TestClient, measure: str, label: str, words: str
) -> None:
    provenance = find(read(figures, f"/cijfers?maat={measure}"), "#resultaat .provenance")
    assert find(provenance, "strong").get_text() == label
    assert words in provenance.get_text()


def test_the_chart_is_that_of_the_same_choice_in_words_too(figures: TestClient) -> None:
    image = find(read(figures, ONE), "img.drawing")
    drawn = figures.get(str(image["src"]))
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert view_of(drawn.text) == pytest.approx([float(str(image["width"])), float(str(image["height"]))], abs=0.5)
    for part in ("Indicaties per zorgprofiel (GGZ03W)", "10.375 op 1 januari 2022", "12.100 op 1 oktober 2022", "tabel"):
        assert part in str(image["alt"])


def test_a_narrow_screen_gets_a_narrow_chart_of_the_same_choice(figures: TestClient) -> None:
    source = find(read(figures, ONE), "picture source")
    drawn = figures.get(str(source["srcset"]))
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert "default-src 'none'" in drawn.headers["Content-Security-Policy"]
    assert view_of(drawn.text) == pytest.approx([float(str(source["width"])), float(str(source["height"]))], abs=0.5)
    assert float(str(source["width"])) < 320
    assert "12.100 op 1 oktober 2022" in drawn.text


def test_a_narrow_chart_of_an_impossible_choice_is_a_page_that_says_what_to_do(figures: TestClient) -> None:
    assert "Kies een langere periode" in find(read(figures, "/cijfers/grafiek?profiel=VV04", 400), "main").text


@pytest.mark.parametrize("choice", ["", "?maat=groei", "?profiel=GGZ05W&maat=aandeel&vanaf=2022-04-01"])
def test_the_csv_file_holds_what_the_table_shows(figures: TestClient, choice: str) -> None:
    soup = read(figures, f"/cijfers{choice}")
    content = figures.get(str(find(soup, "a#csv")["href"])).text
    values = sorted(float(row["waarde"]) for row in csv.DictReader(io.StringIO(content, newline="")))
    shown = [link.get_text().removesuffix(" %").replace(".", "").replace(",", ".") for link in soup.select("#resultaat td a")]
    assert values == sorted(map(float, shown))


@pytest.mark.parametrize(
    ("query", "key", "advice"),
    [
        (PERIOD, "profiel", "Kies er ten minste één"),
        (f"profiel=VV04&{PERIOD}", "profiel", "Kies een of meer zorgprofielen uit deze lijst"),
        (f"profiel=GGZ01W&profiel=%00&{PERIOD}", "profiel", "Kies een of meer"),
        ("maat=bedrag", "maat", "Kies een van deze mogelijkheden"),
        ("vanaf=2023-01-01&tot=2021-01-01", "periode", "Kies een eerste peildatum die niet na de laatste ligt"),
        ("vanaf=2022-02-15", "periode", "Kies beide peildata uit de lijst"),
        ("tot=<b>", "periode", "Kies beide peildata uit de lijst"),
        ("maat=groei&tot=2021-01-01", "periode", "Kies een langere periode of een andere maat"),
    ],
)
def test_an_impossible_choice_says_what_to_do_and_shows_no_figures_of_it(
    figures: TestClient, query: str, key: str, advice: str
) -> None:
    soup = read(figures, f"/cijfers?{query}", 400)
    faults = [fault for fault in soup.select("#cijferkeuze .fault") if "hidden" not in fault.attrs]
    assert [fault["id"] for fault in faults] == [f"{key}-fout"]
    assert advice in faults[0].get_text() and faults[0]["role"] == "alert"
    assert soup.select("#resultaat") and not soup.select("#resultaat table, .drawing, #csv")


def test_an_impossible_choice_stays_in_the_form(figures: TestClient) -> None:
    soup = read(figures, "/cijfers?profiel=GGZ02W&maat=groei&vanaf=2023-01-01&tot=2022-01-01", 400)
    assert list_checked(soup) == ["GGZ02W", "groei", "2023-01-01", "2022-01-01"]
    assert list_checked(read(figures, f"/cijfers?{PERIOD}", 400)) == ["aantal", "2021-01-01", "2023-10-01"]


def test_every_field_has_a_label_and_every_group_a_legend(figures: TestClient) -> None:
    soup = read(figures, "/cijfers")
    fields = soup.select("#cijferkeuze input, #cijferkeuze select")
    assert len(fields) == 5 + 3 + 2
    assert all(soup.find("label", attrs={"for": field["id"]}) for field in fields)
    assert all(group.find("legend") for group in soup.select("fieldset"))
    identifiers = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(identifiers) == len(set(identifiers))
    assert all(soup.find(id=str(link["href"])[1:]) for link in soup.select("a[href^='#']"))


def test_short_caveats_are_in_sight_and_the_notes_of_the_document_fold_out(figures: TestClient, fake_index: OpenIndex) -> None:
    caveats = find(read(figures, "/cijfers"), "#resultaat .caveats")
    seen = [item.get_text() for item in caveats.select("li")]
    assert "Dit zijn standen: geldige indicaties op de peildatum, cumulatief. Het is geen instroom per periode." in seen
    assert not any("“" in said for said in seen)
    notes = caveats.select("details blockquote")
    document, begin, _ = place_of(find(caveats, "details a"))
    text = fake_index.texts[document].text
    assert len(notes) > 1 and all(note.get_text() in text for note in notes)
    assert text.startswith(notes[0].get_text(), begin)


def test_the_page_waits_until_the_index_is_open() -> None:
    client = serve(None)
    assert "Laad deze pagina" in read(client, "/cijfers", 503).text
    assert client.get("/cijfers/grafiek").status_code == 503


def test_the_page_with_its_files_is_under_60_kilobytes_without_the_words_of_documents(figures: TestClient) -> None:
    html = figures.get("/cijfers").text
    quoted = sum(len(quote.decode_contents().encode()) for quote in BeautifulSoup(html, "html.parser").select("blockquote"))
    files = ("page.css", "figures.css", "figures.js", "icon.svg")
    assert len(html.encode()) - quoted + sum(len(ASSETS[name].content) for name in files) < 60_000


def test_the_links_of_a_choice_carry_that_choice(figures: TestClient) -> None:
    query = parse_qs(urlsplit(str(find(read(figures, ONE), "a#csv")["href"])).query)
    chosen = {"profiel": ["GGZ03W"], "maat": ["aantal"], "vanaf": ["2022-01-01"], "tot": ["2022-10-01"]}
    assert query == chosen | {"reeks": ["indicaties-per-zorgprofiel"], "weergave": ["csv"]}
