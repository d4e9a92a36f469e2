"""The public API under /api/v1 (DESIGN §4): catalogue, matches, bulk files, description."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.responses import JSONResponse, Response

from web.api import exports, listings, matches, vocabularies
from web.api.description import openapi
from web.api.operations import PREFIX
from web.api.replies import SHARED
from web.dependencies import ServicesOf
from web.rendering import PUBLIC

__all__ = ["router"]

router = APIRouter(prefix=PREFIX, include_in_schema=False)
_PREFLIGHT = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Content-Type, Accept-Language, If-None-Match",
    "access-control-max-age": "86400",
}


@router.get("/openapi.json")
def openapi_document(services: ServicesOf) -> Response:
    """The OpenAPI 3.1 document."""
    document = openapi(services.reference.read(), services.settings.site)
    return JSONResponse(document, headers={"cache-control": PUBLIC, **SHARED})


async def _preflight(request: Request) -> Response:
    return Response(status_code=204, headers=_PREFLIGHT)


_PARTS = (listings.router, matches.router, vocabularies.router, exports.router)
_PATHS = {route.path for part in _PARTS for route in part.routes if isinstance(route, APIRoute)}
for part in _PARTS:
    router.include_router(part)
for path in sorted({"/openapi.json", *_PATHS}):
    router.add_api_route(path, _preflight, methods=["OPTIONS"])
