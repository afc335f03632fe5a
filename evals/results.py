"""Keeps a run as a file that a later run is compared with: ``results.json`` in a folder of its own, its reports beside it."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from evals.floors import Floors
from evals.html_report import render_html
from evals.junit import render_junit
from evals.markdown import render_markdown
from evals.report import build_report
from evals.run import RunResult

RESULTS_FOLDER = Path(__file__).parent / "results"
RESULTS_FILE = "results.json"
_RUN = TypeAdapter(RunResult)


class ResultsError(ValueError):
    """A run that cannot be read back; the message names the file and what to do."""


def name_folder(result: RunResult, day: date) -> Path:
    """Where a run belongs when nobody says otherwise: its day and the index that it was measured on."""
    version = re.sub(r"[^\w.-]+", "-", result.fingerprint.index_version).strip("-")[:40]
    return RESULTS_FOLDER / f"{day.isoformat()}-{version}"


def render_reports(result: RunResult, floors: Floors) -> Mapping[str, str]:
    """The reports of a run by the name of their file: Markdown, HTML and JUnit XML."""
    report = build_report(result, floors)
    return {"rapport.md": render_markdown(report), "rapport.html": render_html(report), "junit.xml": render_junit(result)}


def save_run(result: RunResult, folder: Path, reports: Mapping[str, str] | None = None) -> None:
    """Writes ``results.json`` and the reports into the folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RESULTS_FILE).write_bytes(_RUN.dump_json(result, indent=2) + b"\n")
    for name, text in (reports or {}).items():
        (folder / name).write_text(text, encoding="utf-8")


def load_run(path: Path) -> RunResult:
    """A saved run, from its folder or its JSON file. Raises ``ResultsError``."""
    file = path / RESULTS_FILE if path.is_dir() else path
    try:
        return _RUN.validate_json(file.read_bytes())
    except OSError as fault:
        raise ResultsError(f"{file}: niet te lezen; geef de map of het JSON-bestand van een eerdere meting.") from fault
    except ValidationError as fault:
        raise ResultsError(f"{file}: geen meting van deze versie; meet opnieuw met 'python -m evals run'.") from fault
