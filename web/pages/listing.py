"""/{language}/listings/{id}: facts first, then the text, its sources and what it leads to."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import segno
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from catalogue.kinds import Kind
from catalogue.lifecycle import State
from catalogue.records import ListingRecord
from catalogue.search import get_listing, province_overview
from catalogue.vocabularies import Field
from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.translated import Shown
from service.bootstrap import Services
from service.database import reading
from service.recommendations import SimilarListing
from service.reference import Reference
from web import labels, urls
from web.dependencies import ServicesOf
from web.errors import ListingWithdrawnError, PageNotFoundError
from web.rendering import PUBLIC, render
from web.views import listing, provenance, structured, tiles
from web.views.facts import facts

router = APIRouter()
SIMILAR = 4
_LISTS = {Kind.PROJECT: N_("Investment projects"), Kind.PRODUCT: N_("Local products")}
_QR_SCALE = 4


@router.get("/{language}/listings/{public_id}/qr.svg")
def qr_code(language: Language, public_id: str, services: ServicesOf) -> Response:
    """The listing's short address as a QR code, for paper."""
    with reading(services.engine) as session:
        if get_listing(session, public_id) is None:
            raise PageNotFoundError
    picture = io.BytesIO()
    code = segno.make(services.settings.site + urls.listing(language, public_id), error="m")
    code.save(picture, kind="svg", scale=_QR_SCALE, border=2, dark="#000", light="#fff")
    return Response(
        picture.getvalue(), headers={"cache-control": PUBLIC}, media_type="image/svg+xml"
    )


@router.get("/{language}/listings/{public_id}")
def page(request: Request, language: Language, public_id: str, services: ServicesOf) -> Response:
    """The listing under its short address, which carries no slug."""
    return _page(request, language, services, record=_published(services, public_id))


@router.get("/{language}/listings/{public_id}/{slug}")
def page_with_slug(
    request: Request, language: Language, public_id: str, slug: str, services: ServicesOf
) -> Response:
    """The listing under its canonical address; any other slug leads there."""
    record = _published(services, public_id)
    canonical = listing.addresses(record)[language]
    if urls.quoted(request.scope["path"]) != canonical:
        return RedirectResponse(canonical, 301, {"cache-control": PUBLIC})
    return _page(request, language, services, record=record)


def _published(services: Services, public_id: str) -> ListingRecord:
    with reading(services.engine) as session:
        record = get_listing(session, public_id)
    if record is None:
        raise PageNotFoundError
    if record.state is State.WITHDRAWN:
        # The reason joins the record when listings can be withdrawn by people.
        raise ListingWithdrawnError(public_id, on=record.updated_at.date().isoformat(), reason=None)
    return record


def _page(
    request: Request, language: Language, services: Services, *, record: ListingRecord
) -> Response:
    reference = services.reference.read()
    addresses = listing.addresses(record)
    context = {
        "record": record,
        "kind_name": translate(language, labels.KINDS[record.kind]),
        "title": record.titles.best(language),
        "trail": _trail(record, reference, language),
        "canonical": addresses[language],
        "alternates": addresses,
        "switch": addresses,
        **_arranged(record, reference, services, language),
    }
    context["structured"] = _structured(record, reference, services, language)
    return render(request, "listing.html", language, context)


def _arranged(
    record: ListingRecord, reference: Reference, services: Services, language: Language
) -> dict[str, Any]:
    zone, similar = _more(record, services, language)
    vocabularies = reference.vocabularies
    today = datetime.now(UTC).date()
    return {
        "facts": facts(record, reference, language, zone=zone, today=today),
        "dates": provenance.dates(record, language),
        "sources": provenance.source_lines(record, language),
        "text": listing.listing_text(record, language),
        "original": record.texts.get(Language.VI),
        "paragraphs": listing.paragraphs,
        "wording": listing.source_wording(record, language),
        "marks": listing.text_marks(record, language),
        "meter": listing.completeness(record, language),
        "similar": listing.similar_lines(similar, vocabularies, language),
        "tiles": tiles.ORDER,
        "province": vocabularies.name(Field.PROVINCE, record.province, language),
        "province_vi": vocabularies.name(Field.PROVINCE, record.province, Language.VI),
    }


def _more(
    record: ListingRecord, services: Services, language: Language
) -> tuple[Shown | None, tuple[SimilarListing, ...]]:
    """The zone's name, where the listing lies in one, and similar listings."""
    with reading(services.engine) as session:
        similar = services.recommendations.similar(session, record.id, language, limit=SIMILAR)
        if record.zone is None:
            return None, similar
        overview = province_overview(session, record.province)
    zones = overview.zones if overview else ()
    names = (zone.name.best(language) for zone in zones if zone.key == record.zone)
    return next(names, None), similar


def _trail(
    record: ListingRecord, reference: Reference, language: Language
) -> tuple[tuple[str, str], ...]:
    """The list a listing belongs to, and that list for its province."""
    name = f"{record.kind.value}s"
    label = translate(language, _LISTS[record.kind])
    place = reference.vocabularies.name(Field.PROVINCE, record.province, language)
    return (
        (urls.page(language, name), label),
        (urls.page(language, name, (("province", record.province),)), place),
    )


def _structured(
    record: ListingRecord, reference: Reference, services: Services, language: Language
) -> str:
    site, address = services.settings.site, listing.addresses(record)[language]
    node = structured.listing(record, reference.vocabularies, language, address=site + address)
    trail = [
        (urls.page(language), translate(language, "Home")),
        *_trail(record, reference, language),
        (address, record.titles.best(language).text),
    ]
    return structured.script(
        node, structured.breadcrumbs([(site + href, label) for href, label in trail])
    )
