"""What a report says of the questions about figures, apart from the rest: one wrong number costs more trust than many refusals."""

from collections.abc import Mapping, Sequence

from evals.run import Outcome
from evals.summary import count_shares
from evals.tables import NOT_MEASURED, Table, write_decimal

FIGURE_TARGET = 0.98
"""The share of figure questions that must be right; of wrong values there must be none. What fails a run stands in the floors."""

_WRONG_VALUE = "geen-foute-waarde"


def tabulate_figures(groups: Mapping[str, Sequence[Outcome]]) -> Table:
    """Per group how many figure questions there are, and how many were right, refused or failed, half right, or given a wrong value.

    The four last counts add up to the first.
    """
    columns = (
        "Vragen",
        "Cijfervragen",
        "Goed",
        "Aandeel goed",
        "Geen antwoord",
        "Niet volledig",
        "Foute waarde",
        "Aandeel fout",
    )
    note = (
        f"Streven: aandeel goed ten minste {write_decimal(FIGURE_TARGET)} en geen enkele foute waarde. Een foute waarde is erger dan een "
        "weigering: zij telt ook mee als fout antwoord, en daarnaast met een eigen ondergrens. Geen antwoord: geweigerd waar een "
        "antwoord kon, of een storing. Niet volledig: geen fout getal, maar niet alles gezegd wat moest."
    )
    return Table("Cijfervragen", columns, tuple(_count_figures(group, members) for group, members in groups.items()), note)


def list_wrong_values(outcomes: Sequence[Outcome]) -> Table:
    """Every question that was given a wrong value, with what is wrong; a line that says so when there is none."""
    rows = [
        (outcome.case_id, outcome.split, outcome.question, " ".join(verdict.why.split()))
        for outcome in outcomes
        if (verdict := outcome.verdict_on(_WRONG_VALUE)) and not verdict.good
    ]
    return Table("Foute waarde gegeven", ("Id", "Helft", "Vraag", "Wat er mis is"), tuple(rows), "" if rows else "Geen enkele.")


def _count_figures(group: str, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    asked = [outcome for outcome in outcomes if outcome.verdict_on("cijfer-goed")]
    share = count_shares(asked).get("cijfer-goed")
    if share is None:
        return (group, "0", *(NOT_MEASURED,) * 6)
    wrong = sum(_gave_wrong_value(outcome) for outcome in asked)
    silent = sum(not outcome.answered and not _is_right(outcome) for outcome in asked)
    partial = share.total - share.good - silent - wrong
    counts = (str(silent), str(partial), str(wrong), write_decimal(wrong / share.total))
    return (group, str(share.total), str(share.good), write_decimal(share.value), *counts)


def _gave_wrong_value(outcome: Outcome) -> bool:
    verdict = outcome.verdict_on(_WRONG_VALUE)
    return verdict is not None and not verdict.good


def _is_right(outcome: Outcome) -> bool:
    verdict = outcome.verdict_on("cijfer-goed")
    return verdict is not None and verdict.good
