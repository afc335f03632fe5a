"""Our answers and those of the plain ways of searching, side by side: what the work beyond the libraries is worth."""

import statistics
from collections.abc import Sequence

from evals.refusal import balance_at, fit_threshold, measure_auroc
from evals.run import Outcome, RunResult
from evals.summary import balance_refusals, count_shares, measure_latency, split_in_halves
from evals.tables import NOT_MEASURED, SHORT_HEADINGS, Table, write_decimal, write_share

OURS = "Beleidswijzer"
TUNED_ON = "ontwikkeling"

_COMPARED = ("bewijs-1000", "bewijs-geheel", "antwoord-1000", "antwoord-goed", "lijst-volledig")


def compare_with_baselines(result: RunResult) -> Table:
    """A row for us and for every way, for the whole run and each half; a line that says so where nothing was compared."""
    tuned = {run.name: fit_threshold(split_in_halves(run.outcomes).get(TUNED_ON, ())) for run in result.baselines}
    ways = {run.name: split_in_halves(run.outcomes) for run in result.baselines}
    rows = []
    for group, members in split_in_halves(result.outcomes).items():
        rows.append((group, OURS, *_compare_way(members, balance_refusals(count_shares(members)))))
        for name, halves in ways.items():
            threshold = tuned[name]
            balance = None if threshold is None else balance_at(threshold, halves[group])
            rows.append((group, name, *_compare_way(halves[group], balance)))
    columns = ("Vragen", "Manier", *(SHORT_HEADINGS[measure] for measure in _COMPARED), "Balans", "AUROC", "Tekens", "Tijd")
    note = (
        "Eenvoudige manieren over dezelfde documenten met hetzelfde model: de vijf beste stukken van 1.024 tokens, in hun geheel "
        "aangehaald. Zij weigeren niet; hun balans is die met de beste grens aan hun score, gekozen op de helft "
        f"{TUNED_ON}. Goed @1.000: wat het antwoord moet zeggen staat in zijn eerste 1.000 tekens. Tekens: mediaan van wat bij een "
        "antwoord is aangehaald. Tijd: mediaan in ms. Een vervolgvraag krijgen zij zonder het gesprek."
    )
    return Table("Naast eenvoudige manieren", columns, tuple(rows), note if result.baselines else "Niet mee vergeleken.")


def _compare_way(outcomes: Sequence[Outcome], balance: float | None) -> tuple[str, ...]:
    shares = count_shares(outcomes)
    cited = [outcome.cited for outcome in outcomes if outcome.answered]
    return (
        *(write_share(shares.get(measure)) for measure in _COMPARED),
        write_decimal(balance),
        write_decimal(measure_auroc(outcomes)),
        f"{statistics.median(cited):.0f}" if cited else NOT_MEASURED,
        f"{measure_latency(outcomes).median:.0f}",
    )
