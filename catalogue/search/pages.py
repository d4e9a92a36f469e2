"""Pages of listings: the conditions, the order, the cards and the facet counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlmodel import Session, col

from catalogue.kinds import Kind
from catalogue.lifecycle import State
from catalogue.listings import Listing
from catalogue.records import ListingCard
from catalogue.search.cards import COLUMNS, cards_of
from catalogue.search.conditions import among, conditions
from catalogue.search.criteria import Criteria, Sort
from catalogue.search.facets import FacetCount, count_facets, fitting
from catalogue.search.inventory import Inventory
from catalogue.search.ranked import ranked
from catalogue.search.sql import AnyRow, AnySelect, published
from catalogue.search.stocktaking import order_by
from i18n.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """One page of a list. `facets` are keyed province, former, sector, group, hs,
    certificate, availability, lang_available as far as the kind has them; counts of zero are
    left out.
    """

    items: tuple[ListingCard, ...]
    total: int
    page: int
    per_page: int
    facets: Mapping[str, tuple[FacetCount, ...]]


def search(
    session: Session,
    criteria: Criteria,
    *,
    inventory: Inventory,
    language: Language,
    sort: Sort = Sort.NEWEST,
    page: int = 1,
    per_page: int = 20,
    ranked_ids: Sequence[str] | None = None,
) -> ResultPage:
    """A page of published listings that fit, with facet counts: five small queries in all.

    `ranked_ids` (an answer of keyword search, best first) limits the result to those ids;
    `Sort.RELEVANCE` keeps their order and means `Sort.NEWEST` without them. A page past the
    end has no items.
    """
    found = conditions(criteria, inventory)
    order = inventory.order(sort, language)
    if ranked_ids is not None:
        found["ranked"], places = among(ranked_ids, inventory)
        order = np.array(places, np.int64) if sort is Sort.RELEVANCE else order
    fits = fitting(inventory, found.values())
    shown = order[fits[order]][(page - 1) * per_page : page * per_page]
    return ResultPage(
        items=_by_keys(session, inventory.keys[shown].tolist(), language=language),
        total=int(np.count_nonzero(fits)),
        page=page,
        per_page=per_page,
        facets=count_facets(inventory, found, kind=criteria.kind),
    )


def cards(session: Session, ids: Sequence[str], *, language: Language) -> tuple[ListingCard, ...]:
    """Cards of published listings in the order of `ids`; unknown ids are left out."""
    positions = ranked(session, ids).subquery()
    found = (
        select(*COLUMNS)
        .join(positions, positions.c.public_id == col(Listing.public_id))
        .order_by(positions.c.position)
    )
    return cards_of(session, _published(session, found), language=language)


def newest(
    session: Session, language: Language, *, limit: int, kind: Kind | None = None
) -> tuple[ListingCard, ...]:
    """The listings with the newest facts."""
    order = order_by(Sort.NEWEST, language)
    found = select(*COLUMNS).where(published(kind)).order_by(*order).limit(limit)
    return cards_of(session, session.connection().execute(found).all(), language=language)


def matching_ids(criteria: Criteria, inventory: Inventory) -> frozenset[str]:
    """Ids of all published listings that fit: what matching is allowed to answer with."""
    fits = fitting(inventory, conditions(criteria, inventory).values())
    return frozenset(inventory.ids[place] for place in np.flatnonzero(fits).tolist())


def _by_keys(
    session: Session, keys: Sequence[int], *, language: Language
) -> tuple[ListingCard, ...]:
    """Cards in the order of database keys; what was withdrawn since is left out."""
    if not keys:
        return ()
    found = select(*COLUMNS).where(col(Listing.id).in_(keys))
    rows = {row.id: row for row in _published(session, found)}
    return cards_of(session, [rows[key] for key in keys if key in rows], language=language)


def _published(session: Session, found: AnySelect) -> list[AnyRow]:
    # Asked for the state as well, SQLite walks the index of it: every published listing.
    rows = session.connection().execute(found)
    return [row for row in rows if row.state is State.PUBLISHED]
