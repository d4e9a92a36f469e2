"""/{language}/sectors/{key}: the projects of one investment sector and where they lie."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from catalogue.kinds import Kind
from catalogue.search import Criteria, ResultPage, search, sectors_with_counts
from catalogue.vocabularies import Field, Vocabularies
from i18n.languages import Language
from service.database import reading
from web import urls
from web.dependencies import ServicesOf
from web.errors import PageNotFoundError
from web.rendering import render
from web.views.leaders import Leader
from web.views.rows import row

router = APIRouter()
SHOWN = 20


@router.get("/{language}/sectors/{key}")
def sector(request: Request, language: Language, key: str, services: ServicesOf) -> Response:
    """One sector."""
    reference = services.reference.read()
    vocabularies = reference.vocabularies
    if not vocabularies.is_known(Field.SECTOR, key):
        raise PageNotFoundError
    criteria = Criteria(kind=Kind.PROJECT, sectors=(key,))
    with reading(services.engine) as session:
        page = search(
            session, criteria, language=language, per_page=SHOWN, inventory=reference.inventory
        )
        sectors = sectors_with_counts(session)
    context: dict[str, Any] = {
        "name": vocabularies.terms[Field.SECTOR][key].name.best(language),
        "vsic": next(each.vsic for each in sectors if each.key == key),
        "others": [each for each in sectors if each.key != key and each.projects],
        "total": page.total,
        "rows": [row(card, vocabularies, language) for card in page.items],
        "places": _places(page, key, vocabularies, language),
        "list": urls.page(language, "projects", (("sector", key),)),
    }
    return render(request, "sector.html", language, context)


def _places(
    page: ResultPage, key: str, vocabularies: Vocabularies, language: Language
) -> list[Leader]:
    return [
        Leader(
            vocabularies.name(Field.PROVINCE, each.key, language),
            urls.page(language, "projects", (("province", each.key), ("sector", key))),
            each.count,
        )
        for each in page.facets["province"]
    ]
