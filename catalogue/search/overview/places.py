"""Provinces, their former units and zones, with the listings they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from catalogue.kinds import Kind
from catalogue.listings import Listing
from catalogue.places import FormerProvince, Province, Zone
from catalogue.search.overview.sizes import sector_sizes, sizes
from catalogue.search.overview.values import (
    FormerOverview,
    ProvinceCount,
    ProvinceOverview,
    ZoneNote,
)


def provinces_with_counts(session: Session) -> tuple[ProvinceCount, ...]:
    """All 34 provinces by code."""
    found = sizes(session, col(Listing.province))
    rows = session.exec(select(Province).order_by(col(Province.code)))
    return tuple(
        ProvinceCount(
            code=row.code,
            name=row.name(),
            unit_type=row.unit_type,
            projects=found[Kind.PROJECT][row.code],
            products=found[Kind.PRODUCT][row.code],
        )
        for row in rows
    )


def province_overview(session: Session, code: str) -> ProvinceOverview | None:
    """One province, or None for an unknown code."""
    row = session.exec(select(Province).where(col(Province.code) == code)).first()
    if row is None:
        return None
    here = col(Listing.province) == code
    formers = sizes(session, col(Listing.former), here)
    return ProvinceOverview(
        code=row.code,
        name=row.name(),
        unit_type=row.unit_type,
        merged_on=row.merged_on,
        source=row.source,
        formers=_formers(session, code, found=formers),
        zones=_zones(session, code),
        projects=formers[Kind.PROJECT].total(),
        products=formers[Kind.PRODUCT].total(),
        sectors=sector_sizes(session, here),
        groups=sizes(session, col(Listing.product_group), here)[Kind.PRODUCT],
    )


def _formers(
    session: Session, code: str, *, found: Mapping[Kind, Counter[Any]]
) -> tuple[FormerOverview, ...]:
    units = select(FormerProvince).where(col(FormerProvince.successor) == code)
    return tuple(
        FormerOverview(
            key=row.key,
            name=row.name(),
            unit_type=row.unit_type,
            old_code=row.old_code,
            valid_to=row.valid_to,
            projects=found[Kind.PROJECT][row.key],
            products=found[Kind.PRODUCT][row.key],
        )
        for row in session.exec(units.order_by(col(FormerProvince.id)))
    )


def _zones(session: Session, code: str) -> tuple[ZoneNote, ...]:
    zones = select(Zone).where(col(Zone.province) == code).order_by(col(Zone.id))
    return tuple(
        ZoneNote(
            key=row.key,
            name=row.name(),
            type=row.type,
            former=row.former,
            area_ha=row.area_ha,
            area_min=row.area_min,
            area_max=row.area_max,
            area_qualifier=row.area_qualifier,
            source=row.source,
        )
        for row in session.exec(zones)
    )
