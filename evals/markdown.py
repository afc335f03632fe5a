"""Writes a report as Markdown: for a terminal, a diff and a code review."""

from collections.abc import Sequence

from evals.report import Report, describe_fault
from evals.tables import Table


def render_markdown(report: Report) -> str:
    """The whole report as Markdown; what went wrong stands last."""
    parts = [
        "# Meting van Beleidswijzer",
        "\n".join(f"- {name}: {value}" for name, value in report.measured_on),
        *(f"## {table.heading}\n\n{render_table(table)}" for table in report.tables),
        "## Wat misging",
        _render_failures(report),
    ]
    return "\n\n".join(parts) + "\n"


def render_table(table: Table) -> str:
    """The table with its note, without its heading."""
    lines = [table.columns, ["---"] * len(table.columns), *table.rows]
    drawn = "\n".join(_render_row(line) for line in lines)
    return f"{drawn}\n\n{table.note}" if table.note else drawn


def _render_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _render_failures(report: Report) -> str:
    lines = []
    for outcome in report.failures:
        lines.append(f"- `{outcome.case_id}` ({outcome.kind}, {outcome.split}): {outcome.question}")
        lines += [f"  - {fault}" for fault in describe_fault(outcome)]
    return "\n".join(lines) or "Niets."
