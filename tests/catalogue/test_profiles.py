"""Only what must be filters; the other wishes rank."""

from __future__ import annotations

from catalogue.kinds import Kind
from catalogue.profiles import BuyerProfile, InvestorProfile, buyer_conditions, investor_conditions
from catalogue.search import Criteria


def test_wishes_do_not_filter() -> None:
    profile = InvestorProfile(text="약용작물", provinces=("51",), capital_min=10)
    assert investor_conditions(profile) == Criteria(kind=Kind.PROJECT)


def test_what_an_investor_must_have_filters() -> None:
    must = frozenset({"provinces", "capital_min"})
    profile = InvestorProfile(
        text="", provinces=("51",), sectors=("energy",), capital_min=10, currency="USD", must=must
    )
    expected = Criteria(kind=Kind.PROJECT, provinces=("51",), capital_min=10, currency="USD")
    assert investor_conditions(profile) == expected


def test_what_a_buyer_must_have_filters() -> None:
    profile = BuyerProfile(
        text="生姜", hs=("0910",), certificates=("organic_jas",), must=frozenset({"certificates"})
    )
    expected = Criteria(kind=Kind.PRODUCT, certificates=("organic_jas",))
    assert buyer_conditions(profile) == expected
