"""Money is whole units with a currency; rates are dated and may be absent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import Session

from catalogue.money import Rate, Rates, collect, rates

USD = Rate(currency="USD", vnd_per_unit=Decimal(26000), as_of=date(2025, 6, 13), source="bank")
KRW = Rate(currency="KRW", vnd_per_unit=Decimal(20), as_of=date(2025, 6, 13), source="bank")


@pytest.fixture
def two_rates() -> Rates:
    return collect([USD, KRW])


@pytest.mark.parametrize(
    ("amount", "source", "target", "expected"),
    [
        (26_000_000, "VND", "USD", 1000),
        (1000, "USD", "VND", 26_000_000),
        (1000, "USD", "KRW", 1_300_000),
        (7, "VND", "VND", 7),
        (7, "THB", "THB", 7),
        (7, "THB", "VND", None),
        (7, "VND", "THB", None),
    ],
)
def test_conversion(
    two_rates: Rates, amount: int, source: str, target: str, expected: int | None
) -> None:
    assert two_rates.convert(amount, source=source, target=target) == expected


def test_a_rate_never_comes_without_its_day_and_source(catalogue_session: Session) -> None:
    found = rates(catalogue_session)
    assert found.currencies()[0] == "VND"
    for currency in ("USD", "EUR", "JPY", "KRW", "INR", "CNY", "GBP"):
        note = found.note(currency)
        assert note is not None
        assert (note.as_of, bool(note.source)) == (date(2025, 6, 13), True)


def test_stored_rates_keep_their_digits(catalogue_session: Session) -> None:
    note = rates(catalogue_session).note("USD")
    assert note is not None
    assert note.vnd_per_unit == Decimal("26033.7896")
