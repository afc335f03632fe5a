"""The settings of the running service: those of the index, and where and how much it listens to."""

from pydantic import Field

from indexer.settings import IndexSettings


class ServiceSettings(IndexSettings):
    """What the service needs to start; each also ``BELEIDSWIJZER_<NAME>`` in the environment."""

    host: str = "127.0.0.1"
    """Address to listen on: this machine alone, unless somebody chooses otherwise."""

    port: int = Field(default=8000, ge=0, le=65535)
    """Port to listen on; 0 lets the system pick a free one, which the start prints."""

    maximum_body_bytes: int = Field(default=262_144, ge=1)
    """The largest request body that is read, in bytes: room for 20 turns with long answers, and no more."""
