"""All published listings in columns: what lists filter, count and sort by, without a query.

Facet counts and orders over 20,000 listings cost a database tens of milliseconds a page; over
these columns they cost less than one. Read once for a data version and kept with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from catalogue.kinds import Kind
from catalogue.money import Rates
from catalogue.search.criteria import Sort
from i18n.languages import Language

Mask: TypeAlias = NDArray[np.bool_]  # for each listing, by its place in the inventory
Places: TypeAlias = NDArray[np.int64]
Order: TypeAlias = tuple[Sort, Language | None]  # only names sort differently by language


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """One coded field: the listing at `places[n]` has `names[numbers[n]]`; it may have several."""

    names: tuple[str, ...]
    places: Places
    numbers: Places

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, str]]) -> Codes:
        """From places with their codes."""
        known = list(pairs)
        numbers = {name: number for number, name in enumerate(sorted({each for _, each in known}))}
        return cls(
            tuple(numbers),
            np.array([place for place, _ in known], np.int64),
            np.array([numbers[name] for _, name in known], np.int64),
        )

    def having(self, names: Iterable[str], size: int) -> Mask:
        """The listings, among `size`, that have any of these codes."""
        wanted = np.isin(np.array(self.names, np.str_), list(names))
        mask = np.zeros(size, np.bool_)
        mask[self.places[wanted[self.numbers]]] = True
        return mask

    def counts(self, mask: Mask) -> Iterable[tuple[str, int]]:
        """How many of the listings in the mask have each code."""
        counted = np.bincount(self.numbers[mask[self.places]], minlength=len(self.names))
        return zip(self.names, counted.tolist(), strict=True)


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """Capital in one currency, as ranges of whole units."""

    places: Places
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]

    def within(self, low: int | None, high: int | None) -> Places:
        """The listings of which any part lies within; both ends are included."""
        fits = np.ones(len(self.places), np.bool_)
        if low is not None:
            fits &= self.highs >= low
        if high is not None:
            fits &= self.lows <= high
        return self.places[fits]


@dataclass(frozen=True, slots=True, eq=False)
class Inventory:
    """The published listings of a data version.

    `keys` and `ids` are their database keys and public ids by place; `codes` has the facets by
    name, `capital` the stated amounts by currency, `orders` the places in each order of lists.
    """

    keys: Places
    ids: tuple[str, ...]
    places: Mapping[str, int]
    kinds: Mapping[Kind, Mask]
    codes: Mapping[str, Codes]
    capital: Mapping[str, Amounts]
    orders: Mapping[Order, Places]
    rates: Rates

    @property
    def everything(self) -> Mask:
        """A mask with every listing in it."""
        return np.ones(len(self.ids), np.bool_)

    def order(self, sort: Sort, language: Language) -> Places:
        """All places in an order; relevance without ranked ids means the newest first."""
        if sort is Sort.NAME:
            return self.orders[sort, language]
        return self.orders[Sort.CAPITAL if sort is Sort.CAPITAL else Sort.NEWEST, None]
