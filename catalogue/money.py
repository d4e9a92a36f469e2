"""Amounts of money: whole units with a currency, and dated reference rates between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from sqlmodel import Field, Session, SQLModel, select

from catalogue.kinds import Qualifier

VND = "VND"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capital:
    """Capital as the source states it: one amount, or the ends of a range (`amount` None)."""

    currency: str
    amount: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    qualifier: Qualifier | None = None


class Rate(SQLModel, table=True):
    """Dong for one unit of a currency, on a day, by a named source."""

    currency: str = Field(primary_key=True, max_length=3)
    vnd_per_unit: Decimal = Field(max_digits=18, decimal_places=6)
    as_of: date
    source: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class RateNote:
    """A rate as a page shows it: never without its day and source."""

    currency: str
    vnd_per_unit: Decimal
    as_of: date
    source: str
    kind: str


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of an installation, by currency code; VND itself needs none."""

    by_currency: Mapping[str, RateNote]

    def note(self, currency: str) -> RateNote | None:
        """The dated rate behind an approximate amount, or None: then no amount is shown."""
        return self.by_currency.get(currency)

    def currencies(self) -> tuple[str, ...]:
        """Every currency amounts can be compared in."""
        return (VND, *self.by_currency)

    def convert(self, amount: int, *, source: str, target: str) -> int | None:
        """Amount in whole units of another currency, or None without a rate for either."""
        if source == target:
            return amount
        worth, price = self._vnd(source), self._vnd(target)
        if worth is None or price is None:
            return None
        return int((amount * worth / price).to_integral_value(ROUND_HALF_EVEN))

    def _vnd(self, currency: str) -> Decimal | None:
        if currency == VND:
            return Decimal(1)
        note = self.by_currency.get(currency)
        return note.vnd_per_unit if note else None


def rates(session: Session) -> Rates:
    """The rates stored in this installation."""
    return collect(session.exec(select(Rate)))


def collect(rows: Iterable[Rate]) -> Rates:
    """Rates from rows or unsaved rates."""
    notes = (RateNote(r.currency, r.vnd_per_unit, r.as_of, r.source, r.kind) for r in rows)
    return Rates({note.currency: note for note in notes})
