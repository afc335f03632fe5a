"""``python -m service`` serves, or says in Dutch why it can't and ends with 1."""

import socket
import threading
import time
from pathlib import Path

import httpx2
import pytest
import uvicorn

from indexer.store import OpenIndex
from service.__main__ import ListeningError, main, open_listener, read_settings
from service.app import create_app
from service.settings import ServiceSettings


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ServiceSettings.model_fields:
        monkeypatch.delenv(f"BELEIDSWIJZER_{name.upper()}", raising=False)


def test_without_options_the_settings_are_those_of_the_documentation() -> None:
    settings = read_settings([])
    assert (settings.host, settings.port, settings.maximum_body_bytes) == ("127.0.0.1", 8000, 262_144)


def test_the_environment_sets_and_an_option_overrides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELEIDSWIJZER_PORT", "8123")
    monkeypatch.setenv("BELEIDSWIJZER_HOST", "0.0.0.0")
    settings = read_settings(["--port", "8456", "--index", "elders"])
    assert (settings.host, settings.port, settings.index) == ("0.0.0.0", 8456, Path("elders"))


@pytest.mark.parametrize("port", ["-1", "65536", "acht", ""])
def test_an_impossible_port_ends_with_1_and_names_the_setting(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"--port={port}"]) == 1
    assert "port" in capsys.readouterr().err


def test_a_wrong_environment_variable_ends_with_1_and_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BELEIDSWIJZER_MAXIMUM_BODY_BYTES", "veel")
    assert main([]) == 1
    assert "maximum_body_bytes" in capsys.readouterr().err


def test_a_taken_port_ends_with_1_and_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with open_listener("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 1
    message = capsys.readouterr().err
    assert str(port) in message
    assert "--port" in message


@pytest.mark.parametrize("host", ["bestaat-niet.invalid", "203.0.113.1", "::zz"])
def test_an_address_that_is_not_this_machine_s_is_refused(host: str) -> None:
    with pytest.raises(ListeningError, match="--host"):
        open_listener(host, 0)


def test_an_index_that_is_not_there_ends_with_1_and_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--index", str(tmp_path / "leeg"), "--port", "0"]) == 1
    message = capsys.readouterr().err
    assert "python -m indexer build" in message
    assert "Traceback" not in message


def test_an_answer_on_an_open_connection_is_not_held_back() -> None:
    with open_listener("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_real_server_answers_with_problems_and_without_its_name(fake_index: OpenIndex) -> None:
    server = uvicorn.Server(
        uvicorn.Config(create_app(ServiceSettings(), index=fake_index), server_header=False, log_config=None)
    )
    with open_listener("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            wait_until_started(server)
            with httpx2.Client(base_url=address) as client:
                assert client.head("/v1/documenten").status_code == 200
                assert "server" not in client.get("/v1/documenten").headers
                chunks = (b" " * 65_536 for _ in range(5))
                response = client.post("/v1/vragen", content=chunks, headers={"Content-Type": "application/json"})
                assert (response.status_code, response.headers["Content-Type"]) == (413, "application/problem+json")
        finally:
            server.should_exit = True
            thread.join(10)


def wait_until_started(server: uvicorn.Server) -> None:
    deadline = time.monotonic() + 10
    while not server.started:
        assert time.monotonic() < deadline, "not started in time"
        time.sleep(0.01)
