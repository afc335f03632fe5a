"""The commands ``python -m indexer build`` and ``python -m indexer status``."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from tqdm import tqdm

from corpus.manifest import ManifestError
from indexer.info import IndexInfo, IndexUnusableError, find_changed_corpus, find_mismatch, read_index_info
from indexer.limited_worker import CallLimits
from indexer.publishing import PublishingError, find_damaged_file
from indexer.settings import IndexSettings


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit status: 0 only if the index asked for is in use."""
    settings = IndexSettings()
    parser = argparse.ArgumentParser(prog="python -m indexer", description="Bouwt en beschrijft de index van Beleidswijzer.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="build|status")
    build = commands.add_parser("build", help="bouwt een index en neemt hem in gebruik")
    build.add_argument(
        "--corpus", type=Path, default=settings.corpus, help="map met manifest.toml en sources/ (nu: %(default)s)"
    )
    build.add_argument("--index", type=Path, default=settings.index, help="map waarin de index komt (nu: %(default)s)")
    build.add_argument("--if-stale", action="store_true", help="bouwt alleen als de index ontbreekt of verouderd is")
    status = commands.add_parser("status", help="zegt wat de index bevat")
    status.add_argument("--index", type=Path, default=settings.index, help="map waarin de index staat (nu: %(default)s)")
    chosen = parser.parse_args(arguments)
    if chosen.command == "status":
        return show_status(chosen.index, settings.corpus, settings.embedding_model)
    limits = CallLimits(settings.reading_seconds, settings.reading_megabytes)
    return build_and_report(chosen.corpus, chosen.index, settings.embedding_model, limits, only_if_stale=chosen.if_stale)


def build_and_report(corpus_dir: Path, index_dir: Path, model: str, limits: CallLimits, *, only_if_stale: bool) -> int:
    """Builds, with a progress bar on standard error and a summary on standard output."""
    if only_if_stale:
        reason = find_staleness(index_dir, corpus_dir, model)
        if reason is None:
            return 0
        print(reason)
    # Loading torch takes seconds, which a command that has nothing to build should not.
    from indexer.build import BuildError, build_index
    from indexer.embedding import ModelUnavailableError, load_encoder
    from indexer.packaged_weights import PackagedWeightsError

    try:
        encoder = load_encoder(model)
        with tqdm(desc="Teksten omzetten", unit=" teksten", disable=None) as bar:

            def show_progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            report = build_index(corpus_dir, index_dir, encoder, show_progress, limits)
    except (ManifestError, BuildError, PublishingError, ModelUnavailableError, PackagedWeightsError) as error:
        print(f"Niet gebouwd. {error}", file=sys.stderr)
        print("Een index die in gebruik was, blijft in gebruik.", file=sys.stderr)
        return 1
    print(f"Index {report.info.version} is in gebruik ({report.seconds:.1f} s, {report.embedded} teksten nieuw omgezet).")
    print_contents(report.info)
    return 0


def find_staleness(index_dir: Path, corpus_dir: Path, model: str) -> str | None:
    """Why an index has to be made, as a sentence, or None when the one in use is right and whole."""
    try:
        info, folder, sums = read_index_info(index_dir)
    except IndexUnusableError as error:
        return str(error).split(". Maak")[0] + "."
    if find_damaged_file(folder, sums):
        return "De index is beschadigd."
    mismatch = find_mismatch(info, model) or find_changed_corpus(info, corpus_dir)
    return f"De index {mismatch}." if mismatch else None


def show_status(index_dir: Path, corpus_dir: Path, model: str) -> int:
    """Prints what the index in use holds; exit status 1 when there is none that can be used with this model and this code."""
    try:
        info, folder, sums = read_index_info(index_dir)
    except IndexUnusableError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Index {info.version} in {folder}")
    print(f"Gebouwd op {info.built_at} ({_describe_age(info.built_at)} geleden), model {info.model}, vorm {info.format}")
    print_contents(info)
    damaged = find_damaged_file(folder, sums)
    unusable = f"is niet heel: {damaged} is beschadigd of weg" if damaged else find_mismatch(info, model)
    reason = unusable or find_changed_corpus(info, corpus_dir)
    print(f"Let op: de index {reason}. Maak hem opnieuw: python -m indexer build" if reason else "De index is heel en actueel.")
    return 1 if unusable else 0


def print_contents(info: IndexInfo) -> None:
    """Prints the counts, every document left out with why, and the remarks of the checks."""
    print(f"{info.documents} documenten, {info.passages} passages, {info.figures} cijfers")
    for name, reason in info.left_out:
        print(f"Weggelaten: {name} — {reason}")
    for remark in info.remarks:
        print(f"Opmerking: {remark}")
    for check in info.figure_checks:
        agree = f"{check.checked - len(check.problems)} van {check.checked} kloppen"
        print(f"Cijfers nagekeken: {check.name}: {agree if check.checked else 'niets na te kijken'}")
        for problem in check.problems:
            print(f"  Klopt niet: {problem}")
        for remark in check.remarks:
            print(f"  Let op: {remark}")


def _describe_age(built_at: str) -> str:
    seconds = (datetime.now(UTC) - datetime.fromisoformat(built_at)).total_seconds()
    if seconds < 3600:
        return f"{max(0, round(seconds / 60))} minuten"
    return f"{round(seconds / 3600)} uur" if seconds < 48 * 3600 else f"{round(seconds / 86400)} dagen"


if __name__ == "__main__":
    sys.exit(main())
