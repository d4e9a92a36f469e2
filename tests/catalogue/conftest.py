"""Vocabularies and listings that catalogue tests start from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session

from catalogue.kinds import Kind
from catalogue.lifecycle import State
from catalogue.listings import Listing, ListingSector, ListingText
from catalogue.money import rates
from catalogue.ordering import refresh
from catalogue.sample.vocabulary import load_rates, load_vocabularies
from catalogue.search import Criteria, ResultPage, read_inventory, search
from catalogue.translation import Origin
from i18n.languages import Language

AddListing = Callable[..., Listing]


@pytest.fixture
def shelf(session: Session) -> Session:
    """A database with vocabularies and rates, but no listing."""
    load_vocabularies(session)
    load_rates(session)
    return session


@pytest.fixture
def add_listing(shelf: Session) -> AddListing:
    """Adds a published listing of former Kon Tum; facts and texts as the test needs them."""

    def add(
        public_id: str,
        *,
        texts: Mapping[Language, str] | None = None,
        sectors: Sequence[str] = (),
        **facts: Any,
    ) -> Listing:
        kind = Kind.PROJECT if public_id.startswith("prj") else Kind.PRODUCT
        usual = {"province": "51", "former": "kon-tum", "state": State.PUBLISHED}
        now = datetime(2026, 1, 1, tzinfo=UTC)
        listing = Listing(public_id=public_id, kind=kind, updated_at=now, **{**usual, **facts})
        shelf.add(listing)
        shelf.flush()
        _add_texts(shelf, listing, texts or {Language.VI: public_id})
        shelf.add_all(ListingSector(listing_id=_key(listing), sector=each) for each in sectors)
        shelf.flush()
        return listing

    return add


def find(session: Session, criteria: Criteria, **options: Any) -> ResultPage:
    """A page of what is there now."""
    return search(session, criteria, inventory=read_inventory(session), **options)


def _add_texts(session: Session, listing: Listing, titles: Mapping[Language, str]) -> None:
    texts = [
        ListingText(
            listing_id=_key(listing),
            language=language,
            title=title,
            summary=f"{title}.",
            origin=Origin.ORIGINAL if language is Language.VI else Origin.MACHINE,
        )
        for language, title in titles.items()
    ]
    session.add_all(texts)
    refresh(listing, texts, rates=rates(session))


def _key(listing: Listing) -> int:
    assert listing.id is not None
    return listing.id
