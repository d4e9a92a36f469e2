"""A catalogue of any size, grown from the shipped one.

Each copy stands in another place, with other figures and dates, and its texts join sentences of
two shipped listings of its kind under a title of its own: as varied as the shipped words allow.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, select
from sqlmodel import Session, SQLModel

import service.tables  # noqa: F401 - registers every table
from catalogue import ordering
from catalogue.data_version import bump_data_version
from catalogue.listings import Listing, ListingText
from catalogue.money import Rates, rates
from catalogue.vocabularies import Field, Vocabularies, vocabularies
from i18n.languages import Language
from service.database import reading, writing

Row = dict[str, Any]
_CHILDREN = ("listing_text", "listing_sector", "listing_certificate", "ocop_rating", "source")
_FIRST_KEY = 100_000
_PLACE = ("province", "former", "zone")
_SENTENCE = re.compile(r"(?<=[.。!?])\s*")
_NUMBERED = {
    Language.VI: "{title}, {place}, số {number}",
    Language.EN: "{title}, {place}, No. {number}",
    Language.KO: "{place} {title} 제{number}호",
    Language.JA: "{place}{title} 第{number}号",
}


def size(engine: Engine) -> int:
    """How many listings there are."""
    with reading(engine) as session:
        return len(session.connection().execute(select(_table("listing").c.id)).all())


def grow(engine: Engine, wanted: int) -> None:
    """Add copies of the shipped listings until there are `wanted`; the same ones each time."""
    with writing(engine) as session:
        garden = _Garden(session)
        for number in range(len(garden.shipped), wanted):
            garden.plant(number)
        garden.write(session.connection())
        bump_data_version(session)


class _Garden:
    """The shipped rows, and the rows grown from them."""

    def __init__(self, session: Session) -> None:
        connection = session.connection()
        self.shipped = _rows(connection, "listing")
        self._children = {name: _by_listing(connection, name) for name in _CHILDREN}
        self._rates: Rates = rates(session)
        self._names: Vocabularies = vocabularies(session)
        self._random = random.Random(20_000)
        self._grown: dict[str, list[Row]] = defaultdict(list)

    def plant(self, number: int) -> None:
        """Grow one listing."""
        original = self.shipped[number % len(self.shipped)]
        other = self._random.choice([e for e in self.shipped if e["kind"] == original["kind"]])
        row = self._listing(original, other, number)
        texts = [
            self._text(text, row, other, number) for text in self._of("listing_text", original)
        ]
        listing = Listing(**row)
        ordering.refresh(listing, [ListingText(**text) for text in texts], rates=self._rates)
        self._grown["listing"].append({name: getattr(listing, name) for name in row})
        self._grown["listing_text"] += texts
        for name in _CHILDREN[1:]:
            self._grown[name] += [_moved(child, row["id"]) for child in self._of(name, original)]

    def write(self, connection: Connection) -> None:
        """Insert what has grown, listings first."""
        for name in ("listing", *_CHILDREN):
            if self._grown[name]:
                connection.execute(insert(_table(name)), self._grown[name])

    def _of(self, name: str, listing: Row) -> Sequence[Row]:
        return self._children[name].get(listing["id"], ())

    def _listing(self, original: Row, other: Row, number: int) -> Row:
        factor = self._random.uniform(0.2, 5)
        kind = original["public_id"][:3]
        return {
            **original,
            **{name: other[name] for name in _PLACE},
            **_scaled(original, ("capital_low", "capital_high"), factor, digits=-9),
            **_scaled(original, ("area_ha", "area_min", "area_max"), factor, digits=1),
            "id": _FIRST_KEY + number,
            "public_id": f"{kind}-{other['province']}-{_FIRST_KEY + number}",
            "as_of": other["as_of"] and f"{self._random.randint(2019, 2025)}-{number % 12 + 1:02}",
            "sample_digest": None,
            "updated_at": datetime.now(UTC),
        }

    def _text(self, text: Row, listing: Row, other: Row, number: int) -> Row:
        language = text["language"]
        place = self._names.name(Field.PROVINCE, listing["province"], language)
        title = _NUMBERED[language].format(title=text["title"], place=place, number=number)
        summary = text["summary"] and _joined(text, self._in_language(other, language))
        return {**text, "listing_id": listing["id"], "title": title, "summary": summary}

    def _in_language(self, listing: Row, language: Language) -> Row | None:
        texts = self._of("listing_text", listing)
        return next((text for text in texts if text["language"] == language), None)


def _joined(text: Row, other: Row | None) -> str:
    """The first half of one summary and the second half of another."""
    own = _SENTENCE.split(text["summary"])
    borrowed = _SENTENCE.split(other["summary"]) if other else []
    return " ".join(own[: len(own) // 2 + 1] + borrowed[len(borrowed) // 2 :]).strip()


def _scaled(row: Row, names: Sequence[str], factor: float, *, digits: int) -> Row:
    """Other figures as round as a source would give them; small ones never become nothing."""
    return {
        name: type(row[name])(round(row[name] * factor, digits)) or row[name]
        if row[name]
        else row[name]
        for name in names
    }


def _moved(child: Row, listing_id: int) -> Row:
    return {
        **{name: value for name, value in child.items() if name != "id"},
        "listing_id": listing_id,
    }


def _by_listing(connection: Connection, name: str) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in _rows(connection, name):
        found[row["listing_id"]].append(row)
    return found


def _rows(connection: Connection, name: str) -> list[Row]:
    table = _table(name)
    ordered = select(table).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]
