"""Rows that belong to some listings, read for all of them at once: one query for each table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from catalogue.listings import (
    ListingCertificate,
    ListingSector,
    ListingText,
    OcopRating,
    Source,
)
from catalogue.records import Ocop, SourceNote
from catalogue.search.sql import AnyRow, Column

_TEXT = (
    col(ListingText.language),
    col(ListingText.title),
    col(ListingText.summary),
    col(ListingText.facts),
    col(ListingText.origin),
    col(ListingText.is_reviewed),
    col(ListingText.version),
    col(ListingText.source_version),
)


def short_texts(session: Session, keys: Sequence[int]) -> Mapping[int, list[AnyRow]]:
    """Texts without their bodies, which lists do not show."""
    return _rows(session, col(ListingText.listing_id), *_TEXT, keys=keys)


def whole_texts(session: Session, keys: Sequence[int]) -> Mapping[int, list[AnyRow]]:
    """Texts with their bodies."""
    return _rows(session, col(ListingText.listing_id), *_TEXT, col(ListingText.body), keys=keys)


def sectors(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Sector keys."""
    return _codes(session, col(ListingSector.listing_id), col(ListingSector.sector), keys=keys)


def certificates(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Certificate keys."""
    listing, certificate = ListingCertificate.listing_id, ListingCertificate.certificate
    return _codes(session, col(listing), col(certificate), keys=keys)


def ocop(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[Ocop, ...]]:
    """OCOP ratings."""
    rating = OcopRating
    columns = (col(rating.status), col(rating.stars), col(rating.min_stars), col(rating.year))
    found = _rows(session, col(rating.listing_id), *columns, keys=keys)
    return {
        key: tuple(
            Ocop(status=row.status, stars=row.stars, min_stars=row.min_stars, year=row.year)
            for row in rows
        )
        for key, rows in found.items()
    }


def sources(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[SourceNote, ...]]:
    """Sources, the chief one first."""
    columns = (col(Source.position), col(Source.url), col(Source.citation), col(Source.kind))
    found = _rows(session, col(Source.listing_id), *columns, col(Source.published), keys=keys)
    return {
        key: tuple(
            SourceNote(url=row.url, citation=row.citation, kind=row.kind, published=row.published)
            for row in sorted(rows, key=lambda row: row.position)
        )
        for key, rows in found.items()
    }


def _codes(
    session: Session,
    listing: Column,
    code: Column,
    *,
    keys: Sequence[int],
) -> Mapping[int, tuple[str, ...]]:
    found = _rows(session, listing, code, keys=keys)
    return {key: tuple(sorted(row[1] for row in rows)) for key, rows in found.items()}


def _rows(
    session: Session, listing: Column, *columns: Column, keys: Sequence[int]
) -> dict[int, list[AnyRow]]:
    grouped: dict[int, list[AnyRow]] = defaultdict(list)
    statement = select(listing, *columns).where(listing.in_(keys))
    for row in session.connection().execute(statement):
        grouped[row[0]].append(row)
    return grouped
