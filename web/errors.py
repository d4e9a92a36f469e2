"""What goes wrong, turned into a status and a page or a problem document in one table."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.negotiation import language_of_path, negotiate
from web.middleware.bodies import BodyTooLargeError
from web.rendering import PRIVATE, render

_log = logging.getLogger("web.errors")


class PageNotFoundError(Exception):
    """Nothing is published at this address."""


class ListingWithdrawnError(Exception):
    """The listing was published once and has been taken back."""

    def __init__(self, public_id: str, *, on: str | None, reason: str | None) -> None:
        super().__init__(public_id)
        self.on, self.reason = on, reason


@dataclass(frozen=True, slots=True)
class Situation:
    """How one kind of failure is told: status, what happened, what to do next."""

    status: int
    title: str
    advice: str


NOT_FOUND = Situation(
    404,
    N_("There is no page at this address"),
    N_("Check the address, or search the catalogue."),
)
WITHDRAWN = Situation(
    410,
    N_("This listing has been withdrawn"),
    N_("Similar listings may still be in the catalogue."),
)
UNUSABLE = Situation(
    422, N_("Some answers need changing"), N_("Correct the values named below and send again.")
)
TOO_LARGE = Situation(
    413,
    N_("The text is too long"),
    N_("Shorten it to 20,000 characters at most and send it again."),
)
WRONG_METHOD = Situation(
    405, N_("This address cannot be used that way"), N_("Open the address in a browser instead.")
)
BAD_REQUEST = Situation(
    400,
    N_("We could not read this request"),
    N_("Check the address and the form, then send again."),
)
FAILED = Situation(
    500,
    N_("Something went wrong"),
    N_("The fault is ours and has been recorded. Try again in a few minutes."),
)
_BY_STATUS = {
    s.status: s
    for s in (NOT_FOUND, WITHDRAWN, UNUSABLE, TOO_LARGE, WRONG_METHOD, BAD_REQUEST, FAILED)
}


def install(app: FastAPI) -> None:
    """Register the handlers of every failure the site tells people about."""
    app.add_exception_handler(PageNotFoundError, _not_found)
    app.add_exception_handler(ListingWithdrawnError, _withdrawn)
    app.add_exception_handler(BodyTooLargeError, _too_large)
    app.add_exception_handler(RequestValidationError, _unusable)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _failed)


async def _not_found(request: Request, error: Exception) -> Response:
    return tell(request, NOT_FOUND)


async def _withdrawn(request: Request, error: Exception) -> Response:
    assert isinstance(error, ListingWithdrawnError)
    return tell(request, WITHDRAWN, {"withdrawn_on": error.on, "reason": error.reason})


async def _too_large(request: Request, error: Exception) -> Response:
    return tell(request, TOO_LARGE)


async def _unusable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    problems = error.errors()
    if any(problem["loc"][0] == "path" for problem in problems):
        return tell(request, NOT_FOUND)
    named = [
        {"field": ".".join(str(part) for part in problem["loc"][1:]), "message": problem["msg"]}
        for problem in problems
    ]
    return tell(request, UNUSABLE, {"errors": named})


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    situation = _BY_STATUS.get(
        error.status_code, FAILED if error.status_code >= 500 else BAD_REQUEST
    )
    reply = tell(request, situation)
    reply.status_code = error.status_code
    reply.headers.update(error.headers or {})
    return reply


async def _failed(request: Request, error: Exception) -> Response:
    _log.error("unhandled", exc_info=error, extra={"path": request.url.path[:200]})
    return tell(request, FAILED)


def tell(
    request: Request,
    situation: Situation,
    details: Mapping[str, Any] | None = None,
    *,
    language: Language | None = None,
) -> Response:
    """The reply for a situation: problem+json (RFC 9457) under /api, else a page."""
    language = language or language_of_request(request)
    if request.url.path.startswith("/api/"):
        return _problem(situation, language, details or {})
    return render(
        request,
        "error.html",
        language,
        {"situation": situation, **(details or {})},
        status=situation.status,
        cache_control=PRIVATE,
    )


def language_of_request(request: Request) -> Language:
    """The language of the path, of `?lang=` (API), or what the browser asks for."""
    named = language_of_path(request.url.path) or _language(request.query_params.get("lang"))
    return named or negotiate(
        cookie=request.cookies.get("language"),
        accept_language=request.headers.get("accept-language"),
    )


def _language(value: str | None) -> Language | None:
    return Language(value) if value in set(Language) else None


def _problem(situation: Situation, language: Language, details: Mapping[str, Any]) -> Response:
    content = {
        "type": "about:blank",
        "title": translate(language, situation.title),
        "status": situation.status,
        "detail": translate(language, situation.advice),
        **{name: value for name, value in details.items() if value is not None},
    }
    headers = {
        "cache-control": PRIVATE,
        "content-language": language.value,
        "access-control-allow-origin": "*",
    }
    return JSONResponse(content, situation.status, headers, media_type="application/problem+json")
