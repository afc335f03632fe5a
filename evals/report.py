"""What a report says of a run, as tables in Dutch; how it looks is for ``markdown.py``, ``html_report.py`` and ``junit.py``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.figure_report import list_wrong_values, tabulate_figures
from evals.floors import Floors
from evals.refusal import RiskPoint, count_refusals, measure_aurc, measure_auroc, thin_curve, trace_risk
from evals.run import Fingerprint, Outcome, RunResult
from evals.scorers import MEASURES
from evals.side_by_side import compare_with_baselines
from evals.summary import (
    WHOLE,
    WHOLE_MEASURES,
    balance_refusals,
    count_shares,
    measure_latency,
    measure_whole,
    split_in_halves,
)
from evals.tables import NOT_MEASURED, SHORT_HEADINGS, Table, write_decimal, write_share

_PER_KIND = ("bewijs-1000", "bewijs-geheel", "antwoord-goed", "lijst-volledig", "terecht-beantwoord", "terecht-geweigerd")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report shows of a run, in the order of showing; ``curves`` are risk-coverage curves by group."""

    measured_on: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    curves: tuple[tuple[str, tuple[RiskPoint, ...]], ...]
    failures: tuple[Outcome, ...]


def build_report(result: RunResult, floors: Floors) -> Report:
    """The whole report. The same run gives the same report, but for the times in it."""
    groups = split_in_halves(result.outcomes)
    return Report(
        measured_on=_list_fingerprint(result.fingerprint, len(result.outcomes)),
        tables=(
            *(measure_table(group, members, floors) for group, members in groups.items()),
            tabulate_figures(groups),
            list_wrong_values(result.outcomes),
            compare_with_baselines(result),
            _tabulate_refusals(groups),
            _tabulate_confidence(groups),
            _tabulate_risk(result.outcomes),
            *(_tabulate_kinds(group, members) for group, members in groups.items()),
        ),
        curves=tuple((group, trace_risk(members)) for group, members in groups.items()),
        failures=tuple(outcome for outcome in result.outcomes if outcome.faults),
    )


def measure_table(group: str, outcomes: Sequence[Outcome], floors: Floors) -> Table:
    """The measures of a group: share, count, Wilson 95 % interval, and the floor where one is agreed."""
    agreed = floors.get(group, {})
    rows = []
    for measure, share in count_shares(outcomes).items():
        count, interval = f"{share.good} van {share.total}", f"{write_decimal(share.low)} – {write_decimal(share.high)}"
        rows.append((MEASURES[measure], write_decimal(share.value), count, interval, *_judge(share.value, agreed.get(measure))))
    for measure, value in measure_whole(outcomes).items():
        floor = _judge(value, agreed.get(measure))
        rows.append((WHOLE_MEASURES[measure], write_decimal(value), NOT_MEASURED, NOT_MEASURED, *floor))
    times = measure_latency(outcomes)
    note = f"Antwoordtijd: mediaan {times.median:.0f} ms, 95 % binnen {times.p95:.0f} ms, langste {times.longest:.0f} ms."
    columns = ("Maat", "Aandeel", "Aantal", "95 %-interval", "Ondergrens", "Oordeel")
    return Table(f"Maten: {group}", columns, tuple(rows), note)


def _judge(value: float, floor: float | None) -> tuple[str, str]:
    if floor is None:
        return NOT_MEASURED, NOT_MEASURED
    return write_decimal(floor), "te laag" if value < floor else "gehaald"


def _list_fingerprint(print_: Fingerprint, count: int) -> tuple[tuple[str, str], ...]:
    built = f", gebouwd op {print_.built_at}" if print_.built_at else ""
    return (
        ("Vragen", f"{count} (vingerafdruk {print_.cases})"),
        ("Index", print_.index_version + built),
        ("Corpus", print_.corpus),
        ("Model", print_.model),
        ("Code", print_.code),
    )


def _tabulate_refusals(groups: Mapping[str, Sequence[Outcome]]) -> Table:
    rows = []
    for group, members in groups.items():
        counts = count_refusals(members)
        rows.append((group, "te beantwoorden", str(counts.answerable_answered), str(counts.answerable_refused)))
        rows.append((group, "niet te beantwoorden", str(counts.other_answered), str(counts.other_refused)))
    failed = count_refusals(groups[WHOLE]).failed
    note = f"Vragen waarop een fout kwam, tellen hier niet mee: {failed}." if failed else ""
    return Table("Beantwoord en geweigerd", ("Vragen", "Die zijn", "Beantwoord", "Geweigerd"), tuple(rows), note)


def _tabulate_confidence(groups: Mapping[str, Sequence[Outcome]]) -> Table:
    rows = []
    for group, members in groups.items():
        balance, aurc = balance_refusals(count_shares(members)), measure_aurc(trace_risk(members))
        rows.append((group, write_decimal(balance), write_decimal(measure_auroc(members)), write_decimal(aurc)))
    note = (
        "Balans: gemiddelde van terecht beantwoord en terecht geweigerd. AUROC: hoe vaak de zekerheid bij een te beantwoorden vraag "
        "hoger is dan bij een andere (0,5 is toeval). AURC: gemiddeld risico over de antwoorden, lager is beter."
    )
    return Table("Wat de zekerheid waard is", ("Vragen", "Balans", "AUROC", "AURC"), tuple(rows), note)


def _tabulate_risk(outcomes: Sequence[Outcome]) -> Table:
    rows = [
        (
            write_decimal(point.confidence),
            str(point.answers),
            write_decimal(point.coverage),
            str(point.wrong),
            write_decimal(point.risk),
        )
        for point in thin_curve(trace_risk(outcomes))
    ]
    note = (
        "Zou alleen geantwoord worden vanaf deze zekerheid: dekking is het aandeel van alle vragen dat dan een antwoord krijgt, "
        "risico het aandeel van die antwoorden dat fout is. Een antwoord op wat er niet in staat, is fout."
    )
    return Table("Risico en dekking", ("Zekerheid vanaf", "Antwoorden", "Dekking", "Fout", "Risico"), tuple(rows), note)


def _tabulate_kinds(group: str, outcomes: Sequence[Outcome]) -> Table:
    rows = []
    for kind in sorted({outcome.kind for outcome in outcomes}):
        members = [outcome for outcome in outcomes if outcome.kind == kind]
        shares = count_shares(members)
        rows.append((kind, str(len(members)), *(write_share(shares.get(measure)) for measure in _PER_KIND)))
    note = "Aandeel, aantal, 95 %-interval van Wilson."
    return Table(
        f"Per soort vraag: {group}", ("Soort", "Vragen", *(SHORT_HEADINGS[measure] for measure in _PER_KIND)), tuple(rows), note
    )


def describe_fault(outcome: Outcome) -> tuple[str, ...]:
    """What is wrong with an outcome, one line a measure."""
    return tuple(f"{MEASURES[fault.measure]}: {' '.join(fault.why.split())}" for fault in outcome.faults)
