"""Writes a report as one HTML file that needs nothing else: to read on a phone, to send along, to keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.refusal import RiskPoint
from evals.report import Report, describe_fault
from evals.run import Outcome
from evals.tables import write_decimal

# The drawing of the curves, in units of its own; the stylesheet scales it to the screen.
WIDTH, HEIGHT, MARGIN = 360, 200, 40


@dataclass(frozen=True, slots=True)
class Drawing:
    """The risk-coverage curves as SVG lines by group, with the highest risk that fits, 0 to 1."""

    lines: tuple[tuple[str, str], ...]
    top: float


def render_html(report: Report) -> str:
    """The whole report as one page; every text of a document or an answer is escaped."""
    return _TEMPLATES.get_template("report.html").render(
        report=report, drawing=draw_curves(report.curves), failures=_group_failures(report.failures)
    )


def draw_curves(curves: Sequence[tuple[str, Sequence[RiskPoint]]]) -> Drawing:
    """The points of each curve as ``x,y`` pairs: coverage to the right, risk up. A group without answers has no line."""
    risks = [point.risk for _, points in curves for point in points]
    # Rounded up to a tenth, so that the scale has a plain number at its top.
    top = max(1, -(-round(1000 * max(risks, default=0)) // 100)) / 10
    lines = [(group, " ".join(_place(point, top) for point in points)) for group, points in curves if points]
    return Drawing(tuple(lines), top)


def _place(point: RiskPoint, top: float) -> str:
    right, down = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    return f"{MARGIN + right * point.coverage:.1f},{MARGIN + down * (1 - point.risk / top):.1f}"


def _group_failures(failures: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    kinds = sorted({outcome.kind for outcome in failures})
    return {kind: [outcome for outcome in failures if outcome.kind == kind] for kind in kinds}


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= {"decimal": write_decimal, "faults": describe_fault}
_TEMPLATES.globals |= {"width": WIDTH, "height": HEIGHT, "margin": MARGIN}
