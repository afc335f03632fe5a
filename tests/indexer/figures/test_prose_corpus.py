"""What is read out of the running text of the five documents: what must be there, and that nothing else is."""

import re
from collections import Counter

import pytest

from corpus.manifest import load_manifest
from corpus.types import CanonicalText, Figure, Period
from indexer.dutch_dates import find_dates
from indexer.figures.prose import parse_printed, read_prose_figures
from indexer.reading import read_document
from indexer.structure.blocks import find_blocks
from indexer.structure.sentences import split_sentences
from tests.conftest import CORPUS

Read = dict[str, tuple[CanonicalText, tuple[Figure, ...]]]

YEAR_2022, YEAR_2023, YEAR_2024 = (Period(f"{year}-01-01", f"{year}-12-31") for year in (2022, 2023, 2024))
QUARTER = Period("2024-01-01", "2024-03-31")
PER_MONTH, NEW_PER_MONTH = "cliënten per maand", "nieuwe ggz-w indicaties per maand"
REGIONS = "zorgkantoorregio's"

# Printed form, qualifier, value, upper, unit, kind, period, and the printed form of the whole.
EXPECTED = [
    ("27.000", "circa", 27000, None, "cliënten", "stand", Period("2023-01-01", "2023-01-31"), None),
    ("300 en 400", "", 300, 400, PER_MONTH, "stroom", YEAR_2022, None),
    ("40", "ongeveer", 40, None, NEW_PER_MONTH, "raming", None, None),
    ("300", "ongeveer", 300, None, PER_MONTH, "raming", None, None),
    ("282 miljoen", "circa", 282e6, None, "euro", "raming", YEAR_2024, None),
    ("100", "", 100, None, PER_MONTH, "raming", None, None),
    ("100", "", 100, None, PER_MONTH, "doel", None, None),
    ("twintig", "ten minste", 20, None, "procent", "doel", QUARTER, None),
    ("20%", "", 20, None, "procent", "doel", QUARTER, None),
    ("300", "", 300, None, PER_MONTH, "stroom", None, None),
    ("100", "maximaal", 100, None, "nieuwe Wlz-indicaties per maand", "doel", None, None),
    ("240", "minder dan", 240, None, PER_MONTH, "doel", QUARTER, None),
    ("31", "", 31, None, REGIONS, "telling", None, None),
    ("29", "", 29, None, REGIONS, "telling", None, "31"),
    ("22", "", 22, None, REGIONS, "telling", None, "31"),
    ("vijf", "", 5, None, "regio's", "telling", YEAR_2023, None),
    ("Vijf", "", 5, None, "nieuwe zorgkantoorregio's", "telling", YEAR_2024, None),
    ("15", "ten minste", 15, None, "regio's", "doel", YEAR_2024, None),
]


@pytest.fixture(scope="module")
def read() -> Read:
    found = {}
    for document in load_manifest(CORPUS).documents:
        canonical = read_document(document, CORPUS)
        blocks = canonical.blocks if canonical.blocks is not None else find_blocks(canonical.text, document.language)
        said = [block.span for block in blocks if block.form not in ("chrome", "table")]
        sentences = [sentence for span in said for sentence in split_sentences(canonical.text, span)]
        found[document.id] = (canonical, read_prose_figures(canonical, sentences))
    return found


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: f"{row[1]} {row[0]} {row[4]} ({row[5]})")
def test_the_figures_that_carry_policy_are_found(expected: tuple[object, ...], read: Read) -> None:
    canonical, figures = read["kpmg-eindrapport-2024"]
    rows = [
        (
            *(figure.span.of(canonical.text), figure.qualifier, figure.value, figure.upper, figure.unit, figure.kind),
            *(figure.period, figure.whole.of(canonical.text) if figure.whole else None),
        )
        for figure in figures
    ]
    assert expected in rows


def test_nothing_else_is_taken_for_a_figure(read: Read) -> None:
    counts = {document: Counter(figure.series for figure in figures) for document, (_, figures) in read.items()}
    report = counts.pop("kpmg-eindrapport-2024")
    assert set(report) == {
        *("clienten", "clienten-per-maand", "ggz-w-indicaties-per-maand", "wlz-indicaties-per-maand", "tekort", "afname"),
        *("instroomvermindering", "zorgkantoorregios", "regios", "termijnmaatregelen", "kortetermijnmaatregelen"),
        *("doelgroepen", "stappen", "inzichten", "aanvragen", "casuistiekbesprekingen", "situaties"),
    }
    assert sum(report.values()) == 39
    assert counts == {
        "twente-instroom-wlz-ggz": {},
        # "Drie milieuvoorzieningen" is the name of a kind of place; nothing in its words tells.
        "twente-jeugdzorg-plus": {"milieuvoorzieningen": 1, "hoofdthemas": 1, "aanbieders": 1},
        "flevoland-ggz-in-de-wijk": {},
        "phrenos-taskforces-epa": {"taskforces": 1, "regios": 1},
    }


def test_every_figure_is_the_reading_of_its_own_span_in_its_label(read: Read) -> None:
    for document, (canonical, figures) in read.items():
        for figure in figures:
            assert figure.document_id == document
            assert parse_printed(figure, figure.span.of(canonical.text)) == figure.value
            assert figure.label
            assert figure.label.contains(figure.span)
            assert figure.reference_date is None or figure.period is None


def test_no_figure_stands_in_a_date_an_age_or_a_reference(read: Read) -> None:
    for canonical, figures in read.values():
        dates = find_dates(canonical.text)
        for figure in figures:
            assert not any(date.begin < figure.span.end and figure.span.begin < date.end for date in dates)
            assert not re.match(r"[\s-]*(?:jaar|jr|uur|\+)", canonical.text[figure.span.end :])
            assert not re.search(r"(?:pagina|hoofdstuk|GGZ|ZZP|W)\s?$", canonical.text[: figure.span.begin])
