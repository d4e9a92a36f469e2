"""How many listings each further choice would leave: one statement for all facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import FromClause, func, literal, select, union_all
from sqlmodel import Session, col

from catalogue.kinds import Kind
from catalogue.listings import Listing, ListingCertificate, ListingSector
from catalogue.search.conditions import published
from catalogue.search.sql import AnyRow, AnySelect, Column, Condition


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A code of a facet and the listings it would leave, the other facets applied."""

    key: str
    count: int


_COLUMNS: Mapping[str, Column] = {
    "province": col(Listing.province),
    "former": col(Listing.former),
    "group": col(Listing.product_group),
    "hs": col(Listing.hs),
    "availability": col(Listing.availability),
    "lang_available": col(Listing.languages),
}
_LINKED: Mapping[str, tuple[Column, Column]] = {
    "sector": (col(ListingSector.listing_id), col(ListingSector.sector)),
    "certificate": (col(ListingCertificate.listing_id), col(ListingCertificate.certificate)),
}
_OF_KIND: Mapping[Kind, tuple[str, ...]] = {
    Kind.PROJECT: ("province", "former", "sector", "availability", "lang_available"),
    Kind.PRODUCT: ("province", "former", "group", "hs", "certificate", "lang_available"),
}


def count_facets(
    session: Session, conditions: Mapping[str, Condition], *, kind: Kind | None
) -> dict[str, tuple[FacetCount, ...]]:
    """Counts of every facet the kind has, most listings first; each ignores its own condition."""
    facets = _OF_KIND[kind] if kind else (*_COLUMNS, *_LINKED)
    shared = _fitting(kind, conditions).cte("fitting")
    statements = []
    for facet in facets:
        others = {name: each for name, each in conditions.items() if name != facet}
        # Facets without a condition of their own count the same listings, found once for all.
        # With no condition at all, each count is quicker from its own index.
        is_shared = bool(conditions) and len(others) == len(conditions)
        rows = shared if is_shared else _fitting(kind, others).subquery()
        statements.append(_counted(facet, rows))
    return _gathered(facets, session.connection().execute(union_all(*statements)))


def _fitting(kind: Kind | None, conditions: Mapping[str, Condition]) -> AnySelect:
    columns: list[Column] = [column.label(facet) for facet, column in _COLUMNS.items()]
    return select(col(Listing.id), *columns).where(published(kind), *conditions.values())


def _counted(facet: str, rows: FromClause) -> AnySelect:
    if facet in _COLUMNS:
        key: Column = rows.c[facet]
        counted = select(literal(facet), key, func.count()).select_from(rows)
    else:
        listing, key = _LINKED[facet]
        counted = select(literal(facet), key, func.count()).join(rows, rows.c.id == listing)
    return counted.where(key.is_not(None)).group_by(key)


def _gathered(facets: Sequence[str], rows: Iterable[AnyRow]) -> dict[str, tuple[FacetCount, ...]]:
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in facets}
    for facet, key, count in rows:
        for value in key.split():  # only `languages` holds several
            counts[facet][value] += count
    return {facet: _in_order(counted) for facet, counted in counts.items()}


def _in_order(counted: Counter[str]) -> tuple[FacetCount, ...]:
    pairs = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(key, count) for key, count in pairs)
