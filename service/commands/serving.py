"""Preparing and serving an installation."""

from __future__ import annotations

import socket

import typer
import uvicorn

from service.commands.opening import opened, prepared
from service.logs import configure_logs
from service.preparing import is_prepared, prepare
from service.refusals import Refusal
from service.settings import Settings

GRACE = 10  # seconds that running requests get when the service is told to stop


def run() -> None:
    """Prepare what is missing, then serve."""
    with opened() as services:
        if not is_prepared(services):
            typer.echo(f"preparing the catalogue in {services.settings.data_dir}", err=True)
            prepare(services)
    _serve(services.settings)


def initialise() -> None:
    """Prepare the installation; nothing changes when it is already up to date."""
    with opened() as services:
        prepare(services)


def serve() -> None:
    """Serve what has been prepared; refuses an installation that has not."""
    with prepared() as services:
        settings = services.settings
    _serve(settings)


def reindex() -> None:
    """Build the index of the present data version again."""
    with prepared() as services:
        services.recommendations.rebuild(services.engine)


class _Server(uvicorn.Server):
    """Says on stdout when it answers, for people and for scripts that wait for it."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            print(self._address, flush=True)


def _serve(settings: Settings) -> None:
    configure_logs()
    config = uvicorn.Config(
        "web.app:create_app",  # by name: service imports nothing of web
        factory=True,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=GRACE,
    )
    _refuse_taken_port(settings)
    _Server(config, settings.site).run()


def _refuse_taken_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise Refusal(
                f"cannot listen on {settings.host}:{settings.port} ({error.strerror}); "
                "set PORT to a free one"
            ) from None
