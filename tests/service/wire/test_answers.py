"""Our nouns become the Dutch shapes of the contract, field by field, and nothing else."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import CanonicalText, Document, Figure, PageStart, Part, Span
from indexer.store import IndexInfo
from service.types import Answer, Citation, CitedFigure, Computation
from service.wire.answers import answer_to_wire
from service.wire.citations import citation_to_wire, link_to_span
from service.wire.documents import document_to_wire
from service.wire.figures import figure_to_wire, figures_to_csv, figures_to_wire
from service.wire.wordings import verdict_to_wire
from service.wordings.checking import WordingMatch, WordingVerdict
from service.wordings.differences import Difference

DOCUMENT = Document(
    "doc-een", "sources/een.txt", "Één titel", "Uitgever", "2024-09", "rapport", "nl", (Part("Kop", "hulpmiddel"),)
)
CITATION = Citation(1, DOCUMENT, "sha256:ab", "hulpmiddel", ("Hoofdstuk", "Kop"), 3, Span(4, 9), "woord", Span(5, 7))
COUNT = Figure("indicaties-per-zorgprofiel", "aantal", "GGZ03W", "2022-07-01", 11650.0, "indicaties", "doc-een", Span(4, 9))
GROWTH = replace(COUNT, measure="groei", value=34.0, unit="procent")
INFO = IndexInfo("v1", "2026-11-22T08:00:00Z", "fake", 1, "code", "corpus", 1, 1, 1, (), (), ())
CITATION_JSON = {
    "nummer": 1,
    "documentId": "doc-een",
    "documentVersie": "sha256:ab",
    "titel": "Één titel",
    "uitgever": "Uitgever",
    "datum": "2024-09",
    "documentsoort": "hulpmiddel",
    "onderdeel": ["Hoofdstuk", "Kop"],
    "pagina": 3,
    "begin": 4,
    "eind": 9,
    "citaat": "woord",
    "link": "/documenten/doc-een#t4-9",
    "kern": {"begin": 5, "eind": 7},
}


def test_a_citation_is_written_field_by_field_in_the_order_of_the_contract() -> None:
    written = citation_to_wire(CITATION).model_dump_json(by_alias=True)
    assert written == json.dumps(CITATION_JSON, ensure_ascii=False, separators=(",", ":"))


def test_a_citation_of_a_source_without_pages_says_null() -> None:
    assert citation_to_wire(replace(CITATION, page=None)).model_dump(by_alias=True)["pagina"] is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_quote_goes_over_the_wire_unchanged(quote: str) -> None:
    written = citation_to_wire(replace(CITATION, quote=quote)).model_dump_json(by_alias=True)
    assert json.loads(written)["citaat"] == quote


def test_a_link_stays_one_address_whatever_the_id_is() -> None:
    assert link_to_span("a/b #?é", Span(0, 3)) == "/documenten/a%2Fb%20%23%3F%C3%A9#t0-3"


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (COUNT, "11650"),
        (replace(COUNT, value=0.0), "0"),
        (replace(COUNT, value=-2200.0), "-2200"),
        (replace(COUNT, value=10.5), "10.5"),
        (GROWTH, "34.0"),
        (replace(GROWTH, value=34.01), "34.01"),
    ],
)
def test_only_a_whole_count_is_a_whole_number(figure: Figure, expected: str) -> None:
    assert f'"waarde":{expected},' in figure_to_wire(CitedFigure(figure, CITATION)).model_dump_json()


NEWER = ("soort", "periode", "bovengrens", "voorbehoud", "omschrijving")


def test_a_figure_that_was_read_has_no_computation_key() -> None:
    written = json.loads(figure_to_wire(CitedFigure(COUNT, CITATION)).model_dump_json(by_alias=True))
    assert list(written) == ["reeks", "maat", "profiel", "peildatum", "waarde", "eenheid", *NEWER, "citaat"]
    assert written["citaat"] == CITATION_JSON


def test_a_figure_that_was_computed_shows_its_formula_and_its_cells() -> None:
    cell = CitedFigure(COUNT, CITATION)
    computed = CitedFigure(replace(COUNT, value=2200.0), CITATION, Computation("verschil", "12575 − 10375", (cell, cell)))
    written = json.loads(figure_to_wire(computed).model_dump_json(by_alias=True))["bewerking"]
    assert (written["naam"], written["formule"]) == ("verschil", "12575 − 10375")
    assert written["invoer"] == [json.loads(figure_to_wire(cell).model_dump_json(by_alias=True))] * 2


def test_csv_keeps_separators_quotes_and_line_breaks_inside_a_field() -> None:
    quote = 'een "cel", met\nregels; en\t€'
    selection = figures_to_wire([CitedFigure(COUNT, replace(CITATION, quote=quote))], ())
    (row,) = csv.DictReader(io.StringIO(figures_to_csv(selection), newline=""))
    assert row["citaat"] == quote
    assert (row["waarde"], row["onderdeel"], row["begin"]) == ("11650", "Hoofdstuk > Kop", "4")


def test_csv_leaves_a_missing_value_empty() -> None:
    selection = figures_to_wire([CitedFigure(replace(COUNT, profile=None), replace(CITATION, page=None))], ())
    (row,) = csv.DictReader(io.StringIO(figures_to_csv(selection), newline=""))
    assert (row["profiel"], row["pagina"]) == ("", "")


def test_an_answer_is_written_in_the_order_of_the_contract() -> None:
    figure = CitedFigure(COUNT, CITATION)
    answer = Answer(
        "beantwoord", None, "Zo [1].", "Wat is zo?", "berekend", (CITATION,), (figure,), ("Let op.",), confidence=0.8750001
    )
    written = json.loads(answer_to_wire("En zo?", answer, INFO).model_dump_json(by_alias=True))
    assert list(written.items()) == [
        ("vraag", "En zo?"),
        ("zelfstandigeVraag", "Wat is zo?"),
        ("status", "beantwoord"),
        ("reden", None),
        ("antwoord", "Zo [1]."),
        ("herkomst", "berekend"),
        ("zekerheid", 0.875),
        ("citaten", [CITATION_JSON]),
        ("cijfers", [json.loads(figure_to_wire(figure).model_dump_json(by_alias=True))]),
        ("kanttekeningen", ["Let op."]),
        ("dichtstbij", []),
        ("index", {"versie": "v1", "gebouwdOp": "2026-11-22T08:00:00Z"}),
    ]


def test_no_answer_shows_the_nearest_passages() -> None:
    answer = Answer("niet-gevonden", "geen-bewijs", "Staat er niet.", "Wat?", nearest=(CITATION,))
    written = json.loads(answer_to_wire("Wat?", answer, INFO).model_dump_json(by_alias=True))
    assert (written["reden"], written["citaten"], written["dichtstbij"]) == ("geen-bewijs", [], [CITATION_JSON])


def test_personal_data_in_a_question_are_not_written() -> None:
    answer = Answer("persoonsgegevens", "persoonsgegevens", "Laat dat weg.", "Mijn bsn is […]")
    written = answer_to_wire("Mijn bsn is 123456782", answer, INFO).model_dump_json()
    assert "123456782" not in written
    assert written.count("Mijn bsn is […]") == 2


def test_a_document_is_written_with_its_parts_and_the_length_of_its_text() -> None:
    canonical = CanonicalText("doc-een", "een 😀", "sha256:ab", (PageStart(1, 0), PageStart(2, 3)))
    assert document_to_wire(DOCUMENT, canonical).model_dump(mode="json", by_alias=True) == {
        "id": "doc-een",
        "titel": "Één titel",
        "uitgever": "Uitgever",
        "datum": "2024-09",
        "documentsoort": "rapport",
        "taal": "nl",
        "delen": [{"kop": "Kop", "documentsoort": "hulpmiddel"}],
        "versie": "sha256:ab",
        "tekens": 5,
        "paginas": 2,
        "tekst": "/v1/documenten/doc-een/tekst",
        "link": "/documenten/doc-een",
    }


def test_a_source_without_pages_has_no_number_of_pages() -> None:
    assert document_to_wire(DOCUMENT, CanonicalText("doc-een", "", "sha256:ab")).paginas is None


def test_a_verdict_is_written_with_its_differences_in_order() -> None:
    match = WordingMatch(CITATION, 0.9400000001, (Difference("gelijk", "een"), Difference("weggelaten", "plan")))
    written = json.loads(verdict_to_wire(WordingVerdict("afwijkend", (match,))).model_dump_json(by_alias=True))
    differences = [{"soort": "gelijk", "tekst": "een"}, {"soort": "weggelaten", "tekst": "plan"}]
    hit = CITATION_JSON | {"gelijkenis": 0.94, "verschillen": differences, "waarschuwingen": []}
    assert written == {"oordeel": "afwijkend", "treffers": [hit], "zinnen": []}
