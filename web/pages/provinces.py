"""/{language}/provinces: the map with a table beside it, and a page for each province."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import Response

from catalogue.kinds import Kind
from catalogue.search import (
    Criteria,
    ProvinceOverview,
    province_overview,
    provinces_with_counts,
    search,
)
from i18n.languages import Language
from service.database import reading
from service.reference import Reference
from web.dependencies import ServicesOf
from web.errors import PageNotFoundError
from web.rendering import render
from web.views import province as view
from web.views.places import place_lines
from web.views.rows import row
from web.views.tiles import ORDER, tile_map

router = APIRouter()
NEWEST = 5


@router.get("/{language}/provinces")
def provinces(request: Request, language: Language, services: ServicesOf) -> Response:
    """All provinces with the units they were formed from."""
    reference = services.reference.read()
    with reading(services.engine) as session:
        found = provinces_with_counts(session)
    context = {
        "tiles": tile_map(found, language),
        "places": place_lines(found, reference.vocabularies, language),
    }
    return render(request, "provinces.html", language, context)


@router.get("/{language}/provinces/{code}")
def province(request: Request, language: Language, code: str, services: ServicesOf) -> Response:
    """One province: former units, zones, what is listed there."""
    reference = services.reference.read()
    with reading(services.engine) as session:
        overview = province_overview(session, code)
        if overview is None:
            raise PageNotFoundError
        newest = {kind: _newest(session, code, reference, language, kind=kind) for kind in Kind}
    context = {"newest": newest, **_arranged(overview, reference, language)}
    return render(request, "province.html", language, context)


def _newest(
    session: Session, code: str, reference: Reference, language: Language, *, kind: Kind
) -> list[Any]:
    criteria = Criteria(kind=kind, provinces=(code,))
    page = search(
        session, criteria, inventory=reference.inventory, language=language, per_page=NEWEST
    )
    return [row(card, reference.vocabularies, language) for card in page.items]


def _arranged(
    overview: ProvinceOverview, reference: Reference, language: Language
) -> dict[str, Any]:
    vocabularies = reference.vocabularies
    return {
        "overview": overview,
        "name": overview.name.best(language),
        "name_vi": overview.name.best(Language.VI).text,
        "unit": view.unit_name(overview.unit_type, language),
        "merged": view.merged(overview, language),
        "formers": view.former_lines(overview, language),
        "zones": view.zone_lines(overview, vocabularies, language),
        "subjects": {
            kind: view.subject_leaders(overview, vocabularies, language, kind=kind) for kind in Kind
        },
        "map_places": ORDER,
    }
