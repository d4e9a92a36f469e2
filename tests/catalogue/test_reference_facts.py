"""Reference facts keep the limits their sources set."""

from __future__ import annotations

from datetime import date

from catalogue.reference import example_demands, incentives, trade_agreements
from i18n.languages import Language


def test_agreements_whose_start_is_not_sure_are_not_in_force() -> None:
    found = {each.key: each for each in trade_agreements()}
    assert len(found) == 17
    assert {key for key, each in found.items() if not each.is_in_force} == {"vifta", "cepa-uae"}
    assert all(each.note for each in found.values() if not each.is_in_force)


def test_general_knowledge_is_named_as_unverified() -> None:
    assert all("partners" in each.unverified for each in trade_agreements())
    found = {each.key: each for each in trade_agreements()}
    assert "in_force_date" not in found["evfta"].unverified
    assert found["evfta"].in_force_date == date(2020, 8, 1)


def test_every_reference_fact_has_a_source() -> None:
    assert all(each.sources for each in trade_agreements())
    assert all(each.sources for each in incentives())
    assert all(each.sources for each in example_demands())


def test_demands_are_examples_in_the_language_of_their_source() -> None:
    found = {each.id: each for each in example_demands()}
    assert len(found) == 51
    assert found["dem-in-101"].language is Language.VI
    assert found["dem-nl-002"].language is None
    assert found["dem-in-012"].formers[0] == "kon-tum"
