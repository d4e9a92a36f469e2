"""How much the published catalogue holds, by kind, place, sector and text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import false, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from catalogue.kinds import Kind
from catalogue.listings import Listing, ListingSector, ListingText
from catalogue.places import Province
from catalogue.search.overview.values import Counts, SectorCount, Totals
from catalogue.search.sql import AnyRow, Column, Condition, published
from catalogue.sectors import Sector
from catalogue.translation import Origin, TextState, text_state
from i18n.languages import LANGUAGES, Language


def totals(session: Session) -> Totals:
    """Published projects and products, counted on an index: for every start page."""
    found = sizes(session, col(Listing.state))
    return Totals(projects=found[Kind.PROJECT].total(), products=found[Kind.PRODUCT].total())


def counts(session: Session) -> Counts:
    """Sizes of the published catalogue with its texts, all of which it reads: for reports."""
    total = totals(session)
    return Counts(
        projects=total.projects,
        products=total.products,
        provinces=session.exec(select_rows(func.count()).select_from(Province)).one(),
        texts=_text_states(session),
    )


def sectors_with_counts(session: Session) -> tuple[SectorCount, ...]:
    """All sectors in the order of the vocabulary."""
    found = sector_sizes(session)
    rows = session.exec(select_rows(Sector).order_by(col(Sector.id)))
    return tuple(
        SectorCount(key=row.key, name=row.name(), vsic=row.vsic, projects=found[row.key])
        for row in rows
    )


def sizes(session: Session, column: Column, *conditions: Condition) -> Mapping[Kind, Counter[Any]]:
    """Published listings by kind and by the value of a column."""
    found: dict[Kind, Counter[Any]] = {kind: Counter() for kind in Kind}
    counted = select(col(Listing.kind), column, func.count()).where(published(None), *conditions)
    grouped = counted.group_by(col(Listing.kind), column)
    for kind, key, count in session.connection().execute(grouped):
        found[kind][key] = count
    return found


def sector_sizes(session: Session, *conditions: Condition) -> Counter[str]:
    """Published projects by sector; one with two sectors counts in both."""
    counted = (
        select(col(ListingSector.sector), func.count())
        .join(Listing, col(Listing.id) == col(ListingSector.listing_id))
        .where(published(Kind.PROJECT), *conditions)
        .group_by(col(ListingSector.sector))
    )
    found = session.connection().execute(counted)
    return Counter(dict(found.tuples().all()))


def _text_states(session: Session) -> Mapping[Language, Mapping[TextState, int]]:
    found: dict[Language, Counter[TextState]] = {language: Counter() for language in LANGUAGES}
    for row in _grouped_texts(session):
        found[row.language][_state(row)] += row.size
    listings = sum(by_value.total() for by_value in sizes(session, col(Listing.state)).values())
    for counted in found.values():
        counted[TextState.MISSING] += listings - counted.total()
    return found


def _grouped_texts(session: Session) -> Sequence[AnyRow]:
    original = aliased(ListingText)
    is_of_listing = col(original.listing_id) == col(ListingText.listing_id)
    columns: tuple[Column, ...] = (
        col(ListingText.language).label("language"),
        col(ListingText.origin).label("origin"),
        col(ListingText.is_reviewed).label("is_reviewed"),
        (col(ListingText.summary) != "").label("has_summary"),
        func.coalesce(col(ListingText.source_version) < col(original.version), false()).label(
            "is_older"
        ),
    )
    grouped = (
        select(*columns, func.count().label("size"))
        .join(Listing, col(Listing.id) == col(ListingText.listing_id))
        .outerjoin(original, is_of_listing & (col(original.origin) == Origin.ORIGINAL))
        .where(published(None))
        .group_by(*columns)
    )
    return session.connection().execute(grouped).all()


def _state(row: AnyRow) -> TextState:
    return text_state(
        row.origin,
        "present" if row.has_summary else "",
        reviewed=row.is_reviewed,
        source_version=0 if row.is_older else 1,
        original_version=1,
    )
