"""The vocabulary files and rates into their tables; rows are matched by their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, select

from catalogue.listings import PublishedList
from catalogue.money import Rate
from catalogue.places import FormerProvince, Province, Region, Zone
from catalogue.sample.files import ListFile, read_csv, read_toml
from catalogue.sectors import Certificate, HsHeading, ProductGroup, Sector

_Row = TypeVar("_Row", bound=SQLModel)

# In the order their references need. Columns that only the loader reads are left out.
_FILES: tuple[tuple[str, type[SQLModel], str], ...] = (
    ("regions.csv", Region, "key"),
    ("provinces.csv", Province, "code"),
    ("former_provinces.csv", FormerProvince, "key"),
    ("zones.csv", Zone, "key"),
    ("sectors.csv", Sector, "key"),
    ("product_groups.csv", ProductGroup, "key"),
    ("hs_headings.csv", HsHeading, "code"),
    ("certificates.csv", Certificate, "key"),
)


def load_vocabularies(session: Session) -> None:
    """Add what is missing, correct what differs; nothing is removed, listings may refer to it."""
    for name, table, key in _FILES:
        _merge(session, table, read_csv(name), key=key)
    lists = [ListFile.model_validate(row).model_dump() for row in read_toml("lists.toml")["list"]]
    _merge(session, PublishedList, lists, key="key")


def load_rates(session: Session) -> None:
    """Add the shipped rates; one that the installation loaded for a later day is kept."""
    stored = {rate.currency: rate for rate in session.exec(select(Rate))}
    for row in read_toml("rates.toml")["rate"]:
        shipped = Rate.model_validate(row)
        known = stored.get(shipped.currency)
        if known is None or known.as_of < shipped.as_of:
            session.merge(shipped)
    session.flush()


def _merge(
    session: Session, table: type[_Row], rows: Iterable[Mapping[str, Any]], *, key: str
) -> None:
    stored = {getattr(row, key): row for row in session.exec(select(table))}
    for row in rows:
        shipped = table.model_validate({name: row[name] for name in row if name in _names(table)})
        known = stored.get(getattr(shipped, key))
        if known is None:
            session.add(shipped)
        else:
            known.sqlmodel_update(shipped.model_dump(exclude={"id"}))
    session.flush()


def _names(table: type[SQLModel]) -> frozenset[str]:
    return frozenset(table.model_fields)
