"""Whole listings by their public ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from catalogue.kinds import InvestmentForm
from catalogue.lifecycle import PUBLIC_STATES, State
from catalogue.listings import Listing, PublishedList
from catalogue.records import ListingRecord, ListNote, Ocop, SourceNote
from catalogue.search import belonging
from catalogue.search.facts import area_of, capital_of, texts_of
from catalogue.search.sql import AnyRow

_BATCH = 500


def get_listing(session: Session, public_id: str) -> ListingRecord | None:
    """One published or withdrawn listing (look at `state`), or None for any other id."""
    found = select(Listing).where(
        col(Listing.public_id) == public_id, col(Listing.state).in_(PUBLIC_STATES)
    )
    records = _records(session, session.exec(found).all())
    return records[0] if records else None


def get_listings(session: Session, public_ids: Sequence[str]) -> tuple[ListingRecord, ...]:
    """Published listings in the order of the ids, read together; unknown ids are left out."""
    # Asked for the state as well, SQLite walks the index of it: every published listing.
    found = session.exec(select(Listing).where(col(Listing.public_id).in_(public_ids)))
    published = [listing for listing in found if listing.state is State.PUBLISHED]
    records = {record.id: record for record in _records(session, published)}
    return tuple(records[each] for each in dict.fromkeys(public_ids) if each in records)


def published_listings(session: Session) -> Iterator[ListingRecord]:
    """All published listings by id, read in batches: for the index, exports and bulk data."""
    last = ""
    while batch := _batch_after(session, last):
        last = batch[-1].public_id
        yield from _records(session, batch)


def published_versions(session: Session) -> dict[str, str]:
    """For each published listing by id what changes whenever its record does."""
    columns = col(Listing.public_id), col(Listing.version), col(Listing.updated_at)
    found = select(*columns).where(col(Listing.state) == State.PUBLISHED)
    return {each: listing_version(version, at) for each, version, at in session.exec(found)}


def listing_version(version: int, updated_at: datetime) -> str:
    """The version of a listing's record with its time, for records made anew under an old id."""
    return f"{version}@{updated_at:%Y%m%dT%H%M%S.%f}"


def _batch_after(session: Session, public_id: str) -> Sequence[Listing]:
    found = (
        select(Listing)
        .where(col(Listing.public_id) > public_id, col(Listing.state) == State.PUBLISHED)
        .order_by(col(Listing.public_id))
        .limit(_BATCH)
    )
    return session.exec(found).all()


@dataclass(frozen=True, slots=True)
class _Belongings:
    """What belongs to the listings at hand, by their database keys (lists by their own)."""

    lists: Mapping[str, ListNote]
    texts: Mapping[int, list[AnyRow]]
    sectors: Mapping[int, tuple[str, ...]]
    certificates: Mapping[int, tuple[str, ...]]
    ocop: Mapping[int, tuple[Ocop, ...]]
    sources: Mapping[int, tuple[SourceNote, ...]]


def _records(session: Session, listings: Sequence[Listing]) -> list[ListingRecord]:
    keys = [listing.id for listing in listings if listing.id is not None]
    if not keys:
        return []
    belongings = _Belongings(
        lists=_lists(session, listings),
        texts=belonging.whole_texts(session, keys),
        sectors=belonging.sectors(session, keys),
        certificates=belonging.certificates(session, keys),
        ocop=belonging.ocop(session, keys),
        sources=belonging.sources(session, keys),
    )
    return [_record(each, key, belongings) for key, each in zip(keys, listings, strict=True)]


def _record(listing: Listing, key: int, found: _Belongings) -> ListingRecord:
    return ListingRecord(
        id=listing.public_id,
        kind=listing.kind,
        state=listing.state,
        version=listing.version,
        province=listing.province,
        former=listing.former,
        zone=listing.zone,
        sectors=found.sectors.get(key, ()),
        group=listing.product_group,
        hs=listing.hs,
        hs_basis=listing.hs_basis,
        availability=listing.availability,
        listed_on=listing.listed_on,
        as_of=listing.as_of,
        confirmed_on=listing.confirmed_on,
        expires_on=listing.expires_on,
        published_list=found.lists.get(listing.list_key or ""),
        decision_no=listing.decision_no,
        decision_date=listing.decision_date,
        capital=capital_of(listing),
        area=area_of(listing),
        forms=tuple(InvestmentForm(form) for form in listing.forms),
        planned_population=listing.planned_population,
        ocop=found.ocop.get(key, ()),
        certificates=found.certificates.get(key, ()),
        sources=found.sources.get(key, ()),
        wording=listing.wording,
        texts=texts_of(found.texts[key]),
        owner_id=listing.owner_id,
        published_at=listing.published_at,
        updated_at=listing.updated_at,
    )


def _lists(session: Session, listings: Sequence[Listing]) -> Mapping[str, ListNote]:
    keys = {listing.list_key for listing in listings if listing.list_key}
    found = session.exec(select(PublishedList).where(col(PublishedList.key).in_(keys)))
    return {row.key: _note(row) for row in found}


def _note(row: PublishedList) -> ListNote:
    return ListNote(key=row.key, name=row.name(), period=row.period, listed_on=row.listed_on)
