"""The web application: what it is made of and in which order requests pass through it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from matching.settling import settle
from service.bootstrap import Services, assemble
from service.database import THREADS
from service.settings import read_settings
from service.versions import DataVersions
from web import errors
from web.api import router as api
from web.middleware.access import AccessLog
from web.middleware.bodies import BodyLimit
from web.middleware.headers import SecurityHeaders
from web.middleware.hosts import AllowedHosts
from web.middleware.page_cache import PageCache
from web.pages import routers
from web.urls import STATIC

# FastAPI could report requests elsewhere; ours are counted by `AccessLog` and stay here.
_SILENT: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "auto_configure": False,
}


def create_app(services: Services | None = None) -> FastAPI:
    """The application of an installation; uvicorn calls this as a factory."""
    services = services or assemble(read_settings())
    app = FastAPI(
        title="Cầu Nối",
        lifespan=_lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        middleware=_middleware(services),
        redirect_slashes=False,
        telemetry=_SILENT,
    )
    app.state.services = services
    for router in routers:
        app.include_router(router, include_in_schema=False)
    app.include_router(api)
    app.mount("/static", _Assets(directory=STATIC))
    errors.install(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    await run_in_threadpool(_warm_up, app.state.services)
    yield
    app.state.services.close()


def _warm_up(services: Services) -> None:
    """Read vocabularies and map the index before the first request asks for them."""
    services.reference.read()
    services.recommendations.warm_up(services.engine)
    settle()


def _middleware(services: Services) -> list[Middleware]:
    """From the outside in."""
    settings = services.settings
    return [
        Middleware(AccessLog),
        Middleware(AllowedHosts, allowed=settings.allowed_hosts),
        Middleware(PageCache, version=_version_reader(services.versions)),
        Middleware(SecurityHeaders, https=settings.site.startswith("https://")),
        Middleware(BodyLimit),
    ]


def _version_reader(versions: DataVersions) -> Callable[[], Awaitable[int]]:
    async def version() -> int:
        known = versions.known
        return known if known is not None else await run_in_threadpool(versions.read)

    return version


class _Assets(StaticFiles):
    """Static files, kept by browsers for ever: their addresses carry the content's hash."""

    def file_response(self, *args: object, **kwargs: object) -> ASGIApp:  # type: ignore[override]
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response
