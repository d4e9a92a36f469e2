"""How much of each term each row has, turned so that a query touches only its own terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.counted import Counted, Floats
from matching.terms import ABSENT, Terms

_LARGEST = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class Postings:
    """Rows `rows[starts[t]:starts[t+1]]`, rising, have these `amounts` of term t.

    `frequencies[t]` is the number of rows in the whole index with term t, which may have more
    postings elsewhere.
    """

    terms: Terms
    starts: NDArray[Any]
    rows: NDArray[Any]
    amounts: Floats
    frequencies: NDArray[np.int32]
    size: int

    @classmethod
    def of(cls, counted: Counted) -> "Postings":
        """Postings of the counted rows, which are all there are."""
        from scipy.sparse import csr_array

        shape = (counted.size, len(counted.hashes))
        parts = (counted.amounts, counted.columns, counted.starts)
        turned = csr_array(parts, shape=shape, copy=False).tocsc()
        # The kernel wants both of one type.
        wide = np.int32 if turned.nnz < _LARGEST else np.int64
        return cls(
            Terms(counted.hashes),
            turned.indptr.astype(wide, copy=False),
            turned.indices.astype(wide, copy=False),
            turned.data,
            counted.frequencies,
            counted.size,
        )

    def of_term(self, column: int) -> tuple[NDArray[Any], Floats]:
        """The rows that have a term and how much of it."""
        here = slice(int(self.starts[column]), int(self.starts[column + 1]))
        return self.rows[here], self.amounts[here]

    def add(self, columns: NDArray[np.int64], weights: Floats, sums: Floats) -> None:
        """Add to each row's sum its amounts of these terms, times their weights."""
        kernel = _kernel()
        starts, rows, amounts = map(np.asarray, (self.starts, self.rows, self.amounts))
        for place, column in enumerate(columns.tolist()):
            if column != ABSENT:
                kernel(
                    self.size,
                    1,
                    starts[column : column + 2],
                    rows,
                    amounts,
                    weights[place : place + 1],
                    sums,
                )

    def amounts_in(self, columns: NDArray[np.int64], wanted: NDArray[np.int64]) -> Floats:
        """How much of each term (a line each) each of the wanted rows has, 0 for none."""
        found = np.zeros((len(columns), len(wanted)), np.float32)
        if len(self.rows):
            there = columns != ABSENT
            places = self._places(columns[there], wanted)
            found[there] = np.where(self.rows[places] == wanted, self.amounts[places], 0)
        return found

    def _places(self, columns: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where rows would stand among those of each term: binary searches, all at once."""
        low = np.repeat(self.starts[columns][:, None].astype(np.int64), len(wanted), axis=1)
        last = self.starts[columns + 1][:, None].astype(np.int64) - 1
        high = np.broadcast_to(last, low.shape)
        while (low < high).any():
            middle = (low + high) // 2
            before = (self.rows[middle] < wanted) & (low < high)
            low, high = np.where(before, middle + 1, low), np.where(before, high, middle)
        return low


def _kernel() -> Any:
    """scipy's own loop over the postings of one column; its public product copies them first."""
    from scipy.sparse import _sparsetools

    return _sparsetools.csc_matvec


def squares(counted: Counted, dampened: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each row Σa², Σa²c and Σa²c² over its terms, c being each term's `dampened`.

    From these three the row's length follows for any number of rows in the index.
    """
    sums = np.zeros((3, counted.size))
    for first, last in _stretches(counted.starts):
        here = slice(int(counted.starts[first]), int(counted.starts[last]))
        rows = np.repeat(np.arange(last - first), np.diff(counted.starts[first : last + 1]))
        part = np.square(counted.amounts[here], dtype=np.float64)
        factor = dampened[counted.columns[here]]
        for power in range(3):
            sums[power, first:last] = np.bincount(rows, part, minlength=last - first)
            part = part * factor
    return sums


def _stretches(starts: Sequence[int] | NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Rows in portions, so that no array as long as all postings is made."""
    count, portion = len(starts) - 1, 8192
    return ((first, min(first + portion, count)) for first in range(0, count, portion))
