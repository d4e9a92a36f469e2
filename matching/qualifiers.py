"""Concepts that say how, where or on what terms, and not what is offered or sought.

A buyer of frozen tuna with HACCP does not want frozen mangoes with HACCP: what qualifies a demand
counts less in it than its subject.
"""

from collections.abc import Iterable, Mapping

# With everything narrower: certificates, terms of trade, ways to invest and to work together.
_WITH_NARROWER = """
certificate trade investment investment_climate partnership packaging
tax land supply fresh_form dried_form frozen_form chilled_form powder_form granule_form
sliced_form peeled_form fermented_form roasted_form smoked_form salted_form marinated_form
canned_form bottled_form extract_form instant_form pure_form cold_pressed raw_material
natural_product clean_product wild_harvested specialty premium_grade gift_product
"""
# Only these: what is narrower than a factory or a highland resort is a subject of its own.
_ALONE = """
production factory processing processing_plant primary_processing deep_processing construction
industry agriculture agri_product infrastructure urban cultivation raising harvesting
preservation cooperative household_goods training research_development
technology_transfer eco_friendly organic vegan gluten_free by_product planning
central_highlands highlands mekong_delta river_delta coast
"""


_ROOTS, _SINGLE = frozenset(_WITH_NARROWER.split()), frozenset(_ALONE.split())


def qualifiers(ancestors: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Those of the concepts, given with all that is broader than each, that only qualify."""
    return frozenset(
        concept
        for concept, broader in ancestors.items()
        if concept in _SINGLE or not _ROOTS.isdisjoint([concept, *broader])
    )
