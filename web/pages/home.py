"""/ chooses the language; /{language}/ says what this is and leads in."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import RedirectResponse, Response

from catalogue.kinds import Kind
from catalogue.search import Criteria, get_listings, provinces_with_counts, search
from i18n.languages import Language
from i18n.negotiation import negotiate
from service.database import reading
from service.reference import Reference
from web import urls
from web.dependencies import ServicesOf
from web.rendering import PRIVATE, PUBLIC, render
from web.views.home import BRIDGES, bridges, product_leaders, sector_leaders
from web.views.places import by_size, place_lines
from web.views.rows import row
from web.views.tiles import tile_map
from web.views.words import comma

router = APIRouter()
NEWEST = 5


@router.get("/")
def choose_language(request: Request) -> Response:
    """To the reader's language: an earlier choice, else what the browser asks for."""
    language = negotiate(
        cookie=request.cookies.get("language"),
        accept_language=request.headers.get("accept-language"),
    )
    headers = {"vary": "Accept-Language, Cookie", "cache-control": PRIVATE}
    return RedirectResponse(urls.page(language), 302, headers)


@router.get("/{language}")
def without_slash(language: Language) -> Response:
    """People type addresses without the last slash."""
    return RedirectResponse(urls.page(language), 301, {"cache-control": PUBLIC})


@router.get("/{language}/")
def home(request: Request, language: Language, services: ServicesOf) -> Response:
    """The start page."""
    reference = services.reference.read()
    with reading(services.engine) as session:
        context = {**_lists(session, reference, language), **_map(session, reference, language)}
    return render(request, "home.html", language, context)


def _lists(session: Session, reference: Reference, language: Language) -> dict[str, Any]:
    """Both ways in with their counts, the newest projects, and four titles as bridges."""
    find = partial(search, session, language=language, inventory=reference.inventory)
    projects = find(Criteria(kind=Kind.PROJECT), per_page=NEWEST)
    products = find(Criteria(kind=Kind.PRODUCT), per_page=1)
    vocabularies = reference.vocabularies
    return {
        "projects": projects.total,
        "products": products.total,
        "sectors": sector_leaders(projects.facets["sector"], vocabularies, language),
        "groups": product_leaders(products.facets, vocabularies, language),
        "rows": [row(card, vocabularies, language) for card in projects.items],
        "bridges": bridges(get_listings(session, BRIDGES), language),
    }


def _map(session: Session, reference: Reference, language: Language) -> dict[str, Any]:
    provinces = provinces_with_counts(session)
    lines = place_lines(provinces, reference.vocabularies, language)
    return {
        "tiles": tile_map(provinces, language),
        "places": by_size(lines),
        "empty_places": [line for line in lines if not line.total],
        "comma": comma(language),
    }
