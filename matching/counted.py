"""The counts of many texts as three arrays: small enough for processes to hand to each other."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.terms import Hashes, hashes_of

Counts = Mapping[str, float]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Counted:
    """Row n has `amounts[starts[n]:starts[n+1]]` of the terms in these `columns` of `hashes`.

    The hashes are sorted and each stands once.
    """

    hashes: Hashes
    columns: NDArray[np.int32]
    amounts: Floats
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[Counts]) -> "Counted":
        """The counts of texts in their order."""
        names: dict[str, int] = {}
        columns, amounts, starts = array("i"), array("f"), array("q", [0])
        for counts in texts:
            for name, amount in counts.items():
                columns.append(names.setdefault(name, len(names)))
                amounts.append(amount)
            starts.append(len(columns))
        return cls(
            hashes_of(list(names)),
            np.array(columns, np.int32),
            np.array(amounts, np.float32),
            np.array(starts, np.int64),
        )._in_order()

    @classmethod
    def joined(cls, parts: Sequence["Counted"]) -> "Counted":
        """The rows of all parts, one part after the other."""
        if not parts:
            return cls.of([])
        shifts = np.cumsum([0, *(len(part.hashes) for part in parts[:-1])])
        ends = np.cumsum([0, *(len(part.columns) for part in parts[:-1])])
        return cls(
            np.concatenate([part.hashes for part in parts]),
            np.concatenate(
                [part.columns + np.int32(by) for part, by in zip(parts, shifts, strict=True)]
            ),
            np.concatenate([part.amounts for part in parts]),
            np.concatenate(
                [[0], *(part.starts[1:] + by for part, by in zip(parts, ends, strict=True))]
            ),
        )._in_order()

    @property
    def size(self) -> int:
        """The number of rows."""
        return len(self.starts) - 1

    @property
    def frequencies(self) -> NDArray[np.int32]:
        """For each term the number of rows that have it."""
        return np.bincount(self.columns, minlength=len(self.hashes)).astype(np.int32)

    def _in_order(self) -> "Counted":
        hashes, places = np.unique(self.hashes, return_inverse=True)
        columns = places.astype(np.int32)[self.columns]
        return Counted(hashes, columns, self.amounts, self.starts)
