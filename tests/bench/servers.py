"""The servers that are compared, each a process of its own with the settings the product uses."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, perf_counter, sleep

ROOT = Path(__file__).parents[2]
_PATIENCE = 1200  # seconds; an index of another vocabulary is built again on starting


@contextmanager
def product(data: Path, *, log: Path = Path(os.devnull)) -> Iterator[int]:
    """`caunoi serve` on a prepared installation; its access log goes to a file."""
    port = _free_port()
    with _running([*PRODUCT, "serve"], port, log, environment=environment(data, port)):
        yield port


@contextmanager
def peer(name: str, data: Path, *, size: int = 0) -> Iterator[int]:
    """An application of `tests.bench.peers` under uvicorn."""
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", f"tests.bench.peers:{name}", "--factory"]
    settings = ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--no-server-header"]
    own = {"BENCH_DATABASE": f"sqlite:///{data / 'caunoi.db'}", "BENCH_SIZE": str(size)}
    with _running(
        [*command, *settings, "--log-level", "warning", "--port", str(port)],
        port,
        Path(os.devnull),
        environment={**os.environ, **own},
    ):
        yield port


PRODUCT = (sys.executable, "-m", "service")


def environment(data: Path, port: int) -> dict[str, str]:
    """The settings of an installation."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAUNOI_")}
    return {**kept, "CAUNOI_DATA_DIR": str(data), "CAUNOI_PORT": str(port)}


def seconds_until_it_answers(data: Path) -> float:
    """How long a prepared installation takes from the start of its process to its first page."""
    begin = perf_counter()
    with product(data):
        return perf_counter() - begin


@contextmanager
def _running(
    command: list[str], port: int, log: Path, *, environment: dict[str, str]
) -> Iterator[None]:
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=file
        )
        try:
            _wait(process, port)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = monotonic() + _PATIENCE
    while monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.005)
    raise RuntimeError(f"{process.args!r} does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
