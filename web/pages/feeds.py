"""What machines read: the Atom feed, the sitemap and robots.txt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from sqlmodel import Session
from starlette.responses import PlainTextResponse, Response

from catalogue.search import counts, feed_entries, sitemap_entries
from catalogue.vocabularies import Field
from i18n.languages import LANGUAGES, Language
from service.bootstrap import Services
from service.database import reading
from web.dependencies import ServicesOf
from web.errors import PageNotFoundError
from web.rendering import PUBLIC, templates
from web.views import sitemap

router = APIRouter()
NEWEST = 50
# Listings in one sitemap: 4 addresses each, well under the 50,000 a file may hold.
PART = 5_000


@router.get("/{language}/feed.atom")
def feed(language: Language, services: ServicesOf) -> Response:
    """The listings changed last, in the reader's language."""
    with reading(services.engine) as session:
        entries = feed_entries(session, language, limit=NEWEST)
    context = {
        "entries": entries,
        "updated": max((each.updated_at for each in entries), default=None),
    }
    return _xml("feed.xml", language, services, context, "application/atom+xml")


@router.get("/sitemap.xml")
def site_map(services: ServicesOf) -> Response:
    """Every page in every language; a large catalogue is split, and this is then its index."""
    with reading(services.engine) as session:
        sizes = counts(session)
        parts = max(1, -(-(sizes.projects + sizes.products) // PART))
        if parts == 1:
            return _part(session, services, part=0)
    context = {"parts": [f"/sitemap-{part}.xml" for part in range(parts)]}
    return _xml("sitemaps.xml", Language.EN, services, context, "application/xml")


@router.get("/sitemap-{part}.xml")
def site_map_part(part: int, services: ServicesOf) -> Response:
    """One part of a large catalogue's sitemap; the pages that are no listings are in the first."""
    with reading(services.engine) as session:
        return _part(session, services, part=part)


@router.get("/robots.txt")
def robots(services: ServicesOf) -> Response:
    """Everything may be read; what people typed on the match page is nobody's to index."""
    lines = (
        "User-agent: *",
        "Disallow: /*/match?",
        "Allow: /",
        "",
        f"Sitemap: {services.settings.site}/sitemap.xml",
        "",
    )
    return PlainTextResponse("\n".join(lines), headers={"cache-control": PUBLIC})


def _part(session: Session, services: Services, *, part: int) -> Response:
    if not 0 <= part < 10_000:
        raise PageNotFoundError
    entries = sitemap_entries(session, offset=part * PART, limit=PART)
    if part and not entries:
        raise PageNotFoundError
    vocabularies = services.reference.read().vocabularies
    own = sitemap.pages(vocabularies.terms[Field.PROVINCE], vocabularies.terms[Field.SECTOR])
    context = {"pages": [*(own if part == 0 else ()), *sitemap.listings(entries)]}
    return _xml("sitemap.xml", Language.EN, services, context, "application/xml")


def _xml(
    template: str,
    language: Language,
    services: Services,
    context: Mapping[str, Any],
    media_type: str,
) -> Response:
    page = templates(language).get_template(f"pages/{template}")
    body = page.render({"site": services.settings.site, "languages": LANGUAGES, **context})
    return Response(body, headers={"cache-control": PUBLIC}, media_type=media_type)
