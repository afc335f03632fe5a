"""``python -m service``: serves an index that is already built, and says in Dutch why when it can't."""

import argparse
import errno
import logging
import socket
import sys
from collections.abc import Sequence

import uvicorn
from pydantic import ValidationError

from service.app import create_app
from service.http.access_log import QuestionFilter
from service.settings import ServiceSettings

_SHUTDOWN_SECONDS = 10  # what is being answered may finish; a caller that never reads may not keep the process alive


class ListeningError(OSError):
    """The service can't listen where the settings say; the message says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until stopped; returns the exit status, 1 when the start failed."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s: %(message)s")
    try:
        settings = read_settings(arguments)
        listener = open_listener(settings.host, settings.port)
    except ValidationError as error:
        names = ", ".join(".".join(map(str, detail["loc"])) for detail in error.errors())
        print(f"Deze instellingen kloppen niet: {names}. Verbeter de optie of de omgevingsvariabele.", file=sys.stderr)
        return 1
    except ListeningError as error:
        print(error, file=sys.stderr)
        return 1
    with listener:
        return serve(settings, listener)


def read_settings(arguments: Sequence[str] | None) -> ServiceSettings:
    """The settings of the environment, with the options of the command line over them."""
    parser = argparse.ArgumentParser(prog="python -m service", description="Serveert een index die al is gebouwd.")
    parser.add_argument("--index", metavar="MAP", help="map met de index")
    parser.add_argument("--host", metavar="ADRES", help="adres om op te luisteren")
    parser.add_argument("--port", metavar="POORT", help="poort om op te luisteren; 0 kiest een vrije poort")
    chosen = {name: value for name, value in vars(parser.parse_args(arguments)).items() if value is not None}
    return ServiceSettings(**chosen)


def open_listener(host: str, port: int) -> socket.socket:
    """A socket that listens on this address; raises ListeningError when that is not possible."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = "die poort is al in gebruik" if error.errno == errno.EADDRINUSE else f"het systeem meldt: {error.strerror}"
        raise ListeningError(
            f"Luisteren op {host}, poort {port}, lukt niet: {reason}. "
            f"Kies een ander adres met --host of een andere poort met --port."
        ) from error
    # asyncio sets this only on sockets that it opens itself; without it the second half of every answer on an open
    # connection waits 40 ms for an acknowledgement. Accepted connections take it over from the listener.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def serve(settings: ServiceSettings, listener: socket.socket) -> int:
    """Serves on this socket until a signal comes or the index turns out unusable; returns the exit status."""

    def end_start() -> None:
        server.should_exit = True

    app = create_app(settings, on_failure=end_start)
    server = uvicorn.Server(uvicorn.Config(app, server_header=False, timeout_graceful_shutdown=_SHUTDOWN_SECONDS))
    logging.getLogger("uvicorn.access").addFilter(QuestionFilter())
    host, port = listener.getsockname()[:2]
    print(f"Beleidswijzer: http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)
    server.run(sockets=[listener])
    if app.state.index_failure is None:
        return 0
    print(f"De dienst is gestopt. {app.state.index_failure}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
