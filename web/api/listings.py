"""`GET /listings` and `GET /listings/{id}`: projects and products with their texts."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request
from starlette.responses import Response

from catalogue.lifecycle import State
from catalogue.records import ListingRecord
from catalogue.search import get_listing, get_listings
from i18n.languages import Language
from service.bootstrap import Services
from service.database import reading
from service.exporting import item
from web import urls
from web.api.models import Listing, ListingPage
from web.api.parameters import LISTING, LISTINGS
from web.api.reading import Paging, read_listing_query, read_paging
from web.api.replies import page_links, public, refuse
from web.dependencies import ServicesOf
from web.errors import ListingWithdrawnError, PageNotFoundError
from web.filters import ListQuery
from web.pages.lists import find

router = APIRouter()
_ID = re.compile(r"(prj|prd)-[0-9]{2}-[0-9]{1,9}")


@router.get("/listings")
def listings(request: Request, services: ServicesOf) -> Response:
    """One page of what is asked for; unknown values are refused by name."""
    paging = read_paging(request.query_params, names=LISTINGS)
    query, refused = read_listing_query(request.query_params, services.reference.read())
    if paging.refused or refused:
        return refuse(request, (*paging.refused, *refused))
    page = _page(services, query, paging)
    return public(
        page, page_links(request, page=paging.page, total=page.total, per_page=paging.per_page)
    )


@router.get("/listings/{listing_id}")
def listing(request: Request, listing_id: str, services: ServicesOf) -> Response:
    """One listing; 404 for an unknown id, 410 for one that has been withdrawn."""
    paging = read_paging(request.query_params, names=LISTING)
    if paging.refused:
        return refuse(request, paging.refused)
    return public(shown(_record(services, listing_id), services.settings.site, paging.language))


def shown(record: ListingRecord, site: str, language: Language) -> Listing:
    """A record as the API shows it to a reader of `language`."""
    title = record.titles.best(language)
    slug = "" if title.is_fallback else title.text
    url = site + urls.listing(language, record.id, slug)
    return Listing.model_validate(
        {**item(record, site), "url": url, "title": title.text, "title_lang": title.language}
    )


def _page(services: Services, query: ListQuery, paging: Paging) -> ListingPage:
    found = find(services, query, paging.language, per_page=paging.per_page)
    with reading(services.engine) as session:
        records = get_listings(session, [card.id for card in found.items])
    return ListingPage(
        items=[shown(record, services.settings.site, paging.language) for record in records],
        total=found.total,
        page=found.page,
        per_page=found.per_page,
    )


def _record(services: Services, listing_id: str) -> ListingRecord:
    if not _ID.fullmatch(listing_id):
        raise PageNotFoundError
    with reading(services.engine) as session:
        record = get_listing(session, listing_id)
    if record is None:
        raise PageNotFoundError
    if record.state is State.WITHDRAWN:
        raise ListingWithdrawnError(record.id, on=None, reason=None)
    return record
