"""How the API answers: JSON for everybody to read, problems by name, links between pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from i18n.languages import Language
from web.api.refusals import Refused, told
from web.errors import UNUSABLE, language_of_request, tell
from web.rendering import PRIVATE, PUBLIC

# Any page may read public data; what it needs to see of the headers is named.
SHARED = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link",
}


def public(body: BaseModel, headers: Mapping[str, str] | None = None) -> Response:
    """Data that is the same for everybody; kept by the page cache, which adds the ETag."""
    return _json(body, {"cache-control": PUBLIC, **SHARED, **(headers or {})})


def private(body: BaseModel, language: Language) -> Response:
    """An answer to what somebody wrote: nothing may keep it."""
    return _json(body, {"cache-control": PRIVATE, "content-language": language.value, **SHARED})


def refuse(
    request: Request, refused: Iterable[Refused], language: Language | None = None
) -> Response:
    """422 naming every value that was not accepted, in a language or that of the request."""
    language = language or language_of_request(request)
    errors = [told(each, language) for each in dict.fromkeys(refused)]
    return tell(request, UNUSABLE, {"errors": errors}, language=language)


def page_links(request: Request, *, page: int, per_page: int, total: int) -> dict[str, str]:
    """The `Link` header (RFC 8288) of a paged list."""
    pages = max(1, -(-total // per_page))
    numbers = {"first": 1, "last": pages}
    if page > 1:
        numbers["prev"] = min(page - 1, pages)
    if page < pages:
        numbers["next"] = page + 1
    links = (f'<{_page(request, number)}>; rel="{rel}"' for rel, number in numbers.items())
    return {"link": ", ".join(links)}


def _page(request: Request, number: int) -> str:
    others = [pair for pair in request.query_params.multi_items() if pair[0] != "page"]
    site = request.app.state.services.settings.site
    return f"{site}{request.url.path}?{urlencode([*others, ('page', str(number))])}"


def _json(body: BaseModel, headers: Mapping[str, Any]) -> Response:
    # Left-out fields stay out: `body` and the ends of a capital range are there only when known.
    content = body.model_dump_json(exclude_unset=True)
    return Response(content, 200, dict(headers), media_type="application/json")
