"""Criteria as masks, one for each facet so that each can be left out of its own count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from catalogue.search.criteria import Criteria
from catalogue.search.inventory import Inventory, Mask

_LARGEST = 2**63 - 1
_VALUES: Mapping[str, Callable[[Criteria], tuple[str, ...]]] = {
    "province": lambda criteria: criteria.provinces,
    "former": lambda criteria: criteria.formers,
    "sector": lambda criteria: criteria.sectors,
    "group": lambda criteria: criteria.groups,
    "hs": lambda criteria: criteria.hs,
    "certificate": lambda criteria: criteria.certificates,
    "availability": lambda criteria: criteria.availability,
    "lang_available": lambda criteria: criteria.lang_available,
}


def conditions(criteria: Criteria, inventory: Inventory) -> dict[str, Mask]:
    """The listings that meet each condition asked for, by facet (`kind` and `capital` have no
    counts).
    """
    size = len(inventory.ids)
    found = {
        facet: inventory.codes[facet].having(values, size)
        for facet, values_of in _VALUES.items()
        if (values := values_of(criteria))
    }
    if criteria.kind:
        found["kind"] = inventory.kinds[criteria.kind]
    if criteria.capital_min is not None or criteria.capital_max is not None:
        found["capital"] = _capital(criteria, inventory)
    return found


def among(ids: Sequence[str], inventory: Inventory) -> tuple[Mask, list[int]]:
    """The listings with these ids, as a mask and as places in the order of the ids."""
    places = [inventory.places[each] for each in dict.fromkeys(ids) if each in inventory.places]
    mask = np.zeros(len(inventory.ids), np.bool_)
    mask[places] = True
    return mask, places


def _capital(criteria: Criteria, inventory: Inventory) -> Mask:
    # Amounts stay as their source states them; the bounds are converted.
    mask = np.zeros(len(inventory.ids), np.bool_)
    for currency, amounts in inventory.capital.items():
        bounds = (
            _bound(amount, criteria.currency, target=currency, inventory=inventory)
            for amount in (criteria.capital_min, criteria.capital_max)
        )
        low, high = bounds
        if low is not None or high is not None:
            mask[amounts.within(low, high)] = True
    return mask | _silent(inventory) if criteria.unknown_capital_fits else mask


def _silent(inventory: Inventory) -> Mask:
    """The listings whose source gives no capital."""
    mask = inventory.everything
    for amounts in inventory.capital.values():
        mask[amounts.places] = False
    return mask


def _bound(amount: int | None, currency: str, *, target: str, inventory: Inventory) -> int | None:
    if amount is None:
        return None
    converted = inventory.rates.convert(amount, source=currency, target=target)
    return None if converted is None else min(converted, _LARGEST)
