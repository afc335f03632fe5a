"""The settings of the running service: those of the index, and where and how much it listens to."""

import os

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

    maximum_at_once: int = Field(default_factory=lambda: 2 * (os.cpu_count() or 1), ge=1)
    """Requests that work at once; 2 for each core, as more only make each other slower."""

    maximum_waiting: int = Field(default=32, ge=0)
    """Requests that wait for their turn; who comes next is told to come back (503 with Retry-After)."""

    longest_wait_seconds: float = Field(default=5.0, gt=0)
    """How long a request waits for its turn before it is told to come back."""
