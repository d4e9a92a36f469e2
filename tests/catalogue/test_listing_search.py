"""Filters, orders and pages of the lists."""

from __future__ import annotations

import pytest
from sqlmodel import Session

from catalogue.kinds import Availability, Kind
from catalogue.lifecycle import State
from catalogue.search import Criteria, Sort, cards, matching_ids, newest, read_inventory
from i18n.languages import Language
from tests.catalogue.conftest import AddListing, find

VI, EN, KO, JA = Language.VI, Language.EN, Language.KO, Language.JA


def ids(session: Session, sort: Sort = Sort.NEWEST, **criteria: object) -> list[str]:
    page = find(session, Criteria(**criteria), language=VI, sort=sort)  # type: ignore[arg-type]
    return [card.id for card in page.items]


def test_only_published_listings_are_listed(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prj-51-901")
    for number, state in enumerate(set(State) - {State.PUBLISHED}):
        add_listing(f"prj-51-91{number}", state=state)
    assert ids(shelf) == ["prj-51-901"]
    assert matching_ids(Criteria(), read_inventory(shelf)) == {"prj-51-901"}


def test_values_of_a_field_are_alternatives(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prj-51-901")
    add_listing("prj-52-901", province="52", former="gia-lai")
    add_listing("prj-86-901", province="86", former="tra-vinh")
    assert set(ids(shelf, provinces=("51", "86"))) == {"prj-51-901", "prj-86-901"}


def test_fields_narrow_each_other(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prj-51-901", sectors=["energy"])
    add_listing("prj-51-902", sectors=["tourism"])
    add_listing("prj-52-901", province="52", former="gia-lai", sectors=["energy"])
    assert ids(shelf, provinces=("51",), sectors=("energy",)) == ["prj-51-901"]


def test_a_former_province_finds_less_than_its_successor(
    shelf: Session, add_listing: AddListing
) -> None:
    add_listing("prd-51-901", former="kon-tum")
    add_listing("prd-51-902", former="quang-ngai")
    assert ids(shelf, formers=("kon-tum",)) == ["prd-51-901"]


def test_a_listing_with_two_sectors_is_listed_once(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prj-51-901", sectors=["energy", "environment"])
    assert ids(shelf, sectors=("energy", "environment")) == ["prj-51-901"]


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [(100, 200, True), (250, None, True), (301, None, False), (None, 99, False), (None, 100, True)],
)
def test_a_capital_range_fits_when_any_part_of_it_does(
    shelf: Session, add_listing: AddListing, low: int | None, high: int | None, found: bool
) -> None:
    add_listing("prj-51-901", capital_low=100, capital_high=300, currency="VND")
    assert bool(ids(shelf, capital_min=low, capital_max=high)) is found


def test_a_listing_without_capital_fits_no_capital_range(
    shelf: Session, add_listing: AddListing
) -> None:
    add_listing("prj-51-901")
    assert ids(shelf, capital_min=0) == []
    assert ids(shelf, capital_min=0, unknown_capital_fits=True) == ["prj-51-901"]


def test_bounds_are_converted_for_listings_in_another_currency(
    shelf: Session, add_listing: AddListing
) -> None:
    add_listing(
        "prj-51-901", capital_low=26_000_000_000, capital_high=26_000_000_000, currency="VND"
    )
    add_listing("prj-51-902", capital_low=990_000, capital_high=990_000, currency="USD")
    add_listing("prj-51-903", capital_low=2_000_000, capital_high=2_000_000, currency="USD")
    found = ids(shelf, capital_min=900_000, capital_max=1_000_000, currency="USD")
    assert set(found) == {"prj-51-901", "prj-51-902"}


def test_a_currency_without_a_rate_is_compared_only_with_itself(
    shelf: Session, add_listing: AddListing
) -> None:
    add_listing("prj-51-901", capital_low=5, capital_high=5, currency="THB")
    assert ids(shelf, capital_min=1) == []
    assert ids(shelf, capital_min=1, currency="THB") == ["prj-51-901"]


def test_bounds_beyond_every_amount_are_no_error(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prj-51-901", capital_low=5, capital_high=5, currency="VND")
    assert ids(shelf, capital_min=1, capital_max=2**63 - 1, currency="GBP") == []


def test_languages_are_those_with_a_full_text(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prd-51-901", texts={VI: "Gừng", KO: "생강"})
    add_listing("prd-51-902", texts={VI: "Quế"})
    assert ids(shelf, lang_available=("ko",)) == ["prd-51-901"]


def test_availability_filters(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prj-51-901", availability=Availability.LISTED)
    add_listing("prj-51-902", availability=Availability.TO_CONFIRM)
    assert ids(shelf, availability=("to_confirm",)) == ["prj-51-902"]


def test_the_newest_facts_come_first_and_undated_ones_last(
    shelf: Session, add_listing: AddListing
) -> None:
    for number, as_of in enumerate(["2021", None, "2025-04", "2021-03-02"]):
        add_listing(f"prj-51-90{number}", as_of=as_of)
    assert ids(shelf) == ["prj-51-902", "prj-51-903", "prj-51-900", "prj-51-901"]


def test_the_largest_capital_comes_first_whatever_its_currency(
    shelf: Session, add_listing: AddListing
) -> None:
    add_listing("prj-51-901", capital_low=10**9, capital_high=10**9, currency="VND")
    add_listing("prj-51-902")
    add_listing("prj-51-903", capital_low=10**6, capital_high=10**6, currency="USD")
    assert ids(shelf, sort=Sort.CAPITAL) == ["prj-51-903", "prj-51-901", "prj-51-902"]


def test_names_sort_by_the_alphabet_of_the_page(shelf: Session, add_listing: AddListing) -> None:
    for number, title in enumerate(["Đậu", "Dừa", "Ấm", "An"]):
        add_listing(f"prd-51-90{number}", texts={VI: title})
    assert ids(shelf, sort=Sort.NAME) == ["prd-51-903", "prd-51-902", "prd-51-901", "prd-51-900"]


def test_ranked_ids_limit_the_result_and_relevance_keeps_their_order(
    shelf: Session, add_listing: AddListing
) -> None:
    for number in range(4):
        add_listing(f"prd-51-90{number}")
    ranked = ["prd-51-902", "prd-51-900", "no such id", "prd-51-903"]
    page = find(shelf, Criteria(), language=KO, sort=Sort.RELEVANCE, ranked_ids=ranked, per_page=2)
    assert [card.id for card in page.items] == ["prd-51-902", "prd-51-900"]
    assert page.total == 3


def test_any_number_of_ranked_ids_can_be_handed_in(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prd-51-901")
    ranked = [*(f"prd-00-{number}" for number in range(40_000)), "prd-51-901"]
    page = find(shelf, Criteria(), language=VI, sort=Sort.RELEVANCE, ranked_ids=ranked)
    assert [card.id for card in page.items] == ["prd-51-901"]


def test_no_ranked_ids_give_an_empty_page(shelf: Session, add_listing: AddListing) -> None:
    add_listing("prd-51-901")
    assert find(shelf, Criteria(), language=VI, ranked_ids=[]).total == 0


def test_pages_never_overlap(catalogue_session: Session) -> None:
    criteria = Criteria(kind=Kind.PROJECT)
    seen = [
        card.id
        for number in range(1, 8)
        for card in find(catalogue_session, criteria, language=EN, page=number).items
    ]
    assert len(seen) == len(set(seen)) == 122


def test_a_card_says_which_language_it_fell_back_to(
    shelf: Session, add_listing: AddListing
) -> None:
    add_listing("prd-51-901", texts={VI: "Gừng", EN: "Ginger"})
    card = find(shelf, Criteria(), language=JA).items[0]
    assert (card.title.text, card.title.language, card.title.is_fallback) == ("Gừng", VI, True)
    assert card.languages == (VI, EN)


def test_cards_keep_the_order_of_their_ids(catalogue_session: Session) -> None:
    wanted = ["prd-51-103", "prj-51-002", "prd-51-101", "prd-99-999"]
    assert [card.id for card in cards(catalogue_session, wanted, language=KO)] == wanted[:3]


def test_the_newest_of_a_kind(catalogue_session: Session) -> None:
    found = newest(catalogue_session, EN, limit=3, kind=Kind.PROJECT)
    days = [card.as_of or "" for card in found]
    assert len(found) == 3
    assert days == sorted(days, reverse=True)
