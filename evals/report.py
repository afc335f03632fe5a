"""Writes a run as a Markdown report in Dutch: the measures, the kinds of question, and every case that went wrong."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from evals.run import Outcome, RunResult
from evals.scorers import MEASURES
from evals.summary import Share, balance_refusals, count_shares, measure_latency

_KIND_HEADINGS = {
    "bewijs-1000": "Bewijs @1.000",
    "bewijs-geheel": "Bewijs geheel",
    "antwoord-goed": "Antwoord goed",
    "lijst-volledig": "Lijst volledig",
    "terecht-beantwoord": "Beantwoord",
    "terecht-geweigerd": "Geweigerd",
}
"""The measures of the table per kind: those that say most, under short headings, so that the table fits a screen."""


def render_report(result: RunResult, floors: Mapping[str, float]) -> str:
    """The whole report. The same run gives the same text, but for the times in it."""
    parts = [
        "# Meting van Beleidswijzer",
        _render_fingerprint(result),
        "## Maten",
        render_measures(result.outcomes, floors),
        _render_extras(result.outcomes),
        "## Per helft",
        _render_groups(result.outcomes, "Helft", lambda outcome: outcome.split),
        "## Per soort vraag",
        _render_groups(result.outcomes, "Soort", lambda outcome: outcome.kind),
        "## Wat misging",
        _render_failures(result.outcomes),
    ]
    return "\n\n".join(parts) + "\n"


def render_measures(outcomes: Iterable[Outcome], floors: Mapping[str, float]) -> str:
    """The table of measures: share, count, Wilson 95 % interval, and the floor where one is agreed."""
    rows = []
    for measure, share in count_shares(outcomes).items():
        floor = floors.get(measure)
        verdict = "–" if floor is None else f"{_decimal(floor)}{' **te laag**' if share.value < floor else ''}"
        interval = f"{_decimal(share.low)} – {_decimal(share.high)}"
        rows.append((MEASURES[measure], _decimal(share.value), f"{share.good} van {share.total}", interval, verdict))
    return _render_table(("Maat", "Aandeel", "Aantal", "95 %-interval", "Ondergrens"), rows)


def _render_fingerprint(result: RunResult) -> str:
    print_ = result.fingerprint
    return "\n".join(
        (
            f"- Vragen: {len(result.outcomes)} (vingerafdruk {print_.cases})",
            f"- Index: {print_.index_version}{', gebouwd op ' + print_.built_at if print_.built_at else ''}",
            f"- Model: {print_.model}",
        )
    )


def _render_extras(outcomes: Sequence[Outcome]) -> str:
    balance = balance_refusals(count_shares(outcomes))
    latency = measure_latency(outcomes)
    lines = [] if balance is None else [f"- Balans van antwoorden en weigeren: {_decimal(balance)}"]
    lines.append(
        f"- Antwoordtijd: mediaan {latency.median:.0f} ms, 95 % binnen {latency.p95:.0f} ms, langste {latency.longest:.0f} ms"
    )
    return "\n".join(lines)


def _render_groups(outcomes: Sequence[Outcome], heading: str, group_of: Callable[[Outcome], str]) -> str:
    rows = []
    for group in sorted({group_of(outcome) for outcome in outcomes}):
        members = [outcome for outcome in outcomes if group_of(outcome) == group]
        shares = count_shares(members)
        rows.append((group, str(len(members)), *(_short_share(shares.get(measure)) for measure in _KIND_HEADINGS)))
    return _render_table((heading, "Vragen", *_KIND_HEADINGS.values()), rows)


def _render_failures(outcomes: Iterable[Outcome]) -> str:
    lines = []
    for outcome in outcomes:
        faults = [verdict for verdict in outcome.verdicts if not verdict.good]
        if faults:
            lines.append(f"- `{outcome.case_id}` ({outcome.kind}): {outcome.question}")
            lines += [f"  - {MEASURES[fault.measure]}: {' '.join(fault.why.split())}" for fault in faults]
    return "\n".join(lines) or "Niets."


def _short_share(share: Share | None) -> str:
    return "–" if share is None else f"{_decimal(share.value)} ({share.good}/{share.total})"


def _render_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _decimal(share: float) -> str:
    return f"{share:.3f}".replace(".", ",")
