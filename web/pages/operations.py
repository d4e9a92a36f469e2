"""What those who run the site ask: is it alive, is it ready, how is it doing."""

from __future__ import annotations

import ipaddress
import logging

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import JSONResponse, Response

from catalogue.data_version import data_version
from service.bootstrap import Services
from service.database import reading
from web.dependencies import ServicesOf
from web.errors import PageNotFoundError
from web.rendering import PRIVATE

router = APIRouter()
_log = logging.getLogger("web.operations")
_UNCACHED = {"cache-control": PRIVATE}
# A reverse proxy on the same machine connects from loopback too, but says for whom.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


@router.get("/healthz")
def alive() -> Response:
    """The process answers; nothing else is asked."""
    return JSONResponse({"status": "alive"}, headers=_UNCACHED)


@router.get("/readyz")
def ready(services: ServicesOf) -> Response:
    """The database answers and an index is mapped, every byte of it verified; else 503."""
    problem = _problem(services)
    status = {"status": "ready"} if problem is None else {"status": "not ready", "problem": problem}
    return JSONResponse(status, 200 if problem is None else 503, headers=_UNCACHED)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Counters and timings for Prometheus; to anybody but this machine the page does not exist."""
    if not _is_local(request):
        raise PageNotFoundError
    return Response(generate_latest(), headers=_UNCACHED, media_type=CONTENT_TYPE_LATEST)


def _problem(services: Services) -> str | None:
    try:
        with reading(services.engine) as session:
            data_version(session)
    except SQLAlchemyError:
        _log.exception("the database does not answer")
        return "database"
    return None if services.recommendations.is_ready else "index"


def _is_local(request: Request) -> bool:
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False
