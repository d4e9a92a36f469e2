"""Requests addressed to a host that is not ours are refused before anything reads them."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from web.middleware.replies import send_text

_REFUSAL = (
    "Địa chỉ máy chủ không hợp lệ. Xin dùng địa chỉ chính thức của trang.\n"
    "Unknown host. Use the official address of this site.\n"
    "잘못된 호스트 주소입니다. 이 사이트의 공식 주소를 이용해 주십시오.\n"
    "ホスト名が正しくありません。本サイトの正式なアドレスをご利用ください。\n"
)


class AllowedHosts:
    """Let through only requests whose Host header names one of `allowed` (lower case)."""

    def __init__(self, app: ASGIApp, *, allowed: frozenset[str]) -> None:
        self._app = app
        self._allowed = frozenset(name.encode("latin-1") for name in allowed)
        self._seen: set[bytes] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._is_allowed(scope["headers"]):
            await self._app(scope, receive, send)
        else:
            await send_text(send, 400, _REFUSAL)

    def _is_allowed(self, headers: list[tuple[bytes, bytes]]) -> bool:
        hosts = [value for name, value in headers if name == b"host"]
        return len(hosts) == 1 and (hosts[0] in self._seen or self._check(hosts[0]))

    def _check(self, host: bytes) -> bool:
        name, port = _split(host.lower())
        fits = name in self._allowed and (not port or port.isdigit())
        if fits and len(self._seen) < 64:  # a client may vary port and case; do not grow forever
            self._seen.add(host)
        return fits


def _split(host: bytes) -> tuple[bytes, bytes]:
    if host.startswith(b"["):
        name, closed, rest = host[1:].partition(b"]")
        return (name if closed else b""), rest.removeprefix(b":")
    name, _, port = host.partition(b":")
    return name, port
