"""The project keeps its own rules: layers, sizes, documentation that names everything, nothing of one machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.settings import IndexSettings
from service.app import create_app
from service.settings import ServiceSettings

PROJECT = Path(__file__).parent.parent
LONGEST_FILE = 250  # lines
WRITTEN_BY_US = {".py", ".html", ".css", ".js"}
COMMANDS = (
    *("make serve", "make test", "python -m indexer build", "python -m indexer status", "python -m service"),
    *("python -m evals run", "python -m evals compare"),
)
OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "indexer": {"build": ("--corpus", "--index"), "status": ("--index",)},
    "service": {"": ("--index", "--host", "--port")},
    "evals": {"run": ("--cases", "--url", "--out"), "compare": ()},
}
# Hosts, folders and addresses that only one machine or network knows.
OF_ONE_MACHINE = re.compile(
    r"/(?:home|root|Users|work|workspace|mnt)/\w|\b(?:pypi|files|npm|proxy|registry|artifactory|nexus)\.[\w-]+\.(?:com|net|org|nl|io|internal)\b"
    r"|\.(?:internal|corp|lan)\b|--(?:extra-)?index-url|\b(?:10|192\.168)\.\d+\.\d+\.\d+\b"
)


def tracked_files() -> list[Path]:
    """The files that are or would be part of the project, as git sees them."""
    command = ["git", "-C", str(PROJECT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    found = subprocess.run(command, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("not a git checkout")
    paths = (PROJECT / name for name in found.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def read_page(*names: str) -> str:
    return "\n".join((PROJECT / name).read_text(encoding="utf-8") for name in names if (PROJECT / name).is_file())


def test_imports_go_from_evals_to_service_to_indexer_to_corpus_and_never_back() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache"]
    checked = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 broken" in checked.stdout


def test_no_file_of_ours_is_longer_than_250_lines() -> None:
    lengths = {
        str(path.relative_to(PROJECT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked_files()
        if path.suffix in WRITTEN_BY_US
    }
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


@pytest.mark.parametrize("name", sorted({*ServiceSettings.model_fields, *IndexSettings.model_fields}))
def test_every_setting_is_documented_with_its_environment_variable(name: str) -> None:
    assert f"BELEIDSWIJZER_{name.upper()}" in read_page("docs/instellingen.md", "README.md")


def test_no_setting_is_documented_that_does_not_exist() -> None:
    documented = set(re.findall(r"BELEIDSWIJZER_([A-Z_]+)", read_page("docs/instellingen.md", "README.md")))
    assert documented <= {name.upper() for name in ServiceSettings.model_fields}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert command in read_page("README.md")


@pytest.mark.parametrize("path", sorted(create_app(ServiceSettings()).state.description["paths"]))
def test_every_address_of_the_api_stands_in_the_readme(path: str) -> None:
    assert path in read_page("README.md")


@pytest.mark.parametrize("module", OPTIONS)
def test_every_command_of_the_contract_exists_with_its_options(module: str) -> None:
    for command, options in OPTIONS[module].items():
        called = [sys.executable, "-m", module, *([command] if command else []), "--help"]
        shown = subprocess.run(called, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
        assert shown.returncode == 0, shown.stderr
        assert all(option in shown.stdout for option in options)


def test_nothing_of_one_machine_or_network_stands_in_the_files() -> None:
    found = []
    for path in tracked_files():
        if path == Path(__file__) or "sources" in path.parts:
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{path.relative_to(PROJECT)}: {match.group()}" for match in OF_ONE_MACHINE.finditer(text)]
    assert found == []


def test_every_module_says_why_it_exists() -> None:
    modules = [path for path in tracked_files() if path.suffix == ".py" and path.name != "__init__.py"]
    modules = [path for path in modules if "tests" not in path.parts]
    assert [str(path) for path in modules if not path.read_text(encoding="utf-8").lstrip().startswith('"""')] == []
