"""Criteria as SQL conditions, one for each facet so that each can be left out of its own count."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import and_, false, or_
from sqlmodel import col, select

from catalogue.kinds import Kind
from catalogue.lifecycle import State
from catalogue.listings import Listing, ListingCertificate, ListingSector
from catalogue.money import Rates
from catalogue.search.criteria import Criteria
from catalogue.search.sql import Condition

_LARGEST = 2**63 - 1


def published(kind: Kind | None) -> Condition:
    """Listings the public sees in lists."""
    is_published = col(Listing.state) == State.PUBLISHED
    return and_(is_published, col(Listing.kind) == kind) if kind else is_published


def conditions(criteria: Criteria, rates: Rates) -> dict[str, Condition]:
    """The conditions that were asked for, by facet (`capital` has no counts)."""
    found = {
        facet: condition(values)
        for facet, condition in _CONDITIONS.items()
        if (values := _VALUES[facet](criteria))
    }
    if criteria.capital_min is not None or criteria.capital_max is not None:
        found["capital"] = _capital(criteria, rates)
    return found


def _has_sector(keys: tuple[str, ...]) -> Condition:
    chosen = select(ListingSector.listing_id).where(col(ListingSector.sector).in_(keys))
    return col(Listing.id).in_(chosen)


def _has_certificate(keys: tuple[str, ...]) -> Condition:
    chosen = select(ListingCertificate.listing_id).where(
        col(ListingCertificate.certificate).in_(keys)
    )
    return col(Listing.id).in_(chosen)


def _has_language(codes: tuple[str, ...]) -> Condition:
    return or_(*(col(Listing.languages).contains(code, autoescape=True) for code in codes))


_VALUES: Mapping[str, Callable[[Criteria], tuple[str, ...]]] = {
    "province": lambda criteria: criteria.provinces,
    "former": lambda criteria: criteria.formers,
    "sector": lambda criteria: criteria.sectors,
    "group": lambda criteria: criteria.groups,
    "hs": lambda criteria: criteria.hs,
    "certificate": lambda criteria: criteria.certificates,
    "availability": lambda criteria: criteria.availability,
    "lang_available": lambda criteria: criteria.lang_available,
}

_CONDITIONS: Mapping[str, Callable[[tuple[str, ...]], Condition]] = {
    "province": lambda values: col(Listing.province).in_(values),
    "former": lambda values: col(Listing.former).in_(values),
    "sector": _has_sector,
    "group": lambda values: col(Listing.product_group).in_(values),
    "hs": lambda values: col(Listing.hs).in_(values),
    "certificate": _has_certificate,
    "availability": lambda values: col(Listing.availability).in_(values),
    "lang_available": _has_language,
}


def _capital(criteria: Criteria, rates: Rates) -> Condition:
    # Amounts stay as their source states them; the bounds are converted, and only for
    # listings in another currency.
    currencies = dict.fromkeys((criteria.currency, *rates.currencies()))
    ranges = [_capital_in(currency, criteria, rates) for currency in currencies]
    unknown = col(Listing.capital_low).is_(None) if criteria.unknown_capital_fits else false()
    return or_(unknown, *(found for found in ranges if found is not None))


def _capital_in(currency: str, criteria: Criteria, rates: Rates) -> Condition | None:
    low = _bound(criteria.capital_min, criteria.currency, target=currency, rates=rates)
    high = _bound(criteria.capital_max, criteria.currency, target=currency, rates=rates)
    if low is None and high is None:
        return None
    parts: list[Condition] = [col(Listing.currency) == currency]
    if low is not None:
        parts.append(col(Listing.capital_high) >= low)
    if high is not None:
        parts.append(col(Listing.capital_low) <= high)
    return and_(*parts)


def _bound(amount: int | None, currency: str, *, target: str, rates: Rates) -> int | None:
    if amount is None:
        return None
    converted = rates.convert(amount, source=currency, target=target)
    return None if converted is None else min(converted, _LARGEST)
