"""Whole listings by id."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session

from catalogue.kinds import Fact, HsBasis, Kind, Qualifier
from catalogue.lifecycle import State
from catalogue.money import Capital
from catalogue.search import (
    Criteria,
    Sort,
    get_listing,
    get_listings,
    published_listings,
    read_inventory,
    search,
)
from catalogue.translation import TextState
from i18n.languages import Language
from tests.catalogue.conftest import AddListing


def test_a_project_with_everything_its_source_states(catalogue_session: Session) -> None:
    found = get_listing(catalogue_session, "prj-51-002")
    assert found is not None
    assert (found.kind, found.province, found.former) == (Kind.PROJECT, "51", "kon-tum")
    assert found.capital == Capital(currency="VND", amount=1_000_000_000_000)
    assert found.area is not None
    assert (found.area.ha, found.area.qualifier) == (4800, Qualifier.ABOUT)
    assert (found.as_of, found.listed_on) == ("2021", None)
    assert found.published_list is not None
    assert found.published_list.period == "2021-2025"
    assert found.wording["place"] == "xã Ngọk Lây, huyện Tu Mơ Rông"
    assert found.is_from_public_sources


def test_a_capital_range_has_two_ends_and_no_amount(catalogue_session: Session) -> None:
    ranges = [
        each.capital
        for each in published_listings(catalogue_session)
        if each.capital and each.capital.amount is None
    ]
    assert ranges == [Capital(currency="VND", minimum=500_000_000_000, maximum=700_000_000_000)]


def test_a_product_says_how_its_heading_was_found(catalogue_session: Session) -> None:
    stated, assigned = get_listings(catalogue_session, ["prd-51-001", "prd-51-101"])
    assert (stated.hs, stated.hs_basis) == ("1211", HsBasis.STATED)
    assert (assigned.hs, assigned.hs_basis) == ("0910", HsBasis.ASSIGNED)


def test_a_text_without_a_summary_counts_as_missing(catalogue_session: Session) -> None:
    found = get_listing(catalogue_session, "prj-42-006")
    assert found is not None
    assert found.texts[Language.JA].title
    assert found.texts[Language.JA].state is TextState.MISSING
    assert Language.JA not in found.languages
    assert found.summaries.best(Language.JA).is_fallback


def test_facts_come_in_every_language_that_has_them(catalogue_session: Session) -> None:
    found = get_listing(catalogue_session, "prj-51-002")
    assert found is not None
    place = found.fact(Fact.PLACE)
    assert place is not None
    assert set(place.languages) == set(Language)
    assert found.fact(Fact.VOLUME) is None


def test_several_listings_keep_the_order_asked_for(catalogue_session: Session) -> None:
    wanted = ["prd-51-102", "prj-51-002", "prd-51-101"]
    found = get_listings(catalogue_session, [*wanted, "prj-51-002", "prj-00-000"])
    assert [each.id for each in found] == wanted


@pytest.mark.parametrize("state", State)
def test_only_published_and_withdrawn_listings_answer(
    shelf: Session, add_listing: AddListing, state: State
) -> None:
    add_listing("prj-51-901", state=state)
    is_public = state in {State.PUBLISHED, State.WITHDRAWN}
    assert (get_listing(shelf, "prj-51-901") is not None) is is_public
    assert bool(get_listings(shelf, ["prj-51-901"])) is (state is State.PUBLISHED)


def test_a_longer_list_takes_no_more_queries(catalogue_session: Session) -> None:
    assert queries_of_a_page(catalogue_session, 1) == queries_of_a_page(catalogue_session, 100) == 5


def queries_of_a_page(session: Session, per_page: int) -> int:
    inventory = read_inventory(session)
    statements: list[str] = []

    def note(*call: Any) -> None:
        statements.append(call[2])

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    criteria = Criteria(kind=Kind.PRODUCT)
    search(
        session,
        criteria,
        inventory=inventory,
        language=Language.KO,
        sort=Sort.NAME,
        per_page=per_page,
    )
    event.remove(connection, "before_cursor_execute", note)
    return len(statements)
