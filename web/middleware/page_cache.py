"""Public replies are kept in memory per path, query and data version, with their ETags.

Only replies that say `Cache-Control: public` are kept. Whatever a person typed on the match
page is answered `no-store` and never gets here.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Headers = tuple[tuple[bytes, bytes], ...]
Key = tuple[str, bytes]
_COMPRESSIBLE = (
    b"text/",
    b"application/json",
    b"application/ld+json",
    b"application/xml",
    b"application/atom+xml",
    b"application/problem+json",
    b"image/svg+xml",
)


@dataclass(frozen=True, slots=True)
class _Kept:
    headers: Headers
    body: bytes
    etag: bytes
    headers_gzip: Headers
    body_gzip: bytes


class PageCache:
    """Answer repeated public GETs from memory; at most `limit` bytes of bodies are kept."""

    def __init__(
        self, app: ASGIApp, *, version: Callable[[], Awaitable[int]], limit: int = 64 * 2**20
    ) -> None:
        self._app = app
        self._version = version
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._kept_version = -1

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        if scope["method"] == "HEAD":  # routes only know GET; the body is dropped on the way out
            send = _without_body(send)
        version = await self._version()
        self._forget_older(version)
        key = (scope["path"], scope["query_string"])
        kept = self._kept.get(key)
        if kept is None:
            kept = await self._fetch(key, version, scope, receive, send)
        else:
            self._kept.move_to_end(key)
        if kept is not None:
            await _answer(kept, scope, send)

    def _forget_older(self, version: int) -> None:
        if version != self._kept_version:
            self._kept.clear()
            self._size, self._kept_version = 0, version

    async def _fetch(
        self, key: Key, version: int, scope: Scope, receive: Receive, send: Send
    ) -> _Kept | None:
        """Run the application; what may not be kept has then already been sent."""
        recorder = _Recorder(send)
        await self._app({**scope, "method": "GET"}, receive, recorder)
        if recorder.start is None:
            return None
        kept = _keep(recorder.start["headers"], bytes(recorder.body))
        if version == self._kept_version:
            self._store(key, kept)
        return kept

    def _store(self, key: Key, kept: _Kept) -> None:
        self._size += len(kept.body) + len(kept.body_gzip)
        self._kept[key] = kept
        while self._size > self._limit:
            _, oldest = self._kept.popitem(last=False)
            self._size -= len(oldest.body) + len(oldest.body_gzip)


class _Recorder:
    """Hold back a public 200 reply; pass everything else on as it comes."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.start: Message | None = None
        self.body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_public(message):
            self.start = message
        elif self.start is not None and message["type"] == "http.response.body":
            self.body += message.get("body", b"")
        else:
            await self._send(message)


def _is_public(start: Message) -> bool:
    control = dict(start["headers"]).get(b"cache-control", b"")
    return bool(start["status"] == 200) and control.startswith(b"public")


def _keep(headers: list[tuple[bytes, bytes]], body: bytes) -> _Kept:
    digest = hashlib.blake2b(body, digest_size=12).hexdigest()
    rest = tuple(h for h in headers if h[0] not in (b"content-length", b"etag"))
    packed = gzip.compress(body, 6, mtime=0) if _compressible(rest) and len(body) > 512 else b""
    etag, etag_gzip = f'"{digest}"'.encode(), f'"{digest}-gz"'.encode()
    return _Kept(
        headers=(*rest, (b"etag", etag), (b"vary", b"accept-encoding"), _length(body)),
        body=body,
        etag=etag,
        headers_gzip=(
            *rest,
            (b"etag", etag_gzip),
            (b"vary", b"accept-encoding"),
            (b"content-encoding", b"gzip"),
            _length(packed),
        ),
        body_gzip=packed,
    )


def _compressible(headers: Headers) -> bool:
    return dict(headers).get(b"content-type", b"").startswith(_COMPRESSIBLE)


def _length(body: bytes) -> tuple[bytes, bytes]:
    return (b"content-length", str(len(body)).encode())


async def _answer(kept: _Kept, scope: Scope, send: Send) -> None:
    asked = match = b""
    for name, value in scope["headers"]:
        if name == b"accept-encoding":
            asked = value
        elif name == b"if-none-match":
            match = value
    packed = bool(kept.body_gzip) and b"gzip" in asked
    headers, body = (kept.headers_gzip, kept.body_gzip) if packed else (kept.headers, kept.body)
    if match and (kept.etag[:-1] in match or match.strip() == b"*"):
        await send({"type": "http.response.start", "status": 304, "headers": _for_304(headers)})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _without_body(send: Send) -> Send:
    async def send_headers(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_headers


def _for_304(headers: Headers) -> Headers:
    return tuple(h for h in headers if h[0] not in (b"content-length", b"content-encoding"))
