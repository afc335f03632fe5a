"""The commands ``python -m evals run`` and ``python -m evals compare``: results to stdout, progress to stderr."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tqdm import tqdm

from evals.asking import Subject, SubjectError, connect
from evals.cases import CasesError, load_cases
from evals.compare import compare_runs, render_comparison
from evals.floors import FloorsError, find_shortfalls, load_floors
from evals.report import render_measures, render_report
from evals.results import ResultsError, load_run, name_folder, save_run
from evals.run import run_evals
from evals.scorers import MEASURES
from evals.summary import count_shares


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when all is well, 1 below a floor or on a regression, 2 when it could not be measured at all."""
    chosen = _read_arguments(arguments)
    try:
        if chosen.command == "run":
            return _run(chosen.cases or [], chosen.url, chosen.out)
        return _compare(chosen.old, chosen.new)
    except (CasesError, FloorsError, ResultsError, SubjectError) as fault:
        print(f"fout: {fault}", file=sys.stderr)
        return 2


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Meet hoe goed Beleidswijzer antwoordt.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    run = commands.add_parser("run", help="stel alle vragen en beoordeel de antwoorden")
    run.add_argument("--cases", type=Path, action="append", metavar="BESTAND", help="alleen de vragen uit dit bestand")
    run.add_argument("--url", metavar="ADRES", help="meet een draaiende dienst, zoals http://127.0.0.1:8000")
    run.add_argument("--out", type=Path, metavar="MAP", help="bewaar de uitslag hier (anders: evals/results/)")
    compare = commands.add_parser("compare", help="zeg per vraag wat er tussen twee metingen veranderde")
    compare.add_argument("old", type=Path, metavar="OUD", help="map of JSON-bestand van de eerdere meting")
    compare.add_argument("new", type=Path, metavar="NIEUW", help="map of JSON-bestand van de latere meting")
    return parser.parse_args(arguments)


def _run(case_files: Sequence[Path], url: str | None, out: Path | None) -> int:
    cases = load_cases(case_files)
    floors = load_floors()
    subject = find_subject(url)
    progress = tqdm(cases, desc="Vragen", unit="vraag", file=sys.stderr, disable=None)
    result = run_evals(progress, subject.ask, subject.text_of, subject.model)
    folder = out or name_folder(result, datetime.now(UTC).date())
    save_run(result, render_report(result, floors), folder)
    print(render_measures(result.outcomes, floors))
    print(f"\nDe hele uitslag staat in {folder}.")
    shortfalls = find_shortfalls(count_shares(result.outcomes), floors)
    if shortfalls:
        print(f"Onder de ondergrens: {', '.join(MEASURES[measure] for measure in shortfalls)}.", file=sys.stderr)
    return 1 if shortfalls else 0


def find_subject(url: str | None) -> Subject:
    """The running service at the address, or else the service in this process."""
    if url:
        return connect(url)
    # Loading torch takes seconds, which comparing runs or asking over HTTP should not.
    from evals.in_process import open_in_process

    return open_in_process()


def _compare(old: Path, new: Path) -> int:
    comparison = compare_runs(load_run(old), load_run(new))
    print(render_comparison(comparison), end="")
    return 1 if comparison.regressed else 0


if __name__ == "__main__":
    sys.exit(main())
