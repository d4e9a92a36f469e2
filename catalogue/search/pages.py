"""Pages of listings: the conditions, the order, the cards and the facet counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session, col

from catalogue.kinds import Kind
from catalogue.listings import Listing
from catalogue.money import rates
from catalogue.records import ListingCard
from catalogue.search.cards import COLUMNS, cards_of
from catalogue.search.conditions import conditions, published
from catalogue.search.criteria import Criteria, Sort
from catalogue.search.facets import FacetCount, count_facets
from catalogue.search.ranked import ranked
from catalogue.search.sql import AnySelect, Column, Condition
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
    language: Language,
    sort: Sort = Sort.NEWEST,
    page: int = 1,
    per_page: int = 20,
    ranked_ids: Sequence[str] | None = None,
) -> ResultPage:
    """A page of published listings that fit, with facet counts: eight queries in all.

    `ranked_ids` (an answer of keyword search, best first) limits the result to those ids;
    `Sort.RELEVANCE` keeps their order and means `Sort.NEWEST` without them. A page past the
    end has no items.
    """
    found = conditions(criteria, rates(session))
    if ranked_ids is not None:
        ids = ranked(session, ranked_ids).subquery()
        found["ranked"] = col(Listing.public_id).in_(select(ids.c.public_id))
    rows = _rows(session, criteria.kind, found, sort=sort, language=language, ranked_ids=ranked_ids)
    shown = session.connection().execute(rows.limit(per_page).offset((page - 1) * per_page)).all()
    return ResultPage(
        items=cards_of(session, shown, language=language),
        total=_total(session, criteria.kind, found),
        page=page,
        per_page=per_page,
        facets=count_facets(session, found, kind=criteria.kind),
    )


def cards(session: Session, ids: Sequence[str], *, language: Language) -> tuple[ListingCard, ...]:
    """Cards of published listings in the order of `ids`; unknown ids are left out."""
    positions = ranked(session, ids).subquery()
    found = (
        select(*COLUMNS)
        .join(positions, positions.c.public_id == col(Listing.public_id))
        .where(published(None))
        .order_by(positions.c.position)
    )
    return cards_of(session, session.connection().execute(found).all(), language=language)


def newest(
    session: Session, language: Language, *, limit: int, kind: Kind | None = None
) -> tuple[ListingCard, ...]:
    """The listings with the newest facts."""
    found = select(*COLUMNS).where(published(kind)).order_by(*_order(Sort.NEWEST, language))
    rows = session.connection().execute(found.limit(limit)).all()
    return cards_of(session, rows, language=language)


def matching_ids(session: Session, criteria: Criteria) -> frozenset[str]:
    """Ids of all published listings that fit: what matching is allowed to answer with."""
    found = conditions(criteria, rates(session)).values()
    ids = select(col(Listing.public_id)).where(published(criteria.kind), *found)
    return frozenset(session.connection().execute(ids).scalars())


def _rows(
    session: Session,
    kind: Kind | None,
    found: Mapping[str, Condition],
    *,
    sort: Sort,
    language: Language,
    ranked_ids: Sequence[str] | None,
) -> AnySelect:
    rows = select(*COLUMNS).where(published(kind), *found.values())
    if sort is Sort.RELEVANCE and ranked_ids is not None:
        positions = ranked(session, ranked_ids).subquery()
        rows = rows.join(positions, positions.c.public_id == col(Listing.public_id))
        return rows.order_by(positions.c.position)
    return rows.order_by(*_order(sort, language))


def _order(sort: Sort, language: Language) -> tuple[Column, ...]:
    # The database key ends every order: pages never overlap, and the indexes end with it too.
    key = col(Listing.id)
    if sort is Sort.CAPITAL:
        return col(Listing.capital_vnd).desc(), key.desc()
    if sort is Sort.NAME:
        return getattr(Listing, f"sort_{language.value}").asc(), key.asc()
    return col(Listing.newest).desc(), key.desc()


def _total(session: Session, kind: Kind | None, found: Mapping[str, Condition]) -> int:
    counted = select(func.count()).select_from(Listing).where(published(kind), *found.values())
    return session.connection().execute(counted).scalar_one()
