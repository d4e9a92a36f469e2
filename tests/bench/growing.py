"""A catalogue of any size, grown from the shipped one: same facts, other ids and titles."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select
from sqlmodel import SQLModel

import service.tables  # noqa: F401 - registers every table
from catalogue.data_version import bump_data_version
from catalogue.listings import Listing, ListingText
from service.database import writing

_CHILDREN = ("listing_text", "listing_sector", "listing_certificate", "ocop_rating", "source")


def grow(engine: Engine, size: int) -> None:
    """Copy the shipped listings until there are `size`, each copy with words of another's title."""
    rng = random.Random(20_000)
    with writing(engine) as session:
        connection = session.connection()
        shipped = connection.execute(select(Listing.__table__)).mappings().all()
        children = {name: _by_listing(connection, name) for name in _CHILDREN}
        titles = {
            (row["listing_id"], row["language"]): row["title"]
            for rows in children["listing_text"].values()
            for row in rows
        }
        listings, copies = [], {name: [] for name in _CHILDREN}
        for number in range(len(shipped), size):
            original, other = shipped[number % len(shipped)], rng.choice(shipped)
            key = 100_000 + number
            listings.append(
                {
                    **original,
                    "id": key,
                    "public_id": _id(original, number),
                    "updated_at": datetime.now(UTC),
                    "province": other["province"],
                    "former": other["former"],
                }
            )
            for name in _CHILDREN:
                for row in children[name].get(original["id"], ()):
                    copies[name].append(_copy(name, row, key, other["id"], titles, number))
        connection.execute(insert(Listing.__table__), listings)
        for name, rows in copies.items():
            connection.execute(insert(SQLModel.metadata.tables[name]), rows)
        bump_data_version(session)


def _by_listing(connection: Connection, name: str) -> dict[int, list[dict[str, object]]]:
    table = SQLModel.metadata.tables[name]
    found: dict[int, list[dict[str, object]]] = {}
    for row in connection.execute(select(table)).mappings():
        found.setdefault(row["listing_id"], []).append(dict(row))
    return found


def _id(original: dict[str, object], number: int) -> str:
    return f"{str(original['public_id'])[:6]}-{100_000 + number}"


def _copy(name, row, key, other, titles, number):  # type: ignore[no-untyped-def]
    fresh = {**row, "listing_id": key}
    if "id" in SQLModel.metadata.tables[name].c:
        fresh.pop("id", None)
    if name == ListingText.__tablename__:
        borrowed = titles.get((other, row["language"]), "").split()[-2:]
        fresh["title"] = f"{row['title']} {' '.join(borrowed)} {number}"
    return fresh
