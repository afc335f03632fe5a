"""What the tests of figure questions share: the extent of the real table, and how an answer is checked."""

import re
from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from corpus.types import Figure, Measure
from indexer.dutch_dates import date_to_dutch
from indexer.store import OpenIndex
from service.figures.dutch_numbers import figure_to_dutch
from service.figures.questions import answer_figure_question
from service.types import Answer, CitedFigure

PROFILES = tuple(f"GGZ0{number}W" for number in range(1, 6))
DAYS = tuple(f"{year}-{month:02d}-01" for year in (2021, 2022, 2023) for month in (1, 4, 7, 10))
ORDINALS = ("eerste", "tweede", "derde", "vierde")


def ask(index: OpenIndex, question: str, max_citations: int = 5) -> Answer:
    answer = answer_figure_question(question, index, max_citations)
    assert answer is not None, question
    return answer


def value_of(index: OpenIndex, measure: Measure, profile: str, day: str) -> float:
    return cell_of(index, measure, profile, day).value


def cell_of(index: OpenIndex, measure: Measure, profile: str, day: str) -> Figure:
    wanted = (measure, profile, day)
    return next(figure for figure in index.figures if (figure.measure, figure.profile, figure.reference_date) == wanted)


def all_figures(figures: Iterable[CitedFigure]) -> Iterable[CitedFigure]:
    for figure in figures:
        yield figure
        yield from all_figures(figure.computation.inputs if figure.computation else ())


def assert_traceable(index: OpenIndex, answer: Answer) -> None:
    """Every quote slices true, every number of a citation exists, every number said stands in a citation or a formula."""
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)} <= set(numbers)
    cited = list(all_figures(answer.figures))
    for citation in (*answer.citations, *(figure.citation for figure in cited)):
        assert citation.span.of(index.texts[citation.document.id].text) == citation.quote
        assert citation.number in numbers
    allowed = {figure_to_dutch(figure.figure).removesuffix(" %").lstrip("-") for figure in cited}
    allowed |= {
        number for figure in cited if figure.computation for number in re.findall(r"[\d.,]*\d", figure.computation.formula)
    }
    # A sentence or a card beside the table says its number itself; of a row of the table only the cells taken may be said.
    quotes = [citation.quote for citation in answer.citations if "\t" not in citation.quote]
    allowed |= {number for quote in quotes for number in re.findall(r"[\d.,]*\d", quote)}
    said = re.sub(r"\[\d+\]|\d+ [a-z]+ \d{4}|van 20\d\d,|GGZ\d\dW", "", answer.text)
    assert set(re.findall(r"\d[\d.,]*\d|\d", said)) <= allowed


def phrasings(profile: str, day: str) -> tuple[str, ...]:
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


def stand_in(index: OpenIndex, figures: tuple[Figure, ...], **documents: str) -> OpenIndex:
    """The index with other figures, and with copies of the report under other names and dates."""
    report = "kpmg-eindrapport-2024"
    made = {name: replace(index.documents[report], id=name, date=date) for name, date in documents.items()}
    texts = {name: replace(index.texts[report], document_id=name) for name in documents}
    fields = {"documents": {**index.documents, **made}, "texts": {**index.texts, **texts}, "passages": (), "figures": figures}
    fields["profiles"] = tuple(sorted({figure.profile for figure in figures if figure.profile}))
    return cast(OpenIndex, SimpleNamespace(**fields))
