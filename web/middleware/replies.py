"""Plain replies for refusals that come before there is a page."""

from __future__ import annotations

from starlette.types import Send


async def send_text(send: Send, status: int, text: str) -> None:
    """Send a short UTF-8 text with its status; nothing may keep it."""
    body = text.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
