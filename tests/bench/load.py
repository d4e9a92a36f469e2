"""A small load generator on plain sockets: kept-alive connections, one request at a time each.

It must cost less than the server it measures, so it reads only the head of a reply and counts
the bytes of the rest.
"""

from __future__ import annotations

import json
import selectors
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from time import perf_counter

_HEAD = (
    "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: caunoi-bench\r\n"
    "Accept: text/html,*/*\r\nAccept-Encoding: {encoding}\r\n"
)


@dataclass(frozen=True, slots=True)
class Load:
    """Replies a second, how many bytes each had, and every reply's seconds in rising order."""

    per_second: float
    size: float
    seconds: tuple[float, ...]

    def percentile(self, share: float) -> float:
        """Milliseconds that this share of the replies stayed under."""
        return percentile(self.seconds, share)


class RefusedError(Exception):
    """The server answered with another status than 200."""


def percentile(seconds: tuple[float, ...], share: float) -> float:
    """Milliseconds that a share of rising seconds stays under."""
    return seconds[min(len(seconds) - 1, int(len(seconds) * share))] * 1e3


def requests(port: int, paths: Iterator[str], *, encoding: str = "identity") -> Iterator[bytes]:
    """GET requests of these paths."""
    head = partial(_HEAD.format, method="GET", port=port, encoding=encoding)
    return (f"{head(path=path)}\r\n".encode() for path in paths)


def posts(port: int, path: str, bodies: Iterator[object]) -> Iterator[bytes]:
    """POST requests with JSON bodies."""
    head = _HEAD.format(method="POST", path=path, port=port, encoding="identity")
    for body in bodies:
        sent = json.dumps(body).encode()
        fields = f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
        yield (head + fields).encode() + sent


def load(port: int, asked: Iterator[bytes], *, seconds: float, connections: int = 4) -> Load:
    """Send the requests in turn for some seconds, or until there are none left.

    The last replies are waited for: no server is still busy when the next one is measured.
    """
    selector = selectors.DefaultSelector()
    begin = perf_counter()
    for request in islice(asked, connections):
        client = _Client(port)
        selector.register(client.socket, selectors.EVENT_READ, client)
        client.ask(request)
    replies = list(_replies(selector, asked, until=begin + seconds))
    elapsed = perf_counter() - begin
    times = sorted(taken for taken, _ in replies)
    return Load(len(times) / elapsed, sum(size for _, size in replies) / len(times), tuple(times))


def _replies(
    selector: selectors.BaseSelector, asked: Iterator[bytes], *, until: float
) -> Iterator[tuple[float, int]]:
    while selector.get_map():
        for key, _ in selector.select(1):
            client: _Client = key.data
            if not client.is_answered():
                continue
            now = perf_counter()
            yield now - client.started, client.size
            request = next(asked, None) if now < until else None
            if request:
                client.ask(request)
            else:
                selector.unregister(client.socket)
                client.socket.close()


class _Client:
    _chunk = memoryview(bytearray(262_144))

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.started = 0.0
        self.size = 0
        self._head = b""
        self._missing = 0

    def ask(self, request: bytes) -> None:
        self._head, self._missing, self.size = b"", -1, 0
        self.started = perf_counter()
        self.socket.sendall(request)

    def is_answered(self) -> bool:
        count = self.socket.recv_into(self._chunk)
        if not count:
            raise RefusedError("the server closed the connection")
        if self._missing >= 0:
            self._missing -= count
        else:
            self._read_head(bytes(self._chunk[:count]))
        return self._missing == 0

    def _read_head(self, received: bytes) -> None:
        self._head += received
        end = self._head.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self._head[:end].lower()
        if not head.startswith(b"http/1.1 200"):
            raise RefusedError(head.decode("latin-1"))
        self.size = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        self._missing = end + 4 + self.size - len(self._head)
