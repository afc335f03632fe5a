"""A corpus of a few small documents, and ways to break it, for the tests of building."""

from collections.abc import Sequence
from pathlib import Path

from indexer.build import BuildReport, build_index
from indexer.embedding import Embeddings, Encoder
from tests.fakes import FakeEncoder

VISIE = "Wonen\n\nDe gemeente bouwt woningen.\n\nZorg\n\nHet plan gaat in op:\n\n- huur\n- koop\n- zorg\n"
ADVIES = "Advies van de raad\n\nDe raad adviseert om meer te bouwen. Dat kan in Meerdam.\n"


def write_corpus(folder: Path, **texts: str | bytes) -> Path:
    """A corpus folder with a .txt document for each name; two documents when none is given."""
    contents = {f"{name}.txt": text for name, text in (texts or {"visie": VISIE, "advies": ADVIES}).items()}
    return write_files(folder, contents)


def write_files(folder: Path, contents: dict[str, str | bytes]) -> Path:
    """A corpus folder with these files in ``sources`` and a manifest that names them all."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    tables = []
    for name, content in contents.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / "sources" / name).write_bytes(raw)
        identifier = name.replace(".", "-").removesuffix("-txt")
        tables.append(
            f'[[document]]\nid = "{identifier}"\nfile = "sources/{name}"\ntitle = "Titel {identifier}"\npublisher = "Gemeente"\n'
            'date = "2025"\nkind = "visie"\nlanguage = "nl"\n'
        )
    (folder / "manifest.toml").write_text("\n".join(tables), encoding="utf-8")
    return folder


def build_small(folder: Path, encoder: Encoder | None = None) -> tuple[Path, Path, BuildReport]:
    """A small corpus and its index, as (corpus folder, index folder, report)."""
    corpus_dir, index_dir = write_corpus(folder / "corpus"), folder / "index"
    return corpus_dir, index_dir, build_index(corpus_dir, index_dir, encoder or FakeEncoder())


def snapshot_folder(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, but for the lock of a build."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


class FailingEncoder(FakeEncoder):
    """Fails at the second batch, in the middle of embedding."""

    def encode_passages(self, texts: Sequence[str]) -> Embeddings:
        if self.encoded:
            raise RuntimeError("geen geheugen meer")
        return super().encode_passages(texts)


class BatchEncoder(FakeEncoder):
    """Remembers which texts came together."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[str]] = []

    def encode_passages(self, texts: Sequence[str]) -> Embeddings:
        self.batches.append(list(texts))
        return super().encode_passages(texts)
