"""`GET /provinces`, `/sectors` and `/concepts`: the codes that listings are described with."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from catalogue.search import ProvinceCount, SectorCount, provinces_with_counts, sectors_with_counts
from catalogue.vocabularies import Field, Term
from i18n.languages import LANGUAGES, Language
from i18n.translated import Translated
from matching.concepts import Concept
from matching.thesaurus import Thesaurus
from service.database import reading
from web import urls
from web.api.models import (
    ConceptPage,
    FormerUnit,
    Province,
    Provinces,
    Sector,
    Sectors,
    ThesaurusConcept,
)
from web.api.parameters import CONCEPTS, PROVINCES, SECTORS
from web.api.reading import read_paging
from web.api.replies import page_links, public, refuse
from web.dependencies import ServicesOf

router = APIRouter()


@router.get("/provinces")
def provinces(request: Request, services: ServicesOf) -> Response:
    """The 34 provinces with their former units and the sizes of their lists."""
    paging = read_paging(request.query_params, names=PROVINCES)
    if paging.refused:
        return refuse(request, paging.refused)
    formers = services.reference.read().vocabularies.terms[Field.FORMER]
    site = services.settings.site
    with reading(services.engine) as session:
        items = [
            _province(each, formers, site, paging.language)
            for each in provinces_with_counts(session)
        ]
    return public(Provinces(items=items, total=len(items)))


@router.get("/sectors")
def sectors(request: Request, services: ServicesOf) -> Response:
    """The sectors of investment projects with their numbers."""
    paging = read_paging(request.query_params, names=SECTORS)
    if paging.refused:
        return refuse(request, paging.refused)
    site = services.settings.site
    with reading(services.engine) as session:
        items = [_sector(each, site, paging.language) for each in sectors_with_counts(session)]
    return public(Sectors(items=items, total=len(items)))


@router.get("/concepts")
def concepts(request: Request, services: ServicesOf) -> Response:
    """One page of the thesaurus behind matches, by id."""
    paging = read_paging(request.query_params, names=CONCEPTS)
    if paging.refused:
        return refuse(request, paging.refused)
    with reading(services.engine) as session:
        thesaurus = services.recommendations.thesaurus(session)
    start = (paging.page - 1) * paging.per_page
    rows = thesaurus.rows[start : start + paging.per_page]
    page = ConceptPage(
        items=[_concept(row, thesaurus, paging.language) for row in rows],
        total=len(thesaurus.rows),
        page=paging.page,
        per_page=paging.per_page,
    )
    return public(
        page, page_links(request, page=page.page, total=page.total, per_page=page.per_page)
    )


def _province(
    each: ProvinceCount, formers: Mapping[str, Term], site: str, language: Language
) -> Province:
    units = [term for term in formers.values() if term.parent == each.code and term.ended]
    return Province(
        code=each.code,
        name=each.name.best(language).text,
        names=_names(each.name),
        unit_type=each.unit_type,
        projects=each.projects,
        products=each.products,
        former=[FormerUnit(key=term.key, names=_names(term.name)) for term in units],
        url=site + urls.page(language, f"provinces/{each.code}"),
    )


def _sector(each: SectorCount, site: str, language: Language) -> Sector:
    return Sector(
        key=each.key,
        name=each.name.best(language).text,
        names=_names(each.name),
        vsic=each.vsic,
        projects=each.projects,
        url=site + urls.page(language, f"sectors/{each.key}"),
    )


def _concept(concept: Concept, thesaurus: Thesaurus, language: Language) -> ThesaurusConcept:
    return ThesaurusConcept(
        id=concept.id,
        label=thesaurus.label(concept.id, language),
        labels={each: list(concept.labels.get(each, ())) for each in LANGUAGES},
        broader=list(concept.broader),
        hs=concept.hs or None,
        sector=concept.sector or None,
    )


def _names(name: Translated) -> dict[Language, str]:
    return {language: name.texts[language] for language in name.languages}
