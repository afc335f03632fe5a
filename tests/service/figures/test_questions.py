"""Promises of answering questions about the table of indications."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from corpus.types import Figure, Measure
from indexer.dutch_dates import date_to_dutch
from indexer.store import OpenIndex
from service.figures.dutch_numbers import figure_to_dutch, number_to_dutch
from service.figures.questions import FIGURE_CAVEATS, answer_figure_question, select_figures
from service.types import Answer, CitedFigure

PROFILES = tuple(f"GGZ0{number}W" for number in range(1, 6))
DAYS = tuple(f"{year}-{month:02d}-01" for year in (2021, 2022, 2023) for month in (1, 4, 7, 10))
ORDINALS = ("eerste", "tweede", "derde", "vierde")


def _ask(index: OpenIndex, question: str, max_citations: int = 5) -> Answer:
    answer = answer_figure_question(question, index, max_citations)
    assert answer is not None, question
    return answer


def _value(index: OpenIndex, measure: Measure, profile: str, day: str) -> float:
    return _cell(index, measure, profile, day).value


def _cell(index: OpenIndex, measure: Measure, profile: str, day: str) -> Figure:
    wanted = (measure, profile, day)
    return next(figure for figure in index.figures if (figure.measure, figure.profile, figure.reference_date) == wanted)


def _all_figures(figures: Iterable[CitedFigure]) -> Iterable[CitedFigure]:
    for figure in figures:
        yield figure
        yield from _all_figures(figure.computation.inputs if figure.computation else ())


def _assert_traceable(index: OpenIndex, answer: Answer) -> None:
    """Every quote slices true, every number of a citation exists, every number said stands in a citation or a formula."""
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)} <= set(numbers)
    cited = list(_all_figures(answer.figures))
    for citation in (*answer.citations, *(figure.citation for figure in cited)):
        assert citation.span.of(index.texts[citation.document.id].text) == citation.quote
        assert citation.number in numbers
    allowed = {figure_to_dutch(figure.figure).removesuffix(" %").lstrip("-") for figure in cited}
    allowed |= {
        number for figure in cited if figure.computation for number in re.findall(r"[\d.,]*\d", figure.computation.formula)
    }
    said = re.sub(r"\[\d+\]|\d+ (januari|april|juli|oktober) \d{4}|van 20\d\d,|GGZ\d\dW", "", answer.text)
    assert set(re.findall(r"\d[\d.,]*\d|\d", said)) <= allowed


def _phrasings(profile: str, day: str) -> tuple[str, ...]:
    year, month = day[:4], int(day[5:7])
    number, quarter, spoken = int(profile[3:5]), (month + 2) // 3, date_to_dutch(day)
    return (
        f"Hoeveel {profile}-indicaties waren er op {spoken}?",
        f"hoeveel indicaties ggz wonen {number} waren er op 01-{month:02d}-{year[2:]}",
        f"Wat was het aantal indicaties voor zzp {number} in Q{quarter} {year}?",
        f"profiel {number} in het {ORDINALS[quarter - 1]} kwartaal van {year}: hoeveel indicaties?",
        f"HOEVEEL  INDICATIES  GGZ {number} W  OP {spoken.upper()}",
        f"Kun je zeggen hoeveel mensen met zorgprofiel ggz 0{number}w er waren in {spoken[2:]}?",
        f"{profile.lower()} {day}",
        f"Wat was de stand van GGZ-W {number} op 1-{month}-{year}?",
    )


@pytest.mark.parametrize(("profile", "day"), itertools.product(PROFILES, DAYS))
def test_every_count_is_found_however_it_is_asked(fake_index: OpenIndex, profile: str, day: str) -> None:
    cell = _cell(fake_index, "aantal", profile, day)
    for question in _phrasings(profile, day):
        answer = _ask(fake_index, question)
        assert answer.text == f"Op {date_to_dutch(day)} waren er {number_to_dutch(cell.value)} indicaties {profile} [1]."
        assert [figure.figure for figure in answer.figures] == [cell]
        assert answer.provenance == "letterlijk"
        _assert_traceable(fake_index, answer)


@pytest.mark.parametrize(("profile", "day"), itertools.product(PROFILES, DAYS[1:]))
def test_every_printed_growth_is_found_with_its_own_cell(fake_index: OpenIndex, profile: str, day: str) -> None:
    cell, spoken = _cell(fake_index, "groei", profile, day), date_to_dutch(day)
    for question in (
        f"Wat was de groei van {profile} op {spoken}?",
        f"Met hoeveel procent steeg {profile} in Q{(int(day[5:7]) + 2) // 3} {day[:4]} ten opzichte van het vorige kwartaal?",
        f"Wat was de procentuele stijging van zzp {profile[4]} op {spoken} t.o.v. vorig kwartaal",
    ):
        answer = _ask(fake_index, question)
        assert [figure.figure for figure in answer.figures] == [cell]
        assert f"{number_to_dutch(cell.value, 2)} % hoger" in answer.text
        _assert_traceable(fake_index, answer)


@pytest.mark.parametrize(("profile", "days"), itertools.product(PROFILES, list(itertools.combinations(DAYS, 2))[::4]))
def test_the_change_between_two_dates_is_computed_from_their_cells(
    fake_index: OpenIndex, profile: str, days: tuple[str, str]
) -> None:
    before, after = (_value(fake_index, "aantal", profile, day) for day in days)
    first, last = map(date_to_dutch, days)
    counted = _ask(fake_index, f"Hoeveel is {profile} toegenomen tussen {first} en {last}?")
    grown = _ask(fake_index, f"Met hoeveel procent groeide {profile} van {first} tot {last}?")
    back = _ask(fake_index, f"Wat is het verschil in indicaties {profile} op {last} ten opzichte van {first}?")
    assert counted.figures[0].figure.value == back.figures[0].figure.value == after - before
    assert grown.figures[0].figure.value == pytest.approx((after - before) / before * 100, abs=0.0051)
    said = f"{number_to_dutch(after)} − {number_to_dutch(before)} = {number_to_dutch(after - before)}"
    for answer in (counted, grown, back):
        assert answer.provenance == "berekend"
        computations = {figure.computation.name: figure.computation for figure in answer.figures if figure.computation}
        assert computations["verschil"].formula == said
        assert [figure.figure.reference_date for figure in computations["verschil"].inputs] == list(days)
        _assert_traceable(fake_index, answer)


@pytest.mark.parametrize("day", DAYS)
def test_totals_shares_and_extremes_of_a_date_are_computed_from_all_profiles(fake_index: OpenIndex, day: str) -> None:
    counts = {profile: _value(fake_index, "aantal", profile, day) for profile in PROFILES}
    spoken, total = date_to_dutch(day), sum(counts.values())
    for question in (f"Hoeveel indicaties waren er op {spoken}?", f"Wat was het totaal van alle profielen op {spoken}?"):
        answer = _ask(fake_index, question)
        assert answer.figures[0].figure.value == total
        assert f"{number_to_dutch(total)} indicaties voor GGZ01W tot en met GGZ05W samen [1]." in answer.text
        _assert_traceable(fake_index, answer)
    share = _ask(fake_index, f"Wat was het aandeel van GGZ03W op {spoken}?")
    assert share.figures[0].figure.value == pytest.approx(counts["GGZ03W"] / total * 100, abs=0.0051)
    for question, best in (
        (f"Welk profiel had de meeste indicaties op {spoken}?", max),
        (f"Wat was op {spoken} het profiel met het laagste aantal?", min),
    ):
        extreme = _ask(fake_index, question)
        assert extreme.figures[0].figure.profile == best(counts, key=lambda profile: counts[profile])
        _assert_traceable(fake_index, extreme)


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
    answer = _ask(fake_index, question)
    assert text in answer.text
    if answer.status == "beantwoord":
        _assert_traceable(fake_index, answer)


def test_a_cell_is_cited_by_itself_and_its_row_as_the_quote(fake_index: OpenIndex) -> None:
    answer = _ask(fake_index, "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?")
    (row,), (figure,) = answer.citations, answer.figures
    assert row.quote.startswith("GGZ03W\t5310") and row.quote.endswith("13945\t2.80%")
    assert figure.citation.quote == "11650"
    assert row.span.contains(figure.citation.span)
    assert answer.caveats == FIGURE_CAVEATS


@pytest.mark.parametrize("most", [1, 2, 5])
def test_no_more_citations_are_given_than_asked(fake_index: OpenIndex, most: int) -> None:
    answer = _ask(fake_index, "Wat is het verschil tussen GGZ02W en GGZ04W op 1 oktober 2023?", most)
    assert len(answer.citations) == min(most, 2)
    _assert_traceable(fake_index, answer)


EXTENT = "de cijfers lopen van 1 januari 2021 tot en met 1 oktober 2023, per kwartaal, voor GGZ01W tot en met GGZ05W."


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Hoeveel indicaties GGZ09W waren er op 1 juli 2022?", "GGZ09W staat niet in de cijfers"),
        ("Hoeveel indicaties voor profiel 6 in 2022?", "GGZ06W staat niet in de cijfers"),
        ("Hoeveel indicaties GGZ03B waren er op 1 juli 2022?", "GGZ03B staat niet in de cijfers"),
        ("Hoeveel mensen hadden op 1 juli 2022 het profiel VV04?", "VV04 staat niet in de cijfers"),
        ("Hoeveel indicaties GGZ03W waren er op 1 juli 2025?", "1 juli 2025 ligt buiten de cijferreeks"),
        ("Hoeveel indicaties GGZ03W waren er in Q1 2024?", "Het eerste kwartaal van 2024 ligt buiten de cijferreeks"),
        ("Hoeveel indicaties waren er in 2019?", "2019 ligt buiten de cijferreeks"),
        ("Met hoeveel groeide GGZ03W van 1 januari 2020 tot 1 januari 2022?", "1 januari 2020 ligt buiten de cijferreeks"),
        (
            "Hoeveel indicaties GGZ03W waren er op 15 juli 2022?",
            "Voor 15 juli 2022 is er geen peildatum, de laatste daarvoor is 1 juli 2022",
        ),
        (
            "Hoeveel indicaties GGZ03W waren er in augustus 2022?",
            "Voor augustus 2022 is er geen peildatum, de laatste daarvoor is 1 juli 2022",
        ),
        ("Hoeveel indicaties GGZ03W waren er in Twente op 1 juli 2022?", "niet uitgesplitst naar Twente"),
        ("Hoeveel indicaties GGZ03W waren er op 1 juli 2022 in Den Haag?", "niet uitgesplitst naar Den Haag"),
        ("Hoeveel indicaties waren er per regio op 1 juli 2022?", "niet uitgesplitst naar regio"),
        (
            "Wat was de groei van GGZ03W op 1 januari 2021?",
            "Bij 1 januari 2021 staat geen groei, want dat is de eerste peildatum",
        ),
    ],
)
def test_a_question_that_fits_no_cell_is_refused_with_what_there_is(fake_index: OpenIndex, question: str, reason: str) -> None:
    answer = _ask(fake_index, question)
    assert (answer.status, answer.reason) == ("niet-gevonden", "buiten-cijferreeks")
    assert reason in answer.text
    assert answer.text.endswith(EXTENT)
    assert not answer.citations and not answer.figures
    assert len(answer.nearest) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Wat is GGZ01W?",
        "Wat is het verschil tussen ZZP1 en ZZP2?",
        "Welke acties noemt men voor ZZP1?",
        "Welke acties droegen in 2023 bij aan de afname van ZZP1-indicaties?",
        "Waarom steeg GGZ05W in 2021 zo hard?",
        "Hoeveel cliënten stroomden in 2022 per maand in?",
        "Hoeveel cliënten waren er in januari 2023 ingestroomd?",
        "Hoeveel nieuwe Wlz-indicaties per maand mogen er in 2024 zijn?",
        "Met hoeveel procent moest de instroom afnemen tot het eerste kwartaal van 2024?",
        "Hoeveel regio's startten in 2023 met de pilot?",
        "Hoeveel indicaties 18-26 jaar waren er op 31-12-2023?",
        "Wat is het aandeel indicaties met herkomst Wmo op 31-12-2023?",
        "Welk aandeel had GGZ01W eind 2023?",
        "Wat is het aandeel GGZ01W indicaties t/m Q4 2023?",
        "Hoeveel euro kostte GGZ03W in 2022?",
        "Hoeveel vrouwen hadden op 1 juli 2022 een indicatie GGZ03W?",
        "Hoeveel indicaties GGZ03W werden er in 2022 afgegeven?",
        "Hoeveel indicaties GGZ03W waren er na 1 juli 2022?",
        "Hoeveel profielen hadden op 1 juli 2022 meer dan 5.000 indicaties?",
        "Hoeveel profielen waren er op 1 juli 2022?",
        "Hoeveel indicaties GGZ03W of hoger waren er op 1 juli 2022?",
        "Wat is het verschil in groei tussen GGZ03W en GGZ04W op 1 juli 2022?",
        "Wat was het percentage GGZ03W op 1 juli 2022?",
        "Hoeveel indicaties GGZ03W waren er op 31 juni 2022?",
        "Hoeveel indicaties GGZ03W waren er op 1 juli?",
        "Hoeveel indicaties GGZ03W waren er vorig jaar?",
        "Hoeveel indicaties GGZ03W waren er op 1 juli 2022 bij Dimence?",
        "Hoeveel indicaties zijn er?",
        "Hoeveel indicaties GGZ03W waren er op 1 januari van 2021, 2022 en 2023?",
        "Wat is op 1 juli 2022 het hoogste profiel?",
        "Met hoeveel nam het aandeel GGZ03W toe tussen 1 januari 2021 en 1 januari 2022?",
        "In welk jaar groeide GGZ03W het hardst?",
        "Hoeveel verschillende profielen hadden op 1 juli 2022 indicaties?",
        "Hoeveel kwartalen steeg GGZ03W in 2022?",
        "Was er een indicatiestop voor GGZ03W op 1 juli 2022?",
        "Wat moet een plan bevatten?",
        "Hoe vraag ik een pgb aan?",
        "",
    ],
)
def test_a_question_that_asks_something_else_is_left_to_the_documents(fake_index: OpenIndex, question: str) -> None:
    assert answer_figure_question(question, fake_index, 5) is None


def test_the_same_question_gives_the_same_answer(fake_index: OpenIndex) -> None:
    question = "Welk profiel groeide het sterkst tussen 1 januari 2021 en 1 oktober 2023?"
    assert _ask(fake_index, question) == _ask(fake_index, question)


def _stand_in(index: OpenIndex, figures: tuple[Figure, ...], **documents: str) -> OpenIndex:
    """The index with other figures, and with copies of the report under other names and dates."""
    report = "kpmg-eindrapport-2024"
    made = {name: replace(index.documents[report], id=name, date=date) for name, date in documents.items()}
    texts = {name: replace(index.texts[report], document_id=name) for name in documents}
    fields = {"documents": {**index.documents, **made}, "texts": {**index.texts, **texts}, "passages": (), "figures": figures}
    return cast(OpenIndex, SimpleNamespace(**fields))


def test_without_a_table_no_question_is_about_it(fake_index: OpenIndex) -> None:
    bare = _stand_in(fake_index, ())
    assert answer_figure_question("Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?", bare, 5) is None
    assert select_figures(bare, frozenset(), None, None, None) == ()


def test_profiles_and_dates_are_those_of_the_table_at_hand(fake_index: OpenIndex) -> None:
    moved = tuple(
        replace(figure, profile=f"VV0{str(figure.profile)[4]}", reference_date=figure.reference_date.replace("202", "203"))
        for figure in fake_index.figures
    )
    index = _stand_in(fake_index, moved)
    assert _ask(index, "Hoeveel indicaties VV03 waren er op 1 juli 2032?").text.startswith("Op 1 juli 2032 waren er 11.650")
    assert _ask(index, "Hoeveel indicaties voor GGZ03W op 1 juli 2032?").status == "niet-gevonden"
    assert (
        "van 1 januari 2031 tot en met 1 oktober 2033, per kwartaal, voor VV01 tot en met VV05."
        in _ask(index, "Hoeveel indicaties VV03 waren er op 1 juli 2022?").text
    )


@pytest.mark.parametrize(("date", "said"), [("2025-03", "11.651"), ("2023", "11.650")])
def test_of_two_documents_the_newest_counts(fake_index: OpenIndex, date: str, said: str) -> None:
    copies = tuple(replace(figure, document_id="andere", value=figure.value + 1) for figure in fake_index.figures)
    index = _stand_in(fake_index, (*copies, *fake_index.figures), andere=date)
    assert said in _ask(index, "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?").text


def test_a_hole_in_the_table_is_named(fake_index: OpenIndex) -> None:
    cell = _cell(fake_index, "aantal", "GGZ03W", "2022-07-01")
    index = _stand_in(fake_index, tuple(figure for figure in fake_index.figures if figure != cell))
    answer = _ask(index, "Hoeveel GGZ03W-indicaties waren er op 1 juli 2022?")
    assert answer.text.startswith("Bij GGZ03W op 1 juli 2022 staat geen aantal: ")


def test_all_figures_are_listed_by_profile_date_and_measure(fake_index: OpenIndex) -> None:
    found = select_figures(fake_index, frozenset(), None, None, None)
    assert len(found) == 60 + 55 + 60
    keys = [(str(cited.figure.profile), cited.figure.reference_date, cited.figure.measure) for cited in found]
    order = {"aantal": 0, "groei": 1, "aandeel": 2}
    assert keys == sorted(keys, key=lambda key: (key[0], key[1], order[key[2]]))
    assert [cited.citation.number for cited in found] == list(range(1, len(found) + 1))


def test_figures_are_selected_by_profile_measure_and_period(fake_index: OpenIndex) -> None:
    found = select_figures(fake_index, frozenset({"GGZ03W", "GGZ04W"}), "aantal", "2022-01-01", "2022-07-01")
    assert [cited.figure.value for cited in found] == [10375, 11045, 11650, 1115, 1190, 1250]
    assert all(cited.citation.quote == f"{cited.figure.value:.0f}" for cited in found)
    assert select_figures(fake_index, frozenset({"GGZ09W"}), None, None, None) == ()


@pytest.mark.parametrize("day", DAYS)
def test_shares_of_a_date_add_up_to_a_hundred_and_carry_their_computation(fake_index: OpenIndex, day: str) -> None:
    shares = select_figures(fake_index, frozenset(), "aandeel", day, day)
    assert sum(share.figure.value for share in shares) == pytest.approx(100, abs=0.03)
    for number, share in enumerate(shares, 1):
        assert share.computation is not None and share.computation.name == "aandeel"
        assert {figure.citation.number for figure in _all_figures([share])} == {number}


def test_what_the_caveats_say_stands_in_the_report(fake_index: OpenIndex) -> None:
    text = fake_index.texts["kpmg-eindrapport-2024"].text
    for words in ("op de gekozen peildatum een geldige indicatie", "per kwartaal (cumulatief)", "CIZ-gegevens", "4/19/2024"):
        assert words in text
    assert "niet 1 op 1 met elkaar vergeleken kunnen worden" in text
