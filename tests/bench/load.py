"""A small load generator on plain sockets: kept-alive connections, one request at a time each."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Load:
    """Replies a second and the milliseconds that half and 99 % of them stayed under."""

    per_second: float
    p50: float
    p99: float


class _Client:
    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.started = 0.0
        self.buffer = b""
        self.wanted = -1

    def ask(self, request: bytes) -> None:
        self.buffer, self.wanted, self.started = b"", -1, perf_counter()
        self.socket.sendall(request)

    def is_answered(self) -> bool:
        self.buffer += self.socket.recv(262_144)
        if self.wanted < 0 and (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end].lower()
            if not head.startswith(b"http/1.1 200"):
                raise RuntimeError(head.decode("latin-1"))
            length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
            self.wanted = end + 4 + length
        return 0 <= self.wanted <= len(self.buffer)


def load(port: int, paths: Sequence[str], *, seconds: float = 4, connections: int = 8) -> Load:
    """Ask for the paths in turn for some seconds after a short warm-up."""
    _run(port, paths, seconds / 4, connections)
    times, elapsed = _run(port, paths, seconds, connections)
    times.sort()
    return Load(
        len(times) / elapsed, times[len(times) // 2] * 1e3, times[int(len(times) * 0.99)] * 1e3
    )


def _run(
    port: int, paths: Sequence[str], seconds: float, connections: int
) -> tuple[list[float], float]:
    requests = cycle(
        [f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode() for path in paths]
    )
    selector = selectors.DefaultSelector()
    clients = [_Client(port) for _ in range(connections)]
    for client in clients:
        selector.register(client.socket, selectors.EVENT_READ, client)
        client.ask(next(requests))
    times: list[float] = []
    begin = perf_counter()
    while perf_counter() - begin < seconds:
        for key, _ in selector.select(1):
            if key.data.is_answered():
                times.append(perf_counter() - key.data.started)
                key.data.ask(next(requests))
    elapsed = perf_counter() - begin
    for client in clients:
        client.socket.close()
    return times, elapsed
