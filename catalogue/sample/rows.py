"""One shipped listing into its rows, replacing what an earlier file left."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, SQLModel, col, select

from catalogue.lifecycle import State
from catalogue.listings import (
    Listing,
    ListingCertificate,
    ListingSector,
    ListingText,
    OcopRating,
    Source,
)
from catalogue.money import Rates
from catalogue.ordering import refresh
from catalogue.sample.extras import Extras
from catalogue.sample.files import ListingFile
from catalogue.translation import Origin
from i18n.languages import LANGUAGES, Language
from i18n.normalization import stored

_CHILDREN = (ListingText, ListingSector, ListingCertificate, OcopRating, Source)
_SAME_NAME = (
    "province",
    "former",
    "hs",
    "hs_basis",
    "availability",
    "listed_on",
    "as_of",
    "list_key",
    "decision_no",
    "decision_date",
    "area_ha",
    "area_qualifier",
    "currency",
    "capital_qualifier",
    "planned_population",
)


def empty_listing(file: ListingFile, *, now: datetime) -> Listing:
    """A listing that was never written: version 0, with nothing but its id, kind and place."""
    return Listing(
        public_id=file.id, kind=file.kind, version=0, province=file.province, updated_at=now
    )


def write_listing(
    session: Session,
    listing: Listing,
    file: ListingFile,
    *,
    extras: Extras,
    rates: Rates,
    now: datetime,
) -> None:
    """Write a new or changed listing as published, with a new version."""
    _set_facts(listing, file)
    listing.zone = extras.zones.get(file.id)
    listing.state = State.PUBLISHED
    listing.version += 1
    listing.published_at = listing.published_at or now
    listing.updated_at = now
    session.add(listing)
    session.flush()
    texts = [_text(file, each, key=_key(listing)) for each in LANGUAGES if each in file.texts]
    published = [source.published for source in file.sources]
    refresh(listing, texts, rates=rates, published=published)
    _replace_children(session, listing, [*texts, *_children(file, extras, key=_key(listing))])


def _set_facts(listing: Listing, file: ListingFile) -> None:
    for name in _SAME_NAME:
        setattr(listing, name, getattr(file, name))
    listing.product_group = file.group
    listing.capital_low = file.capital_min if file.capital is None else file.capital
    listing.capital_high = file.capital_max if file.capital is None else file.capital
    listing.area_min, listing.area_max = file.area_ha_min, file.area_ha_max
    listing.forms = [form.value for form in file.forms]
    listing.wording = {name: stored(text) for name, text in file.source_wording.items()}


def _replace_children(session: Session, listing: Listing, rows: list[SQLModel]) -> None:
    for table in _CHILDREN:
        old = select(table).where(col(table.listing_id) == listing.id)
        for row in session.exec(old):
            session.delete(row)
    session.flush()
    session.add_all(rows)
    session.flush()


def _text(file: ListingFile, language: Language, *, key: int) -> ListingText:
    text = file.texts[language]
    origin = text.origin or _usual_origin(language)
    return ListingText(
        listing_id=key,
        language=language,
        title=stored(text.title),
        summary=stored(text.summary),
        body=stored(text.body),
        facts={name.value: stored(phrase) for name, phrase in text.facts.items()},
        origin=origin,
        is_reviewed=text.is_reviewed,
        source_version=None if origin is Origin.ORIGINAL else 1,
    )


def _usual_origin(language: Language) -> Origin:
    # The sources are Vietnamese; the other texts were made from ours by machine, and nobody
    # has reviewed them.
    return Origin.ORIGINAL if language is Language.VI else Origin.MACHINE


def _children(file: ListingFile, extras: Extras, *, key: int) -> list[SQLModel]:
    certificates = extras.certificates_of(file)
    return [
        *(ListingSector(listing_id=key, sector=sector) for sector in file.sectors),
        *(ListingCertificate(listing_id=key, certificate=each) for each in certificates),
        *(OcopRating(listing_id=key, **rating.model_dump()) for rating in file.ocop),
        *(
            Source(listing_id=key, position=position, **source.model_dump())
            for position, source in enumerate(file.sources)
        ),
    ]


def _key(listing: Listing) -> int:
    assert listing.id is not None, "a flushed listing has its key"
    return listing.id
