"""Counts of what each further choice would leave."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import Session

from catalogue.kinds import Kind
from catalogue.search import Criteria
from i18n.languages import Language
from tests.catalogue.conftest import AddListing, find

FILTERS = {
    "province": "provinces",
    "former": "formers",
    "sector": "sectors",
    "group": "groups",
    "hs": "hs",
    "certificate": "certificates",
    "availability": "availability",
    "lang_available": "lang_available",
}


def facet(session: Session, name: str, criteria: Criteria) -> dict[str, int]:
    page = find(session, criteria, language=Language.EN)
    return {counted.key: counted.count for counted in page.facets[name]}


@pytest.fixture
def three_projects(shelf: Session, add_listing: AddListing) -> Session:
    add_listing("prj-51-901", sectors=["energy"])
    add_listing("prj-51-902", sectors=["tourism", "urban"])
    add_listing("prj-52-901", province="52", former="gia-lai", sectors=["energy"])
    return shelf


def test_a_facet_ignores_its_own_condition(three_projects: Session) -> None:
    chosen = Criteria(kind=Kind.PROJECT, provinces=("51",))
    assert facet(three_projects, "province", chosen) == {"51": 2, "52": 1}


def test_a_facet_obeys_the_other_conditions(three_projects: Session) -> None:
    chosen = Criteria(kind=Kind.PROJECT, provinces=("51",))
    assert facet(three_projects, "sector", chosen) == {"energy": 1, "tourism": 1, "urban": 1}


def test_choices_that_leave_nothing_are_left_out(three_projects: Session) -> None:
    chosen = Criteria(kind=Kind.PROJECT, sectors=("tourism",))
    assert facet(three_projects, "province", chosen) == {"51": 1}


def test_the_larger_counts_come_first(three_projects: Session) -> None:
    page = find(three_projects, Criteria(kind=Kind.PROJECT), language=Language.EN)
    assert [counted.key for counted in page.facets["sector"]] == ["energy", "tourism", "urban"]


def test_ranked_ids_count_as_a_condition(three_projects: Session) -> None:
    ranked = ["prj-52-901"]
    page = find(three_projects, Criteria(), language=Language.EN, ranked_ids=ranked)
    assert [counted.key for counted in page.facets["province"]] == ["52"]


def test_a_kind_has_only_its_own_facets(catalogue_session: Session) -> None:
    page = find(catalogue_session, Criteria(kind=Kind.PRODUCT), language=Language.EN)
    assert set(page.facets) == {
        "province",
        "former",
        "group",
        "hs",
        "certificate",
        "lang_available",
    }


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("start", [{}, {"provinces": ("51",)}, {"lang_available": ("ko",)}])
def test_every_count_is_what_the_choice_then_shows(
    catalogue_session: Session, kind: Kind, start: dict[str, Any]
) -> None:
    page = find(catalogue_session, Criteria(kind=kind, **start), language=Language.KO)
    for name, counts in page.facets.items():
        for counted in counts[:4]:
            choice: dict[str, Any] = {FILTERS[name]: (counted.key,)}
            chosen = Criteria(kind=kind, **start | choice)
            narrowed = find(catalogue_session, chosen, language=Language.KO, per_page=1)
            assert narrowed.total == counted.count, (name, counted)
