"""What is sought: the demand side, mirroring the fields of a listing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.kinds import InvestmentForm, Kind
from catalogue.search.criteria import Criteria
from i18n.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestorProfile:
    """What an investor looks for; `language` is None until it is detected.

    Codes, capital (whole units of `currency`) and forms are wishes unless `must` names them.
    """

    text: str
    language: Language | None = None
    provinces: tuple[str, ...] = ()
    formers: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    capital_min: int | None = None
    capital_max: int | None = None
    currency: str = "VND"
    forms: tuple[InvestmentForm, ...] = ()
    must: frozenset[str] = frozenset()
    is_overseas_vietnamese: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerProfile:
    """What a buyer looks for; `quantity` and `markets` are the buyer's own words."""

    text: str
    language: Language | None = None
    provinces: tuple[str, ...] = ()
    formers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    quantity: str = ""
    markets: tuple[str, ...] = ()
    must: frozenset[str] = frozenset()
    is_overseas_vietnamese: bool = False


_INVESTOR_FIELDS = ("provinces", "formers", "sectors", "capital_min", "capital_max")
_BUYER_FIELDS = ("provinces", "formers", "groups", "hs", "certificates")


def investor_conditions(profile: InvestorProfile) -> Criteria:
    """The "must" conditions of an investor as criteria; the other wishes only rank."""
    return _conditions(Kind.PROJECT, profile, fields=_INVESTOR_FIELDS, currency=profile.currency)


def buyer_conditions(profile: BuyerProfile) -> Criteria:
    """The "must" conditions of a buyer as criteria; the other wishes only rank."""
    return _conditions(Kind.PRODUCT, profile, fields=_BUYER_FIELDS, currency="VND")


def _conditions(
    kind: Kind,
    profile: InvestorProfile | BuyerProfile,
    *,
    fields: Sequence[str],
    currency: str,
) -> Criteria:
    required = {name: getattr(profile, name) for name in fields if name in profile.must}
    return Criteria(kind=kind, currency=currency, **required)
