"""What feeds and sitemaps list: published listings with the time of their last change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from catalogue.listings import Listing, ListingText
from catalogue.search.cards import COLUMNS, cards_of
from catalogue.search.overview.values import FeedEntry, SitemapEntry
from catalogue.search.sql import published
from i18n.languages import Language
from i18n.translated import Translated


def feed_entries(session: Session, language: Language, *, limit: int) -> tuple[FeedEntry, ...]:
    """The listings changed last."""
    order = col(Listing.updated_at).desc(), col(Listing.id).desc()
    found = select(*COLUMNS).where(published(None)).order_by(*order).limit(limit)
    rows = session.connection().execute(found).all()
    return tuple(
        FeedEntry(
            id=card.id,
            kind=card.kind,
            title=card.title,
            summary=card.summary,
            published_at=card.published_at,
            updated_at=card.updated_at,
        )
        for card in cards_of(session, rows, language=language)
    )


def sitemap_entries(
    session: Session, *, offset: int = 0, limit: int = 10_000
) -> tuple[SitemapEntry, ...]:
    """A slice of all published listings by id."""
    found = (
        select(col(Listing.id), col(Listing.public_id), col(Listing.updated_at))
        .where(published(None))
        .order_by(col(Listing.public_id))
        .offset(offset)
        .limit(limit)
    )
    rows = session.connection().execute(found).all()
    titles = _titles(session, [row.id for row in rows])
    return tuple(
        SitemapEntry(
            id=row.public_id,
            titles=Translated(titles[row.id]),
            updated_on=row.updated_at.date(),
        )
        for row in rows
    )


def _titles(session: Session, keys: Sequence[int]) -> Mapping[int, Mapping[Language, str]]:
    texts = select(
        col(ListingText.listing_id), col(ListingText.language), col(ListingText.title)
    ).where(col(ListingText.listing_id).in_(keys))
    found: dict[int, dict[Language, str]] = defaultdict(dict)
    for key, language, title in session.connection().execute(texts):
        found[key][language] = title
    return found
