"""Reference facts that pages quote: trade agreements, rules on incentives, example demands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from catalogue.sample.files import read_toml
from i18n.languages import Language, language_of
from i18n.translated import Translated

_IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeAgreement:
    """An agreement; fields named in `unverified` are general knowledge, not from the sources."""

    key: str
    abbreviation: str
    name: str
    partners: tuple[str, ...]
    is_in_force: bool
    in_force_year: int | None
    in_force_date: date | None
    unverified: tuple[str, ...]
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incentive:
    """A rule on incentives as far as its sources go; `status` and `note` limit it."""

    key: str
    name: Translated
    facts: tuple[str, ...]
    effective: date | None
    status: str
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleDemand:
    """What a public report says buyers or investors of a country look for: an example, no lead.

    `language` is None for the one report in none of our languages. `kind` is "buy" or
    "invest_or_partner".
    """

    id: str
    kind: str
    country: str
    language: Language | None
    title: str
    sought: str
    quantity: str
    requirements: str
    provinces: tuple[str, ...]
    formers: tuple[str, ...]
    reported: str
    sources: tuple[str, ...]


@cache
def trade_agreements() -> tuple[TradeAgreement, ...]:
    """All agreements, in force or not."""
    return tuple(
        TradeAgreement(
            key=row["key"],
            abbreviation=row["abbreviation"],
            name=row["name"],
            partners=tuple(row["partners"]),
            is_in_force=row["status"] == _IN_FORCE,
            in_force_year=row.get("in_force_year"),
            in_force_date=_day(row.get("in_force_date")),
            unverified=tuple(row.get("unverified", ())),
            note=row.get("note", ""),
            sources=tuple(row["sources"]),
        )
        for row in read_toml("trade_agreements.toml")["trade_agreement"]
    )


@cache
def incentives() -> tuple[Incentive, ...]:
    """All rules on incentives that the sources name."""
    return tuple(
        Incentive(
            key=row["key"],
            name=Translated({Language.VI: row.get("vi", ""), Language.EN: row.get("en", "")}),
            facts=tuple(row["facts"]),
            effective=_day(row.get("effective")),
            status=row.get("status", ""),
            note=row.get("note", ""),
            sources=tuple(row["sources"]),
        )
        for row in read_toml("incentives.toml")["incentive"]
    )


@cache
def example_demands() -> tuple[ExampleDemand, ...]:
    """The public demand descriptions, in the language of their sources."""
    return tuple(
        ExampleDemand(
            id=row["id"],
            kind=row["kind"],
            country=row["country"],
            language=language_of(row["language"]),
            title=row["title"],
            sought=row["sought"],
            quantity=row.get("quantity", ""),
            requirements=row.get("requirements", ""),
            provinces=tuple(row.get("provinces", ())),
            formers=tuple(row.get("formers", ())),
            reported=row.get("date", ""),
            sources=tuple(row["sources"]),
        )
        for row in read_toml("demands.toml")["demand"]
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
