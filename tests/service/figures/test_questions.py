"""Promises of answering questions about the table of indications."""

import itertools

import pytest

from indexer.dutch_dates import date_to_dutch
from indexer.store import OpenIndex
from service.figures.caveats import caveats_of
from service.figures.dutch_numbers import number_to_dutch
from tests.service.figures.figure_answers import DAYS, PROFILES, ask, assert_traceable, cell_of, phrasings, value_of


@pytest.mark.parametrize(("profile", "day"), itertools.product(PROFILES, DAYS))
def test_every_count_is_found_however_it_is_asked(fake_index: OpenIndex, profile: str, day: str) -> None:
    cell = cell_of(fake_index, "aantal", profile, day)
    for question in phrasings(profile, day):
        answer = ask(fake_index, question)
        assert answer.text == f"Op {date_to_dutch(day)} waren er {number_to_dutch(cell.value)} indicaties {profile} [1]."
        assert [figure.figure for figure in answer.figures] == [cell]
        assert answer.provenance == "letterlijk"
        assert_traceable(fake_index, answer)


@pytest.mark.parametrize(("profile", "day"), itertools.product(PROFILES, DAYS[1:]))
def test_every_printed_growth_is_found_with_its_own_cell(fake_index: OpenIndex, profile: str, day: str) -> None:
    cell, spoken = cell_of(fake_index, "groei", profile, day), date_to_dutch(day)
    for question in (
        f"Wat was de groei van {profile} op {spoken}?",
        f"Met hoeveel procent steeg {profile} in Q{(int(day[5:7]) + 2) // 3} {day[:4]} ten opzichte van het vorige kwartaal?",
        f"Wat was de procentuele stijging van zzp {profile[4]} op {spoken} t.o.v. vorig kwartaal",
    ):
        answer = ask(fake_index, question)
        # Where no date is said to end at, a card of a later day may stand beside it.
        assert answer.figures[0].figure == cell
        assert f"{number_to_dutch(cell.value, 2)} % hoger" in answer.text
        assert_traceable(fake_index, answer)


@pytest.mark.parametrize(("profile", "days"), itertools.product(PROFILES, list(itertools.combinations(DAYS, 2))[::4]))
def test_the_change_between_two_dates_is_computed_from_their_cells(
    fake_index: OpenIndex, profile: str, days: tuple[str, str]
) -> None:
    before, after = (value_of(fake_index, "aantal", profile, day) for day in days)
    first, last = map(date_to_dutch, days)
    counted = ask(fake_index, f"Hoeveel is {profile} toegenomen tussen {first} en {last}?")
    grown = ask(fake_index, f"Met hoeveel procent groeide {profile} van {first} tot {last}?")
    back = ask(fake_index, f"Wat is het verschil in indicaties {profile} op {last} ten opzichte van {first}?")
    assert counted.figures[0].figure.value == back.figures[0].figure.value == after - before
    assert grown.figures[0].figure.value == pytest.approx((after - before) / before * 100, abs=0.0051)
    said = f"{number_to_dutch(after)} − {number_to_dutch(before)} = {number_to_dutch(after - before)}"
    for answer in (counted, grown, back):
        assert answer.provenance == "berekend"
        computations = {figure.computation.name: figure.computation for figure in answer.figures if figure.computation}
        assert computations["verschil"].formula == said
        assert [figure.figure.reference_date for figure in computations["verschil"].inputs] == list(days)
        assert_traceable(fake_index, answer)


@pytest.mark.parametrize("day", DAYS)
def test_totals_shares_and_extremes_of_a_date_are_computed_from_all_profiles(fake_index: OpenIndex, day: str) -> None:
    counts = {profile: value_of(fake_index, "aantal", profile, day) for profile in PROFILES}
    spoken, total = date_to_dutch(day), sum(counts.values())
    for question in (f"Hoeveel indicaties waren er op {spoken}?", f"Wat was het totaal van alle profielen op {spoken}?"):
        answer = ask(fake_index, question)
        assert answer.figures[0].figure.value == total
        assert f"{number_to_dutch(total)} indicaties voor GGZ01W tot en met GGZ05W samen [1]." in answer.text
        assert_traceable(fake_index, answer)
    share = ask(fake_index, f"Wat was het aandeel van GGZ03W op {spoken}?")
    assert share.figures[0].figure.value == pytest.approx(counts["GGZ03W"] / total * 100, abs=0.0051)
    for question, best in (
        (f"Welk profiel had de meeste indicaties op {spoken}?", max),
        (f"Wat was op {spoken} het profiel met het laagste aantal?", min),
    ):
        extreme = ask(fake_index, question)
        assert extreme.figures[0].figure.profile == best(counts, key=lambda profile: counts[profile])
        assert_traceable(fake_index, extreme)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Wat is het verschil tussen GGZ03W en GGZ04W op 1 oktober 2023?",
            "12.285 indicaties GGZ03W meer dan GGZ04W: 13.945 tegenover 1.660 [1][2].",
        ),
        (
            "Hoeveel keer zoveel indicaties GGZ03W als GGZ04W op 1 juli 2022?",
            "9,32 keer zoveel indicaties GGZ03W als GGZ04W: 11.650 tegenover 1.250 [1][2].",
        ),
        (
            "Hoeveel indicaties waren er voor GGZ01W en GGZ02W samen op 1 juli 2022?",
            "11.640 indicaties voor GGZ01W en GGZ02W samen [1][2].",
        ),
        ("Hoeveel indicaties GGZ03W waren er eind 2022?", "Op 1 oktober 2022, de laatste peildatum van 2022, waren er 12.100"),
        ("Hoeveel indicaties GGZ03W zijn er nu?", "Op 1 oktober 2023, de laatste peildatum, waren er 13.945"),
        (
            "Hoeveel indicaties GGZ03W waren er in de eerste helft van 2022?",
            "10.375 op 1 januari 2022 en 11.045 op 1 april 2022",
        ),
        ("Toon de groei per kwartaal van GGZ02W in 2021", "39,40 % op 1 april 2021, 17,19 % op 1 juli 2021 en 11,99 %"),
        (
            "Hoeveel indicaties GGZ03W waren er in 2022?",
            "10.375 op 1 januari 2022, 11.045 op 1 april 2022, 11.650 op 1 juli 2022 en 12.100",
        ),
        ("Geef het verloop van GGZ05W sinds 2023", "645 op 1 januari 2023, 705 op 1 april 2023, 735 op 1 juli 2023 en 780"),
        (
            "Hoeveel groeide GGZ01W in 2022?",
            "Van 1 januari 2022 tot 1 januari 2023 nam het aantal indicaties GGZ01W toe met 24,20 %",
        ),
        ("Met hoeveel indicaties nam GGZ01W toe in 2023?", "Van 1 januari 2023 tot 1 oktober 2023"),
        (
            "Wat was de groei van GGZ04W op 1 juli 2022 ten opzichte van een jaar eerder?",
            "41,24 % (365 indicaties), van 885 naar 1.250",
        ),
        ("Wanneer was het aantal GGZ05W-indicaties het laagst?", "het laagst op 1 januari 2021: 195 [1]."),
        ("Welk profiel groeide het sterkst tussen 1 januari 2021 en 1 oktober 2023?", "het hoogst bij GGZ05W: 300,00 % [1]."),
        ("Wat was het gemiddelde aantal indicaties GGZ03W in 2022?", "gemiddeld 11.292,5 [1]."),
        (
            "Hoeveel indicaties per profiel op 1 juli 2022?",
            "GGZ01W 6.840, GGZ02W 4.800, GGZ03W 11.650, GGZ04W 1.250 en GGZ05W 565 [1].",
        ),
        (
            "Vergelijk GGZ03W en GGZ04W op 1 juli 2022",
            "11.650 indicaties GGZ03W [1]. Op 1 juli 2022 waren er 1.250 indicaties GGZ04W [2].",
        ),
        ("hoeveel indicties ggz03w op 1 juli 2022", "11.650"),
        ("Hoeveel indicaties GGZ03W waren er op 1 agustus 2022?", "Voor 1 augustus 2022 is er geen peildatum"),
    ],
)
def test_operations_say_value_and_citation_in_dutch(fake_index: OpenIndex, question: str, text: str) -> None:
    answer = ask(fake_index, question)
    assert text in answer.text
    if answer.status == "beantwoord":
        assert_traceable(fake_index, answer)


def test_a_cell_is_cited_by_itself_and_its_row_as_the_quote(fake_index: OpenIndex) -> None:
    answer = ask(fake_index, "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?")
    (row,), (figure,) = answer.citations, answer.figures
    assert row.quote.startswith("GGZ03W\t5310") and row.quote.endswith("13945\t2.80%")
    assert figure.citation.quote == "11650"
    assert row.span.contains(figure.citation.span)
    assert answer.caveats == caveats_of([figure.figure], fake_index)


@pytest.mark.parametrize("most", [1, 2, 5])
def test_no_more_citations_are_given_than_asked(fake_index: OpenIndex, most: int) -> None:
    answer = ask(fake_index, "Wat is het verschil tussen GGZ02W en GGZ04W op 1 oktober 2023?", most)
    assert len(answer.citations) == min(most, 2)
    assert_traceable(fake_index, answer)
