"""Conditions of a profile: what must be met narrows, and each answer says what is met."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from catalogue.kinds import Availability, Kind
from catalogue.money import Capital, Rates
from catalogue.records import ListingCard
from catalogue.search import Criteria, Inventory, matching_ids, read_inventory
from i18n.languages import Language
from service.recommendations import Condition, Recommendations, Wanted
from tests.endurance import examples

PRODUCTS, PROJECTS = "tea, coffee and honey", "industrial zone, tourism, energy"
CODED = {
    "provinces": "province",
    "formers": "former",
    "sectors": "sector",
    "groups": "group",
    "hs": "hs",
    "certificates": "certificate",
    "availability": "availability",
    "lang_available": "lang_available",
}
NO_CONDITION = Criteria()
ASKED = [
    (PRODUCTS, Criteria(kind=Kind.PRODUCT, provinces=("51", "86"))),
    (PRODUCTS, Criteria(formers=("kon-tum", "gia-lai"), groups=("drinks", "food"))),
    (PRODUCTS, Criteria(hs=("0902", "0901"), provinces=("51",))),
    (PRODUCTS, Criteria(certificates=("ocop", "vietgap"))),
    (PROJECTS, Criteria(kind=Kind.PROJECT, capital_min=10**11, unknown_capital_fits=True)),
    (PROJECTS, Criteria(capital_max=10**13, sectors=("energy", "tourism"))),
    (PROJECTS, Criteria(availability=(Availability.LISTED, Availability.TO_CONFIRM))),
    (PROJECTS, Criteria(capital_min=4_000_000, capital_max=10**9, currency="USD")),
]


@pytest.fixture(scope="module")
def inventory(catalogue_engine: Engine) -> Inventory:
    with Session(catalogue_engine) as session:
        return read_inventory(session)


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(100))
@given(st.data())
def test_a_further_condition_never_adds_listings(inventory: Inventory, data: st.DataObject) -> None:
    asked = data.draw(criteria(inventory))
    name = data.draw(st.sampled_from([*CODED, "kind", "capital_min", "capital_max"]))
    if getattr(asked, name) not in (None, ()):
        return
    further = replace(asked, **{name: data.draw(_value(inventory, name))})
    assert matching_ids(further, inventory) <= matching_ids(asked, inventory)


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(50))
@given(st.data())
def test_another_alternative_never_takes_listings_away(
    inventory: Inventory, data: st.DataObject
) -> None:
    asked, name = data.draw(criteria(inventory)), data.draw(st.sampled_from(list(CODED)))
    few: Any = data.draw(_value(inventory, name))
    more: Any = few + data.draw(_value(inventory, name))
    asked, wider = (replace(asked, **{name: codes}) for codes in (few, more))
    assert matching_ids(asked, inventory) <= matching_ids(wider, inventory)


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_every_found_listing_says_of_each_condition_whether_it_is_met(
    recommendations: Recommendations,
    catalogue_session: Session,
    inventory: Inventory,
    text: str,
    asked: Criteria,
) -> None:
    wanted = Wanted(text=text, criteria=asked)
    found = recommendations.find(catalogue_session, wanted, language=Language.EN, limit=30)
    assert found.items
    for item in found.items:
        told = {each.name: each for each in item.conditions}
        assert list(told) == _asked_names(asked)
        for name, condition in told.items():
            assert condition.met is _met(name, asked, item.card, inventory.rates)
            _assert_detailed(condition)


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_what_must_be_met_is_never_found_unmet(
    recommendations: Recommendations, catalogue_session: Session, text: str, asked: Criteria
) -> None:
    wanted = Wanted(text=text, criteria=asked)
    found = recommendations.find(catalogue_session, wanted, language=Language.EN, limit=30)
    unmet = {each.name for item in found.items for each in item.conditions if each.met is False}
    assert unmet <= {"sector", "hs"}


def _asked_names(asked: Criteria) -> list[str]:
    names = [field.name for field in fields(asked) if _is_asked(asked, field.name)]
    named = [CODED.get(name, name.partition("_")[0]) for name in names]
    return list(dict.fromkeys(named))


def _is_asked(asked: Criteria, name: str) -> bool:
    settled = {"currency", "unknown_capital_fits"}
    return name not in settled and getattr(asked, name) != getattr(NO_CONDITION, name)


def _met(name: str, asked: Criteria, card: ListingCard, rates: Rates) -> bool | None:
    """What the card itself says, worked out another way."""
    if name == "kind":
        return card.kind is asked.kind
    if name == "capital":
        return _capital_met(card.capital, asked, rates)
    wanted: dict[str, tuple[Any, Any]] = {
        "province": (asked.provinces, [card.province]),
        "former": (asked.formers, [card.former]),
        "sector": (asked.sectors, card.sectors),
        "group": (asked.groups, [card.group]),
        "hs": (asked.hs, [card.hs]),
        "certificate": (asked.certificates, card.certificates),
        "availability": (asked.availability, [card.availability]),
    }
    alternatives, has = wanted[name]
    stated = [each for each in has if each]
    return any(each in alternatives for each in stated) if stated else None


def _capital_met(capital: Capital | None, asked: Criteria, rates: Rates) -> bool | None:
    if capital is None:
        return None
    low = capital.amount if capital.amount is not None else capital.minimum
    high = capital.amount if capital.amount is not None else capital.maximum
    least, most = (
        None if end is None else rates.convert(end, source=asked.currency, target=capital.currency)
        for end in (asked.capital_min, asked.capital_max)
    )
    reaches = least is None or high is None or high >= least
    return reaches and (most is None or low is None or low <= most)


def _assert_detailed(condition: Condition) -> None:
    assert condition.detail or (condition.name == "availability" and condition.met is None)


@st.composite
def criteria(draw: st.DrawFn, inventory: Inventory) -> Criteria:
    """Up to three conditions, with codes that listings have."""
    names = draw(
        st.lists(st.sampled_from([*CODED, "kind", "capital_min"]), max_size=3, unique=True)
    )
    asked = Criteria(
        currency=draw(st.sampled_from(inventory.rates.currencies())),
        unknown_capital_fits=draw(st.booleans()),
    )
    return replace(asked, **{name: draw(_value(inventory, name)) for name in names})


def _value(inventory: Inventory, name: str) -> st.SearchStrategy[Any]:
    if name == "kind":
        return st.sampled_from(Kind)
    if name.startswith("capital"):
        return st.sampled_from([0, 10**6, 10**9, 10**11, 10**13, 2**63 - 1])
    codes = inventory.codes[CODED[name]].names or ("none",)
    return st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True).map(tuple)
