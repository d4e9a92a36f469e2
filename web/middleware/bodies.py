"""A request body larger than any form of ours is refused while it is still arriving."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Bytes. A profile of 20,000 Korean letters is 180,000 bytes in a form and 120,000 in escaped JSON.
LIMIT = 256 * 1024


class BodyTooLargeError(Exception):
    """The body is larger than LIMIT bytes."""


class BodyLimit:
    """Raise BodyTooLargeError inside the application once a body passes `LIMIT` bytes."""

    def __init__(self, app: ASGIApp, *, limit: int = LIMIT) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        seen = 0

        async def receive_limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._limit:
                raise BodyTooLargeError
            return message

        await self._app(scope, receive_limited, send)
