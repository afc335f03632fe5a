"""The commands ``python -m evals run``, ``compare``, ``publish``, ``fit`` and ``ablate``: results to stdout, progress to stderr."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tqdm import tqdm

from evals.asking import Subject, SubjectError, connect
from evals.beir_set import BeirError
from evals.cases import Case, CasesError, load_cases
from evals.compare import compare_runs, render_comparison
from evals.floors import FloorsError, Shortfall, find_shortfalls, load_floors
from evals.markdown import render_table
from evals.publishing import find_day, make_evaluation
from evals.report import measure_table
from evals.results import ResultsError, load_run, name_folder, render_reports, save_run
from evals.run import BaselineRun, run_baseline, run_evals
from evals.summary import split_in_halves
from evals.tables import write_decimal
from service.pages.evaluation import PUBLISHED_FILE, write_evaluation


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when all is well, 1 below a floor or on a regression, 2 when it could not be measured at all."""
    chosen = _read_arguments(arguments)
    try:
        if chosen.command == "run" and chosen.beir:
            return _run_beir(chosen.beir, chosen.index, chosen.out)
        if chosen.command == "run":
            return _run(chosen.cases or [], chosen.url, chosen.out, chosen.baselines)
        if chosen.command in ("fit", "ablate"):
            return _tune(chosen)
        if chosen.command == "publish":
            return _publish(chosen.measured, chosen.out)
        return _compare(chosen.old, chosen.new)
    except (BeirError, CasesError, FloorsError, ResultsError, SubjectError) as fault:
        print(f"fout: {fault}", file=sys.stderr)
        return 2


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Meet hoe goed Beleidswijzer antwoordt.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    run = commands.add_parser("run", help="stel alle vragen en beoordeel de antwoorden")
    run.add_argument("--cases", type=Path, action="append", metavar="BESTAND", help="alleen de vragen uit dit bestand")
    run.add_argument("--url", metavar="ADRES", help="meet een draaiende dienst, zoals http://127.0.0.1:8000")
    run.add_argument("--out", type=Path, metavar="MAP", help="bewaar de uitslag hier (anders: evals/results/)")
    run.add_argument("--no-baselines", dest="baselines", action="store_false", help="vergelijk niet met eenvoudige manieren")
    run.add_argument("--beir", type=Path, metavar="MAP", help="meet in plaats daarvan op gegevens van buiten, in BEIR-vorm")
    run.add_argument(
        "--index", type=Path, metavar="MAP", help="bewaar de index van die gegevens hier (anders: evals/results/beir/)"
    )
    compare = commands.add_parser("compare", help="zeg per vraag wat er tussen twee metingen veranderde")
    compare.add_argument("old", type=Path, metavar="OUD", help="map of JSON-bestand van de eerdere meting")
    compare.add_argument("new", type=Path, metavar="NIEUW", help="map of JSON-bestand van de latere meting")
    publish = commands.add_parser("publish", help="zet de uitslag van een meting op de pagina over Beleidswijzer")
    publish.add_argument("measured", type=Path, metavar="METING", help="map of JSON-bestand van een meting van alle vragen")
    publish.add_argument("--out", type=Path, default=PUBLISHED_FILE, metavar="BESTAND", help="schrijf de uitslag hier")
    fit = commands.add_parser("fit", help="bereken de gewichten van de beslissing om te antwoorden")
    fit.add_argument("--beir", type=Path, action="append", default=[], metavar="MAP", help="pas ook op deze vragen van buiten")
    ablate = commands.add_parser("ablate", help="laat elk signaal en elke stap om de beurt weg en meet wat dat kost")
    ablate.add_argument(
        "--beir", type=Path, action="append", default=[], metavar="MAP", help="meet ook op deze gegevens van buiten"
    )
    ablate.add_argument("--out", type=Path, metavar="BESTAND", help="schrijf de tabellen ook in dit bestand")
    chosen = parser.parse_args(arguments)
    if chosen.command == "run" and chosen.beir and (chosen.cases or chosen.url):
        run.error("--beir meet geen eigen vragen en geen draaiende dienst: laat --cases en --url weg.")
    if chosen.command == "run" and chosen.index and not chosen.beir:
        run.error("--index hoort bij --beir; de index van de eigen vragen is die van BELEIDSWIJZER_INDEX.")
    return chosen


def _run_beir(folder: Path, index_dir: Path | None, out: Path | None) -> int:
    # Loading torch takes seconds, as below.
    from evals.beir import run_beir

    return run_beir(folder, index_dir, out)


def _tune(chosen: argparse.Namespace) -> int:
    # Loading torch takes seconds, as below.
    from evals.tuning import print_ablation, print_fit

    return print_fit(chosen.beir) if chosen.command == "fit" else print_ablation(chosen.beir, chosen.out)


def _run(case_files: Sequence[Path], url: str | None, out: Path | None, baselines: bool) -> int:
    cases = load_cases(case_files)
    floors = load_floors()
    subject = find_subject(url)
    result = run_evals(_watch(cases, "Vragen"), subject)
    if baselines:
        result = replace(result, baselines=_run_baselines(cases, subject))
    folder = out or name_folder(result, datetime.now(UTC).date())
    save_run(result, folder, render_reports(result, floors))
    for group, members in split_in_halves(result.outcomes).items():
        table = measure_table(group, members, floors)
        print(f"{table.heading}\n\n{render_table(table)}\n")
    print(f"De hele uitslag staat in {folder}.")
    shortfalls = find_shortfalls(result.outcomes, floors)
    for shortfall in shortfalls:
        print(_describe_shortfall(shortfall), file=sys.stderr)
    return 1 if shortfalls else 0


def find_subject(url: str | None) -> Subject:
    """The running service at the address, or else the service in this process."""
    if url:
        return connect(url)
    # Loading torch takes seconds, which comparing runs or asking over HTTP should not.
    from evals.in_process import open_in_process

    return open_in_process()


def _run_baselines(cases: Sequence[Case], subject: Subject) -> tuple[BaselineRun, ...]:
    if subject.make_baselines is None:
        print("Niet vergeleken met eenvoudige manieren: over HTTP zijn documenten en model er niet bij.", file=sys.stderr)
        return ()
    ways = subject.make_baselines()
    return tuple(run_baseline(name, _watch(cases, name), ask, subject.text_of) for name, ask in ways.items())


def _watch(cases: Sequence[Case], heading: str) -> Iterable[Case]:
    watched: Iterable[Case] = tqdm(cases, desc=heading, unit="vraag", file=sys.stderr, disable=None)
    return watched


def _describe_shortfall(shortfall: Shortfall) -> str:
    values = f"{write_decimal(shortfall.value)} ({shortfall.group}), moet minstens {write_decimal(shortfall.floor)} zijn"
    wrong = f" Fout: {', '.join(shortfall.case_ids)}." if shortfall.case_ids else ""
    return f"Onder de ondergrens: {shortfall.heading} {values}.{wrong}"


def _compare(old: Path, new: Path) -> int:
    comparison = compare_runs(load_run(old), load_run(new))
    print(render_comparison(comparison), end="")
    return 1 if comparison.regressed else 0


def _publish(run: Path, out: Path) -> int:
    evaluation = make_evaluation(load_run(run), find_day(run), len(load_cases([])))
    write_evaluation(evaluation, out)
    print(f"De uitslag van {evaluation.measured_on} staat in {out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
