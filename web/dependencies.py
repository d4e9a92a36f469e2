"""What a handler may ask for: the services and the language of the page."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from service.bootstrap import Services


async def _services(request: Request) -> Services:
    return cast(Services, request.app.state.services)


ServicesOf = Annotated[Services, Depends(_services)]
