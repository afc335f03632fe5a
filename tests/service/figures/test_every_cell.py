"""The generated test: every cell, every pair of dates and every pair of profiles, against the table as this test reads it itself.

Nothing of the code under test makes what is expected: the table is split at its tabs here, and computed with here.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import pytest

from indexer.store import OpenIndex
from service.types import Answer, CitedFigure
from tests.service.figures.figure_answers import ask

REPORT = "kpmg-eindrapport-2024"
MONTHS = {1: "januari", 4: "april", 7: "juli", 10: "oktober"}
SHORT_MONTHS = {1: "jan", 4: "apr", 7: "jul", 10: "okt"}
ENGLISH_MONTHS = {1: "January", 4: "April", 7: "July", 10: "October"}
ORDINALS = {1: "eerste", 4: "tweede", 7: "derde", 10: "vierde"}


@dataclass(frozen=True)
class Cell:
    """A count with where it is printed, and the growth printed beside it."""

    profile: str
    day: str
    count: int
    begin: int
    growth: str
    growth_begin: int


def read_table(text: str) -> dict[tuple[str, str], Cell]:
    """Every cell by profile and ISO day: the header's dates stand above the counts, with the growth to the right of each."""
    begin = text.index("Datum Type GGZ\t")
    header, _, *rows = text[begin:].split("\n")[:7]
    days = [f"20{day[6:]}-{day[3:5]}-{day[:2]}" for day in header.split("\t")[1::2] if day]
    cells = {}
    begin = text.index("GGZ01W\t2955")
    for row in rows:
        values = row.split("\t")
        for place, day in enumerate(days):
            column = 1 + 2 * place
            offset = begin + sum(len(value) + 1 for value in values[:column])
            after = offset + len(values[column]) + 1
            cells[values[0], day] = Cell(values[0], day, int(values[column]), offset, values[column + 1], after)
        begin += len(row) + 1
    return cells


@pytest.fixture(scope="module")
def table(fake_index: OpenIndex) -> dict[tuple[str, str], Cell]:
    return read_table(fake_index.texts[REPORT].text)


def phrase_cell(cell: Cell) -> Iterator[str]:
    """Ways to ask for a count that differ in date, in profile, in words, in case and in slips of the keys."""
    year, month, number = cell.day[:4], int(cell.day[5:7]), cell.profile[4]
    quarter, spoken = (month + 2) // 3, f"1 {MONTHS[int(cell.day[5:7])]} {cell.day[:4]}"
    yield f"Hoeveel {cell.profile}-indicaties waren er op {spoken}?"
    yield f"hoeveel indicaties ggz wonen {number} op 01-{month:02d}-{year[2:]}"
    yield f"Wat was het aantal indicaties voor zzp {number} in Q{quarter} {year}?"
    yield f"profiel {number} in het {ORDINALS[month]} kwartaal van {year}: hoeveel indicaties?"
    yield f"HOEVEEL INDICATIES GGZ {number} W OP {spoken.upper()}"
    yield f"Kun je zeggen hoeveel mensen met zorgprofiel ggz 0{number}w er waren in {spoken[2:]}?"
    yield f"{cell.profile.lower()} {cell.day}"
    yield f"aantal indicatis GGZO{number}W per 1/{month}/{year}"
    yield f"stand G G Z 0{number} W, peildatum 1 {SHORT_MONTHS[month]}. {year[2:]}"
    yield f"hoevel indicaties ggz-{number}-w waren er in K{quarter} {year}?"
    yield f"Geef het cijfer van 0{number}W voor {year}-Q{quarter}"
    yield f"How many {cell.profile} indications were there on 1 {ENGLISH_MONTHS[month]} {year}?"
    yield f"What was the number of GGZ {number} indications on {ENGLISH_MONTHS[month]} 1st, {year}?"


def test_the_table_has_sixty_counts_and_fifty_five_growths(table: dict[tuple[str, str], Cell], fake_index: OpenIndex) -> None:
    text = fake_index.texts[REPORT].text
    assert len(table) == 60
    assert len([cell for cell in table.values() if cell.growth]) == 55
    assert all(text[cell.begin :].startswith(str(cell.count)) for cell in table.values())


def test_every_count_is_found_and_cited_however_it_is_asked(table: dict[tuple[str, str], Cell], fake_index: OpenIndex) -> None:
    for cell in table.values():
        for question in phrase_cell(cell):
            answer = ask(fake_index, question)
            assert f" {dutch(cell.count)} indicaties {cell.profile} [1]" in answer.text, question
            (figure,) = answer.figures
            assert figure.figure.value == cell.count and figure.computation is None, question
            assert_cells(figure, [cell])
            assert answer.citations[0].span.begin <= cell.begin < answer.citations[0].span.end


def test_every_growth_is_found_as_printed(table: dict[tuple[str, str], Cell], fake_index: OpenIndex) -> None:
    for cell in table.values():
        spoken = say_day(cell.day)
        for question in (
            f"Wat was de groei van {cell.profile} op {spoken}?",
            f"Met hoeveel procent steeg zzp {cell.profile[4]} per {spoken} t.o.v. het vorige kwartaal?",
            f"kwartaalgroei {cell.profile.lower()} Q{(int(cell.day[5:7]) + 2) // 3} {cell.day[:4]}",
        ):
            answer = ask(fake_index, question)
            if not cell.growth:
                assert answer.status == "niet-gevonden" and not answer.figures, question
                continue
            # A card of the dashboard may tell of a later day beside it.
            figure = answer.figures[0]
            assert figure.citation.quote == cell.growth and figure.citation.span.begin == cell.growth_begin, question
            assert cell.growth.rstrip("%").replace(".", ",") + " % hoger" in answer.text, question


def test_every_pair_of_dates_gives_difference_growth_and_ratio(
    table: dict[tuple[str, str], Cell], fake_index: OpenIndex
) -> None:
    profiles = sorted({cell.profile for cell in table.values()})
    days = sorted({cell.day for cell in table.values()})
    for profile, (first, last) in itertools.product(profiles, itertools.combinations(days, 2)):
        earlier, later = table[profile, first], table[profile, last]
        one, other = say_day(first), say_day(last)
        counted = ask(fake_index, f"Hoeveel is {profile} toegenomen tussen {one} en {other}?")
        grown = ask(fake_index, f"Met hoeveel procent groeide {profile} van {one} tot {other}?")
        times = ask(fake_index, f"Hoeveel keer zoveel indicaties {profile} waren er op {other} ten opzichte van {one}?")
        assert_computed(counted, "verschil", earlier, later)
        assert_computed(grown, "groei", earlier, later)
        assert_computed(times, "verhouding", earlier, later)


def test_every_pair_of_profiles_gives_difference_growth_and_ratio(
    table: dict[tuple[str, str], Cell], fake_index: OpenIndex
) -> None:
    profiles = sorted({cell.profile for cell in table.values()})
    days = sorted({cell.day for cell in table.values()})
    for day, (one, other) in itertools.product(days, itertools.permutations(profiles, 2)):
        above, below, spoken = table[one, day], table[other, day], say_day(day)
        apart = ask(fake_index, f"Wat is het verschil tussen {one} en {other} op {spoken}?")
        percent = ask(fake_index, f"Hoeveel procent meer indicaties {one} dan {other} waren er op {spoken}?")
        times = ask(fake_index, f"Wat is de verhouding tussen {one} en {other} op {spoken}?")
        assert_computed(apart, "verschil", below, above)
        assert_computed(percent, "groei", below, above)
        assert_computed(times, "verhouding", below, above)


def assert_computed(answer: Answer, name: str, below: Cell, above: Cell) -> None:
    """The first figure has this value, computed from these two cells by this formula, and the text says it."""
    figure = answer.figures[0]
    assert figure.computation is not None and figure.computation.name == name, answer.text
    low, high = dutch(below.count), dutch(above.count)
    if name == "verschil":
        value = Decimal(above.count - below.count)
        formula, said = f"{high} − {low} = {dutch(above.count - below.count)}", dutch(abs(above.count - below.count))
    elif name == "groei":
        value = round_two(Decimal(above.count - below.count) / below.count * 100)
        written = f"{value:.2f}".replace(".", ",")
        formula = f"({high} − {low}) ÷ {low} × 100 % = {group(written)} %"
        said = f"{group(written.lstrip('-'))} %"
    else:
        value = round_two(Decimal(above.count) / below.count)
        said = f"{value.normalize():f}".replace(".", ",")
        formula = f"{high} ÷ {low} = {said}"
    assert Decimal(repr(figure.figure.value)) == value, answer.text
    assert figure.computation.formula == formula
    assert said in answer.text and low in answer.text and high in answer.text
    assert sorted(part.citation.span.begin for part in figure.computation.inputs) == sorted((below.begin, above.begin))
    for part, cell in zip(figure.computation.inputs, (below, above), strict=True):
        assert_cells(part, [cell])


def assert_cells(figure: CitedFigure, cells: list[Cell]) -> None:
    for cell in cells:
        assert (figure.figure.profile, figure.figure.reference_date) == (cell.profile, cell.day)
        assert figure.figure.span.begin == figure.citation.span.begin == cell.begin
        assert figure.citation.quote == str(cell.count)


def say_day(day: str) -> str:
    return f"1 {MONTHS[int(day[5:7])]} {day[:4]}"


def dutch(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def group(written: str) -> str:
    """A number in Dutch decimals with points between its thousands."""
    whole, decimals = written.split(",")
    return f"{int(whole):,}".replace(",", ".") + f",{decimals}" if whole != "-0" else written


def round_two(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
