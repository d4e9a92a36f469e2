"""How many listings each further choice would leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.kinds import Kind
from catalogue.search.inventory import Inventory, Mask


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A code of a facet and the listings it would leave, the other facets applied."""

    key: str
    count: int


_OF_KIND: Mapping[Kind, tuple[str, ...]] = {
    Kind.PROJECT: ("province", "former", "sector", "availability", "lang_available"),
    Kind.PRODUCT: ("province", "former", "group", "hs", "certificate", "lang_available"),
}


def count_facets(
    inventory: Inventory, conditions: Mapping[str, Mask], *, kind: Kind | None
) -> dict[str, tuple[FacetCount, ...]]:
    """Counts of every facet the kind has, most listings first; each ignores its own condition."""
    everything = fitting(inventory, conditions.values())
    counts = {}
    for facet in _OF_KIND[kind] if kind else inventory.codes:
        others = (mask for name, mask in conditions.items() if name != facet)
        counted = fitting(inventory, others) if facet in conditions else everything
        counts[facet] = _in_order(inventory.codes[facet].counts(counted))
    return counts


def fitting(inventory: Inventory, masks: Iterable[Mask]) -> Mask:
    """The listings that are in every mask."""
    mask = inventory.everything
    for each in masks:
        mask &= each
    return mask


def _in_order(counted: Iterable[tuple[str, int]]) -> tuple[FacetCount, ...]:
    pairs = sorted(counted, key=lambda item: (-item[1], item[0]))
    return tuple(FacetCount(key, count) for key, count in pairs if count)
