"""Runs the service in a thread on a free port of this machine, so that a browser can visit it as people do."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from indexer.store import OpenIndex
from service.__main__ import open_listener
from service.app import create_app
from service.settings import ServiceSettings

START_SECONDS = 20
STOP_SECONDS = 10


@contextmanager
def serve_index(index: OpenIndex) -> Iterator[str]:
    """The address of a running service over this index, without a slash at its end; it stops with the context."""
    app = create_app(ServiceSettings(), index=index)
    server = uvicorn.Server(uvicorn.Config(app, server_header=False, log_config=None, timeout_graceful_shutdown=1))
    with open_listener("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            _wait_until_started(server)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(STOP_SECONDS)


def _wait_until_started(server: uvicorn.Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        if time.monotonic() > deadline:
            raise TimeoutError(f"de dienst startte niet binnen {START_SECONDS} seconden")
        time.sleep(0.01)
