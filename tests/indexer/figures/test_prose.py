"""Promises of reading the figures that running text states."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.types import Figure, Period, Span
from indexer.canonical import seal_text
from indexer.figures.printed_numbers import PrintedNumberError
from indexer.figures.prose import parse_printed, read_prose_figures
from indexer.structure.sentences import split_sentences
from tests.indexer.figures.prose_sentences import (
    NOUNS,
    PERIODS,
    QUALIFIERS,
    group_digits,
    printed_amounts,
    printed_counts,
    printed_percentages,
)

# Another report than any in the corpus: other numbers, other nouns, other years.
EDITION = """Op 1 juli 2026 stonden er 12.450 inwoners op de wachtlijst. In 2025 kwamen er gemiddeld 1.300 aanvragen per kwartaal binnen.

Het tekort loopt naar verwachting op tot € 3,4 miljard in 2028. De gemeenten streven naar 15 procent minder uithuisplaatsingen in 2027.

Van de 25 jeugdregio's hebben er 18 een plan vastgesteld. In 14 van de 25 jeugdregio's werkt een wijkteam.

In 2026 zijn drie proeftuinen begonnen. Vier nieuwe proeftuinen volgden na de zomer.

Doelen voor 2027:
- 12% minder verwijzingen
- maximaal 1.400 trajecten per jaar
- ten minste vijfenveertig wijkteams

De uitgaven stegen met 4,5% tot 12,3 miljoen euro in 2025. Het aandeel steeg van 12% naar 15%.
"""


def read(text: str) -> list[tuple[str, Figure]]:
    """The figures of a text with what is printed at their spans."""
    sentences = [
        sentence
        for line in re.finditer(r"[^\n]+(?:\n(?!\n|- )[^\n]+)*", text)
        for sentence in split_sentences(text, Span(*line.span()))
    ]
    return [(figure.span.of(text), figure) for figure in read_prose_figures(seal_text("nota", text), sentences)]


def read_one(text: str) -> Figure:
    """The one figure of a text."""
    ((_, figure),) = read(text)
    return figure


@given(printed_counts(), st.sampled_from(QUALIFIERS), st.sampled_from(NOUNS), st.integers(2015, 2040))
def test_any_count_is_read_with_its_unit_qualifier_and_period(
    printed: tuple[str, float], qualifier: str, noun: str, year: int
) -> None:
    ((found, figure),) = read(f"In {year} waren er {qualifier}{printed[0]} {noun} in de stad.")
    assert (found, figure.value, figure.unit, figure.measure) == (*printed, noun, "aantal")
    assert (figure.qualifier, figure.period) == (qualifier.strip(), Period(f"{year}-01-01", f"{year}-12-31"))


@given(printed_counts(), st.sampled_from(QUALIFIERS), st.sampled_from(NOUNS), st.sampled_from(PERIODS))
def test_any_rate_is_a_flow_of_its_period(printed: tuple[str, float], qualifier: str, noun: str, period: str) -> None:
    ((found, figure),) = read(f"De instroom lag op {qualifier}{printed[0]} {noun} per {period}.")
    assert (found, figure.value, figure.unit) == (*printed, f"{noun} per {period}")
    assert figure.series.endswith(f"-per-{period}")
    assert figure.kind == ("doel" if qualifier == "maximaal " else "stroom")


@given(printed_amounts(), st.sampled_from(QUALIFIERS), st.sampled_from(("{} euro", "€ {}", "€{}", "EUR {}")))
def test_any_amount_is_read_in_euros(printed: tuple[str, float], qualifier: str, form: str) -> None:
    ((found, figure),) = read(f"Er is een tekort van {qualifier}{form.format(printed[0])} ontstaan.")
    assert (found, figure.value) == printed
    assert (figure.series, figure.unit, figure.measure) == ("tekort", "euro", "bedrag")


@given(printed_percentages(), st.sampled_from(QUALIFIERS))
def test_any_percentage_is_read_as_share_or_growth(printed: tuple[str, float], qualifier: str) -> None:
    number = printed[0].removesuffix(" procent")
    ((found, share),) = read(f"Van alle plannen is {qualifier}{printed[0]} van de leerlingen bereikt.")
    assert (found, share.value, share.unit, share.measure) == (number, printed[1], "procent", "aandeel")
    ((found, growth),) = read(f"Er was een stijging van {qualifier}{printed[0]} in de stad.")
    assert (found, growth.value, growth.measure, growth.series) == (number, printed[1], "groei", "stijging")


@given(
    st.integers(2, 5_000), st.integers(1, 5_000), st.sampled_from(("tussen de {} en {}", "{} tot {}", "{}-{}", "circa {} à {}"))
)
def test_any_range_has_both_its_ends(lower: int, more: int, form: str) -> None:
    assume("-" not in form or not 1900 <= lower < 2100)
    figure = read_one(
        f"Er komen {form.format(group_digits(lower, '.'), group_digits(lower + more, '.'))} leerlingen per maand."
    )
    assert (figure.value, figure.upper, figure.unit) == (lower, lower + more, "leerlingen per maand")


@given(printed_counts() | printed_amounts(), st.text(max_size=40))
def test_every_figure_is_the_reading_of_its_own_span(printed: tuple[str, float], noise: str) -> None:
    for found, figure in read(f"{noise} In 2026 waren er {printed[0]} leerlingen en € {printed[0]} budget {noise}"):
        assert parse_printed(figure, found) == figure.value


def test_another_edition_with_other_nouns_is_read_by_the_same_rules() -> None:
    rows = [
        (found, figure.value, figure.unit, figure.series, figure.kind, figure.measure, figure.reference_date or figure.period)
        for found, figure in read(EDITION)
    ]

    def year(number: int) -> Period:
        return Period(f"{number}-01-01", f"{number}-12-31")

    regions, pilots = ("jeugdregio's", "jeugdregios"), ("proeftuinen", "proeftuinen")
    assert rows == [
        ("12.450", 12450, "inwoners", "inwoners", "stand", "aantal", "2026-07-01"),
        ("1.300", 1300, "aanvragen per kwartaal", "aanvragen-per-kwartaal", "stroom", "aantal", year(2025)),
        ("3,4 miljard", 3.4e9, "euro", "tekort", "raming", "bedrag", year(2028)),
        ("15", 15, "procent", "uithuisplaatsingen", "doel", "groei", year(2027)),
        ("25", 25, *regions, "telling", "aantal", None),
        ("18", 18, *regions, "telling", "aantal", None),
        ("14", 14, *regions, "telling", "aantal", None),
        ("25", 25, *regions, "telling", "aantal", None),
        ("drie", 3, *pilots, "telling", "aantal", year(2026)),
        ("Vier", 4, "nieuwe proeftuinen", "proeftuinen", "telling", "aantal", year(2026)),
        ("12%", 12, "procent", "verwijzingen", "doel", "groei", year(2027)),
        ("1.400", 1400, "trajecten per jaar", "trajecten-per-jaar", "doel", "aantal", year(2027)),
        ("vijfenveertig", 45, "wijkteams", "wijkteams", "doel", "aantal", year(2027)),
        ("4,5%", 4.5, "procent", "uitgaven", "groei", "groei", year(2025)),
        ("12,3 miljoen", 12.3e6, "euro", "uitgaven", "telling", "bedrag", year(2025)),
        ("12%", 12, "procent", "percentage", "aandeel", "aandeel", None),
        ("15%", 15, "procent", "percentage", "aandeel", "aandeel", None),
    ]


def test_a_part_says_where_its_whole_stands() -> None:
    wholes = [
        figure.whole.of(EDITION) if figure.whole else None for _, figure in read(EDITION) if figure.series == "jeugdregios"
    ]
    assert wholes == [None, "25", "25", None]


def test_the_label_is_the_sentence_or_item_that_says_it() -> None:
    labels = [figure.label.of(EDITION) for _, figure in read(EDITION) if figure.label]
    assert labels[1] == "In 2025 kwamen er gemiddeld 1.300 aanvragen per kwartaal binnen."
    assert "- 12% minder verwijzingen" in labels


@pytest.mark.parametrize(
    "text",
    [
        "Het geldt voor jongeren van 18-27 jaar, <27 jaar, onder de 30 jaar of 18+.",
        "Zie pagina 26 en 27, hoofdstuk 3, artikel 3 lid 2 van de Jeugdwet 2015 en bijlage 2 regels 4 tot 5.",
        "In GGZ03W, ZZP 4 plaatsen en ggz wonen 3 indicaties gaat het om 24-uurszorg en 0e-lijns voorzieningen.",
        "Bel 030-1234567 of 06 12345678 tussen 9.00 en 17.00 uur, 24/7.",
        "Op 7 maart, 4 juni 2024, in Q3 en Q4 2023 en van 2022-2027 plannen maken.",
        "Ze kunnen niet 1 op 1 vergeleken worden; er is één gezamenlijk plan.",
        "Binnen zes weken en twee maanden wordt besloten.",
        "Zijn de drie expertises voldoende onderzocht?",
        "De eerste vijf regio's hebben dat in acht genomen.",
        "De commissie kreeg 11 650 brieven over 1.250 miljoen euro.",
        "GGZ01W\t2955\t3960 cliënten\t34.01%",
        "Aandeel indicaties\nMeetdatum: 31-12-2023\n10.25%",
        "Het gaat om de nieuwe regels per 10.000 inwoners.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_a_number_that_looks_like_a_year_is_a_count_only_where_something_tells() -> None:
    assert read_one("Ongeveer 2000 leerlingen doen mee.").value == 2000
    assert read_one("Er zijn 1950 leerlingen per jaar.").value == 1950
    assert read("In 2000 leerlingen helpen.") == []
    assert read_one("In mei 15 scholen bezocht.").value == 15


def test_series_of_one_noun_have_one_name_however_it_is_spelled() -> None:
    text = "De 31 zorgkantorregio's. De 30 zorgkantoor regio's. De 29 nieuwe zorgkantoorregio's. De 8 regio's."
    assert [figure.series for _, figure in read(text)] == [*["zorgkantoorregios"] * 3, "regios"]


def test_a_baseline_is_neither_aimed_at_nor_of_the_date_of_the_aim() -> None:
    text = "Het doel is een daling van 20% ten opzichte van 300 aanvragen per maand, die zichtbaar is in 2027."
    (_, aim), (_, baseline) = read(text)
    assert (aim.kind, aim.measure, aim.period) == ("doel", "groei", Period("2027-01-01", "2027-12-31"))
    assert (baseline.kind, baseline.period) == ("stroom", None)


def test_what_is_known_already_is_counted_whatever_is_aimed_at() -> None:
    assert read_one("Ons doel is om de 31 regio's te ondersteunen.").kind == "telling"
    assert read_one("Ons doel is om 31 regio's te ondersteunen.").kind == "doel"
    assert read_one("In 2026 is de pilot begonnen. De 31 regio's doen mee.").period is None
    assert read_one("In 2026 is de pilot begonnen. Er doen 31 regio's mee.").period is not None


def test_a_long_run_is_not_of_the_period_of_its_sentence() -> None:
    text = "In 2027 is het doel 240 aanvragen per maand, met een trend naar 100 aanvragen per maand."
    assert [figure.period is None for _, figure in read(text)] == [False, True]


def test_a_sentence_given_twice_gives_its_figures_once() -> None:
    text = "Er waren 40 leerlingen."
    whole = Span(0, len(text))
    assert len(read_prose_figures(seal_text("nota", text), [whole, Span(3, len(text)), whole])) == 1


def test_a_span_that_says_another_range_is_refused() -> None:
    figure = read_one("Er waren 300 tot 400 leerlingen.")
    assert parse_printed(figure, "300 tot 400") == 300
    with pytest.raises(PrintedNumberError, match="loopt niet tot"):
        parse_printed(replace(figure, upper=500.0), "300 tot 400")


def test_a_table_that_lost_its_lines_is_no_sentence() -> None:
    assert len(read("Er waren " + "300 leerlingen, " * 100)) == 100
    assert read("Er waren " + "300 leerlingen, " * 200) == []
